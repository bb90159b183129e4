import { notesWords } from '#words';
import type { Code, Parent, Root } from 'mdast';
import type { VFile } from 'vfile';
import { writeCopyUrl } from '../knowledge/share-pages.ts';
import { buildDiagramFigure } from './diagram-figure.ts';
import { findHeld } from './held-drawings.ts';
import { isMermaid } from './outline.ts';
import { takePlace } from './places.ts';
import type { FindContext } from './render-context.ts';
import { visit } from './visit.ts';

/** A Mermaid fence becomes a figure: the drawing, its source, its caption and its text alternative. */
export function remarkDiagrams(options: { find: FindContext }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = await options.find(file);
    if (!context) return;
    const { note, library, base } = context;
    const found: { code: Code; parent: Parent }[] = [];
    visit(tree, 'code', (code, _, parent) => {
      if (parent && isMermaid(code)) found.push({ code, parent: parent });
    });
    const drawn = new Map<string, number>();
    const held = findHeld(file);
    for (const { code, parent } of found) {
      const { hProperties } = (code.data ?? {}) as { hProperties?: Record<string, unknown> };
      const place = takePlace(hProperties ?? {}, 'dataFigure');
      const figure = note.outline.figures[place];
      const occurrence = drawn.get(code.value) ?? 0;
      drawn.set(code.value, occurrence + 1);
      const id = figure?.id ?? '';
      const element = buildDiagramFigure(
        {
          code: code.value,
          title: figure?.title ?? '',
          number: notesWords().numberedFigure(place + 1),
          drawing: await context.drawing(code.value),
          occurrence,
          ...(id ? { id, url: writeCopyUrl(id, note, context) } : {}),
          ...(figure?.graph ? { graph: figure.graph } : {}),
          aliases: figure?.aliases ?? [],
          ...(held ? { hold: held.hold } : {}),
        },
        {
          base,
          here: note,
          byId: library.byId,
          names: library.names,
          links: library.links,
          byLabel: !figure?.isUnlinked,
        },
      );
      const index = parent.children.indexOf(code);
      parent.children[index] = {
        type: 'paragraph',
        children: [],
        data: { hName: element.tagName, hProperties: element.properties, hChildren: element.children },
      } as never;
    }
  };
}

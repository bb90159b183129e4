import type { ElementContent, Root as HastRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import type { Code, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { pageUrl } from '../knowledge/address.ts';
import type { Figure } from '../knowledge/note.ts';
import { isMermaid } from './outline.ts';
import { diagramTitle } from './prepare-tree.ts';
import type { FindContext, RenderContext } from './render-context.ts';
import { copyButton } from './section-links.ts';

/** A Mermaid fence becomes a figure: the drawing, its source, its caption and its text alternative. */
export function remarkDiagrams(options: { find: FindContext }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = await options.find(file);
    if (!context) return;
    const found: { code: Code; parent: Parent }[] = [];
    visit(tree, 'code', (code, _, parent) => {
      if (parent && isMermaid(code)) found.push({ code, parent: parent });
    });
    for (const [place, { code, parent }] of found.entries()) {
      const figure = context.note.outline.figures[place];
      const element = await drawFigure(code, figure, place + 1, context);
      const index = parent.children.indexOf(code);
      parent.children[index] = {
        type: 'paragraph',
        children: [],
        data: { hName: element.tagName, hProperties: element.properties, hChildren: element.children },
      } as never;
    }
  };
}

async function drawFigure(code: Code, figure: Figure | undefined, number: number, context: RenderContext) {
  const title = figure?.title ?? diagramTitle(code);
  const drawing = await context.drawing(code.value);
  const id = figure?.id ?? '';
  const label = title ? `그림 ${number}: ${title}` : `그림 ${number}`;
  const svg = drawing ? (fromHtml(drawing.svg, { fragment: true })).children : [];
  const url = id ? pageUrl(context.origin, context.base, context.note.address, id) : '';
  return h('figure', { className: ['diagram'], ...(id ? { id } : {}), dataType: drawing?.type ?? '' }, [
    h('mermaid-diagram', { dataTitle: title ?? '', ...(drawing ? {} : { dataUndrawn: '' }) }, [
      h(
        'div',
        { className: ['diagram-frame'], tabIndex: 0, role: 'group', ariaLabel: label },
        drawing
          ? (svg)
          : [h('pre', { className: ['diagram-source'] }, h('code', code.value))],
      ),
      h('pre', { hidden: true, dataPagefindIgnore: 'all', className: ['mermaid-source'] }, code.value),
    ]),
    h('figcaption', [
      h('span', { className: ['figure-number'] }, `그림 ${number}`),
      ...(title ? [' ', h('span', { className: ['figure-title'] }, title)] : []),
      ...(url ? [copyButton(id, url, label)] : []),
    ]),
  ]);
}

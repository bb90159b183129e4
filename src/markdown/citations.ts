import { notesWords, pagesWords } from '#words';
import type { PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { sourceIds } from '../knowledge/library.ts';
import { citationPattern, readCitation } from './outline.ts';
import { citationAnchor } from '../knowledge/note-page.ts';
import type { FindContext, RenderContext } from './render-context.ts';
import { SKIP, visit, visitParents } from './visit.ts';

/** `[@id]` becomes a numbered mark that leads to the source at the end of the note, which leads back to it. */
export function remarkCitations(options: { find: FindContext }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = await options.find(file);
    if (!context) return;
    if (!context.library.sources.length) {
      nameCitations(tree);
      return;
    }
    const counts: Counts = new Map(
      sourceIds(context.note).map((id, index) => [id, { number: index + 1, used: 0 }]),
    );
    visitParents(tree, 'text', (node: Text, ancestors) => {
      const parent = ancestors.at(-1);
      if (!parent || !node.value.includes('[@')) return;
      const parts = splitText(node.value, context, counts);
      if (!parts.length) return;
      const index = parent.children.indexOf(node as never);
      parent.children.splice(index, 1, ...(parts as never[]));
      return [SKIP, index + parts.length];
    });
  };
}

/** `[@kim2020, p. 3; -@lee]`, with words before them, where the folder has no list of sources. */
const citationOfOthers =
  /\[((?:[^[\]@;]{0,60}\s)?-?@(?:10\.\d{4,9}\/[^\s[\]]{1,200}?|[\p{L}\d][\p{L}\p{N}_:.-]*)(?:\s*[,;][^[\]]*)?)\]/giu;

/** Without a list of sources a citation says whom it names. */
function nameCitations(tree: Root): void {
  visit(tree, 'text', (node: Text) => {
    if (!node.value.includes('@')) return;
    node.value = node.value.replace(
      citationOfOthers,
      (_, inside: string) => `(${inside.replace(/-?@(?=[\p{L}\d])/gu, '')})`,
    );
  });
}

/** Every source's number, and how often it has been cited so far. */
type Counts = ReadonlyMap<string, { number: number; used: number }>;

/** The text with its citations as marks; empty where it holds none. */
function splitText(text: string, context: RenderContext, counts: Counts): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const match of text.matchAll(citationPattern)) {
    if (match.index > from) parts.push({ type: 'text', value: text.slice(from, match.index) });
    from = match.index + match[0].length;
    for (const { source, locator } of readCitation(match[1] ?? '')) {
      const count = counts.get(source);
      if (count) count.used++;
      parts.push(mark(source, locator, context, count ?? { number: 0, used: 0 }));
    }
  }
  if (from === 0) return [];
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) });
  return parts;
}

function mark(
  id: string,
  locator: string | undefined,
  context: RenderContext,
  { number, used }: { number: number; used: number },
): PhrasingContent {
  const source = context.library.sourceById.get(id);
  const label = source
    ? [
        `${notesWords().source(number)}: ${source.title}`,
        source.publisher,
        pagesWords().strengths[source.strength].name,
        ...(locator ? [locator] : []),
      ].join(', ')
    : notesWords().source(number);
  const anchor = {
    type: 'element',
    tagName: 'a',
    properties: {
      ...(number > 0 ? { id: citationAnchor(number, used) } : {}),
      href: `#source-${id}`,
      dataCite: id,
      ...(source ? { dataStrength: source.strength } : {}),
      ...(locator ? { dataLocator: locator } : {}),
      ariaLabel: label,
    },
    children: [{ type: 'text', value: String(number) }],
  };
  return {
    type: 'text',
    value: '',
    data: { hName: 'sup', hProperties: { className: ['cite'] }, hChildren: [anchor] },
  } as unknown as PhrasingContent;
}

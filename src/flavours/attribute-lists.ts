/**
 * Attributes in braces that stand behind what they are for: `![글](a.png){ width="300" }`, `[글](b.md){:target="_blank"}`,
 * `## 제목 { #id data-toc-label="…" }` (MkDocs, kramdown, Pandoc), `{:height 300, :width 400}` (Logseq). They hold no word
 * of the note: the id of a heading and the size of an image are kept, the rest goes.
 */
import type { Image, Paragraph, Parent } from 'mdast';
import type { Flavour } from './flavour.ts';
import { visit } from '../markdown/visit.ts';

const part = String.raw`(?:[.#][\p{L}_][\p{L}\p{N}_:-]*|[\w-]+=(?:"[^"{}\n]*"|'[^'{}\n]*'|[^\s"'{}]+))`;
const list = String.raw`\{:?\s*${part}(?:\s+${part})*\s*\}|\{:(?:height|width) \d+(?:, :(?:height|width) \d+)?\}`;
const atStart = new RegExp(`^(?:${list})`, 'u');
// From the first blank on: a long run of them would else be tried from each.
const atEnd = new RegExp(`(?<!\\s)\\s*(?:${list})\\s*$`, 'u');
const alone = new RegExp(`^(?:\\{:[^{}\\n]*\\})$`, 'u');
/** What such a list may stand behind, without a space. */
const carriers = new Set([
  'link',
  'linkReference',
  'image',
  'imageReference',
  'inlineCode',
  'strong',
  'emphasis',
]);

export const attributeLists: Flavour = {
  adapt(tree) {
    visit(tree, 'heading', (heading) => {
      const last = heading.children.at(-1);
      const written = last?.type === 'text' ? atEnd.exec(last.value)?.[0] : undefined;
      if (last?.type !== 'text' || written === undefined) return;
      const id = /[\s{:]#([^\s{}]+)/u.exec(written)?.[1];
      last.value = last.value.slice(0, -written.length) + (id === undefined ? '' : ` {#${id}}`);
    });
    visit(tree, 'text', (node, index, parent) => {
      const before = index ? (parent as Parent | undefined)?.children[index - 1] : undefined;
      if (!before || !carriers.has(before.type)) return;
      const written = atStart.exec(node.value)?.[0];
      if (written === undefined) return;
      node.value = node.value.slice(written.length);
      if (before.type === 'image') readSize(before, written);
    });
    // A line of its own belongs to the block above it.
    visit(tree, 'paragraph', (node: Paragraph, index, parent) => {
      const [only, ...others] = node.children;
      if (index === undefined || only?.type !== 'text' || others.length || !isAlone(only.value))
        return undefined;
      (parent as Parent).children.splice(index, 1);
      return index;
    });
  },
};

function isAlone(text: string): boolean {
  return alone.test(text) && atStart.test(text);
}

function readSize(image: Image, written: string): void {
  const size = (name: string) =>
    new RegExp(`\\b${name}[= ]["']?(\\d{1,4})(?:px)?\\b`, 'u').exec(written)?.[1];
  const [width, height] = [size('width'), size('height')];
  const hProperties = {
    ...image.data?.hProperties,
    ...(width ? { width: Number(width) } : {}),
    ...(height ? { height: Number(height) } : {}),
  };
  if (width || height) image.data = { ...image.data, hProperties };
}

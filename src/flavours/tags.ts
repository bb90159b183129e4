/**
 * `#태그/아래` in the text (Obsidian, Logseq, Quartz): a link to the tag's page, and a tag of the note.
 *
 * A tag begins after a space or a bracket, holds letters, digits, pictures, `_`, `-` and `/`, and not digits alone (`#1`). A colour
 * (`#ff8800`) is none, nor is an id in braces (`{: #절 }`). Folders of documentation (Docusaurus) do not write tags like this: there `#` is text.
 */
import type { Link, Parent, Root, RootContent, Text } from 'mdast';
import { isEmbed } from './embeds.ts';
import type { Flavour } from './flavour.ts';
import { SKIP, visitParents } from '../markdown/visit.ts';

const letter = String.raw`\p{L}\p{N}_\p{Extended_Pictographic}`;
const pattern = new RegExp(
  String.raw`(?<![^\s([{"'“‘「,·])#([${letter}][${letter}\p{M}\p{Emoji_Modifier}\u200d/-]*)`,
  'gu',
);

export const tags: Flavour = {
  adapt(tree, context) {
    if (context.isDocumentation) return;
    visitParents(tree, 'text', (node, ancestors) => {
      const parent = ancestors.at(-1) as Parent;
      if (ancestors.some(({ type }) => type === 'link' || type === 'heading' || type === 'linkReference'))
        return undefined;
      const parts = splitTags(node);
      if (!parts) return undefined;
      const index = parent.children.indexOf(node);
      parent.children.splice(index, 1, ...(parts as never[]));
      return [SKIP, index + parts.length];
    });
  },
};

function splitTags(node: Text): RootContent[] | null {
  const parts: RootContent[] = [];
  let past = 0;
  let seen = 0;
  let isInBraces = false;
  for (const match of node.value.matchAll(pattern)) {
    for (; seen < match.index; seen++) {
      const sign = node.value[seen];
      if (sign === '{') isInBraces = true;
      else if (sign === '}' || sign === '\n') isInBraces = false;
    }
    const tag = match[1]?.replace(/(?<![/-])[/-]+$/u, '').replace(/\/{2,}/gu, '/') ?? '';
    if (!isTag(tag) || isInBraces) continue;
    const end = match.index + 1 + tag.length;
    parts.push({ ...node, value: node.value.slice(past, match.index) });
    const url = `/tags/${tag}/`;
    const link: Link = { type: 'link', url, children: [{ type: 'text', value: `#${tag}` }] };
    link.data = { tag } as Link['data'] & object;
    if (node.position) link.position = node.position;
    parts.push(link);
    past = end;
  }
  if (!parts.length) return null;
  parts.push({ ...node, value: node.value.slice(past) });
  return parts.filter((part) => part.type !== 'text' || part.value);
}

/** Each step is a tag with a page: what has more of them is a path, or nothing. */
const mostSteps = 30;

function isTag(tag: string): boolean {
  if (tag.length > mostSteps && tag.split('/', mostSteps + 1).length > mostSteps) return false;
  if (!/[^\d/_-]/u.test(tag)) return false;
  return !(/^(?:[\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/iu.test(tag) && /\d/u.test(tag));
}

/** The tag that a link stands for; undefined for an ordinary link. */
export function tagOf(link: Link): string | undefined {
  return (link.data as { tag?: string } | undefined)?.tag;
}

/** Tags in a note's own text, each once. */
export function listTags(tree: Root): string[] {
  const found = new Set<string>();
  visitParents(tree, 'link', (link, ancestors) => {
    const tag = tagOf(link);
    if (tag !== undefined && !ancestors.some(isEmbed)) found.add(tag);
  });
  return [...found];
}

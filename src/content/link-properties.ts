/**
 * Properties that are links (`up: "[[노트]]"`, `related: ["[[가]]", "[[나]]"]`), as Obsidian and its plugins keep the
 * structure of a vault. They become lines above the note's text, as Dataview writes them (`up:: [[노트]]`): what the text
 * links, every part of the site knows.
 */
import { fileKind } from '../knowledge/published-files.ts';
import { toNfc } from '../knowledge/text.ts';

export interface LinkProperty {
  /** As the front matter spells it. */
  field: string;
  /** Links, and words between them, as Markdown. */
  text: string;
}

/** These have a meaning of their own, whatever form their values have. */
const others = new Set([
  'title',
  'parent',
  'relations',
  'tags',
  'tag',
  'aliases',
  'alias',
  'summary',
  'description',
]);
const link = /^!?(\[\[[^[\]\n]+\]\]|\[[^[\]\n]+\]\([^()\n]+\))$/u;

/** @param declared fields whose values the subject describes */
export function findLinkProperties(
  data: Readonly<Record<string, unknown>>,
  declared: ReadonlySet<string>,
): LinkProperty[] {
  return Object.entries(data).flatMap(([field, value]) => {
    const key = toNfc(field).trim();
    if (others.has(key) || declared.has(field) || !/^[\p{L}\p{N}][\p{L}\p{M}\p{N} _.-]*$/u.test(key))
      return [];
    const items = listItems(value);
    const links = items.filter(({ isLink }) => isLink);
    return links.length ? [{ field, text: items.map(({ text }) => text).join(', ') }] : [];
  });
}

/** What a value holds; nothing where it is no list of links. */
function listItems(value: unknown): { text: string; isLink: boolean }[] {
  const items = Array.isArray(value) ? (value as unknown[]) : [value];
  return items.flatMap((item): { text: string; isLink: boolean }[] => {
    // Without quotes YAML reads `[[노트]]` as a list in a list.
    const name = unwrap(item, items.length === 1 ? [1, 2] : [2]);
    if (name !== null) return [{ text: `[[${name}]]`, isLink: true }];
    if (typeof item !== 'string' || item.includes('\n')) return [];
    const text = toNfc(item).trim();
    const parts = text.split(/(?<=\]\]|\))\s*,\s*(?=!?\[)/u);
    if (parts.every((part) => link.test(part)))
      return parts.map((part) => ({ text: part.replace(/^!/u, ''), isLink: !isPicture(part) }));
    return text ? [{ text: text.replace(/[!-/:-@[-`{-~]/gu, '\\$&'), isLink: false }] : [];
  });
}

/** The only text in lists of one item each, so many deep; null for other lists and for numbers. */
function unwrap(item: unknown, depths: readonly number[]): string | null {
  let depth = 0;
  let inner = item;
  for (; Array.isArray(inner) && inner.length === 1; depth++) inner = (inner as unknown[])[0];
  return typeof inner === 'string' && /\p{L}/u.test(inner) && depths.includes(depth) ? inner : null;
}

/** A cover or a banner is for the eye. */
function isPicture(link: string): boolean {
  return fileKind(link.replace(/[#|].*$|\]\]$|\)$/gu, '')) === 'image';
}

/**
 * A text with lines for properties above it, each on the line of the file on which its property stands, so that what is
 * reported of it names that line.
 * @param bodyLine lines of the file before the text
 * @param lineOf the line of the file on which a property stands
 */
export function writeLinkProperties(
  properties: readonly LinkProperty[],
  { body, bodyLine }: { body: string; bodyLine: number },
  lineOf: (field: string) => number,
): { body: string; bodyLine: number } {
  const rows = new Map<number, string>();
  for (const { field, text } of properties) {
    const row = `${toNfc(field).trim()}:: ${text}`;
    // The last line before the text stays empty.
    const line = Math.max(1, Math.min(lineOf(field), bodyLine - 1));
    const before = rows.get(line);
    rows.set(line, before === undefined ? row : `${before} · ${row}`);
  }
  const first = Math.min(...rows.keys());
  if (!rows.size || bodyLine < 2) return { body, bodyLine };
  // Two spaces at its end break the line in Markdown.
  const lines = Array.from({ length: bodyLine - first + 1 }, (_, index) => {
    const row = rows.get(first + index);
    return row === undefined ? '' : rows.has(first + index + 1) ? `${row}  ` : row;
  });
  return { body: `${lines.join('\n')}\n${body}`, bodyLine: first - 1 };
}

/**
 * Signs that structure a text on its way through the index, where only words survive: rows and cells of a table, lines,
 * list items, and how strong the source of what stands before them is. Each is a word of its own, made of no letter, so
 * that Pagefind never finds it; readers never see one.
 */

/** Stands before each row, and before each cell of a row. Words of their own, so that cells are never neighbours. */
export const rowMark = '␞';
export const cellMark = '␟';

/** Stands for a cell that the one above it covers. */
export const sameMark = '␦';

/** Stands between two lines (paragraphs, list items) of one part. */
export const lineMark = '␤';

/** Stands before the text of a list item, once for each list that the item is inside of. */
export const itemMark = '␉';

/** Stands behind what a source says, by the strength of the source. */
export const strengthMarks = { primary: '␁', copy: '␂', secondary: '␃', unverified: '␄' } as const;

/** How near a source is to what it is cited for. */
export type Strength = keyof typeof strengthMarks;

const strengthOf = new Map(Object.entries(strengthMarks).map(([name, sign]) => [sign, name as Strength]));

/** The sign of a strength; empty for one that is not known. */
export function markStrength(strength: string): string {
  return Object.hasOwn(strengthMarks, strength) ? ` ${strengthMarks[strength as Strength]}` : '';
}

/** The strengths of the sources that a text cites, in order. */
export function listStrengths(text: string): Strength[] {
  return (text.match(/[␁-␄]/gu) ?? []).flatMap((sign) => strengthOf.get(sign as never) ?? []);
}

/** Text without the signs of lines, items and sources. Rows and cells stay. */
export function removeLineMarks(text: string): string {
  return text
    .replace(/ ?[␁-␄]/gu, '')
    .replace(/ ?[␤␉]+(?: [␤␉]+)* ?/gu, ' ')
    .trim();
}

/** What a section of a note lists. */
import type { PageEvidence, SectionEvidence } from './evidence.ts';
import { languages } from './question.ts';

export const mostItems = 8;
const longestItem = 160;

/** An English item of more words that ends in a full stop is a sentence. */
const mostNameWords = 12;

/** What a section lists: its items, the first column of its table, or the headings below it. */
export function listItems({ sections }: PageEvidence, at: number, aspect: readonly string[]): string[] {
  const section = sections[at];
  if (section === undefined) return [];
  if (section.table !== null) return listCells(section, aspect);
  const inside: SectionEvidence[] = [];
  for (const next of sections.slice(at + 1)) {
    if (next.kind === 'section' && next.level <= section.level) break;
    inside.push(next);
  }
  const isAspect = (text: string): boolean =>
    languages.some(({ aspects }) => aspects.flat().includes(text.toLowerCase().replace(/\s?[:：].*$/u, '')));
  const items = section.lines.filter(({ isItem }) => isItem).map(({ sentences }) => sentences[0]?.text ?? '');
  const labelled = section.lines
    .map(({ sentences }) => sentences[0]?.text ?? '')
    .filter((text) => /^[^:：.]{1,24}\s?[:：]\s+\S/u.test(text));
  const own = (items.length >= 2 ? items : labelled).filter((text, _, all) => !isSameLabel(text, all));
  const isOther = ({ title }: SectionEvidence): boolean =>
    aspect.length > 0 && title !== '' && aspect.every((word) => !title.includes(word)) && namesAspect(title);
  // A table of the two forms of a thing lists no steps of it.
  const table = inside.find((part) => part.table !== null && part.level === section.level && !isOther(part));
  // Beside whole sentences it is the table that names things.
  if (table !== undefined && aspect.length > 0 && !namesThings(own)) return listCells(table, aspect);
  // 장점, 단점: headings of what follows, which lists nothing.
  if (own.length >= 2 && !own.every(isAspect)) return own.slice(0, mostItems).map(shorten);
  // What a colon leads up to stands right below it.
  const next = sections[at + 1];
  const lead = section.lines.at(-1)?.sentences.at(-1)?.text ?? '';
  if (lead.endsWith(':') && next !== undefined && next.table !== null) return listCells(next, aspect, lead);
  const headings = inside.filter(({ kind, isEcho }) => kind === 'section' && !isEcho);
  const level = Math.min(...headings.map((heading) => heading.level));
  const titles = headings.filter((heading) => heading.level === level).map(({ title }) => title);
  if (titles.length >= 2 && !titles.every(isAspect)) return titles.slice(0, mostItems);
  if (table !== undefined) return listCells(table, aspect);
  return own.length === 0 && inside.length === 0 ? listCounted(sections, at) : [];
}

/** The headings beside one that says how many there are: “발생의 4가지 조건”, and then `1) 상호 배제` to `4)`. */
function listCounted(sections: readonly SectionEvidence[], at: number): string[] {
  const section = sections[at];
  const last = section?.lines.at(-1)?.sentences.at(-1)?.text ?? '';
  const count = [last, section?.title ?? ''].map(readNumber).find((number) => number > 1);
  if (section === undefined || count === undefined) return [];
  const others = sections.slice(at + 1).filter(({ kind }) => kind === 'section');
  const end = others.findIndex(({ level }) => level < section.level);
  const titles = others
    .slice(0, end < 0 ? undefined : end)
    .filter(({ level, isEcho }) => level === section.level && !isEcho)
    .map(({ title }) => title);
  const isNumbered = /^\W{0,2}1[.)]\s/u.test(titles[0] ?? '');
  const named = titles
    .slice(0, count)
    .map((title) => title.replace(/^\W{0,2}\d+[.)]\s*|^\[\s*|\s*\]$/gu, ''));
  // As many and no more, or numbered: what follows is of them.
  const isWhole = isNumbered || titles.length === count;
  return named.length === count && isWhole ? named.slice(0, mostItems) : [];
}

/** The small number that a text says; 0 where it says none. */
function readNumber(text: string): number {
  const said = languages.flatMap(({ readNumeral }) => readNumeral(text) ?? []);
  return Number(/(?<![\d.])[2-9](?![\d.])/u.exec(text)?.[0] ?? said[0] ?? 0);
}

/** True for items that most of them are names, or begin with one: whole sentences on something are no kinds of it. */
export function namesThings(items: readonly string[]): boolean {
  const sentences = items.filter(
    (text) => /[.…]$/u.test(text) && text.split(' ').length > mostNameWords && !/^[^.:]{2,60}:\s/u.test(text),
  );
  return sentences.length * 2 <= items.length;
}

/** True for an item whose label another one has as well: “Alias: …” says of each of several things the same, and names none. */
function isSameLabel(text: string, all: readonly string[]): boolean {
  const readLabel = (one: string): string =>
    /^([^:：]{1,24}?)\s?[:：]\s/u.exec(one)?.[1]?.replace(/e?s$/u, '') ?? '';
  const label = readLabel(text);
  return label !== '' && all.filter((one) => readLabel(one) === label).length > 1;
}

/** The column that the aspect heads, or else the first; where that holds properties, the heads of the others. */
function listCells({ table }: SectionEvidence, aspect: readonly string[], lead = ''): string[] {
  const head = table?.head ?? [];
  // A set of properties: what the first column is headed with is what is listed.
  const isLed =
    head[0] !== undefined && lead.toLowerCase().includes(head[0].toLowerCase().replace(/(?:y|e?s)$/u, ''));
  const named = head.findIndex((cell) => aspect.includes(cell.toLowerCase()));
  const isCompared = languages.some(({ propertyHead }) => propertyHead.test((head[0] ?? '').toLowerCase()));
  // Type and description are told of each property.
  const isDescribed = head
    .slice(1)
    .some((cell) => languages.some(({ meaningColumn }) => meaningColumn.test(cell.toLowerCase())));
  const cells =
    named <= 0 && isCompared && !isLed && !isDescribed && head.length > 2
      ? head.slice(1)
      : (table?.rows ?? []).map((row) => row[Math.max(0, named)]?.text ?? '');
  return [...new Set(cells.filter((cell) => cell !== ''))].slice(0, mostItems).map(shorten);
}

/** True where the last word of a caption is an aspect: “연합학습의 두 형태”. */
export function namesAspect(title: string): boolean {
  const last = title.toLowerCase().split(/\s+/u).at(-1) ?? '';
  return languages.some(({ aspects }) => aspects.flat().includes(last));
}

/** An item of a list, cut at a word where it is long. */
export function shorten(text: string): string {
  if (text.length <= longestItem) return text;
  const cut = text.slice(0, longestItem);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestItem / 2))}…`;
}

/** True for the words that ask for kinds. */
export function isOfKinds(aspect: readonly string[]): boolean {
  return languages.some(({ kindsAspect }) => aspect.includes(kindsAspect));
}

/** True for a text that lists three or more things, or says how many there are. */
export function namesSeveral(text: string): boolean {
  return (
    ((text.match(/[,·、/]|\s(?:and|or)\s|[가-힣](?:와|과|나|이나|및|또는)\s/gu)?.length ?? 0) >= 2 &&
      /[,·、/가-힣]/u.test(text)) ||
    languages.some(({ countWords }) => text.search(countWords) >= 0) ||
    /\d/u.test(text)
  );
}

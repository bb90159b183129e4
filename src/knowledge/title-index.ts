/** All notes by the first letter of their titles. */
import { folderOf } from './note.ts';
import { pagePath } from './address.ts';
import { firstConsonant } from './first-consonant.ts';
import type { Library } from './library.ts';
import { shortTitle } from './navigation.ts';
import { groupBy, type PageLink } from './note-page.ts';
import { compareTitles } from './text.ts';

/** Where the index is. */
export const titleIndexAddress = 'a-z';

export interface TitleGroup {
  /** `ㄱ`, `A`, `0–9`, or `#` for everything else. */
  initial: string;
  items: (PageLink & { place: string })[];
}

/** More notes than this would make one page too heavy for a phone: each letter gets a page of its own. */
const mostOnOnePage = 800;

/** The groups of the index, in the order of the site's language: Hangul before Latin, or after it. */
export function buildTitleIndex(library: Library, base: string, isHangulFirst: boolean): TitleGroup[] {
  const notes = [...library.notes].sort(
    (a, b) =>
      compareTitles(fromFirstLetter(a.title), fromFirstLetter(b.title)) || compareTitles(a.title, b.title),
  );
  const rank = (initial: string) =>
    initial === '#' ? 3 : initial === '0–9' ? 2 : /[ㄱ-ㅎ]/u.test(initial) === isHangulFirst ? 0 : 1;
  return groupBy(notes, ({ title }) => initialOfTitle(title))
    .sort(([a], [b]) => rank(a) - rank(b) || compareTitles(a, b))
    .map(([initial, group]) => ({
      initial,
      items: group.map((note) => ({
        href: pagePath(base, note.address),
        title: shortTitle(note.title),
        place: placeOf(note, library),
      })),
    }));
}

/** Whether every letter has a page of its own. */
export function isSplit(groups: readonly TitleGroup[]): boolean {
  return groups.reduce((sum, { items }) => sum + items.length, 0) > mostOnOnePage;
}

/** A letter as addresses and anchors have it. */
export function letterName(initial: string): string {
  return initial === '#' ? 'etc' : initial === '0–9' ? '0-9' : initial.toLowerCase();
}

/** Address of a letter's page; of its place on the one page, with an anchor, where the index is not split. */
export function letterHref(initial: string, base: string, split: boolean): string {
  const name = letterName(initial);
  return split
    ? pagePath(base, `${titleIndexAddress}/${name}`)
    : pagePath(base, titleIndexAddress, `initial-${name}`);
}

/** The letter under which a title is looked for: signs before it do not count. */
export function initialOfTitle(title: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(title.normalize('NFC'))?.[0] ?? '';
  const consonant = firstConsonant(letter);
  if (consonant !== undefined) return consonant;
  if (/[ㄱ-ㅎ]/u.test(letter)) return letter;
  if (/\p{N}/u.test(letter)) return '0–9';
  const latin = letter.normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/u.test(latin) ? latin : '#';
}

/** A title without the signs before its first letter, by which it stands in order under that letter. */
function fromFirstLetter(title: string): string {
  return title.slice(Math.max(title.search(/[\p{L}\p{N}]/u), 0));
}

/** The collection of a note, or the folder where it has none. */
function placeOf(note: Library['notes'][number], { subject, folderNames }: Library): string {
  const collection = subject.collections.find(({ name }) => name === note.collection);
  if (collection) return collection.label;
  const folder = folderOf(note);
  return folderNames.get(folder) ?? folder.split('/').at(-1) ?? '';
}

/** What answers are made from: the names, pages and terms of a site, which the engine brings. */
import type { PlanTerm } from '../plan-query.ts';
import type { PageEvidence } from './evidence.ts';
import type { Names } from './names.ts';

/** The addresses of pages by their places in the catalogue. */
export function listUrls(places: readonly number[] | undefined, { urlOf }: AnswerWorld): string[] {
  return (places ?? []).flatMap((at) => urlOf(at) ?? []);
}

/** A term of the glossary. */
export interface TermEntry {
  name: string;
  /** The name, and all that means just the same. */
  names: string[];
  definition: string;
  /** Where it stands, and the note that says more of it. */
  url: string;
  note: string;
  noteUrl: string;
  kindLabel: string;
}

/** What answers are made from. */
export interface AnswerWorld {
  names: Names;
  /** The address of a page by its place in the catalogue. */
  urlOf: (at: number) => string | undefined;
  /** Its title. */
  titleOf: (at: number) => string | undefined;
  /** The notes of the kind that has one of these names (machines), and the page that lists them. */
  listKind: (names: readonly string[]) => { label: string; url: string; titles: string[] } | undefined;
  /** The notes are in Korean. */
  isHangul: boolean;
  /** The forms under which a text may say each word. */
  planTerms: (text: string) => PlanTerm[];
  /** The first pages that the query finds, more where it asks or a value answers (most where it is `wide`), and those of each of `subjects` alone. */
  loadPages: (
    want: 'wide' | 'asked' | 'measured' | 'usual',
    subjects: readonly string[],
  ) => Promise<PageEvidence[]>;
  /** The pages in which the words stand nearest to each other, the one with most of them first. */
  loadPassages: (terms: readonly PlanTerm[]) => Promise<PageEvidence[]>;
  /** How rare a word is on the site: 0 for the most frequent, 1 for those that no list has; all are known once passages were loaded. */
  rateRarity: (word: string) => number;
  loadTerms: (at: readonly number[]) => Promise<TermEntry[]>;
}

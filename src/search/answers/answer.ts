import type { FoundPage } from '../index-document.ts';
import { removeMarks } from '../mark-compounds.ts';
import type { Strength } from '../text-marks.ts';
import type { QuestionKind } from './language.ts';

/** An answer that stands in the notes, and where. Nothing in it is made up: every string is the notes' own. */
export interface Answer {
  kind: AnswerKind;
  /** What it is about, as the notes call it. */
  subject: string;
  /** The answer itself: a sentence, a cell, a day; empty where `items` or `table` hold it. */
  text: string;
  /** What the text is of: the labels of its row and column, or the sentence around a day. */
  context: string;
  items: string[];
  table: { head: string[]; rows: string[][] } | null;
  /** From the site's root, without `BASE_PATH`. */
  url: string;
  note: string;
  section: string;
  /** The headings above that of its section. */
  above?: string;
  kindLabel: string;
  asOf: string;
  strength: Strength | '';
  /** The two notes that a difference is between, from the site's root; they can be read side by side. */
  compared?: [string, string];
}

/** An answer of a page with the place filled in. */
export function makeAnswer(
  kind: AnswerKind,
  page: Pick<FoundPage, 'url' | 'title' | 'kindLabel' | 'asOf'>,
  place: { id: string; titles: readonly string[] },
  found: Partial<Answer>,
): Answer {
  return {
    kind,
    subject: '',
    text: '',
    context: '',
    items: [],
    table: null,
    url: place.id === '' ? page.url : `${page.url}#${place.id}`,
    note: removeMarks(page.title),
    section: place.titles.at(-1) ?? '',
    ...(place.titles.length > 1 && { above: place.titles.slice(0, -1).join('\n') }),
    kindLabel: page.kindLabel,
    asOf: page.asOf,
    strength: '',
    ...found,
  };
}

/** What an answer is called; a formula is a value. */
export type AnswerKind = Exclude<QuestionKind, 'formula'>;

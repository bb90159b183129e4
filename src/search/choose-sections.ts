/** Chooses, on a page that was found, the sections, tables, diagrams and terms that really hold the words. */
import { isEchoHeading } from './answers/question.ts';
import type { FoundPage, FoundPart } from './index-document.ts';
import { findForm, findForms, prepareText } from './match-text.ts';
import type { MatchLevel, PreparedText } from './match-text.ts';
import { removeMarks } from './mark-compounds.ts';
import type { PlanTerm } from './plan-query.ts';

/** What a section that repeats or asks is worth beside one that says it. */
const echoFactor = 0.3;

/**
 * The places of `page` to show, best first, each with the tables and diagrams that belong to it; and whether the page
 * holds all words, and together. A page that was found by its title or aliases only gives its beginning.
 */
export function chooseSections(
  page: FoundPage,
  terms: readonly PlanTerm[],
  phrase: string,
  literal: string,
): ChosenSections {
  const sections: ChosenSection[] = [];
  const title = scoreText(prepareText(page.markedTitle), terms, phrase);
  const seen = new Set<number>();
  let together = title.phrase;
  // An inflected form or a phrase that stands in one place means that place, however often its words stand elsewhere.
  const literalFactor = terms.length > 1 || terms[0]?.forms[0] !== literal ? 4 : 1.4;
  /** Level of the heading above, where what is below it only repeats or asks; Infinity elsewhere. */
  let echoLevel = Infinity;
  for (const part of page.parts) {
    if (part.kind === 'section') {
      if (part.level <= echoLevel) echoLevel = Infinity;
      if (isEchoHeading(removeMarks(part.title))) echoLevel = Math.min(echoLevel, part.level);
    }
    const score = scorePart(part, terms, phrase);
    if (score.value > 0 && removeMarks(`${part.title}\n${part.text}`).toLowerCase().includes(literal))
      score.value *= literalFactor;
    // What a note says comes before where it asks the reader, unless just that is looked for.
    if (echoLevel < Infinity && score.titleCoverage < 0.6) score.value *= echoFactor;
    score.found.forEach((term) => seen.add(term));
    together ||= score.together;
    const parent = sections.at(-1);
    const place = { part, score: score.value, ownScore: score.value };
    if ((part.kind === 'table' || part.kind === 'diagram') && parent !== undefined) {
      if (place.score > 0) {
        parent.children.push({ ...place, link: part.id === '' ? parent.link : part.id });
        // A section is as good as the best in it, and better when several things in it are.
        parent.score = Math.max(parent.score, place.score * 0.95) + Math.min(parent.score, place.score) * 0.1;
      }
    } else {
      const link = part.id === '' && part.kind !== 'lead' ? (parent?.link ?? '') : part.id;
      sections.push({ ...place, link, children: [] });
    }
  }
  title.found.forEach((term) => seen.add(term));
  const chosen = sections.filter((section) => section.score > 0);
  for (const section of chosen) section.children.sort((one, other) => other.score - one.score);
  chosen.sort((one, other) => other.score - one.score);
  const first = sections[0];
  const titleFits = title.value > 0 && title.coverage >= 0.6 && title.found.length === terms.length;
  if (first !== undefined && (titleFits || chosen.length === 0)) {
    // The note is about just this: its beginning comes first.
    const lead =
      first.part.kind === 'lead' ? first : { part: emptyLead, score: 0, ownScore: 0, link: '', children: [] };
    return {
      sections: [lead, ...chosen.filter((section) => section !== lead)],
      all: seen.size === terms.length,
      together,
      titleFits,
    };
  }
  return { sections: chosen, all: seen.size === terms.length, together, titleFits };
}

const emptyLead: FoundPart = { kind: 'lead', id: '', level: 1, title: '', text: '', lines: '' };

function scorePart(
  part: FoundPart,
  terms: readonly PlanTerm[],
  phrase: string,
): PartScore & { together: boolean; titleCoverage: number } {
  const text = scoreText(prepareText(part.text), terms, phrase);
  if (part.title === '') return { ...text, together: text.phrase, titleCoverage: 0 };
  const title = scoreText(prepareText(part.title), terms, phrase);
  const found = new Set([...text.found, ...title.found]);
  const coverage = found.size / Math.max(1, terms.length);
  const headingBonus = part.kind === 'term' && title.coverage > 0.8 ? 4 : 1.6 + title.coverage;
  const value = (text.raw + title.raw * headingBonus) * coverage ** 2;
  return {
    ...text,
    value,
    found: [...found],
    together: text.phrase || title.phrase,
    titleCoverage: title.coverage,
  };
}

function scoreText(text: PreparedText, terms: readonly PlanTerm[], phrase: string): PartScore {
  let raw = 0;
  let letters = 0;
  const found: number[] = [];
  terms.forEach((term, at) => {
    const { value, length } = scoreTerm(text, term);
    if (value === 0) return;
    raw += value;
    letters += length;
    found.push(at);
  });
  const isPhrase = terms.length > 1 && found.length > 1 && findForm(text, phrase, 'prefix').length > 0;
  if (isPhrase) raw *= 1.6;
  const coverage = Math.min(1, letters / Math.max(1, text.stream.replaceAll('\n', '').length));
  return {
    value: raw * (found.length / Math.max(1, terms.length)) ** 2,
    raw,
    found,
    phrase: isPhrase,
    coverage,
  };
}

/** One word as written is worth more than ten times a stretch that happens to hold its letters. */
function scoreTerm(text: PreparedText, term: PlanTerm): { value: number; length: number } {
  const worth: Record<MatchLevel, number> = { strict: 1, prefix: 0.5, anywhere: 0.15 };
  for (const level of ['strict', 'prefix', 'anywhere'] as const) {
    let value = 0;
    let length = 0;
    term.forms.forEach((form, at) => {
      const { length: count } = findForm(text, form, level);
      if (count === 0) return;
      // The word just as it was typed says more than its stem, a synonym less.
      const factor = at > 1 ? 0.8 : at === 1 && form.length > (term.forms[0] ?? '').length ? 1.5 : 1;
      value = Math.max(value, (count / (count + 1.2) + 0.55) * worth[level] * factor);
      length = Math.max(length, form.replace(/\s/g, '').length);
    });
    if (value > 0) return { value, length };
  }
  return { value: 0, length: 0 };
}

/** How well a page says the query: 4 letter by letter, 3 but for blanks, 2 with its words together, 1 all of them, 0 less. */
export function rateFit(page: FoundPage, literal: string, stems: readonly string[]): number {
  const texts = listTexts(page).map(prepareText);
  const says = (form: string, level: MatchLevel): boolean =>
    texts.some((text) => findForm(text, form, level).length > 0);
  if (texts.some((text) => text.clean.toLowerCase().includes(literal))) return 4;
  if (says(literal, 'prefix')) return 3;
  if (says(stems.join(''), 'prefix') || (stems.length === 1 && says(literal, 'anywhere'))) return 2;
  return stems.every((stem) => says(stem, 'prefix')) ? 1 : 0;
}

/** True when the page says every one of `stems` somewhere, at least inside a word. */
export function holdsWords(page: FoundPage, stems: readonly string[]): boolean {
  const texts = listTexts(page).map(prepareText);
  return stems.every((stem) => texts.some((text) => findForms(text, [stem]).length > 0));
}

/** All that a page is searched by. */
function listTexts({ markedTitle, aliases, parts }: FoundPage): string[] {
  return [markedTitle, aliases, ...parts.flatMap((part) => [part.title, part.text])];
}

interface PartScore {
  value: number;
  raw: number;
  /** Which terms it holds. */
  found: number[];
  /** The words stand together. */
  phrase: boolean;
  /** The share of its letters that the words make up. */
  coverage: number;
}

export interface ChosenPlace {
  part: FoundPart;
  score: number;
  /** Without what stands in its tables and diagrams. */
  ownScore: number;
  /** The id to link to; empty for the page itself. */
  link: string;
}

export interface ChosenSection extends ChosenPlace {
  children: ChosenPlace[];
}

export interface ChosenSections {
  sections: ChosenSection[];
  all: boolean;
  together: boolean;
  /** The title says little else than the query. */
  titleFits: boolean;
}

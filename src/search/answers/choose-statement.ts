/**
 * Finds the one statement that says what was asked where no heading, list or property does: a sentence or row that holds
 * the words itself, or has the rest of them from the sentence before it, its headings and its note. What any part of the
 * question is missing from, says nothing of it.
 */
import { isHangulWord } from '../hangul.ts';
import { findForm, prepareText } from '../match-text.ts';
import type { PlanTerm } from '../plan-query.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { cover, dropBrackets, isClaimed, union } from './choose-facts.ts';
import { answersWant, fitsAsked, isSaidOf, isWhole, readRow, readSentence } from './choose-passage.ts';
import type { PassageQuestion } from './choose-passage.ts';
import type { PageEvidence, SectionEvidence, Sentence, TableEvidence } from './evidence.ts';
import { readWay } from './find-asked.ts';
import { languages, listGroup } from './question.ts';
import { escapeSigns } from './text-patterns.ts';

/** Of what neither the note nor its headings say, the statement itself must hold this part. */
const leastOwn = 0.6;

/** A paragraph longer than this speaks of several things. */
const longestParagraph = 700;

/** What a heading says that asks something else. */
const none = { found: new Set<number>(), share: 0 };

/** A longer sentence says more than what the next one is about. */
const longestLead = 90;

/** The best statement for `ask`; null where none says all of it. */
export function findStatement(pages: readonly PageEvidence[], ask: StatementQuestion): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  const { terms } = ask;
  if (terms.every(({ forms: [form = ''] }) => isVerb(form) || saysMeasure(form))) return null;
  /** A value is asked for where a number answers. */
  const said: StatementQuestion = ask.isMeasured ? { ...ask, wants: 'number' } : ask;
  const numbered = listNumbered(terms);
  const asked = readWay(ask.asked);
  pages.forEach((evidence, rank) => {
    const isNamed = ask.named.includes(evidence.page.url);
    const title = union(cover(evidence.page.title, terms).found, isNamed ? ask.subjectTerms : new Set());
    for (const section of evidence.sections) {
      if (section.isEcho || section.kind === 'diagram') continue;
      const way = readWay(section.title);
      // What tells how it is done need not be that which says when.
      const isOther = way !== '' && asked !== '' && way !== asked;
      const heading = isOther ? none : cover(section.title, terms);
      const above = isOther ? section.titles.slice(0, -1) : section.titles;
      const given = union(title, heading.found, cover(above.join('\n'), terms).found);
      const base = (isNamed ? 0.3 : 0) - rank * 0.15 + heading.found.size * 0.1;
      for (const [order, { text, head, before, found, isJoined }] of listCandidates(
        section,
        said,
      ).entries()) {
        const own = cover(text, terms).found;
        const all = union(own, cover(head, terms).found);
        const implied = listImplied(terms, text);
        // The day on which something begins is not the one on which it ends.
        if (ask.isUntil && !languages.some(({ until }) => until.said.test(text))) continue;
        if (!isClaimed(evidence, section, `${before}\n${text}`, terms)) continue;
        if (!fitsAsked(`${text}\n${head}`, said)) continue;
        if (!isSaidOf(text, said, heading.found.has(0) || title.has(0))) continue;
        if (!ask.isHow && said.wants === '' && terms.some(({ forms }) => isListed(forms[0] ?? '', text)))
          continue;
        // How to do something is told by what to do, not by what can be done.
        if (ask.isHow && !languages.some(({ deed }) => deed.test(text))) continue;
        // Nor by a sentence that has the deed from nothing but the name of its note.
        if (ask.isHow && !own.has(0) && !heading.found.has(0) && !/[가-힣]/u.test(ask.asked)) continue;
        const near = before === '' ? all : union(all, cover(before, terms).found);
        if (!holdsAll(terms, near, given, implied)) continue;
        // What has a number or a name of its own is not told by its neighbours.
        if (terms.some(({ forms }, at) => isMark(forms[0] ?? '') && !all.has(at) && !given.has(at))) continue;
        const context = [text, head, before, section.title, evidence.page.title].join('\n');
        if (numbered.some((term) => cover(context, [term]).found.size === 0)) continue;
        if (terms.some(({ forms }) => isPartOnly(forms[0] ?? '', context))) continue;
        const worth = weigh(all, text, { given, title, heading, implied }, said);
        if (worth === 0) continue;
        const score = worth + base - order * 0.03 - (isJoined ? 0.7 : 0);
        if (score <= (best?.score ?? 0)) continue;
        const content = found();
        if (content !== null)
          best = { score, answer: makeAnswer('passage', evidence.page, section, content) };
      }
    }
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** What can answer in a section: its sentences, each with those around it, or the rows of its table. */
function listCandidates(section: SectionEvidence, ask: StatementQuestion): Candidate[] {
  const { table } = section;
  if (table !== null)
    return table.rows.flatMap((row): Candidate[] => {
      const text = row.map((cell) => cell.text).join(' \n ');
      const label = cover(row[0]?.text ?? '', ask.terms);
      // A rack's power is not that of all, where the unit alone says what is asked for.
      const isOfPart =
        ask.terms.some(({ forms: [form = ''] }) => saysMeasure(form)) &&
        [...label.found].some((at) =>
          languages.some(({ measures }) => measures.test(ask.terms[at]?.forms[0] ?? '')),
        );
      const least = isOfPart ? 0.7 : 0.2;
      if (label.found.size > 0 && label.share >= least)
        return [{ text, head: table.head.join('\n'), before: '', found: () => readRow(section, row, ask) }];
      // A row of another name may still say it in one cell: a value, and what it is of.
      return ask.wants === ''
        ? []
        : row.slice(1).flatMap((cell, at) => readCell(table, row, cell, at + 1, ask));
    });
  return section.lines.flatMap((line, at): Candidate[] => {
    const paragraph = line.sentences.map(({ text }) => text).join(' ');
    const lead = line.isItem ? section.lines.slice(0, at).findLast(({ isItem }) => !isItem) : undefined;
    const leading = lead?.sentences.at(-1)?.text ?? '';
    // A value may leave to its paragraph what it is of; whatever else is said must say that itself.
    const isPart = ask.wants !== '' && paragraph.length <= longestParagraph;
    return line.sentences.flatMap((sentence, index): Candidate[] =>
      isWhole(sentence) &&
      !(ask.wants !== '' && languages.some(({ example }) => example.test(sentence.text))) &&
      (answersWant(sentence, ask) || (ask.wants === 'day' && givesMoment(sentence)))
        ? [
            ...(ask.wants === 'reason' ? [] : joinPrevious(line.sentences[index - 1], sentence)),
            {
              text: sentence.text,
              head: '',
              before: `${leading}\n${isPart ? paragraph : ''}`,
              found: () => readSentence(sentence),
            },
          ]
        : [],
    );
  });
}

function readCell(
  { head }: TableEvidence,
  row: readonly Sentence[],
  cell: Sentence,
  column: number,
  ask: StatementQuestion,
): Candidate[] {
  const labels = [row[0]?.text ?? '', head[column] ?? ''];
  // What another column is headed with is told there.
  const own = cover(head[column] ?? '', ask.terms).found;
  if (
    head.some(
      (other, at) =>
        at > 0 && at !== column && [...cover(other, ask.terms).found].some((term) => !own.has(term)),
    )
  )
    return [];
  const context = labels.filter((label) => label !== '').join(' · ');
  // The days and groups that a cell is of are no value of it: 2022-07~2025-07 청년(15~29세).
  const bare = languages.reduce((text, { date }) => text.replace(date, ''), dropBrackets(cell.text));
  return isWhole(cell, 6) && answersWant({ text: bare.replace(/\d+대(?![가-힣]{2})/gu, '') }, ask)
    ? [{ text: cell.text, head: '', before: context, found: () => ({ ...cell, context }) }]
    : [];
}

/** True for a sentence that says after or within which time: what has no day of its own. */
function givesMoment({ text }: Sentence): boolean {
  return languages.some(
    ({ moment, span, spanWords }) => moment.test(text) && (text.search(span) >= 0 || spanWords.test(text)),
  );
}

/** A sentence with the short one before it, which may name what it is about. */
function joinPrevious(previous: Sentence | undefined, sentence: Sentence): Candidate[] {
  if (previous === undefined || previous.text.length > longestLead || !isWhole(previous, 4)) return [];
  const text = `${previous.text} ${sentence.text}`;
  const found = () => readSentence({ ...sentence, text });
  return [{ text, head: '', before: '', isJoined: true, found }];
}

/** How well a statement that holds the terms `own` answers among what stands around it; 0 where it does not. */
function weigh(
  own: ReadonlySet<number>,
  text: string,
  { given, title, heading, implied }: Surroundings,
  { terms, wants, isDefinition }: StatementQuestion,
): number {
  const asked = terms.map((_, at) => at).filter((at) => !implied.has(at));
  const fresh = asked.filter((at) => !title.has(at));
  const said = fresh.filter((at) => own.has(at));
  const share = own.size / Math.max(1, asked.length);
  // A heading that asks for just this has what was wanted below it.
  if (wants !== '' && fresh.every((at) => heading.found.has(at)) && fresh.length > 0 && heading.share >= 0.5)
    return 2 + share;
  // The note is of all that is asked, and the value says by its unit what it is: a window, of 7 days.
  if (fresh.length === 0 && implied.size > 0 && own.size > 0) return 1.2 + share;
  // What says all of it itself, does so whatever its note is called.
  if (wants !== '' && own.size === asked.length && own.size > 1) return 1.6 + share;
  if (said.length === 0) return 0;
  if (wants !== '')
    return said.length >= fresh.filter((at) => !given.has(at)).length * leastOwn ? 1.5 + share : 0;
  if (own.size < 2 || said.length < fresh.length * leastOwn) return 0;
  // What something is, is not said wherever its words stand: a value may be.
  if (isDefinition && (!/(?<![\p{L}\d])\d/u.test(text) || (terms.length < 3 && implied.size === 0))) return 0;
  return 1 + share;
}

/** The terms that a value says by its unit alone: an amount, of $400. */
function listImplied(terms: readonly PlanTerm[], text: string): Set<number> {
  if (terms.length < 2) return new Set();
  const isFigure = /\d/u.test(text);
  return new Set(
    terms.flatMap(({ forms }, at) =>
      languages.some(
        ({ unitWords, spans }) =>
          (isFigure && forms.some((form) => unitWords.test(form))) ||
          spans.some(
            ({ asked, said, rivals, isNamed }) =>
              !isNamed &&
              forms.some((form) => asked.test(form)) &&
              said.test(text) &&
              // A timeout of 10 s is no interval.
              (rivals === undefined || (text.match(rivals) ?? []).every((word) => forms.includes(word))),
          ),
      )
        ? [at]
        : [],
    ),
  );
}

/** The names with the number that was typed behind each: Llama 3, which two words apart do not say. */
function listNumbered(terms: readonly PlanTerm[]): PlanTerm[] {
  return terms.flatMap(({ forms: [number = ''] }, at) => {
    const names = (terms[at - 1]?.forms ?? []).filter((form) => /^[a-z]/iu.test(form));
    return /^\d{1,2}(?:\.\d+)?$/u.test(number) && names.length > 0
      ? [{ forms: names.map((name) => `${name} ${number}`) }]
      : [];
  });
}

/** True for a word that a value says by its unit: often. */
function saysMeasure(word: string): boolean {
  return languages.some(
    ({ spans, unitWords }) => unitWords.test(word) || spans.some(({ asked }) => asked.test(word)),
  );
}

/** True for a verb of English, which alone names nothing: paid. */
function isVerb(word: string): boolean {
  return /[a-z](?:ed|ing)$/u.test(word) || listGroup('verbForms', word).length > 0;
}

/** True for a name that stands among others in a row: D of A, B, C, D, E; for bare words of English, before the last of them. What is said of all is not about it. */
function isListed(name: string, text: string): boolean {
  const sign = escapeSigns(name);
  if (/^[a-z]{3,}$/iu.test(name))
    return new RegExp(`,\\s(?:(?:an?|the|or|and)\\s)?${sign}s?,?\\s(?:or|and)\\s`, 'iu').test(text);
  return name.length < 3 && new RegExp(`[\\p{L}\\p{N}]\\s?[,·]\\s?${sign}\\s?[,·]`, 'iu').test(text);
}

/** True for a syllable that the text has only as the beginning of other words: 장 in 장비. */
function isPartOnly(word: string, text: string): boolean {
  return word.length === 1 && isHangulWord(word) && findForm(prepareText(text), word, 'strict').length === 0;
}

/** True for a word that names one of several by its number: HBM3e, 20대. */
function isMark(word: string): boolean {
  return /\d/u.test(word) && /\D/u.test(word);
}

function holdsAll(terms: readonly PlanTerm[], ...found: readonly ReadonlySet<number>[]): boolean {
  return terms.every((_, at) => found.some((set) => set.has(at)));
}

interface Candidate {
  text: string;
  /** The heads of a row's columns. */
  head: string;
  /** What stands around it, and may name what it is about. */
  before: string;
  found: () => Partial<Answer> | null;
  /** It is two sentences. */
  isJoined?: true;
}

interface Surroundings {
  given: ReadonlySet<number>;
  title: ReadonlySet<number>;
  heading: { found: ReadonlySet<number>; share: number };
  implied: ReadonlySet<number>;
}

export interface StatementQuestion extends PassageQuestion {
  /** It asks what something is. */
  isDefinition: boolean;
  /** The last day is asked for. */
  isUntil: boolean;
}

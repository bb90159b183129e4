/**
 * Finds the sentence, item or row that comes nearest to a question which nothing else answers. It need not hold every
 * word: what is said of the question is weighed by how rare the words are, in the statement itself, in the headings
 * above it and in what stands before it. Shown is only what holds most of the question and the kind of value that is
 * asked for, and what no other place comes as near to.
 */
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { cover, isClaimed, union } from './choose-facts.ts';
import { answersWant, fitsAsked, isSaidOf, isWhole, readSentence } from './choose-passage.ts';
import type { PassageQuestion } from './choose-passage.ts';
import type { PageEvidence, SectionEvidence } from './evidence.ts';
import { languages } from './question.ts';
import { verbWeight } from './weigh-word.ts';

/** What a word counts where the statement itself does not hold it. */
const worth = { heading: 0.9, title: 0.85, before: 0.35 };

/** So much of the question must be said in all, by rarity, and so much by the statement itself. */
const leastShare = 0.6;
const leastOwn = 0.35;

/** What holds less than this must be further ahead of what stands elsewhere. */
const sureShare = 0.8;
const margin = 0.12;

/** A query that does not ask is answered by what holds all of it. */
const bareShare = 0.93;

/** Of the label of a row that names a value, so much must be asked for. */
const leastLabel = 0.7;

const mostRows = 6;

/** The nearest statement to `ask`; null where none is near enough. */
export function findNearest(pages: readonly PageEvidence[], ask: NearestQuestion): Answer | null {
  const whole = ask.terms.reduce((sum, { weight }) => sum + weight, 0);
  let best: Rated | undefined;
  let next = 0;
  const rate = (rated: Rated): void => {
    if (best === undefined || rated.score > best.score) {
      if (best !== undefined && best.text !== rated.text) next = best.score;
      best = rated;
    } else if (rated.text !== best.text) next = Math.max(next, rated.score);
  };
  pages.forEach((evidence, rank) => {
    const { page, sections } = evidence;
    const isNamed = ask.named.includes(page.url);
    const title = union(cover(page.title, ask.terms).found, isNamed ? ask.subjectTerms : new Set());
    for (const section of sections) {
      if (section.isEcho || section.kind === 'diagram') continue;
      const heading = cover(section.titles.join('\n'), ask.terms).found;
      for (const candidate of listCandidates(section)) {
        const { text, head, before } = candidate;
        const own = cover(`${text}\n${head}`, ask.terms).found;
        if (own.size === 0 || !candidate.isWhole || isOfPart(candidate.label, ask)) continue;
        const near = before === '' ? own : cover(before, ask.terms).found;
        let said = 0;
        let saidOwn = 0;
        let isMissing = false;
        ask.terms.forEach(({ forms, weight, isNeeded }, at) => {
          const isOwn = own.has(at) || isImplied(forms, text);
          const share = isOwn
            ? 1
            : heading.has(at)
              ? worth.heading
              : title.has(at)
                ? worth.title
                : near.has(at)
                  ? worth.before
                  : 0;
          said += (share * weight) / whole;
          if (isOwn) saidOwn += weight / whole;
          if (share === 0 && isNeeded) isMissing = true;
        });
        if (
          isMissing ||
          saidOwn < (ask.form === 'difference' ? sureShare : leastOwn) ||
          !answersKind(candidate, ask)
        )
          continue;
        if (!candidate.isRow && !isSaidOf(text, ask, heading.has(0) || title.has(0))) continue;
        if (!isClaimed(evidence, section, `${before}\n${text}`, ask.terms)) continue;
        rate({
          score: said + saidOwn * 0.1 - rank * 0.01,
          said,
          text,
          answer: () => makeAnswer('passage', page, section, candidate.read()),
        });
      }
    }
  });
  const nouns = ask.terms.filter(({ weight }) => weight > verbWeight).length;
  // Verbs of English say as much as nouns do.
  const isOpen = nouns > 2 && /[가-힣]/u.test(ask.asked);
  const least = !ask.isAsked ? bareShare : isOpen ? leastShare : sureShare;
  if (best === undefined || best.said < least) return null;
  return best.said >= sureShare || best.score - next >= margin ? best.answer() : null;
}

/** True for a statement that gives the kind of value which is asked for. */
function answersKind({ text, head, isRow }: Candidate, ask: NearestQuestion): boolean {
  // The numbers of the question itself are none that answer it: 2026년 2분기.
  const fresh = (ask.asked.match(/\d[\d.,]*/gu) ?? []).reduce((left, one) => left.replaceAll(one, ' '), text);
  // A bound is a number: O(log n).
  const isBound = ask.wants === 'number' && /\bO\s?\(/u.test(text);
  if (!isBound && !answersWant({ text: fresh }, ask)) return false;
  // How to do something is told by what to do, and an example is the value of nothing.
  if (ask.isHow && !languages.some(({ deed }) => deed.test(text))) return false;
  if (ask.wants !== '' && languages.some(({ example }) => example.test(text))) return false;
  if (ask.wants === 'reason' && !languages.some(({ surelyBecause }) => surelyBecause.test(text)))
    return false;
  if (ask.form === 'difference' && !isRow && !languages.some(({ setApart }) => setApart.test(text)))
    return false;
  if (namesOther(text, ask.asked)) return false;
  return isBound || fitsAsked(`${text}\n${head}`, ask);
}

/** True for a text on another version of what the question names with its number: CMMI V1.3 is no CMMI 3.0. */
function namesOther(text: string, asked: string): boolean {
  return [...asked.matchAll(/([a-z]{2,})[ -]?v?(\d+(?:\.\d+)?)(?![\d.가-힣a-z])/giu)].some(
    ([, name = '', number = '']) => {
      const said = [...text.matchAll(new RegExp(`(?<![a-z])${name}[ -]?v?(\\d+(?:\\.\\d+)?)`, 'giu'))];
      return said.length > 0 && said.every(([, other]) => other !== number);
    },
  );
}

/** True for a row of the same value of a part: a rack's power is not that of all. */
function isOfPart(label: string, { terms }: NearestQuestion): boolean {
  const { found, share } = cover(label, terms);
  return (
    share < leastLabel &&
    [...found].some((at) => languages.some(({ measures }) => measures.test(terms[at]?.forms[0] ?? '')))
  );
}

/** True for a word that the unit of a value says: 금액 of 5,000원. */
function isImplied(forms: readonly string[], text: string): boolean {
  return languages.some(
    ({ unitWords, spans }) =>
      (/\d/u.test(text) && forms.some((form) => unitWords.test(form))) ||
      spans.some(
        ({ asked, said, isNamed }) =>
          isNamed !== true && forms.some((form) => asked.test(form)) && said.test(text),
      ),
  );
}

/** What can answer in a section: each sentence with the one before it, or each row of its table. */
function listCandidates(section: SectionEvidence): Candidate[] {
  const { table } = section;
  if (table !== null)
    return table.rows.map((row) => ({
      text: row.map(({ text }) => text).join(' \n '),
      head: table.head.join('\n'),
      before: '',
      label: row[0]?.text ?? '',
      isRow: true,
      isWhole: row.length > 1,
      read: () => ({
        subject: section.title,
        table: {
          head: ['', row[0]?.text ?? ''],
          rows: row
            .map(({ text }, at) => [table.head[at] ?? '', text])
            .slice(1)
            .filter(([, text]) => text !== '')
            .slice(0, mostRows),
        },
        strength: row[1]?.strength ?? '',
      }),
    }));
  return section.lines.flatMap(({ isItem, sentences }, at) => {
    const lead = isItem ? section.lines.slice(0, at).findLast((line) => !line.isItem) : undefined;
    return sentences.map((sentence, order) => ({
      text: sentence.text,
      head: '',
      before: sentences[order - 1]?.text ?? lead?.sentences.at(-1)?.text ?? '',
      label: '',
      isRow: false,
      isWhole: isWhole(sentence),
      read: () => readSentence(sentence),
    }));
  });
}

interface Candidate {
  text: string;
  /** The heads of a row's columns. */
  head: string;
  /** The sentence before it, or what leads up to its list. */
  before: string;
  /** The name of a row. */
  label: string;
  isRow: boolean;
  isWhole: boolean;
  read: () => Partial<Answer>;
}

interface Rated {
  score: number;
  /** How much of the question is said. */
  said: number;
  text: string;
  answer: () => Answer;
}

/** A word of the question in all forms in which a text may say it. */
export interface WeighedTerm {
  forms: string[];
  /** How much of the question it is: rare words more than frequent ones, verbs little. */
  weight: number;
  /** A name or number: what lacks it is about something else. */
  isNeeded: boolean;
}

export interface NearestQuestion extends PassageQuestion {
  terms: readonly WeighedTerm[];
}

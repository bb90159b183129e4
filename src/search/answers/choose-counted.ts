/** Finds what notes count by a noun of their own (네 자유, the three pillars): as many things as they say there are. */
import type { PlanTerm } from '../plan-query.ts';
import { makeKey } from '../synonyms.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { listAskedPatterns } from './asked-patterns.ts';
import { cover, union } from './choose-facts.ts';
import type { PageEvidence, SectionEvidence } from './evidence.ts';
import { listItems, mostItems, shorten } from './list-items.ts';
import { toPlainStyle } from './plain-style.ts';

/** A longer sentence tells of several things. */
const longest = 420;

/** A longer piece between two commas is no name. */
const longestName = 24;

const leastListed = 2;

/** Fewer than so many are no list of what a sentence does not count. */
const leastNamed = 3;

/** The list of `noun` that has as many as a heading or sentence says, and the question where it counts. */
export function findCountedNoun(pages: readonly PageEvidence[], ask: CountedQuestion): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  const patterns = listAskedPatterns();
  /** How many a text says there are: 0 where it says none. */
  const readNumber = (text: string): { count: number; from: number; to: number }[] =>
    patterns.flatMap(({ nounCounted, numerals }) =>
      [...text.matchAll(nounCounted(ask.noun))].map((match) => {
        const said = match.groups?.['count'] ?? match.groups?.['number'] ?? '';
        const count = Number(said) || numerals.indexOf(said) + 2;
        return { count, from: match.index, to: match.index + match[0].length };
      }),
    );
  const fits = (count: number): boolean => count > 1 && (ask.count === 0 || ask.count === count);
  pages.forEach((evidence, rank) => {
    const isNamed = ask.named.includes(evidence.page.url);
    const title = union(cover(evidence.page.title, ask.terms).found, isNamed ? ask.nameTerms : new Set());
    const offer = (
      section: Pick<SectionEvidence, 'id' | 'titles'>,
      found: Partial<Answer>,
      worth: number,
    ): void => {
      const score = worth - rank * 0.2;
      if (score > (best?.score ?? 0))
        best = { score, answer: makeAnswer('list', evidence.page, section, found) };
    };
    // A note on five principles has five headings, each of one: 단일 책임 원칙.
    const parts = listNounHeadings(evidence, ask.noun);
    if (title.size === ask.terms.length && ask.count > 1 && parts.length === ask.count)
      offer(
        { id: '', titles: [] },
        { subject: evidence.page.title, items: parts.slice(0, mostItems).map(shorten) },
        2.8,
      );
    evidence.sections.forEach((section, at) => {
      if (section.isEcho || section.kind === 'diagram') return;
      const headings = cover([...section.titles, section.title].join('\n'), ask.terms).found;
      const holds = (...found: readonly ReadonlySet<number>[]): boolean =>
        union(title, headings, ...found).size === ask.terms.length;
      // 스키마의 3계층 are the 3 levels that are asked for, by any name.
      const isSame =
        ask.count > 0 &&
        patterns.some(({ endsCounting, numerals }) => {
          const said = endsCounting.exec(section.title)?.groups?.['count'] ?? '';
          return (Number(said) || numerals.indexOf(said) + 2) === ask.count && said !== '';
        }) &&
        cover(section.title, ask.terms).found.size === ask.terms.length;
      // Where no number is asked for, the list under the very noun.
      if (ask.count === 0 && ask.noun !== '' && makeKey(section.title) === makeKey(ask.noun) && holds()) {
        const items = listItems(evidence, at, []);
        if (items.length >= leastListed) offer(section, { subject: section.title, items }, 2.6);
      }
      const counted = isSame
        ? { count: ask.count }
        : readNumber(section.title).find(({ count }) => fits(count));
      if (counted !== undefined && holds()) {
        const items = listItems(evidence, at, []);
        if (items.length === Math.min(counted.count, mostItems))
          offer(section, { subject: section.title, items }, 3);
      }
      for (const { sentences } of section.lines)
        for (const [order, { text, strength, led = [] }] of sentences.entries()) {
          if (text.length > longest || /[?？]$/u.test(text)) continue;
          if (!holds(cover(text, ask.terms).found)) continue;
          const next = sentences[order + 1]?.text ?? '';
          for (const { count, from, to } of readNumber(text).filter((one) => fits(one.count))) {
            const names = listNames(text, from, to, count) ?? (led.length === count ? led : null);
            if (names !== null) offer(section, { text, strength, items: names.map(shorten) }, 2.5);
            // 셋을 제공한다. 하나는 …: the sentence behind it says which.
            else if (splitNames(toPlainStyle(next)).length === count && text.length < longest / 4)
              offer(section, { text: `${text} ${next}`, strength }, 2);
          }
          const topic = patterns.some(({ nounTopic }) => nounTopic(ask.noun).test(text));
          if (ask.count === 0 && topic && splitNames(text).length >= leastNamed)
            offer(section, { text, strength }, 1.5);
        }
    });
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** The headings of one level that are named by the noun. */
function listNounHeadings({ sections }: PageEvidence, noun: string): string[] {
  const named = sections.filter(
    ({ kind, isEcho, title }) => noun !== '' && kind === 'section' && !isEcho && title.includes(noun),
  );
  const level = Math.min(...named.map((section) => section.level));
  return named.filter((section) => section.level === level).map(({ title }) => title);
}

/** The names that stand in brackets behind what counts them, or right before it: 검사·수정의 두 자유. */
function listNames(text: string, from: number, to: number, count: number): string[] | null {
  const [, inside = ''] = /^[^()（）.]{0,4}[(（]([^()（）]+)[)）]/u.exec(text.slice(to)) ?? [];
  const behind = splitNames(inside);
  if (behind.length === count) return behind;
  const [, lead = ''] = /^(.*[가-힣a-z)）])의\s*$/isu.exec(text.slice(0, from)) ?? [];
  const before = splitNames(lead.replace(/\s?[(（][^()（）]*[)）]/gu, ''));
  if (before.length < count) return null;
  const names = before.slice(-count);
  // What stands before the first name is no part of it.
  const [first = ''] = names;
  const rest = first.split(/(?<=[가-힣](?:은|는|이|가|을|를|로|에|해|고|며))\s|[.:：]\s/u).at(-1) ?? first;
  const all = [rest, ...names.slice(1)];
  return all.every((name) => name.length <= longestName) ? all : null;
}

function splitNames(text: string): string[] {
  return text
    .split(/\s*[,·、]\s*(?![^(（]*[)）])/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export interface CountedQuestion {
  /** All words of the subject, and which of them are its name. */
  terms: readonly PlanTerm[];
  nameTerms: ReadonlySet<number>;
  /** Addresses of the pages that bear that name. */
  named: readonly string[];
  /** What is counted, and how many the question says there are; 0 where it says none. */
  noun: string;
  count: number;
}

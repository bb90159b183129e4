/** Finds what tells two things apart: a table that has both, or the section that puts them side by side. */
import { findForms, prepareText } from '../match-text.ts';
import type { PlanTerm } from '../plan-query.ts';
import { makeKey } from '../synonyms.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { cover } from './choose-facts.ts';
import type { PageEvidence, Sentence } from './evidence.ts';
import { isName } from './define.ts';
import { listAskedPatterns } from './asked-patterns.ts';
import { languages } from './question.ts';

/** Names that stand closer are only named. */
const leastBetween = 14;

/** Rows of a comparison that are shown; the rest is behind its link. */
const mostRows = 6;

/**
 * The rows or columns of all of them in the table that says most; null where no table has all. Of the names of each
 * the first that the table has counts: how it was typed, before other words for it. `isStrict` leaves
 * out tables that list them among others, of something else. With `aspect` only what the table says of that.
 */
export function compareInTable(
  pages: readonly PageEvidence[],
  things: readonly (readonly string[])[],
  isStrict: boolean,
  aspect: readonly PlanTerm[] = [],
): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  pages.forEach((evidence, rank) => {
    for (const section of evidence.sections) {
      const { table } = section;
      if (table === null || section.isEcho) continue;
      const find = (labels: readonly string[], names: readonly string[]): number => {
        for (const name of names) {
          const at = labels.findIndex((label) => isLabelled(label, [name]));
          if (at >= 0) return at;
        }
        return findLed(labels, names[0] ?? '');
      };
      const labels = table.rows.map((row) => row[0]?.text ?? '');
      const rows = things.map((names) => find(labels, names));
      const columns = things.map((names) => find(table.head, names));
      const isRows = rows.every((at) => at >= 0) && new Set(rows).size === rows.length;
      // A table of nothing but the two has no labels before them.
      const isBare = table.head.length === things.length;
      const isColumns =
        columns.every((at) => at > 0 || (isBare && at === 0)) && new Set(columns).size === columns.length;
      const label = isBare ? [] : [0];
      if (!isRows && !isColumns) continue;
      const cells = table.rows.map((row) => row.map((cell) => cell.text));
      const shown = isColumns
        ? {
            head: [...label, ...columns].map((at) => table.head[at] ?? ''),
            rows: cells.map((row) => [...label, ...columns].map((at) => row[at] ?? '')),
          }
        : {
            head: ['', ...rows.map((at) => labels[at] ?? '')],
            rows: table.head
              .slice(1)
              .map((head, at) => [head, ...rows.map((row) => cells[row]?.[at + 1] ?? '')]),
          };
      const kept = shown.rows
        .filter((row) => row.slice(1).some((cell) => cell !== ''))
        .filter((row) => aspect.length === 0 || cover(row[0] ?? '', aspect).found.size === aspect.length)
        .slice(0, mostRows);
      if (kept.length === 0) continue;
      const title = makeKey(section.title);
      const isComparison = languages.some(({ comparisonHeading }) => comparisonHeading.test(section.title));
      // A table of something else that lists both tells only that apart, and only where there are no more than two of them.
      const place = [evidence.page.title, ...section.titles, section.title].map(makeKey);
      const isOfThem = things
        .flat()
        .some((name) => makeKey(name).length > 1 && place.some((text) => text.includes(makeKey(name))));
      if (isStrict && isRows && !isComparison && !isOfThem && labels.length > things.length) continue;
      const score =
        kept.length +
        (isComparison ? 2 : 0) +
        (title.includes(makeKey(things[0]?.[0] ?? '')) ? 1 : 0) -
        rank * 0.3;
      if (score <= (best?.score ?? -Infinity)) continue;
      best = {
        score,
        answer: makeAnswer('difference', evidence.page, section, {
          subject: section.title,
          table: { head: shown.head, rows: kept },
        }),
      };
    }
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** The sentences of the section whose heading names both. */
export function compareInSection(
  pages: readonly PageEvidence[],
  one: readonly string[],
  other: readonly string[],
): Answer | null {
  for (const evidence of pages)
    for (const section of evidence.sections) {
      if (section.isEcho || section.kind !== 'section') continue;
      const title = makeKey(section.title);
      const holds = (names: readonly string[]): boolean =>
        names.some((name) => makeKey(name).length > 1 && title.includes(makeKey(name)));
      if (!holds(one) || !holds(other)) continue;
      // What asks something else of both tells nothing apart.
      const isOther = listAskedPatterns().some(({ askingHead }) =>
        askingHead.test(section.title.toLowerCase()),
      );
      if (isOther && !languages.some(({ comparisonHeading }) => comparisonHeading.test(section.title)))
        continue;
      const sentences = tellApart(
        section.lines.flatMap((line) => line.sentences),
        one,
        other,
      );
      if (sentences.length === 0) continue;
      return makeAnswer('difference', evidence.page, section, {
        subject: section.title,
        text: sentences.map(({ text }) => text).join(' '),
        strength: sentences[0]?.strength ?? '',
      });
    }
  return null;
}

/** The sentence that sets one against the other: “While A …, B …”. */
export function compareInSentence(
  pages: readonly PageEvidence[],
  one: readonly string[],
  other: readonly string[],
): Answer | null {
  const says = (text: string, names: readonly string[]): boolean =>
    names.some((name) => name.length > 1 && cover(text, [{ forms: [name] }]).found.size > 0);
  for (const { page, sections } of pages)
    for (const section of sections) {
      if (section.isEcho || section.kind === 'diagram') continue;
      for (const [at, { text, strength }] of section.lines.flatMap(({ sentences }) => sentences).entries()) {
        if (/[?？]$/u.test(text)) continue;
        const parts = languages.some(({ contrast }) => contrast.test(text)) || dividesInto(text, one, other);
        if (parts && says(text, one) && says(text, other))
          return makeAnswer('difference', page, section, { subject: section.title, text, strength });
        // A note on the one need not name it to say that the other is something else.
        const isOfOne = [
          [one, other],
          [other, one],
        ].some(([own = [], of = []]) => isName(page.title, own) && says(text, of));
        if (!isOfOne || !languages.some(({ differing }) => differing.test(text))) continue;
        const next = section.lines.flatMap(({ sentences }) => sentences)[at + 1]?.text ?? '';
        return makeAnswer('difference', page, section, {
          subject: section.title,
          text: `${text} ${next}`.trim(),
          strength,
        });
      }
    }
  return null;
}

/** True for a sentence that divides something into the two, and says of each what it is: 이용자가 바꾸는 A와 자료에 숨기는 B. */
function dividesInto(text: string, one: readonly string[], other: readonly string[]): boolean {
  if (!listAskedPatterns().some(({ dividing }) => dividing.test(text))) return false;
  const places = [one, other].map((names) => findForms(prepareText(text), names)[0]?.[0] ?? -1);
  const [from = -1, to = -1] = places.toSorted((first, second) => first - second);
  return from >= 0 && to - from >= leastBetween;
}

/** The first sentence on both, or the first on each: what leads up to a comparison tells nothing apart. */
function tellApart(
  sentences: readonly Sentence[],
  one: readonly string[],
  other: readonly string[],
): Sentence[] {
  const says = ({ text }: Sentence, names: readonly string[]): boolean =>
    !/[?？]$/u.test(text) && findForms(prepareText(text), names).length > 0;
  const both = sentences.find((sentence) => says(sentence, one) && says(sentence, other));
  if (both !== undefined) return [both];
  const each = [one, other].flatMap((names) => sentences.find((sentence) => says(sentence, names)) ?? []);
  return each.length === 2 ? each : [];
}

/** Where the only label stands that begins or ends with the word that was typed: 클라우드 LLM; -1 where none or several do. */
function findLed(labels: readonly string[], typed: string): number {
  const led = labels.flatMap((label, at) => {
    const words = label.replace(/\s*[(（].*$/u, '').split(' ');
    // Standard RL: an English name stands last.
    const ends = [words[0] ?? '', ...(/^[ -~]+$/u.test(label) ? words.slice(-1) : [])];
    const isLong = words.length > 1 && words.length < 4;
    return isLong && ends.some((word) => makeKey(word) === makeKey(typed)) ? [at] : [];
  });
  return led.length === 1 && makeKey(typed).length > 1 ? (led[0] ?? -1) : -1;
}

function isLabelled(label: string, names: readonly string[]): boolean {
  const bare = label.replace(/\s*[(（].*$/u, '').replace(/\s(?:외|등|et\sal\.?)$/u, '');
  // A product's number behind its maker's name: NVIDIA H100.
  const number = /\s(\S*\d\S*)$/u.exec(bare)?.[1];
  const several = label.split(/\s*[·,]\s*/u);
  // A place before a name that ends in a number: 캘리포니아 SB 942.
  const placed = several.flatMap((part) => /^[가-힣]+\s([A-Z].*\d)$/u.exec(part)?.[1] ?? []);
  const parts = [label, bare, ...(number ? [number] : []), ...several, ...placed];
  return label !== '' && parts.some((part) => isName(part, names));
}

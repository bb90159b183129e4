/**
 * Finds why something is so: the sentence or cell that says what happens, whatever the ending of its verb, and gives a
 * cause for it. What only mentions a reason, or gives one for something else, is no answer.
 */
import { toJamo } from '../hangul.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { cover, union } from './choose-facts.ts';
import { isWhole } from './choose-passage.ts';
import type { PassageQuestion } from './choose-passage.ts';
import type { PageEvidence, SectionEvidence, Sentence } from './evidence.ts';
import { toPlainStyle } from './plain-style.ts';
import { languages } from './question.ts';
import { findVerb, stemVerb } from './verb-stem.ts';

/** What ends in such a syllable causes what follows it: 규칙이 없어 어렵다. */
const causing = /(?<!통)(?<!대)(?<!관)(?:[아어여워와려져커해라]서?|므로|니까|때문에|탓에|덕분에)[,]?$/u;

/** So many words may stand between a cause and its effect. */
const nearest = 4;

/** A sentence that says only that it is so, the next one why. */
const longestClaim = 70;

/** A sentence that begins with what it is about. */
const otherTopic = /^(?!이것?[은는]|그것?[은는])\S*[가-힣)）][은는](?=\s)/u;

/** What denies in a Korean sentence. */
export const denial = /않|못|없|아니/u;

/** The reason for what the nouns and verbs of a question say; null where none is given. */
export function findReason(pages: readonly PageEvidence[], ask: ReasonQuestion): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  const { terms, isNegative } = ask;
  const verbs = ask.verbs.map(stemVerb).filter((stem) => stem !== '');
  if (terms.length === 0 || terms.length + verbs.length < 2) return null;
  pages.forEach((evidence, rank) => {
    const isNamed = ask.named.includes(evidence.page.url);
    const title = union(cover(evidence.page.title, terms).found, isNamed ? ask.subjectTerms : new Set());
    for (const section of evidence.sections) {
      if (section.isEcho || section.kind === 'diagram') continue;
      const headings = [...section.titles, section.title].join(' \n ');
      const given = union(title, cover(headings, terms).found);
      const headWords = headings.split(/\s+/u);
      const isOfReasons = languages.some(({ wants, aspects }) =>
        [section.titles.at(-1) ?? '', section.title].some(
          (text) =>
            wants.reason.test(text) ||
            aspects.some(
              (group) => group.includes('원인') && group.some((word) => word !== '' && text.includes(word)),
            ),
        ),
      );
      for (const { sentence, before, next, label } of listClaims(section)) {
        const { text } = sentence;
        const words = text.split(/\s+/u);
        const own = cover(text, terms).found;
        const near = union(own, cover(`${label}\n${before}`, terms).found);
        if (terms.some((_, at) => !near.has(at) && !given.has(at))) continue;
        const places = verbs.map((stem) => findVerb(words, stem));
        const said = places.filter((at) => at >= 0).length;
        // What the heading says of it is what the sentence is about.
        if (verbs.some((stem, at) => (places[at] ?? -1) < 0 && findVerb(headWords, stem) < 0)) continue;
        if (said === 0 && (own.size < 2 || verbs.length > 0)) continue;
        if (isNegative && !denial.test(text)) continue;
        // What another thing does, is no reason of this one.
        if (own.size === 0 && label === '' && otherTopic.test(text)) continue;
        // 빠른 응답 is no effect, but a kind of answer.
        const effects = places.filter(
          (at) => at >= 0 && !isAttribute(words, at) && !isNeedOfOther(words, at, terms),
        );
        // 부러지는 이유는 …
        const isTopic = places.some(
          (at) => at >= 0 && /^(?:이유|원인|까닭)[은는]/u.test(words[at + 1] ?? ''),
        );
        const isReason =
          effects.some((at) => isCaused(words, at)) || isTopic || givesReason(text, words, effects, said > 0);
        const isClaim =
          isNegative && !isReason && text.length <= longestClaim && next !== undefined && isWhole(next);
        if (!isReason && !isClaim && !(isOfReasons && own.size + said > 1)) continue;
        if (languages.some(({ pointing }) => pointing.test(toPlainStyle(text)))) continue;
        const score =
          said +
          own.size * 0.6 +
          (isReason ? 0.6 : 0) +
          (isNamed ? 0.5 : 0) +
          (isOfReasons ? 0.4 : 0) -
          (own.size < near.size ? 0.3 : 0) -
          rank * 0.2;
        if (score <= (best?.score ?? 0)) continue;
        best = {
          score,
          answer: makeAnswer('passage', evidence.page, section, {
            text: isClaim ? `${text} ${next.text}` : text,
            context: label,
            strength: sentence.strength,
            items: isClaim ? [] : (sentence.led ?? []),
          }),
        };
      }
    }
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** True where a cause stands just before the word at `at`. */
export function isCaused(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - nearest), Math.max(0, at)).some((word) => causing.test(word));
}

/** True where a cause stands before one of the effects, or the sentence ends as a cause. `hasVerb`: only of those. */
function givesReason(
  text: string,
  words: readonly string[],
  effects: readonly number[],
  hasVerb: boolean,
): boolean {
  return languages.some(({ because }) => {
    const at = because.exec(text)?.index ?? -1;
    if (at < 0) return false;
    return (
      !hasVerb ||
      at > text.length - 14 ||
      effects.some((effect) => at < words.slice(0, effect).join(' ').length)
    );
  });
}

/** True for a verb that only says which: its last syllable ends in ㄴ or ㄹ, and a noun follows. */
function isAttribute(words: readonly string[], at: number): boolean {
  return at < words.length - 1 && /[ㄴㄹ]$/u.test(toJamo(words[at] ?? ''));
}

/** True where what is needed is what stands just before that, and nothing that was asked about: 확인 필요. */
function isNeedOfOther(words: readonly string[], at: number, terms: ReasonQuestion['terms']): boolean {
  const before = words[at - 1] ?? '';
  return (
    /^(?:필요|중요)/u.test(words[at] ?? '') &&
    before !== '' &&
    !causing.test(before) &&
    cover(before, terms).found.size === 0
  );
}

/** The sentences and cells of a section that can say it. */
function listClaims(section: SectionEvidence): Claim[] {
  const { table } = section;
  if (table !== null)
    return table.rows.flatMap((row) =>
      row.slice(1).flatMap((sentence, at): Claim[] => {
        // 장점 beside 단점: neither is what the row is of.
        const isBeside = languages.some(({ cellAspects }) => cellAspects.test(table.head[0] ?? ''));
        const labels = [isBeside ? '' : (row[0]?.text ?? ''), table.head[at + 1] ?? ''];
        return isWhole(sentence, 8)
          ? [{ sentence, before: '', label: labels.filter((text) => text !== '').join(' · ') }]
          : [];
      }),
    );
  return section.lines.flatMap(({ sentences }) =>
    sentences.flatMap((sentence, at): Claim[] =>
      isWhole(sentence)
        ? [{ sentence, before: sentences[at - 1]?.text ?? '', next: sentences[at + 1], label: '' }]
        : [],
    ),
  );
}

interface Claim {
  sentence: Sentence;
  before: string;
  next?: Sentence | undefined;
  /** What a cell is of. */
  label: string;
}

export interface ReasonQuestion extends PassageQuestion {
  /** The verbs of the question as they were typed; what else it says is in its terms. */
  verbs: readonly string[];
  /** It asks why something is not so. */
  isNegative: boolean;
}

/** Words behind a verb that add nothing to it: 안, 못해, 되나. */
const helping = /^(?:안|못|않\S*|못[하해]\S*|안[하해되돼]\S*|해야|하나\S*|하지|[돼되있없]\S*|[쓰써]\S*)$/u;

/** What only says that something is there: its reason may say so in other words. */
const happening = /^(?:생기|생겨|생긴|생길|발생|일어|나타|나오|나와|나왔|등장|그래|그런)/u;

/** The nouns and verbs of a Korean question for a reason; null where it is none. */
export function readReason(
  text: string,
): (Pick<ReasonQuestion, 'verbs' | 'isNegative'> & { nouns: string }) | null {
  if (!/[가-힣]/u.test(text)) return null;
  const words = text
    .split(' ')
    .filter(
      (word) =>
        !/^(?:왜|(?:이유|까닭)\S*|[하되][면는]|[해돼]도|때|더|덜|그렇게|이렇게|자꾸|계속|많이|굳이|꼭|항상|제일|가장)$/u.test(
          word,
        ),
    );
  while (words.length > 1 && helping.test(words.at(-1) ?? '')) words.pop();
  const last = words.pop() ?? '';
  const verb = happening.test(last) ? '' : last;
  const isVerb = (word: string): boolean => /[가-힣]{2}면$/u.test(word);
  return {
    nouns: words.filter((word) => !isVerb(word)).join(' '),
    verbs: [...words.filter(isVerb), verb].filter((word) => word !== ''),
    isNegative: /(?:^|\s)(?:안|못)\s|(?:^|\s)안[하해되돼]|않|못[하해]|없/u.test(text),
  };
}

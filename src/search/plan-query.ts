/**
 * Turns what a reader typed into the few plain searches that find it in Korean text: endings cut off, compounds opened
 * and joined, synonyms, initial consonants, and the keyboard left in the wrong language.
 * Pure: knows the site's words, never the index.
 */
import {
  dropLoneTail,
  fromEnglishKeys,
  getChoseong,
  isChoseongQuery,
  isHangulWord,
  normalizeText,
  toEnglishKeys,
} from './hangul.ts';
import { dropFunctionWords, listInflections } from './english.ts';
import { findStems, isAuxiliary, isEnding } from './particles.ts';
import { findAmount } from './amount-forms.ts';
import { findDay } from './day-forms.ts';
import { openCompound } from './segment-compounds.ts';
import { makeKey } from './synonyms.ts';
import type { Synonyms } from './synonyms.ts';
import type { WordList } from './word-list.ts';

/** Longer input is cut: nobody types it, and every further word costs time. */
const longestQuery = 200;
export const mostWords = 10;
const mostSearches = 12;

/** Words that readers add to a topic, but that its page need not say. */
const filler = new Set(
  (
    '개념 정의 의미 뜻 설명 종류 특징 장단점 방법 이란 란 무엇 차이 비교 예시 사례 개요 정리 ' +
    'types type kinds kind sorts list examples example meaning definition difference comparison overview'
  ).split(' '),
);

/**
 * Plans the searches for `query`. Any input gives a plan; one without words has no searches. `names` are titles, terms
 * and headings, which initial consonants may stand for.
 */
export function planQuery(
  query: string,
  list: WordList,
  synonyms: Synonyms,
  names: readonly string[] = [],
): Plan {
  const typed = normalizeText(query.slice(0, longestQuery * 2)).slice(0, longestQuery);
  const literal = isChoseongQuery(typed) ? typed : dropLoneTail(typed);
  const plan: Plan = { literal, terms: [], searches: [], unsure: [] };
  if (isChoseongQuery(literal)) return planChoseong(plan, list, [...names, ...synonyms.spellings]);
  const typedPieces = splitTokens(literal).flatMap((token) =>
    splitScripts(token).map((word) => ({ word, token })),
  );
  const pieces = dropFunctionWords(typedPieces).slice(0, mostWords);
  const words = pieces.map(({ word }) => word);
  if (words.length === 0) return plan;
  const analysed = words.map((word) => analyseWord(word, list));
  // The index knows 제 and 50조, but a reader of 제50조 looks for neither of them alone, nor for the 3 of 3천만.
  const isSplit = (token: string) =>
    /^\d+[가-힣]+$/.test(token) ||
    pieces.some((piece) => piece.token === token && /^[가-힣]$/.test(piece.word));
  plan.terms = analysed.map(({ word, stem }, at) => {
    const token = pieces[at]?.token ?? word;
    if (token !== word && isSplit(token)) return { forms: [token] };
    const forms = stem === word ? [word] : [stem, word];
    return { forms: [...new Set([...forms, ...listInflections(word)])] };
  });
  plan.unsure = analysed.filter(({ known }) => !known).map(({ stem }) => stem);

  const stems = analysed.map(({ stem }) => stem);
  const add = (text: string, weight: number, more: Partial<PlannedSearch> = {}): void => {
    if (plan.searches.length < mostSearches && !plan.searches.some((search) => search.text === text)) {
      plan.searches.push({ text, weight, ...more });
    }
  };
  add(stems.join(' '), 1);
  // Who types an inflected form that stands somewhere means that place.
  add(words.join(' '), words.length === 1 && stems[0] !== words[0] ? 4 : 1.15);
  // Exact words in this order: counts only for pages that say it without endings, but those come first.
  // A short word of English begins many others: IDE, identify.
  const isShort = typedPieces.length === 1 && /^[a-z]{2,4}$/.test(words[0] ?? '');
  if (typedPieces.length > 1 || isShort)
    add(
      `"${typedPieces
        .slice(0, mostWords)
        .map(({ word }) => word)
        .join(' ')}"`,
      1.4,
      isShort ? { whole: true } : {},
    );
  stems.slice(1).forEach((stem, at) => {
    const joined = (stems[at] ?? '') + stem;
    if (isHangulWord(joined) && list.hasPrefix(joined)) {
      add([...stems.slice(0, at), joined, ...stems.slice(at + 2)].join(' '), 1.2);
    }
  });
  if (analysed.some(({ parts }) => parts !== null)) {
    add(analysed.map(({ parts, stem }) => parts?.join(' ') ?? stem).join(' '), 0.75, { near: true });
  }
  addSynonyms(plan, words, stems, synonyms, list, add);
  addKeyboardSlips(plan, analysed, list, synonyms, add);
  addOtherForms(plan, pieces, add);
  const wanted = stems.filter((stem) => !filler.has(stem));
  if (wanted.length > 0 && wanted.length < stems.length) add(wanted.join(' '), 0.7, { loose: true });
  return plan;
}

/** The words of a text as they are searched: split at blanks and at punctuation that stands between words. */
export function splitWords(text: string): string[] {
  return splitTokens(text).flatMap(splitScripts);
}

/** The words of a text as they were typed, in one piece each: 제50조. */
function splitTokens(text: string): string[] {
  return (
    text
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      // The s of 2,048 GB/s is no word.
      .replace(/(?<=\d ?[a-zµ]{1,3})\/[a-z](?![a-z])/gu, '')
      .split(/[\s,;:!?·…、。"'“”‘’()[\]{}<>|\\/~^`*=]+/u)
      .map((word) => word.replace(/^(?:[-_&@%$]+|\.(?![a-z]))+|[-._&@%$]+$/g, ''))
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
  );
}

/** 생성형AI → 생성형, AI; GPU를 → GPU. */
function splitScripts(word: string): string[] {
  const pieces = word.split(/(?<=[가-힣])(?=[a-z0-9])|(?<=[a-z+#])(?=[가-힣])|(?<=\d)(?=[가-힣]{2})/);
  return pieces.filter(
    (piece, at) =>
      at === 0 || !/^[가-힣]{1,4}$/.test(piece) || !(isEnding('가', piece) || isEnding('각', piece)),
  );
}

export function analyseWord(word: string, list: WordList): Analysed {
  const stems = findStems(word);
  const count = (text: string): number | undefined => {
    const weight = list.getWeight(text);
    return weight === undefined ? undefined : 2 ** weight;
  };
  // The longest listed form is meant: 민주주의 before 민주주. An unlisted word loses its ending only if that is likely.
  const listed =
    findBareNoun(word, stems, list) ??
    [word, ...stems.toReversed()].find((form) => list.getWeight(form) !== undefined);
  const isInflected = listed === undefined && isListed(word, list);
  const opened = [word, ...stems.toReversed()].find((form) => openCompound(form, count) !== null);
  const cut = stems.find((stem) => stem.length >= 3) ?? stems[0];
  const stem =
    listed ??
    opened ??
    (list.hasPrefix(word) || isInflected
      ? word
      : (stems.find((form) => list.hasPrefix(form)) ?? cut ?? word));
  const parts = openCompound(stem, count);
  return {
    word,
    stem,
    parts,
    known: list.hasPrefix(stem) || isInflected,
    covered: parts !== null,
  };
}

/** True for a listed word and the forms of one. */
export function isListed(word: string, list: WordList): boolean {
  return [word, ...listInflections(word)].some(
    (form) =>
      list.getWeight(form) !== undefined ||
      list.findByPrefix(form, 9).some((known) => listInflections(known).includes(form)),
  );
}

/** The noun of 선택하고 or 데이터에서, also where the site writes that form so often that it is listed itself. */
function findBareNoun(word: string, stems: readonly string[], list: WordList): string | undefined {
  const weigh = (form: string) => list.getWeight(form) ?? -1;
  // One syllable may belong to the noun: 정확도 is not 정확.
  return stems
    .toReversed()
    .find((stem) => word.length - stem.length >= 2 && weigh(stem) >= Math.max(0, weigh(word)));
}

/** How many words and names initial consonants may stand for. */
export const mostChoseong = 6;

function planChoseong(plan: Plan, list: WordList, known: readonly string[]): Plan {
  const choseong = plan.literal.replace(/\s/g, '');
  const words = list.findByChoseong(choseong, mostChoseong);
  const names = known
    .map((name) => normalizeText(name).replace(/\s*\([^)]*\)$/u, ''))
    .filter((name) => fitsChoseong(name, choseong))
    .sort((one, other) => one.length - other.length)
    .map((name) => splitWords(name).join(' '));
  // Where something is written with just these initials, nothing longer is meant.
  const isExact = (name: string) => getChoseong(name.replace(/[^\p{L}\p{N}]/gu, '')) === choseong;
  const all = [...new Set([...words.filter(isExact), ...names, ...words])];
  const found = (all.some(isExact) && choseong.length > 3 ? all.filter(isExact) : all).slice(0, mostChoseong);
  const reason: Explanation = { kind: 'choseong', from: plan.literal, to: found };
  plan.searches = found.map((text, at) => ({ text, weight: 1 - at * 0.08, near: /\s/.test(text), reason }));
  plan.terms = [{ forms: found }];
  return plan;
}

/** True for a name that is written with these initials, or begins with them where they are many. */
function fitsChoseong(name: string, choseong: string): boolean {
  const initials = getChoseong(name.replace(/[^\p{L}\p{N}]/gu, ''));
  return initials === choseong || (choseong.length >= 3 && initials.startsWith(choseong));
}

/** Replaces every phrase that has synonyms, the longest first, by each of them. */
function addSynonyms(
  plan: Plan,
  words: string[],
  stems: string[],
  synonyms: Synonyms,
  list: WordList,
  add: AddSearch,
): void {
  for (let size = Math.min(synonyms.longest, words.length); size >= 1; size--) {
    for (let from = 0; from + size <= words.length; from++) {
      const phrase = stems.slice(from, from + size).join(' ');
      const found = synonyms.find(phrase);
      const others = found.length > 0 ? found : synonyms.find(words.slice(from, from + size).join(' '));
      for (const other of others.slice(0, 8)) {
        for (const term of plan.terms.slice(from, from + size)) term.forms.push(other);
        // A spelling that the site hardly uses would load a part of the index for nothing.
        const otherWords = splitWords(normalizeText(other));
        if (!otherWords.every((word) => list.hasPrefix(word))) continue;
        const text = [...stems.slice(0, from), ...otherWords, ...stems.slice(from + size)].join(' ');
        add(text, /\s/.test(other) ? 0.65 : 0.8, {
          near: /\s/.test(other),
          reason: { kind: 'synonym', from: phrase, to: [other] },
        });
      }
      if (others.length > 0 && size > 1) return;
    }
  }
}

/** How many longer words are searched for the one in them: for a single word, and for each of several. */
const mostContaining = { alone: 4, together: 2 };

/**
 * Searches for frequent words that hold the one typed where no noun begins (약점 in 취약점): the index knows them only
 * whole. Worth their time where the word itself finds little; what they find comes last.
 */
export function planContaining(plan: Plan, list: WordList): PlannedSearch[] {
  if (isChoseongQuery(plan.literal) || plan.terms.length > 3) return [];
  const stems = plan.terms.map(({ forms }) => forms[0] ?? '');
  const most = stems.length > 1 ? mostContaining.together : mostContaining.alone;
  return stems.flatMap((stem, at) => {
    if (!isHangulWord(stem) || stem.length < 2 || !list.hasPrefix(stem)) return [];
    const isPart = (word: string) =>
      analyseWord(word, list).parts?.some((part) => part.startsWith(stem)) ?? false;
    const longer = list
      .findByPart(stem, most * 3)
      .filter((word) => !isPart(word) && !isAuxiliary(word, stem));
    return longer.slice(0, most).map((word) => ({
      text: [...stems.slice(0, at), word, ...stems.slice(at + 1)].join(' '),
      weight: 0.2,
      contains: true,
      loose: true,
      forms: [word],
    }));
  });
}

/** What the same keys type in the other position of 한/영, where that is a word or the beginning of one. */
export function readOtherKeys(word: string): string | undefined {
  if (/^[a-z]{3,}$/.test(word)) {
    const other = fromEnglishKeys(word);
    // Half a syllable may be left at the end while typing, nowhere else; one syllable of fewer keys is as well an abbreviation.
    const isWord = /^[가-힣]{2,}[ㄱ-ㅎㅏ-ㅣ]?$/.test(other) || (word.length > 3 && /^[가-힣]$/.test(other));
    return isWord ? dropLoneTail(other) : undefined;
  }
  const other = /[ㄱ-ㅎㅏ-ㅣ]/.test(word) ? toEnglishKeys(word) : '';
  return /^[a-z0-9]+$/.test(other) ? other : undefined;
}

/** 한/영 left in the wrong position: only where what was typed means nothing here and the other reading does. */
function addKeyboardSlips(
  plan: Plan,
  analysed: Analysed[],
  list: WordList,
  synonyms: Synonyms,
  add: AddSearch,
): void {
  const corrected = analysed.map(({ word, stem, known }, at) => {
    const other = known ? undefined : readOtherKeys(word);
    if (other === undefined) return stem;
    const read = analyseWord(other, list);
    if (!read.known && !read.covered && synonyms.find(read.stem).length === 0) return stem;
    plan.terms[at]?.forms.push(read.stem);
    return read.stem;
  });
  if (corrected.every((word, at) => word === analysed[at]?.stem)) return;
  add(corrected.join(' '), 1, {
    reason: { kind: 'keyboard', from: plan.literal, to: [corrected.join(' ')] },
  });
}

/** A day or an amount is searched in the other forms in which notes may write it, too. */
function addOtherForms(plan: Plan, pieces: readonly Piece[], add: AddSearch): void {
  const found = findDay(plan.literal) ?? findAmount(plan.literal);
  if (found === undefined) return;
  const parts = new Set(splitTokens(found.typed));
  pieces.forEach(({ token }, at) => {
    if (parts.has(token)) plan.terms[at]?.forms.push(...found.others);
  });
  const rest = pieces.filter(({ token }) => !parts.has(token)).map(({ word }) => word);
  for (const other of found.others) {
    const words = splitWords(other);
    if (words.length === 1) plan.unsure.push(...words);
    add([...words, ...rest].join(' '), 1, { near: words.length > 1 });
  }
}

/** A word as it is searched, and the token that it was typed in. */
interface Piece {
  word: string;
  token: string;
}

type AddSearch = (text: string, weight: number, more?: Partial<PlannedSearch>) => void;

export interface Analysed {
  word: string;
  stem: string;
  parts: string[] | null;
  known: boolean;
  covered: boolean;
}

/** What to search, how to recognise what was found, and what to say about it. */
export interface Plan {
  /** What was typed, normalised; the literal search. */
  literal: string;
  /** One per word typed: the forms under which a text may say it. */
  terms: PlanTerm[];
  searches: PlannedSearch[];
  /** Stems that no listed word begins with. Pagefind answers those with a shorter prefix: check before believing. */
  unsure: string[];
}

export interface PlanTerm {
  forms: string[];
}

export interface PlannedSearch {
  text: string;
  /** Factor for the score of what it finds. */
  weight: number;
  /** Its words belong together; found apart they count for little. */
  near?: boolean;
  /** Part of what was typed is left out. */
  loose?: boolean;
  /** Why something else than typed is searched. Absent where it is the same word in another form. */
  reason?: Explanation;
  /** Counts only for pages that say its form, or all that was typed where it has none, letter by letter. */
  verified?: boolean;
  /** What it finds comes first: the word itself, and not those that begin with it. */
  whole?: boolean;
  /** Searches a longer word that holds the one typed. */
  contains?: boolean;
  /** Forms to recognise in the text when this guess is used. */
  forms?: string[];
}

export interface Explanation {
  kind: 'synonym' | 'typo' | 'keyboard' | 'choseong' | 'fewer';
  from: string;
  to: string[];
  /** What was typed may as well be a word that the notes lack. */
  isUnsure?: true;
}

/** The key of the whole query without blanks: where a text says it so, the words stand together. */
export function getPhraseKey(plan: Plan): string {
  return makeKey(plan.terms.map((term) => term.forms[0] ?? '').join(''));
}

/** Finds what notes say of a thing in passing: in brackets, in a sentence on something else, as the long form of an abbreviation. */
import { soundsAlike } from '../sound.ts';
import { makeKey } from '../synonyms.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import {
  findRest,
  isName,
  isRemark,
  longest,
  saysNothing,
  saysOther,
  shortest,
  shortestLabelled,
  spell,
} from './define.ts';
import type { PageEvidence, SectionEvidence } from './evidence.ts';
import { isAcronym } from './names.ts';
import { toPlainStyle } from './plain-style.ts';
import { listAskedPatterns } from './asked-patterns.ts';
import { languages } from './question.ts';
import { escapeSigns } from './text-patterns.ts';

/** What was made for something is told by that, though nothing says what it is. */
const forPurpose = /위해|위하여|\bin order to\b|\bso that\b/u;

/**
 * The sentence in which a page says in passing what a thing is: with its long form in brackets (`FRIA(기본권 영향평가)`,
 * `fundamental rights impact assessment (FRIA)`), or one that begins with it. The brackets come first. Where a question
 * `asksDoing`, it may also say what the thing does.
 */
export function findMention(
  evidence: PageEvidence,
  names: readonly string[],
  asksDoing = false,
): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  const offer = (section: SectionEvidence, found: Partial<Answer>, score: number): void => {
    if (section.isEcho) score -= 3;
    if (score <= (best?.score ?? 0)) return;
    best = { answer: makeAnswer('definition', evidence.page, section, found), score };
  };
  const name = names.find((one) => isShortName(one)) ?? '';
  const long = names.find((one) => /^[가-힣]{2}[가-힣 ]*$/u.test(one)) ?? '';
  for (const section of evidence.sections) {
    if (section.kind === 'diagram') continue;
    if (section.table !== null && name !== '')
      for (const row of section.table.rows) {
        const cell = row.slice(1).find(({ text }) => findExpansion(text, name) !== null);
        if (cell !== undefined)
          offer(
            section,
            { subject: row[0]?.text ?? '', text: cell.text, strength: cell.strength },
            cell.text.length < shortest ? 0 : 1.2,
          );
      }
    for (const { isHead, sentences } of section.lines)
      for (const [at, { text: said, strength, led }] of sentences.entries()) {
        const text = joinPointed(sentences[at - 1]?.text, said);
        if (text.length < shortest || text.length > longest || /[?？]$/u.test(text)) continue;
        // What only leads up to something, and a title, say nothing.
        if (isHead !== true && !isSaying(text)) continue;
        // 은행원 알고리즘(Banker's Algorithm) alone says it only in two languages.
        if (names.some((one) => makeKey(one) === makeKey(text.replace(/\s*[(（][^)）]*[)）]/gu, ''))))
          continue;
        const rest = findRest(text, names);
        if (rest !== null && (saysNothing(rest, names) || (rest.isLabel && isRemark(rest.rest)))) continue;
        const items = isHead === true ? led : undefined;
        const found = {
          ...{ subject: spell(evidence.page.title, text, names[0] ?? ''), text, strength },
          ...(items && { items }),
        };
        if (name !== '' && findExpansion(text, name) !== null) offer(section, found, 2.2);
        else if (
          long !== '' &&
          // One of several in a row is only named: 코드(SWE-bench), 멀티모달(MMMU), ….
          !new RegExp(
            `[)）\\p{L}\\p{N}][,·]\\s?${escapeSigns(long)}\\s?[(（][^()（）]*[)）]\\s?[,·]`,
            'u',
          ).test(text) &&
          // 고정 크기: 페이징(Paging) says too little.
          text.replace(/[(（][^)）]*[)）]/u, '').length - long.length > shortestLabelled &&
          new RegExp(
            `(?:^|[^\\p{L}\\p{N}\\s]\\s?|[은는을를이가의한할된로와과]\\s)${escapeSigns(long)}\\s?[(（][A-Za-z]{3,}|다[(（]${escapeSigns(long)}[)）][.]?$`,
            'u',
          ).test(text)
        )
          offer(section, found, 2.2);
        if (
          names.some(
            (one) => one !== '' && listAskedPatterns().some(({ calling }) => calling(one).test(text)),
          )
        )
          offer(section, found, 2.4);
        const isLabel = rest?.isLabel === true && rest.rest.length < shortestLabelled;
        const tells =
          (rest !== null && !isLabel) ||
          (asksDoing && names.some((one) => listAskedPatterns().some(({ doing }) => doing(one).test(text))));
        const plain = toPlainStyle(text);
        if (
          tells &&
          (rest === null || rest.isLabel || !saysOther(rest.rest)) &&
          !languages.some(
            ({ denying, notDefining }) =>
              denying.test(plain) || (!forPurpose.test(text) && notDefining.test(plain)),
          )
        )
          offer(section, found, rest === null ? 1.3 : 1.6);
      }
  }
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** A sentence that points at the one before it, behind that: “…. 이것을 커버링 인덱스라 한다.” */
function joinPointed(before: string | undefined, text: string): string {
  return before !== undefined && listAskedPatterns().some(({ pointsBack }) => pointsBack.test(text))
    ? `${before} ${text}`
    : text;
}

/** False for a name that leads up to what follows, and for the title of another text: 정규화(Normalization) 이해하기. */
function isSaying(text: string): boolean {
  if (/[:：]$/u.test(text)) return false;
  return !/[가-힣]기$|^[^.]+\s[-–—|]\s[^.]+[^.다요음임함됨]$/u.test(text);
}

/** What an abbreviation stands for, as a title or text has it in brackets beside it. */
export function spellOut(short: string, pages: readonly PageEvidence[]): Answer | null {
  for (const { page, sections } of pages)
    for (const section of sections) {
      // Below the heading of the abbreviation its long form may stand alone.
      const alone = [section.title, section.lines[0]?.sentences[0]?.text ?? ''].find(
        (text) => isName(section.titles.at(-2) ?? '', [short]) && isLongForm(text, short),
      );
      if (alone !== undefined)
        return makeAnswer('definition', page, section, {
          subject: section.titles.at(-2) ?? short,
          text: alone,
        });
      const texts = [
        page.title,
        section.title,
        ...section.lines.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
        ...(section.table?.rows.flat().map(({ text }) => text) ?? []),
      ];
      const long = texts
        .map((text) => findExpansion(text, short) ?? findStandsFor(text, short, texts))
        // 뮤텍스(Mutex) is the same word twice.
        .find((one) => one !== null && !soundsAlike(short, one));
      if (long !== undefined && long !== null)
        return makeAnswer('definition', page, section, {
          subject: short.toUpperCase() === short ? short : spellShort(texts, short),
          text: long,
        });
    }
  return null;
}

/** True for words in Latin letters, and nothing else, with the letters of the abbreviation. */
function isLongForm(text: string, short: string): boolean {
  return /^[A-Za-z]+(?:[ -][A-Za-z]+)+$/u.test(text) && isAcronym(short, [text]);
}

/** The abbreviation as it is written there. */
function spellShort(texts: readonly string[], short: string): string {
  const text = texts.find((one) => one.toLowerCase().includes(short.toLowerCase())) ?? '';
  const at = text.toLowerCase().indexOf(short.toLowerCase());
  return at < 0 ? short : text.slice(at, at + short.length);
}

/** True for an abbreviation: only those are put into brackets behind what they stand for. */
function isShortName(name: string): boolean {
  return /^(?:[a-z]|\d(?=[a-z]))[a-z0-9-]{1,9}$/iu.test(name);
}

/** What `short` stands for, where the text has one in brackets behind the other: `Time to First Token (TTFT)`. */
export function findExpansion(text: string, short: string): string | null {
  const sign = escapeSigns(short);
  const before = new RegExp(`(?<![\\p{L}\\p{N}-])${sign}\\s?[(（](?<long>[^()（）]{4,80})[)）]`, 'iu').exec(
    text,
  );
  const inside = before?.groups?.['long'];
  // What names it again spells nothing out: pnpm (or an entry for pnpm).
  const isAgain = inside?.toLowerCase().includes(short.toLowerCase()) === true;
  if (
    !isAgain &&
    inside?.split(/,\s/u).some((part) => isAcronym(short, [part]) || isHangulName(part)) === true
  )
    return inside;
  const behind = new RegExp(
    `(?<long>[\\p{L}\\p{N}][^.,;:()（）]{3,80}?)\\s?[(（](?:(?<other>[^()（）,]{4,60}),\\s)?${sign}s?(?:,\\s?(?<after>[^()（）]{2,60}))?[)）]`,
    'iu',
  ).exec(text)?.groups;
  if (isAcronym(short, [behind?.['after'] ?? '']) && /[\s-]/u.test(behind?.['after'] ?? ''))
    return behind?.['after'] ?? null;
  const long = [behind?.['other'], behind?.['long']].find(
    (one) =>
      one !== undefined && (isAcronym(short, listEnds(one)) || (/[가-힣]/u.test(one) && !behind?.['other'])),
  );
  if (long === undefined) return null;
  return (
    listEnds(long)
      .toReversed()
      .find((end) => isAcronym(short, [end])) ?? cutNoun(long)
  );
}

/**
 * What `short` stands for, where the text says so in a sentence: `User Datagram Protocol의 약자`, `short for …`. One that
 * does not name it must have its letters, or be of a text (`texts`) that begins with it.
 */
export function findStandsFor(text: string, short: string, texts: readonly string[]): string | null {
  for (const { standsFor } of listAskedPatterns()) {
    const long = standsFor.exec(text)?.groups?.['long']?.trim();
    if (long === undefined) continue;
    const isLatin = /^[a-z0-9-]+$/iu.test(short);
    const fits = isLatin
      ? listEnds(long)
          .toReversed()
          .find((end) => end.includes(' ') && isAcronym(short, [end]))
      : texts.some((one) => one.startsWith(short)) && !soundsAlike(short, long)
        ? long
        : undefined;
    if (fits !== undefined) return fits;
  }
  return null;
}

/** True for what may be the name in Korean: its letters do not tell. */
function isHangulName(text: string): boolean {
  return /[가-힣]/u.test(text) && !/\d/u.test(text) && !languages.some(({ aside }) => aside.test(text));
}

/** The noun at the end of Korean text: 실리콘 관통 전극 of 칩을 쌓고 실리콘 관통 전극. */
function cutNoun(text: string): string {
  const words = text.trim().split(/\s+/u);
  const from = words.findLastIndex(
    (word, at) => at < words.length - 1 && /[고은는을를의와과로며서]$/u.test(word),
  );
  return words.slice(from + 1).join(' ');
}

/** The last words of a text, from each of them on: what stands in front of a bracket may begin anywhere. */
function listEnds(text: string): string[] {
  const words = text.split(/\s+/u);
  return words.map((_, at) => words.slice(at).join(' '));
}

/** Finds the sentence that says what something is. */
import { foldForms } from '../hangul.ts';
import { soundsAlike } from '../sound.ts';
import { findForms, prepareText } from '../match-text.ts';
import { makeKey } from '../synonyms.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { deepest } from './evidence.ts';
import type { Line, PageEvidence, SectionEvidence, Sentence } from './evidence.ts';
import { isAcronym, splitTitle } from './names.ts';
import { toPlainStyle } from './plain-style.ts';
import { languages } from './question.ts';
import { dottedName, isCode } from './text-patterns.ts';

/** A definition is a sentence: shorter is a label, longer a paragraph. */
export const shortest = 8;

/** Below this a sentence only happens to begin with the name. */
const leastScore = 2.05;

/** From here on a sentence says what the thing is; below, it is a label, or only stands under the name. */
export const plainScore = 3;

/** From here on a sentence is a definition even for a word that nobody asked about. */
const sureScore = 3.8;

/** Behind a colon may stand a number, or another name. */
export const shortestLabelled = 9;

export const longest = 320;

/** A label that leads to less is told more of by the next sentence. */
const leastLabelled = 28;

/** Less beside the name in what its label leads to says nothing of it. */
const leastBesides = 16;

/** Words of each part of a list of names. */
const mostListed = 4;

/** Behind a label, fewer English words name what it goes with. */
const leastLabelWords = 5;

/** Fewer words are a name, or a label. */
const leastWords = 4;

/** What comes further down no longer introduces. */
const mostLines = 4;

/**
 * What `page` says that a thing with one of these names is, best first; none where it does not say so. `isNamed` where
 * the page itself bears the name: then its first sentence may leave the name out. With `isSure` only what can be nothing else counts.
 */
export function defineSubject(
  evidence: PageEvidence,
  names: readonly string[],
  isNamed: boolean,
  isSure = false,
): Answer | null {
  return rateSubject(evidence, names, isNamed, isSure)?.answer ?? null;
}

/** The same, and how surely it is a definition: from `plainScore` on a sentence says what the thing is. */
export function rateSubject(
  evidence: PageEvidence,
  names: readonly string[],
  isNamed: boolean,
  isSure = false,
): { answer: Answer; score: number } | null {
  let best: { answer: Answer; score: number } | null = null;
  const offer = (section: SectionEvidence, sentence: Sentence, score: number): void => {
    if (section.isEcho) score -= 3;
    if (isCode(sentence.text)) return;
    if (score < (isSure ? sureScore : leastScore) || score <= (best?.score ?? 0)) return;
    const found = {
      subject: spell(evidence.page.title, sentence.text, names[0] ?? ''),
      text: sentence.text,
      strength: sentence.strength,
      items: sentence.text.endsWith(':') ? (sentence.led ?? []) : [],
    };
    best = { answer: makeAnswer('definition', evidence.page, section, found), score };
  };
  evidence.sections.forEach((section, at) => {
    if (section.kind === 'diagram') return;
    if (section.table !== null) {
      const column = section.table.head.findIndex((cell) =>
        languages.some(({ meaningColumn }) => meaningColumn.test(cell.toLowerCase())),
      );
      if (column > 0)
        for (const row of section.table.rows) {
          const cell = row[column];
          if (cell !== undefined && cell.text !== '' && isName(row[0]?.text ?? '', names))
            offer(section, cell, isNamed ? 2.5 : sureScore);
        }
      return;
    }
    const heading = section.title.toLowerCase();
    const isGlossary = [evidence.page.title, ...section.titles].some((title) =>
      languages.some(({ glossaryHeading }) => glossaryHeading.test(title)),
    );
    const isDefinition = languages.some(({ definitionHeading }) => definitionHeading.test(heading));
    // Below its heading its long form may stand alone: CSRF, Cross Site Request Forgery.
    const isLongForm =
      section.level === deepest &&
      isName(section.titles.at(-2) ?? '', names) &&
      /^[A-Za-z][A-Za-z -]+$/u.test(section.title) &&
      names.some((name) => isAcronym(name, [section.title]));
    const isAbout =
      isLongForm ||
      [
        section.title,
        ...languages.map(({ definitionWords }) => section.title.replace(definitionWords, '')),
      ].some((title) => isName(title, names)) ||
      isBehindKind(section.title, names);
    // An outline gives the meaning below the name.
    const isBelow = section.level > deepest && isName(section.titles.at(-2) ?? '', names);
    if (section.kind === 'term' && isAbout) {
      const first = section.lines[0]?.sentences[0];
      if (first !== undefined) offer(section, first, 6);
    }
    // Below its heading a thing may be called what the heading calls it: 커넥션 풀 is Connection Pool there.
    const spellings = isAbout ? [...names, ...splitTitle(section.title)] : names;
    // What letters stand for comes before what the thing is.
    const opening = section.lines.findIndex(
      ({ sentences: [first] }) => !languages.some(({ spelling }) => spelling.test(first?.text ?? '')),
    );
    section.lines.forEach((line, lineAt) => {
      if (line.isHead === true) return;
      // A line that is the name alone heads what follows it.
      const next = section.lines[lineAt + 1];
      const [alone] = line.sentences.length === 1 ? line.sentences : [];
      const isHead = (line.isItem || section.kind !== 'lead') && !/[:：]/u.test(alone?.text ?? '');
      if (alone !== undefined && isHead && next !== undefined && isName(alone.text, names)) {
        const [first] = next.sentences;
        // Behind an item may come what is below it, or the next name.
        const isText =
          !next.isItem ||
          (line.isItem &&
            next.depth > line.depth &&
            (first?.text.split(' ').length ?? 0) > 3 &&
            !/[)）]$/u.test(first?.text ?? ''));
        if (first !== undefined && isText && isPlain(first.text) && isSentence(first.text))
          offer(section, first, 2.06);
      }
      line.sentences.forEach((sentence, sentenceAt) => {
        const rest =
          findRest(sentence.text, spellings) ??
          // PEFT는 …이고, LoRA는 …: two in one sentence.
          (section.kind === 'lead' ? findRest(sentence.text.replace(/^[^,;]+[,;]\s+/u, ''), names) : null) ??
          // 데이터베이스에서 정규화는 …을 뜻한다.
          (/^\S{2,12}에서\s/u.test(sentence.text) && endsDefining(sentence.text)
            ? findRest(sentence.text.replace(/^\S+\s/u, ''), names)
            : null);
        const isFirst = lineAt === Math.max(0, opening) && sentenceAt === 0;
        const early = section.kind === 'lead' ? 1.2 : at <= 2 ? 0.4 : 0;
        if (rest !== null && sentence.text.length >= shortest && sentence.text.length <= longest) {
          const rated = rateDefinition(sentence.text, rest);
          // A list of terms says of each what it is.
          const score = rated > 0 && rest.isLabel && isGlossary ? sureScore : rated;
          const isBrief = rest.isLabel && rest.rest.length < leastLabelled;
          const behind = isBrief ? line.sentences[sentenceAt + 1] : undefined;
          const isAgain =
            saysName(rest.rest, names) && !(rest.isLabel && findRest(rest.rest, names) !== null);
          if (score > 0 && !saysNothing(rest, names))
            offer(
              section,
              behind === undefined ? sentence : { ...sentence, text: `${sentence.text} ${behind.text}` },
              score +
                early +
                (isNamed ? 0.6 : 0) +
                (isDefinition || isAbout ? 0.8 : 0) -
                // A counter is a counter that …: what says it in other words is better.
                (isAgain ? 1.3 : 0),
            );
        } else if (isDefinition && isFirst && (isNamed || isAbout || isBelow) && isPlain(sentence.text)) {
          offer(section, sentence, 2.4);
        } else if (
          isFirst &&
          // Notes in items begin with one.
          (!line.isItem ||
            (isAbout && (section.level > deepest || endsDefining(sentence.text))) ||
            (section.kind === 'lead' && endsDefining(sentence.text))) &&
          (isNamed ? isOpening(evidence, at) : isAbout)
        ) {
          // The title has said the name already; a sentence that says it elsewhere is about something else.
          // Under its own heading that is more than a label elsewhere.
          if (isDefining(sentence.text) && !isMentioned(sentence.text, names))
            offer(
              section,
              sentence,
              isAbout && /[가-힣]/u.test(sentence.text) && endsDefining(sentence.text) ? 2.6 : 2.3,
            );
          else if (isAbout && section.level > deepest && isPlain(sentence.text))
            offer(section, sentence, 2.06);
        } else if (isFirst && line.isItem && isAbout && section.kind === 'section') {
          // The first item of an outline says it by a noun, and comes before what only begins with the name.
          if (isNounPhrase(sentence.text) && !isMentioned(sentence.text, names))
            offer(section, sentence, 2.25);
        } else if (isNamed && line.isItem && sentenceAt === 0) {
          const label = /^([^:：]{1,20}?)\s*[:：]\s*(.+)$/u.exec(sentence.text);
          if (languages.some(({ meaningColumn }) => meaningColumn.test((label?.[1] ?? '').toLowerCase())))
            offer(section, { ...sentence, text: label?.[2] ?? '' }, 3.5);
        }
      });
    });
  });
  return best;
}

/** What is said first under the name of a thing, where no sentence defines it: on its page, or under its heading. */
export function introduce(evidence: PageEvidence, names: readonly string[]): Answer | null {
  const { page, sections } = evidence;
  const begun = sections.find(({ lines }) => lines.length > 0);
  const section =
    begun?.kind === 'lead' && isName(page.title, names)
      ? begun
      : sections.find(
          ({ kind, title, lines }) => kind === 'section' && lines.length > 0 && isName(title, names),
        );
  if (section === undefined || section.isEcho) return null;
  const listPlain = (lines: readonly Line[]): Sentence[] =>
    lines
      .flatMap((line) => line.sentences)
      .filter(
        ({ text }) => isPlain(text) && isSentence(text) && !isCode(text) && !/^This\s(?!is\b)/u.test(text),
      );
  const prose = listPlain(section.lines.slice(0, mostLines).filter(({ isItem }) => !isItem));
  // Notes in items say it in the first ones.
  const sentences = prose.length === 0 ? listPlain(section.lines.slice(0, 2)) : prose;
  // What leads up to the name says less than the sentence that has it.
  const isPage = section.kind === 'lead';
  const named = isPage
    ? sentences.findIndex(({ text }) => findForms(prepareText(text), names).length > 0)
    : // Below its heading what begins with the name says more than what leads up to it.
      sentences.findIndex(
        ({ text }) => /^[ -~]+$/u.test(text) && names.some((name) => cutName(text, name) !== null),
      );
  const [first, second] = sentences.slice(Math.max(0, named));
  if (first === undefined || first.text.length < shortest * 2) return null;
  // What holds on a condition introduces nothing.
  if (/^(?:When|After|Before|Once|Since|While|Because|As)\s/u.test(first.text)) return null;
  // An English sentence that has the name elsewhere is about something else: a scheme for naming it.
  if (!/[가-힣]/u.test(first.text) && findRest(first.text, names) === null && isAside(first.text, names))
    return null;
  const isShort = second !== undefined && first.text.length + second.text.length < longest;
  // Nor is one that never has it: “Two things can be turned” is no turning.
  if (
    isPage &&
    !/[가-힣]/u.test(first.text) &&
    !saysName(isShort ? `${first.text} ${second.text}` : first.text, names)
  )
    return null;
  return makeAnswer('definition', page, section, {
    subject: isPage ? page.title : section.title,
    text: isShort ? `${first.text} ${second.text}` : first.text,
    strength: first.strength,
  });
}

/** True for an English sentence whose subject is another: the name comes behind a preposition. */
function isAside(sentence: string, names: readonly string[]): boolean {
  const [first] = findForms(prepareText(sentence), names);
  return (
    first !== undefined &&
    /\b(?:of|for|with|to|from|on|in|about|by|like|than|using|your|our)\s(?:an?\s|the\s)?["'“]?$/iu.test(
      sentence.slice(0, first[0]),
    )
  );
}

/** A title or field beside the text has no full stop. */
function isSentence(text: string): boolean {
  // Nor has a piece of code both of its quotation marks: respond "Hello!
  return /[가-힣]|[.!]["”’')]*$/u.test(text) && text.split('"').length % 2 === 1;
}

/** The name as the page writes it, in its title or else in the sentence; as it was typed where neither holds it. */
export function spell(title: string, sentence: string, name: string): string {
  const titled = splitTitle(title).find((part) => makeKey(part) === makeKey(name));
  const at = sentence.toLowerCase().indexOf(name.toLowerCase());
  return titled ?? (at < 0 ? name : sentence.slice(at, at + name.length));
}

/** True for a label that says its name again (라운드 로빈: 라운드 로빈 방식 활용), or only lists names: that defines nothing. */
export function saysNothing(
  { rest, isLabel }: { rest: string; isLabel: boolean },
  names: readonly string[],
): boolean {
  if (!isLabel) return false;
  const parts = rest.split(/,\s/u);
  const isList = parts.length >= 3 && parts.every((part) => part.split(/\s/u).length <= mostListed);
  const isShort = names.some((name) => rest.length < name.length + leastBesides);
  const isAgain = names.some((name) => cutName(rest, name) !== null) && findRest(rest, names) === null;
  return (
    isList ||
    isAgain ||
    (saysName(rest, names) && (isShort || /[가-힣]/u.test(rest)) && findRest(rest, names) === null)
  );
}

function saysName(text: string, names: readonly string[]): boolean {
  return findForms(prepareText(text), names).length > 0;
}

/** True for English that says something else of a thing than what it is: is likely to …, behind whatever stands between. */
export function saysOther(rest: string): boolean {
  // Cupping is tasting …: one deed is another.
  return !/[가-힣]|^\w+ing\b/u.test(rest) && languages[1]?.notDefining.test(`It is ${rest}`) === true;
}

/** The sentence behind the name it begins with and the word that makes it the topic; null where it begins otherwise. */
export function findRest(
  sentence: string,
  names: readonly string[],
): { rest: string; isLabel: boolean } | null {
  const text = foldForms(sentence)
    .replace(/^["'“”‘’『「※*†\s]+/u, '')
    .trim();
  const [, bracketed = '', behindBracket] =
    /^[^()（）:：]{2,30}?\s?[(（]([^()（）]{3,60})[)）](.*)$/u.exec(text) ?? [];
  for (const { article } of languages) {
    const bare = text.replace(article, '');
    for (const name of names) {
      // 연환산 매출(run rate)은 …: the other name is as good.
      const isOther =
        name.length > 2 && bracketed.split(/,\s/u).some((part) => makeKey(part) === makeKey(name));
      const after = isOther ? (behindBracket ?? null) : cutName(bare, name);
      if (after === null) continue;
      const behind = after
        .replace(/^["'“”‘’』」]+/u, '')
        .replace(/^\s?[(（][^)）]{1,60}[)）]/u, '')
        // X, also known as Y, is …; X or Y is …
        .replace(
          /^(?:(?:\s\w+ly)?,\s(?:i\.e\.|e\.g\.|[^,.]){2,80},|\s\w+ly|,?\sor\s\S+(?:\s\S+)??)(?=\s(?:is|are|was|were|refers)\s)/u,
          '',
        );
      for (const { topic } of languages) {
        const rest = behind.replace(topic, '');
        if (rest !== behind) return { rest: rest.replace(/^,/u, '').trim(), isLabel: false };
      }
      const label = /^\s*[:：]\s+|^\s+[—–-]\s+/u.exec(behind);
      if (label !== null) return { rest: behind.slice(label[0].length).trim(), isLabel: true };
    }
  }
  return null;
}

/** What follows a name that the text begins with, written in one word or in several; null where it begins otherwise. */
function cutName(text: string, name: string): string | null {
  const letters = [...name.toLowerCase()].filter((letter) => !/[\s-]/u.test(letter));
  let at = 0;
  for (const letter of letters) {
    if (at > 0) while (/[\s-]/u.test(text[at] ?? '')) at++;
    if (!text.slice(at).toLowerCase().startsWith(letter)) return null;
    at += letter.length;
  }
  return at === 0 ? null : text.slice(at);
}

/** How likely the sentence defines what it begins with; 0 where it does not. */
function rateDefinition(sentence: string, { rest, isLabel }: { rest: string; isLabel: boolean }): number {
  // 여기서 before the name only leads up to it.
  const said = languages.reduce((text, { article }) => text.replace(article, ''), toPlainStyle(sentence));
  if (rest.length < shortest / 2 || languages.some(({ notDefining }) => notDefining.test(said))) return 0;
  // One word behind a name is where a link leads: Raft - Wikipedia.
  if (isLabel)
    return rest.length < shortestLabelled ||
      isRemark(rest) ||
      /^[\w.:/-]+$/u.test(rest) ||
      languages.some(({ notDefining }) => notDefining.test(toPlainStyle(rest)))
      ? 0
      : 2.1;
  const hasHangul = /[가-힣]/u.test(rest);
  if (!hasHangul) {
    // Words put in behind the name hide what it is said to be.
    if (saysOther(rest)) return 0;
    if (languages[1]?.definingEnd.test(sentence) !== true) return 0;
    // What a thing is besides is not what it is first of all.
    return /^also\b/iu.test(rest) ? leastScore : 3;
  }
  return endsDefining(said) ? 3 : 1;
}

/** True for English behind a label that says what to do, or too few words to say what the thing is. */
export function isRemark(rest: string): boolean {
  if (/[가-힣]/u.test(rest)) return false;
  return (
    /^(?:you|we|your|see|click|please|if|when|use|go|ask|make)\b/iu.test(rest) ||
    (rest.split(/\s+/u).length < leastLabelWords && !/^(?:an?|the)\s|[.]$/iu.test(rest))
  );
}

/** True for a heading that has what kind of thing it is before its name: 가상 서버 EC2. */
function isBehindKind(title: string, names: readonly string[]): boolean {
  const [, name = ''] = /[가-힣]\s([A-Za-z][A-Za-z0-9 ]*)$/u.exec(title.trim()) ?? [];
  return name !== '' && isName(name, names);
}

/** True for Korean words that end as a noun does, and are more than a name. */
function isNounPhrase(sentence: string): boolean {
  return (
    sentence.split(/\s+/u).length >= leastWords &&
    /[가-힣](?<![다요까오음임함됨기][.。]?)[.。]?$/u.test(sentence) &&
    !/[:：]/u.test(sentence) &&
    isDefining(sentence)
  );
}

/** True for a sentence that names the thing without being about it: 2009년에 CORS가 나오기 전에. */
function isMentioned(sentence: string, names: readonly string[]): boolean {
  const [first] = findForms(prepareText(sentence), names);
  if (first === undefined) return false;
  // What it does is said without its name: “Configures X” is about a setting for it.
  const isOther = /[가-힣]/u.test(sentence) || (first[0] > 0 && !/^(?:an?|the)\s/iu.test(sentence));
  return isOther || first[0] > 30 || isAside(sentence, names);
}

/** True for a sentence that says what its title is without naming it. */
function isDefining(sentence: string): boolean {
  if (!isPlain(sentence) || /^(?:이|그|저|이런|그런|it\b|they\b|this\b|these\b)\s/iu.test(sentence))
    return false;
  if (!/[가-힣]/u.test(sentence)) return languages.some(({ definingStart }) => definingStart.test(sentence));
  const bare = sentence.replace(/[.。]$/u, '');
  return endsDefining(sentence) || !/(?:다|요|까|오)$/u.test(bare);
}

/** True for a Korean sentence that ends as definitions do. */
function endsDefining(sentence: string): boolean {
  return languages[0]?.definingEnd.test(toPlainStyle(sentence)) === true;
}

function isPlain(sentence: string): boolean {
  const said = toPlainStyle(sentence);
  return (
    sentence.length >= shortest &&
    sentence.length <= longest &&
    !languages.some(({ notDefining }) => notDefining.test(said))
  );
}

/** True for the first text of a page: at its top, or below the heading or the line that alone stands there. */
function isOpening({ sections }: PageEvidence, at: number): boolean {
  const section = sections[at];
  const isFirst = sections.slice(0, at).every(({ lines, table }) => lines.length === 0 && table === null);
  return isFirst && section !== undefined && (at <= 1 || section.level === deepest);
}

/** True where a page has a row, an item or a heading of this name: it is a part of what the page is about. */
export function hasLabel({ sections }: PageEvidence, name: string): boolean {
  return sections.some(
    (section) =>
      isName(section.title, [name]) ||
      section.table?.rows.some((row) => isName(row[0]?.text ?? '', [name])) === true ||
      section.table?.head.slice(1).some((cell) => isName(cell, [name])) === true ||
      section.lines.some(
        ({ isItem, sentences }) => isItem && isName(sentences[0]?.text.split(/[:：]/u)[0] ?? '', [name]),
      ),
  );
}

/** True for one of the things that a title lists and of which the page has each as one among others: SFT·RLHF·DPO. */
export function isOneOfSeveral(evidence: PageEvidence, name: string): boolean {
  const [, list = ''] = /[(（]([^)）]+)[)）]\s*$/u.exec(evidence.page.title) ?? [];
  const parts = list.split(/\s*[,·/]\s*/u);
  return isName(name, parts) && parts.filter((part) => hasLabel(evidence, part)).length > 1;
}

/** 쿠키 under the head Cookie, whichever of the two was typed. */
function isSameBySound(one: string, other: string): boolean {
  return soundsAlike(one, other) || soundsAlike(other, one);
}

/** True where a heading or label is one of the names, also behind a number or in brackets. */
export function isName(label: string, names: readonly string[]): boolean {
  const keys = new Set(names.map(makeKey));
  const bare = label.replace(/^\s*\d+(?:\.\d+)*[.)]?\s+/u, '');
  // admin.api is a place in a program, and not what is called an admin API.
  if (dottedName.test(bare) && names.every((name) => name.includes(' '))) return false;
  return (
    makeKey(bare) !== '' &&
    [bare, ...splitTitle(bare)].some(
      (label) =>
        keys.has(makeKey(label)) || names.some((name) => isSameBySound(makeKey(name), makeKey(label))),
    )
  );
}

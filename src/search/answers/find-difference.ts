/** Answers what tells two or three things apart: a table that has all, what each of them is, or the section on them. */
import { makeKey } from '../synonyms.ts';
import type { Answer } from './answer.ts';
import { compareInSection, compareInSentence, compareInTable } from './compare.ts';
import { findRest, introduce, isName } from './define.ts';
import type { PageEvidence } from './evidence.ts';
import { listUrls } from './answer-world.ts';
import type { AnswerWorld } from './answer-world.ts';
import { findLongestName, isAcronym, listForms } from './names.ts';
import type { Name } from './names.ts';
import { languages } from './question.ts';
import type { Question } from './question.ts';
import { escapeSigns, isCode } from './text-patterns.ts';

/** The difference that a question asks for, by the first way of reading its words that the notes have one for. */
export async function findDifference(
  question: Question,
  world: AnswerWorld,
  define: (question: Question, pages: readonly PageEvidence[], world: AnswerWorld) => Promise<Answer[]>,
): Promise<Answer[]> {
  for (const { things, aspect } of listCompared(question, world)) {
    const found = things.map((text) => world.names.find(text));
    const names = things.map((text, at) => {
      // What stands for both tells nothing apart.
      const others = new Set(
        found.flatMap((name, index) => (index === at ? [] : (name?.spellings.map(makeKey) ?? []))),
      );
      const own = found[at]?.spellings.filter((spelling) => !others.has(makeKey(spelling))) ?? [];
      return [...new Set([...listForms(text), ...own])];
    });
    const pages = await world.loadPages('asked', things);
    const compared = await findCompared(found, world);
    const property = world.planTerms(aspect);
    const table =
      compareInTable(pages, names, true, property) ??
      // Of one property any table tells that has all.
      (aspect === '' ? null : compareInTable(pages, names, false, property));
    if (table !== null) return [{ ...table, ...compared }];
    if (aspect !== '') continue;
    const each = await Promise.all(
      things.map((text) =>
        define({ ...question, kind: 'definition', subject: text, words: text, isAsked: true }, pages, world),
      ),
    );
    // Baked, of Baked coffee: what one title alone begins with is that.
    for (const [at, text] of things.entries()) {
      const titles = pages
        .map(({ page }) => page.title.toLowerCase())
        .filter((title) => title.startsWith(`${text} `));
      if (each[at]?.length === 0 && titles.length === 1)
        each[at] = await define(
          { ...question, kind: 'definition', subject: titles[0] ?? '', isAsked: true },
          pages,
          world,
        );
    }
    // What stands under the name of each tells them apart as well.
    things.forEach((text, at) => {
      if (each[at]?.length === 0)
        each[at] = pages.flatMap((page) => introduce(page, [text, ...listForms(text)]) ?? []).slice(0, 1);
    });
    // A sentence that only has the name in it tells nothing of it.
    each.forEach((answers, at) => {
      const forms = listForms(things[at] ?? '');
      each[at] = answers.filter((answer) => isToldOf(answer, forms) && !isCode(answer.text));
    });
    // Behind a label the name is no part of what is said.
    const texts = each.flatMap((answers) => answers[0]?.text.replace(/^[^:：]{1,40}[:：]\s+/u, '') ?? []);
    // Half of a comparison is no answer, nor is twice the same.
    // Nor does what their letters stand for.
    const isSpelled = texts.some(
      (text, at) =>
        languages.some(({ spelling }) => spelling.test(text)) ||
        // “Issues a redirect” only has the letters of redir.
        (!/[가-힣.]/u.test(text) &&
          !text.toLowerCase().includes(things[at] ?? '') &&
          isAcronym(things[at] ?? '', [text])),
    );
    if (texts.length === things.length && new Set(texts).size === texts.length && !isSpelled)
      return each.flatMap((answers, at) =>
        // Once, below all.
        answers[0] ? [{ ...answers[0], ...(at === each.length - 1 ? compared : {}) }] : [],
      );
    const [first = [], second = []] = names;
    const section =
      (names.length === 2 ? compareInSection(pages, first, second) : null) ??
      compareInTable(pages, names, false);
    if (section !== null) return [{ ...section, ...compared }];
    const told = names.length === 2 ? compareInSentence(pages, first, second) : null;
    if (told !== null) return [{ ...told, ...compared }];
  }
  return [];
}

/** False for an English sentence that has the name further down, below a heading of something else. */
function isToldOf({ text, section, note, subject }: Answer, forms: readonly string[]): boolean {
  const place = text.search(new RegExp(`\\b(?:${forms.map(escapeSigns).join('|')})\\b`, 'iu'));
  return (
    (place < 0 && !/^(?:an?|the)\s(?:[^\s,]+\s){1,10}?(?:is|are|was|were)\s/iu.test(text)) ||
    /[가-힣]/u.test(text) ||
    /^(?:an?|the)?\s?$/iu.test(text.slice(0, place)) ||
    findRest(text, [...forms, subject]) !== null ||
    [section, note].some((title) => isName(title, forms))
  );
}

/** The notes of two names, where each has one of its own. */
async function findCompared(
  names: readonly (Name | undefined)[],
  world: AnswerWorld,
): Promise<Pick<Answer, 'compared'>> {
  if (names.length !== 2) return {};
  const [one, other] = await Promise.all(
    names.map(async (name) => {
      const [url] = [...listUrls(name?.pages, world), ...listUrls(name?.aliased, world)];
      return url ?? (await world.loadTerms(name?.terms ?? []))[0]?.noteUrl ?? '';
    }),
  );
  return one && other && one !== other ? { compared: [one, other] } : {};
}

/** What is compared, and the one property that is asked of it; empty for all. Likeliest reading first. */
function listCompared({ subject, other }: Question, world: AnswerWorld): Compared[] {
  const { names } = world;
  if (other === '') return splitAtBlank(subject, world);
  // 성과 기반 과금: where commas part them, no particle does.
  const isListed = /[,·/]/u.test(`${subject}${other}`);
  const listed = languages.reduce<string[]>(
    (parts, { listMark }) =>
      parts.flatMap((part) => part.split(isListed ? /\s*[,·/]\s*(?:and\s+)?/u : listMark)),
    [subject, other],
  );
  const three = listed.map((part) => part.trim()).filter((part) => part !== '');
  const words = other.split(' ');
  const tail = words.slice(1).join(' ');
  const pairs: Compared[] = [{ things: [subject, other], aspect: '' }];
  if (three.length === 3) pairs.unshift({ things: three, aspect: '' });
  // Short and long browning: the last word belongs to both, first of all where that is a name.
  if (!subject.includes(' ') && tail !== '') {
    const shared: Compared = { things: [`${subject} ${tail}`, other], aspect: '' };
    if (shared.things.every((thing) => names.find(thing) !== undefined)) pairs.unshift(shared);
    else pairs.push(shared);
  }
  // Robusta vs arabica caffeine: the last word is what is asked of both.
  if (words.length > 1)
    pairs.push({ things: [subject, words.slice(0, -1).join(' ')], aspect: words.at(-1) ?? '' });
  // 위치 기반과 시장 기반 배출: what stands behind the word that both end in belongs to both.
  const shared = words.indexOf(subject.split(' ').at(-1) ?? '');
  const behind = words.slice(shared + 1).join(' ');
  const isMeasured = languages.some(({ measures }) => measures.test(behind));
  if (shared > 0 && /[가-힣]/u.test(behind) && !isMeasured)
    pairs.push({ things: [subject, words.slice(0, shared + 1).join(' ')], aspect: '' });
  // Caffeine in robusta vs arabica: so may be what stands first.
  const [, aspect, first] = /^(.+?)\s(?:in|of|for)\s(?:the\s)?(.+)$/u.exec(subject) ?? [];
  if (aspect !== undefined && first !== undefined) pairs.push({ things: [first, other], aspect });
  // 데드락 예방과 회피: two parts of what is named first.
  const name = findLongestName(subject, names);
  const rest = subject.split(' ').slice(name?.text.split(' ').length).join(' ');
  if (name !== undefined && rest !== '' && names.find(subject) === undefined)
    pairs.push({ things: [rest, other], aspect: '' });
  return pairs;
}

/** Where only blanks part the two: halves that are both names, or that end alike; the last of three words may belong to both. */
function splitAtBlank(text: string, { names }: AnswerWorld): Compared[] {
  const words = text.split(' ');
  // HTTP 1.0 1.1: two numbers of one thing.
  const [whole = '', ...marks] = words;
  if (marks.length === 2 && marks.every((mark) => /^\d[\d.]*$/u.test(mark)))
    return [{ things: marks.map((mark) => `${whole} ${mark}`), aspect: '' }];
  const parted = words.slice(1).flatMap((_, at): Compared[] => {
    const things = [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')];
    // Two words alone can be parted in one way only, as can 인코더 전용 디코더 전용.
    const isEven = words.length === (at + 1) * 2 && (words.length === 2 || words[at] === words.at(-1));
    return isEven || things.every((thing) => names.find(thing) !== undefined) ? [{ things, aspect: '' }] : [];
  });
  // AWS 계정 IAM 사용자: where nothing tells, each has as many.
  if (words.length === 4 && parted.length === 0)
    return [{ things: [words.slice(0, 2).join(' '), words.slice(2).join(' ')], aspect: '' }];
  if (words.length !== 3) return parted;
  const things = words.slice(0, 2);
  return [...parted, { things, aspect: words[2] ?? '' }, { things, aspect: '' }];
}

interface Compared {
  things: string[];
  aspect: string;
}

import { expect, test } from 'vitest';
import { planGuesses } from '../../../src/search/plan-guesses.ts';
import { planQuery, splitWords } from '../../../src/search/plan-query.ts';
import { createSynonyms, formatSynonyms, parseSynonyms } from '../../../src/search/synonyms.ts';
import { formatWordList, parseWordList } from '../../../src/search/word-list.ts';
import { secondsOf } from '../processor-time.ts';

const list = parseWordList(
  formatWordList(
    new Map(
      Object.entries({
        모델: 90,
        모델링: 9,
        임베딩: 20,
        할루시네이션: 30,
        검색: 40,
        증강: 12,
        생성: 30,
        비즈니스: 20,
        환각: 5,
        scorching: 4,
        malt: 20,
        llm: 30,
        언어: 9,
        대규모: 9,
        학습: 50,
        고려: 4,
        사항: 9,
        주의사항: 12,
      }),
    ),
  ),
);
const synonyms = createSynonyms(
  parseSynonyms(
    formatSynonyms([
      ['할루시네이션', '환각', 'scorching'],
      ['대규모 언어 모델', 'LLM'],
      ['비즈니스', '비지니스'],
    ]),
  ),
);
const plan = (query: string) => planQuery(query, list, synonyms);
const texts = (query: string): string[] => plan(query).searches.map((search) => search.text);
const guesses = (query: string): string[] => planGuesses(plan(query), list).map((search) => search.text);

test('the word list survives its journey', () => {
  expect(list.getWeight('모델')).toBe(6);
  expect(list.words).toContain('모델링');
  expect(list.hasPrefix('모델')).toBe(true);
  expect(list.hasPrefix('모드')).toBe(false);
  expect(list.findByPrefix('모', 5)).toEqual(['모델', '모델링']);
  expect(list.findByChoseong('ㅎㄹㅅ', 5)).toEqual(['할루시네이션']);
  expect(parseWordList('garbage\n\n9\n').words).toEqual([]);
});

test('cuts endings off and keeps what was typed', () => {
  expect(texts('임베딩이')).toEqual(['임베딩', '임베딩이']);
  expect(texts('모델에서 학습하는')[0]).toBe('모델 학습');
});

test('opens compounds and joins neighbours', () => {
  expect(texts('검색증강생성')).toContain('검색 증강 생성');
  expect(texts('모델 링')).toContain('모델링');
});

test('finds synonyms of words and of phrases, however they are spaced', () => {
  expect(texts('비지니스')).toContain('비즈니스');
  expect(texts('할루시네이션은')).toEqual(expect.arrayContaining(['환각', 'scorching']));
  expect(texts('대규모 언어 모델')).toContain('llm');
  expect(texts('LLM')).toContain('대규모 언어 모델');
});

test('parts Latin and Hangul', () => {
  expect(splitWords('생성형ai')).toEqual(['생성형', 'ai']);
  expect(splitWords('malt를')).toEqual(['malt']);
  expect(splitWords('gpt-4o c++ node.js')).toEqual(['gpt-4o', 'c++', 'node.js']);
});

test('initial consonants and a keyboard in the wrong language', () => {
  expect(texts('ㅎㄹㅅㄴㅇㅅ')).toEqual(['할루시네이션']);
  expect(plan('gkffntlspdltus').searches.at(-1)).toMatchObject({
    text: '할루시네이션',
    reason: { kind: 'keyboard' },
  });
  expect(texts('completed')).toEqual(['completed']);
});

test('guesses misspellings of three syllables or more, never of two', () => {
  expect(guesses('할루시네이숀')).toContain('할루시네이션');
  expect(guesses('주의사상')).toContain('주의사항');
  expect(guesses('모드')).toEqual([]);
  expect(guesses('정보처')).toEqual([]);
});

const hostile = [
  '',
  ' ',
  'ㅎ',
  '?!…',
  '[.*+?^${}()|\\',
  '<img src=x onerror=alert(1)>',
  '😀😀',
  '모델'.normalize('NFD'),
  '가'.repeat(10_000),
  'a'.repeat(10_000),
  'ㅁ'.repeat(10_000),
  '"""',
  '^~^~',
  '中國',
  '\u0000\uD800',
  '모델 '.repeat(3000),
  'constructor __proto__',
];

test.each(hostile.map((query) => [query.slice(0, 20), query] as const))('survives %j', async (_, query) => {
  const seconds = await secondsOf(() => {
    const made = plan(query);
    planGuesses(made, list);
    expect(made.searches.length).toBeLessThanOrEqual(12);
    for (const { text } of made.searches) expect(text.length).toBeLessThan(600);
  });
  expect(seconds).toBeLessThan(1);
});

test('decomposed Hangul is searched composed', () => {
  expect(texts('임베딩을'.normalize('NFD'))[0]).toBe('임베딩');
});

test('initial consonants stand for names of several words, and for two words that are written as one', () => {
  expect(texts('ㄷㄱㅁㅇㅇㅁㄷ')).toEqual(['대규모 언어 모델']);
  const guesses = planGuesses(planQuery('ㄱㅅㅁㄷ', list, synonyms), list);
  expect(guesses.map(({ forms }) => forms?.[0])).toEqual(['검색모델']);
  expect(guesses.every(({ verified, reason }) => verified === true && reason?.kind === 'choseong')).toBe(
    true,
  );
  expect(planGuesses(planQuery('ㅋㅋㅋㅋ', list, synonyms), list)).toEqual([]);
});

test('initial consonants stand for rare words where they begin no other', () => {
  const rare = parseWordList('a데드락0\n');
  expect(planGuesses(planQuery('ㄷㄷㄹ', list, synonyms), list, [], rare)).toMatchObject([
    { text: '데드락', reason: { kind: 'choseong', to: ['데드락'] } },
  ]);
});

test('a short word of English is searched whole as well: what begins with it comes behind', () => {
  const whole = (query: string) => plan(query).searches.find((one) => one.whole === true)?.text;
  expect(whole('ide')).toBe('"ide"');
  expect(whole('ideal')).toBeUndefined();
  expect(whole('an ide')).toBeUndefined();
});

const typos = (query: string) =>
  planGuesses(plan(query), list, [], list)
    .filter(({ reason }) => reason?.kind === 'typo')
    .flatMap(({ forms }) => forms ?? []);

test('a slip in the particle leaves the noun, and a form of no listed word is a slip', () => {
  expect(typos('검색읕')).toEqual(['검색']);
  expect(typos('모델처')).toEqual([]);
  expect(plan('scorched').unsure).toEqual([]);
  expect(plan('scorchment').unsure).toEqual([]);
  expect(plan('scoring').unsure).toEqual(['scoring']);
});

test('one syllable of four keys is read in the other keyboard, of three it may be an abbreviation', () => {
  const known = parseWordList('a값어치3\na망치3\n');
  const read = (query: string) => planQuery(query, known, synonyms).searches.map(({ text }) => text);
  expect(read('rkqt')).toContain('값');
  // What stands for it in the index is doubted still.
  expect(planQuery('rkqt', known, synonyms).unsure).toEqual(['rkqt']);
  expect(read('akd')).not.toContain('망');
});

test('a word that comes near none that is listed may be a slip of a rare one, but not of another word', () => {
  const rare = parseWordList('a퇴고법1\nacaffeine0\nastarting0\n');
  const slips = (query: string) =>
    planGuesses(plan(query), list, [], rare)
      .filter(({ reason }) => reason?.kind === 'typo')
      .flatMap(({ forms }) => forms ?? []);
  expect(slips('caffiene')).toEqual(['caffeine']);
  expect(slips('cafeine')).toEqual(['caffeine']);
  // What is written is no slip, and two slips make another word.
  expect(slips('caffeine')).toEqual([]);
  expect(slips('knitting')).toEqual([]);
  expect(slips('knit caffiene')).toEqual([]);
});

test('no guess leaves nothing but a word that any text says', () => {
  const left = planGuesses(plan('knit a sweater'), parseWordList('aa3\naan2\n')).map(({ text }) => text);
  expect(left).not.toContain('a');
});

test('one letter is no part of a question that is searched alone, and words for a kind are no topic', () => {
  expect(guesses('1,500 g')).not.toContain('g');
  expect(plan('types of malt').searches.some(({ text, loose }) => text === 'malt' && loose === true)).toBe(
    true,
  );
  expect(texts('고려야')[0]).toBe('고려');
  expect(texts('환각이야')[0]).toBe('환각');
});

test.each([
  ['2026년 1월 22일', '2026-01-22'],
  ['2026년 １월', '2026-01'],
  ['2026.1.22', '2026-01-22'],
  ['2026-01-22', '2026년 1월 22일'],
  ['2026-01-22', '22 january 2026'],
  ['22 January 2026', '2026-01-22'],
  ['Jan 22, 2026', '2026-01-22'],
  ['모델 2026년 1월 22일', '2026-01-22 모델'],
])('a day is searched in the other ways to write it: %s', (query, text) => {
  expect(texts(query)).toContain(text);
});

test.each(['버전 2.1.22', '2026년 13월', '10.1.2026.5', 'march of 2026 bugs'])('%s is no day', (query) => {
  expect(texts(query).filter((text) => /\d{4}-\d\d/u.test(text))).toEqual([]);
});

test('of a value what follows the slash of its unit is no word, and a number keeps what counts it', () => {
  expect(splitWords('2,048gb/s')).toEqual(['2048gb']);
  expect(splitWords('2,048 gb/s')).toEqual(['2048', 'gb']);
  expect(splitWords('i/o')).toEqual(['i', 'o']);
  expect(plan('3천만 원').terms.map(({ forms }) => forms[0])).toEqual(['3천만', '3천만', '원']);
  expect(guesses('3,000만 원')).not.toContain('원');
});

test('a name typed in the other keyboard is read, though the notes write it another way', () => {
  const known = createSynonyms(parseSynonyms(formatSynonyms([['할루시네이션', '허상']])));
  expect(planQuery('gjtkd', list, known).searches.map(({ text }) => text)).toContain('허상');
});

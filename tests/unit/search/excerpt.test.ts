import { expect, test } from 'vitest';
import { secondsOf } from '../processor-time.ts';
import { highlightText, makeExcerpt, makeTableExcerpt } from '../../../src/search/excerpt.ts';
import { findForm, findForms, prepareText } from '../../../src/search/match-text.ts';

const show = (segments: { text: string; hit: boolean }[]): string =>
  segments.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
const terms = (...words: string[]) => words.map((word) => ({ forms: [word] }));

test('marks the whole word without its ending', () => {
  expect(show(highlightText('파운데이션^~모델에서 배운다', terms('모델')))).toBe(
    '[파운데이션모델]에서 배운다',
  );
  expect(show(highlightText('에너지 모형은', terms('에너지모형')))).toBe('[에너지 모형]은');
  expect(show(highlightText('데브옵스 ^~(DevOps)는', terms('devops')))).toBe('데브옵스([DevOps])는');
});

test('모드 is not 모든, 회 is not 회의, 이전 is not 이 전', () => {
  expect(findForms(prepareText('모든 사람'), ['모드'])).toEqual([]);
  expect(findForm(prepareText('회의가'), '회', 'strict')).toEqual([]);
  expect(findForm(prepareText('이 전체'), '이전', 'prefix')).toEqual([]);
});

test('short Latin words stand alone', () => {
  expect(findForm(prepareText('aim'), 'ai', 'strict')).toEqual([]);
  expect(findForm(prepareText('AI를'), 'ai', 'strict')).toEqual([[0, 2]]);
  expect(findForm(prepareText('APIs'), 'api', 'strict')).toEqual([[0, 3]]);
});

test('cuts the stretch that says most', () => {
  const text = `${'앞말 '.repeat(80)}임베딩 벡터를 찾는다. ${'뒷말 '.repeat(80)}`;
  const excerpt = show(makeExcerpt(text, terms('임베딩', '벡터')));
  expect(excerpt).toContain('[임베딩] [벡터]');
  expect(excerpt.length).toBeLessThan(160);
  expect(excerpt.startsWith('… ')).toBe(true);
});

test('an empty cell is nothing, a covered one in any column what stands above', () => {
  const table = '␞ 구분 ␟ 내용 ␟ 대책 ␟ 값 ␞ 가 ␟ 나 ␟ 다 ␟ 라 ␞ ␟ 마 ␟ ␦ ␟ 바';
  expect(show(makeTableExcerpt(table, terms('바')))).toBe('내용: 마 · 대책: 다 · 값: [바]');
});

test('a table row keeps its header', () => {
  const table = '␞ 구분 ␟ 내용 ␟ 대책 ␞ 기술 ␟ 할루시네이션 ␟ RAG ␞ ␦ ␟ 비용 ␟ 양자화';
  expect(show(makeTableExcerpt(table, terms('양자화')))).toBe('구분: 기술 · 내용: 비용 · 대책: [양자화]');
});

test('markup in the text stays text', () => {
  expect(show(highlightText('<img onerror=x> 모델', terms('모델', 'img')))).toBe('<[img] onerror=x> [모델]');
});

test.each(['roasted beans and more ', '가나다', 'a, ', '원두를볶은 '])(
  'the excerpt of a line of a hundred thousand signs is cut in no time: %s',
  async (words) => {
    const text = words.repeat(100_000 / words.length);
    const terms = [{ forms: ['roasted', 'bean'] }, { forms: ['가나', '나다'] }, { forms: ['원두', '볶'] }];
    let length = 0;
    const cut = () =>
      (length = makeExcerpt(text, terms)
        .map((segment) => segment.text)
        .join('').length);
    expect(await secondsOf(cut)).toBeLessThan(2);
    expect(length).toBeGreaterThan(100);
  },
);

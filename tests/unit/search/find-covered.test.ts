import { expect, test } from 'vitest';
import type { AnswerWorld } from '../../../src/search/answers/answer-world.ts';
import { findAnswers, findLast } from '../../../src/search/answers/find-answers.ts';
import { leaveEnglish, openEnglish, readQuestions } from '../../../src/search/answers/question.ts';
import { makeWorld } from './make-world.ts';

/** A site of notes: below each title its sentences, and behind them its rows. */
function openNotes(notes: Record<string, { text: string; rows?: string[] }>): AnswerWorld {
  return makeWorld(
    Object.entries(notes).map(([title, { text, rows = [] }]) => {
      const table = rows.map((row) => `␞ ${row.replaceAll(' | ', ' ␟ ')}`).join(' ');
      const common = { id: '', level: 2, title: '' };
      const lead = { ...common, kind: 'lead' as const, text, lines: text };
      const below = { ...common, kind: 'table' as const, id: 't', text: table, lines: table };
      return { title, parts: rows.length > 0 ? [lead, below] : [lead] };
    }),
    true,
  );
}

const pottery = openNotes({
  '가마 규칙': {
    text: '가마 규칙은 마을에 따라 다르다. 바깥 당김이 뜻을 못 담으면 바깥 맞춤(Outer Fit)이, 다른 결을 배우면 안쪽 맞춤(Inner Fit)이 어긋난다. 예를 들어 물레의 무게가 9kg이면 힘들다.',
    rows: [
      '언제 | 규칙 | 누가 | 제재',
      '2031-01-02 | 들마을 불조례 제7조 | 도공 길동무 | 하루 1만 5천 원 이하 벌금',
      '2031-05-06 | 산마을 불조례 제3조 | 유약 장수 | 없음',
    ],
  },
  물레: {
    text: 'Orvane의 Spindle 물레는 2031년 2분기 매출이 25.75억 원이다. 마을은 물레 판을 2031-12-09에 두레에 넘겼다. 물레를 나누는 이유에 대해 설명해 주세요.',
  },
  굽기: {
    text: '굽기 시험(Safe Firing)은 가마가 깨지지 않을 것이라는 짜인 논증이다. 큰 그릇 한 장은 KQT시간 2원으로 놓으면 값이 싸다.',
  },
});

const answer = async (query: string): Promise<string> =>
  (await findLast(query, pottery)).map(({ text, context }) => `${text} (${context})`).join();

test.each([
  ['들마을 도공 길동무 벌금', '1만 5천 원'],
  ['오르베인 스핀들 물레 2031년 2분기 매출', '25.75억'],
  ['물레 판 두레에 언제 넘어감', '2031-12-09'],
  ['바깥 맞춤 안쪽 맞춤 차이점', '어긋난다'],
  ['가마에서 굽기 시험이 뭐지', '논증이다'],
])('what says nearly all of a question answers it: %s', async (query, wanted) => {
  expect(await answer(query)).toContain(wanted);
});

test.each([
  '물레 무게',
  'KQT 한 장 가격',
  '들마을 유약 장수 벌금',
  '산마을 도공 길동무 벌금',
  '물레 나누는 이유',
  'Spindle 3 매출',
  '물레 2031년 3분기 매출',
  '스핀들 직원 수',
])('a value of another thing, an example or a task answers nothing: %s', async (query) => {
  expect(await answer(query)).toBe('');
});

test('what a Korean question asks does not depend on a question in English before it', async () => {
  const read = () => JSON.stringify(readQuestions('물레 로그란'));
  const alone = read();
  await openEnglish();
  leaveEnglish();
  expect(read()).toBe(alone);
});

test.each(['굽기 평균 얼마', '굽기 개당 가격 얼마'])(
  'a year is no value, nor is one of another kind: %s',
  async (query) => {
    const notes = openNotes({
      굽기: {
        text: '둘 다 마을의 조사 값이며 2031년은 가중 평균이다. 굽기 가격은 도가니에서 512개의 틀을 줄인 2031년 표준에 없다.',
      },
    });
    expect(await findAnswers(query, notes)).toEqual([]);
  },
);

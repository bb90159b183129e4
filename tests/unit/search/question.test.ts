import { expect, test } from 'vitest';
import { dropQuestionWords, readQuestions } from '../../../src/search/answers/question.ts';
import { secondsOf } from '../processor-time.ts';

test.each(['뭐야 ', '뭐 ', '란 무엇인가 ', '뭐야 what is ', '무엇인가 몇 개 '])(
  'words that only ask, over and over, are read in no time: %s',
  async (words) => {
    let count = 0;
    const query = words.repeat(60).slice(0, 119);
    expect(await secondsOf(() => (count = readQuestions(query).flat().length))).toBeLessThan(0.5);
    expect(count).toBeLessThan(60);
  },
);

test.each(['? ', '뭐야? ', '좀 ', '에 대해 ', '. '])(
  'a query of a hundred thousand signs is cut to what is searched: %s',
  async (words) => {
    const query = `${words.repeat(100_000 / words.length)}원두`;
    expect(await secondsOf(() => dropQuestionWords(query))).toBeLessThan(0.3);
  },
);

import { describe, expect, it } from 'vitest';
import { announcesQuestions, isQuestion, namesAnswer } from '../../../src/knowledge/asked.ts';
import { setLanguage, studyWords } from '../../../src/words/words.ts';

const wordsOf = (language: 'ko' | 'en') => {
  setLanguage(language);
  return studyWords().asked;
};

describe('what asks', () => {
  it.each([
    ['en', 'Questions'],
    ['en', '❓ Review Questions:'],
    ['en', '12. Self-check'],
    ['en', '4.2 Check your understanding'],
    ['en', 'FAQ'],
    ['en', 'Q&A'],
    ['en', 'Frequently asked questions'],
    ['ko', '📢 면접 질문들'],
    ['ko', '# 예상 질문?'],
    ['ko', '[ 퀴즈 ]'],
    ['ko', '18. 연습 문제'],
    ['ko', 'Interview Questions'],
  ] as const)('%s: %s announces questions', (language, heading) => {
    expect(announcesQuestions(heading, wordsOf(language))).toBe(true);
  });

  it.each([
    ['en', 'The question of taste'],
    ['en', 'Problems'],
    ['en', 'Exercise in the morning'],
    ['ko', '핵심 문제'],
    ['ko', '문제 해결'],
    ['ko', '질문하는 법'],
  ] as const)('%s: %s does not', (language, heading) => {
    expect(announcesQuestions(heading, wordsOf(language))).toBe(false);
  });

  it.each([
    ['en', 'Why does it crack?'],
    ['en', 'Q1. Name the stages'],
    ['en', 'Question 3'],
    ['en', '**Exercise 2**: grind'],
    ['ko', '문제 2: 최댓값 찾기'],
    ['ko', 'Q. 이유를 말하라'],
    ['ko', '왜 그럴까？ '],
  ] as const)('%s: %s is a question', (language, text) => {
    expect(isQuestion(text, wordsOf(language))).toBe(true);
  });

  it.each([
    ['en', 'Show code'],
    ['en', 'Quality of water'],
    ['en', 'Question of taste'],
    ['ko', '문제 상황'],
    ['ko', '더보기'],
  ] as const)('%s: %s is none', (language, text) => {
    expect(isQuestion(text, wordsOf(language))).toBe(false);
  });

  it.each([
    ['en', 'Answer'],
    ['en', '👉 Click to show the answer'],
    ['en', 'Solution 2:'],
    ['ko', '정답 보기'],
    ['ko', '정답과 해설 펼치기'],
    ['ko', '답'],
  ] as const)('%s: %s only announces an answer', (language, text) => {
    expect(namesAnswer(text, wordsOf(language))).toBe(true);
  });

  it.each([
    ['en', 'What is the answer?'],
    ['en', 'Show code'],
    ['en', 'The answer of the council to the letter of the guild'],
    ['ko', '답답한 까닭'],
    ['ko', '예제 코드'],
  ] as const)('%s: %s says more, or something else', (language, text) => {
    expect(namesAnswer(text, wordsOf(language))).toBe(false);
  });
});

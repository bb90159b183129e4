import { expect, test } from 'vitest';
import { findExpansion, findMention } from '../../../src/search/answers/choose-mention.ts';
import { readEvidence } from '../../../src/search/answers/evidence.ts';
import { openEnglish } from '../../../src/search/answers/question.ts';

await openEnglish();

test.each([
  ['Time to First Token (TTFT)', 'TTFT', 'Time to First Token'],
  ['RAG(Retrieval-Augmented Generation)', 'RAG', 'Retrieval-Augmented Generation'],
  ['FRIA(기본권 영향평가)', 'FRIA', '기본권 영향평가'],
  ['MoE(전문가 혼합, Mixture of Experts)', 'MoE', '전문가 혼합, Mixture of Experts'],
  ['SSL (see below)', 'SSL', null],
  ['LLM (2024)', 'LLM', null],
  ['GPT (OpenAI)', 'GPT', null],
  ['RAG(아래 참고)', 'RAG', null],
  ['DPO(5.2절)', 'DPO', null],
  ['the API (beta, paid only)', 'API', null],
])('in “%s”, %s stands for %s', (text, short, long) => {
  expect(findExpansion(text, short)).toBe(long);
});

const evidenceOf = (text: string) =>
  readEvidence({
    ...{ url: '/a/', title: 'A', markedTitle: 'A', aliases: '', kind: 'note', kindLabel: '', breadcrumb: '' },
    ...{ hue: '', asOf: '', facts: [] },
    parts: [{ kind: 'section', id: 's', level: 2, title: 'B', text, lines: text }],
  });

test.each([
  ['venting', 'A valve lets off the rest, which takes the pressure along: venting.', true],
  ['slick', 'The mud that settles at the bottom is called slick.', true],
  ['batch', 'Note that: batch.', false],
  ['plan', 'The loop of every agent has the same three steps: plan, act and look.', false],
  ['slick', 'The mud that settles at the bottom is not called slick.', false],
  ['토큰', '글을 나눈 조각을 토큰이라고 부른다.', true],
  ['토큰', '글을 나눈 조각을 토큰이라고 부르면 틀린다.', false],
])('whether it is said in passing what %s is: %s %s', (name, text, isSaid) => {
  expect(findMention(evidenceOf(text), [name]) !== null).toBe(isSaid);
});

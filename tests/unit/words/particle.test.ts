import { describe, expect, test } from 'vitest';
import { attachParticle, fitParticles } from '../../../src/words/particle.ts';

describe('a particle follows the last sound', () => {
  test.each([
    // Hangul, also taken apart
    ['모델', '모델은', '모델을', '모델이', '모델로'],
    ['환각', '환각은', '환각을', '환각이', '환각으로'],
    ['비용'.normalize('NFD'), '비용은', '비용을', '비용이', '비용으로'],
    // abbreviations, by the names of their letters
    ['RAG', 'RAG는', 'RAG를', 'RAG가', 'RAG로'],
    ['LLM', 'LLM은', 'LLM을', 'LLM이', 'LLM으로'],
    ['GPU', 'GPU는', 'GPU를', 'GPU가', 'GPU로'],
    ['URL', 'URL은', 'URL을', 'URL이', 'URL로'],
    ['OCR', 'OCR은', 'OCR을', 'OCR이', 'OCR로'],
    ['ChatGPT', 'ChatGPT는', 'ChatGPT를', 'ChatGPT가', 'ChatGPT로'],
    ['vLLM', 'vLLM은', 'vLLM을', 'vLLM이', 'vLLM으로'],
    ['R', 'R은', 'R을', 'R이', 'R로'],
    ['LLMs', 'LLMs는', 'LLMs를', 'LLMs가', 'LLMs로'],
    // signs
    ['C++', 'C++는', 'C++를', 'C++가', 'C++로'],
    ['C#', 'C#은', 'C#을', 'C#이', 'C#으로'],
    ['30%', '30%는', '30%를', '30%가', '30%로'],
    ['20℃', '20℃는', '20℃를', '20℃가', '20℃로'],
    // digits
    ['GPT-4', 'GPT-4는', 'GPT-4를', 'GPT-4가', 'GPT-4로'],
    ['GPT-4o', 'GPT-4o는', 'GPT-4o를', 'GPT-4o가', 'GPT-4o로'],
    ['2026', '2026은', '2026을', '2026이', '2026으로'],
    ['판 1', '판 1은', '판 1을', '판 1이', '판 1로'],
    ['3.10', '3.10은', '3.10을', '3.10이', '3.10으로'],
    // English words
    ['Google', 'Google은', 'Google을', 'Google이', 'Google로'],
    ['Claude', 'Claude는', 'Claude를', 'Claude가', 'Claude로'],
    ['Transformer', 'Transformer는', 'Transformer를', 'Transformer가', 'Transformer로'],
    ['fine-tuning', 'fine-tuning은', 'fine-tuning을', 'fine-tuning이', 'fine-tuning으로'],
    ['Notebook', 'Notebook은', 'Notebook을', 'Notebook이', 'Notebook으로'],
    ['Stack', 'Stack은', 'Stack을', 'Stack이', 'Stack으로'],
    ['Network', 'Network는', 'Network를', 'Network가', 'Network로'],
    ['Copilot', 'Copilot은', 'Copilot을', 'Copilot이', 'Copilot으로'],
    ['Agent', 'Agent는', 'Agent를', 'Agent가', 'Agent로'],
    ['Python', 'Python은', 'Python을', 'Python이', 'Python으로'],
    ['Machine', 'Machine은', 'Machine을', 'Machine이', 'Machine으로'],
    ['Runtime', 'Runtime은', 'Runtime을', 'Runtime이', 'Runtime으로'],
    ['Cloud', 'Cloud는', 'Cloud를', 'Cloud가', 'Cloud로'],
    ['web', 'web은', 'web을', 'web이', 'web으로'],
    ['GitHub', 'GitHub는', 'GitHub를', 'GitHub가', 'GitHub로'],
    ['app', 'app은', 'app을', 'app이', 'app으로'],
    // markup, quotes and brackets are looked through
    ['**환각**', '**환각**은', '**환각**을', '**환각**이', '**환각**으로'],
    ['`모델`', '`모델`은', '`모델`을', '`모델`이', '`모델`로'],
    ['<b>지도</b>', '<b>지도</b>는', '<b>지도</b>를', '<b>지도</b>가', '<b>지도</b>로'],
    ['평가 {#eval}', '평가 {#eval}는', '평가 {#eval}를', '평가 {#eval}가', '평가 {#eval}로'],
    [
      '환각(hallucination)',
      '환각(hallucination)은',
      '환각(hallucination)을',
      '환각(hallucination)이',
      '환각(hallucination)으로',
    ],
    ['「판례」', '「판례」는', '「판례」를', '「판례」가', '「판례」로'],
    ['(초안)', '(초안)은', '(초안)을', '(초안)이', '(초안)으로'],
    ['C++(언어)', 'C++(언어)는', 'C++(언어)를', 'C++(언어)가', 'C++(언어)로'],
    ['비용 [안]', '비용 [안]은', '비용 [안]을', '비용 [안]이', '비용 [안]으로'],
    ['비용 💸', '비용 💸은', '비용 💸을', '비용 💸이', '비용 💸으로'],
    // nothing that is heard
    ['', '는', '를', '가', '로'],
    ['???', '???는', '???를', '???가', '???로'],
  ])('%s', (word, ...expected) => {
    const said = (['은/는', '을/를', '이/가', '으로/로'] as const).map((pair) => attachParticle(word, pair));
    expect(said.map((text) => text.normalize('NFC'))).toEqual(expected);
  });
});

test('undecided particles behind values are decided, those of the values are not', () => {
  const name = '모델은(는)';
  expect(fitParticles`"${'RAG'}"은(는) ${'LLM'}와(과) 다르고 </${'div'}>을(를) ${'CP949'}(으)로 읽음`).toBe(
    '"RAG"는 LLM과 다르고 </div>를 CP949로 읽음',
  );
  expect(fitParticles`"${'배낭'}"(이)라는 노트, "${'나무'}"(이)라는 노트`).toBe(
    '"배낭"이라는 노트, "나무"라는 노트',
  );
  expect(fitParticles`${name} 그대로, ${3}이(가)`).toBe('모델은(는) 그대로, 3이');
});

import { expect, test } from 'vitest';
import { soundsAlike } from '../../../src/search/sound.ts';

test.each([
  ['엔비디아', 'NVIDIA'],
  ['쿠키', 'Cookie'],
  ['세션', 'session'],
  ['서버', 'server'],
  ['인덱스', 'index'],
  ['레디스', 'Redis'],
  ['도커', 'docker'],
  ['깃허브', 'GitHub'],
  ['구글', 'google'],
  ['오라클', 'Oracle'],
  ['팔란티어', 'Palantir'],
  ['퍼플렉시티', 'perplexity'],
  ['커서', 'cursor'],
  ['코어위브', 'CoreWeave'],
  ['라이트', 'light'],
  ['트랜잭션', 'transaction'],
  ['파이프라인', 'pipeline'],
  ['쿠버네티스', 'kubernetes'],
  ['멜론', 'melon'],
  ['티티에프티', 'TTFT'],
  ['엘엘엠', 'LLM'],
  ['피유이', 'PUE'],
  ['에이치비엠', 'HBM'],
  ['도요타', 'Toyota'],
  ['기옥시아', 'Kioxia'],
  ['뮤직', 'music'],
  ['월드', 'world'],
])('%s is read as %s', (hangul, latin) => {
  expect(soundsAlike(hangul, latin)).toBe(true);
});

test.each([
  ['쿠키', 'kick'],
  ['쿠키', 'cake'],
  ['토큰', 'token ring'],
  ['세션', 'station'],
  ['서버', 'silver'],
  ['구글', 'giggle gun'],
  ['모델', 'medal x'],
  ['인덱스', 'indeed'],
  ['도커', 'decode'],
  ['티티에프티', 'TTFB'],
  ['가', 'ga'],
  ['토큰', 'taken on'],
  ['레디스', 'radius x'],
  ['팔', 'pal'],
  ['가치', 'cache'],
  ['거리', 'query'],
  ['국가', 'cookie'],
  ['주기', 'source'],
  ['저장', 'season'],
  ['지표', 'server'],
  ['설계', 'source'],
  ['노드', 'nature'],
])('%s is not %s', (hangul, latin) => {
  expect(soundsAlike(hangul, latin)).toBe(false);
});

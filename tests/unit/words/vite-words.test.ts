import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as ko from '../../../src/words/ko.ts';
import { readArea } from '../../../src/words/vite-words.ts';

const read = (language: string): string =>
  readFileSync(new URL(`../../../src/words/${language}.ts`, import.meta.url), 'utf8');

test.each(['ko', 'en'])('every area of %s stands alone, without the words of the others', (language) => {
  const source = read(language);
  for (const area of Object.keys(ko)) {
    const code = readArea(source, area);
    expect(code).toContain(`export const ${area}Words = () => ${area};`);
    expect(code.match(/^export const/gm)).toHaveLength(1);
  }
});

test('an area brings only the imports that it needs', () => {
  expect(readArea(read('ko'), 'diagrams')).toContain("from './particle.ts'");
  expect(readArea(read('ko'), 'outputs')).not.toContain('import');
});

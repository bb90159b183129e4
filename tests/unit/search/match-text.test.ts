import { expect, test } from 'vitest';
import { findForms, findMarked, growToWords, prepareText } from '../../../src/search/match-text.ts';

test.each([
  ['async/await', 'ca', false],
  ['the CA signs it', 'ca', true],
  ['a bag of 20kg', 'kg', true],
  ['실제 값', '제', false],
  ['OpenJDK for all', 'jdk', true],
  ['a short history', 'stor', false],
  ['a QLoRA run', 'lora', true],
  ['the acme_dns option', 'acmed', false],
  ['an air-roasted bean', 'airroast', true],
  ['3.35 TB/s at most', 's', true],
  ['SRAM and SSD', 's', false],
])('whether “%s” says %s', (text, form, isSaid) => {
  expect(findForms(prepareText(text), [form]).length > 0).toBe(isSaid);
});

test.each([
  ['Air and AI and AICore', 'ai', ['AI']],
  ['표준과 표를 본다', '표', ['표']],
  ['50kg of 1,500', '50', ['50kg']],
  ['a pre-heated drum', 'heat', ['pre-heated']],
  ['값이 떨어지므로 산다', '떨어지', ['떨어지므로']],
  ['길로 간다', '길', ['길']],
])('a page marks in “%s” for %s whole words alone', (text, word, marked) => {
  const prepared = prepareText(text);
  const ranges = growToWords(prepared.clean, findMarked(prepared, word));
  expect(ranges.map(([from, to]) => prepared.clean.slice(from, to))).toEqual(marked);
});

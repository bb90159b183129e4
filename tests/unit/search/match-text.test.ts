import { expect, test } from 'vitest';
import { findForms, prepareText } from '../../../src/search/match-text.ts';

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

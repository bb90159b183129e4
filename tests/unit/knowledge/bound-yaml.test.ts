import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readFrontMatter } from '../../../src/content/front-matter.ts';
import { hasDeepBrackets, hasDeepKeys, hasTooManyAliases } from '../../../src/knowledge/bound-yaml.ts';

test('brackets may stand side by side, but not hundreds deep', () => {
  expect(hasDeepBrackets('[a, {b: c}], '.repeat(5000))).toBe(false);
  expect(hasDeepBrackets(']'.repeat(5000))).toBe(false);
  expect(hasDeepBrackets('[{'.repeat(60))).toBe(true);
});

test('hundreds of aliases are read, tens of thousands are not', () => {
  const write = (count: number) => `a: &a {x: 1}\n${'- *a\n'.repeat(count).replace(/^/u, 'b:\n')}`;
  expect(hasTooManyAliases(parseDocument(write(800)))).toBe(false);
  expect(hasTooManyAliases(parseDocument(write(20_000)))).toBe(true);
});

test('a placeholder is read as a key in a key, keys without an end are not', () => {
  expect(hasDeepKeys(parseDocument('title: {{ title }}'))).toBe(false);
  expect(hasDeepKeys(parseDocument(`a:\n  ${'? '.repeat(40)}x`))).toBe(true);
  const { body, troubles } = readFrontMatter(`---\na:\n  ${'? '.repeat(500)}x\n---\n글\n`);
  expect(body).toBe('글\n');
  expect(troubles).toHaveLength(1);
});

test('lists too deep for the parser are said to be nested too deep', () => {
  const { troubles } = readFrontMatter(`---\na:\n  ${'- '.repeat(5000)}x\n---\n글\n`);
  expect(troubles).toHaveLength(1);
  expect(troubles[0]?.message).not.toMatch(/call/u);
});

test('front matter that would take too long is said to be unreadable, and the text stays', () => {
  for (const fields of [`a: ${'['.repeat(5000)}`, `a: &a {x: 1}\nb: [${'{<<: *a}, '.repeat(3000)}]`]) {
    const { body, troubles } = readFrontMatter(`---\n${fields}\n---\n글\n`);
    expect(body).toBe('글\n');
    expect(troubles).toHaveLength(1);
  }
});

test('a broken field keeps its text', () => {
  const { data } = readFrontMatter('---\ntitle: [가 "나"\n---\n글\n', { isLenient: true });
  expect(data['title']).toBe('가 "나"');
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashEngine, nameStored } from '../../../src/diagrams/engine.ts';

const read = (file: string): string =>
  readFileSync(new URL(`../../../src/diagrams/${file}`, import.meta.url), 'utf8');
const change =
  (name: string, edit: (code: string) => string) =>
  (file: string): string =>
    file === name ? edit(read(file)) : read(file);

test('a change of the code or of a dark colour gives drawings a new name', () => {
  const now = hashEngine(read);
  expect(
    hashEngine(change('finish.ts', (code) => code.replace('const margin = 4', 'const margin = 5'))),
  ).not.toBe(now);
  expect(hashEngine(change('palette.ts', (code) => code.replace('#eae7e2', '#eae7e3')))).not.toBe(now);
});

test('comments, indentation and line endings leave the name', () => {
  const now = hashEngine(read);
  expect(hashEngine(change('finish.ts', (code) => `// new\n/** more\n * lines */\n${code}`))).toBe(now);
  expect(hashEngine(change('tidy.ts', (code) => code.replace(/\n/g, '\r\n   ')))).toBe(now);
});

test('each source has its own name', () => {
  expect(nameStored('a')).toMatch(/^[\da-f]{32}$/);
  expect(nameStored('a')).not.toBe(nameStored('b'));
});

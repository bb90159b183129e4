import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { collectLicences, shippedPackages } from '../../../src/build/licences.ts';

test('every package that a page loads is named with its terms', async () => {
  const text = await collectLicences();
  for (const name of ['mermaid', 'elkjs', 'cytoscape', 'katex', 'pagefind', 'pretendard'])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'mu'));
  expect(text).toContain('SIL OPEN FONT LICENSE');
  expect(text).toMatch(/^elkjs .*EPL-2\.0/mu);
});

test('what elements import is in the list', () => {
  const imported = globSync('src/elements/**/*.ts').flatMap((file) =>
    Array.from(
      readFileSync(file, 'utf8').matchAll(
        /^import (?!type)[^']*from '([^.#'][^']*)'|import\('([^.#'/][^']*)'\)/gmu,
      ),
      ([, one, other]) => one ?? other ?? '',
    ),
  );
  expect(imported.filter((name) => !shippedPackages.includes(name))).toEqual([]);
});

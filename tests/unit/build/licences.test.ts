import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { collectLicences, shippedPackages } from '../../../src/build/licences.ts';

test('every package that a page loads is named with its terms', async () => {
  const text = await collectLicences();
  for (const name of ['mermaid', 'elkjs', 'cytoscape', 'katex', 'pagefind', 'pretendard'])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'mu'));
  expect(text).toContain('SIL OPEN FONT LICENSE');
  expect(text).toMatch(/^elkjs .*EPL-2\.0/mu);
});

/** The packages that a module brings along, by itself and by those that it imports. */
function listPackages(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type\b)(?:[^'";]*from )?'([^']+)'|import\('([^']+)'\)/gmu,
  );
  return Array.from(imports, ([, one, other]) => one ?? other ?? '').flatMap((name) => {
    if (name.startsWith('#')) return [];
    if (!name.startsWith('.')) return [name];
    return name.endsWith('.ts') ? listPackages(join(dirname(file), name), seen) : [];
  });
}

test('what elements bring along is in the list', () => {
  const files = globSync('src/elements/**/*.ts');
  const imported = files.flatMap((file) => listPackages(file).map((name) => `${name} in ${file}`));
  expect(imported.length).toBeGreaterThan(5);
  const isListed = (found: string) =>
    shippedPackages.some((name) => found.startsWith(`${name} `) || found.startsWith(`${name}/`));
  expect(imported.filter((found) => !isListed(found))).toEqual([]);
});

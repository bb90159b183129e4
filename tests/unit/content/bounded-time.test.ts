import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkAtlas } from '../../../src/content/check-atlas.ts';
import { readYaml } from '../../../src/content/front-matter.ts';
import { readAtlas } from '../../../src/content/open-atlas.ts';
import { findByPath, indexWiki } from '../../../src/knowledge/wiki-index.ts';
import { secondsOf } from '../processor-time.ts';
import { shapes } from './growing-notes.ts';

/** Less work than this tells nothing of how it grows. */
const tooShort = 0.1;

/** Seconds of the processor that a folder of one note takes to be read and checked. */
async function checkFor(text: string, extension = 'md'): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-growth-'));
  try {
    await writeFile(join(folder, `a.${extension}`), text);
    if (extension === 'svg') await writeFile(join(folder, 'b.md'), '![](a.svg)');
    return await secondsOf(async () => checkAtlas(await readAtlas(folder, tmpdir()), '2026-01-01'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What grows with the square is clearer in more of it; what only looked so, because the machine was busy, is not. */
async function expectEvenGrowth(units: readonly number[], measure: (units: number) => Promise<number>) {
  const growth: number[] = [];
  for (const count of units) {
    const once = await measure(count);
    const twice = await measure(2 * count);
    if (twice < tooShort || twice / once < 2.5) return;
    growth.push(twice / once);
  }
  expect.fail(`${growth.map((times) => times.toFixed(2)).join(', ')} times as long`);
}

for (const [name, write, extension] of shapes) {
  test(`a check takes twice as long for twice as many: ${name}`, () =>
    expectEvenGrowth([700, 1400, 2800], (units) => checkFor(write(units), extension)));
}

test('it takes twice as long to say where twice as many fields stand', () =>
  expectEvenGrowth([8000, 12_000, 16_000], (units) => {
    const names = Array.from({ length: units }, (_, index) => `k${index}`);
    const { locate } = readYaml(names.map((name) => `${name}: a\n`).join(''));
    return secondsOf(() => names.forEach((name) => locate([name])));
  }));

test('it takes twice as long to tell apart twice as many files of one name', () =>
  expectEvenGrowth([1000, 2000, 4000], (units) => {
    const paths = Array.from({ length: units }, (_, index) => `d${index}/same.png`);
    const index = indexWiki({ notes: [], assets: new Set(paths) });
    return secondsOf(() => paths.forEach((path) => findByPath('same.png', path, index)));
  }));

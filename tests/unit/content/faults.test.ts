import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Atlas, readAtlas } from '../../../src/content/open-atlas.ts';
import { checkAtlas } from '../../../src/content/check-atlas.ts';
import { formatProblem } from '../../../src/knowledge/problem.ts';
import { describeFault } from '../../../src/content/faults.ts';
import { parseFigures } from '../../../src/content/parse-figures.ts';
import type { Note } from '../../../src/knowledge/note.ts';

test('a fault that nobody foresaw says the step and asks for a report, without a stack', () => {
  const { line, column, message } = describeFault('outline', new TypeError('x is not a function'));
  expect([line, column]).toEqual([1, 1]);
  expect(message).toMatch(/구조 읽기.*x is not a function.*이슈로 알려/u);
  expect(message).not.toMatch(/\n|\bat /u);
  expect(describeFault('render', new RangeError('Maximum call stack size exceeded')).message).toContain(
    '너무 깊이',
  );
});

test('a diagram that breaks the parser costs no other one', async () => {
  // Not even a string: nothing that a parser could be ready for.
  const figures = [
    { code: null },
    { code: 'flowchart LR\n  A --> B' },
  ] as unknown as Note['outline']['figures'];
  const faults: string[] = [];
  await parseFigures([{ path: 'a.md', outline: { figures } } as Note], (path) => faults.push(path));
  expect(faults).toEqual(['a.md']);
  expect(figures[1]?.graph).toBeDefined();
});

test('a note that brings a rule to fall is named, and costs no other its check', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-faults-'));
  try {
    await writeFile(join(folder, 'a.md'), '글 [없음](x.md)\n');
    await writeFile(join(folder, 'b.md'), '글 [없음](y.md)\n');
    const atlas: Atlas = await readAtlas(folder, tmpdir());
    const [a] = atlas.library.notes;
    Object.defineProperty(a?.outline ?? {}, 'links', {
      get: () => {
        throw new TypeError('planted');
      },
    });
    const lines = checkAtlas(atlas, '2026-01-01').map(formatProblem);
    expect(lines.filter((line) => line.includes('planted')).every((line) => line.includes('/a.md:1:1'))).toBe(
      true,
    );
    expect(lines.join('\n')).toMatch(/검사.*planted.*이슈로 알려/u);
    expect(lines.join('\n')).not.toMatch(/\n\s+at /u);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('names and quoted text steer no terminal and break no line', () => {
  const problem = { path: 'a\nb\u202e.md', line: 1, column: 1, severity: 'error', kind: 'link' } as const;
  expect(formatProblem({ ...problem, message: '"\u001b[2J" 없음' })).toBe(
    'a\\u{a}b\\u{202e}.md:1:1 error link: "\\u{1b}[2J" 없음',
  );
});

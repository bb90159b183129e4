import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { type Atlas, readAtlas } from '../../../src/content/open-atlas.ts';
import { checkAtlas } from '../../../src/content/check-atlas.ts';
import { formatProblem, NamedFault } from '../../../src/knowledge/problem.ts';
import { describeFault, nameSlip } from '../../../src/content/faults.ts';
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
    expect(
      lines.filter((line) => line.includes('(planted)')).every((line) => line.includes('/a.md:1:1')),
    ).toBe(true);
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

/** Where a fault is planted, for the note `a` alone where the step has one. */
const plants: readonly [step: string, file: string, plant: (real: Record<string, unknown>) => object][] = [
  ['읽기', 'decode-text', throwFor('decodeText', ([bytes]) => String(bytes).includes('나쁜'))],
  ['읽기', 'read-note', throwFor('readNote', ([path]) => path === 'a.md')],
  ['구조 읽기', 'read-note', throwFor('outlineNote', ([note]) => (note as Note).path === 'a.md')],
  ['변경 기록 읽기', 'date-notes', throwFor('dateNotes')],
  ['변경 기록 읽기', 'read-history', throwFor('readRecentHistory')],
  ['변경 기록 읽기', 'compare-notes', throwFor('compareNotes')],
  ['구조 읽기', 'plain-references', throwFor('nameReferences')],
  ['읽기', 'read-pictures', throwFor('readPictures')],
];

function throwFor(name: string, isMeant: (args: unknown[]) => boolean = () => true) {
  return (real: Record<string, unknown>) => ({
    ...real,
    [name]: (...args: unknown[]) => {
      if (isMeant(args)) throw new Error('planted');
      return (real[name] as (...args: unknown[]) => unknown)(...args);
    },
  });
}

afterEach(() => {
  vi.resetModules();
});

for (const [step, file, plant] of plants) {
  test(`a fault planted in ${file} says the step and leaves the other notes their check`, async () => {
    const path = `../../../src/content/${file}.ts`;
    vi.resetModules();
    vi.doMock(path, async (importReal) => plant(await importReal()));
    const folder = await mkdtemp(join(tmpdir(), 'atlas-slips-'));
    try {
      await writeFile(join(folder, 'a.md'), '나쁜 글 [없음](x.md)\n');
      await writeFile(join(folder, 'b.md'), '글 [없음](y.md)\n');
      const { readAtlas: read } = await import('../../../src/content/open-atlas.ts');
      const { checkAtlas: check } = await import('../../../src/content/check-atlas.ts');
      const lines = check(await read(folder, tmpdir()), '2026-01-01').map(formatProblem);
      const planted = lines.filter((line) => line.includes('(planted)'));
      expect(planted).toEqual([
        expect.stringMatching(
          new RegExp(`^[^:]+:1:1 \\S+ markdown: ${step}에서 .*planted.*이슈로 알려`, 'u'),
        ),
      ]);
      expect(lines.some((line) => line.includes('/b.md:1:3'))).toBe(true);
    } finally {
      vi.doUnmock(path);
      await rm(folder, { recursive: true });
    }
  });
}

test('an error without words of its own is named on its way out of a build, once; a full disk speaks for itself', () => {
  const slip = nameSlip(new Error('planted\n    at x'), 'feed.xml', '쪽');
  expect(slip).toBeInstanceOf(NamedFault);
  expect((slip as Error).message).toMatch(/^feed\.xml: 쪽에서 .*planted.*이슈로 알려/u);
  expect((slip as Error).message).not.toContain('\n');
  expect(nameSlip(slip, 'a.md', '검색')).toBe(slip);
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { syscall: 'write' });
  expect(nameSlip(full, 'feed.xml', '쪽')).toBe(full);
});

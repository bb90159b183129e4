import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boundTroubles,
  type AnchorEntry,
  type LockEntry,
  type NoteEntry,
  readLock,
  writeLock,
} from '../../../src/sections/section-lock.ts';

const entry = (id: string, more: Partial<AnchorEntry> = {}): AnchorEntry => ({
  id,
  kind: 'section',
  note: 'malt',
  texts: ['정의'],
  slugs: ['정의'],
  depth: 2,
  place: 1,
  body: '',
  ...more,
});
const note: NoteEntry = { id: 'malt', kind: 'note', texts: ['RAG'], address: 'oven/malt', addresses: [] };
const lines = (...entries: LockEntry[]) => writeLock(entries).trimEnd().split('\n').slice(1);

test('a lock is a header and sorted lines, and reads back as it was', () => {
  const text = writeLock([
    note,
    entry('s-b'),
    entry('s-a', { notes: ['old'], retired: 'note:malt', ids: ['x'] }),
  ]);
  expect(text.split('\n').map((line) => line.slice(0, 13))).toEqual([
    '{"lock":1}',
    '{"id":"malt",',
    '{"id":"s-a","',
    '{"id":"s-b","',
    '',
  ]);
  const { entries, troubles } = readLock(text);
  expect(troubles).toEqual([]);
  expect(writeLock(entries)).toBe(text);
  expect(readLock('')).toEqual({ entries: [], troubles: [] });
  expect(readLock(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual({ entries, troubles: [] });
});

test('a broken line is named and the others are kept', () => {
  const text = [
    '{"lock":1}',
    ...lines(entry('s-a')),
    '{"id":"s-b","kind',
    ...lines(entry('s-c')),
    '{"id":3}',
    '[]',
  ].join('\n');
  const { entries, troubles } = readLock(text);
  expect(entries.map(({ id }) => id)).toEqual(['s-a', 's-c']);
  expect(troubles.map(({ line }) => line)).toEqual([3, 5, 6]);
});

test('of a file that is no lock, the first lines are named and the rest counted', () => {
  const { troubles } = readLock('x\n'.repeat(500_000));
  expect(troubles).toHaveLength(500_000);
  const said = boundTroubles(troubles);
  expect(said).toHaveLength(101);
  expect(said.at(-1)).toMatchObject({ line: 101, message: expect.stringContaining('499900') as string });
  expect(boundTroubles(troubles.slice(0, 100))).toEqual(troubles.slice(0, 100));
});

test('a lock of a newer version is read and never rewritten', () => {
  const { entries, troubles } = readLock(['{"lock":2}', ...lines(entry('s-a'))].join('\n'));
  expect(entries).toHaveLength(1);
  expect(troubles).toMatchObject([{ line: 1, canRepair: false }]);
});

test('lines that two branches added unite; equal lines are one', () => {
  const text = [
    '{"lock":1}',
    ...lines(entry('s-b'), note),
    '{"lock":1}',
    ...lines(entry('s-a'), entry('s-b')),
  ].join('\n');
  const { entries, troubles } = readLock(text);
  expect(troubles).toEqual([]);
  expect(entries.map(({ id }) => id).sort()).toEqual(['malt', 's-a', 's-b']);
});

test('a merge that was left half-way keeps both sides and loses no former slug', () => {
  const ours = entry('s-a', { texts: ['정의', '뜻'], slugs: ['정의', '뜻'], changed: '2026-01-02' });
  const theirs = entry('s-a', {
    texts: ['정의', '의미'],
    slugs: ['정의', '의미'],
    note: 'other',
    changed: '2026-01-01',
  });
  const text = [
    '{"lock":1}',
    '<<<<<<< HEAD',
    ...lines(ours),
    '||||||| base',
    ...lines(entry('s-a'), entry('s-z')),
    '=======',
    ...lines(theirs, entry('s-n')),
    '>>>>>>> b',
  ].join('\n');
  const { entries, troubles } = readLock(text);
  expect(entries.map(({ id }) => id)).toEqual(['s-a', 's-n', 's-z']);
  expect(troubles).toHaveLength(5);
  expect(troubles.every(({ canRepair }) => canRepair)).toBe(true);
  expect(entries[0]).toMatchObject({
    note: 'malt',
    notes: ['other'],
    slugs: ['의미', '정의', '뜻'],
    texts: ['의미', '정의', '뜻'],
  });
});

test('one id for two different things is for a person to decide', () => {
  const text = lines(entry('s-a'))
    .concat(lines(entry('s-a', { note: 'x', texts: ['다른 것'], slugs: [] })))
    .join('\n');
  expect(readLock(text).troubles).toMatchObject([{ line: 2, canRepair: false }]);
});

test('whatever the text, reading never throws and keeps every whole line', () => {
  const whole = lines(entry('s-a'), entry('s-b'), note);
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(fc.constantFrom(...whole), fc.string(), fc.json(), fc.constantFrom('=======', '>>>>>>> x')),
      ),
      (parts) => {
        const { entries } = readLock(parts.map((part) => part.replaceAll('\n', ' ')).join('\n'));
        const kept = new Set(entries.map(({ id }) => id));
        for (const [line, id] of [
          [whole[1], 's-a'],
          [whole[2], 's-b'],
          [whole[0], 'malt'],
        ] as const) {
          if (line !== undefined && parts.includes(line)) expect(kept).toContain(id);
        }
      },
    ),
  );
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { assignIds } from '../../../src/sections/assign-ids.ts';
import { runRepair, runRetire } from '../../../src/sections/retire-command.ts';
import { retireId } from '../../../src/sections/retire-id.ts';
import { readLock, writeLock } from '../../../src/sections/section-lock.ts';
import { idsOf, makeNote, writeBody } from './make-note.ts';

function start() {
  const malt = makeNote('malt', [
    { text: '정의', body: writeBody(1) },
    { text: '한계', body: writeBody(2), chosenId: 'limits' },
  ]);
  const { entries } = assignIds([malt, makeNote('limits', [])], []);
  return { entries, first: idsOf(malt)[0] ?? '' };
}

async function lockFile(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'lock-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'section-ids.lock');
  await writeFile(path, text);
  const said: string[] = [];
  return { path, folder, said, say: (line: string) => said.push(line), read: () => readFile(path, 'utf8') };
}

test('an id is retired in favour of a section, or of a note that has the same id', () => {
  const { entries, first } = start();
  const retiredOf = (list: typeof entries) =>
    list.find(({ id, kind }) => id === first && kind === 'section')?.retired;
  expect(retiredOf(retireId(entries, first, 'limits'))).toBe('limits');
  expect(retiredOf(retireId(entries, first, 'note:limits'))).toBe('note:limits');
  expect(retiredOf(retireId(entries, first, 'malt'))).toBe('note:malt');
  expect(entries.every((entry) => entry.retired === undefined)).toBe(true);
});

test('a note takes what is left of its sections along', () => {
  const { entries } = start();
  const after = retireId(entries, 'malt', 'note:limits');
  expect(after.filter(({ retired }) => retired === 'note:limits')).toHaveLength(3);
});

test('unknown ids and circles are refused', () => {
  const { entries, first } = start();
  expect(() => retireId(entries, 'limit', first)).toThrow(/혹시 "limits"/u);
  expect(() => retireId(entries, first, first)).toThrow(RangeError);
  const one = retireId(entries, first, 'limits');
  expect(() => retireId(one, 'limits', first)).toThrow(RangeError);
  expect(() => retireId(entries, 'note:malt', first)).toThrow(RangeError);
});

test('the command writes the lock, several ids at once, or says why not', async () => {
  const { entries, first } = start();
  const { path, folder, said, say, read } = await lockFile(writeLock(entries));
  expect(await runRetire(['retire', first, 'limits', 'note:limits'], path, say)).toBe(0);
  expect(readLock(await read()).entries.filter(({ retired }) => retired === 'note:limits')).toHaveLength(2);
  expect(await readdir(folder)).toEqual(['section-ids.lock']);
  expect(said[0]).toContain('정의');
  const before = await read();
  expect(await runRetire(['retire', 'nothing', 'malt'], path, say)).toBe(1);
  expect(await runRetire(['retire', first], path, say)).toBe(1);
  expect(await runRetire([first, 'malt'], join(folder, 'none'), say)).toBe(1);
  expect(await read()).toBe(before);
});

test('a lock with unreadable lines is left alone; one with merge marks can be repaired', async () => {
  const { entries, first } = start();
  const broken = await lockFile(`${writeLock(entries)}{"id":\n`);
  expect(await runRetire([first, 'malt'], broken.path, broken.say)).toBe(1);
  expect(await runRepair(broken.path, broken.say)).toBe(1);
  expect(await broken.read()).toContain('{"id":\n');
  const merged = await lockFile(
    `<<<<<<< a\n${writeLock(entries)}=======\n${writeLock(retireId(entries, first, 'malt'))}>>>>>>> b\n`,
  );
  expect(await runRetire([first, 'malt'], merged.path, merged.say)).toBe(1);
  expect(await runRepair(merged.path, merged.say)).toBe(0);
  expect(await merged.read()).toBe(writeLock(retireId(entries, first, 'malt')));
});

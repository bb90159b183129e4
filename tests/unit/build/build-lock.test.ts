import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withBuildLock } from '../../../src/build/build-lock.ts';

let folder: string;
const said: string[] = [];
const lock = (work: () => Promise<string>) => withBuildLock(work, folder, (line) => said.push(line));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-lock-'));
  said.length = 0;
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('one build runs at a time, and leaves nothing', async () => {
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise((resume) => setTimeout(resume, 50));
    order.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([lock(work('a')), lock(work('b'))])).toEqual(['a', 'b']);
  expect(order.map((line) => line.slice(2))).toEqual(['begins', 'ends', 'begins', 'ends']);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(String(process.pid));
  expect(await readdir(folder)).toEqual([]);
});

test('a lock that cannot be written fails at once, with the place and the reason', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(withBuildLock(() => Promise.resolve(''), join(folder, 'file'))).rejects.toThrow(
    /file.build\.lock.*(?:EEXIST|ENOTDIR)/u,
  );
});

test('the lock of a process that is gone is taken over, whatever stands in it', async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  const gone = await new Promise<number>((done) => child.once('close', () => done(child.pid ?? 0)));
  const marks = ['', '{', 'null', '12', JSON.stringify({ pid: gone, host: hostname(), started: '' })];
  // A number that is in use again, by a process that started at another time.
  marks.push(JSON.stringify({ pid: process.pid, host: hostname(), started: '1' }));
  for (const mark of marks) {
    await writeFile(join(folder, 'build.lock'), mark);
    expect(await lock(() => Promise.resolve('ran')), mark).toBe('ran');
  }
  expect(said).toEqual([]);
});

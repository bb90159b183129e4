import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAtlas } from '../../../src/content/open-atlas.ts';
import { lockFile } from '../../../src/content/read-section-ids.ts';
import { writeLock } from '../../../src/sections/section-lock.ts';

let root: string;
let lock: string;
const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' });
const read = () => readAtlas(join(root, 'content'), root);
const messages = async () =>
  (await read()).problems.filter(({ path }) => path === lockFile).map(({ severity }) => severity);

// On a build server changed ids are an error of their own; here the author's machine is tried.
const ci = process.env['CI'];
beforeAll(async () => {
  delete process.env['CI'];
  root = await mkdtemp(join(tmpdir(), 'atlas-lock-'));
  git('init', '-q');
  execFileSync('mkdir', [join(root, 'content')]);
  await writeFile(join(root, 'content/a.md'), '# 글\n\n## 하나\n\n글.\n\n## 둘\n\n글.\n');
  lock = writeLock((await read()).ids.entries);
  await writeFile(join(root, 'content', lockFile), lock);
  git('add', '-A');
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'a');
});
afterAll(async () => {
  if (ci !== undefined) process.env['CI'] = ci;
  await rm(root, { recursive: true });
});

test('a lock as it was committed is in order', async () => {
  expect(await messages()).toEqual([]);
  expect((await read()).ids.isReadable).toBe(true);
});

test('a lock that vanished or was emptied is asked about and not made anew', async () => {
  await writeFile(join(root, 'content', lockFile), '');
  expect(await messages()).toEqual(['error']);
  await rm(join(root, 'content', lockFile));
  expect(await messages()).toEqual(['error']);
  expect((await read()).ids.isReadable).toBe(false);
});

test('lines that are gone are named, and the rest is not rewritten', async () => {
  await writeFile(join(root, 'content', lockFile), lock.split('\n').slice(0, -2).join('\n') + '\n');
  expect(await messages()).toEqual(['warning']);
  expect((await read()).ids.isReadable).toBe(false);
});

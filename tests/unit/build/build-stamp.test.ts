import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hashInputs } from '../../../src/build/build-stamp.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-stamp-'));
  await mkdir(join(folder, 'notes/below'), { recursive: true });
  await mkdir(join(folder, 'outside'));
  await writeFile(join(folder, 'notes/below/a.md'), '# 가\n');
  await writeFile(join(folder, 'outside/b.md'), '# 나\n');
  vi.stubEnv('CONTENT_DIR', join(folder, 'notes'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('a note that is written, added or led to makes another hash', async () => {
  const hashes = [hashInputs().all];
  await writeFile(join(folder, 'notes/below/a.md'), '# 다\n');
  hashes.push(hashInputs().all);
  await writeFile(join(folder, 'notes/c.md'), '# 라\n');
  hashes.push(hashInputs().all);
  await symlink('c.md', join(folder, 'notes/d.md'));
  hashes.push(hashInputs().all);
  expect(new Set(hashes).size).toBe(4);
});

test('links that lead out or round in circles are not followed', async () => {
  for (const name of ['e', 'f', 'g', 'below/h'])
    await symlink(join(folder, 'notes'), join(folder, 'notes', name));
  await symlink(join(folder, 'outside'), join(folder, 'notes/outside'));
  await symlink(join(folder, 'outside/b.md'), join(folder, 'notes/b.md'));
  const before = hashInputs().all;
  await writeFile(join(folder, 'outside/b.md'), '# 마\n');
  expect(hashInputs().all).toBe(before);
});

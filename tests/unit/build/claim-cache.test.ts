import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CacheRefused, claimCache, refuseCache } from '../../../src/build/claim-cache.ts';

let room: string;
const at = (...path: string[]) => join(room, ...path);
const around = () => ({ contentDir: at('notes'), outDir: at('site'), projectRoot: at('project') });
beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'atlas-cache-'));
  for (const name of ['notes', 'project/src', 'caches']) await mkdir(at(name), { recursive: true });
});
afterEach(async () => {
  await rm(room, { recursive: true, force: true });
});

test('a checkout beside which caches are to go is neither filled nor emptied', async () => {
  // `CACHE_DIR` names the folder that holds it, and it is called as a clone is called.
  await mkdir(at('caches/genai-atlas/content'), { recursive: true });
  await writeFile(at('caches/genai-atlas/content/thesis.md'), '# 논문');
  await expect(claimCache(at('caches/genai-atlas'), around())).rejects.toThrow(CacheRefused);
  await expect(refuseCache(at('caches/genai-atlas'), around())).rejects.toThrow(/genai-atlas/u);
  expect(await readdir(at('caches/genai-atlas'))).toEqual(['content']);
});

test('a folder that has nothing but names which somebody may have given is theirs', async () => {
  await mkdir(at('caches/genai-atlas/pictures'), { recursive: true });
  await writeFile(at('caches/genai-atlas/pictures/wedding.jpg'), 'x');
  await expect(refuseCache(at('caches/genai-atlas'), around())).rejects.toThrow(CacheRefused);
});

test.skipIf(process.platform !== 'linux')(
  'a place where no folder can be is refused, and not tried for ever',
  async () => {
    await expect(claimCache('/proc/caches/genai-atlas', around())).rejects.toThrow(CacheRefused);
  },
);

test('a new folder is tagged as a cache, and known again', async () => {
  const folder = at('caches/genai-atlas');
  await claimCache(folder, around());
  expect(await readFile(join(folder, 'CACHEDIR.TAG'), 'utf8')).toMatch(
    /^Signature: 8a477f597d28d172789f06886806bc55/u,
  );
  await writeFile(join(folder, 'anything'), '');
  await expect(claimCache(folder, around())).resolves.toBeUndefined();
  await mkdir(at('former'));
  for (const name of ['store.sqlite', 'store.sqlite-wal', 'stamps']) await writeFile(at('former', name), '');
  await symlink(at('former'), at('former/drawings'));
  await expect(claimCache(at('former'), around())).resolves.toBeUndefined();
});

test('no cache lies in the notes, in the site or among the sources, also not by a link', async () => {
  await symlink(at('notes'), at('caches/link'));
  for (const folder of [
    'notes/genai-atlas',
    'caches/link/genai-atlas',
    'site/x',
    'site',
    'project/src/x',
    '.',
  ])
    await expect(claimCache(at(folder), around()), folder).rejects.toThrow(CacheRefused);
  expect(await readdir(at('notes'))).toEqual([]);
  await expect(claimCache(at('project/node_modules/.cache/x'), around())).resolves.toBeUndefined();
});

test('a file in the place of the folder costs time and nothing else', async () => {
  await writeFile(at('caches/genai-atlas'), 'x');
  await expect(claimCache(at('caches/genai-atlas'), around())).resolves.toBeUndefined();
  expect(await readFile(at('caches/genai-atlas'), 'utf8')).toBe('x');
});

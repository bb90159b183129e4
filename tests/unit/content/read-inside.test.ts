import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyLinkedFiles } from '../../../src/build/linked-files.ts';
import { readAtlas } from '../../../src/content/open-atlas.ts';
import { readFolder } from '../../../src/content/read-folder.ts';
import { LedOut, readInside } from '../../../src/content/read-inside.ts';

const canary = '새면 안 되는 글';
let room: string;
const at = (...path: string[]) => join(room, ...path);
async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(at(path)), { recursive: true });
    await writeFile(at(path), text);
  }
}
beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'atlas-inside-'));
  await write({
    'top/notes/a.md': '[가](a.txt) [나](sub/b.txt) [다](same.txt)\n\n```js\n<<< c.js\n```\n',
    'top/notes/a.txt': '가',
    'top/notes/sub/b.txt': '나',
    'top/notes/real/same.txt': '안에 있는 글',
    'outside/a.txt': canary,
    'outside/b.txt': canary,
    'outside/notes/a.txt': canary,
    'outside/notes/sub/b.txt': canary,
  });
  await symlink('real/same.txt', at('top/notes/same.txt'));
});
afterEach(() => rm(room, { recursive: true, force: true }));

/** Reads the notes, lets somebody swap something for a link, and publishes what they link to. */
async function publish(swap: () => Promise<void>): Promise<string> {
  const atlas = await readAtlas(at('top/notes'), at('project'));
  expect([...atlas.assets.keys()]).toContain('sub/b.txt');
  await swap();
  const written: string[] = [];
  const site = {
    write: (_: string, content: string | Uint8Array) => written.push(Buffer.from(content).toString()),
  };
  await copyLinkedFiles(atlas, site).catch((error: unknown) => written.push(String(error)));
  return written.join('\n');
}

async function swap(path: string, to: string): Promise<void> {
  await rename(at(path), at('aside'));
  await symlink(at(to), at(path));
}

test('a link that stays inside is published, and what it leads to', async () => {
  const written = await publish(() => Promise.resolve());
  expect(written).toBe('가\n나\n안에 있는 글');
});

test.each([
  ['a file', 'top/notes/a.txt', 'outside/a.txt'],
  ['a folder', 'top/notes/sub', 'outside'],
  ['the folder of notes', 'top/notes', 'outside/notes'],
  ['the folder above it', 'top', 'outside'],
  ['the file that a link leads to', 'top/notes/real/same.txt', 'outside/a.txt'],
])('%s that became a link out of the folder after it was found is not published', async (_, path, to) => {
  const written = await publish(() => swap(path, to));
  expect(written).not.toContain(canary);
  expect(written).toMatch(/\.txt/u);
});

test('a note that became a link is not read', async () => {
  const { homes } = await readFolder(at('top/notes'));
  await swap('top/notes/a.md', 'outside/a.txt');
  await expect(readInside(homes, at('top/notes/a.md'))).rejects.toThrow(LedOut);
  expect(await readInside(homes, at('top/notes/a.txt'), 1)).toHaveLength(1);
  await expect(readInside(homes, at('top/notes/sub'))).rejects.toThrow();
});

import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchFolder } from '../../../../src/build/dev/watch-folder.ts';

let root: string;
let heard: Set<string>;
let watched: { close: () => void };

beforeEach(async () => {
  root = join(mkdtempSync(join(tmpdir(), 'atlas-watch-')), 'notes');
  mkdirSync(join(root, 'a/b'), { recursive: true });
  mkdirSync(join(root, '_drafts'));
  writeFileSync(join(root, 'a/b/one.md'), '하나');
  heard = new Set();
  watched = watchFolder(root, (path) => heard.add(path.slice(root.length + 1)));
  await hears(() => writeFileSync(join(root, 'a/b/ready'), String(Math.random())), 'a/b/ready');
});

afterEach(() => {
  watched.close();
  rmSync(join(root, '..'), { recursive: true, force: true });
});

/** Until something is heard, which is done again and again: nobody says when watching has begun. */
async function hears(act: () => void, path: string): Promise<void> {
  await vi.waitFor(
    async () => {
      act();
      await wait(20);
      expect([...heard]).toContain(path);
    },
    { timeout: 5000, interval: 20 },
  );
}

it('hears of files that are written, moved in and removed, however deep', async () => {
  await hears(() => appendFileSync(join(root, 'a/b/one.md'), '둘'), 'a/b/one.md');
  writeFileSync(join(root, '../new.md'), '새');
  renameSync(join(root, '../new.md'), join(root, 'a/new.md'));
  await vi.waitFor(() => expect(heard).toContain('a/new.md'));
  heard.clear();
  rmSync(join(root, 'a/new.md'));
  await vi.waitFor(() => expect(heard).toContain('a/new.md'));
});

it('hears of what lies in folders that come later, and not of what is hidden', async () => {
  mkdirSync(join(root, 'c/d'), { recursive: true });
  await hears(() => writeFileSync(join(root, 'c/d/two.md'), String(Math.random())), 'c/d/two.md');
  rmSync(join(root, 'c'), { recursive: true });
  mkdirSync(join(root, 'c'));
  await hears(() => writeFileSync(join(root, 'c/three.md'), String(Math.random())), 'c/three.md');
  heard.clear();
  writeFileSync(join(root, '_drafts/x.md'), '숨음');
  writeFileSync(join(root, 'end.md'), '끝');
  await vi.waitFor(() => expect(heard).toContain('end.md'));
  expect([...heard].filter((path) => path.startsWith('_drafts/'))).toEqual([]);
});

it('takes the folder up again when it has been put in its place anew', async () => {
  renameSync(root, `${root}-old`);
  mkdirSync(root);
  await hears(() => writeFileSync(join(root, 'four.md'), String(Math.random())), 'four.md');
}, 15_000);

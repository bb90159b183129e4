import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inferTitle } from '../../../src/content/infer-title.ts';
import { readAtlas } from '../../../src/content/open-atlas.ts';
import { readSettings } from '../../../src/content/read-settings.ts';

let outer: string;
let notes: string;

beforeEach(async () => {
  outer = await mkdtemp(join(tmpdir(), 'atlas-settings-'));
  notes = join(outer, '내 노트');
  await mkdir(join(notes, '방'), { recursive: true });
  await writeFile(join(notes, '방', '가.md'), '# 가\n\n글이다.');
  await mkdir(join(outer, 'elsewhere'));
});

afterEach(async () => rm(outer, { recursive: true }));

test('a file of a tool that a symlink takes from elsewhere names nothing', async () => {
  await writeFile(join(outer, 'elsewhere', 'a.yml'), 'title: 몰래\nsite_name: 몰래\nlabel: 몰래\n');
  for (const name of ['_config.yml', 'mkdocs.yml', '방/_category_.yml'])
    await symlink(join(outer, 'elsewhere', 'a.yml'), join(notes, name));
  expect(await inferTitle(notes, tmpdir())).toBe('내 노트');
  const { library } = await readAtlas(notes, tmpdir());
  expect(library.subject.title).toBe('내 노트');
  expect([...library.folderNames.values()]).not.toContain('몰래');
});

test('one that stays inside works', async () => {
  await writeFile(join(notes, '방', 'site.yml'), 'site_name: 우리 집\n');
  await symlink(join('방', 'site.yml'), join(notes, 'mkdocs.yml'));
  expect(await inferTitle(notes, tmpdir())).toBe('우리 집');
});

test('what is no plain file, or too large, is not read', async () => {
  await symlink('/dev/zero', join(notes, 'book.toml'));
  await writeFile(join(notes, 'hugo.toml'), `title = "큰"\n${'#'.repeat(500_000)}`);
  await mkdir(join(notes, 'mkdocs.yml'));
  for (const name of ['book.toml', 'hugo.toml', 'mkdocs.yml', 'none.yml'])
    expect(await readSettings(notes, name)).toBeNull();
});

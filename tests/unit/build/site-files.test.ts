import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSitePlace } from '../../../src/build/output/output-folder.ts';
import { openSiteFiles } from '../../../src/build/output/site-files.ts';
import { recordSite, type SiteRecord } from '../../../src/build/output/site-record.ts';

let room: string;
beforeEach(() => (room = mkdtempSync(join(tmpdir(), 'atlas-files-'))));
afterEach(() => rmSync(room, { recursive: true }));

const target = () => join(room, 'site');
const at = (path: string) => join(target(), path);

async function build(files: Record<string, string>, record: SiteRecord = new Map()) {
  const place = await openSitePlace(target());
  const site = openSiteFiles(place.next, { folder: target(), record }, place.drafts);
  for (const [path, text] of Object.entries(files)) site.write(path, text);
  const kept = new Set(site.kept);
  await place.moveIn({ kept });
  site.moveTo(target());
  await place.close();
  return { kept: [...kept].sort(), ...recordSite(target(), site.files, kept, record) };
}

const first: Record<string, string> = {
  'index.html': 'a',
  'notes/a/index.html': 'b',
  'notes/b.md': 'c',
  'gone/x': 'd',
  'whole/y': 'e',
};

test('what stands there with the same bytes stays, everything else is as in the new site', async () => {
  const { record } = await build(first);
  const inode = (path: string) => statSync(at(path)).ino;
  const before = inode('notes/a/index.html');
  const next: Record<string, string> = { ...first, 'notes/b.md': 'C', 'notes/c/new': 'f' };
  delete next['gone/x'];
  const second = await build(next, record);
  expect(second.kept).toEqual(['index.html', 'notes/a/index.html', 'whole/y']);
  expect(inode('notes/a/index.html')).toBe(before);
  for (const [path, text] of Object.entries(next)) expect(readFileSync(at(path), 'utf8')).toBe(text);
  expect(statSync(at('gone'), { throwIfNoEntry: false })).toBeUndefined();
  expect(second.isWhole).toBe(true);
  expect((await build(next, second.record)).kept).toHaveLength(Object.keys(next).length);
});

test('a file that somebody changed is written again, also with its size and time as they were', async () => {
  const { record } = await build(first);
  const { atime, mtime } = statSync(at('notes/b.md'));
  writeFileSync(at('notes/b.md'), 'x');
  utimesSync(at('notes/b.md'), atime, mtime);
  rmSync(at('whole/y'));
  expect((await build(first, record)).kept).toEqual(['gone/x', 'index.html', 'notes/a/index.html']);
  for (const [path, text] of Object.entries(first)) expect(readFileSync(at(path), 'utf8')).toBe(text);
});

test('a file that is changed while the next site is made keeps the record from being one of the whole site', async () => {
  const { record } = await build(first);
  const place = await openSitePlace(target());
  const site = openSiteFiles(place.next, { folder: target(), record });
  for (const [path, text] of Object.entries(first)) site.write(path, text);
  writeFileSync(at('notes/b.md'), 'x');
  const known = recordSite(target(), site.files, site.kept, record);
  expect(known.isWhole).toBe(false);
  expect(known.record.has('notes/b.md')).toBe(false);
  await place.close();
});

test('a file is what was written last, held back or not', async () => {
  const { record } = await build(first);
  const site = openSiteFiles(join(room, 'next'), { folder: target(), record });
  site.hold('index.html', '가나');
  site.hold('other.html', '다');
  expect([site.read('index.html'), site.read('other.html')]).toEqual(['가나', '다']);
  site.write('index.html', 'new');
  site.write('index.html', 'a');
  expect([...site.kept]).toEqual(['index.html']);
  expect(statSync(join(room, 'next/index.html'), { throwIfNoEntry: false })).toBeUndefined();
  site.write('index.html', 'new');
  expect([...site.kept]).toEqual([]);
  expect(readFileSync(join(room, 'next/index.html'), 'utf8')).toBe('new');
  expect(site.files.get('index.html')?.bytes).toBe(3);
  site.remove('index.html');
  expect([...site.files.keys()]).toEqual([]);
});

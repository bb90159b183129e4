import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exchange, HalfExchanged } from '../../../src/build/output/exchange.ts';
import {
  checkOutputFolder,
  hasSite,
  openSitePlace,
  OutputRefused,
  readTitle,
} from '../../../src/build/output/output-folder.ts';
import { isOtherSite, renewMark } from '../../../src/build/output/site-mark.ts';

let room: string;
const at = (...path: string[]) => join(room, ...path);
beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'atlas-output-'));
  await write({ 'notes/a.md': '# 가' });
});
afterEach(async () => {
  await rm(room, { recursive: true, force: true });
});

async function write(files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(at(path)), { recursive: true });
    await writeFile(at(path), text);
  }
}

/** Every file below a folder with its text; the mark of a build is there, but not its text. */
async function read(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries.filter((found) => !found.isDirectory())) {
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path)] = entry.name === '.atlas-site' ? '' : await readFile(path, 'utf8');
  }
  return files;
}

const options = () => ({ contentDir: at('notes'), projectRoot: at('project') });
const check = (outDir: string) => checkOutputFolder(outDir, options());

async function build(outDir: string, site: Record<string, string>): Promise<void> {
  const place = await openSitePlace(await check(outDir));
  try {
    for (const [path, text] of Object.entries(site)) {
      await mkdir(dirname(join(place.next, path)), { recursive: true });
      await writeFile(join(place.next, path), text);
    }
    await place.moveIn();
  } finally {
    await place.close();
  }
}

const stays = { 'a/stays/index.html': '그대로', 'stays.txt': '그대로' };
const first = {
  ...stays,
  'index.html': '처음',
  'a/index.html': '가',
  'a/old/x': '',
  'gone/x.css': 'x',
  'same.txt': '1',
};
const second = {
  ...stays,
  'index.html': '다음',
  'a/index.html': '가나',
  'a/stays/y': '',
  'new/y.js': 'y',
  'same.txt': '2',
};
const marked = (site: Record<string, string>) => ({ ...site, '.atlas-site': '' });

describe('what a build may write into', () => {
  test('no folder that a shell would take for a home', async () => {
    for (const outDir of ['~', '~/site', '~somebody/site']) await expect(check(outDir)).rejects.toThrow(/~/u);
    await expect(check(at('~site'))).resolves.toBe(at('~site'));
    for (const outDir of ['', ' ', 'file:///srv/site', 'https://example.org/', 's3://bucket'])
      await expect(check(outDir)).rejects.toThrow(OutputRefused);
    // The mark of another folder is none.
    await build(at('site'), first);
    await write({ 'other/index.html': '남의 것' });
    await symlink(at('site', '.atlas-site'), at('other', '.atlas-site'));
    await expect(check(at('other'))).rejects.toThrow(OutputRefused);
  });

  test('a site to which the build adds files after it was moved in, also when it was killed meanwhile', async () => {
    const place = await openSitePlace(await check(at('site')));
    await mkdir(join(place.next, 'cards'), { recursive: true });
    await writeFile(join(place.next, 'index.html'), '처음');
    await place.moveIn({ later: ['cards/late.png', 'cards/never.png'] });
    await place.close();
    await writeFile(at('site/cards/late.png'), 'x');
    await build(at('site'), second);
    expect(await read(at('site'))).toEqual(marked(second));
  });

  test('a folder that is not there, an empty one, and its own', async () => {
    await build(at('deep/site'), first);
    expect(await read(at('deep/site'))).toEqual(marked(first));
    expect(await hasSite(at('deep/site'))).toBe(true);
    await build(at('deep/site'), second);
    expect(await read(at('deep/site'))).toEqual(marked(second));
    expect(await readdir(at('deep'))).toEqual(['site']);
    await mkdir(at('empty'));
    await build(at('empty'), first);
    expect(await read(at('empty'))).toEqual(marked(first));
  });

  test('nothing that holds files of somebody else', async () => {
    await write({ 'home/thesis.txt': '논문' });
    await expect(check(at('home'))).rejects.toThrow(OutputRefused);
    await build(at('site'), first);
    await write({ 'site/a/mine.txt': '내 글' });
    await expect(check(at('site'))).rejects.toThrow('a/mine.txt');
    await rm(at('site/a/mine.txt'));
    // In the top level they are in nobody's way.
    await write({ 'site/CNAME': 'example.org', 'site/.git/config': '' });
    await build(at('site'), second);
    expect(await read(at('site'))).toEqual(marked({ ...second, CNAME: 'example.org', '.git/config': '' }));
    await expect(build(at('site'), { ...second, CNAME: '' })).rejects.toThrow('CNAME');
    expect(await read(at('site'))).toEqual(marked({ ...second, CNAME: 'example.org', '.git/config': '' }));
    await write({ 'site/.atlas-site': '{' });
    await expect(check(at('site'))).rejects.toThrow('.atlas-site');
  });

  test('nothing of somebody else beside a mark that was copied there, and nothing that was changed', async () => {
    await build(at('site'), first);
    const mark = await readFile(at('site/.atlas-site'), 'utf8');
    const theirs = { 'index.html': '남의 첫 쪽', 'a/index.html': '남의 가', 'thesis.txt': '논문' };
    for (const [path, text] of Object.entries({ ...theirs, '.atlas-site': mark }))
      await write({ [`theirs/${path}`]: text });
    await expect(build(at('theirs'), second)).rejects.toThrow(/a\/index\.html, index\.html/u);
    expect(await read(at('theirs'))).toEqual(marked(theirs));
    // The whole site may be copied, and a power cut may have emptied a file.
    await cp(at('site'), at('copy'), { recursive: true });
    await write({ 'copy/a/index.html': '' });
    await build(at('copy'), second);
    expect(await read(at('copy'))).toEqual(marked(second));
    await write({ 'site/a/index.html': '손으로 고침' });
    await expect(check(at('site'))).rejects.toThrow('a/index.html');
    await rm(at('site/a/index.html'));
    await rm(at('site/index.html'));
    await symlink(at('theirs/thesis.txt'), at('site/index.html'));
    await expect(check(at('site'))).rejects.toThrow('index.html');
    await rm(at('site/index.html'));
    await build(at('site'), second);
    expect(await read(at('site'))).toEqual(marked(second));
    expect(await readFile(at('theirs/thesis.txt'), 'utf8')).toBe('논문');
  });

  test('a site of a former build, whose mark has no sizes', async () => {
    await build(at('site'), first);
    const { sizes, ...mark } = JSON.parse(await readFile(at('site/.atlas-site'), 'utf8')) as {
      sizes: number[];
    };
    expect(sizes.length).toBeGreaterThan(5);
    await write({ 'site/.atlas-site': JSON.stringify(mark), 'site/index.html': '고친 것' });
    await build(at('site'), second);
    expect(await read(at('site'))).toEqual(marked(second));
  });

  test('no folder of the notes, the project or a home, also by another name', async () => {
    await mkdir(at('project/src/deep'), { recursive: true });
    await symlink(at('notes'), at('link'));
    await symlink(at('nowhere'), at('dangling'));
    await write({ file: '' });
    const wrong = ['notes', '.', 'notes/site', 'notes/../notes', 'link', 'link/site', 'project', 'dangling'];
    for (const path of [...wrong, 'file', 'file/below', 'project/src', 'project/src/x', 'project/content']) {
      await expect(check(at(path)), path).rejects.toThrow();
    }
    for (const path of ['/', process.env['HOME'] ?? '/root', '/home', '/home/somebody']) {
      await expect(check(path), path).rejects.toThrow(OutputRefused);
    }
    await expect(check(at('project/dist'))).resolves.toBe(at('project/dist'));
    expect(await read(at('notes'))).toEqual({ 'a.md': '# 가' });
  });

  test('no folder of the notes where it is mounted a second time', async ({ skip }) => {
    await mkdir(at('mounted'));
    if (spawnSync('mount', ['--bind', at('notes'), at('mounted')]).status !== 0) return skip();
    try {
      for (const path of ['mounted', 'mounted/site', 'mounted/site/deep']) {
        await expect(check(at(path)), path).rejects.toThrow('CONTENT_DIR');
      }
    } finally {
      spawnSync('umount', [at('mounted')]);
    }
  });

  test('siblings with names like those of a build stay', async () => {
    await write({
      'site.old-1/x': '',
      'site.making-1/x': '',
      '.site.atlas-1/x': '',
      '.site.atlas-2/owner.json': '{}',
    });
    await build(at('site'), first);
    await build(at('site'), second);
    for (const path of ['site.old-1/x', 'site.making-1/x', '.site.atlas-1/x', '.site.atlas-2/owner.json']) {
      expect(await readFile(at(path), 'utf8')).toBeDefined();
    }
  });

  test('a link to a folder stays a link, and the folder itself', async () => {
    await mkdir(at('disk'));
    await symlink(at('disk'), at('site'));
    await build(at('site'), first);
    await build(at('site'), second);
    expect(await read(at('disk'))).toEqual(marked(second));
    expect(
      (await readdir(room, { withFileTypes: true })).find(({ name }) => name === 'site')?.isSymbolicLink(),
    ).toBe(true);
  });
});

/** Runs the exchange in a process of its own, which kills itself before a step; returns the steps that it did. */
function runChild(killBefore = ''): { signal: string | null; steps: string[] } {
  const child = resolve('tests/unit/build/exchange-child.ts');
  const args = [
    '--disable-warning=ExperimentalWarning',
    child,
    at('site'),
    at('second'),
    at('notes'),
    killBefore,
  ];
  const { signal, stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status) throw new Error(stderr);
  return { signal, steps: stdout.trim().split('\n') };
}

test('a site survives a kill at every step of its exchange', async () => {
  for (const [path, text] of Object.entries(second)) await write({ [`second/${path}`]: text });
  await build(at('site'), first);
  const { steps } = runChild();
  expect(await read(at('site'))).toEqual(marked(second));
  expect(steps.filter((step) => /stays(?!\/y)/u.test(step))).toEqual([]);
  expect(steps.length).toBeGreaterThan(8);
  for (const step of steps.keys()) {
    await rm(at('site'), { recursive: true });
    await build(at('site'), first);
    expect(runChild(String(step)).signal).toBe('SIGKILL');
    // Whoever comes next finds one of the two, whole, and nothing beside it.
    await check(at('site'));
    expect([marked(first), marked(second)], steps[step]).toContainEqual(await read(at('site')));
    expect((await readdir(room)).sort(), steps[step]).toEqual(['notes', 'second', 'site']);
  }
}, 120_000);

test('an exchange that fails is taken back', async () => {
  await build(at('site'), first);
  await mkdir(at('work/next'), { recursive: true });
  for (const [path, text] of Object.entries({ ...second, '.atlas-site': '' }))
    await write({ [`work/next/${path}`]: text });
  const old = (await readdir(at('site'))).sort();
  let steps = 0;
  const failAt = (wanted: number) => {
    steps = 0;
    return exchange(at('work'), at('site'), { own: old }, () => {
      if (steps++ === wanted) throw new Error('disk');
    });
  };
  for (let step = 2; step < 9; step++) {
    await expect(failAt(step)).rejects.toThrow('disk');
    expect(await read(at('site'))).toEqual(marked(first));
  }
  expect(HalfExchanged.prototype).toBeInstanceOf(Error);
});

test('a site of other notes is known by their folder, or else by its title', async () => {
  const place = await openSitePlace(await check(at('site')));
  await place.moveIn({ title: '정원' });
  await place.close();
  const title = await readTitle(at('site'));
  expect(title).toBe('정원');
  expect(isOtherSite({ title, notes: '/a' }, { title: '정원', notes: '/b' })).toBe(true);
  expect(isOtherSite({ title, notes: '/a' }, { title: '새 이름', notes: '/a' })).toBe(false);
  // A checkout that was moved, or a site from another machine.
  expect(isOtherSite({ title }, { title: '정원', notes: '/b' })).toBe(false);
  expect(isOtherSite({ title }, { title: '집', notes: '/a' })).toBe(true);
  expect(isOtherSite({}, { title: '집', notes: '/a' })).toBe(false);
  expect(await readTitle(at('notes'))).toBeUndefined();
});

test('a mark that is renewed where the site stands takes nothing for the build’s that others put there', async () => {
  await build(at('dist'), { 'index.html': 'one' });
  await write({ 'dist/CNAME': 'example.org', 'dist/.git/config': 'kept', 'dist/lists/a.json': '[]' });
  await renewMark(at('dist'), { later: ['lists/a.json'] });
  await renewMark(at('dist'));
  await build(at('dist'), { 'index.html': 'two' });
  expect(await read(at('dist'))).toEqual({
    '.atlas-site': '',
    'index.html': 'two',
    CNAME: 'example.org',
    '.git/config': 'kept',
  });
});

test('where nothing can be made beside the folder, the site is made inside it', async () => {
  // The name of a folder beside it would be too long.
  const long = at('s'.repeat(250));
  await mkdir(long);
  await build(long, first);
  await build(long, second);
  expect(await read(long)).toEqual(marked(second));
});

test('where no site can be made at all, it is said of the folder', async () => {
  await writeFile(at('file'), '');
  await expect(openSitePlace(at('file/site'))).rejects.toThrow(OutputRefused);
  await expect(openSitePlace(at('file/site'))).rejects.toThrow(/ENOTDIR/u);
});

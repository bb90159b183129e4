import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkAtlas } from '../../../src/content/check-atlas.ts';
import { readAtlas } from '../../../src/content/open-atlas.ts';
import { readFolder } from '../../../src/content/read-folder.ts';
import { problemsWords } from '#words';
import { readPictures } from '../../../src/content/read-pictures.ts';
import { readHistory } from '../../../src/content/read-history.ts';
import { formatProblem } from '../../../src/knowledge/problem.ts';

let room: string;
const at = (...path: string[]) => join(room, ...path);
beforeEach(async () => {
  room = await mkdtemp(join(tmpdir(), 'atlas-folder-'));
});
afterEach(async () => {
  await rm(room, { recursive: true, force: true });
});

async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(at(path)), { recursive: true });
    await writeFile(at(path), text);
  }
}

test('of two pictures whose names differ in how letters are composed none takes the other’s place unsaid', async () => {
  const draw = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="1"/>`;
  for (const name of ['\u00e9.svg', 'e\u0301.svg']) await write({ [name]: draw(name.length) });
  await write({ 'a.md': '# 하나\n\n![그림](\u00e9.svg)\n' });
  const atlas = await readAtlas(room, tmpdir());
  expect(await readFile(atlas.assets.get('\u00e9.svg') ?? '', 'utf8')).toBe(draw('\u00e9.svg'.length));
  expect(checkAtlas(atlas).map(formatProblem).join('\n')).toMatch(/e\u0301\.svg:1:1 warning file: .*NFC/u);
});

test('two names that differ in how their letters are composed are two notes', async () => {
  await write({
    'e\u0301.md': '# 하나\n',
    '\u00e9.md': '# 둘\n',
    '\u1112\u1161\u11ab.md': '# 셋\n',
    '한.md': '# 넷\n',
  });
  const atlas = await readAtlas(room, tmpdir());
  const shown = atlas.library.notes.map(({ title, address }) => [title, address]).sort();
  expect(shown).toEqual([
    ['넷', '한-2'],
    ['둘', '\u00e9-2'],
    ['셋', '한'],
    ['하나', '\u00e9'],
  ]);
  const lines = checkAtlas(atlas, '2026-01-01').map(formatProblem);
  expect(lines.filter((line) => line.includes('duplicate'))).toHaveLength(2);
});

test('nothing outside the folder is read, whichever way a link goes', async () => {
  await write({
    'secret.md': '비밀',
    'secret.txt': '비밀',
    'other/x.md': '비밀',
    'notes/a.md': '글',
    'notes/in/b.md': '글',
    'notes/data.txt': '자료',
    'notes/_drafts/d.md': '초안',
  });
  await symlink('../secret.md', at('notes/out.md'));
  await symlink(at('secret.txt'), at('notes/out.txt'));
  await symlink('../other', at('notes/folder'));
  await symlink('out.txt', at('notes/twice.txt'));
  await symlink('folder', at('notes/twice'));
  await symlink('nowhere', at('notes/dangling.md'));
  await symlink('circle.md', at('notes/circle.md'));
  await symlink('_drafts/d.md', at('notes/draft.md'));
  // Links that stay inside work.
  await symlink('in', at('notes/again'));
  await symlink('data.txt', at('notes/same.txt'));
  await symlink('notes', at('link'));
  await symlink('..', at('notes/in/up'));
  await symlink('.', at('notes/in/same'));
  for (const root of [at('notes'), at('link')]) {
    const folder = await readFolder(root);
    expect(folder.files.map(({ path }) => path)).toEqual(['a.md', 'again/b.md', 'in/b.md']);
    expect([...folder.assets.keys()].sort()).toEqual(['data.txt', 'same.txt']);
    expect(folder.leftOut.map(({ path }) => path).sort()).toEqual(
      ['circle.md', 'dangling.md', 'folder', 'out.md', 'out.txt', 'twice', 'twice.txt'].sort(),
    );
    expect(folder.unreadable).toEqual([]);
  }
});

test('a pipe is not waited for', async () => {
  await write({ 'notes/a.md': '글' });
  execFileSync('mkfifo', [at('notes/pipe.md'), at('notes/pipe.csv')]);
  const { files, leftOut } = await readFolder(at('notes'));
  expect(files.map(({ path }) => path)).toEqual(['a.md']);
  expect(leftOut.map(({ path }) => path).sort()).toEqual(['pipe.csv', 'pipe.md']);
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('pictures and files that cannot be published are warned of, with their place, and stop nothing', async () => {
  await write({
    'notes/a.md':
      '![좋음](good.png) ![빈](empty.png) ![잘림](cut.png) ![크기 없음](plain.svg)\n\n' +
      '![스크립트](act.svg) [프로그램](e.js) [쪽](p.html) [자료](d.csv) ![프로그램](%65.js) [위](../../secret.txt)\n',
    'notes/good.png': png,
    'notes/empty.png': '',
    'notes/cut.png': png.subarray(0, 12),
    'notes/plain.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'notes/act.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="5" height="6"><script>1</script></svg>',
    'notes/e.js': 'alert(1)',
    'notes/p.html': '<script>alert(1)</script>',
    'notes/d.csv': 'a,b',
    'secret.txt': '비밀',
  });
  const atlas = await readAtlas(at('notes'));
  const lines = checkAtlas(atlas, '2026-11-24').map((problem) =>
    formatProblem(problem).replace(`${at('notes')}/`, ''),
  );
  const places = lines.map((line) => /^\S+ \S+ \S+ .*?"[^"]*"/u.exec(line)?.[0] ?? line);
  expect(places.map((line) => line.replace(/: .*"(.*)"/u, ' $1'))).toEqual([
    'a.md:1:17 warning image empty.png',
    'a.md:1:33 warning image cut.png',
    'a.md:3:1 warning image act.svg',
    'a.md:3:18 warning file e.js',
    'a.md:3:31 warning file p.html',
    'a.md:3:55 warning file e.js',
    'a.md:3:71 warning link ../../secret.txt',
  ]);
  const { pictures } = atlas.library.links;
  expect(pictures.get('good.png')).toMatchObject({ width: 1, height: 1 });
  expect(pictures.get('act.svg')).toMatchObject({ width: 5, height: 6 });
  // What says no size is drawn in the size that browsers give it.
  expect(pictures.get('plain.svg')).toMatchObject({ width: 300, height: 150 });
});

test('a file that cannot be opened is warned of and keeps nothing else back', async () => {
  await write({
    'notes/a.md': '[자료](d.csv) [다시](d.csv) ![그림](good.png)\n',
    'notes/d.csv': 'a,b',
    'notes/good.png': png,
  });
  const { library, assets, homes } = await readAtlas(at('notes'), at('project'));
  const gone = new Map([...assets.keys()].map((path) => [path, at('gone', path)]));
  library.links.pictures.clear();
  const said: string[] = [];
  await readPictures(library, { assets: gone, homes }, ({ line, column, kind, severity }) =>
    said.push(`${line}:${column} ${severity} ${kind}`),
  );
  expect(said.sort()).toEqual(['1:1 warning file', '1:13 warning file', '1:25 warning image']);
  expect(library.links.pictures.get('d.csv')).toHaveProperty('trouble');
  expect(library.links.pictures.get('good.png')).not.toEqual({ trouble: problemsWords().pictures.isBroken });
});

test('the settings of a repository among the notes run nothing', async () => {
  await write({ 'notes/a.md': '글\n', 'notes/.gitattributes': '*.md filter=evil diff=evil\n' });
  const run = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-C', at('notes'), ...args]);
  run('init', '-q');
  run('add', '.');
  run('commit', '-qm', 'first');
  await write({ 'notes/a.md': '다른 글\n' });
  const trap = at('trap.sh');
  await writeFile(trap, `#!/bin/sh\necho "$0 $*" >> ${at('sprung')}\ncat\n`, { mode: 0o755 });
  for (const name of ['post-index-change', 'fsmonitor-watchman'])
    await writeFile(at('notes/.git/hooks', name), `#!/bin/sh\n${trap}\n`, { mode: 0o755 });
  for (const [name, value] of Object.entries({
    'core.fsmonitor': trap,
    'diff.external': trap,
    'diff.evil.command': trap,
    'diff.evil.textconv': trap,
    'filter.evil.clean': trap,
    'filter.evil.smudge': trap,
    'filter.evil.required': 'true',
    'gpg.program': trap,
    'log.showSignature': 'true',
    'core.pager': trap,
  })) {
    run('config', name, value);
  }
  const history = await readHistory(at('notes'), '2026-11-24');
  expect([...history.keys()]).toEqual(['a.md']);
  await expect(readFile(at('sprung'))).rejects.toThrow('ENOENT');
});

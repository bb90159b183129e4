import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let room: string;
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'atlas-check-'));
  await writeFile(join(room, 'a.md'), '# 가');
  await symlink('loop', join(room, 'loop'));
});
afterAll(async () => {
  await rm(room, { recursive: true });
});

function check(contentDir: string, more: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('src/commands/check.ts')], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: contentDir, ...more },
  });
  return { status, said: stdout + stderr };
}

test.each([
  ['a.md', /폴더가 아닙니다/u],
  ['a.md/b', /폴더가 아닙니다/u],
  ['loop', /제자리를 도는/u],
  ['없음', /폴더가 없습니다/u],
])('CONTENT_DIR=%s is said to be no folder, not to be a slip of the program', (name, reason) => {
  const { status, said } = check(join(room, name));
  expect(status).toBe(1);
  expect(said).toMatch(reason);
  expect(said).toContain(`${join(room, name)}:1:1 error`);
  expect(said).not.toMatch(/이슈로|\n\s+at /u);
});

test('CACHE_DIR in the notes is refused before anything is written', () => {
  const { status, said } = check(room, { CACHE_DIR: room });
  expect(status).toBe(1);
  expect(said).toContain('CACHE_DIR=');
  expect(said).not.toMatch(/이슈로|\n\s+at /u);
});

test('what a check opens before it reads a note is bounded', () => {
  const count =
    "import{registerHooks}from'node:module';let n=0;registerHooks({load:(u,c,next)=>(n++,next(u,c))});" +
    "process.on('exit',()=>console.error('modules: '+n))";
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(count)}`, resolve('src/commands/check.ts')],
    { encoding: 'utf8', env: { ...process.env, CONTENT_DIR: join(room, 'none') } },
  );
  expect(Number(/modules: (\d+)/u.exec(stderr)?.[1])).toBeLessThan(850);
});

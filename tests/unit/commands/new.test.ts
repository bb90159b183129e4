import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

test('writes a note where its path says into a folder without collections', async () => {
  const room = await mkdtemp(join(tmpdir(), 'atlas-new-'));
  onTestFinished(() => rm(room, { recursive: true, force: true }));
  await mkdir(join(room, '.obsidian'));
  await writeFile(join(room, 'a.md'), '글');
  const env = { ...process.env, CONTENT_DIR: room };
  const write = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['src/commands/new.ts', ...args], { env }).then(
      () => 0,
      (error: { code: number }) => error.code,
    );
  expect(await write('배/첫 노트')).toBe(0);
  expect(await readFile(join(room, '배/첫 노트.md'), 'utf8')).toBe('# 첫 노트\n\n');
  expect(await write('배/첫 노트')).toBe(1);
  expect(await write('../밖')).toBe(1);
  expect(await write('templates/틀')).toBe(1);
  expect(await write()).toBe(1);
});

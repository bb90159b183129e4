import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../src/content/read-history.ts';
import { latestDay, replayChanges } from '../../../src/content/replay-changes.ts';

const commit = (day: string, patch: string) => `\0abc ${day}\n\n${patch}`;

describe('replayChanges', () => {
  it('gives each line the day of the change that touched it last', () => {
    const log = [
      commit(
        '2026-01-01',
        'diff --git a/a.md b/a.md\n--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,3 @@\n+하나\n+둘\n+셋',
      ),
      commit(
        '2026-02-02',
        'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -2 +2,2 @@\n-둘\n+두울\n+둘 반',
      ),
      commit(
        '2026-03-03',
        'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1 +0,0 @@\n-하나\n@@ -4,0 +4 @@\n+넷',
      ),
    ].join('\n');
    expect(replayChanges(log).get('a.md')).toEqual({
      lines: ['2026-02-02', '2026-02-02', '2026-01-01', '2026-03-03'],
      added: '2026-01-01',
      text: ['두울', '둘 반', '셋', '넷'],
      before: { day: '2026-03-03', text: ['하나', '두울', '둘 반', '셋'] },
    });
  });

  it('takes lines that look like a patch for what they are: text', () => {
    const log = commit(
      '2026-01-01',
      'diff --git a/a.md b/a.md\n--- /dev/null\n+++ b/a.md\n@@ -0,0 +1,3 @@\n++++ b/b.md\n+@@ -1 +1 @@\n+diff --git\n\\ No newline at end of file',
    );
    expect([...replayChanges(log).keys()]).toEqual(['a.md']);
  });

  it('knows nothing of the edge of a shallow clone', () => {
    const log = commit(
      '2026-01-01',
      'diff --git a/a.md b/a.md\n--- /dev/null\n+++ b/a.md\n@@ -0,0 +1 @@\n+하나',
    );
    expect(replayChanges(log, () => true).get('a.md')).toEqual({
      lines: [null],
      added: null,
      text: ['하나'],
    });
  });

  it('gives up a file whose patch does not fit', () => {
    const log = commit(
      '2026-01-01',
      'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -7 +7 @@\n-가\n+나',
    );
    expect(replayChanges(log).has('a.md')).toBe(false);
  });
});

it('latestDay is unknown where one line is', () => {
  expect(latestDay(['2026-01-01', '2026-01-03', '2026-01-02'])).toBe('2026-01-03');
  expect(latestDay(['2026-01-01', null])).toBeNull();
  expect(latestDay([], 0, 5)).toBeNull();
});

describe('readHistory', () => {
  function makeRepository() {
    const root = mkdtempSync(join(tmpdir(), 'history-'));
    const git = (args: string[], day = '2026-01-01') =>
      execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
        env: {
          ...process.env,
          GIT_AUTHOR_DATE: `${day}T12:00:00+0900`,
          GIT_COMMITTER_DATE: `${day}T12:00:00+0900`,
        },
      });
    const save = (name: string, text: string, day: string) => {
      writeFileSync(join(root, name), text);
      git(['add', '-A'], day);
      git(['commit', '-qm', day], day);
    };
    git(['init', '-q', '-b', 'main']);
    return { root, git, save };
  }

  it('follows renames, leaves out white space, and counts what is not committed as today', async () => {
    const { root, git, save } = makeRepository();
    save('한글 "노트".md', '가\n나\n다\n', '2026-01-01');
    renameSync(join(root, '한글 "노트".md'), join(root, '새.md'));
    git(['add', '-A'], '2026-02-01');
    git(['commit', '-qm', 'x'], '2026-02-01');
    save('새.md', '가  \n나나\n다\n', '2026-03-01');
    writeFileSync(join(root, '새.md'), '가  \n나나\n다\n라\n');
    expect([...(await readHistory(root, '2026-04-01'))]).toEqual([
      [
        '새.md',
        {
          lines: ['2026-01-01', '2026-03-01', '2026-01-01', '2026-04-01'],
          added: '2026-01-01',
          text: ['가', '나나', '다', '라'],
          before: { day: '2026-04-01', text: ['가', '나나', '다'] },
        },
      ],
    ]);
  });

  it('counts a merge as one change, and stands on both sides of it', async () => {
    const { root, git, save } = makeRepository();
    save('a.md', '가\n나\n다\n', '2026-01-01');
    git(['checkout', '-qb', 'other']);
    save('a.md', '가가\n나\n다\n', '2026-01-05');
    git(['checkout', '-q', 'main']);
    save('a.md', '가\n나\n다다\n', '2026-01-03');
    git(['merge', '-q', '--no-ff', '--no-edit', 'other'], '2026-01-09');
    expect((await readHistory(root, '2026-02-01')).get('a.md')?.lines).toEqual([
      '2026-01-09',
      '2026-01-01',
      '2026-01-03',
    ]);
  });

  it('says nothing of a shallow clone’s oldest commit, of a folder without history, and of one that is not there', async () => {
    const { root, save } = makeRepository();
    save('a.md', '가\n', '2026-01-01');
    save('a.md', '가\n나\n', '2026-01-02');
    save('b.md', '가\n', '2026-01-03');
    const clone = mkdtempSync(join(tmpdir(), 'history-'));
    execFileSync('git', ['clone', '-q', '--depth', '2', `file://${root}`, clone]);
    expect([...(await readHistory(clone, '2026-02-01'))]).toEqual([
      ['a.md', { lines: [null, null], added: null, text: ['가', '나'] }],
      ['b.md', { lines: ['2026-01-03'], added: '2026-01-03', text: ['가'] }],
    ]);
    expect(await readHistory(mkdtempSync(join(tmpdir(), 'none-')), '2026-02-01')).toEqual(new Map());
    expect(await readHistory('/nowhere/at/all', '2026-02-01')).toEqual(new Map());
  });
});

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ReadingMemory } from './reading-memory.ts';
import { type FileHistory, logFormat, replayChanges } from './replay-changes.ts';

const run = promisify(execFile);

/** Histories larger than this (bytes of patches) are not read: the lock's days serve. */
const largestLog = 400 * 1024 * 1024;

/**
 * The history of a folder's notes, by path from the folder (NFC). Empty where there is none: no repository, no git, a
 * folder that is not committed. What is changed but not committed yet counts as changed on `today`.
 *
 * Merges count as one change on the day they were made, so that the line of history is straight. Only white space that
 * changed does not count.
 */
export async function readHistory(root: string, today: string): Promise<Map<string, FileHistory>> {
  try {
    const edge = await readShallowEdge(root);
    const committed = await git(root, [
      'log',
      '--reverse',
      '--first-parent',
      '--diff-merges=first-parent',
      `--format=${logFormat}`,
      ...patchOptions,
    ]);
    if (!committed) return new Map();
    const pending = await git(root, ['diff', 'HEAD', ...patchOptions], await silenceFilters(root));
    return replayChanges(`${committed}\n\0pending ${today}\n${pending}`, (commit) => edge.has(commit));
  } catch {
    return new Map();
  }
}

/** Milliseconds for which a history serves while notes are written: reading it anew takes longer than a note does. */
const serves = 10_000;

/**
 * The same, from memory where it was read a moment ago. An older one serves once more, while it is read anew for the next
 * reading.
 */
export async function readRecentHistory(
  root: string,
  today: string,
  memory: Pick<ReadingMemory, 'history'>,
): Promise<Map<string, FileHistory>> {
  const { history } = memory;
  if (history && performance.now() - history.since < serves) return history.read;
  const read = readHistory(root, today);
  memory.history = { read, since: performance.now() };
  return history?.read ?? read;
}

/** A file of the folder as it was last committed; null where it never was, or there is no repository. */
export async function readCommitted(root: string, file: string): Promise<string | null> {
  try {
    return await git(root, ['show', `HEAD:./${file}`]);
  } catch {
    return null;
  }
}

const patchOptions = [
  '--patch',
  '-U0',
  '-w',
  '-M',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--relative',
  '--',
  '*.md',
  '*.mdx',
  '*.markdown',
  '*.qmd',
];

/**
 * What a repository's own settings may not do: the notes are somebody's data, and so is what lies in their `.git`.
 * Programs that would watch files, filter them, check signatures or fetch what is missing are never run.
 */
const quietSettings = [
  'core.quotePath=true',
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'log.showSignature=false',
  'protocol.allow=never',
];

async function git(root: string, args: string[], settings: readonly string[] = []): Promise<string> {
  const own = [...quietSettings, ...settings].flatMap((setting) => ['-c', setting]);
  const { stdout } = await run('git', [...own, '-C', root, ...args], {
    maxBuffer: largestLog,
    env: {
      ...process.env,
      // A hook's or a caller's repository is not this folder's.
      GIT_DIR: undefined,
      GIT_WORK_TREE: undefined,
      GIT_EXTERNAL_DIFF: undefined,
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
      LC_ALL: 'C',
    },
  });
  return stdout;
}

/** Settings that empty every filter the repository names. */
async function silenceFilters(root: string): Promise<string[]> {
  // Exits with 1 where there is none.
  const names = await git(root, ['config', '--null', '--name-only', '--get-regexp', '^filter\\.']).catch(
    () => '',
  );
  return names
    .split('\0')
    .filter(Boolean)
    .map((name) => `${name}=${name.endsWith('.required') ? 'false' : ''}`);
}

/** Commits at the edge of a shallow clone: their parents are missing, so they seem to add every file. */
async function readShallowEdge(root: string): Promise<Set<string>> {
  const folder = (await git(root, ['rev-parse', '--git-common-dir'])).trim();
  const text = await readFile(resolve(root, folder, 'shallow'), 'utf8').catch(() => '');
  return new Set(text.split('\n').filter(Boolean));
}

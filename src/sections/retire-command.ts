import { readFile } from 'node:fs/promises';
import { sectionsWords } from '#words';
import { replaceFile } from '../store/replace-file.ts';
import { nameOf } from './match-in-note.ts';
import { findEntry, retireId } from './retire-id.ts';
import { type LockEntry, readLock, writeLock } from './section-lock.ts';

/**
 * `npm run ids -- retire <id…> <target>`: writes into the lock at `lockPath` where links to ids that are gone shall
 * lead. `args` may start with the word `retire`. Says what it did; returns the exit code, 0 only when the lock was
 * written. A lock with unreadable lines is left alone.
 */
export async function runRetire(
  args: readonly string[],
  lockPath: string,
  say = console.log,
): Promise<number> {
  const words = args[0] === 'retire' ? args.slice(1) : [...args];
  const target = words.pop();
  if (target === undefined || !words.length) {
    say(sectionsWords().usage);
    return 1;
  }
  const lock = await openLock(lockPath, say);
  if (!lock) return 1;
  if (lock.troubles.length) {
    for (const { line, message } of lock.troubles) say(`${lockPath}:${line}:1 error section-id: ${message}`);
    return 1;
  }
  try {
    let entries: LockEntry[] = lock.entries;
    for (const id of words) entries = retireId(entries, id, target);
    await replaceFile(lockPath, writeLock(entries));
    for (const id of words) say(`${describe(entries, id)} → ${describe(entries, target)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say(error.message);
    return 1;
  }
}

/**
 * `npm run ids -- repair`: unites what a merge left twice in the lock at `lockPath` and removes the merge marks.
 * Lines that cannot be read are named and the file is left alone. Returns the exit code.
 */
export async function runRepair(lockPath: string, say = console.log): Promise<number> {
  const lock = await openLock(lockPath, say);
  if (!lock) return 1;
  const stuck = lock.troubles.filter(({ canRepair }) => !canRepair);
  for (const { line, message } of stuck) say(`${lockPath}:${line}:1 error section-id: ${message}`);
  if (stuck.length) return 1;
  await replaceFile(lockPath, writeLock(lock.entries));
  say(sectionsWords().repaired(lock.troubles.length));
  return 0;
}

async function openLock(lockPath: string, say: (line: string) => void) {
  try {
    return readLock(await readFile(lockPath, 'utf8'));
  } catch (error) {
    say(sectionsWords().notOpened(lockPath, (error as Error).message));
    return null;
  }
}

function describe(entries: readonly LockEntry[], id: string): string {
  const entry = findEntry(entries, id);
  return `${entry.id}(${nameOf(entry)})`;
}

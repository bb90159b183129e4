import { lstat, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { markName } from './site-mark.ts';

/** Written into the work folder when an exchange begins, gone when it is done. */
export const journalName = 'journal.json';

interface Journal {
  /** Names in the top level of the output folder that make way. */
  old: string[];
  /** Names that take their place. */
  next: string[];
}

/** Called before every change on disk: tests stop there. */
export type OnStep = (step: string) => void | Promise<void>;

/** Some names were exchanged and could be neither finished nor taken back; the next build finishes them. */
export class HalfExchanged extends Error {}

/**
 * Puts the site in `work/next` into `target`, name by name, so that the folder itself stays what it is: a link's
 * target, a mount point, a folder that a server has open. `old` are the names that make way; others are left alone.
 * Killed at any step, `finishExchange` ends it; where a step fails, what was done is taken back and the error thrown.
 */
export async function exchange(
  work: string,
  target: string,
  old: readonly string[],
  onStep: OnStep = () => undefined,
): Promise<void> {
  const names = await readdir(join(work, 'next'));
  // The mark names what the build made: it comes last, in one step, over the old one.
  const next = [...names.filter((name) => name !== markName).sort(), markName];
  const journal: Journal = { old: old.filter((name) => name !== markName), next };
  await onStep('folders');
  await mkdir(target, { recursive: true });
  await mkdir(join(work, 'old'), { recursive: true });
  await onStep('journal');
  await writeJournal(work, journal);
  await carryOut(work, target, journal, onStep);
}

/** Ends an exchange that was cut off; nothing where none had begun. */
export async function finishExchange(work: string, target: string): Promise<void> {
  let journal;
  try {
    journal = JSON.parse(await readFile(join(work, journalName), 'utf8')) as Journal;
  } catch {
    return;
  }
  await carryOut(work, target, journal, () => undefined);
}

async function carryOut(work: string, target: string, journal: Journal, onStep: OnStep): Promise<void> {
  try {
    const gone = journal.old.filter((name) => !journal.next.includes(name));
    for (const name of [...journal.next, ...gone]) {
      const [here, out, coming] = [join(target, name), join(work, 'old', name), join(work, 'next', name)];
      if (journal.old.includes(name) && !(await exists(out)) && (await exists(here))) {
        await onStep(`out ${name}`);
        await rename(here, out);
      }
      if (await exists(coming)) {
        await onStep(`in ${name}`);
        await rename(coming, here);
      }
    }
  } catch (error) {
    await takeBack(work, target, journal).catch((second: unknown) => {
      throw new HalfExchanged(String(second), { cause: error });
    });
    throw error;
  }
  await onStep('done');
  await rm(join(work, journalName));
}

async function takeBack(work: string, target: string, journal: Journal): Promise<void> {
  for (const name of [...journal.next].reverse()) {
    const [here, coming] = [join(target, name), join(work, 'next', name)];
    if (!(await exists(coming)) && (await exists(here))) await rename(here, coming);
  }
  for (const name of journal.old) {
    const [here, out] = [join(target, name), join(work, 'old', name)];
    if (await exists(out)) await rename(out, here);
  }
  await rm(join(work, journalName), { force: true });
}

async function writeJournal(work: string, journal: Journal): Promise<void> {
  const draft = join(work, `${journalName}.draft`);
  const file = await open(draft, 'w');
  try {
    await file.writeFile(JSON.stringify(journal));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, join(work, journalName));
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

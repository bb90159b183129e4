import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { toNfc } from '../../knowledge/text.ts';
import { markName } from './site-mark.ts';
import { NamedFault } from '../../knowledge/problem.ts';

/** Written into the work folder when an exchange begins, gone when it is done. */
export const journalName = 'journal.json';

interface Journal {
  /** Files and folders of the output folder that make way, by their paths. */
  old: string[];
  /** Those that take their place. */
  next: string[];
}

/** Called before every change on disk: tests stop there. */
export type OnStep = (step: string) => void | Promise<void>;

/** Some names were exchanged and could be neither finished nor taken back; the next build finishes them. */
export class HalfExchanged extends NamedFault {}

/**
 * Puts the site in `work/next` into `target`, path by path, so that the folder itself stays what it is: a link's
 * target, a mount point, a folder that a server has open. Whole folders are exchanged but where some of their files stay.
 * Killed at any step, `finishExchange` ends it; where a step fails, what was done is taken back and the error thrown.
 * @param own names in the top level of `target` that belong to the site before; others are left alone
 * @param kept paths of files that belong to both sites and stay where they are
 */
export async function exchange(
  work: string,
  target: string,
  { own, kept = new Set() }: { own: readonly string[]; kept?: ReadonlySet<string> },
  onStep: OnStep = () => undefined,
): Promise<void> {
  const journal = planExchange(work, target, own, kept);
  await onStep('folders');
  mkdirSync(target, { recursive: true });
  mkdirSync(join(work, 'old'), { recursive: true });
  await onStep('journal');
  writeJournal(work, journal);
  await carryOut(work, target, journal, onStep);
}

function planExchange(
  work: string,
  target: string,
  own: readonly string[],
  kept: ReadonlySet<string>,
): Journal {
  const keeping = new Set<string>();
  for (const path of kept)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
      keeping.add(toNfc(path.slice(0, end)));
  const journal: Journal = { old: [], next: [] };
  const plan = (folder: string, present: readonly string[], coming: readonly string[]) => {
    for (const name of new Set([...present, ...coming].sort())) {
      const path = folder + name;
      if (path === markName || kept.has(toNfc(path))) continue;
      if (keeping.has(toNfc(path))) {
        // Of thousands of folders nothing comes: asking the disk for what is not there takes longer than for what is.
        const isComing = coming.includes(name);
        plan(`${path}/`, list(join(target, path)), isComing ? list(join(work, 'next', path)) : []);
        continue;
      }
      if (present.includes(name)) journal.old.push(path);
      if (coming.includes(name)) journal.next.push(path);
    }
  };
  plan('', own, list(join(work, 'next')));
  // The mark names what the build made: it comes last, in one step, over the old one.
  journal.next.push(markName);
  return journal;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Ends an exchange that was cut off; nothing where none had begun. */
export async function finishExchange(work: string, target: string): Promise<void> {
  let journal;
  try {
    journal = JSON.parse(readFileSync(join(work, journalName), 'utf8')) as Journal;
  } catch {
    return;
  }
  await carryOut(work, target, journal, () => undefined);
}

async function carryOut(work: string, target: string, journal: Journal, onStep: OnStep): Promise<void> {
  const [old, next] = [new Set(journal.old), new Set(journal.next)];
  try {
    const gone = journal.old.filter((path) => !next.has(path));
    for (const path of [...journal.next, ...gone]) {
      const [here, out, coming] = [join(target, path), join(work, 'old', path), join(work, 'next', path)];
      if (old.has(path) && !exists(out) && exists(here)) {
        await onStep(`out ${path}`);
        move(here, out);
      }
      if (exists(coming)) {
        await onStep(`in ${path}`);
        move(coming, here);
      }
    }
  } catch (error) {
    try {
      takeBack(work, target, journal);
    } catch (second) {
      throw new HalfExchanged(String(second), { cause: error });
    }
    throw error;
  }
  await onStep('done');
  rmSync(join(work, journalName));
}

function takeBack(work: string, target: string, journal: Journal): void {
  for (const path of [...journal.next].reverse()) {
    const [here, coming] = [join(target, path), join(work, 'next', path)];
    if (!exists(coming) && exists(here)) move(here, coming);
  }
  for (const path of journal.old) {
    const [here, out] = [join(target, path), join(work, 'old', path)];
    if (exists(out)) move(out, here);
  }
  rmSync(join(work, journalName), { force: true });
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

function writeJournal(work: string, journal: Journal): void {
  const draft = join(work, `${journalName}.draft`);
  const file = openSync(draft, 'w');
  try {
    writeFileSync(file, JSON.stringify(journal));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, join(work, journalName));
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

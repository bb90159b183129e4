import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning, markProcess } from '../process-mark.ts';
import { makeFolder } from '../real-path.ts';
import { finishExchange, journalName } from './exchange.ts';

/**
 * Where a site is made before it takes its place: beside the output folder, or inside it where the two are not on one
 * file system or nothing may be written beside it (a mount point). Known by the mark inside, not by its name.
 */
export interface WorkFolder {
  path: string;
  /** The new site. */
  next: string;
  remove: () => Promise<void>;
}

const ownerName = 'owner.json';
const what = 'GenAI Atlas work folder';
const insidePrefix = '.atlas-work-';
const probePrefix = '.atlas-probe-';
const besidePrefix = (target: string) => `.${basename(target)}.atlas-`;

/** Opens a work folder for `target`, a real path whose parent exists. */
export async function openWorkFolder(target: string): Promise<WorkFolder> {
  const id = randomBytes(4).toString('hex');
  const beside = join(dirname(target), besidePrefix(target) + id);
  if (await makeWorkFolder(beside)) {
    if (await canExchange(beside, target, id)) return describe(beside);
    await removeWorkFolder(beside);
  }
  const inside = join(target, insidePrefix + id);
  makeFolder(target);
  await makeWorkFolder(inside, (error) => {
    throw error;
  });
  return describe(inside);
}

function describe(path: string): WorkFolder {
  return { path, next: join(path, 'next'), remove: () => removeWorkFolder(path) };
}

async function makeWorkFolder(
  path: string,
  onError: (error: unknown) => void = () => undefined,
): Promise<boolean> {
  try {
    await mkdir(path);
    await writeFile(join(path, ownerName), JSON.stringify({ what, process: markProcess() }));
    return true;
  } catch (error) {
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
    onError(error);
    return false;
  }
}

/** Whether folders can be moved between the two: not where a mount lies between them. */
async function canExchange(work: string, target: string, id: string): Promise<boolean> {
  const found = await stat(target).catch(() => null);
  if (!found) return true;
  const [from, to] = [join(work, 'probe'), join(target, probePrefix + id)];
  try {
    await mkdir(from);
    await rename(from, to);
    await rmdir(to);
    return true;
  } catch {
    return false;
  }
}

/** The mark goes last, so that a removal that is cut off is finished by the next build. */
async function removeWorkFolder(path: string): Promise<void> {
  await rm(join(path, journalName), { force: true });
  const names = await readdir(path).catch(() => []);
  for (const name of names)
    // All at once: of thousands of files, waiting for each takes longer than removing it.
    if (name !== ownerName) rmSync(join(path, name), { recursive: true, force: true });
  await rm(path, { recursive: true, force: true });
}

/**
 * Ends what killed builds left for `target`: an exchange that had begun is finished, everything else is removed.
 * Returns the process of a build that still works on this folder, or null.
 */
export async function endLeftovers(target: string): Promise<number | null> {
  const places: [string, string][] = [
    [dirname(target), besidePrefix(target)],
    [target, insidePrefix],
    [target, probePrefix],
  ];
  let running: number | null = null;
  for (const [folder, prefix] of places) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (!name.startsWith(prefix)) continue;
      const path = join(folder, name);
      const owner = await readOwner(path);
      if (owner === null) {
        // One that was killed before it could mark its folder left nothing in it.
        await rmdir(path).catch(() => undefined);
      } else if (isRunning(owner)) {
        running = owner.pid;
      } else {
        await finishExchange(path, target);
        await removeWorkFolder(path);
      }
    }
  }
  return running;
}

async function readOwner(path: string): Promise<{ pid: number } | null> {
  try {
    const owner = JSON.parse(await readFile(join(path, ownerName), 'utf8')) as {
      what: string;
      process: { pid: number };
    };
    return owner.what === what ? owner.process : null;
  } catch {
    return null;
  }
}

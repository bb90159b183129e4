import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { commandsWords } from '#words';
import { NamedFault } from '../knowledge/problem.ts';
import { isRunning, markProcess, type ProcessMark } from './process-mark.ts';

/**
 * Where what belongs to this checkout lies: the lock that its builds wait for, and the compiled site, which imports its
 * packages.
 */
export const checkoutFolder = resolve('node_modules/.cache/atlas');

/** Where everything else lives that can be made again: drawings, stamps. A folder in `CACHE_DIR`, where that is set. */
export const cacheFolder = process.env['CACHE_DIR']
  ? resolve(process.env['CACHE_DIR'], 'genai-atlas')
  : checkoutFolder;

/**
 * Runs one build at a time: Astro keeps its working files in the project's root, so two builds of one checkout
 * break each other even with different output folders. A lock whose process is gone is taken over. Throws at once,
 * with the reason, where no lock can be written at all.
 */
export async function withBuildLock<Result>(
  work: () => Promise<Result>,
  folder = checkoutFolder,
  say: (line: string) => void = (line) => console.log(line),
): Promise<Result> {
  const lock = join(folder, 'build.lock');
  for (let told = false; ; told = true) {
    const owner = await tryLock(folder, lock).catch((error: NodeJS.ErrnoException) => {
      throw new NamedFault(commandsWords().lockFailed(lock, error.code ?? error.message));
    });
    if (owner === null) break;
    if (!told) say(commandsWords().waitsForBuild(owner.pid, owner.host, lock));
    await new Promise((resume) => setTimeout(resume, 500));
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** Takes the lock; null when it is ours now, otherwise who holds it. */
async function tryLock(folder: string, lock: string): Promise<ProcessMark | null> {
  await mkdir(folder, { recursive: true });
  // Written whole under a name of its own and then linked: nobody ever sees a lock without its owner.
  const own = `${lock}.${process.pid}-${randomBytes(3).toString('hex')}`;
  await writeFile(own, JSON.stringify(markProcess()));
  try {
    for (;;) {
      try {
        await link(own, lock);
        return null;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = await readOwner(lock);
      if (holder && isRunning(holder)) return holder;
      await removeStale(lock, holder);
    }
  } finally {
    await rm(own, { force: true });
  }
}

/** Moved aside first: should another build have taken it over just now, it gets its lock back. */
async function removeStale(lock: string, stale: ProcessMark | null): Promise<void> {
  const aside = `${lock}.stale-${process.pid}-${randomBytes(3).toString('hex')}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readOwner(aside);
  if (moved && JSON.stringify(moved) !== JSON.stringify(stale) && isRunning(moved)) {
    await link(aside, lock).catch(() => undefined);
  }
  await rm(aside, { recursive: true, force: true });
}

async function readOwner(lock: string): Promise<ProcessMark | null> {
  try {
    const found: unknown = JSON.parse(await readFile(lock, 'utf8'));
    return found as ProcessMark;
  } catch {
    return null;
  }
}

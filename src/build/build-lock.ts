import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where everything lives that can be made again: drawings, stamps, locks. */
export const cacheFolder = resolve('node_modules/.cache/atlas');

/**
 * Runs one build at a time: Astro keeps its working files in the project's root, so two builds of one checkout
 * break each other even with different output folders. A lock whose process is gone is taken over.
 */
export async function withBuildLock<Result>(work: () => Promise<Result>): Promise<Result> {
  const lock = join(cacheFolder, 'build.lock');
  await mkdir(cacheFolder, { recursive: true });
  for (let told = false; !(await tryLock(lock)); told = true) {
    if (!told) console.log('이 폴더에서 다른 빌드가 돌고 있어 기다립니다…');
    await new Promise((resume) => setTimeout(resume, 500));
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function tryLock(lock: string): Promise<boolean> {
  const owner = join(lock, 'pid');
  try {
    await mkdir(lock);
    await writeFile(owner, String(process.pid));
    return true;
  } catch {
    const pid = Number(await readFile(owner, 'utf8').catch(() => '0'));
    if (pid && isRunning(pid)) return false;
    // Between mkdir and writeFile a living owner has no pid yet: give it a moment before taking over.
    if (!pid) await new Promise((resume) => setTimeout(resume, 1000));
    const again = Number(await readFile(owner, 'utf8').catch(() => '0'));
    if (again === pid || !isRunning(again)) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

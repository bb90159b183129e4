import { spawn } from 'node:child_process';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../src/build/build-lock.ts';
import { expectCache } from '../src/commands/folders.ts';
import { writeNotes } from './write-notes.ts';

export interface MeasuredSite {
  name: string;
  folder: string;
  notes: number;
  seconds: number;
  /** Megabytes of the build process at its peak (the browser not counted). */
  memory: number;
  /** Megabytes of the whole site. */
  bytes: number;
}

/** Builds our own notes and two made-up folders, each twice, and measures the second time: drawings are there then. */
export async function measureBuilds(): Promise<MeasuredSite[]> {
  await expectCache();
  const bench = join(cacheFolder, 'bench');
  const sites: MeasuredSite[] = [];
  for (const [name, count] of [
    ['우리 노트', 0],
    ['노트 400개', 400],
    ['노트 2,000개', 2000],
  ] as const) {
    const content = count ? join(bench, `notes-${count}`) : 'content';
    if (count) await writeNotes(content, count);
    const folder = join(bench, `site-${count}`);
    const env = { CONTENT_DIR: content, OUT_DIR: folder };
    await rm(folder, { recursive: true, force: true });
    await build(env);
    const { seconds, memory } = await build(env);
    sites.push({ name, folder, notes: count || 70, seconds, memory, bytes: await megabytes(folder) });
  }
  return sites;
}

function build(env: Record<string, string>): Promise<{ seconds: number; memory: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/commands/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  let memory = 0;
  const timer = setInterval(() => {
    void readFile(`/proc/${child.pid ?? 0}/status`, 'utf8').then(
      (status) => (memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024)),
      () => undefined,
    );
  }, 200);
  return new Promise((done, fail) => {
    child.once('close', (code) => {
      clearInterval(timer);
      if (code) fail(new Error(`build failed: ${env['CONTENT_DIR'] ?? ''}`));
      else done({ seconds: Math.round((performance.now() - start) / 100) / 10, memory: Math.round(memory) });
    });
  });
}

async function megabytes(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return Math.round(bytes / 1024 / 102.4) / 10;
}

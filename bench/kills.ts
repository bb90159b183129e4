/** Kills builds at random moments, and asks each time whether the old site or the new one stands whole. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settleOutputFolder } from '../src/build/output/output-folder.ts';

export interface KillReport {
  killed: number;
  /** Builds that were done before they could be killed. */
  finished: number;
  /** How many kills came while the two sites changed places. */
  halfway: number;
  /** What was wrong afterwards, a line each. */
  faults: string[];
}

const names = ['a', 'b', 'sub/c'];

/** Builds a small folder `count` times, a change each time, and kills each build somewhere between its start and its end. */
export async function killBuilds(seed: number, count: number): Promise<KillReport> {
  const root = await mkdtemp(join(tmpdir(), 'atlas-kills-'));
  const notes = join(root, 'notes');
  const site = join(root, 'out', 'site');
  const report: KillReport = { killed: 0, finished: 0, halfway: 0, faults: [] };
  const write = async (version: number) => {
    await mkdir(join(notes, 'sub'), { recursive: true });
    for (const name of names) await writeFile(join(notes, `${name}.md`), `# ${name}\n\n판${version}판\n`);
  };
  const build = (killAfter?: number) =>
    new Promise<number | null>((resolve) => {
      const child = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', 'src/commands/build.ts'],
        {
          detached: true,
          stdio: 'ignore',
          env: { ...process.env, CONTENT_DIR: notes, OUT_DIR: site, CARDS: 'none' },
        },
      );
      const timer =
        killAfter === undefined
          ? null
          : setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), killAfter);
      child.once('close', (code) => {
        if (timer) clearTimeout(timer);
        resolve(code);
      });
    });
  try {
    await write(0);
    await build();
    await write(1);
    const start = performance.now();
    if ((await build()) !== 0) return { ...report, faults: ['the first build failed'] };
    const whole = performance.now() - start;
    let random = seed;
    let standing = 1;
    for (let version = 2; version < count + 2; version++) {
      await write(version);
      // A generator of a line (mulberry32): moments need no more.
      random = (random + 0x6d2b79f5) | 0;
      let mixed = Math.imul(random ^ (random >>> 15), 1 | random);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      const share = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
      const code = await build(share * whole * 1.1);
      if (code === 0) report.finished++;
      else report.killed++;
      const left = await readdir(join(root, 'out'));
      const journals = await Promise.all(
        left.map((name) =>
          readFile(join(root, 'out', name, 'journal.json')).then(
            () => 1,
            () => 0,
          ),
        ),
      );
      if (journals.includes(1)) report.halfway++;
      // What whoever looks at the site next does as well.
      await settleOutputFolder(site);
      const found = await Promise.all(
        names.map((name) => readFile(join(site, name, 'index.html'), 'utf8').catch(() => '')),
      );
      const versions = new Set(found.map((html) => /판(\d+)판/u.exec(html)?.[1] ?? 'none'));
      const [only = 'none'] = versions;
      if (versions.size !== 1 || ![standing, version].includes(Number(only)))
        report.faults.push(
          `after ${version}: ${[...versions].join(', ')} instead of ${standing} or ${version}`,
        );
      standing = Number(only);
    }
    if ((await build()) !== 0) report.faults.push('the last build failed');
    const left = [...(await readdir(join(root, 'out'))), ...(await readdir(site))];
    const leftovers = left.filter(
      (name) => name.startsWith('.') && !/^\.(?:atlas-site|nojekyll)$/u.test(name),
    );
    if (leftovers.length) report.faults.push(`left over: ${leftovers.join(', ')}`);
    return report;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

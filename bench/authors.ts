import { appendFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../src/build/build-lock.ts';
import { calibrate, measureRun, type Run } from './measure-run.ts';
import { writeNotes } from './write-notes.ts';

/** One row of the author's table. */
export interface Row {
  what: string;
  notes: number;
  cpu: number;
  wall: number;
  memory: number;
  /** CPU seconds as multiples of the calibration loop. */
  loops: number;
  /** CPU seconds of the peer's build over ours, of runs in turn; only with `PEER_DIR`. */
  peer?: number;
  /** CPU grows as the notes to this power, from the row with the fewest notes. */
  exponent?: number;
}

/**
 * What an author waits for: full builds (drawings made, what is known of notes thrown away), builds where nothing or
 * one note has changed, at several sizes. `PEER_DIR` names a folder whose `npm run build` builds a peer's site of as
 * many notes; it is built in turn with ours. Writes `authors.json` beside the built sites.
 */
export async function measureAuthors(counts = [70, 416, 4992]): Promise<Row[]> {
  const bench = join(cacheFolder, 'bench');
  const loop = calibrate();
  const rows: Row[] = [];
  const add = (what: string, notes: number, run: Run, more: Partial<Row> = {}) =>
    rows.push({ what, notes, ...round(run), loops: Math.round(run.cpu / loop), ...more });
  for (const notes of counts) {
    const content = join(bench, `notes-${notes}`);
    const folder = join(bench, `site-${notes}`);
    await writeNotes(content, notes);
    await rm(folder, { recursive: true, force: true });
    const build = () =>
      measureRun(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/commands/build.ts'], {
        env: { CONTENT_DIR: content, OUT_DIR: folder },
      });
    await build();
    await rm(join(cacheFolder, 'store.sqlite'), { force: true });
    await appendFile(await firstNote(content), '\n글.\n');
    const full = await build();
    const peer = process.env['PEER_DIR'];
    const peerRun = peer ? await measureRun('npm', ['run', 'build'], { cwd: peer }) : null;
    const smallest = rows.find(({ what }) => what === 'full build');
    add('full build', notes, full, {
      ...(peerRun && { peer: Math.round((peerRun.cpu / full.cpu) * 10) / 10 }),
      ...(smallest && { exponent: growth(smallest, { notes, cpu: full.cpu }) }),
    });
    add('nothing changed', notes, await build());
    await appendFile(await firstNote(content), '\n한 문장 더.\n');
    add('one note changed', notes, await build());
  }
  await writeFile(join(bench, 'authors.json'), JSON.stringify({ loop, rows }, null, 2));
  return rows;
}

async function firstNote(content: string): Promise<string> {
  const [name = ''] = (await readdir(content, { recursive: true }))
    .filter((path) => path.endsWith('.md'))
    .sort();
  return join(content, name);
}

function round({ cpu, wall, memory }: Run): Run {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return { cpu: tenth(cpu), wall: tenth(wall), memory: Math.round(memory * 100) / 100 };
}

function growth(from: { notes: number; cpu: number }, to: { notes: number; cpu: number }): number {
  return Math.round((Math.log(to.cpu / from.cpu) / Math.log(to.notes / from.notes)) * 100) / 100;
}

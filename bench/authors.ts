import { appendFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checkoutFolder } from '../src/build/build-lock.ts';
import { calibrate, measureRun, type Run, startRun } from './measure-run.ts';
import { writeNotes } from './write-notes.ts';

/** One row of the author's table. */
export interface Row {
  what: string;
  notes: number;
  /** CPU seconds, seconds on the clock, and GiB at the peak, of the whole tree of processes. */
  cpu?: number;
  wall: number;
  memory?: number;
  /** CPU seconds as multiples of the calibration loop. */
  loops?: number;
  /** CPU seconds of the peer's build over ours, of runs in turn; only with `PEER_DIR`. */
  peer?: number;
  /** CPU grows as the notes to this power, from the row with the fewest notes. */
  exponent?: number;
  /** Files of the site, per note, and megabytes in all. */
  files?: number;
  bytes?: number;
}

/** Folders of this many notes are built without any cache, written in, and shown while they are written. */
const usual = 416;

/**
 * What an author waits for: builds with nothing remembered, with the drawings alone, with nothing and with one note
 * changed; and live authoring. The caches are the bench's own. `PEER_DIR` names a folder whose `npm run build` builds a
 * peer's site of as many notes; it is built in turn with ours. Writes `authors.json` beside the built sites.
 */
export async function measureAuthors(counts: readonly number[] = [1, 70, usual, 4992]): Promise<Row[]> {
  const bench = join(checkoutFolder, 'bench');
  const cache = join(bench, 'cache');
  const peer = process.env['PEER_DIR'];
  if (!peer) console.log('PEER_DIR: -');
  const loop = calibrate();
  const rows: Row[] = [];
  const add = (what: string, notes: number, run: Run, more: Partial<Row> = {}) => {
    const row = { what, notes, ...round(run), loops: Math.round(run.cpu / loop), ...more };
    console.log(JSON.stringify(row));
    rows.push(row);
  };
  for (const notes of counts) {
    const content = join(bench, `notes-${notes}`);
    const folder = join(bench, `site-${notes}`);
    await writeNotes(content, notes);
    await rm(folder, { recursive: true, force: true });
    // Node remembers the modules it has compiled, as it does in the npm scripts.
    const code = join(bench, 'code');
    const env = { CONTENT_DIR: content, OUT_DIR: folder, CACHE_DIR: cache, NODE_COMPILE_CACHE: code };
    const build = () => measureRun(...command('build'), { env });
    if (notes === usual) {
      for (const folder of [cache, code, join(checkoutFolder, 'compiled')])
        await rm(folder, { recursive: true, force: true });
      add('no cache', notes, await build());
    } else await build();
    await rm(join(cache, 'genai-atlas/store.sqlite'), { force: true });
    await appendFile(await firstNote(content), '\n글.\n');
    const full = await build();
    const peerRun = peer && notes === usual ? await measureRun('npm', ['run', 'build'], { cwd: peer }) : null;
    const smallest = rows.find(({ what, notes: few }) => what === 'full build' && few >= 70);
    add('full build', notes, full, {
      ...(peerRun && { peer: Math.round((peerRun.cpu / full.cpu) * 10) / 10 }),
      ...(smallest?.cpu && { exponent: growth(smallest.notes, smallest.cpu, notes, full.cpu) }),
      ...(await countFiles(folder, notes)),
    });
    add('nothing changed', notes, await build());
    await appendFile(await firstNote(content), '\n한 문장 더.\n');
    add('one note changed', notes, await build());
    if (notes >= usual) rows.push(...(await measureWriting(content, env, notes)));
  }
  await writeFile(join(bench, 'authors.json'), JSON.stringify({ loop, rows }, null, 2));
  return rows;
}

/** `npm run dev`: until it shows a note, until an edit of it shows, and what it takes meanwhile. */
async function measureWriting(content: string, env: object, notes: number): Promise<Row[]> {
  const port = 4398;
  const run = startRun(...command('dev'), { env: { ...env, PORT: String(port) } });
  try {
    const note = await firstNote(content);
    const address = `http://localhost:${port}/${note.slice(content.length + 1).replace(/\.md$/u, '/')}`;
    const shows = async (text: string): Promise<number> => {
      const start = performance.now();
      for (;;) {
        const page = await fetch(address).then(
          (response) => response.text(),
          () => '',
        );
        if (page.includes(text)) return (performance.now() - start) / 1000;
        await Promise.race([wait(20), run.ended]);
      }
    };
    await shows('</html>');
    const opened = run.look();
    const edits: number[] = [];
    for (let edit = 1; edit <= 5; edit++) {
      await wait(1500);
      const mark = `고친 문장 ${edit}번째`;
      await writeFile(note, `${await readFile(note, 'utf8')}\n${mark}입니다.\n`);
      edits.push(await shows(mark));
    }
    const { memory } = run.look();
    const edited = edits.sort((a, b) => a - b)[2] ?? 0;
    const rows: Row[] = [
      { what: 'dev until the first page', notes, ...round(opened) },
      {
        what: 'dev: edit until its page shows it',
        notes,
        wall: hundredths(edited),
        memory: hundredths(memory),
      },
    ];
    for (const row of rows) console.log(JSON.stringify(row));
    return rows;
  } finally {
    run.stop();
    await run.ended;
  }
}

function command(name: string): [string, string[]] {
  return [process.execPath, ['--disable-warning=ExperimentalWarning', `src/commands/${name}.ts`]];
}

async function firstNote(content: string): Promise<string> {
  const [name = ''] = (await readdir(content, { recursive: true }))
    .filter((path) => path.endsWith('.md'))
    .sort();
  return join(content, name);
}

async function countFiles(folder: string, notes: number): Promise<Pick<Row, 'files' | 'bytes'>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += (await stat(join(parentPath, name))).size;
  return { files: Math.round((files.length / notes) * 10) / 10, bytes: Math.round(bytes / 1024 ** 2) };
}

function round({ cpu, wall, memory }: Run): Run {
  return { cpu: Math.round(cpu * 10) / 10, wall: Math.round(wall * 10) / 10, memory: hundredths(memory) };
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function growth(few: number, fewCpu: number, many: number, manyCpu: number): number {
  return hundredths(Math.log(manyCpu / fewCpu) / Math.log(many / few));
}

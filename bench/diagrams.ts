import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openDrawings } from '../src/diagrams/draw.ts';
import type { Drawing } from '../src/diagrams/drawing.ts';
import type { MeasuredSite } from './builds.ts';
import { kilobytes, withPage } from './transfers.ts';

/** Bytes of the drawings of our own notes (gzip, the narrow one included), and seconds for 200 drawings of every type. */
export async function measureDiagrams(): Promise<object[]> {
  const folder = join('content', '_drawn');
  const sizes: number[] = [];
  for (const name of await readdir(folder)) {
    const { svg, narrow } = JSON.parse(await readFile(join(folder, name), 'utf8')) as Drawing;
    sizes.push(gzipSync(svg + (narrow?.svg ?? '')).length);
  }
  sizes.sort((a, b) => a - b);
  const [median, p95] = [0.5, 0.95].map((share) => sizes[Math.floor(sizes.length * share)]);
  return [{ drawings: sizes.length, median, p95, largest: sizes.at(-1), ...(await timeDrawing()) }];
}

async function timeDrawing(): Promise<{ cold: number; warm: number }> {
  const fixtures = join('tests', 'fixtures', 'diagrams');
  const names = (await readdir(fixtures)).filter((name) => name.endsWith('.mmd'));
  const sources = await Promise.all(names.map((name) => readFile(join(fixtures, name), 'utf8')));
  // A comment makes each copy a diagram of its own.
  const codes = Array.from(
    { length: 200 },
    (_, index) => `${sources[index % sources.length] ?? ''}\n%% ${index}\n`,
  );
  const store = await mkdtemp(join(tmpdir(), 'atlas-bench-'));
  const time = async () => {
    const drawings = openDrawings({ stores: [store], writeTo: [store] });
    const start = performance.now();
    await drawings.draw(codes);
    await drawings.close();
    return Math.round((performance.now() - start) / 100) / 10;
  };
  const cold = await time();
  const warm = await time();
  await rm(store, { recursive: true });
  return { cold, warm };
}

/** JavaScript (kB, gzip) of a note with a diagram: read, enlarged, and edited; and when the diagram is visible (ms, CPU 4× slower). */
export async function measureDiagramScripts(site: MeasuredSite): Promise<object[]> {
  return withPage(site.folder, '/limitation/hallucination/', async (page, transfers) => {
    const read = transfers();
    const figure = page.locator('[data-pagefind-body] figure.diagram').first();
    await figure.getByRole('button', { name: '크게 보기' }).click();
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForLoadState('networkidle');
    const enlarged = transfers();
    await figure.getByRole('button', { name: '고쳐 보기' }).click();
    await page.locator('dialog[open] textarea').press('End');
    await page.keyboard.type(' ');
    await page.waitForTimeout(2500);
    const edited = transfers();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.reload();
    const visible = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    );
    const js = (count: typeof read) => kilobytes(count)['js'];
    return [
      { read: js(read), enlarged: js(enlarged), edited: js(edited), 'first paint': Math.round(visible) },
    ];
  });
}

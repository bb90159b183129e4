import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDrawings } from '../src/diagrams/draw.ts';

/** Room for a drawing on a screen of that width (px), beside the page's own margins. */
const rooms = { 390: 354, 768: 690, 1360: 672 };
/** A drawing may shrink until its letters of 15 px have 12. */
const smallest = 12 / 15;

/**
 * How many Mermaid figures of other people's notes fit, and what is wrong with the rest: `FIGURES_DIR` is a folder with
 * Markdown files. Null without it.
 */
export async function measureFigures(): Promise<object[] | null> {
  const folder = process.env['FIGURES_DIR'];
  if (!folder) return null;
  const codes = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.mdx?$/iu.test(entry.name)) continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    for (const match of text.matchAll(/^```mermaid[^\n]*\n([^]*?)^```/gmu)) codes.add(match[1] ?? '');
  }
  const store = join('node_modules', '.cache', 'atlas', 'bench', 'figures');
  await mkdir(store, { recursive: true });
  const drawings = openDrawings({ stores: [store], writeTo: [store] });
  const start = performance.now();
  const drawn = await drawings.draw([...codes]);
  await drawings.close();
  const all = [...drawn.values()];
  const good = all.flatMap((drawing) => ('svg' in drawing ? [drawing] : []));
  const fits = (room: number) =>
    good.filter(({ width, narrow }) => Math.min(width, narrow?.width ?? Infinity) * smallest <= room).length;
  return [
    {
      figures: codes.size,
      drawn: good.length,
      ...Object.fromEntries(Object.entries(rooms).map(([screen, room]) => [`fit at ${screen}`, fits(room)])),
      faulty: good.filter(({ faults }) => faults?.length).length,
      seconds: Math.round((performance.now() - start) / 100) / 10,
    },
  ];
}

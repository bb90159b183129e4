import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Drawing } from '../src/diagrams/drawing.ts';

/** Bytes of the drawings of our own notes (gzip, the narrow one included). */
export async function measureDiagrams(): Promise<object[]> {
  const folder = join('content', '_drawn');
  const sizes: number[] = [];
  for (const name of await readdir(folder)) {
    const { svg, narrow } = JSON.parse(await readFile(join(folder, name), 'utf8')) as Drawing;
    sizes.push(gzipSync(svg + (narrow?.svg ?? '')).length);
  }
  sizes.sort((a, b) => a - b);
  return [
    {
      drawings: sizes.length,
      median: sizes[Math.floor(sizes.length / 2)],
      p95: sizes[Math.floor(sizes.length * 0.95)],
      largest: sizes.at(-1),
    },
  ];
}

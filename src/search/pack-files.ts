/**
 * Packs what every first search loads of Pagefind, without changing what it does: its program loses its blanks and
 * long names, its WebAssembly and the list of its index are compressed once more, and harder. Together that spares
 * every reader about 5 kB. What is slow to pack and small (index, texts) stays as Pagefind wrote it.
 */
import { gunzipSync } from 'node:zlib';
import { gzipAsync } from '@gfx/zopfli';

/** Remembers the bytes that `make` made of a file's bytes. */
export type RememberPacked = (content: Uint8Array, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;

/**
 * The same files, those three smaller. Changes nothing in `files`.
 * @param remember two of them are the same in every build, and packing them takes seconds
 */
export async function packFiles(
  files: ReadonlyMap<string, Uint8Array>,
  remember: RememberPacked = (_, make) => make(),
): Promise<Map<string, Uint8Array>> {
  const packed = new Map(files);
  for (const [path, content] of files) {
    const pack = choosePacking(path);
    if (!pack) continue;
    const smaller = await remember(content, () => pack(content));
    if (smaller.length < content.length) packed.set(path, smaller);
  }
  return packed;
}

/** How a file is packed; null for one that stays as it is. */
function choosePacking(path: string): ((content: Uint8Array) => Promise<Uint8Array>) | null {
  if (/\/wasm\.[^/]+\.pagefind$/u.test(path)) return (content) => deflateHard(content, 15);
  // Another one with every edit: looking for more blocks takes eight times as long and saves 0.2 %.
  if (path.endsWith('.pf_meta')) return (content) => deflateHard(content, 3);
  return path.endsWith('/pagefind.js') ? shorten : null;
}

/** @param blocks into how many blocks it may be cut at most */
function deflateHard(content: Uint8Array, blocks: number): Promise<Uint8Array> {
  return gzipAsync(gunzipSync(content), { blocksplittingmax: blocks });
}

async function shorten(content: Uint8Array): Promise<Uint8Array> {
  // Loaded only here: most builds find the program packed.
  const { minify } = await import('terser');
  const { code } = await minify(Buffer.from(content).toString('utf8'), {
    module: true,
    compress: { passes: 2 },
  });
  return code ? Buffer.from(code) : content;
}

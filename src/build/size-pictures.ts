/** Smaller copies of the pictures that notes show, for screens that show less of them. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type * as Sharp from 'sharp';
import { problemsWords } from '#words';
import { messageOf } from '../content/faults.ts';
import type { Atlas } from '../content/open-atlas.ts';
import { readInside } from '../content/read-inside.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { type CopyFormat, type CopyPlan, isWorthwhile, planCopies } from '../knowledge/picture-copies.ts';
import { copiesFolder, fileKind, type Picture, type PictureCopies } from '../knowledge/published-files.ts';
import { resolveLink } from '../knowledge/resolve-link.ts';
import { inFile } from '../knowledge/rules/rule.ts';
import { cacheFolder } from './build-lock.ts';
import type { SiteFiles } from './output/site-files.ts';
import { openSealedCache, type SealedCache } from './sealed-cache.ts';

type ImageTool = (typeof Sharp)['default'];

/**
 * How copies are encoded: quickly, because everybody who builds a folder waits for it. Changing anything here makes
 * them anew.
 */
const encoding: Record<CopyFormat, { quality: number; effort: number }> = {
  avif: { quality: 55, effort: 0 },
  webp: { quality: 78, effort: 2 },
};

/** Each takes a core and the memory of an opened picture. */
const atOnce = 2;
const keepDays = 60;

interface Copy {
  format: CopyFormat;
  width: number;
  bytes: Buffer;
}

interface PictureReport {
  /** Pictures that have smaller copies. */
  all: number;
  /** Files of which they had to be made now. */
  fresh: number;
}

/**
 * Writes smaller copies of every picture that is worth it into the site, and names them in `library.links.pictures`
 * for whoever draws notes. Without the image tool the originals serve, and a line says so.
 * @param loadTool for tests
 */
export async function sizePictures(
  atlas: Atlas,
  site: Pick<SiteFiles, 'write'>,
  say: (line: string) => void,
  {
    loadTool = loadSharp,
    cache = openSealedCache(join(cacheFolder, 'pictures')),
  }: {
    loadTool?: () => Promise<ImageTool | null>;
    cache?: SealedCache;
  } = {},
): Promise<PictureReport> {
  const { pictures } = atlas.library.links;
  const report = { all: 0, fresh: 0 };
  let tool: ImageTool | null | undefined;
  /** One work for all files of the same content. */
  const made = new Map<string, Promise<Copy[] | null>>();
  const makeCopies = async (name: string, bytes: Buffer, plans: CopyPlan[], path: string) => {
    const kept = unpack(await cache.read(name));
    if (kept) return kept;
    if (tool === undefined) {
      tool = await loadTool();
      if (!tool) say(problemsWords().pictures.noTool);
    }
    if (!tool) return null;
    try {
      const copies = await encode(tool, bytes, plans);
      report.fresh++;
      await cache.write(name, pack(copies));
      return copies;
    } catch (error) {
      const [reason = ''] = messageOf(error).split('\n');
      for (const line of describe(atlas, path, reason)) say(line);
      return null;
    }
  };
  const size = async (path: string, picture: Picture) => {
    const { width, height, bytes } = picture;
    const plans = width && height && bytes ? planCopies({ width, height, bytes }) : [];
    const from = atlas.assets.get(path);
    if (!plans.length || from === undefined) return;
    const original = await readInside(atlas.homes, from).catch(() => null);
    if (!original) return;
    const hash = createHash('sha256').update(original).digest('hex').slice(0, 24);
    let work = made.get(hash);
    if (!work) {
      const how = createHash('sha256')
        .update(JSON.stringify([plans, encoding]))
        .digest('hex')
        .slice(0, 8);
      made.set(hash, (work = makeCopies(`${hash}.${how}`, original, plans, path)));
    }
    const copies = await work;
    if (!copies?.length) return;
    report.all++;
    const named = copies.map((copy) => ({ ...copy, name: `${hash}-${copy.width}.${copy.format}` }));
    for (const { name, bytes: content } of named) site.write(`${copiesFolder}/${name}`, content);
    pictures.set(path, { ...picture, copies: groupByFormat(named) });
  };
  const queue = [...pictures].reverse();
  const work = async () => {
    for (let next = queue.pop(); next; next = queue.pop()) await size(...next);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (report.fresh) await cache.sweep(keepDays);
  return report;
}

async function loadSharp(): Promise<ImageTool | null> {
  try {
    const { default: sharp } = await import('sharp');
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  } catch {
    // A package for the platform that could not be installed, or a processor that it does not know.
    return null;
  }
}

/** The copies that spare a reader bytes; none of a picture that moves. */
async function encode(sharp: ImageTool, bytes: Buffer, plans: readonly CopyPlan[]): Promise<Copy[]> {
  const { pages = 1 } = await sharp(bytes).metadata();
  if (pages > 1 || isMoving(bytes)) return [];
  const widest = Math.max(...plans.flatMap(({ widths }) => widths));
  // Opened once, turned as the camera was held, in the colours of screens.
  const { data, info } = await sharp(bytes, { failOn: 'error' })
    .autoOrient()
    .resize({ width: widest, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const kept: Copy[] = [];
  for (const { format, widths } of plans) {
    const copies: Copy[] = [];
    for (const width of widths) {
      const copy = await sharp(data, { raw }).resize({ width }).toFormat(format, encoding[format]).toBuffer();
      copies.push({ format, width, bytes: copy });
    }
    const lengths = copies.map((copy) => ({ bytes: copy.bytes.length }));
    if (isWorthwhile(lengths, bytes.length)) kept.push(...copies);
  }
  return kept;
}

/** Pictures that move in formats of which the tool sees the first frame only: APNG and sequences of AVIF. */
function isMoving(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 4, 12) === 'ftypavis') return true;
  if (bytes.toString('latin1', 1, 4) !== 'PNG') return false;
  const content = bytes.indexOf('IDAT', 0, 'latin1');
  const control = bytes.indexOf('acTL', 0, 'latin1');
  return control >= 0 && control < content;
}

/** A picture that could not be opened, at every place that shows it. */
function describe({ library, name }: Atlas, path: string, reason: string): string[] {
  return [...library.notes, ...library.unlisted].flatMap((note) =>
    note.outline.images
      .filter(({ url }) => {
        const target = resolveLink(url, note, library.links);
        return target.kind === 'asset' && target.path === path && fileKind(path) === 'image';
      })
      .map((image) =>
        formatProblem({
          ...inFile(note, image),
          path: `${name}/${note.path}`,
          severity: 'warning',
          kind: 'image',
          message: problemsWords().pictures.notSized(path, reason),
        }),
      ),
  );
}

function groupByFormat(copies: readonly (Copy & { name: string })[]): PictureCopies[] {
  return [...Map.groupBy(copies, ({ format }) => format)].map(([format, group]) => ({
    type: `image/${format}`,
    files: group.map(({ width, name }) => ({ width, name })),
  }));
}

/** One cache entry: a list of what follows, in JSON on its first line, then the copies. */
function pack(copies: readonly Copy[]): Buffer {
  const list = copies.map(({ format, width, bytes }) => ({ format, width, length: bytes.length }));
  return Buffer.concat([Buffer.from(`${JSON.stringify(list)}\n`), ...copies.map(({ bytes }) => bytes)]);
}

function unpack(entry: Buffer | null): Copy[] | null {
  if (!entry) return null;
  const end = entry.indexOf('\n');
  const list = JSON.parse(entry.toString('utf8', 0, end)) as (Omit<Copy, 'bytes'> & { length: number })[];
  let from = end + 1;
  return list.map(({ format, width, length }) => ({
    format,
    width,
    bytes: entry.subarray(from, (from += length)),
  }));
}

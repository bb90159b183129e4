import { readFile } from 'node:fs/promises';
import { imageMetadata } from 'astro/assets/utils';
import type { Atlas } from '../content/open-atlas.ts';
import type { Note } from '../knowledge/note.ts';
import { resolveLink } from '../knowledge/resolve-link.ts';

export type ImageSizes = Map<string, { width: number; height: number }>;

const known = new WeakMap<Atlas, Map<Note, Promise<ImageSizes>>>();

/** The pixels of the images that a note shows, by path; a file that is no image (or one that nobody knows) is left out. */
export function readImageSizes(note: Note, atlas: Atlas): Promise<ImageSizes> {
  const sizes = known.get(atlas) ?? new Map<Note, Promise<ImageSizes>>();
  known.set(atlas, sizes);
  const found = sizes.get(note) ?? measure(note, atlas);
  sizes.set(note, found);
  return found;
}

async function measure(note: Note, atlas: Atlas): Promise<ImageSizes> {
  const sizes: ImageSizes = new Map();
  for (const { url } of note.outline.images) {
    const target = resolveLink(url, note, atlas.library.links);
    const file = target.kind === 'asset' ? atlas.assets.get(target.path) : undefined;
    if (target.kind !== 'asset' || file === undefined || sizes.has(target.path)) continue;
    const size = await readFile(file)
      .then((bytes) => imageMetadata(bytes, file))
      .catch(() => null);
    if (size) sizes.set(target.path, { width: size.width, height: size.height });
  }
  return sizes;
}

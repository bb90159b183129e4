/** A note's picture as HTML: as large as it will be, when it is needed, in as few bytes as the reader's screen takes. */
import type { Element, Properties } from 'hast';
import type { Nodes } from 'mdast';
import { h } from 'hastscript';
import { notesWords } from '#words';
import { filePath } from '../knowledge/address.ts';
import { shownSizes, worthOpening } from '../knowledge/picture-copies.ts';
import { copiesFolder, type Picture } from '../knowledge/published-files.ts';
import { readSources } from './media.ts';

interface ShownPicture {
  /** Where the original is. */
  address: string;
  alt: string;
  title?: string | null | undefined;
  /** What the author's HTML says of it. */
  given: Properties;
  picture: Picture;
  base: string;
}

/**
 * The node of a picture that can be shown. One with smaller copies offers them to the browser and is a link to the
 * original, unless it stands in a link already; an author's own `<picture>` or `srcset` is left alone.
 */
export function drawPicture(
  { address, alt, title, given, picture, base }: ShownPicture,
  { isFirst, ancestors }: { isFirst: boolean; ancestors: readonly Nodes[] },
): object {
  const size = sizeImage(given, picture);
  // Whoever opens a note waits for its first picture and not for those that may never be reached.
  const hProperties = { ...given, ...size, loading: isFirst ? 'eager' : 'lazy', decoding: 'async' };
  const hasOwn = given['srcSet'] !== undefined || ancestors.some((node) => nameOf(node) === 'picture');
  const copies = hasOwn ? [] : (picture.copies ?? []);
  if (!copies.length) return { type: 'image', url: address, alt, title, data: { hProperties } };
  const sizes = shownSizes(size.width ?? picture.width ?? 0);
  const sources: Element[] = copies.map(({ type, files }) => {
    const srcSet = files.map(({ width, name }) => `${filePath(base, `${copiesFolder}/${name}`)} ${width}w`);
    return h('source', { type, srcSet: srcSet.join(', '), sizes });
  });
  const children = [...sources, h('img', { src: address, alt, ...(title ? { title } : {}), ...hProperties })];
  const isPressed = isInLink(ancestors) || ancestors.some((node) => nameOf(node) === 'summary');
  if (isPressed || (picture.width ?? 0) < worthOpening)
    return { type: 'picture', alt, data: { hName: 'picture', hChildren: children } };
  const open = notesWords().wholePicture;
  const link = {
    href: address,
    className: ['whole-picture'],
    ...(alt ? { title: title ?? open } : { ariaLabel: open }),
  };
  return {
    type: 'picture',
    alt,
    data: { hName: 'a', hProperties: link, hChildren: [h('picture', children)] },
  };
}

/** Whether what has these ancestors stands in a link, which can hold no other. */
export function isInLink(ancestors: readonly Nodes[]): boolean {
  return ancestors.some(
    (node) => node.type === 'link' || node.type === 'linkReference' || nameOf(node) === 'a',
  );
}

function nameOf(node: Nodes): string | undefined {
  return (node.data as { hName?: string } | undefined)?.hName;
}

/** The candidates of an author's `srcset` at their addresses; those that are not in the folder go. */
export function rewriteSources(properties: Properties, fileOf: (url: string) => string | null): void {
  if (properties['srcSet'] === undefined) return;
  const kept = readSources(properties['srcSet']).flatMap(({ url, size }) => {
    const file = fileOf(url);
    return file === null ? [] : [`${file} ${size}`.trim()];
  });
  if (kept.length) properties['srcSet'] = kept.join(', ');
  else delete properties['srcSet'];
}

/** Width and height for the page to keep free: as the author chose, and in the image's own proportions. */
export function sizeImage(
  given: Record<string, unknown>,
  own: { width?: number; height?: number },
): { width?: number; height?: number } {
  if (!own.width || !own.height) return {};
  const [width, height] = [Number(given['width']), Number(given['height'])];
  if (width > 0 && height > 0) return { width, height };
  if (width > 0) return { width, height: Math.max(1, Math.round((width * own.height) / own.width)) };
  if (height > 0) return { width: Math.max(1, Math.round((height * own.width) / own.height)), height };
  return { width: own.width, height: own.height };
}

import type { Properties } from 'hast';
import type { Nodes } from 'mdast';

/** Attributes of sound and video that name a file. */
export const mediaNames = ['src', 'poster'] as const;

/** The candidates of a `srcset`: address and the size that it is for. */
export function readSources(srcSet: unknown): { url: string; size: string }[] {
  const text = Array.isArray(srcSet) ? srcSet.join(', ') : typeof srcSet === 'string' ? srcSet : '';
  return text
    .split(/,\s+|,$/u)
    .map((candidate) => candidate.trim().split(/\s+/u))
    .filter(([url]) => url)
    .map(([url = '', ...size]) => ({ url, size: size.join(' ') }));
}

/** What an author's HTML says of a link or an image beside its address. */
export function hPropertiesOf(node: Nodes): Properties {
  return (node.data as { hProperties?: Properties } | undefined)?.hProperties ?? {};
}

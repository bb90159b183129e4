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

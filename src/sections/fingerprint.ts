/** How alike two texts are, told from 64 letters each: a lock cannot keep the texts themselves. */
import { createHash } from 'node:crypto';
import { toNfc } from '../knowledge/text.ts';
import { remember } from './remember.ts';

const bins = 32;
const emptyBin = '..';

/**
 * A MinHash of a text's three-letter shingles (one permutation, 32 bins, two base-36 digits each; `..` where no
 * shingle fell). Case, spaces and punctuation do not count. Empty for an empty text.
 */
export const fingerprint = remember((text: string): string => {
  const flat = toNfc(text).toLowerCase();
  // A text of emoji alone still is a text.
  const letters = flat.replace(/[^\p{L}\p{N}]+/gu, '') || flat.replace(/\s+/gu, '');
  if (!letters) return '';
  const least = new Float64Array(bins).fill(Infinity);
  for (let i = 0; i < Math.max(1, letters.length - 2); i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < Math.min(i + 3, letters.length); j++) hash = mix(hash ^ letters.charCodeAt(j));
    const bin = hash >>> 27;
    const value = hash & 0x7ffffff;
    if (value < (least[bin] ?? 0)) least[bin] = value;
  }
  return Array.from(least, (value) =>
    // Least values are all small: mixing spreads them over the two digits that are kept.
    value === Infinity ? emptyBin : ((mix(value) >>> 0) % 1296).toString(36).padStart(2, '0'),
  ).join('');
});

/** How much two fingerprinted texts share, 0 to 1 (Jaccard similarity, ± 0.09). An empty text is like no other. */
export function similarity(a: string, b: string): number {
  if (!a || !b || a.length !== b.length) return 0;
  let equal = 0;
  let filled = 0;
  for (let i = 0; i < a.length; i += 2) {
    const isEmpty = a[i] === '.' && b[i] === '.';
    if (isEmpty) continue;
    filled++;
    if (a[i] === b[i] && a[i + 1] === b[i + 1]) equal++;
  }
  return filled ? equal / filled : 0;
}

/** How many of a fingerprint's 32 bins are filled: few for a text of a few words, which proves little. */
export function substance(print: string): number {
  let filled = 0;
  for (let i = 0; i < print.length; i += 2) if (print[i] !== '.') filled++;
  return filled;
}

/** Eight letters that change whenever the text does, white space aside. Empty for an empty text. */
export const contentHash = remember((text: string): string => {
  const flat = toNfc(text).replace(/\s+/gu, ' ').trim();
  return flat && createHash('sha256').update(flat).digest('base64url').slice(0, 8);
});

function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

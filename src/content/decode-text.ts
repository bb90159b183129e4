/** The bytes of a note as text, whatever editor wrote them. */

import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

export interface DecodedText {
  text: string;
  /** The encoding as people know it; none for UTF-8. */
  encoding?: 'UTF-16' | 'EUC-KR(CP949)';
  /** Where bytes stood that mean nothing: each is one U+FFFD in the text. */
  broken: { line: number; column: number }[];
}

/** More of these than one in so many characters is another encoding, or no text. */
const mostBroken = 4;

/**
 * Reads UTF-8, UTF-16 and EUC-KR (CP949), by byte order mark or by which of them the bytes make sense in. Bytes that
 * mean nothing, and NUL, become U+FFFD. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const found = chooseEncoding(bytes);
  const lines = found.text.replace(/\r\n?/gu, '\n');
  // Some editors know only the ends of lines that Unicode has.
  const text = (
    lines.trimEnd().includes('\n') ? lines : lines.replace(/[\u0085\u2028\u2029]/gu, '\n')
  ).replaceAll('\0', replacement);
  const broken = findPlaces(text, replacement);
  if (broken.length * mostBroken > text.length) return null;
  return { text, ...(found.encoding ? { encoding: found.encoding } : {}), broken };
}

const replacement = '\ufffd';

function chooseEncoding(bytes: Uint8Array): { text: string; encoding?: DecodedText['encoding'] } {
  const order = byteOrder(bytes);
  if (order) return { text: new TextDecoder(order).decode(bytes), encoding: 'UTF-16' };
  const text = new TextDecoder('utf-8').decode(bytes);
  // Who copies from a broken page copies U+FFFD itself.
  if (isUtf8(bytes)) return { text };
  // The decoder that comes with Node lacks the syllables that Windows has added.
  const korean = iconv.decode(bytes, 'cp949');
  return looksKorean(bytes) && countBroken(korean) < countBroken(text)
    ? { text: korean, encoding: 'EUC-KR(CP949)' }
    : { text };
}

/** By its mark, or because every second byte of Latin letters, spaces and line ends is NUL. */
function byteOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 || !bytes.includes(0)) return null;
  const nuls = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const few = bytes.length / 20;
  if (odd > few && odd > even * 4) return 'utf-16le';
  return even > few && even > odd * 4 ? 'utf-16be' : null;
}

/** Korean in EUC-KR is pairs of high bytes; a letter with an accent in a Western encoding stands alone. */
function looksKorean(bytes: Uint8Array): boolean {
  let pairs = 0;
  let single = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if ((bytes[at + 1] ?? 0) < 0xa1) single++;
    else {
      pairs++;
      at++;
    }
  }
  return pairs > single * 2;
}

function countBroken(text: string): number {
  return text.split(replacement).length;
}

/** Lines and columns at which a sign stands. */
function findPlaces(text: string, sign: string): DecodedText['broken'] {
  const places: DecodedText['broken'] = [];
  let line = 1;
  let start = 0;
  for (const { 0: found, index } of text.matchAll(new RegExp(`\n|${sign}`, 'gu'))) {
    if (found === sign) places.push({ line, column: index - start + 1 });
    else {
      line++;
      start = index + 1;
    }
  }
  return places;
}

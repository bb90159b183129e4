/**
 * Takes out of a picture what its author cannot see in it: where and when it was taken, by whom and with what, comments
 * and histories of editing, and what programs append to the file. Its pixels, its colours and the way it is turned stay
 * as they are, byte for byte; a file that does not read as its kind says is left alone. One that is cut off in its pixels is
 * still shown by browsers, and is cleaned as far as it goes.
 */
import { crc32 } from 'node:zlib';
import { isBoxed, stripBoxes } from './strip-boxes.ts';

/** A JPEG, PNG, WebP, GIF or AVIF without its metadata, and a film; anything else as it is. */
export function stripMetadata(bytes: Buffer): Buffer {
  try {
    if (bytes.readUInt16BE(0) === 0xffd8) return stripJpeg(bytes) ?? bytes;
    if (bytes.toString('latin1', 1, 4) === 'PNG') return stripPng(bytes) ?? bytes;
    if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
      return stripWebp(bytes) ?? bytes;
    if (/^GIF8[79]a$/u.test(bytes.toString('latin1', 0, 6))) return stripGif(bytes) ?? bytes;
    if (isBoxed(bytes)) return stripBoxes(bytes);
  } catch {
    // Cut off in the middle of a part: then it is no picture that we know.
  }
  return bytes;
}

function stripJpeg(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  let hasPixels = false;
  const whatStands = () => (hasPixels ? Buffer.concat(kept) : null);
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    // What stands behind the end is another picture, or a program's own.
    if (marker === 0xd9) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    if (at + 4 > bytes.length) return whatStands();
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return whatStands();
    const body = bytes.subarray(at + 4, end);
    if (marker === 0xe1 && body.toString('latin1', 0, 6) === 'Exif\0\0') {
      const orientation = readOrientation(body.subarray(6));
      if (orientation > 1) kept.push(writeSegment(0xe1, [Buffer.from('Exif\0\0'), writeTiff(orientation)]));
    } else if (!isTold(marker, body)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    hasPixels = true;
    // Pixels go on to the next marker that is none of theirs.
    while (at < bytes.length && !(bytes[at] === 0xff && !isOfPixels(bytes[at + 1] ?? 0))) at++;
    kept.push(bytes.subarray(end, at));
  }
  return whatStands();
}

function isOfPixels(marker: number): boolean {
  return marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);
}

/** Parts of a JPEG that tell of it and do not change how it looks. */
function isTold(marker: number, body: Buffer): boolean {
  if (marker === 0xfe) return true;
  // A second picture in small, which may show what was cut away from the first.
  if (marker === 0xe0) return body.toString('latin1', 0, 4) === 'JFXX';
  if (marker < 0xe1 || marker > 0xef || marker === 0xee) return false;
  return !(marker === 0xe2 && body.toString('latin1', 0, 11) === 'ICC_PROFILE');
}

function writeSegment(marker: number, parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 2);
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), ...parts]);
}

const toldChunks = new Set(['tEXt', 'zTXt', 'iTXt', 'tIME', 'dSIG']);

/** What programs keep for themselves in a PNG (layers, who made it with what) has two small letters at its beginning. */
function isToldChunk(name: string): boolean {
  return toldChunks.has(name) || /^[a-z]{2}/u.test(name);
}

function stripPng(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  let hasPixels = false;
  for (let at = 8; at + 8 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) {
      if (name === 'IDAT' || name === 'fdAT') kept.push(bytes.subarray(at));
      return hasPixels || name === 'IDAT' ? Buffer.concat(kept) : null;
    }
    hasPixels ||= name === 'IDAT';
    if (name === 'eXIf') {
      const orientation = readOrientation(bytes.subarray(at + 8, end - 4));
      if (orientation > 1) kept.push(writePngChunk(name, writeTiff(orientation)));
    } else if (!isToldChunk(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return hasPixels ? Buffer.concat(kept) : null;
}

function writePngChunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** Bits of the head of a WebP that say that it has such parts. */
const exifFlag = 0x08;
const xmpFlag = 0x04;
const shownChunks = new Set(['VP8X', 'VP8 ', 'VP8L', 'ICCP', 'ALPH', 'ANIM', 'ANMF']);

function stripWebp(bytes: Buffer): Buffer | null {
  const size = Math.min(bytes.readUInt32LE(4) + 8, bytes.length);
  const kept: Buffer[] = [];
  let turned = 0;
  for (let at = 12; at + 8 <= size;) {
    const length = bytes.readUInt32LE(at + 4);
    // The last part may lack its blank, or be cut off.
    const end = Math.min(at + 8 + length + (length % 2), size);
    const name = bytes.toString('latin1', at, at + 4);
    const body = bytes.subarray(at + 8, Math.min(at + 8 + length, size));
    if (name === 'EXIF')
      turned = readOrientation(body.toString('latin1', 0, 6) === 'Exif\0\0' ? body.subarray(6) : body);
    else if (shownChunks.has(name)) kept.push(Buffer.from(bytes.subarray(at, end)));
    at = end;
  }
  const [head] = kept;
  if (!head) return null;
  const isExtended = head.toString('latin1', 0, 4) === 'VP8X' && head.length > 8;
  if (isExtended) head[8] = (head[8] ?? 0) & ~(exifFlag | xmpFlag);
  // Only an extended file says how it is turned.
  if (isExtended && turned > 1) {
    head[8] = (head[8] ?? 0) | exifFlag;
    const body = writeTiff(turned);
    const start = Buffer.alloc(8, 'EXIF', 'latin1');
    start.writeUInt32LE(body.length, 4);
    kept.push(start, body);
  }
  const content = Buffer.concat(kept);
  const start = Buffer.from(bytes.subarray(0, 12));
  start.writeUInt32LE(content.length + 4, 4);
  return Buffer.concat([start, content]);
}

/** What says how often a GIF moves, and in what colours; all else that programs write tells of them. */
const shownExtensions = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']);

function stripGif(bytes: Buffer): Buffer | null {
  const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + colours(bytes[10] ?? 0);
  const kept: Buffer[] = [bytes.subarray(0, at)];
  let hasPixels = false;
  const endOfBlocks = (from: number) => {
    let end = from;
    while (end < bytes.length && bytes[end]) end += (bytes[end] ?? 0) + 1;
    return end + 1;
  };
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x3b) return Buffer.concat([...kept, bytes.subarray(at, at + 1)]);
    if (kind !== 0x21 && kind !== 0x2c) break;
    const label = bytes[at + 1] ?? 0;
    const isPicture = kind === 0x2c;
    const end = endOfBlocks(isPicture ? at + 11 + colours(bytes[at + 9] ?? 0) : at + 2);
    const program = bytes.toString('latin1', at + 3, at + 14);
    const isTold = !isPicture && (label === 0xfe || (label === 0xff && !shownExtensions.has(program)));
    hasPixels ||= isPicture;
    if (!isTold) kept.push(bytes.subarray(at, Math.min(end, bytes.length)));
    at = end;
  }
  return hasPixels ? Buffer.concat(kept) : null;
}

const orientationTag = 0x0112;

/** How the camera was held, from the first list of an Exif block; 1 where it does not say. */
function readOrientation(tiff: Buffer): number {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  try {
    const list = long(4);
    for (let entry = list + 2, left = short(list); left > 0; left--, entry += 12) {
      if (short(entry) !== orientationTag) continue;
      const value = short(entry + 8);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch {
    // A block that says more than it holds.
  }
  return 1;
}

/** An Exif block that says how the picture is turned, and nothing else. */
function writeTiff(orientation: number): Buffer {
  const block = Buffer.alloc(26);
  block.write('MM\0*', 'latin1');
  block.writeUInt32BE(8, 4);
  block.writeUInt16BE(1, 8);
  block.writeUInt16BE(orientationTag, 10);
  block.writeUInt16BE(3, 12);
  block.writeUInt32BE(1, 14);
  block.writeUInt16BE(orientation, 18);
  return block;
}

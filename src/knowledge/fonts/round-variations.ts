import { joinParts, viewOf } from './sfnt.ts';

/**
 * A `gvar` table with the shifts of simple glyphs rounded to multiples of `step`; those of advances, which stand behind
 * the points, stay.
 * @param counts how many points each glyph has; null for one that is to stay as it is
 */
export function roundVariations(
  gvar: Uint8Array,
  counts: readonly (number | null)[],
  step: number,
): Uint8Array {
  const view = viewOf(gvar);
  const axes = view.getUint16(4);
  const isLong = (view.getUint16(14) & 1) !== 0;
  const glyphs = view.getUint16(12);
  const start = view.getUint32(16);
  const offset = (at: number) =>
    start + (isLong ? view.getUint32(20 + at * 4) : view.getUint16(20 + at * 2) * 2);
  const parts = Array.from({ length: glyphs }, (_, at) => {
    const part = gvar.subarray(offset(at), offset(at + 1));
    const points = counts[at] ?? null;
    return points === null || part.length === 0 ? part : roundVariation(part, points, axes, step);
  });
  const joined = joinParts(parts, 1);
  const shared = gvar.subarray(view.getUint32(8), view.getUint32(8) + view.getUint16(6) * axes * 2);
  const offsetsEnd = 20 + joined.offsets.length * 4;
  const made = new Uint8Array(offsetsEnd + shared.length + joined.bytes.length);
  made.set(gvar.subarray(0, 20));
  const madeView = viewOf(made);
  madeView.setUint32(8, offsetsEnd);
  madeView.setUint16(14, view.getUint16(14) | 1);
  madeView.setUint32(16, offsetsEnd + shared.length);
  for (const [index, place] of joined.offsets.entries()) madeView.setUint32(20 + index * 4, place);
  made.set(shared, offsetsEnd);
  made.set(joined.bytes, offsetsEnd + shared.length);
  return made;
}

const tuple = {
  sharedPoints: 0x8000,
  count: 0x0fff,
  ownPeak: 0x8000,
  between: 0x4000,
  ownPoints: 0x2000,
} as const;

function roundVariation(part: Uint8Array, points: number, axes: number, step: number): Uint8Array {
  const view = viewOf(part);
  const count = view.getUint16(0);
  const dataStart = view.getUint16(2);
  const heads = Uint8Array.from(part.subarray(0, dataStart));
  const data: Uint8Array[] = [];
  let at = dataStart;
  let shared: number[] | null = null;
  if (count & tuple.sharedPoints) {
    const read = readPointNumbers(part, at);
    data.push(part.subarray(at, read.end));
    at = read.end;
    shared = read.numbers;
  }
  let head = 4;
  for (let index = 0; index < (count & tuple.count); index++) {
    const size = view.getUint16(head);
    const bits = view.getUint16(head + 2);
    const own = bits & tuple.ownPoints ? readPointNumbers(part, at) : null;
    const numbers = own ? own.numbers : shared;
    const deltasAt = own ? own.end : at;
    const chosen = numbers ?? Array.from({ length: points + 4 }, (_, point) => point);
    const { deltas } = readDeltas(part, deltasAt, chosen.length * 2);
    const rounded = deltas.map((delta, place) =>
      (chosen[place % chosen.length] ?? 0) < points ? Math.round(delta / step) * step : delta,
    );
    const written = [
      ...part.subarray(at, deltasAt),
      ...writeDeltas(rounded.slice(0, chosen.length)),
      ...writeDeltas(rounded.slice(chosen.length)),
    ];
    data.push(Uint8Array.from(written));
    viewOf(heads).setUint16(head, written.length);
    at += size;
    head += 4 + axes * 2 * ((bits & tuple.ownPeak ? 1 : 0) + (bits & tuple.between ? 2 : 0));
  }
  return joinParts([heads, ...data], 1).bytes;
}

/** Packed point numbers; null for all points. */
function readPointNumbers(bytes: Uint8Array, start: number): { numbers: number[] | null; end: number } {
  let at = start;
  let count = bytes[at++] ?? 0;
  if (count === 0) return { numbers: null, end: at };
  if (count & 0x80) count = ((count & 0x7f) << 8) | (bytes[at++] ?? 0);
  const numbers: number[] = [];
  let last = 0;
  while (numbers.length < count) {
    const run = bytes[at++] ?? 0;
    for (let index = 0; index <= (run & 0x7f); index++) {
      last += run & 0x80 ? ((bytes[at++] ?? 0) << 8) | (bytes[at++] ?? 0) : (bytes[at++] ?? 0);
      numbers.push(last);
    }
  }
  return { numbers, end: at };
}

const run = { zeros: 0x80, words: 0x40, most: 64 } as const;

function readDeltas(bytes: Uint8Array, start: number, count: number): { deltas: number[] } {
  const view = viewOf(bytes);
  const deltas: number[] = [];
  let at = start;
  while (deltas.length < count) {
    const control = view.getUint8(at++);
    for (let index = 0; index <= (control & 0x3f); index++) {
      if (control & run.zeros) deltas.push(0);
      else if (control & run.words) {
        deltas.push(view.getInt16(at));
        at += 2;
      } else deltas.push(view.getInt8(at++));
    }
  }
  return { deltas };
}

/** Packs deltas into runs of zeros, of bytes and of words. */
function writeDeltas(deltas: readonly number[]): number[] {
  const bytes: number[] = [];
  let at = 0;
  while (at < deltas.length) {
    const kind = kindOf(deltas, at);
    let end = at + 1;
    while (end < deltas.length && end - at < run.most && kindOf(deltas, end) === kind) end++;
    bytes.push(kind | (end - at - 1));
    for (; at < end; at++) {
      const delta = deltas[at] ?? 0;
      if (kind === run.words) bytes.push((delta >> 8) & 0xff);
      if (kind !== run.zeros) bytes.push(delta & 0xff);
    }
  }
  return bytes;
}

/** A single zero between bytes is shorter as one of them. */
function kindOf(deltas: readonly number[], at: number): number {
  const delta = deltas[at] ?? 0;
  if (delta === 0) return deltas[at + 1] === 0 || deltas[at - 1] === 0 ? run.zeros : 0;
  return delta >= -128 && delta <= 127 ? 0 : run.words;
}

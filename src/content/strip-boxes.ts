/**
 * What films and AVIF pictures tell of themselves, overwritten where it stands: their boxes name places in the file by number,
 * so nothing may move.
 */

interface Box {
  type: string;
  /** Of what it holds. */
  from: number;
  to: number;
}

/** The boxes between two places; what does not read as boxes ends the list. */
function listBoxes(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to && boxes.length < 10_000;) {
    let size = bytes.readUInt32BE(at);
    let head = 8;
    if (size === 1 && at + 16 <= to) {
      size = Number(bytes.readBigUInt64BE(at + 8));
      head = 16;
    } else if (size === 0) size = to - at;
    if (size < head || at + size > to) break;
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), from: at + head, to: at + size });
    at += size;
  }
  return boxes;
}

/** Whether a file is made of boxes. */
export function isBoxed(bytes: Buffer): boolean {
  return bytes.length > 12 && /^(?:ftyp|moov|wide|mdat|free|skip)$/u.test(bytes.toString('latin1', 4, 8));
}

/** A copy without camera, place, author and history. */
export function stripBoxes(written: Buffer): Buffer {
  const bytes = Buffer.from(written);
  const boxes = listBoxes(bytes, 0, bytes.length);
  for (const box of boxes) {
    if (box.type === 'uuid') blank(bytes, box);
    else if (box.type === 'meta') blankItems(bytes, box);
    else if (box.type === 'moov') blankFilm(bytes, box);
  }
  return bytes;
}

/** Free room, where a box was. */
function blank(bytes: Buffer, { from, to }: Box): void {
  const isLong = bytes.readUInt32BE(from - 8) !== to - from + 8;
  bytes.write('free', isLong ? from - 12 : from - 4, 'latin1');
  bytes.fill(0, from, to);
}

/** What players show of a film is its pictures; its `udta` and `meta` tell where, when and with what it was taken. */
function blankFilm(bytes: Buffer, film: Box): void {
  for (const box of listBoxes(bytes, film.from, film.to)) {
    if (/^(?:udta|meta|uuid)$/u.test(box.type)) blank(bytes, box);
    else if (box.type === 'trak') blankFilm(bytes, box);
  }
}

/** An Exif block that says nothing. */
const emptyExif = Buffer.from([0, 0, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]);

/** Items of a picture that are no picture: Exif, and XMP. Where they lie stands in `iloc`, or they lie in `idat`. */
function blankItems(bytes: Buffer, meta: Box): void {
  const inside = listBoxes(bytes, meta.from + 4, meta.to);
  const find = (type: string) => inside.find((box) => box.type === type);
  const [infos, places, data] = [find('iinf'), find('iloc'), find('idat')];
  if (!infos || !places) return;
  const told = new Map<number, string>();
  const isLongCount = bytes[infos.from] !== 0;
  for (const { type, from } of listBoxes(bytes, infos.from + (isLongCount ? 8 : 6), infos.to)) {
    const version = bytes[from] ?? 0;
    if (type !== 'infe' || version < 2) continue;
    const id = version === 2 ? bytes.readUInt16BE(from + 4) : bytes.readUInt32BE(from + 4);
    const kind = bytes.toString('latin1', from + (version === 2 ? 8 : 10), from + (version === 2 ? 12 : 14));
    if (kind === 'Exif' || kind === 'mime' || kind === 'uri ') told.set(id, kind);
  }
  for (const { id, from, to } of listPlaces(bytes, places, data)) {
    const kind = told.get(id);
    if (kind === undefined || to > bytes.length || to < from) continue;
    bytes.fill(kind === 'mime' ? ' ' : 0, from, to);
    if (kind === 'Exif' && to - from >= emptyExif.length) emptyExif.copy(bytes, from);
  }
}

/** Where the items of a picture lie in the file. */
function listPlaces(
  bytes: Buffer,
  box: Box,
  data: Box | undefined,
): { id: number; from: number; to: number }[] {
  const found: { id: number; from: number; to: number }[] = [];
  const version = bytes[box.from] ?? 0;
  const sizes = bytes.readUInt16BE(box.from + 4);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version > 0 ? sizes & 15 : 0;
  let at = box.from + 6;
  const read = (size: number) => {
    const value =
      size === 0 ? 0 : size === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, size);
    at += size;
    return value;
  };
  const count = read(version < 2 ? 2 : 4);
  for (let item = 0; item < count && at < box.to; item++) {
    const id = read(version < 2 ? 2 : 4);
    const isInData = version > 0 && (read(2) & 15) === 1;
    read(2);
    const base = read(baseSize);
    const extents = read(2);
    for (let extent = 0; extent < extents && at < box.to; extent++) {
      read(indexSize);
      const from = base + read(offsetSize) + (isInData ? (data?.from ?? Infinity) : 0);
      found.push({ id, from, to: from + read(lengthSize) });
    }
  }
  return found;
}

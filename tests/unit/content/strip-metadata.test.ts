import sharp from 'sharp';
import { expect, test } from 'vitest';
import { stripMetadata } from '../../../src/content/strip-metadata.ts';

const pixels = Buffer.from(Array.from({ length: 24 * 16 * 3 }, (_, index) => (index * 37) % 256));
const exif = {
  IFD0: { Copyright: 'canary', Artist: 'canary' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 58/1', GPSAreaInformation: 'canary' },
};
const draw = (format: 'jpeg' | 'png' | 'webp', orientation: number, progressive = false) =>
  sharp(pixels, { raw: { width: 24, height: 16, channels: 3 } })
    .withExif(exif)
    .withIccProfile('p3')
    .withMetadata({ orientation })
    .withExifMerge(exif)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">canary</x:xmpmeta>')
    .toFormat(format, format === 'webp' ? {} : { progressive })
    .toBuffer();

test.each([
  ['jpeg', 1, false],
  ['jpeg', 6, false],
  ['jpeg', 8, true],
  ['png', 1, false],
  ['png', 6, true],
  ['webp', 1, false],
  ['webp', 6, false],
] as const)(
  'a %s turned %i keeps its pixels and tells nothing else',
  async (format, orientation, progressive) => {
    const written = await draw(format, orientation, progressive);
    expect(written.includes('canary')).toBe(true);
    const stripped = stripMetadata(Buffer.concat([written, Buffer.from('canary behind the end')]));
    expect(stripped.includes('canary')).toBe(false);
    const read = await sharp(stripped, { failOn: 'warning' }).metadata();
    expect(read.xmp).toBeUndefined();
    expect(read.orientation ?? 1).toBe(orientation);
    expect(read.icc).toBeDefined();
    const raw = (bytes: Buffer) => sharp(bytes).autoOrient().raw().toBuffer();
    expect(await raw(stripped)).toEqual(await raw(written));
  },
);

test('comments and texts go', async () => {
  const jpeg = await draw('jpeg', 1);
  const comment = Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe, 0, 8]),
    Buffer.from('canary'),
    jpeg.subarray(2),
  ]);
  expect(stripMetadata(comment).includes('canary')).toBe(false);
  const png = await draw('png', 1);
  const text = Buffer.concat([
    png.subarray(0, 33),
    Buffer.from([0, 0, 0, 8]),
    Buffer.from('tEXta\0canary'),
    Buffer.alloc(4),
    png.subarray(33),
  ]);
  expect(stripMetadata(text).includes('canary')).toBe(false);
});

test('what is none of these, or cut off before its pixels, stays as it is', async () => {
  const jpeg = await draw('jpeg', 1);
  for (const bytes of [
    Buffer.from(''),
    Buffer.from('GIF89a'),
    Buffer.from('%PDF-1.7 canary'),
    jpeg.subarray(0, 30),
  ])
    expect(stripMetadata(bytes)).toEqual(bytes);
});

test.each(['jpeg', 'png', 'webp'] as const)(
  'a %s that is cut off in its pixels tells nothing either',
  async (format) => {
    const written = await draw(format, 1);
    // A WebP tells of itself behind its pixels.
    const cut = written.subarray(0, written.length - (format === 'webp' ? 8 : 20));
    const stripped = stripMetadata(cut);
    expect(cut.includes('canary')).toBe(true);
    expect(stripped.includes('canary')).toBe(false);
    const raw = (bytes: Buffer) => sharp(bytes, { failOn: 'none' }).raw().toBuffer();
    if (format !== 'webp') expect(await raw(stripped)).toEqual(await raw(cut));
  },
);

test('a JPEG without its last mark tells nothing, and keeps its pixels', async () => {
  const jpeg = await draw('jpeg', 6);
  const stripped = stripMetadata(jpeg.subarray(0, -2));
  expect(stripped.includes('canary')).toBe(false);
  expect((await sharp(stripped, { failOn: 'none' }).metadata()).orientation).toBe(6);
});

test('a small copy of a JPEG and what programs keep in a PNG go, the colours of four inks stay', async () => {
  const inks = await sharp(pixels, { raw: { width: 24, height: 16, channels: 3 } })
    .toColourspace('cmyk')
    .jpeg()
    .toBuffer();
  const copy = Buffer.concat([
    inks.subarray(0, 2),
    Buffer.from([0xff, 0xe0, 0, 14]),
    Buffer.from('JFXX\0\x10canary'),
    inks.subarray(2),
  ]);
  expect(stripMetadata(copy)).toEqual(inks);
  const png = await draw('png', 1);
  const layers = Buffer.concat([
    png.subarray(0, 33),
    Buffer.from([0, 0, 0, 6]),
    Buffer.from('mkBTcanary'),
    Buffer.alloc(4),
    png.subarray(33),
  ]);
  expect(stripMetadata(layers)).toEqual(stripMetadata(png));
});

test('a WebP of the simple kind, with parts that it may not have or without its last blank, tells nothing', async () => {
  const simple = await sharp(pixels, { raw: { width: 24, height: 16, channels: 3 } })
    .webp()
    .toBuffer();
  const told = Buffer.concat([
    simple,
    Buffer.from('C2PA\x06\0\0\0canary'),
    Buffer.from('EXIF\x07\0\0\0canary!'),
  ]);
  told.writeUInt32LE(told.length - 8, 4);
  expect(stripMetadata(told)).toEqual(simple);
});

test('a WebP that moves keeps its frames', async () => {
  const frames = { raw: { width: 24, height: 16, channels: 3, pageHeight: 8 } } as const;
  const moving = await sharp(pixels, frames)
    .withExif(exif)
    .webp({ loop: 2, delay: [90, 90] })
    .toBuffer();
  const stripped = stripMetadata(moving);
  expect(stripped.includes('canary')).toBe(false);
  const { pages, loop, delay } = await sharp(stripped, { animated: true }).metadata();
  expect({ pages, loop, delay }).toEqual({ pages: 2, loop: 2, delay: [90, 90] });
});

const told = '<x:xmpmeta xmlns:x="adobe:ns:meta/">canary</x:xmpmeta>';

test('a GIF keeps its frames and how often they come, and tells nothing else', async () => {
  const frames = Buffer.concat([pixels, pixels.map((value) => 255 - value)]);
  const gif = await sharp(frames, { raw: { width: 24, height: 32, channels: 3, pageHeight: 16 } })
    .gif({ loop: 3 })
    .toBuffer();
  const head = 13 + 3 * 2 ** (((gif[10] ?? 0) & 7) + 1);
  const colours = (gif[10] ?? 0) & 0x80 ? head : 13;
  // However a reader of blocks comes out of the text, this leads it to the end.
  const trailer = [1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0];
  const comment = Buffer.from([0x21, 0xfe, 6, ...Buffer.from('canary'), 0]);
  const xmp = Buffer.from([0x21, 0xff, 11, ...Buffer.from('XMP DataXMP'), ...Buffer.from(told), ...trailer]);
  const parts = [gif.subarray(0, colours), comment, xmp, gif.subarray(colours), Buffer.from('canary')];
  const stripped = stripMetadata(Buffer.concat(parts));
  expect(stripped.includes('canary')).toBe(false);
  expect(stripped).toEqual(gif);
});

test('an AVIF keeps its pixels and its size, and tells nothing else', async () => {
  const draw = sharp(pixels, { raw: { width: 24, height: 16, channels: 3 } })
    .withExif(exif)
    .withXmp(told);
  const written = await draw.avif({ lossless: true }).toBuffer();
  expect(written.includes('canary')).toBe(true);
  const stripped = stripMetadata(written);
  expect(stripped.includes('canary')).toBe(false);
  expect(stripped.length).toBe(written.length);
  const raw = (bytes: Buffer) => sharp(bytes, { failOn: 'error' }).raw().toBuffer();
  expect(await raw(stripped)).toEqual(await raw(written));
});

test('a film does not say where it was taken', () => {
  const box = (type: string, ...parts: (Buffer | string)[]) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    const head = Buffer.alloc(8, type, 'latin1');
    head.writeUInt32BE(body.length + 8);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const film = (tell: string) => {
    const told = [
      box(tell ? 'udta' : 'free', tell || Buffer.alloc(6)),
      box(tell ? 'meta' : 'free', tell || Buffer.alloc(6)),
    ];
    return Buffer.concat([
      box('ftyp', 'isomabcd'),
      box('moov', box('mvhd', 'times'), box('trak', box('tkhd', 'size'), ...told), ...told),
      box(tell ? 'uuid' : 'free', tell || Buffer.alloc(6)),
      box('mdat', 'pictures'),
    ]);
  };
  expect(stripMetadata(film('canary'))).toEqual(film(''));
});

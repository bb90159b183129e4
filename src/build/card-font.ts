import { outputsWords } from '#words';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import opentype, { type Font } from 'opentype.js';
import subsetFont from 'subset-font';
import type { Measure } from '../cards/lay-out-text.ts';
import { cacheFolder } from './build-lock.ts';

/** The two weights that cards are set in. */
const weights = { regular: 'Pretendard-Regular.otf', bold: 'Pretendard-Bold.otf' } as const;
type Weight = keyof typeof weights;

/** Typefaces for what Pretendard lacks, in this order: Chinese characters, emoji. Each comes in slices of some hundred characters. */
const fallbacks = ['noto-sans-jp', 'noto-emoji'];
/** Beside both weights of Pretendard. */
const fallbackWeight = 500;

/** The fonts of one build's cards, cut to their characters: the renderer reads them anew for every image. */
export interface CardFonts {
  files: string[];
  measure: Measure;
  hasGlyph: (character: string) => boolean;
}

/** Cuts the fonts to `characters` and those that cards add themselves, into the cache. */
export async function cutCardFonts(characters: ReadonlySet<string>): Promise<CardFonts> {
  const folder = join(cacheFolder, 'card-fonts');
  await mkdir(folder, { recursive: true });
  const write = async (name: string, font: Buffer) => {
    const file = join(folder, `${name}-${process.pid}.ttf`);
    await writeFile(file, font);
    return file;
  };
  const text = [...characters, ...`…›·<>&"'${outputsWords().cards.asOf('0123456789-')}`].sort().join('');
  const cutMain = async ([weight, name]: [string, string]) =>
    write(weight, await subsetFont(await readFile(mainFont(name)), text, { targetFormat: 'truetype' }));
  const main = {
    regular: openFont(readFileSync(mainFont(weights.regular))),
    bold: openFont(readFileSync(mainFont(weights.bold))),
  };
  const slices = await cutFallbacks([...text].filter((character) => !main.regular.has(character)));
  const faces = {
    regular: [main.regular, ...slices.map(({ face }) => face)],
    bold: [main.bold, ...slices.map(({ face }) => face)],
  };
  const find = (character: string, weight: Weight) => faces[weight].find((face) => face.has(character));
  return {
    files: await Promise.all([
      ...Object.entries(weights).map(cutMain),
      ...slices.map(({ name, font }) => write(name, font)),
    ]),
    measure: (words, weight) =>
      [...words].reduce((width, character) => width + (find(character, weight)?.advance(character) ?? 0), 0),
    hasGlyph: (character) => find(character, 'regular') !== undefined,
  };
}

interface Slice {
  name: string;
  font: Buffer;
  face: Face;
}

/** Those slices of the fallback typefaces that hold one of the characters, cut to them; a character is taken once. */
async function cutFallbacks(characters: readonly string[]): Promise<Slice[]> {
  const open = new Set(characters);
  const slices: Slice[] = [];
  for (const family of open.size ? fallbacks : []) {
    const folder = packageFolder(`@fontsource-variable/${family}`);
    const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
    for (const [key, range] of Object.entries(ranges)) {
      const isIn = readRanges(range);
      const text = [...open].filter((character) => isIn(character.codePointAt(0) ?? 0)).join('');
      if (!text) continue;
      const name = `${family}-${key.replace(/[[\]]/gu, '')}`;
      const whole = await readFile(join(folder, 'files', `${name}-wght-normal.woff2`));
      const font = await subsetFont(whole, text, {
        targetFormat: 'truetype',
        variationAxes: { wght: fallbackWeight },
      });
      const face = openFont(font);
      slices.push({ name, font, face });
      for (const character of text) if (face.has(character)) open.delete(character);
    }
  }
  return slices;
}

/** Whether a code point is in a list such as `U+4e00-4eff,U+5b57`. */
function readRanges(list: string): (point: number) => boolean {
  const ranges = list.split(',').map((range) => {
    const [from = 0, to = from] = range
      .replace('U+', '')
      .split('-')
      .map((hex) => parseInt(hex, 16));
    return { from, to };
  });
  return (point) => ranges.some(({ from, to }) => from <= point && point <= to);
}

interface Face {
  has: (character: string) => boolean;
  /** In em. */
  advance: (character: string) => number;
}

function openFont(bytes: Buffer): Face {
  const font: Font = opentype.parse(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  const known = new Map<string, number | null>();
  const find = (character: string) => {
    const found = known.get(character);
    if (found !== undefined) return found;
    const glyph = font.charToGlyph(character);
    const width = glyph.index === 0 ? null : (glyph.advanceWidth ?? 0) / font.unitsPerEm;
    known.set(character, width);
    return width;
  };
  return { has: (character) => find(character) !== null, advance: (character) => find(character) ?? 0 };
}

function mainFont(name: string): string {
  return join(packageFolder('pretendard'), 'dist/public/static', name);
}

function packageFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

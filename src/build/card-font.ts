import { outputsWords } from '#words';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import opentype, { type Font } from 'opentype.js';
import subsetFont from 'subset-font';
import type { Measure } from '../cards/lay-out-text.ts';
import { cacheFolder } from './build-lock.ts';

const source = join(
  dirname(createRequire(import.meta.url).resolve('pretendard/package.json')),
  'dist/public/static',
);

/** The two weights that cards are set in. */
const fontFiles = {
  regular: join(source, 'Pretendard-Regular.otf'),
  bold: join(source, 'Pretendard-Bold.otf'),
} as const;

/** Opens the fonts and tells the width of a text in em, and which of its characters the fonts can show. */
export function openCardFont(): { measure: Measure; keepKnown: (text: string) => string } {
  const fonts = { regular: open(fontFiles.regular), bold: open(fontFiles.bold) };
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  const advance = (character: string, weight: 'regular' | 'bold') => {
    const found = known[weight].get(character);
    if (found !== undefined) return found;
    const glyph = fonts[weight].charToGlyph(character);
    const width = glyph.index === 0 ? 0 : (glyph.advanceWidth ?? 0) / fonts[weight].unitsPerEm;
    known[weight].set(character, width);
    return width;
  };
  return {
    measure: (text, weight) => {
      let width = 0;
      for (const character of text) width += advance(character, weight);
      return width;
    },
    keepKnown: (text) =>
      [...text]
        .filter((character) => /\s/u.test(character) || advance(character, 'regular') > 0)
        .join('')
        .replace(/\s+/gu, ' ')
        .trim(),
  };
}

/** Writes both fonts with just these characters, and those that cards add themselves, into the cache; returns the files. */
export async function cutCardFonts(characters: ReadonlySet<string>): Promise<string[]> {
  const text = [...characters, ...`…›${outputsWords().cards.asOf('0123456789-')}`].sort().join('');
  const folder = join(cacheFolder, 'card-fonts');
  await mkdir(folder, { recursive: true });
  const cut = async ([weight, path]: [string, string]) => {
    const file = join(folder, `${weight}-${process.pid}.ttf`);
    await writeFile(file, await subsetFont(await readFile(path), text, { targetFormat: 'truetype' }));
    return file;
  };
  return Promise.all(Object.entries(fontFiles).map(cut));
}

function open(path: string): Font {
  const bytes = readFileSync(path);
  return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

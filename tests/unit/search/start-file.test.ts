import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { joinStart, readEnd, splitStart } from '../../../src/search/start-file.ts';
import type { Manifest } from '../../../src/search/start-file.ts';

const manifest: Manifest = {
  version: 6,
  pages: 1,
  index: { list: 'pagefind/pagefind.ko_1.pf_meta', end: '', isStemmed: false },
  catalog: 'search-data/files/catalog-1.json',
  words: 'search-data/files/words-1.txt',
  headings: 'search-data/files/headings-1.txt',
  terms: null,
};

test('what was joined is taken apart again', () => {
  const data = 'words\n\n\0\nsynonyms';
  expect(splitStart(joinStart(manifest, data))).toEqual({ manifest, data });
});

test('another file is no start', () => {
  for (const text of ['', '<!doctype html>\n<p>', 'words'])
    expect(() => splitStart(text)).toThrow(SyntaxError);
});

test('files of other contents end otherwise, however they are packed', () => {
  const end = (text: string, level: number) => readEnd(gzipSync(text, { level }));
  expect(end('one list', 9)).toBe(end('one list', 1));
  expect(end('one list', 9)).not.toBe(end('two list', 9));
  expect(readEnd(new Uint8Array())).toBe('');
});

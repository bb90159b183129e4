import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { plainSite, readPage } from './sites.ts';

/** Every file of a site as text, what is compressed unpacked. Pixels hold no text. */
function readFiles(site: string): { path: string; text: string }[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:png|woff2)$/u.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
      const content = isGzip ? gunzipSync(bytes) : file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes;
      return { path: relative(site, file), text: content.toString('utf8') };
    });
}

/** Every way in which a word may be spelled in a file. */
function spellings(word: string): string[] {
  const escaped = [...word]
    .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
  const entities = [...word].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join('');
  return [word, word.normalize('NFD'), encodeURIComponent(word), escaped, entities].map((text) =>
    text.toLowerCase(),
  );
}

function findWord(word: string): string[] {
  const wanted = spellings(word);
  const places = readFiles(plainSite).flatMap(({ path, text }) => {
    const folded = `${path}\n${text}`.toLowerCase();
    return wanted.some((spelling) => folded.includes(spelling)) ? [path.normalize('NFC')] : [];
  });
  return places.sort();
}

describe('what is kept back', () => {
  test.each(['불가사리', 'kanaria'])('is in no byte of the site: %s', (word) => {
    expect(findWord(word)).toEqual([]);
  });

  test('nor are the names of its files', () => {
    expect(findWord('held-')).toEqual([]);
  });

  test('a comment leaves the text around it', () => {
    const { document } = readPage(plainSite, '/비공개/공개/');
    expect(document.querySelector('main')?.textContent).toMatch(/보이는 글\s+사이\./u);
    const mdx = readPage(plainSite, '/비공개/공개-mdx/').document;
    expect(mdx.querySelector('[data-pagefind-body]')?.textContent).toMatch(/글\s+글\./u);
  });
});

describe('an unlisted note', () => {
  test.each(['웜뱃', 'wombat'])('has its page and nothing else: %s', (word) => {
    expect(findWord(word)).toEqual(['비공개/목록-밖/index.html']);
  });

  test('its address stands in no list, also not in that of a copy on the device', () => {
    // Its own page, and the note that links to it: page, print edition, twin, and what is made from them.
    const linking = /^(?:비공개\/(?:공개|목록-밖)|print\/)/u;
    expect(findWord('목록-밖').filter((path) => !linking.test(path))).toEqual([]);
  });

  test('asks search engines to pass it by, and is where a link leads', () => {
    const page = readPage(plainSite, '/비공개/목록-밖/').document;
    expect(page.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
    expect(page.querySelector('link[rel="alternate"][type="text/markdown"]')).toBeNull();
    expect(page.querySelector('[rel="next"], [rel="prev"]')).toBeNull();
    const link = [...readPage(plainSite, '/비공개/공개/').document.querySelectorAll('main a')].find(
      ({ textContent }) => textContent === '갈 수 있다',
    );
    expect(decodeURI(link?.getAttribute('href') ?? '')).toBe('/atlas/비공개/목록-밖/');
    expect(link?.hasAttribute('data-note')).toBe(false);
  });
});

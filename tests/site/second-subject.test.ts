/** A whole subject of another trade, in English: nothing of another language, of another subject or of a draft in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as en from '../../src/words/en.ts';
import * as ko from '../../src/words/ko.ts';
import { plainSite, readPage, readPages, secondSite } from './sites.ts';

const hangul = /[ㄱ-ㅎㅏ-ㅣ가-힣]/u;

function readTexts(site: string, names: RegExp): { path: string; text: string }[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(site, file), text: readFileSync(file, 'utf8') }));
}

/** Every text of a language, without what is filled in. */
function listWords(language: object): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(language);
  return found;
}

describe('a site in English', () => {
  test('holds no Hangul: pages, data, feeds, twins, hosts’ files', () => {
    const files = readTexts(secondSite, /\.(?:html|json|xml|txt|md|svg|webmanifest|conf)$|^_/u);
    expect(files.length).toBeGreaterThan(150);
    expect(files.filter(({ text }) => hangul.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('brings no Korean words in its scripts, only what is known of the letters', () => {
    const said = listWords(ko).filter((text) => hangul.test(text) && [...text].length > 4);
    expect(said.length).toBeGreaterThan(200);
    const found = readTexts(secondSite, /\.js$/u).flatMap(({ path, text }) =>
      said.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`),
    );
    expect(found).toEqual([]);
  });

  test('says on every page which language it speaks, and indexes in it', () => {
    for (const { document, path } of readPages(secondSite))
      expect(document.documentElement.getAttribute('lang'), path).toBe('en');
    const entry = JSON.parse(readFileSync(join(secondSite, 'pagefind/pagefind-entry.json'), 'utf8')) as {
      languages: object;
    };
    expect(Object.keys(entry.languages)).toEqual(['en']);
    // Others can ask the index with Pagefind's own program, which no page loads.
    expect(existsSync(join(secondSite, 'pagefind/pagefind.js'))).toBe(true);
  });
});

test('a site in Korean says nothing in English that has a Korean word', () => {
  const korean = new Set(listWords(ko));
  const said = listWords(en).filter((text) => / [a-z]/u.test(text) && !korean.has(text));
  expect(said.length).toBeGreaterThan(200);
  const found = readPages(plainSite).flatMap(({ document, path }) => {
    const page = document.body.cloneNode(true) as HTMLElement;
    for (const part of page.querySelectorAll('[data-pagefind-body], script, svg')) part.remove();
    const labels = [...page.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    const text = [page.textContent, ...labels].join('\n');
    return said.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`);
  });
  expect([...new Set(found)]).toEqual([]);
});

describe('a second subject', () => {
  test('keeps its draft to itself', () => {
    const found = readTexts(secondSite, /\.(?:html|json|xml|txt|md|js|css)$|^_/u).filter(({ path, text }) =>
      /zymurgist|secret-blend|half-written|blending/iu.test(`${path} ${text}`),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  test('has all that it declares', () => {
    const rows = (path: string) =>
      readPage(secondSite, path).document.querySelectorAll('main tbody tr').length;
    expect(rows('/defects/')).toBe(14);
    expect(rows('/coffees/')).toBe(9);
    const story = readPage(secondSite, '/roasting/').document.querySelector('main .prose > p');
    expect(story?.textContent.trim()).toMatch(
      /^A roast is one curve\. Loading breaks it, First crack turns it,/u,
    );
    expect([...(story?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
      '/roasting/charge/',
      '/roasting/first-crack/',
    ]);
    const home = readPage(secondSite, '/').document;
    expect(home.querySelector('h1')?.textContent).toMatch(/Green in,\s*brown out/u);
    const glossary = readPage(secondSite, '/glossary/').document.querySelector('main')?.textContent ?? '';
    for (const term of ['Rate of rise', 'chaff', 'green coffee']) expect(glossary).toContain(term);
    const sources = readPage(secondSite, '/sources/').document.querySelector('main')?.textContent ?? '';
    expect(sources).toContain('Commission Regulation (EU) 2017/2158');
    const note = readPage(secondSite, '/roasting/first-crack/').document;
    expect(note.querySelectorAll('figure.diagram svg').length).toBeGreaterThanOrEqual(2);
    expect(note.querySelectorAll('[data-relations] a').length).toBeGreaterThanOrEqual(5);
    expect(note.querySelector('a.term')?.textContent).toBe('bean probe');
    expect(readPage(secondSite, '/guides/cupping/').html).toContain('"HowTo"');
  });
});

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linkedSite, readPages } from './sites.ts';

const page = readPages(linkedSite).find(({ path }) => decodeURI(path) === '/그림들/');
const text = page?.document.querySelector('[data-pagefind-body]');
const images = [...(text?.querySelectorAll('img') ?? [])];
const onDisk = (address: string) => join(linkedSite, decodeURI(address).replace(/^\/docs\//u, ''));

test('every picture has its size before it is there, and waits until it is near', () => {
  expect(images.length).toBe(4);
  for (const [index, image] of images.entries()) {
    expect(Number(image.getAttribute('width'))).toBeGreaterThan(0);
    expect(Number(image.getAttribute('height'))).toBeGreaterThan(0);
    expect(image.getAttribute('loading')).toBe(index ? 'lazy' : 'eager');
    expect(statSync(onDisk(image.getAttribute('src') ?? '')).size).toBeGreaterThan(0);
  }
});

test('a photograph comes in the size of the screen, and the original is one step away', () => {
  const [photo] = images;
  const sources = [...(photo?.closest('picture')?.querySelectorAll('source') ?? [])];
  expect(sources.map((source) => source.getAttribute('type'))).toEqual(['image/avif', 'image/webp']);
  const original = statSync(onDisk(photo?.getAttribute('src') ?? '')).size;
  for (const source of sources) {
    for (const part of source.getAttribute('srcset')?.split(', ') ?? []) {
      expect(statSync(onDisk(part.split(' ')[0] ?? '')).size).toBeLessThan(original * 0.9);
    }
  }
  expect(photo?.closest('a')?.getAttribute('href')).toBe('/docs/files/img/%EC%82%AC%EC%A7%84.jpg');
});

test('what a phone could not open is linked, and what is no picture is named', () => {
  expect(text?.textContent).toContain('그림 없음: 빈');
  expect(text?.textContent).toContain('그림 없음: 깨진');
  const link = [...(text?.querySelectorAll('a') ?? [])].find(({ textContent }) => textContent === '거대');
  expect(link?.hasAttribute('download')).toBe(true);
  expect(existsSync(onDisk(link?.getAttribute('href') ?? ''))).toBe(true);
});

test('a drawing of an author is harmless', () => {
  const svg = readFileSync(join(linkedSite, 'files/img/스크립트.svg'), 'utf8');
  expect(svg).toContain('글');
  expect(svg).not.toMatch(/script|onload|https:\/\/evil/u);
});

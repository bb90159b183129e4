import { describe, expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import {
  pagePath,
  siteFiles,
  siteFolders,
  sitePages,
  tagAddress,
  toSegment,
} from '../../../src/knowledge/address.ts';
import { listFile, workerFile } from '../../../src/knowledge/offline-copy.ts';
import { appleIcon } from '../../../src/outputs/write-app-manifest.ts';

describe('a step of an address', () => {
  test.each(['법', 'C', 'C++', 'C#', '100% #1 C?', 'node.js', '.NET', 'a&b', 'v1.2', 'a b'])(
    '%s stays',
    (name) => expect(toSegment(name)).toBe(name),
  );

  test.each([
    '.',
    '..',
    '...',
    'index.html',
    'INDEX.HTM',
    'a.html',
    '\ud800',
    'a\u0000b',
    'a\\b',
    ' ',
    '긴'.repeat(100),
  ])('%j becomes one that any disk can hold', (name) => {
    const step = toSegment(name);
    expect(Buffer.byteLength(step)).toBeLessThan(240);
    expect(step).not.toMatch(/^\.*$|[\\/\u0000-\u001f\ufffd]$|\.html?$/iu);
    expect(() => pagePath('/', step)).not.toThrow();
    expect(toSegment(step)).toBe(step);
  });

  test('two names never become one', () => {
    const names = ['.', '..', 'a\\b', 'a\u0001b', '긴'.repeat(100), '긴'.repeat(101)];
    expect(new Set(names.map(toSegment)).size).toBe(names.length);
  });
});

test('a tag cannot leave the folder of tags', () => {
  expect(tagAddress('법/한국')).toBe('tags/법/한국');
  expect(tagAddress('a/../../b')).toMatch(/^tags\/a\/[^./][^/]*\/[^./][^/]*\/b$/u);
});

test('no note takes the address of what the site makes itself', () => {
  const made = [...readdirSync('src/pages'), ...readdirSync('public')].filter(
    (name) => !/^index|^\[/u.test(name),
  );
  const free = made.filter((name) =>
    name.endsWith('.ts')
      ? !siteFiles.has(name.slice(0, -'.ts'.length))
      : !sitePages.has(name.replace(/\.astro$/u, '')) && !siteFiles.has(name),
  );
  expect(free).toEqual([]);
  expect(siteFiles).toContain(workerFile);
  for (const file of [listFile, appleIcon]) expect(siteFolders).toContain(file.split('/')[0]);
});

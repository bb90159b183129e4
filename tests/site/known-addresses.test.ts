import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownSite, readPages } from './sites.ts';

/** Every address that readers have known, with the anchors on its page, and the ids of shared places. */
const lines = readFileSync('tests/fixtures/known-addresses.txt', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('/'))
  .map((line) => line.split('\t'));
const known = lines.filter(([address]) => address !== '/s/');
const shared = lines.find(([address]) => address === '/s/')?.slice(1) ?? [];

const pages = new Map(readPages(ownSite).map((page) => [page.path, page]));

test('every address still lands, and so does every anchor on its page', () => {
  expect(known.length).toBeGreaterThan(200);
  const lost: string[] = [];
  for (const [address = '', ...anchors] of known) {
    const page = pages.get(address);
    if (!page) {
      lost.push(address);
      continue;
    }
    const moved = page.document.querySelector('moved-anchors')?.getAttribute('data-targets') ?? '';
    for (const anchor of anchors) {
      const isThere = page.document.getElementById(anchor) ?? moved.includes(JSON.stringify(anchor));
      if (!isThere) lost.push(`${address}#${anchor}`);
    }
  }
  expect(lost).toEqual([]);
});

test('every shared link still leads to its place', () => {
  expect(shared.length).toBeGreaterThan(600);
  const lost = shared.filter((id) => {
    const target = pages.get(`/s/${id}/`)?.document.querySelector('main a[href]')?.getAttribute('href') ?? '';
    const [path = '', anchor = ''] = decodeURI(target).split('#');
    return !pages.get(path)?.document.getElementById(decodeURIComponent(anchor) || 'main');
  });
  expect(lost).toEqual([]);
});

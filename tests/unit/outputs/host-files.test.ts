import { expect, test } from 'vitest';
import { checkNginx } from '../../../bench/nginx.ts';
import { listPlainRedirects } from '../../../src/knowledge/moved.ts';
import {
  hashedFolders,
  writeHeaders,
  writeNginx,
  writeRedirects,
} from '../../../src/outputs/write-host-files.ts';

test('no header has two values, which hosts would join', () => {
  const blocks = writeHeaders('/atlas/').trim().split('\n\n');
  const read = (block: string) => Array.from(block.matchAll(/^ {2}([\w-]+):/gmu), ([, name]) => name);
  const [everywhere, ...places] = blocks.map(read);
  for (const names of places) expect(names.filter((name) => everywhere?.includes(name))).toEqual([]);
  // No place lies in another.
  for (const one of hashedFolders)
    expect(hashedFolders.filter((other) => other !== one && other.startsWith(one))).toEqual([]);
});

test('what has its contents in its name is kept for a year, by every host alike; all else is asked for again', () => {
  const year = 'public, max-age=31536000, immutable';
  const blocks = writeHeaders('/atlas/').trim().split('\n\n');
  const kept = blocks.filter((block) => block.includes(`Cache-Control: ${year}`));
  expect(kept.map((block) => block.split('\n')[0])).toEqual(
    hashedFolders.map((folder) => `/atlas/${folder}*`),
  );
  // Netlify knows a star only as a whole name of a path.
  for (const block of blocks) expect(block).toMatch(/^\/atlas\/(?:[\w-]+\/)*(?:\*|[\w-]+\.\w+)\n/u);
  expect(blocks).toContain('/atlas/sw.js\n  Cache-Control: no-cache');
  const places = writeNginx('/atlas/', []).split('\nlocation ').slice(1);
  expect(places.filter((place) => place.includes(year)).map((place) => place.split(' {')[0])).toEqual(
    hashedFolders.map((folder) => `^~ /atlas/${folder}`),
  );
});

test('a former address leads on only where every anchor keeps its name', () => {
  const former = (address: string, targets: Record<string, string>) => ({
    address,
    title: '',
    href: '/새/',
    targets,
  });
  const redirects = listPlainRedirects(
    [
      former('옛 글', { a1: '/새/#a1', '절 제목': `/새/#${encodeURIComponent('절 제목')}` }),
      former('old', { a1: '/새/#b2' }),
      former('cut', { a1: '/딴/#a1' }),
    ],
    '/',
  );
  expect(redirects).toEqual([{ from: encodeURI('/옛 글/'), to: '/새/' }]);
  expect(writeRedirects(redirects)).toBe('/%EC%98%9B%20%EA%B8%80/ /새/ 301\n');
});

test('no former address stands for others', () => {
  const from = ['/*/', '/a/*', '/:name/', '/a:b/', '/a/'].map((path) => ({ from: path, to: '/b/' }));
  expect(writeRedirects([...from, { from: '/c/', to: '/:splat/' }])).toBe('/a/ /b/ 301\n');
  expect(writeNginx('/', from)).toContain('location = "/*/" { return 301 "/b/"; }');
});

test('addresses with signs of its own do not leave their place in the configuration of nginx', () => {
  const text = writeNginx('/', [{ from: '/a%22%3B%20%7D/', to: '/b/' }]);
  expect(text).toContain('location = "/a\\"; }/" { return 301 "/b/"; }');
});

test('nginx answers as it is told, where there is one', async ({ skip }) => {
  const rows = await checkNginx();
  if (!rows) skip();
  expect(rows?.length).toBe(12);
});

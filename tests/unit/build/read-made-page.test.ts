import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { putPage, readMadePage, readPrinted } from '../../../src/build/read-made-page.ts';
import { openSiteFiles } from '../../../src/build/output/site-files.ts';
import { closeStore, openStore } from '../../../src/store/recall.ts';

const root = mkdtempSync(join(tmpdir(), 'atlas-made-page-'));
afterAll(() => {
  closeStore();
  rmSync(root, { recursive: true, force: true });
});

const write = (text: string) =>
  `<html><body><main id="main"><article data-pagefind-body><h1>T</h1><div class="prose"><p>${text}</p></div></article></main></body></html>`;

test('a page that may come out otherwise is known by what came out, and nothing made of it is kept for later', async () => {
  const make = async (text: string, isFinal: boolean) => {
    openStore(join(root, 'store.sqlite'), 'code');
    const site = openSiteFiles(join(root, text));
    const page = { path: 'a/index.html', key: 'k', render: () => Promise.resolve(write(text)) };
    const made = await putPage(site, { ...page, isFinal: () => isFinal });
    const printed = await readPrinted(made);
    closeStore();
    return { key: made.key, printed: printed.html, html: site.read('a/index.html') };
  };
  const failed = await make('as written', false);
  const mended = await make('rendered', true);
  expect(mended.html).toContain('rendered');
  // A page or print edition that is remembered under its key would be the failed one.
  expect(mended.key).not.toBe(failed.key);
  expect(mended.printed).toContain('rendered');
  expect((await make('never asked', true)).html).toContain('rendered');
});

test.each([
  '<p>before</p><svg class="a"><text>inside</text><svg><text>inside</text></svg><text>inside</text></svg><p>after</p>',
  '<p>before</p><svg viewBox="0 0 1 1" /><p>after</p>',
  '<p>before</p><svg></svg><p>after</p><svg><text>inside</text></svg>',
  '<p><img alt="how <svg width=1"> before "it" after</p>',
  '<p>before</p><svg aria-label="a </svg> b"><text>inside</text></svg><p title="</svg>">after</p>',
  '<p>before</p><!-- <svg --><p>after</p><!-- </svg> -->',
])('search knows what stands around drawings, and nothing of what is in them: %s', (prose) => {
  const html = `<html><body><main id="main"><article data-pagefind-body><h1>T</h1>${prose}</article></main></body></html>`;
  const text = readMadePage('a/index.html', html)
    .search?.parts.map((part) => part.text)
    .join('');
  expect(text).toContain('before');
  expect(text).toContain('after');
  expect(text).not.toContain('inside');
});

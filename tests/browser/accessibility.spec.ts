import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { collection, findOwnPages, note, plain } from './sites.ts';

/** One page of every kind. */
const kinds = {
  home: '/',
  note,
  'overview note': '/roasting/roasting-in-short/',
  collection,
  'map and table': '/roasting/',
  'grouped table': '/coffees/',
  guides: '/guides/',
  map: '/map/',
  compare: '/compare/?a=scorching&b=tipping',
  review: '/review/',
  paths: '/paths/',
  changes: '/changes/',
  'nested tags': '/tags/origin/',
  glossary: '/glossary/',
  sources: '/sources/',
  tags: '/tags/',
  tag: '/tags/phases/',
  search: '/search/?q=crack',
  about: '/about/',
  missing: '/no-such-note/',
  'print edition': '/print/roasting/',
  'plain home': plain,
  'plain folder': `${plain}알고리즘/정렬/`,
  'plain note': `${plain}알고리즘/정렬/퀵 정렬/`,
  'many headings': `${plain}many-headings/`,
  'wide table': `${plain}wide-table/`,
  'long title': `${plain}long-title/`,
  ...findOwnPages(),
};

for (const scheme of ['light', 'dark'] as const) {
  for (const [kind, path] of Object.entries(kinds)) {
    test(`axe finds nothing: ${kind}, ${scheme}`, async ({ page, isMobile }) => {
      // It weighs every element of lists with hundreds of entries, on whatever machine this is.
      test.slow();
      test.skip(kind === 'print edition' && scheme === 'dark', 'as long as a book: once is enough');
      test.skip(
        isMobile && scheme === 'dark' && !['home', 'note', 'search'].includes(kind),
        'colours are those of the desktop, structure is that of the light scheme',
      );
      await page.emulateMedia({ colorScheme: scheme });
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(path);
      if (kind === 'search') await page.locator('[data-search-result]').first().waitFor();
      const { violations } = await new AxeBuilder({ page })
        .options({ rules: { 'target-size': { enabled: true } } })
        .analyze();
      expect(
        violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
        ),
      ).toEqual([]);
      expect(errors).toEqual([]);
      const overflows = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(overflows, 'the page scrolls sideways').toBe(false);
    });
  }
}

test('axe finds nothing: a share page as it is without scripts', async ({ page, request }) => {
  await page.goto(note);
  const id = (await page.locator('[data-pagefind-body] h2').first().getAttribute('id')) ?? '';
  const html = await (await request.get(`/s/${id}/`)).text();
  await page.route('**/plain-share/', (route) =>
    route.fulfill({ contentType: 'text/html', body: html.replace(/<script>[^]*?<\/script>/gu, '') }),
  );
  await page.goto('/plain-share/');
  await expect(page.getByRole('link', { name: 'Go to this section' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

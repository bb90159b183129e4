import { expect, test, type Page } from 'playwright/test';
import { collection, findOwnCollections, findOwnPages, note } from './sites.ts';

/** One page of every kind, and what was written to break pages. */
const pages = [
  '/',
  note,
  collection,
  '/search/',
  '/glossary/',
  '/sources/',
  '/tags/',
  '/changes/',
  '/about/',
  '/404.html',
];

/** WCAG 2.2, 1.4.12: what a reader may set without losing anything. */
const spacing =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}' +
  'p{margin-block-end:2em!important}';

/** The page must not scroll sideways, and no text may be cut off where nothing can scroll to it. */
async function findLosses(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const losses: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) {
      losses.push(`the page is ${root.scrollWidth} px wide in ${root.clientWidth}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('svg, dialog')) continue;
      const style = getComputedStyle(element);
      if (!/hidden|clip/u.test(style.overflow) || style.clipPath !== 'none') continue;
      if (style.textOverflow === 'ellipsis' || !element.textContent?.trim()) continue;
      const isCut =
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (isCut && element.clientWidth > 1)
        losses.push(`${element.tagName}.${element.className} cuts its text`);
    }
    return losses;
  });
}

/** ISO dates whose letters stand on more than one line, each with what is around it. */
async function findBrokenDates(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!text.parentElement?.checkVisibility() || text.parentElement.closest('svg, code, pre')) continue;
      for (const { 0: date, index } of (text.nodeValue ?? '').matchAll(/\d{4}-\d\d(?:-\d\d)?/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + date.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(`${location.pathname} ${text.nodeValue ?? ''}`);
      }
    }
    return broken;
  });
}

test('a date stands on one line, in prose, tables and lists, of every kind of page', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 340, height: 800 });
  await page.goto('/about/');
  await page.evaluate(() => {
    const narrow = document.createElement('p');
    narrow.style.inlineSize = '4em';
    narrow.textContent = '2026-08-02';
    document.querySelector('main')?.append(narrow);
  });
  expect(await findBrokenDates(page)).toHaveLength(1);
  const broken: string[] = [];
  for (const address of [...pages, ...findOwnCollections(), ...Object.values(findOwnPages())]) {
    await page.goto(address);
    broken.push(...(await findBrokenDates(page)));
  }
  expect(broken).toEqual([]);
});

test.describe('nothing is lost', () => {
  test.skip(({ isMobile }) => isMobile, 'widths are set here');

  test('the look for losses sees what is cut and what is too wide', async ({ page }) => {
    await page.goto('/about/');
    await page.evaluate(() => {
      const cut = document.createElement('p');
      cut.style.cssText = 'overflow:hidden;white-space:nowrap;inline-size:40px';
      cut.textContent = '여기서 잘리는 글';
      const wide = document.createElement('p');
      wide.style.minInlineSize = '3000px';
      wide.textContent = '넓은 글';
      document.querySelector('main')?.append(cut, wide);
    });
    expect(await findLosses(page)).toHaveLength(2);
  });

  for (const path of pages) {
    test(`at 320 px, at 200 % zoom and with wide spacing: ${path}`, async ({ page }) => {
      // 1280 px at 200 % are 640 px; at 400 % they are 320 px.
      await page.setViewportSize({ width: 640, height: 450 });
      await page.goto(path, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      expect(await findLosses(page), '200 %').toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await findLosses(page), '320 px').toEqual([]);
      await page.evaluate(async (rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets.push(sheet);
        // Frames of tables learn in the next frame that their table has become too wide for them.
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      }, spacing);
      expect(await findLosses(page), '320 px, wide spacing').toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(await findLosses(page), '1280 px, wide spacing').toEqual([]);
    });
  }
});

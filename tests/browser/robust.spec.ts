import { expect, type Page, test } from 'playwright/test';
import { collection, note, plain } from './sites.ts';

const pages = {
  'no headings': `${plain}sec/owasp-2021/`,
  'one word': `${plain}sec/one-word/`,
  'many headings': `${plain}many-headings/`,
  'forty columns': `${plain}wide-table/`,
  'long code line': `${plain}long-code/`,
  'long title': `${plain}long-title/`,
  note,
  collection,
  home: '/',
  glossary: '/glossary/',
  sources: '/sources/',
  missing: '/no-such-note/',
};

/** Text that is cut off or stands outside the window, other than inside a frame that scrolls. */
async function findLost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = [];
    const scrolls = (element: Element) =>
      element.closest(
        '.table-frame, .diagram-frame, .diagram-narrow, pre, .math[tabindex], svg, .visually-hidden, [popover], dialog, .skip-link, math',
      );
    if (document.documentElement.scrollWidth > window.innerWidth + 1)
      lost.push(`page is ${document.documentElement.scrollWidth} wide`);
    for (const element of document.querySelectorAll<HTMLElement>('main *, header *, footer *')) {
      if (!element.checkVisibility() || scrolls(element) || !element.textContent?.trim()) continue;
      const box = element.getBoundingClientRect();
      const name = `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`;
      if (box.right > window.innerWidth + 1 || box.left < -1) lost.push(`outside: ${name}`);
      const { overflowX, overflowY } = getComputedStyle(element);
      // A glimpse hints at what the fold below it holds whole.
      if (element.closest('.brand, .glimpse, .toc-now, .study-question')) continue;
      if (/hidden|clip/u.test(overflowX) && element.scrollWidth > element.clientWidth + 1)
        lost.push(`cut: ${name}`);
      if (/hidden|clip/u.test(overflowY) && element.scrollHeight > element.clientHeight + 1)
        lost.push(`cut: ${name}`);
    }
    return [...new Set(lost)].slice(0, 8);
  });
}

for (const [name, path] of Object.entries(pages)) {
  test(`${name}: nothing is lost at 320 px, at 200 % zoom, with text spacing, with large text`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    expect(await findLost(page), '320 px').toEqual([]);
    // 200 % zoom of a 1280 × 900 window.
    await page.setViewportSize({ width: 640, height: 450 });
    expect(await findLost(page), '200 %').toEqual([]);
    for (const width of [360, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await findLost(page), `${width} px`).toEqual([]);
    }
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
      );
      document.adoptedStyleSheets.push(sheet);
      document.documentElement.dataset['text'] = 'large';
    });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      expect(await findLost(page), `text spacing at ${width} px`).toEqual([]);
    }
  });
}

for (const [name, path] of Object.entries(pages)) {
  test(`${name}: prints whole`, async ({ page }) => {
    test.skip((page.viewportSize()?.width ?? 0) < 700, 'paper is the same everywhere');
    // The inside of an A4 sheet at 96 dpi.
    await page.setViewportSize({ width: 672, height: 990 });
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    const wrong = await page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      return [
        ...document.querySelectorAll<HTMLElement>('main figure, main svg, main table, main pre, main img'),
      ]
        .filter((element) => element.checkVisibility())
        .flatMap((element) => {
          const box = element.getBoundingClientRect();
          const isDrawing = element instanceof SVGElement || element.querySelector('svg.drawing') !== null;
          const clips =
            element instanceof HTMLElement &&
            element.scrollWidth > element.clientWidth + 2 &&
            getComputedStyle(element).overflowX !== 'visible';
          const isTall = isDrawing && box.height > 1000;
          return box.right > width + 2 || box.left < -2 || clips || isTall
            ? [
                `${element.tagName}.${element.getAttribute('class') ?? ''} ${Math.round(box.left)}–${Math.round(box.right)} × ${Math.round(box.height)} of ${width}`,
              ]
            : [];
        });
    });
    expect(wrong).toEqual([]);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0).toBeGreaterThan(0);
    await expect(page.locator('.site-header')).toBeHidden();
    if (name === 'note') await expect(page.locator('[data-sources]')).toBeVisible();
  });
}

test('200 headings: the table of contents and keys still work', async ({ page }) => {
  await page.goto(`${plain}many-headings/`);
  await page.keyboard.press('j');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toMatch(/H[1-4]/u);
});

test('a closed disclosure opens for the section inside it', async ({ page }) => {
  await page.goto(`${plain}long-code/`);
  const id = await page.locator('details:not(.nav-fold) h3').getAttribute('id');
  await page.goto(`${plain}long-code/#${id ?? ''}`);
  await expect(page.getByText('접힌 글입니다.')).toBeVisible();
});

test('forced colours and high contrast lose no control', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', contrast: 'more' });
  await page.goto(note);
  await expect(page.locator('[data-theme-switch]')).toBeVisible();
  expect(
    await page
      .locator('.copy-section')
      .first()
      .evaluate((element) => getComputedStyle(element).opacity),
  ).toBe('1');
  expect(await findLost(page)).toEqual([]);
});

test('what is pressed with a finger is 44 px high, apart from links inside a sentence', async ({ page }) => {
  test.skip((page.viewportSize()?.width ?? 0) > 700, 'touch only');
  for (const path of ['/', note, collection, '/glossary/', '/sources/', '/tags/', '/changes/', '/x/']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const small = await page.evaluate(() => {
      const found: string[] = [];
      for (const fold of document.querySelectorAll('details')) fold.open = true;
      for (const element of document.querySelectorAll<HTMLElement>('a[href], button, input, summary')) {
        // The facts of a note run in, too; their links are boxes for Firefox's sake, and higher than those of sentences.
        const isInSentence =
          element.closest('.facts') ||
          (getComputedStyle(element).display === 'inline' &&
            element.closest(
              'p, dd, td, th, .cite, .prose li, .note-list, .source-list, .relation-list, .backlink-list',
            ));
        // A column head is pressed as a whole; a box by its words.
        if (
          !element.checkVisibility() ||
          isInSentence ||
          element.closest('svg, .sort, label, .section-mentions')
        )
          continue;
        const { height } = element.getBoundingClientRect();
        if (height > 1 && height < 43) found.push(`${Math.round(height)} ${element.outerHTML.slice(0, 100)}`);
      }
      return found.slice(0, 5);
    });
    expect(small, path).toEqual([]);
  }
});

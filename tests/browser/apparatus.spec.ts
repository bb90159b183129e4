import { expect, test } from 'playwright/test';
import { findNotes } from './find-note.ts';

test('who mentions a section is a count beside its heading, opened on wish, also without scripts', async ({
  page,
  request,
  browser,
}) => {
  const [address = ''] = await findNotes(request, /<details class="section-mentions"/u);
  test.skip(!address, 'no note of this site links to a section of another');
  await page.goto(address);
  const mentions = page.locator('details.section-mentions').first();
  const count = mentions.locator('summary');
  const link = mentions.getByRole('link').first();
  await expect(link).toBeHidden();
  const [heading, chip] = await Promise.all([
    mentions.locator('xpath=preceding-sibling::*[1]').boundingBox(),
    count.boundingBox(),
  ]);
  expect(chip?.height).toBeGreaterThanOrEqual(24);
  expect(chip?.width).toBeGreaterThanOrEqual(24);
  // In the line of the heading, not under it.
  expect(chip?.y).toBeLessThan((heading?.y ?? 0) + (heading?.height ?? 0));
  await count.focus();
  await page.keyboard.press('Enter');
  await expect(link).toBeVisible();
  expect((await count.boundingBox())?.x).toBeCloseTo(chip?.x ?? 0, 0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await link.click();
  await expect(page).not.toHaveURL(new RegExp(address, 'u'));
  await page.goBack();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('details.section-mentions').first()).toBeHidden();

  const plainPage = await browser.newPage({ javaScriptEnabled: false });
  await plainPage.goto(new URL(address, page.url()).href);
  await plainPage.locator('details.section-mentions summary').first().click();
  await expect(plainPage.locator('details.section-mentions a').first()).toBeVisible();
  await plainPage.close();
});

test('every source leads back to the sections that cite it', async ({ page, request }) => {
  const [address = ''] = await findNotes(request, /class="source-places"/u);
  test.skip(!address, 'no note of this site cites a source');
  await page.goto(address);
  const places = page.locator('.source-places a');
  const hrefs = await places.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs.length).toBeGreaterThan(0);
  for (const href of hrefs) {
    const number = /^#cite-(\d+)-/u.exec(href)?.[1] ?? '';
    await expect(page.locator(`${href}[data-cite]`)).toHaveText(number);
  }
  await page.locator('[data-sources] > summary').click();
  await places.last().click();
  await expect(page.locator(hrefs.at(-1) ?? '')).toBeInViewport();
});

test('what changed since a note was read last is marked where nothing moves, and can be forgotten', async ({
  page,
  request,
}) => {
  const [address = ''] = await findNotes(
    request,
    /<dd data-changed[^]*class="section-heading[^>]*data-changed=/u,
  );
  test.skip(!address, 'the days of these notes are not known');
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as { shift?: number }).shift =
          ((window as { shift?: number }).shift ?? 0) + (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // The first time there is nothing to compare with.
  await page.goto(address);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('atlas:visits'))).toContain(address);
  await expect(page.locator('.is-since')).toHaveCount(0);
  // As if it had been read before its last change, weeks ago.
  await page.evaluate((path) => {
    const visits = { last: null, now: '2020-02-02', notes: [[path, '2020-02-02', '2020-01-01']] };
    localStorage.setItem('atlas:visits', JSON.stringify(visits));
  }, address);
  await page.goto(address, { waitUntil: 'networkidle' });
  await expect(page.locator('.section-heading.is-since').first()).toBeVisible();
  await expect(page.locator('.facts a.is-since')).toHaveAttribute('title', /2020-02-02/u);
  expect(await page.evaluate(() => (window as { shift?: number }).shift ?? 0)).toBeLessThan(0.005);
  // The same day counts as the same visit.
  await page.reload();
  await expect(page.locator('.section-heading.is-since').first()).toBeVisible();

  await page.goto('/changes/', { waitUntil: 'networkidle' });
  const line = page.locator('[data-since-visit]');
  await expect(line).toContainText('2020-02-02');
  await expect(page.locator('.change-day li.is-since').first()).toBeVisible();
  expect(await page.evaluate(() => (window as { shift?: number }).shift ?? 0)).toBeLessThan(0.005);
  await line.getByRole('button').click();
  await expect(page.locator('.is-since')).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem('atlas:visits'))).toBeNull();
});

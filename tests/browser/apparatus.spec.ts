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

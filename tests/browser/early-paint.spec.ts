import { expect, test } from 'playwright/test';
import type { Page } from 'playwright/test';
import { note } from './sites.ts';

/** Whether the page was ever painted before it was laid out whole. */
const wasEarly = (page: Page) => page.evaluate(() => (window as unknown as { early: boolean }).early);

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const state = window as unknown as { early: boolean };
    state.early = false;
    new MutationObserver(() => (state.early ||= 'early' in document.documentElement.dataset)).observe(
      document,
      { attributes: true, subtree: true },
    );
  });
});

/** Programs that drive a browser get a page laid out whole at once, so that a test must pass for a person. */
const passForPerson = (page: Page) =>
  page.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { value: false }));

test('a page is laid out whole soon after it is painted', async ({ page }) => {
  await passForPerson(page);
  const height = () => document.querySelector('.prose')?.getBoundingClientRect().height ?? 0;
  await page.goto(`${note}#main`);
  const whole = await page.evaluate(height);
  await page.goto('about:blank');
  await page.goto(note);
  await expect(page.locator('html')).not.toHaveAttribute('data-early');
  expect(await wasEarly(page)).toBe(true);
  expect(await page.evaluate(height)).toBeCloseTo(whole, 0);
  expect(await page.locator('.prose > *').count()).toBeGreaterThan(10);
  await expect(page.locator('.prose > [style*="content-visibility"], .prose > [style=""]')).toHaveCount(0);
});

test('who comes for a place in a page gets it laid out at once', async ({ page }) => {
  await passForPerson(page);
  for (const end of ['#main', '?mark=crack']) {
    await page.goto(note + end);
    expect(await wasEarly(page), end).toBe(false);
  }
  await page.goto(note);
  await page.reload();
  expect(await wasEarly(page)).toBe(false);
});

test('a page is laid out whole at once for programs and behind other tabs', async ({ page }) => {
  await page.goto(note);
  expect(await wasEarly(page)).toBe(false);
  await passForPerson(page);
  await page.addInitScript(() => Object.defineProperty(document, 'hidden', { value: true }));
  await page.goto('about:blank');
  await page.goto(note);
  expect(await wasEarly(page)).toBe(false);
});

import { expect, test } from 'playwright/test';
import { note } from './sites.ts';

/** Two ways in which a browser keeps nothing. */
const stores = {
  blocked: () => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  },
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  },
};

for (const [name, block] of Object.entries(stores)) {
  test(`with storage ${name} every page works, self-test tests, and nothing fails in silence`, async ({
    page,
  }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.addInitScript(block);
    for (const path of [
      '/',
      '/changes/',
      '/map/',
      '/paths/',
      '/search/?q=crack',
      '/compare/',
      '/review/',
      note,
    ]) {
      await page.goto(path);
      await expect(page.locator('main h1, main [data-search-result]').first()).toBeVisible();
    }
    await page.locator('[data-self-test]').click();
    await expect(page.locator('.study-bar')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.locator('.study-answer.is-shown').first()).toBeVisible();
    await page.keyboard.press('2');
    // Who rates answers is told that the ratings do not last.
    await expect(page.locator('.toast, .study-bar [role="status"]').first()).not.toBeEmpty();
    await page.keyboard.press('Escape');
    await page.goto('/review/');
    await expect(page.locator('study-review')).not.toBeEmpty();
    expect(faults).toEqual([]);
  });
}

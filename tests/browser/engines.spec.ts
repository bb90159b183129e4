import { existsSync } from 'node:fs';
import { expect, firefox, test, webkit } from 'playwright/test';
import { findNotes } from './find-note.ts';

/** Engines that `npx playwright install firefox webkit` brings; where one is not installed its run is skipped. */
for (const engine of [firefox, webkit]) {
  test(`a note is read, searched and tested in ${engine.name()}`, async ({ baseURL, request, isMobile }) => {
    test.skip(isMobile, 'once for each engine');
    test.skip(!existsSync(engine.executablePath()), `${engine.name()} is not installed`);
    const browser = await engine.launch();
    try {
      const page = await browser.newPage({ baseURL: baseURL ?? '' });
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(message.text());
      });
      const [address = '/'] = await findNotes(request, /<mermaid-diagram[^]*data-self-test/u);
      await page.goto(address, { waitUntil: 'networkidle' });
      await expect(page.locator('mermaid-diagram svg').first()).toBeVisible();
      await page.locator('[data-self-test]').click();
      await expect(page.locator('.study-bar')).toBeVisible();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.locator('dialog[open] input[type="search"]').fill('a');
      await expect(page.locator('dialog[open] [data-search-result]').first()).toBeVisible();
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}

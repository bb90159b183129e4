import { expect, test } from 'playwright/test';
import { type EnginePage, engines } from './engine-page.ts';
import { hostile, listHostilePages, note } from './sites.ts';

/** Polls an expression of the page until it holds. */
const until = (page: EnginePage, expression: string) =>
  expect.poll(() => page.run(`return Boolean(${expression})`), { timeout: 15_000 }).toBe(true);

/** Keeps, from here on, what the page reports as wrong. */
const watchFaults = `
  const faults = (window.faults = []);
  addEventListener('error', ({ message }) => faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => faults.push(violatedDirective + ' ' + blockedURI));`;

for (const { name, missing, open } of engines) {
  test.describe(name, () => {
    test.skip(missing !== null, `${missing ?? ''} is not installed`);
    let page: EnginePage;
    test.beforeEach(async () => {
      page = await open();
    });
    test.afterEach(() => page.close());

    test('a note is read: letters, figures, lines under terms, nothing wider than the page', async ({
      baseURL,
    }) => {
      await page.goto(new URL(note, baseURL).href);
      await until(
        page,
        `[...document.fonts].some(({ family, status }) => /Pretendard Variable/.test(family) && status === 'loaded')`,
      );
      expect(
        await page.run(`
          const figures = [...document.querySelectorAll('mermaid-diagram svg.drawing')].map((svg) => svg.getBoundingClientRect()).filter(({ width }) => width > 0);
          return {
            failed: [...document.fonts].filter(({ family, status }) => /Variable/.test(family) && status === 'error').length,
            figures: figures.length > 1 && figures.every(({ width, height }) => width > 60 && height > 40),
            underlined: [...document.querySelectorAll('a.term')].every((term) => getComputedStyle(term).textDecorationLine === 'underline'),
            brokenFacts: [...document.querySelectorAll('.facts dd')].filter((value) => value.getClientRects()[0].height > 1.6 * parseFloat(getComputedStyle(value).lineHeight)).map(({ textContent }) => textContent.trim()),
            over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          };`),
      ).toEqual({ failed: 0, figures: true, underlined: true, brokenFacts: [], over: 0 });
    });

    test('search answers, the self-test covers, the scheme changes, and nothing is reported', async ({
      baseURL,
    }) => {
      await page.goto(new URL(note, baseURL).href);
      await page.run(watchFaults);
      await page.run(`document.querySelector('[data-self-test]').click()`);
      await until(page, `document.querySelectorAll('.study-cover').length > 3`);
      await page.run(
        `document.querySelector('.study-bar .study-buttons button:last-child')?.blur(); document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))`,
      );
      await page.run(`document.querySelector('[data-search-open]').click()`);
      await until(page, `document.querySelector('dialog[open] input[type="search"]')`);
      await page.run(`
        const field = document.querySelector('dialog[open] input[type="search"]');
        field.value = 'first crack';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));`);
      await until(page, `document.querySelector('dialog[open] [data-search-result]')`);
      await page.run(`document.querySelector('dialog[open]').close()`);
      const scheme = await page.run(`return getComputedStyle(document.body).backgroundColor`);
      await page.run(
        `for (let time = 0; time < 2; time++) document.querySelector('[data-theme-switch]').click()`,
      );
      await expect
        .poll(() => page.run(`return getComputedStyle(document.body).backgroundColor`))
        .not.toBe(scheme);
      expect(await page.run('return window.faults')).toEqual([]);
    });

    test('nothing that a hostile note holds runs or leads away', async () => {
      test.setTimeout(180_000);
      for (const path of listHostilePages()) {
        await page.goto(hostile + path);
        // A dialog that is open makes the next command fail.
        const here = await page.run(
          'return [location.href, Object.keys(window).filter((key) => /hack|pwn|xss/i.test(key))]',
        );
        expect(here).toEqual([new URL(path, hostile).href, []]);
      }
    });
  });
}

import { expect, test } from 'playwright/test';
import { note } from './sites.ts';

const home = '/about/';

test.describe('a share page', () => {
  test('takes a reader to the section, and back leads to where they came from', async ({ page }) => {
    await page.goto(note);
    const id = (await page.locator('[data-pagefind-body] h2').nth(1).getAttribute('id')) ?? '';
    await page.goto(home);
    await page.evaluate((address) => (location.href = address), `/s/${id}/`);
    await page.waitForURL(`**${note}#${id}`);
    await expect(page.locator(`#${id}`)).toBeInViewport();
    await page.goBack();
    await page.waitForURL(`**${home}`);
  });

  test('keeps what the address carries, and shows nothing on the way', async ({ page }) => {
    await page.goto(note);
    const id = (await page.locator('[data-pagefind-body] h2').nth(1).getAttribute('id')) ?? '';
    await page.goto(`/s/${id}/?h=popping`);
    await page.waitForURL(/\?h=.*#/u);
    expect(new URL(page.url()).pathname).toBe(note);
    // Held in its place, the page is an empty sheet of the reader's own scheme.
    await page.evaluate(() => localStorage.setItem('atlas:theme', 'dark'));
    const source = await (await page.request.get(`/s/${id}/`)).text();
    await page.route('**/held/', (route) => {
      // The changed script has another hash.
      const body = source
        .replace(/location\.replace\([^]*?\)\)/u, 'void 0')
        .replace(/<meta http-equiv[^>]*>/u, '');
      return route.fulfill({ body, contentType: 'text/html' });
    });
    await page.goto('/held/');
    expect(await page.evaluate(() => document.documentElement.hidden)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark');
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('offers a link, and looks like the site', async ({ page }) => {
      const readGround = (root: string) =>
        page.locator(root).evaluate((element) => getComputedStyle(element).backgroundColor);
      await page.goto(note);
      const id = (await page.locator('[data-pagefind-body] h2').first().getAttribute('id')) ?? '';
      const ground = await readGround('body');
      await page.goto(`/s/${id}/`);
      expect(await readGround('html')).toBe(ground);
      await expect(page.locator('title')).toBeVisible();
      const box = await page.getByRole('link').boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      await page.getByRole('link', { name: 'Go to this section' }).click();
      await page.waitForURL(`**${note}#${id}`);
    });
  });
});

test.describe('the menu of a section', () => {
  test.beforeEach(async ({ page }) => {
    // A page that still glides would be measured on its way.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(note);
    const wrapper = page.locator('.section-heading').nth(1);
    await wrapper.hover();
    await wrapper.getByRole('button', { name: /^Other ways to copy/u }).click();
  });

  test('shows a QR code of the short address, and gives the focus back', async ({ page }) => {
    await page.getByRole('menuitem', { name: 'Show QR code' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('img')).toHaveAttribute('alt', /^QR code of .*\/s\/[a-z0-9-]+\/$/u);
    const width = await dialog.getByRole('img').evaluate((image) => {
      if (!(image instanceof HTMLImageElement)) return 0;
      const modules = Number(/viewBox="0 0 (\d+)/u.exec(decodeURIComponent(image.src))?.[1]);
      return image.getBoundingClientRect().width / modules;
    });
    expect(width).toBeGreaterThanOrEqual(4);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: /^Other ways to copy/u })).toBeFocused();
  });

  test('puts the section into the address only when asked, and moves nothing', async ({ page }) => {
    const before = await page.evaluate(() => window.scrollY);
    const entries = await page.evaluate(() => history.length);
    await page.getByRole('menuitem', { name: 'Put into the address bar' }).click();
    await expect(page).toHaveURL(/#s-[a-z0-9]+$/u);
    expect(await page.evaluate(() => [window.scrollY, history.length])).toEqual([before, entries]);
  });

  test('copies the section’s own Markdown', async ({ page }) => {
    await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
    await expect(page.getByRole('status')).toHaveText('The section is copied as Markdown');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^## .+\n/u);
    expect(text).toMatch(
      /A section of “First crack” · As of [\d-]+ · Address https:\/\/atlas\.example\/s\/[a-z0-9-]+\/\n$/u,
    );
  });
});

test.describe('landing', () => {
  test.skip(({ isMobile }) => isMobile, 'widths of its own');

  // 640 px is a window of 1280 px at 200 % zoom.
  for (const width of [320, 640, 768, 1280, 1920]) {
    test(`is clear of the header and has the focus at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: width < 700 ? 450 : 900 });
      await page.goto(note);
      const ids = await page.evaluate(() =>
        ['h2', 'h3', 'figure.diagram', '.table-figure', '.anchor-alias'].flatMap((kind) =>
          [...document.querySelectorAll(`.prose ${kind}[id], .section-heading ${kind}[id]`)]
            .slice(1, 2)
            .map(({ id }) => id),
        ),
      );
      expect(ids.length).toBeGreaterThanOrEqual(4);
      for (const id of ids) {
        await page.goto('/about/');
        await page.goto(`${note}#${id}`);
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.matches('[id][tabindex]') ?? false), id)
          .toBe(true);
        const measure = () =>
          page.evaluate(() => ({
            top: document.activeElement?.getBoundingClientRect().top ?? -1,
            under: document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0,
          }));
        await expect.poll(async () => (await measure()).top, id).toBeLessThan(450);
        const { top, under } = await measure();
        expect(top, id).toBeGreaterThanOrEqual(under - 1);
      }
    });
  }

  test('reading on leaves the address alone, and going back leads to where the reader was', async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(note, { waitUntil: 'networkidle' });
    await page.evaluate(() => window.scrollTo(0, 1800));
    await page.waitForTimeout(200);
    expect(page.url().endsWith(note)).toBe(true);
    const link = page.locator('.toc-side a').nth(2);
    await link.click();
    await expect(page).toHaveURL(/#/u);
    await page.goBack();
    await expect.poll(() => page.evaluate(() => Math.abs(window.scrollY - 1800) < 40)).toBe(true);
  });
});

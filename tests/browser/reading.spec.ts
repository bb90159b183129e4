import { expect, test } from 'playwright/test';
import { collection, note, plain, title } from './sites.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a note is read, its diagrams are drawn, and every link leads on', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: title, exact: true }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(
      page
        .locator('[data-pagefind-body] figure.diagram')
        .first()
        .locator('svg, ol, ul, table')
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await expect(page.locator('button[data-copy-section]').first()).toBeHidden();
  });

  test('the navigation opens on a phone too', async ({ page, viewport }) => {
    await page.goto(note);
    const tree = page.locator('#site-navigation');
    if ((viewport?.width ?? 0) < 1000) {
      await expect(tree).toBeHidden();
      await page.getByRole('button', { name: 'List of notes' }).click();
    }
    await expect(tree).toBeVisible();
    await expect(tree.locator('[aria-current="page"]')).toHaveText(title);
  });
});

test('nothing leaves the site and nothing moves after first paint', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  await page.addInitScript(() => {
    const state = window as unknown as { shift: number };
    state.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number }[]) state.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const kinds = [
    note,
    '/',
    collection,
    '/coffees/',
    '/glossary/',
    '/sources/',
    '/tags/',
    '/changes/',
    '/roasting/frist-crack/',
  ];
  for (const path of kinds) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(foreign, path).toEqual([]);
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    expect(shift, path).toBeLessThan(0.02);
  }
});

test('copying a section says so, copies the absolute link, and moves nothing', async ({ page }) => {
  await page.goto(note);
  const heading = page.locator('[data-pagefind-body] h2').nth(1);
  const button = heading.locator('xpath=..').locator('button[data-copy-section]');
  await heading.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: 'The link is copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await button.getAttribute('data-url'));
  expect(copied).toMatch(/^https:\/\/atlas\.example\/s\/[a-z0-9-]{1,12}\/$/u);
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('text/html'))?.text();
  });
  expect(html).toContain(`<a href="${copied}">${title} › `);
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  expect(page.url()).not.toContain('#');
  const box = await button.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
});

for (const hash of ['구성', encodeURIComponent('구성')]) {
  test(`a Korean anchor lands clear of the header: #${hash}`, async ({ page }) => {
    await page.goto(`${plain}알고리즘/정렬/퀵 정렬/#${hash}`);
    const heading = page.getByRole('heading', { name: '구성', exact: true });
    await expect(heading).toBeInViewport();
    const header = await page.locator('.site-header').boundingBox();
    const box = await heading.boundingBox();
    expect(box?.y ?? 0).toBeGreaterThanOrEqual((header?.height ?? 0) - 1);
  });
}

test('the scheme is switched without a reload, remembered, and given back to the system', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(note);
  const html = page.locator('html');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const box = () =>
    page
      .locator('.drawing .n')
      .first()
      .evaluate((element) => getComputedStyle(element).fill);
  const light = [await paper(), await box()];
  const button = page.locator('[data-theme-switch]');
  await button.click();
  await expect(html).toHaveAttribute('data-theme', 'light');
  await button.click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  expect(await paper()).not.toBe(light[0]);
  expect(await box()).not.toBe(light[1]);
  await page.reload();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await button.click();
  await expect(html).not.toHaveAttribute('data-theme', /./u);
  expect(await paper()).toBe(light[0]);
});

test('the table of contents follows the reader', async ({ page, viewport }) => {
  test.skip((viewport?.width ?? 0) < 1000, 'it is a disclosure on narrow screens');
  await page.setViewportSize({ width: 1500, height: 800 });
  await page.goto(note);
  await page
    .getByRole('heading', { name: 'How long it lasts' })
    .evaluate((element) => element.scrollIntoView());
  await expect(page.locator('.toc-side [aria-current="true"]')).toHaveText('How long it lasts');
});

test('no label of a drawing is cut off or leaves its box', async ({ page }) => {
  await page.goto(note);
  await page.evaluate(() => document.fonts.ready);
  const clipped = await page.evaluate(() =>
    [...document.querySelectorAll('mermaid-diagram svg [data-node] > .n')].flatMap((shape) => {
      const text = shape.parentElement?.querySelector('text');
      if (!text) return [];
      const outer = shape.getBoundingClientRect();
      const inner = text.getBoundingClientRect();
      const fits =
        inner.left >= outer.left - 1 &&
        inner.right <= outer.right + 1 &&
        inner.top >= outer.top - 1 &&
        inner.bottom <= outer.bottom + 1;
      return fits ? [] : [text.textContent];
    }),
  );
  expect(clipped).toEqual([]);
});

test('storage that is blocked changes nothing for a reader', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(note);
  await page.locator('[data-theme-switch]').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(errors).toEqual([]);
});

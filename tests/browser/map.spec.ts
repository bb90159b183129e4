import { expect, test } from 'playwright/test';

const say = '.map-say';

test.beforeEach(async ({ page }) => {
  await page.goto('/map/');
});

test('focusing a place says what it is related to and lights it, and the arrows walk on', async ({
  page,
}) => {
  const { related, labels } = (await (await page.request.get('/map.json')).json()) as {
    related: [number, ...number[]][][];
    labels: string[];
  };
  const at = related.findIndex((list) => list.length > 0);
  const [to = -1, label = -1] = related[at]?.[0] ?? [];
  const place = page.locator(`a[data-place="${at}"]`);
  const other = page.locator(`a[data-place="${to}"]`);
  const nameOf = async (locator: typeof place) =>
    ((await locator.textContent()) ?? '').trim().replace(/\s+/gu, ' ');
  await place.focus();
  await expect(page.locator(say)).toContainText(labels[label] ?? '');
  await expect(page.locator(`${say} .map-here`)).toHaveText(await nameOf(place));
  await expect(page.locator(say)).toContainText(await nameOf(other));
  await expect(page.locator(say)).toHaveAttribute('aria-live', 'polite');
  await expect(other).toHaveClass(/is-lit/u);
  // The map may be pages long: what is said stays in sight, and the place above it.
  await expect(page.locator(say)).toBeInViewport();
  await expect(place).toBeInViewport({ ratio: 1 });
  await expect(page.locator('a.place.is-lit')).toHaveCount(related[at]?.length ?? 0);
  await page.keyboard.press('ArrowDown');
  await expect(place).not.toBeFocused();
  await expect(page.locator('a[data-place]:focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('a.place.is-lit')).toHaveCount(0);
});

test('pointing lights without speaking, and a filter steps the others back', async ({ page }) => {
  test.skip((page.viewportSize()?.width ?? 0) < 700, 'no hover');
  await page.locator('a[data-place]').nth(2).hover();
  await expect(page.locator(`${say} .map-here`)).toBeVisible();
  await expect(page.locator(say)).toHaveAttribute('aria-live', 'off');
  const all = await page.locator('a[data-place]').count();
  await page.locator('select[data-filter="region"]').selectOption({ index: 1 });
  await expect(page.locator('map-filter [role="status"]')).not.toBeEmpty();
  const out = await page.locator('a.place.is-out').count();
  expect(out).toBeGreaterThan(0);
  expect(out).toBeLessThan(all);
  await page.getByRole('searchbox', { name: /map/iu }).fill('nosuchplace');
  await expect(page.locator('a.place.is-out')).toHaveCount(all);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('every place is a link in an outline', async ({ page }) => {
    expect(await page.locator('main h2').count()).toBeGreaterThan(1);
    expect(await page.locator('main a[data-place][href]').count()).toBeGreaterThan(10);
    await expect(page.locator('map-filter')).toBeHidden();
  });

  test('nothing on the first page asks for what only scripts can do', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.locator('main a[href]').first()).toBeVisible();
  });
});

test('what lies beside the ground of a wide map ends where the ground does', async ({ page }) => {
  await page.setViewportSize({ width: 1360, height: 900 });
  const [ground, beside] = await Promise.all(
    ['.is-row > .section', '.is-row > .beside'].map((part) => page.locator(part).boundingBox()),
  );
  expect(beside?.x).toBeGreaterThan((ground?.x ?? 0) + (ground?.width ?? 0));
  expect(beside?.y).toBeCloseTo(ground?.y ?? 0, 0);
  expect(beside?.height).toBeCloseTo(ground?.height ?? 0, 0);
});

test.describe('regions that are folded on narrow screens', () => {
  /** The page as a larger folder has it: what `PlaceFold.astro` writes around the groups of each region. */
  test.beforeEach(async ({ page }) => {
    await page.route('**/map/', async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace(/<div class="group"[^]*?(?=<\/section>)/gu, (groups) => {
        return `<details class="place-fold"><summary>folded</summary>${groups}</details>`;
      });
      expect(body).not.toBe(html);
      await route.fulfill({ response, body });
    });
  });

  test('open by their summary on a phone, and are all there on a wide screen', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/map/');
    const fold = page.locator('.place-fold').first();
    const place = fold.locator('a[data-place]').first();
    await expect(place).toBeHidden();
    await fold.locator('summary').click();
    await expect(place).toBeVisible();
    await fold.locator('summary').click();
    await expect(place).toBeHidden();
    await page.setViewportSize({ width: 1360, height: 900 });
    await expect(place).toBeVisible();
    await expect(fold.locator('summary')).toBeHidden();
  });

  test('open for what a search on the map leaves', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/map/');
    const place = page.locator('.place-fold a[data-place]').first();
    const name = ((await place.textContent()) ?? '').trim();
    await page.getByRole('searchbox', { name: /map/iu }).fill(name);
    await expect(place).toBeVisible();
  });
});

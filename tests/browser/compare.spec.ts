import { expect, type Page, test } from 'playwright/test';

const result = '.compare-result';
const open = async (page: Page, query: string) => {
  await page.goto(`/compare/${query}`);
  await expect(page.locator(result)).not.toBeEmpty();
};

test.describe('two notes side by side', () => {
  test('a link opens them in its order, and the other order turns them round', async ({ page }) => {
    await open(page, '?a=roasting/development&b=roasting/browning');
    const heads = page.locator('.compare-table thead th');
    await expect(heads).toHaveText(['Development', 'Browning']);
    await expect(page.locator('.compare-shared a').first()).toBeVisible();
    await expect(page).toHaveTitle(/Development · Browning/u);
    await open(page, '?a=roasting/browning&b=roasting/development');
    await expect(heads).toHaveText(['Browning', 'Development']);
    // Ids, other spellings of an address and titles name notes as well.
    await open(page, '?a=browning&b=/roasting/development/');
    await expect(heads).toHaveText(['Browning', 'Development']);
  });

  test('how the two are related stands among the facts, and each pair is offered once', async ({ page }) => {
    await open(page, '?a=roasting/browning&b=roasting/development');
    const between = page.locator('.compare-table tr', { hasText: 'To each other' });
    await expect(between.locator('td')).toHaveText([/Compare with.*Browning builds aroma/u, /Compare with/u]);
    const offered = await page
      .locator('main section a[href*="?a="]')
      .evaluateAll((links) =>
        links.map((link) =>
          [...new URL((link as HTMLAnchorElement).href).searchParams.values()].sort().join(),
        ),
      );
    expect(new Set(offered).size).toBe(offered.length);
  });

  test('notes of two collections with other facts and sections stand side by side, each with what it alone has', async ({
    page,
  }) => {
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
    await open(page, '?a=roasting/first-crack&b=words/rate-of-rise');
    await expect(page.locator('.compare-table thead th')).toHaveCount(2);
    const cells = page.locator('.compare-table tbody td');
    expect(await cells.count()).toBeGreaterThan(1);
    for (const text of await cells.allTextContents()) expect(text.trim()).not.toBe('');
    await expect(page.locator('.compare-rest').first()).toBeVisible();
    expect(faults).toEqual([]);
  });

  test('what no note is called, one note twice and nothing at all are answered in words', async ({
    page,
  }) => {
    const says = page.locator(`${result} [role="status"]`);
    await open(page, '?a=roasting/browning&b=<b>no-such</b>');
    await expect(says).toContainText('<b>no-such</b>');
    await open(page, '?a=browning&b=roasting/browning');
    await expect(says).toContainText('one note twice');
    await open(page, '');
    await expect(says).toContainText('Choose two notes');
    await page.route('**/near-notes.json', (route) => route.abort());
    await open(page, '?a=roasting/browning&b=roasting/development');
    await expect(page.locator(result)).toContainText('could not be read');
  });

  test('notes are chosen with the keyboard, and the address follows', async ({ page, isMobile }) => {
    test.skip(isMobile, 'a phone has no Tab key');
    await open(page, '');
    const [first, second] = [page.getByLabel('First note'), page.getByLabel('Second note')];
    await first.focus();
    await page.keyboard.type('Browning');
    await page.keyboard.press('Tab');
    await expect(second).toBeFocused();
    await page.keyboard.type('Development');
    await page.keyboard.press('Enter');
    await expect(page.locator('.compare-table thead th')).toHaveText(['Browning', 'Development']);
    expect(new URL(page.url()).search).toBe('?a=roasting%2Fbrowning&b=roasting%2Fdevelopment');
    // What is typed over is not kept from the pair before.
    await second.fill('nobody');
    await page.keyboard.press('Enter');
    await expect(page.locator(`${result} [role="status"]`)).toContainText('nobody');
    await expect(page).not.toHaveTitle(/Development/u);
  });

  test('a long title breaks in its own column', async ({ page }) => {
    await open(page, '?a=guides/storing&b=guides/first-roast-at-home');
    const heads = page.locator('.compare-table thead th');
    await expect(heads).toHaveCount(2);
    const out = await heads.evaluateAll(
      (cells) =>
        cells.filter((cell) => {
          const words = document.createRange();
          words.selectNodeContents(cell);
          return words.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1;
        }).length,
    );
    expect(out).toBe(0);
  });

  test('nothing is wider than the window, and no id stands twice', async ({ page }) => {
    await open(page, '?a=roasting/first-crack&b=roasting/second-crack');
    await expect(page.locator('.compare-table thead th')).toHaveCount(2);
    const found = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('main [id]')].map(({ id }) => id);
      return {
        over: document.documentElement.scrollWidth - innerWidth,
        twice: ids.filter((id, at) => ids.indexOf(id) !== at),
        headless: [...document.querySelectorAll('main [marker-end]')].filter(
          (edge) => !document.getElementById(edge.getAttribute('marker-end')?.slice(5, -1) ?? ''),
        ).length,
      };
    });
    expect(found.headless, 'edges whose arrowhead is gone').toBe(0);
    expect(found.over).toBeLessThanOrEqual(1);
    expect(found.twice).toEqual([]);
  });

  test('on paper stand the two notes with their address, without the form', async ({ page, isMobile }) => {
    test.skip(isMobile, 'paper has one size');
    await open(page, '?a=roasting/browning&b=roasting/development');
    await expect(page.locator('.compare-table thead th')).toHaveCount(2);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.compare-table')).toBeVisible();
    await expect(page.locator('.compare-form')).toBeHidden();
    const address = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--paper-address'),
    );
    expect(address).toContain('/compare/?a=roasting%2Fbrowning&b=roasting%2Fdevelopment');
  });
});

test('without scripts the page says so and leads to the pairs', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/compare/');
  await expect(page.getByText('Comparing needs JavaScript')).toBeVisible();
  await expect(page.locator('.compare-form')).toHaveCount(0);
  await expect(page.locator('main .folder-list a').first()).toBeVisible();
  await context.close();
});

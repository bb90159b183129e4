import { expect, type Page, test } from 'playwright/test';
import { collection, note, plain, title } from './sites.ts';

const card = 'link-preview:popover-open';
const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 700;

test.describe('a wrong address leads on', () => {
  const wrong: [string, string, string][] = [
    ['a typing mistake', '/roasting/frist-crack/', title],
    ['the wrong collection', '/defects/first-crack/', title],
    ['another name of the note', '/roasting/popping/', title],
    ['percent-encoded Hangul', `${plain}${encodeURIComponent('퀵정렬')}/`, '퀵 정렬 (Quick Sort)'],
    ['decomposed Hangul', `${plain}${'퀵 정렬'.normalize('NFD')}.html`, '퀵 정렬 (Quick Sort)'],
    ['a plain folder', `${plain}알고리즘/정렬/퀵-정렬/`, '퀵 정렬 (Quick Sort)'],
    ['a plain folder, decomposed', `${plain}${'알고리즘/퀵 정렬'.normalize('NFD')}/`, '퀵 정렬 (Quick Sort)'],
  ];
  for (const [name, path, title] of wrong) {
    test(name, async ({ page }) => {
      await page.goto(path);
      const first = page.locator('near-notes li a').first();
      await expect(first).toHaveText(title);
      await first.click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    });
  }

  test('without JavaScript too, by the tree and the links', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseURL ?? ''}roasting/frist-crack/`);
    await expect(page.getByText('Search needs JavaScript')).toBeVisible();
    await page.getByRole('contentinfo').getByRole('link', { name: 'Glossary' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
    await context.close();
  });
});

test.describe('long lists are filtered', () => {
  test('sources by words and by how near they were read', async ({ page }) => {
    await page.goto('/sources/');
    const items = page.locator('[data-filter-item]:visible');
    const all = await items.count();
    await page.locator('.facet-choice label').first().click();
    await expect(page.locator('list-filter [role="status"]')).toContainText(' of ');
    const near = await items.count();
    expect(near).toBeGreaterThan(0);
    expect(near).toBeLessThan(all);
    await expect(page.locator('list-filter [role="status"]')).toContainText(`${near} of`);
    await page.getByRole('searchbox', { name: 'Filter sources' }).fill('nosuchword');
    await expect(items).toHaveCount(0);
    await expect(page.locator('list-filter [role="status"]')).toHaveText('Nothing fits');
    await expect(page.locator('[data-filter-group]:visible')).toHaveCount(0);
  });

  test('terms by any of their names', async ({ page }) => {
    await page.goto('/glossary/');
    await page.getByRole('searchbox', { name: 'Filter terms' }).fill('thermocouple');
    await expect(page.locator('[data-filter-item]:visible')).toHaveCount(1);
    await expect(page.locator('[data-filter-item]:visible dt')).toContainText('bean probe');
  });

  test('terms by the collection that they belong to', async ({ page }) => {
    await page.goto('/glossary/');
    const items = page.locator('[data-filter-item]:visible');
    const all = await items.count();
    const choice = page.getByRole('group', { name: 'Collection' }).getByRole('checkbox');
    const counts = await page.locator('.facet-choice .count').allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(all);
    await choice.first().check();
    await expect(items).toHaveCount(Number(counts[0]));
    await choice.nth(1).check();
    await expect(items).toHaveCount(Number(counts[0]) + Number(counts[1]));
  });

  test('a table made from typed data, its groups with it', async ({ page }) => {
    await page.goto(collection);
    const figure = page.locator('.table-figure').first();
    const rows = figure.locator('tbody tr');
    const all = await rows.count();
    await expect(figure.locator('.sort').first()).toBeAttached();
    await figure.locator('[data-table-filter]').fill('quaker');
    await expect.poll(() => rows.count()).toBeLessThan(all);
    // Each row that is left still names its limitation: alone or by the group it stands in.
    const spans = await figure
      .locator('tbody [rowspan]')
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLTableCellElement).rowSpan));
    expect(Math.max(...spans)).toBeLessThanOrEqual(await rows.count());
    await expect(figure.locator('tbody')).toContainText('Quaker');
    await figure.locator('[data-table-filter]').fill('');
    await expect(rows).toHaveCount(all);
  });
});

test.describe('the table of contents', () => {
  test('keeps the current section in its own sight', async ({ page }) => {
    test.skip(isPhone(page), 'a disclosure there');
    await page.goto(`${plain}many-headings/`);
    const side = page.locator('.toc-side');
    for (const place of [0.5, 1, 0.2]) {
      await page.evaluate(
        (part) => window.scrollTo(0, (document.documentElement.scrollHeight - window.innerHeight) * part),
        place,
      );
      await page.waitForTimeout(150);
      const current = side.locator('[aria-current]');
      await expect(current).toHaveCount(1);
      await expect(current).toBeInViewport();
    }
  });

  test('stands beside the text from 1280 px on, and under the title before', async ({ page }) => {
    test.skip(isPhone(page), 'widths of its own');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(note);
    await expect(page.locator('.toc-side')).toBeVisible();
    await expect(page.locator('.toc-inline')).toBeHidden();
    await page.setViewportSize({ width: 1100, height: 800 });
    await expect(page.locator('.toc-side')).toBeHidden();
    await expect(page.locator('.toc-inline')).toBeVisible();
  });
});

test.describe('previews', () => {
  test('nothing opens for a link that scrolls under a resting pointer', async ({ page }) => {
    test.skip(isPhone(page), 'no hover');
    await page.goto(note);
    // Those in a closed list of mentions have no place on the screen.
    const links = page.locator('.prose a[data-note]:visible');
    await links.first().hover();
    await expect(page.locator(card)).toBeVisible();
    await page.keyboard.press('Escape');
    await page.mouse.move(640, 450);
    const target = links.nth(3);
    const box = await target.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 6, 450);
    await page.evaluate((top) => window.scrollTo(0, top), (box?.y ?? 0) - 446);
    await page.waitForTimeout(900);
    await expect(page.locator(card)).toHaveCount(0);
    await page.mouse.move((box?.x ?? 0) + 9, 452);
    await expect(page.locator(card)).toBeVisible();
  });

  test('a link to a section shows that section; one to a table its first rows', async ({ page }) => {
    test.skip(isPhone(page), 'no hover');
    await page.goto(note);
    const heading = page.locator('.prose h2').nth(1);
    await page
      .locator('.prose p')
      .first()
      .evaluate(
        (paragraph, hashes) => {
          for (const hash of hashes) {
            const link = document.createElement('a');
            link.dataset['note'] = 'x';
            link.href = `#${hash}`;
            link.textContent = `here ${hash}`;
            link.className = 'probe';
            paragraph.append(' ', link);
          }
        },
        [
          (await heading.getAttribute('id')) ?? '',
          (await page.locator('.table-figure').first().getAttribute('id')) ?? '',
        ],
      );
    await page.locator('.probe').first().hover();
    await expect(page.locator(`${card} .popup-title`)).toHaveText((await heading.textContent()) ?? '?');
    await expect(page.locator(`${card} .popup-text`)).not.toBeEmpty();
    await page.locator('.probe').nth(1).hover();
    const head = (await page.locator('.table-figure th').first().textContent())?.trim() ?? '?';
    await expect(page.locator(`${card} table tr`).first()).toContainText(head);
  });

  test('a page that cannot be fetched shows nothing and breaks nothing', async ({ page }) => {
    test.skip(isPhone(page), 'no hover');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(note);
    const link = page.locator('.prose a[data-note]').first();
    await page.route(/\/(?:words|roasting|coffees|machines|defects|guides)\/[a-z-]+\/$/u, (route) =>
      route.abort(),
    );
    await link.hover();
    await page.waitForTimeout(900);
    await expect(page.locator(card)).toHaveCount(0);
    expect(errors).toEqual([]);
  });
});

test('header, text and footer share their edges on every kind of page', async ({ page }) => {
  test.skip(isPhone(page), 'one column');
  for (const width of [1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [
      note,
      collection,
      '/glossary/',
      '/sources/',
      '/tags/',
      '/about/',
      '/changes/',
      '/x/',
    ]) {
      await page.goto(path);
      const left = (selector: string) =>
        page.evaluate((name) => document.querySelector(name)?.getBoundingClientRect().left, selector);
      const brand = await left('.brand');
      expect(await left('.nav-tree'), `${path} tree`).toBeCloseTo(brand ?? -1, 0);
      expect(await left('.site-footer p'), `${path} footer`).toBeCloseTo(brand ?? -1, 0);
      expect(await left('main h1'), `${path} text`).toBeCloseTo((await left('.search-open')) ?? -1, 0);
    }
  }
});

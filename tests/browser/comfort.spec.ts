import { expect, type Page, test } from 'playwright/test';
import { collection, note, title } from './sites.ts';

const card = 'link-preview:popover-open';
const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 700;
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('previews', () => {
  const links = {
    note: '.prose a[data-note]',
    term: 'a.term',
    citation: 'a[data-cite]',
    node: 'main svg a[href]',
  };
  for (const [kind, selector] of Object.entries(links)) {
    test(`hovering a ${kind} shows a card inside the window that can be hovered and closed`, async ({
      page,
    }) => {
      test.skip(isPhone(page), 'no hover');
      await page.goto(note);
      const link = page.locator(selector).first();
      await link.scrollIntoViewIfNeeded();
      await link.hover();
      await expect(page.locator(card)).toBeVisible();
      const box = await page.locator(card).boundingBox();
      const size = page.viewportSize();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size?.width ?? 0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size?.height ?? 0);
      await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 20, { steps: 4 });
      await page.waitForTimeout(600);
      await expect(page.locator(card)).toBeVisible();
      expect(await page.locator(card).count()).toBe(1);
      await page.keyboard.press('Escape');
      await expect(page.locator(card)).toHaveCount(0);
    });
  }

  test('the keyboard opens a card, enters it, and gets its link back', async ({ page }) => {
    await page.goto(note);
    const link = page.locator('.prose a[data-note]').first();
    await link.focus();
    await page.keyboard.press('Shift+Tab');
    // Where the page still moves to what has the focus, a card would close at once.
    await page.waitForTimeout(600);
    // Before the link stands the heading's button, and beside that its menu and its share button once they have been loaded.
    await page.locator('.section-more').first().waitFor({ state: 'attached' });
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press('Tab');
      if (await link.evaluate((element) => element === document.activeElement)) break;
    }
    await expect(page.locator(card)).toBeVisible();
    await expect(link).toHaveAttribute('aria-describedby', 'link-preview');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('link-preview') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.locator(card)).toHaveCount(0);
    await expect(link).toBeFocused();
  });

  test('a long press opens a card and follows nothing; a tap still follows', async ({ page }) => {
    test.skip(!isPhone(page), 'touch only');
    await page.goto(note);
    const link = page.locator('.prose a[data-note]').first();
    await link.scrollIntoViewIfNeeded();
    const box = await link.boundingBox();
    const point = { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 };
    const session = await page.context().newCDPSession(page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await expect(page.locator(card)).toBeVisible();
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(page.locator(card)).toBeVisible();
    expect(page.url()).toContain(note);
    await page.touchscreen.tap(4, 300);
    await expect(page.locator(card)).toHaveCount(0);
    await link.tap();
    await page.waitForURL((url) => !url.pathname.endsWith(note));
  });
});

test.describe('tables', () => {
  test('the header sticks and the first column stays while the rest scrolls', async ({ page }) => {
    await page.goto(collection);
    const frame = page.locator('.table-frame').first();
    await expect(frame.locator('.sort').first()).toBeVisible();
    await page.evaluate(() =>
      document.querySelector('.table-figure tbody tr:nth-child(9)')?.scrollIntoView({ block: 'center' }),
    );
    const header = await page.locator('.site-header').boundingBox();
    const head = await frame.locator('thead th').first().boundingBox();
    expect(head?.y ?? -1).toBeGreaterThanOrEqual((header?.height ?? 0) - 2);
    expect(head?.y ?? 0).toBeLessThan(page.viewportSize()?.height ?? 0);
    if (!isPhone(page)) return;
    await frame.evaluate((element) => element.scrollTo({ left: 120 }));
    const left = (await frame.boundingBox())?.x ?? 0;
    expect((await frame.locator('thead th').first().boundingBox())?.x).toBeCloseTo(left, 0);
  });

  test('sorting says its direction, keeps row groups, and gives the first order back', async ({ page }) => {
    await page.goto(collection);
    const rows = page.locator('.table-figure tbody tr');
    const before = await rows.allInnerTexts();
    const head = page.locator('thead th').nth(1);
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    const after = await rows.allInnerTexts();
    expect(after).not.toEqual(before);
    expect(after.length).toBe(before.length);
    expect(after.join()).toContain('Scorching');
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await head.getByRole('button').click();
    expect(await rows.allInnerTexts()).toEqual(before);
  });

  test('a table is copied as Markdown and CSV by keyboard', async ({ page }) => {
    await page.goto(collection);
    const button = page.locator('[data-copy-table]').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Copy as Markdown' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'CSV' })).toBeVisible();
    expect(await copied(page)).toMatch(/^Origin,Defects,Remedy,Read on\r?\n/u);
    await expect(button).toBeFocused();
  });

  test('tables of three and four columns are seen whole on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const address of ['/roasting/first-crack/', '/roasting/charge/', '/guides/storing/']) {
      await page.goto(address);
      const frames = await page.evaluate(() =>
        [...document.querySelectorAll(":is([data-columns='3'], [data-columns='4']) > .table-frame")].map(
          (frame) => [frame.scrollWidth - frame.clientWidth, frame.scrollHeight - frame.clientHeight],
        ),
      );
      expect(frames.length, address).toBeGreaterThan(0);
      expect(frames, address).toEqual(frames.map(() => [0, 0]));
    }
  });

  test('no word of a cell is broken on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/coffees/');
    const broken = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('.table-frame :is(th, td)')].filter(
          (cell) => cell.scrollWidth > cell.clientWidth + 1,
        ).length,
    );
    expect(broken).toBe(0);
  });
});

test.describe('sections', () => {
  test('the menu gives link, title, Markdown and reference', async ({ page }) => {
    await page.goto(note);
    const heading = page.locator('.section-heading').nth(1);
    const copy = heading.locator('[data-copy-section]').first();
    await copy.focus();
    await heading.locator('.section-more').waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    await expect(heading.locator('.section-more')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Copy reference' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'The reference is copied' })).toBeVisible();
    expect(await copied(page)).toMatch(
      /^“First crack”, § .+, .+, as of \d{4}-\d{2}-\d{2}, https:\/\/.+\/s\/[a-z0-9-]+\/$/u,
    );
    await heading.locator('.section-more').click();
    await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Markdown' })).toBeVisible();
    const markdown = await copied(page);
    expect(markdown).toContain(`## ${(await heading.locator('h2').textContent()) ?? '?'}`);
    expect(markdown).toContain('```mermaid');
  });

  test('a selected sentence becomes a link that finds it', async ({ page }) => {
    await page.goto(note);
    await page.evaluate(() => {
      const text = [...document.querySelectorAll('.prose > p')].at(2)?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 20);
    });
    await page.keyboard.press('Shift');
    const button = page.getByRole('button', { name: 'Copy a link to this sentence' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'The link to the sentence' })).toBeVisible();
    expect(await copied(page)).toMatch(/^https:\/\/[^#]+#[a-z0-9-]*:~:text=./u);
  });

  test('landing gives the keyboard the heading', async ({ page }) => {
    await page.goto(note);
    const id = await page.locator('.prose h2').nth(1).getAttribute('id');
    await page.goto(`${note}#${id ?? ''}`);
    await expect(page.locator(`#${id ?? ''}`)).toBeFocused();
  });
});

test.describe('comfort', () => {
  test('text size and width are kept and given back', async ({ page }) => {
    await page.goto(note);
    const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    const usual = await size();
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await page.locator('#reading-settings').getByText('large').click();
    await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
    await page.locator('#reading-settings').getByText('wide').click();
    await expect(page.locator('html')).toHaveAttribute('data-width', 'wide');
    await page.reload();
    expect(parseFloat(await size())).toBeGreaterThan(parseFloat(usual));
    await page.getByRole('button', { name: 'Reading settings' }).click();
    await expect(page.locator('input[name="text"][value="large"]')).toBeChecked();
    await page.locator('#reading-settings').getByText('usual').first().click();
    await expect(page.locator('html')).not.toHaveAttribute('data-text', /./u);
  });

  test('? lists the keys, and single keys can be switched off', async ({ page }) => {
    await page.goto(note);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(help).toBeVisible();
    await help.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await page.keyboard.press('?');
    await page.keyboard.press(']');
    await page.waitForTimeout(300);
    await expect(help).toBeHidden();
    expect(page.url()).toContain(note);
    expect(await page.evaluate(() => localStorage.getItem('atlas:single-keys'))).toBe('off');
  });

  test('coming back offers the place, and never jumps', async ({ page }) => {
    await page.goto(note);
    await page.mouse.move(200, 400);
    await page.evaluate(() => document.querySelectorAll('.prose h2')[3]?.scrollIntoView());
    const name = (await page.locator('.prose h2').nth(3).textContent()) ?? '?';
    await page.waitForTimeout(400);
    await page.goto('/about/');
    await page.goto(note);
    const resume = page.getByRole('button', { name: `Go on reading: ${name}` });
    await expect(resume).toBeVisible();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await resume.click();
    await expect(page.locator('.prose h2').nth(3)).toBeInViewport();
    await page.goto('/about/');
    const id = await page.evaluate(
      () => JSON.parse(localStorage.getItem('atlas:places') ?? '[]')[0][1].at as string,
    );
    await page.goto(`${note}#${id}`);
    await page.waitForTimeout(400);
    await expect(page.locator('.resume')).toHaveCount(0);
  });

  for (const value of [
    '{',
    '[[1,2]]',
    `[["${note}",null]]`,
    `[["${note}",{"at":"nowhere","below":1}]]`,
    '"x"',
  ]) {
    test(`a broken saved state changes nothing: ${value}`, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.addInitScript((broken) => {
        for (const key of ['places', 'text', 'width', 'theme', 'folds', 'single-keys', 'recent-searches'])
          localStorage.setItem(`atlas:${key}`, broken);
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      }, value);
      await page.goto(note);
      await page.evaluate(() => window.scrollTo(0, 2000));
      await page.getByRole('button', { name: 'Reading settings' }).click();
      await page.locator('#reading-settings').getByText('large').click();
      await expect(page.locator('html')).toHaveAttribute('data-text', 'large');
      await expect(page.locator('.resume')).toHaveCount(0);
      await page.goto('/about/');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
      expect(errors).toEqual([]);
    });
  }
});

test('a wrong address suggests the nearest notes', async ({ page }) => {
  await page.goto('/roasting/frist-crack/');
  await expect(page.locator('near-notes a').first()).toHaveText(title);
  await page.locator('near-notes a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('the navigation tree remembers what is closed', async ({ page }) => {
  test.skip(isPhone(page), 'it is a popover there');
  // What is done in the first moment is told to the scripts, but not to the next page.
  await page.goto(note, { waitUntil: 'networkidle' });
  const fold = page.locator('.nav-fold');
  await fold.locator('summary').click();
  await expect(fold).toHaveJSProperty('open', false);
  await page.goto('/roasting/', { waitUntil: 'networkidle' });
  await expect(fold).toHaveJSProperty('open', false);
  await fold.locator('summary').click();
  await expect(fold).toHaveJSProperty('open', true);
  // The browser tells of it in a task of its own.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('atlas:folds'))).toBeNull();
  await page.reload();
  await expect(fold).toHaveJSProperty('open', true);
});

test('what a note loads at first is light', async ({ page }) => {
  const scripts = new Map<string, number>();
  const waiting: Promise<void>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    waiting.push(
      response.body().then(async (body) => {
        const packed = new Response(
          new Blob([new Uint8Array(body)]).stream().pipeThrough(new CompressionStream('gzip')),
        );
        scripts.set(response.url(), (await packed.arrayBuffer()).byteLength);
      }),
    );
  });
  await page.goto(note, { waitUntil: 'networkidle' });
  await Promise.all(waiting);
  expect([...scripts.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(14 * 1024);
});

test('a drawing wider than the text uses the room beside it, and leaves the table of contents free', async ({
  page,
}) => {
  test.skip(isPhone(page), 'there is no room');
  for (const width of [1120, 1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/defects/defects-at-a-glance/');
    const figure = page.locator('.prose > figure.diagram').first();
    await figure.scrollIntoViewIfNeeded();
    const box = await figure.boundingBox();
    const text = await page.locator('.prose > p').first().boundingBox();
    const nav = await page.locator('.nav-tree').boundingBox();
    const toc = await page.locator('.toc-side').boundingBox();
    const right = (box?.x ?? 0) + (box?.width ?? 0);
    expect(box?.width ?? 0, `${width}`).toBeGreaterThanOrEqual((text?.width ?? 0) - 1);
    expect(box?.x ?? 0).toBeGreaterThanOrEqual((nav?.x ?? 0) + (nav?.width ?? 0));
    expect(right).toBeLessThanOrEqual(toc ? toc.x : width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
});

import { expect, type Page, test } from 'playwright/test';
import { collection, note, plain, title } from './sites.ts';

const field = (page: Page) => page.locator('dialog[open] input[type="search"]');
const hits = (page: Page) => page.locator('dialog[open] [data-search-result] a[href]');

test('nothing of the search is loaded before the reader wants it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(note, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /pagefind|search-data/u.test(url))).toEqual([]);
});

test('opened by a key, it finds sections, and Enter goes to the chosen one', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await field(page).fill('the first cracks');
  await expect(hits(page).first()).toBeVisible();
  await expect(page.locator('dialog[open] [data-search-group]').first()).toContainText(title);
  const stop = page.locator('dialog[open] [data-search-result] a[href*="#"]').first();
  for (let step = 0; step < 8 && !(await stop.evaluate((link) => link === document.activeElement)); step++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/[a-z-]+\/[a-z0-9-]+\/.*#/u);
  await expect(page.locator(':target, [data-landed]').first()).toBeInViewport();
});

test('what is typed is never drawn with the blank stand-in, which has every syllable', async ({ page }) => {
  await page.goto(note);
  await page.keyboard.press('Control+k');
  await field(page).fill('핥빛');
  await expect(page.locator('dialog[open] .search-panel')).toContainText('핥빛');
  const families = (selector: string) =>
    page.locator(selector).evaluate((element) => getComputedStyle(element).fontFamily);
  expect(await families('main p >> nth=0')).toContain('Atlas Blank');
  for (const selector of ['dialog[open] input[type="search"]', 'dialog[open] .search-panel'])
    expect(await families(selector), selector).not.toContain('Atlas Blank');
});

for (const [how, act] of Object.entries({
  'a key': (page: Page) => page.keyboard.press('Control+k'),
  'a press of its button': (page: Page) => page.locator('[data-search-open]').first().click(),
})) {
  test(`${how} that comes before the scripts is done when they are there`, async ({ page }) => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/_astro/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(note);
    await act(page);
    await expect(page).toHaveURL(/first-crack/u);
    release();
    await expect(field(page)).toBeFocused();
  });
}

test('letters typed before the page has its scripts stand in the field', async ({ page }) => {
  await page.route('**/_astro/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.goto(note, { waitUntil: 'domcontentloaded' });
  await page.keyboard.press('/');
  await page.keyboard.type('first');
  await expect(field(page)).toHaveValue('first');
  await page.keyboard.type(' crack');
  await expect(field(page)).toHaveValue('first crack');
  await expect(hits(page).first()).toBeVisible();
});

test('`/` opens it, Esc closes it and gives the focus back', async ({ page }) => {
  await page.goto(note);
  await page.locator('main a').first().focus();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog.search-dialog')).toBeHidden();
  await expect(page.locator('main a').first()).toBeFocused();
});

test('Esc closes it with a query in the field, which stands there again', async ({ page }) => {
  await page.goto(note);
  await page.keyboard.press('Control+k');
  await field(page).fill('quaker');
  await expect(hits(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog.search-dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toHaveValue('quaker');
});

test('a key that belongs to the input method is left to it', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await field(page).fill('roast');
  await expect(hits(page).first()).toBeVisible();
  const before = page.url();
  await field(page).evaluate((input) => {
    for (const key of ['ArrowDown', 'Enter']) {
      input.dispatchEvent(
        new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }),
      );
    }
  });
  expect(page.url()).toBe(before);
  await expect(field(page)).toBeFocused();
});

for (const [typed, found, site] of [
  ['ㅋㅈㄹ', '퀵 정렬', plain],
  ['wjdfuf', '퀵 정렬', plain],
  ['졍렬', '퀵 정렬', plain],
  ['병합정렬', '병합 정렬', plain],
  ['popping', title, '/'],
  ['scorched beans', 'Scorching', '/'],
  ['developement', 'Development', '/'],
  ['thermocouple', 'bean probe', '/'],
] as const) {
  test(`finds ${found} by ${typed}`, async ({ page }) => {
    await page.goto(`${site}search/?q=${encodeURIComponent(typed)}`);
    await expect(page.locator('[data-search-result]').first()).toBeVisible();
    await expect(page.locator('main')).toContainText(found);
  });
}

test('hostile and empty queries are answered honestly', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  await page.goto('/search/');
  const input = page.locator('main input[type="search"]');
  for (const query of [
    '<img src=x onerror=alert(1)>',
    '.*+?^${}()|[]\\',
    '😀',
    'ㅁ',
    '찾기'.normalize('NFD'),
    '...',
    'x'.repeat(10_000),
    'nosuchwordnosuchword',
  ]) {
    await input.fill(query);
    await page.waitForTimeout(350);
  }
  await expect(page.locator('main [role="status"]').first()).not.toBeEmpty();
  expect(errors).toEqual([]);
  expect(await page.locator('main img').count()).toBe(0);
});

test('when the index cannot be had, it says so', async ({ page }) => {
  await page.route(/pagefind|search-data/u, (route) => route.abort());
  await page.goto('/search/?q=roast');
  await expect(page.locator('main')).toContainText(/could not be loaded|offline/u);
});

test('without a network it finds what is loaded, says so for the rest, and goes on when it is back', async ({
  page,
  context,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.keyboard.press('Control+k');
  await field(page).fill('roast');
  await expect(hits(page).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await field(page).fill('quaker');
  await expect(page.locator('dialog[open] [data-search-body]')).toContainText(/offline|connection/u);
  await expect(page.locator('dialog[open]')).not.toContainText('No note fits');
  await field(page).fill('roast');
  await expect(hits(page).first()).toBeVisible();
  await context.setOffline(false);
  await field(page).fill('quaker');
  await expect(page.locator('dialog[open] [data-search-group]').first()).toContainText('Quaker');
  expect(errors).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the search page says where to look instead', async ({ page }) => {
    await page.goto('/search/');
    await expect(page.locator('main')).toContainText('JavaScript');
    await expect(page.locator('main .search-hint')).toBeHidden();
    await expect(page.locator('main [type="search"]')).toBeHidden();
    await expect(page.locator('main').getByRole('link', { name: 'glossary' })).toBeVisible();
    await expect(page.locator('main').getByRole('link', { name: 'glossary' })).toBeInViewport();
  });
});

test('a question is answered first, and Enter goes to where the answer stands', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await field(page).fill('what is first crack?');
  const answer = page.locator('dialog[open] [data-search-answer]');
  await expect(answer).toContainText('burst the beans open');
  await expect(page.locator('dialog[open] [data-search-body] > :first-child')).toHaveAttribute(
    'data-search-answer',
    '',
  );
  await expect(page.locator('dialog[open] [role="status"]')).toContainText('There is an answer.');
  const href = await answer.locator('a[href]').first().getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname + url.search + url.hash === href);
});

test('what was asked is marked where its value stands, but not all over the note that defines it', async ({
  page,
}) => {
  await page.goto('/search/?q=robusta+caffeine');
  const place = page.locator('main .answer-place').first();
  await expect(place).toHaveAttribute('href', /[?&]mark=[^#]*caffeine/u);
  await page.goto('/search/?q=what+is+first+crack');
  await expect(place).not.toHaveAttribute('href', /[?&]mark=/u);
});

test('before anything is typed it offers to keep the site for a time without a network', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open] .search-keep button').click();
  await expect(page.locator('dialog.offline[open]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeVisible();
});

test('what is not in the notes has no answer', async ({ page }) => {
  await page.goto('/search/?q=what+is+quantum+computing');
  await expect(page.locator('main [role="status"]')).not.toBeEmpty();
  await expect(page.locator('main [data-search-answer]')).toHaveCount(0);
});

test('the arrows stop at the answer, the notes and their sections, and further sections open', async ({
  page,
}) => {
  await page.goto('/search/?q=first+crack');
  await expect(page.locator('main [data-search-answer]')).toBeVisible();
  await page.locator('main input[type="search"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('main .answer-place').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('main .search-note').first()).toBeFocused();
  const more = page.locator('main .search-left').first();
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('main [data-search-result] a:focus')).toHaveCount(1);
});

test('the dialog goes on where it was left, on another page too', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  await field(page).fill('quaker');
  await expect(hits(page).first()).toBeVisible();
  await page.goto(note);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toHaveValue('quaker');
  await expect(hits(page).first()).toBeVisible();
});

/** Whether the first marked word is within the window. */
const isMarkSeen = (page: Page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('search-words') ?? [];
    if (!(range instanceof Range)) return false;
    const box = range.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
  });

test('landing goes on to the match where it is not on the first screen of its section', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 400 });
  await page.goto(note);
  const place = await page.evaluate(() => {
    const text = document.querySelector('[data-pagefind-body]')?.textContent ?? '';
    const headings = [...document.querySelectorAll('[data-pagefind-body] :is(h2, h3, h4)[id]')];
    for (const [at, heading] of headings.entries()) {
      const next = headings[at + 1];
      for (const block of document.querySelectorAll('[data-pagefind-body] :is(p, td)')) {
        const isOwn =
          heading.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING &&
          next &&
          next.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_PRECEDING;
        const below = block.getBoundingClientRect().top - heading.getBoundingClientRect().top;
        const word = block.textContent.match(/[a-z]{6,}/gu)?.find((one) => text.split(one).length === 2);
        if (isOwn && below > 450 && word) return { id: heading.id, word };
      }
    }
    return null;
  });
  expect(place).not.toBeNull();
  await page.goto(`${note}?mark=${place?.word ?? ''}#${place?.id ?? ''}`);
  await expect.poll(() => isMarkSeen(page)).toBe(true);
});

test('landing scrolls to the match inside a table that scrolls by itself', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await page.goto(collection);
  const word = await page.evaluate(() => {
    const [frame] = [...document.querySelectorAll('main .table-frame')].filter(
      ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 100,
    );
    const main = document.querySelector('main')?.textContent ?? '';
    const words = [...(frame?.querySelectorAll('tbody tr') ?? [])].at(-1)?.textContent.match(/[a-z]{6,}/gu);
    return words?.find((one) => main.split(one).length === 2) ?? '';
  });
  expect(word).not.toBe('');
  await page.goto(`${collection}?mark=${word}`);
  await expect
    .poll(() =>
      page.evaluate(() => {
        const [range] = CSS.highlights.get('search-words') ?? [];
        if (!(range instanceof Range)) return false;
        const box = range.getBoundingClientRect();
        const frame = range.startContainer.parentElement?.closest('.table-frame')?.getBoundingClientRect();
        return frame !== undefined && box.top >= frame.top && box.bottom <= frame.bottom;
      }),
    )
    .toBe(true);
});

test('a note that is found by name alone is opened at the first of its words', async ({ page }) => {
  await page.goto('/search/?q=roast');
  const name = page.locator('.search-more .search-rest a').last();
  await expect(name).toHaveAttribute('href', /[?&]at=mark/u);
  await page.goto((await name.getAttribute('href')) ?? '');
  await expect(page.locator('.mark-clear')).toBeVisible();
  await expect.poll(() => isMarkSeen(page)).toBe(true);
});

test('another hit on the same page is shown as the first one was', async ({ page }) => {
  await page.goto(`${note}?mark=bean#${await page.goto(note).then(() => lastSectionWith(page, 'bean', 0))}`);
  await expect(page.locator('.mark-clear')).toBeVisible();
  const other = await lastSectionWith(page, 'bean', 1);
  await page.evaluate((id) => {
    const link = document.createElement('a');
    link.href = `${location.pathname}${location.search}#${id}`;
    const item = document.createElement('p');
    item.dataset['searchResult'] = '';
    item.append(link);
    document.body.append(item);
    link.click();
  }, other);
  await expect(page).toHaveURL(new RegExp(`#${other}$`, 'u'));
  await expect.poll(() => isMarkSeen(page)).toBe(true);
});

/** The id of a section of the page, counted from the end, whose own text holds the word. */
function lastSectionWith(page: Page, word: string, at: number): Promise<string> {
  return page.evaluate(
    ([wanted, from]) => {
      const headings = [...document.querySelectorAll('[data-pagefind-body] h2[id]')];
      const holds = (heading: Element): boolean => {
        for (
          let next = heading.nextElementSibling;
          next && next.tagName !== 'H2';
          next = next.nextElementSibling
        )
          if (next.textContent.includes(wanted)) return true;
        return false;
      };
      return headings.filter(holds).at(-1 - from)?.id ?? '';
    },
    [word, at] as const,
  );
}

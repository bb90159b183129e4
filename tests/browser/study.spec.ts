import { expect, test } from 'playwright/test';
import { note } from './sites.ts';

test('answers are covered, shown by key or press, rated, and asked again when they are due', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-03-01T09:00:00') });
  await page.goto(note);
  await page.locator('[data-self-test]').click();
  const bar = page.locator('.study-bar');
  await expect(bar).toBeVisible();
  const covers = page.locator('.study-cover');
  const all = await covers.count();
  expect(all).toBeGreaterThan(5);
  // Nothing moves, and what is covered is out of reach for screen readers too.
  await expect(page.locator('.study-answer:not(.is-shown)').first()).toBeHidden();
  await page.keyboard.press('Space');
  await expect(page.locator('.study-answer.is-shown').first()).toBeVisible();
  // Asked from the bar, an answer that stands elsewhere on the page comes into view.
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  await page.keyboard.press('2');
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await bar.getByRole('button', { name: 'Show' }).click();
  await expect(page.locator('.study-answer.is-shown').last()).toBeInViewport();
  await covers.first().click();
  await bar.getByRole('button', { name: 'Again' }).click();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(page.locator('.study-answer')).toHaveCount(0);

  await page.goto('/review/');
  await expect(page.locator('.study-notes li')).toHaveCount(1);
  await page.clock.setFixedTime(new Date('2026-04-20T09:00:00'));
  await page.reload();
  await page.locator('.study-start').click();
  await expect(page.locator('.study-answered')).toBeHidden();
  // The keys are those of the note.
  await page.keyboard.press('Space');
  await expect(page.locator('.study-answered')).not.toBeEmpty();
  await page.keyboard.press('2');
  await expect(page.locator('.study-answered')).toBeHidden();
  await page.locator('study-review .study-buttons button').first().click();
  await expect(page.locator('.study-answered')).toBeVisible();
  await page.locator('study-review .study-buttons button').last().click();
  await expect(page.locator('.study-start')).toHaveCount(0);
});

test('a broken or foreign record is refused in plain words, and an exported one comes back', async ({
  page,
}) => {
  await page.goto('/review/');
  const file = page.locator('study-review input[type="file"]');
  await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') });
  await expect(page.locator('.toast')).not.toBeEmpty();
  await page.goto(note);
  await page.locator('[data-self-test]').click();
  await expect(page.locator('.study-bar')).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('2');
  await page.goto('/review/');
  const download = page.waitForEvent('download');
  await page.locator('.study-tools button').first().click();
  const path = await (await download).path();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.locator('.study-tools button').last().click();
  await expect(page.locator('.study-notes')).toHaveCount(0);
  await file.setInputFiles(path);
  await expect(page.locator('.study-notes li')).toHaveCount(1);
});

test('a record that a newer version of the site wrote stays as it is, and every page says so', async ({
  page,
}) => {
  const newer = JSON.stringify({ version: 2, site: 'x', cards: { 'a/#1': { from: 'the future' } } });
  await page.addInitScript((text) => localStorage.setItem('atlas:deck', text), newer);
  const stored = () => page.evaluate(() => localStorage.getItem('atlas:deck'));
  await page.goto('/review/');
  await expect(page.locator('study-review')).toContainText('newer version');
  await expect(page.locator('study-review button')).toHaveCount(0);
  await page.goto(note);
  await page.locator('[data-self-test]').click();
  await expect(page.locator('.toast')).toContainText('newer version');
  await page.keyboard.press('Space');
  await page.keyboard.press('2');
  await expect(page.locator('.toast')).toContainText('newer version');
  expect(await stored()).toBe(newer);
});

test('each answer in the reviews is what the note says now', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-03-01T09:00:00') });
  await page.goto(note);
  await page.locator('[data-self-test]').click();
  await expect(page.locator('.study-bar')).toBeVisible();
  for (let card = 0; card < 3; card++) {
    await page.keyboard.press('Space');
    await page.keyboard.press('2');
  }
  await page.clock.setFixedTime(new Date('2026-04-20T09:00:00'));
  await page.goto('/review/');
  await page.route(`**${note}`, async (route) => {
    const body = (await (await route.fetch()).text()).replace(/<\/td>(?=\s*<\/tr>)/gu, ' (edited)$&');
    await route.fulfill({ body, contentType: 'text/html' });
  });
  const edited = page.waitForResponse(`**${note}`);
  await page.locator('.study-start').click();
  await edited;
  await page.waitForTimeout(200);
  for (let card = 0; card < 3; card++) {
    await page.keyboard.press('Space');
    await expect(page.locator('.study-answered')).toContainText('(edited)');
    await page.keyboard.press('2');
  }
});

test('home leads a reader who comes back on a day later: to what is due, to where they stopped, to what comes next', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-03-01T09:00:00') });
  await page.goto('/');
  await expect(page.locator('.resume')).toHaveCount(0);
  await page.goto(note);
  await page.locator('[data-self-test]').click();
  await expect(page.locator('.study-bar')).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await page.evaluate(() =>
    document.querySelectorAll('.prose h2')[2]?.scrollIntoView({ behavior: 'instant' }),
  );
  await page.waitForTimeout(500);
  await page.goto('/about/');
  await page.clock.setFixedTime(new Date('2026-03-02T09:00:00'));
  await page.goto('/');
  const way = page.getByRole('navigation', { name: 'Where to go on' });
  await expect(way.getByRole('link')).toHaveText(['1 question to review', /^Go on reading:First crack › /u]);
  // At its end the page leaves room for it: nothing of the foot is below.
  await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  const bottom = (selector: string) =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().bottom);
  const top = await way.evaluate((element) => element.getBoundingClientRect().top);
  expect(await bottom('.site-footer')).toBeLessThanOrEqual(top);
  await expect(way.getByRole('link').first()).toHaveAttribute('href', '/review/');
  await expect(way.getByRole('link').last()).toHaveAttribute('href', note);

  await page.goto(note);
  await page.mouse.move(200, 400);
  await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  await page.waitForTimeout(300);
  const next = await page.locator('.next-note strong').textContent();
  await page.goto('/');
  await expect(way.getByRole('link').last()).toHaveText(`Read next:${next ?? ''}`);
  await way.getByRole('button', { name: /Close/u }).click();
  await expect(way).toHaveCount(0);
});

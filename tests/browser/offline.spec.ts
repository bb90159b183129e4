import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { writeOfflineFiles } from '../../src/build/offline-files.ts';
import { openSiteFiles } from '../../src/build/output/site-files.ts';
import { serveSite } from '../../src/commands/serve-site.ts';

/** A copy of a built site of one's own, which may change while it is read. */
const built = process.env['ATLAS_PLAIN_SITE'] ?? 'node_modules/.cache/atlas/test/plain';
const base = '/atlas/';
let folder: string;
let server: Server;
let root: string;

test.describe.configure({ mode: 'serial' });
test.skip(({ isMobile }) => isMobile, 'the same on every screen');

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-offline-'));
  await cp(built, folder, { recursive: true });
  server = await serveSite(folder, 0, base);
  root = `http://localhost:${(server.address() as { port: number }).port}${base}`;
});

test.afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Lists the files as they are now, as the next build would: without the page of the unlisted note. */
async function listAnew(): Promise<void> {
  for (const name of ['sw.js', 'offline']) await rm(join(folder, name), { recursive: true });
  const site = openSiteFiles(folder);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) site.write(relative(folder, path), await readFile(path));
  }
  await writeOfflineFiles(site, [{ address: '비공개/목록-밖' }]);
}

const dialog = (page: Page) => page.locator('dialog.offline');

async function keepSite(page: Page): Promise<void> {
  await page.locator('.site-footer [data-offline]').click();
  await expect(dialog(page).locator('.offline-size')).toHaveText(/\d+.*MB/u);
  await dialog(page).locator('.offline-row button').first().click();
  // Kept: what is offered now is to look for changes and to remove.
  await expect(dialog(page).locator('.offline-row button')).toHaveCount(2, { timeout: 30_000 });
}

/** Pages of the site, with what they show. */
async function listNotes(): Promise<{ address: string; title: string }[]> {
  const { notes } = JSON.parse(await readFile(join(folder, 'atlas.json'), 'utf8')) as {
    notes: { url: string; title: string }[];
  };
  return notes.map(({ url, title }) => ({
    address: new URL(url).pathname.slice(base.length),
    title,
  }));
}

test('nothing of it is there before it is asked for, and the whole site opens and is searched without a network', async ({
  page,
  context,
}) => {
  await page.goto(root);
  expect(
    await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)),
  ).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await keepSite(page);

  await context.setOffline(true);
  const broken: string[] = [];
  page.on('requestfailed', (request) => {
    // Whoever goes on to the next page at once stops what the last one was loading.
    if (request.failure()?.errorText.includes('ABORTED')) return;
    // A browser may say for a while that it is online; whether the copy is the newest is then asked in vain,
    // and nothing that a reader sees needs the answer.
    if (new URL(request.url()).pathname === `${base}offline/list.json`) return;
    broken.push(request.url());
  });
  for (const { address, title } of await listNotes()) {
    await page.goto(root + address);
    await expect(page.locator('h1')).toContainText(title.slice(0, 12));
    await expect(page.locator('mermaid-diagram svg').or(page.locator('h1')).first()).toBeVisible();
  }
  const [note] = await listNotes();
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open] input[type="search"]').fill(note?.title.slice(0, 6) ?? '');
  await expect(page.locator('dialog[open] [data-search-result]').first()).toBeVisible();
  for (const address of ['map/', 'review/', 'changes/', `search/?q=${encodeURIComponent('표')}`]) {
    await page.goto(root + address);
    await expect(page.locator('h1')).toBeVisible();
  }
  // A folder without its slash leads to the page, an unknown address to the page for those.
  await page.goto(`${root}search?q=x`);
  expect(page.url()).toBe(`${root}search/?q=x`);
  const missing = await page.goto(`${root}nowhere/`);
  expect(missing?.status()).toBe(404);
  await expect(page.locator('h1')).toBeVisible();
  expect(broken).toEqual([]);
});

test('a changed site replaces the copy at once and only by what has changed', async ({ page, context }) => {
  await page.goto(root);
  await keepSite(page);
  const [note] = await listNotes();
  const file = join(folder, decodeURIComponent(note?.address ?? ''), 'index.html');
  await writeFile(file, (await readFile(file, 'utf8')).replace('</h1>', ' NEW EDITION</h1>'));
  await listAnew();

  const fetched: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('?copy=') && !request.url().includes('/offline/')) fetched.push(request.url());
  });
  await page.goto(root + (note?.address ?? ''));
  await expect(page.locator('h1')).not.toContainText('NEW EDITION');
  await expect(page.locator('.toast')).not.toBeEmpty({ timeout: 15_000 });
  expect(fetched).toHaveLength(1);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('h1')).toContainText('NEW EDITION');
});

test('files that are not those of the list never take the place of a whole copy', async ({
  page,
  context,
}) => {
  await page.goto(root);
  await keepSite(page);
  const [, note] = await listNotes();
  const file = join(folder, decodeURIComponent(note?.address ?? ''), 'index.html');
  const whole = await readFile(file, 'utf8');
  await writeFile(file, whole.replace('</h1>', ' LISTED</h1>'));
  await listAnew();
  await writeFile(file, whole.replace('</h1>', ' BETWEEN</h1>'));

  await page.locator('.offline-row button').first().click();
  await expect(page.locator('.offline-fault')).toBeVisible();
  await context.setOffline(true);
  await page.goto(root + (note?.address ?? ''));
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('h1')).not.toContainText(/LISTED|BETWEEN/u);
  await listAnew();
});

test('removing it leaves nothing behind, and no room or storage is said in words', async ({ page }) => {
  await page.goto(root);
  await keepSite(page);
  await dialog(page).locator('.offline-row button').last().click();
  await expect(page.locator('.toast')).toHaveText(/\d+.*MB/u);
  // What the open page loads from now on leaves nothing either.
  expect(await page.evaluate((url) => fetch(url).then(({ ok }) => ok), `${root}atlas.json`)).toBe(true);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(
    await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)),
  ).toBe(0);

  await page.evaluate(() => {
    navigator.storage.estimate = () => Promise.resolve({ quota: 2e6, usage: 1e6 });
  });
  await dialog(page).locator('.offline-row button').first().click();
  await expect(page.locator('.offline-fault')).toBeVisible();
  await page.evaluate(() => {
    CacheStorage.prototype.has = () => Promise.reject(new DOMException('', 'SecurityError'));
  });
  await dialog(page).locator('.offline-row button').first().click();
  await expect(page.locator('.offline-fault')).toBeVisible();
});

test('the list of a site is small, and names every file that readers can come to see', async () => {
  const parts = await readdir(join(folder, 'offline', 'files'));
  const texts = await Promise.all(parts.map((name) => readFile(join(folder, 'offline/files', name), 'utf8')));
  const listed = texts.join('').trim().split('\n');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  expect(listed.length).toBeGreaterThan(files.length - 30);
  expect(Buffer.byteLength(texts.join('')) / listed.length).toBeLessThan(100);
  expect((await readFile(join(folder, 'offline/list.json'))).length).toBeLessThan(2600);
});

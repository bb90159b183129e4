import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';

/** `npm run dev` on notes of our own, with the settings of a site that the tests have built: its code is compiled. */
test.describe.configure({ mode: 'serial' });
test.skip(({ isMobile }) => isMobile, 'authors sit at desks');

const paragraphs = Array.from({ length: 60 }, (_, index) => `${index + 1}번째 문단입니다.`).join('\n\n');
const write = (name: string, text: string) => writeFileSync(join(root, name), text);
const long = (word: string) => `# 긴 노트\n\n## 처음\n\n${paragraphs}\n\n## 끝\n\n${word}\n`;

let root: string;
let address: string;
let server: ChildProcess;
let printed = '';

test.beforeAll(async () => {
  test.setTimeout(180_000);
  root = mkdtempSync(join(tmpdir(), 'atlas-writing-'));
  cpSync('tests/fixtures/plain', root, { recursive: true });
  write('긴-노트.md', long('가나다'));
  write('짧은-노트.md', '# 짧은 노트\n\n[긴 노트](긴-노트.md)를 보십시오.\n');
  const port = await findPort();
  address = `http://localhost:${port}/atlas/`;
  const env = { ...process.env, CONTENT_DIR: root, BASE_PATH: '/atlas/', PORT: String(port), SITE_URL: '' };
  server = spawn(process.execPath, ['src/commands/dev.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  server.stdout?.on('data', (text: Buffer) => (printed += text.toString()));
  await expect.poll(() => printed, { timeout: 170_000 }).toContain(address);
});

test.afterAll(async () => {
  const ended = once(server, 'exit');
  server.kill();
  await ended;
  rmSync(root, { recursive: true });
});

async function findPort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

function listenForErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

test('a page follows its note and stays where it was scrolled to', async ({ page }) => {
  const errors = listenForErrors(page);
  await page.goto(`${address}긴-노트/`);
  await expect(page.locator('theme-switch, [data-theme-switch]').first()).toBeVisible();
  await page.getByRole('heading', { name: '끝' }).evaluate((heading) => heading.scrollIntoView());
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(500);
  write('긴-노트.md', long('라마바'));
  await expect(page.getByText('라마바')).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  write('긴-노트.md', long('[짧은 노트](짧은-노트.md), 사아자'));
  await expect(page.getByText('사아자')).toBeVisible();
  // Another note's page follows too: what points to it has changed.
  await page.goto(`${address}짧은-노트/`);
  await expect(page.locator('[data-backlinks]')).toContainText('긴 노트');
  expect(errors).toEqual([]);
});

test('problems lie over the page, and go when they are mended', async ({ page }) => {
  await page.goto(`${address}짧은-노트/`);
  write('짧은-노트.md', '# 짧은 노트\n\n[없는 노트](없는-노트.md)와 `차카타`.\n');
  await expect(page.getByText('차카타')).toBeVisible();
  const problems = page.locator('atlas-problems');
  await problems.locator('summary').click();
  await expect(problems).toContainText('짧은-노트.md:3');
  expect(printed).toContain('짧은-노트.md:3');
  // Those of other notes are theirs.
  await page.goto(`${address}긴-노트/`);
  await expect(problems).toHaveCount(0);
  await page.goto(`${address}짧은-노트/`);
  await expect(problems).toHaveCount(1);
  write('짧은-노트.md', '# 짧은 노트\n\n파하.\n');
  await expect(page.getByText('파하')).toBeVisible();
  await expect(problems).toHaveCount(0);
});

test('a new note and its diagram appear, and are found', async ({ page }) => {
  await page.goto(`${address}짧은-노트/`);
  write('새-노트.md', '# 새 노트\n\n```mermaid\nflowchart LR\n  a[처음] --> b[나중]\n```\n\n고사리무침\n');
  // A browser for the drawing starts meanwhile, on whatever machine this is.
  await expect
    .poll(async () => (await page.request.get(`${address}새-노트/`)).status(), { timeout: 30_000 })
    .toBe(200);
  await page.goto(`${address}새-노트/`);
  await expect(page.locator('mermaid-diagram svg').first()).toContainText('나중');
  await page.goto(`${address}search/?q=고사리무침`);
  // The index is made now.
  const found = page.locator('[data-search-result] a[href]').first();
  await expect(found).toHaveAttribute('href', /%EC%83%88-/u, { timeout: 30_000 });
  rmSync(join(root, '새-노트.md'));
  await expect.poll(async () => (await page.request.get(`${address}새-노트/`)).status()).toBe(404);
});

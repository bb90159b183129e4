import type { Server } from 'node:http';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { findChromium } from '../src/build/chromium.ts';
import { serveSite } from '../src/commands/serve-site.ts';

/** “Fast 4G” of the browser's developer tools. */
const fast4g = { offline: false, downloadThroughput: 1_012_500, uploadThroughput: 168_750, latency: 165 };
const slowdown = 4;
const phone = { width: 390, height: 844 };

/**
 * What a reader of a built site waits for, on a CPU four times slower and Fast 4G; medians, in ms and kB. Where
 * `PEER_SITE` names the folder of another tool's built site, each of its pages is opened in turn with ours, so that
 * both meet the same machine.
 */
export async function measureReaders(folder: string, runs = 5): Promise<object[]> {
  const found = await findChromium();
  if (!found) throw new Error('no Chromium');
  const peer = process.env['PEER_SITE'];
  const sites = await Promise.all(
    [{ name: '', folder }, ...(peer ? [{ name: 'peer ', folder: peer }] : [])].map(openSite),
  );
  const browser = await chromium.launch(found);
  try {
    const rows: object[] = [];
    for (const kind of ['home', 'usual', 'longest'] as const)
      rows.push(
        ...(await inTurns(runs, sites, (site) => view(browser, site.root + site.paths[kind]))).map(
          ({ site, values }) => ({ name: site.name + site.paths[kind], ...takeMedians(values) }),
        ),
      );
    const [own] = sites;
    if (own) {
      const values = await repeat(runs, () => search(browser, own.root + own.paths.usual));
      rows.push({ name: 'search', ...takeMedians(values) });
    }
    return rows;
  } finally {
    await browser.close();
    for (const { server } of sites) server.close();
  }
}

interface OpenSite {
  name: string;
  server: Server;
  root: string;
  paths: { home: string; usual: string; longest: string };
}

async function openSite({ name, folder }: { name: string; folder: string }): Promise<OpenSite> {
  const server = await serveSite(folder, 0, '/');
  const { port } = server.address() as { port: number };
  return { name, server, root: `http://localhost:${port}`, paths: { home: '/', ...chooseNotes(folder) } };
}

/** A note of middling length, and the longest: by the bytes of their HTML. */
function chooseNotes(folder: string): { usual: string; longest: string } {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/_]+\/(?:[^/]+\/)*index\.html$/u.test(path))
    .filter((path) => readFileSync(join(folder, path), 'utf8').includes('data-pagefind-body'))
    .map((path) => ({
      path: `/${path.replace(/index\.html$/u, '')}`,
      size: statSync(join(folder, path)).size,
    }))
    .sort((one, other) => one.size - other.size);
  return {
    usual: pages[pages.length >> 1]?.path ?? '/',
    longest: pages.at(-1)?.path ?? '/',
  };
}

interface Seen {
  seen: Record<string, number>;
  tasks: readonly { startTime: number; duration: number }[];
}

/**
 * What one view of a page takes. `blocked` is Lighthouse's Total Blocking Time: what tasks last beyond 50 ms after the
 * first paint (https://web.dev/articles/tbt); `long` counts those before the first paint as well.
 */
async function view(browser: Browser, url: string): Promise<Record<string, number>> {
  return withSlowPage(browser, async (page) => {
    const fonts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.woff2'))
        fonts.push(
          response.body().then(
            (body) => body.length,
            () => 0,
          ),
        );
    });
    await page.addInitScript(() => {
      const seen = { shift: 0, largest: 0 };
      const tasks: { startTime: number; duration: number }[] = [];
      Object.assign(globalThis, { seen, tasks });
      const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
        new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
      watch('longtask', ({ startTime, duration }) => tasks.push({ startTime, duration }));
      watch('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value));
      watch('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    await page.waitForTimeout(500);
    const times = await page.evaluate(() => {
      const { seen, tasks } = globalThis as unknown as Seen;
      const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const sum = (from: number) =>
        tasks
          .map(({ startTime, duration }) => startTime + duration - Math.max(startTime, from) - 50)
          .reduce((whole, length) => whole + Math.max(0, length), 0);
      return { ...seen, first, blocked: sum(first), long: sum(0) };
    });
    const bytes = (await Promise.all(fonts)).reduce((sum, size) => sum + size, 0);
    return { ...times, fonts: bytes / 1000 };
  });
}

interface Asked {
  typed?: number;
  shown?: number;
}

/**
 * From the first letter to the frame that paints the first results, by the page's own clock: typed at once after the
 * click on the button, and a second after it. A driver's clock would count its own work on the slow CPU as well.
 */
async function search(browser: Browser, url: string): Promise<Record<string, number>> {
  const type = (wait: number) =>
    withSlowPage(browser, async (page) => {
      await page.addInitScript(() => {
        const asked: Asked = {};
        Object.assign(globalThis, { asked });
        addEventListener('input', () => (asked.typed ??= performance.now()), true);
        const look = () => {
          if (!document.querySelector('dialog [data-search-result]')) return;
          watcher.disconnect();
          // A task after the next frame's callbacks comes when that frame is done.
          requestAnimationFrame(() => setTimeout(() => (asked.shown = performance.now())));
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document, { childList: true, subtree: true });
      });
      await page.goto(url, { waitUntil: 'networkidle' });
      await page.locator('[data-search-open]:visible').first().click();
      await page.waitForTimeout(wait);
      await page.locator('dialog input[type="search"]').fill('모델');
      // Asking in every frame, as is usual, would be work of the driver's on the slow CPU.
      await page.waitForFunction(() => (globalThis as unknown as { asked: Asked }).asked.shown, undefined, {
        polling: 100,
      });
      return page.evaluate(() => {
        const { asked } = globalThis as unknown as { asked: Asked };
        return (asked.shown ?? 0) - (asked.typed ?? 0);
      });
    });
  return { atOnce: await type(0), secondLater: await type(1000) };
}

async function withSlowPage<Result>(
  browser: Browser,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: phone, hasTouch: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', fast4g);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return await work(page);
  } finally {
    await context.close();
  }
}

async function inTurns<Result>(
  runs: number,
  sites: readonly OpenSite[],
  work: (site: OpenSite) => Promise<Result>,
): Promise<{ site: OpenSite; values: Result[] }[]> {
  const rows = sites.map((site) => ({ site, values: [] as Result[] }));
  for (let run = 0; run < runs; run++) for (const row of rows) row.values.push(await work(row.site));
  return rows;
}

async function repeat<Result>(runs: number, work: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let run = 0; run < runs; run++) results.push(await work());
  return results;
}

function takeMedians(rows: readonly Record<string, number>[]): Record<string, number> {
  return Object.fromEntries(
    Object.keys(rows[0] ?? {}).map((key) => {
      const sorted = rows.map((row) => row[key] ?? 0).sort((one, other) => one - other);
      const median = sorted[sorted.length >> 1] ?? 0;
      return [key, key === 'shift' ? Math.round(median * 1000) / 1000 : Math.round(median)];
    }),
  );
}

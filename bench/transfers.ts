import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright';
import { findChromium } from '../src/build/chromium.ts';
import { serveSite } from '../src/commands/serve-site.ts';

/** What a page has fetched: gzip bytes by kind. Fonts and WebAssembly are counted as they are. */
export type Transfers = Record<'html' | 'css' | 'js' | 'font' | 'other', number>;

/** Opens a page of a built site in a browser of 360 × 740 with a cold cache, and counts what it fetches. */
export async function withPage<Result>(
  folder: string,
  path: string,
  work: (page: Page, transfers: () => Transfers) => Promise<Result>,
): Promise<Result> {
  const found = await findChromium();
  if (!found) throw new Error('no Chromium');
  const server = await serveSite(folder, 0, '/');
  const browser = await chromium.launch(found);
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const sums: Transfers = { html: 0, css: 0, js: 0, font: 0, other: 0 };
    const pending: Promise<void>[] = [];
    page.on('response', (response) => {
      pending.push(
        response.body().then(
          (body) => {
            const type = response.headers()['content-type'] ?? '';
            const kind = /html/u.test(type)
              ? 'html'
              : /css/u.test(type)
                ? 'css'
                : /javascript/u.test(type)
                  ? 'js'
                  : /font/u.test(type)
                    ? 'font'
                    : 'other';
            sums[kind] += kind === 'font' ? body.length : gzipSync(body, { level: 6 }).length;
          },
          () => undefined,
        ),
      );
    });
    const { port } = server.address() as { port: number };
    await page.goto(`http://localhost:${port}${path}`, { waitUntil: 'networkidle' });
    await Promise.all(pending);
    return await work(page, () => ({ ...sums }));
  } finally {
    await browser.close();
    server.close();
  }
}

/** The difference of two counts, in kB with one decimal. */
export function kilobytes(after: Transfers, before?: Transfers): Record<string, number> {
  const entries = Object.entries(after).map(
    ([kind, bytes]) => [kind, bytes - (before?.[kind as keyof Transfers] ?? 0)] as const,
  );
  const all = entries.reduce((sum, [, bytes]) => sum + bytes, 0);
  return Object.fromEntries(
    [...entries, ['all', all] as const].map(([kind, bytes]) => [kind, Math.round(bytes / 102.4) / 10]),
  );
}

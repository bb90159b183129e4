import type { MeasuredSite } from './builds.ts';
import { kilobytes, withPage } from './transfers.ts';

/** What the first query fetches (kB, gzip), and how long a later keystroke takes on a CPU four times slower (ms). */
export async function measureSearch(sites: readonly MeasuredSite[]): Promise<object[]> {
  const rows: object[] = [];
  for (const { name, folder } of sites) {
    rows.push({
      name,
      ...(await withPage(folder, '/', async (page, transfers) => {
        const before = transfers();
        await page.keyboard.press('Control+k');
        await page.locator('dialog input[type="search"]').fill('모델');
        await page.locator('[data-search-result]').first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.waitForTimeout(300);
        const first = kilobytes(transfers(), before);
        const session = await page.context().newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        const times: number[] = [];
        for (const word of ['데이터', '추론', '비용', '평가', '전력']) {
          const start = performance.now();
          await page.locator('dialog input[type="search"]').fill(word);
          await page.locator('dialog[open] mark', { hasText: word }).first().waitFor();
          times.push(performance.now() - start);
        }
        return { ...first, later: Math.round(times.sort((a, b) => a - b)[2] ?? 0) };
      })),
    });
  }
  return rows;
}

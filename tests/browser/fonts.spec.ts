import { expect, test, type Page } from 'playwright/test';

const pages = ['/', '/limitation/hallucination/'];

/** Watches a page that is about to load: what moves, and which fonts come. */
async function watch(page: Page): Promise<{ fonts: Map<string, number>; shift: () => Promise<number> }> {
  const fonts = new Map<string, number>();
  page.on('response', async (response) => {
    if (response.url().endsWith('.woff2')) fonts.set(response.url(), (await response.body()).length);
  });
  await page.addInitScript(() => {
    const state = window as unknown as { shift: number };
    state.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number }[]) state.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return { fonts, shift: () => page.evaluate(() => (window as unknown as { shift: number }).shift) };
}

for (const path of pages) {
  for (const network of ['unlimited', 'Fast 4G'] as const) {
    test(`a first visit to ${path} moves nothing and loads little: ${network}`, async ({ page, baseURL }) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      if (network === 'Fast 4G') {
        await session.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 165,
          downloadThroughput: (9e6 / 8) * 0.9,
          uploadThroughput: (1.5e6 / 8) * 0.9,
        });
      }
      const { fonts, shift } = await watch(page);
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready);
      // Without a Korean system font there is nothing whose width could be matched before the font is there.
      const hasKorean = await page.evaluate(() =>
        document.fonts.load('16px "Pretendard Fallback"', '가').then(
          (faces) => faces.length > 0,
          () => false,
        ),
      );
      if (hasKorean || network === 'unlimited') expect(await shift()).toBeLessThan(0.01);
      expect(fonts.size).toBeGreaterThan(0);
      expect(fonts.size).toBeLessThanOrEqual(3);
      expect([...fonts.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(160_000);
      for (const url of fonts.keys()) expect(url.startsWith(`${baseURL ?? ''}fonts/`)).toBe(true);
    });
  }
}

test('text and drawings are set in the cut typeface', async ({ page }) => {
  await page.goto('/limitation/hallucination/', { waitUntil: 'networkidle' });
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  for (const selector of ['h1', '[data-pagefind-body] p', 'mermaid-diagram svg text']) {
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(
      fonts.map(({ familyName, isCustomFont }) => `${familyName} ${String(isCustomFont)}`),
      selector,
    ).toEqual(['Pretendard Variable true']);
  }
});

test('typing in the search field brings the letters that syllables are made of', async ({ page }) => {
  await page.goto('/search/', { waitUntil: 'networkidle' });
  const has = await page.evaluate(
    async () => (await document.fonts.load('16px "Pretendard Variable"', 'ㅎㅏ')).length,
  );
  expect(has).toBeGreaterThan(0);
});

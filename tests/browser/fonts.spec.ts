import { expect, test, type Page } from 'playwright/test';
import { findOwnPages, note, plain } from './sites.ts';

const pages = { ...findOwnPages(), 'a note in English': note };

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

test('text is laid out with the widths of the typeface before any of its files is there', async ({
  page,
}) => {
  await page.route('**/*.woff2', () => undefined);
  await page.goto(`${plain}알고리즘/`, { waitUntil: 'commit' });
  await page.locator('main h1').waitFor();
  const widths = await page.evaluate(() => {
    const probe = document.createElement('span');
    probe.style.cssText = 'font:400 100px "Atlas Blank";position:absolute;white-space:nowrap';
    document.body.append(probe);
    return ['가나', '힣', ' a'].map((text) => {
      probe.textContent = text;
      probe.style.whiteSpace = 'pre';
      return probe.getBoundingClientRect().width;
    });
  });
  for (const [index, width] of [172.85, 86.43, 78.6].entries())
    expect(widths[index]).toBeGreaterThan(width - 2);
});

test('words in a formula are set in the typeface of the text', async ({ page }) => {
  await page.goto(note);
  const [words, text] = await page.evaluate(() => {
    const body = document.querySelector('[data-pagefind-body]');
    body?.insertAdjacentHTML('beforeend', '<math><mfrac><mtext>전력량</mtext><mi>x</mi></mfrac></math>');
    return [body?.querySelector('mtext'), document.body].map(
      (part) => part && getComputedStyle(part).fontFamily,
    );
  });
  expect(words).toBe(text);
});

for (const [kind, path] of Object.entries(pages)) {
  for (const network of ['unlimited', 'Fast 4G'] as const) {
    test(`a first visit to ${kind} moves nothing and loads little: ${network}`, async ({ page }) => {
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
      // Also without a Korean system font: a blank one holds the places.
      expect(await shift()).toBeLessThan(0.012);
      expect(fonts.size).toBeGreaterThan(0);
      expect(fonts.size).toBeLessThanOrEqual(3);
      expect([...fonts.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(160_000);
      const site = new URL('/fonts/', page.url()).href;
      for (const url of fonts.keys()) expect(url.startsWith(site)).toBe(true);
    });
  }
}

test('text and drawings are set in the cut typeface', async ({ page, isMobile }) => {
  await page.goto(note, { waitUntil: 'networkidle' });
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  // On phones a narrow form stands where the drawing would not fit.
  for (const selector of [
    'h1',
    '[data-pagefind-body] p',
    ...(isMobile ? [] : ['mermaid-diagram svg text']),
  ]) {
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(
      fonts.map(({ familyName, isCustomFont }) => `${familyName} ${String(isCustomFont)}`),
      selector,
    ).toEqual(['Atlas Sans KR true']);
  }
});

test('typing in the search field brings the letters that syllables are made of', async ({ page }) => {
  await page.goto('/search/', { waitUntil: 'networkidle' });
  const has = await page.evaluate(
    async () => (await document.fonts.load('16px "Pretendard Variable"', 'ㅎㅏ')).length,
  );
  expect(has).toBeGreaterThan(0);
});

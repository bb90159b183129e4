import { defineConfig } from 'playwright/test';
import { findChromium } from '../../src/build/chromium.ts';

const chromium = await findChromium();
if (!chromium) throw new Error('The browser tests need a Chromium: set CHROMIUM to its path.');

/** Browser tests run on built sites that `npm test` serves: `ATLAS_URL` (the second subject) and those of `sites.ts`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: process.env['CI'] ? 1 : 0,
  timeout: 45_000,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['ATLAS_BROWSER_REPORT'] ?? 'test-results/browser.json' }],
  ],
  use: {
    baseURL: process.env['ATLAS_URL'] ?? 'http://localhost:4321/',
    locale: 'ko-KR',
    launchOptions: {
      executablePath: chromium.executablePath,
      args: chromium.args,
      // Without a locale of its own a machine gives downloads no Korean names.
      env: { LANG: 'C.UTF-8', ...(process.env as Record<string, string>) },
    },
    permissions: ['clipboard-read', 'clipboard-write'],
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      // Other engines bring a window of their own.
      testIgnore: 'engines.spec.ts',
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});

import { existsSync } from 'node:fs';
import { arch, platform } from 'node:process';

/** Where Debian, Fedora, macOS and Windows put a Chromium; tried after `CHROMIUM` and before the packaged one. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** No sandbox, because builds often run as root in a container, where Chromium refuses to start with one. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Finds a browser for drawing diagrams and for the tests: `CHROMIUM`, then the usual places, then the one packed
 * inside `@sparticuz/chromium` (Linux x64, unpacked once into the temporary folder), then Playwright's own.
 * A `CHROMIUM` that names no file (`CHROMIUM=none`) means "this machine has no browser".
 */
export async function findChromium(): Promise<Chromium | null> {
  const named = process.env['CHROMIUM'];
  if (named) return existsSync(named) ? { executablePath: named, args } : null;
  const installed = usualPlaces.find((place) => existsSync(place));
  if (installed) return { executablePath: installed, args };
  return (await packagedChromium()) ?? (await playwrightChromium());
}

async function packagedChromium(): Promise<Chromium | null> {
  if (platform !== 'linux' || arch !== 'x64') return null;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return { executablePath: await packaged.executablePath(), args };
  } catch {
    return null;
  }
}

async function playwrightChromium(): Promise<Chromium | null> {
  const { chromium } = await import('playwright');
  const executablePath = chromium.executablePath();
  return existsSync(executablePath) ? { executablePath, args } : null;
}

export interface Chromium {
  executablePath: string;
  args: string[];
}

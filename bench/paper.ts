import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../src/build/chromium.ts';
import { serveSite } from '../src/commands/serve-site.ts';
import { canReadSheets, readSheets } from './sheets.ts';

/** Part of a sheet's text area that may stay blank. */
const mostBlank = 0.25;
/** The blank part of a sheet that holds nothing. */
const wholly = 0.99;

/**
 * Prints every note and every book of a built site under `/`, and lists the sheets that are more than a quarter blank
 * though the text goes on, that end in a heading, and words that no sheet
 * holds. Null where PDFs cannot be read.
 */
export async function measurePaper(
  folder: string,
): Promise<{ summary: Record<string, number>; faults: object[] } | null> {
  const found = await findChromium();
  if (!found || !canReadSheets()) return null;
  const { notes } = JSON.parse(readFileSync(join(folder, 'atlas.json'), 'utf8')) as {
    notes: { url: string }[];
  };
  const paths = [
    ...notes.map(({ url }) => new URL(url).pathname),
    ...readdirSync(join(folder, 'print'), { recursive: true, withFileTypes: true })
      .filter(({ name }) => name === 'index.html')
      .map(({ parentPath }) => `/${parentPath.slice(folder.length).replace(/^\/|\/$/gu, '')}/`),
  ];
  const server = await serveSite(folder, 0, '/');
  const browser = await chromium.launch(found);
  const faults: object[] = [];
  let count = 0;
  try {
    const { port } = server.address() as { port: number };
    const page = await browser.newPage();
    for (const path of paths) {
      await page.goto(`http://localhost:${port}${path}`, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      const { sheets, lost } = await readSheets(page);
      for (const opening of lost) faults.push({ path, lost: opening });
      count += sheets.length;
      for (const [at, { blank, next, endsInHeading }] of sheets.entries()) {
        const isOver = next === 'end' || next === 'note';
        // The last may be short, but something has to stand on it.
        const isBlank = blank > (isOver ? wholly : mostBlank);
        if (isBlank || endsInHeading)
          faults.push({ path, sheet: at + 1, blank: Math.round(blank * 100), next, endsInHeading });
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  return { summary: { documents: paths.length, sheets: count, faults: faults.length }, faults };
}

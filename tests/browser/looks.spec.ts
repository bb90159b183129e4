import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { collection, note, plain } from './sites.ts';

/**
 * A few pages seen from afar: each is shrunk to a small grid of how much ink lies where, kept in `looks/`. A column that
 * slips, a drawing that is gone or a scheme that turned over changes the grid; another machine's letters or a
 * corrected sentence do not. After a change of the design on purpose: `ATLAS_LOOKS=keep npm test -- browser`.
 */
const columns = 40;
const rows = 30;
/** Cells (of 1,200) that may differ by more than `tolerance` levels of 16. */
const mostDifferent = 80;
const tolerance = 3;

const pages = {
  home: '/',
  note,
  collection,
  glossary: '/glossary/',
  tags: '/tags/',
  'plain note': `${plain}알고리즘/정렬/퀵 정렬/`,
};

// One after the other: they write into one file.
test.describe.configure({ mode: 'default' });

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, path] of Object.entries(pages)) {
    test(`${name} looks as it did, ${scheme}`, async ({ page }, info) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(path, { waitUntil: 'networkidle' });
      const look = await shrink(page);
      const key = `${name}, ${scheme}`;
      const file = join(import.meta.dirname, 'looks', `${info.project.name}.json`);
      const kept = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<
        string,
        string[]
      >;
      if (process.env['ATLAS_LOOKS'] === 'keep') {
        writeFileSync(file, `${JSON.stringify({ ...kept, [key]: look }, null, 2)}\n`);
        return;
      }
      const before = (kept[key] ?? []).join('');
      const groundOf = (lines: readonly string[]) => parseInt(lines[0]?.[0] ?? '7', 16);
      expect(Math.abs(groundOf(look) - groundOf(kept[key] ?? [])), `${key}: the ground`).toBeLessThanOrEqual(
        1,
      );
      const different = [...look.join('')].filter(
        (cell, index) => Math.abs(parseInt(cell, 16) - parseInt(before[index] ?? '0', 16)) > tolerance,
      ).length;
      expect(
        different,
        `${key}: cells that look different (if on purpose: ATLAS_LOOKS=keep npm test -- browser)\n${look.join('\n')}`,
      ).toBeLessThanOrEqual(mostDifferent);
    });
  }
}

/** The window as rows of hexadecimal levels, none to full of ink, and on the first line the grey of its ground. */
async function shrink(page: Page): Promise<string[]> {
  const picture = (await page.screenshot()).toString('base64');
  const canvas = await page.context().newPage();
  const { ground, inks } = await canvas.evaluate(
    async ({ picture, columns, rows }) => {
      const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const greyAt = (x: number, y: number) => {
        const place = (y * bitmap.width + x) * 4;
        return (data[place] ?? 0) * 0.3 + (data[place + 1] ?? 0) * 0.59 + (data[place + 2] ?? 0) * 0.11;
      };
      const ground = greyAt(2, bitmap.height - 3);
      const cells = Array.from({ length: columns * rows }, () => ({ ink: 0, all: 0 }));
      for (let y = 0; y < bitmap.height; y++) {
        for (let x = 0; x < bitmap.width; x++) {
          const column = Math.floor((x * columns) / bitmap.width);
          const cell = cells[Math.floor((y * rows) / bitmap.height) * columns + column];
          if (!cell) continue;
          cell.all++;
          if (Math.abs(greyAt(x, y) - ground) > 24) cell.ink++;
        }
      }
      return { ground, inks: cells.map(({ ink, all }) => ink / all) };
    },
    { picture, columns, rows },
  );
  await canvas.close();
  // The root spreads the thin end, where letters are.
  const levels = inks.map((ink) => Math.round(Math.sqrt(ink) * 15).toString(16));
  return [
    Math.floor(ground / 16)
      .toString(16)
      .repeat(columns),
    ...Array.from({ length: rows }, (_, y) => levels.slice(y * columns, (y + 1) * columns).join('')),
  ];
}

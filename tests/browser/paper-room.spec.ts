import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { findNotes } from './find-note.ts';

/** Part of a sheet's text area that may stay blank. */
const mostEmpty = 0.25;
/** Margins of `print.css` with what stands in them, of A4's height. */
const margin = 20 / 297;

/** Whether pages of a PDF can be looked at here. */
const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined;

/** How much of every page's text area is blank below its last mark; the last page is left out. */
async function measureBlanks(pdf: Buffer): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-paper-'));
  try {
    await writeFile(join(folder, 'x.pdf'), pdf);
    spawnSync('pdftoppm', ['-gray', '-r', '24', join(folder, 'x.pdf'), join(folder, 'page')]);
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).sort();
    const blanks: number[] = [];
    for (const name of pages.slice(0, -1)) blanks.push(measureBlank(await readFile(join(folder, name))));
    return blanks;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A picture in portable grey map form: `P5 width height 255` and a byte for every dot. */
function measureBlank(picture: Buffer): number {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(picture.subarray(0, 40).toString('latin1'));
  const [width, height] = [Number(head?.[1]), Number(head?.[2])];
  const dots = picture.subarray(head?.[0].length ?? 0);
  const top = Math.round(height * margin);
  const bottom = height - top;
  let last = bottom - 1;
  const isBlank = (row: number) => dots.subarray(row * width, (row + 1) * width).every((dot) => dot > 235);
  while (last > top && isBlank(last)) last--;
  return (bottom - 1 - last) / (bottom - top);
}

/** Height of a sheet's text area, in CSS px. */
const sheet = 986;

test('no page of a note on paper is more than a quarter blank, but before a drawing that needs the room', async ({
  page,
  request,
  isMobile,
}) => {
  test.skip(isMobile, 'paper has one size');
  test.skip(!hasPoppler, 'pdftoppm is not installed: nobody can look at the pages here');
  for (const address of await findNotes(request, /<mermaid-diagram[^]*class="table-figure/u, 6)) {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 672, height: sheet });
    await page.goto(address, { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    const heights = await page
      .locator('figure.diagram')
      .evaluateAll((figures) => figures.map((figure) => figure.getBoundingClientRect().height));
    // A drawing is printed as small as its letters allow; one that is still high may leave as much before it.
    const most = Math.max(mostEmpty, ...heights.map((height) => (height + 40) / sheet));
    const blanks = await measureBlanks(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    for (const [at, blank] of blanks.entries())
      expect.soft(blank, `${address}, page ${at + 1} of ${blanks.length + 1}`).toBeLessThanOrEqual(most);
  }
});

/** The words of every page of a PDF. */
async function readPages(pdf: Buffer): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-paper-'));
  try {
    await writeFile(join(folder, 'x.pdf'), pdf);
    const { stdout } = spawnSync('pdftotext', ['-layout', join(folder, 'x.pdf'), '-'], { encoding: 'utf8' });
    return stdout.split('\f').slice(0, -1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

for (const width of [1280, 390]) {
  test(`the contents of a collection on paper name the sheet where each note begins, printed from ${width} px`, async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'paper has one size');
    test.skip(!hasPoppler, 'pdftotext is not installed: nobody can read the pages here');
    for (const address of ['/print/roasting/', '/print/machines/']) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      const [contents = '', ...pages] = await readPages(
        await page.pdf({ format: 'A4', preferCSSPageSize: true }),
      );
      const entries = [...contents.matchAll(/^\s*\d+\.\s+(.+?)\s+p\.\s(\d+)\s*$/gmu)].map(
        ([, title = '', number]) => ({ title, number: Number(number) }),
      );
      expect(entries).toHaveLength(await page.locator('.print-contents li').count());
      for (const { title, number } of entries) {
        const lines = [contents, ...pages][number - 1]?.split('\n').map((line) => line.trim()) ?? [];
        expect(lines, `page ${number} of ${address}`).toContain(title);
      }
      const references = pages.join('\n').match(/\(p\. \d+\)/gu) ?? [];
      expect(references.length, 'links from note to note name sheets').toBeGreaterThan(0);
    }
  });
}

import { spawnSync } from 'node:child_process';
import { expect, test } from 'playwright/test';
import { canReadSheets, readSheets } from '../../bench/sheets.ts';
import { findNotes } from './find-note.ts';

/** Part of a sheet's text area that may stay blank. */
const mostBlank = 0.25;

test.describe('sheets', () => {
  test.skip(({ isMobile }) => isMobile, 'paper has one size');
  test.skip(!canReadSheets(), 'poppler is not installed: nobody can look at the pages here');

  test('no sheet of a note or a book is more than a quarter blank, none ends in a heading, no word is lost', async ({
    page,
    request,
  }) => {
    test.setTimeout(120_000);
    const notes = await findNotes(request, /<mermaid-diagram[^]*class="table-figure/u, 6);
    for (const address of [...notes, '/print/roasting/', '/print/machines/']) {
      await page.goto(address, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      const { sheets, lost } = await readSheets(page);
      expect.soft(lost, address).toEqual([]);
      for (const [at, { blank, next, endsInHeading }] of sheets.entries()) {
        const place = `${address}, sheet ${at + 1} of ${sheets.length}`;
        // The last may be short, but something has to stand on it.
        const isOver = next === 'end' || next === 'note';
        expect.soft(blank, place).toBeLessThanOrEqual(isOver ? 0.99 : mostBlank);
        expect.soft(endsInHeading, place).toBe(false);
      }
    }
  });
});

/** What may stand one after the other in a note, in a few letters: what holds up a float and what passes it. */
const parts: Record<string, string> = {
  p: '<p>Text that a reader goes on with, a few lines of it, so that the sheet fills up before the next thing.</p>',
  h: '<div class="section-heading level-2"><h2>A heading {}</h2></div>',
  i: '<div class="section-heading level-3"><h3>A smaller heading {}</h3></div>',
  f: '<figure class="diagram"><svg class="drawing" style="block-size:400px" viewBox="0 0 9 9"><rect width="9" height="9"/></svg><figcaption>A figure {}</figcaption></figure>',
  t: '<figure class="table-figure"><div class="table-frame"><table><tr><th>first {}</th></tr><tr><td>cell {}</td></tr></table></div></figure>',
  s: `<figure class="table-figure" data-caption="x"><figcaption>A short table {}</figcaption><div class="table-frame"><table><thead><tr><th>head {}</th></tr></thead>${'<tr><td>cell {}</td></tr>'.repeat(9)}</table></div></figure>`,
  l: `<figure class="table-figure" data-caption="x"><figcaption>A long table {}</figcaption><div class="table-frame"><table>${'<tr><td>cell {}</td></tr>'.repeat(40)}</table></div></figure>`,
  k: '<aside class="callout"><p>A remark {}</p></aside>',
  w: `<figure class="diagram" data-wide data-paper="words"><mermaid-diagram></mermaid-diagram><figcaption>A vast figure {}</figcaption><details class="diagram-text"><summary>words</summary><p>Of 300 items.</p><ul>${'<li>Item<ul><li>leads to another</li></ul></li>'.repeat(300)}</ul></details></figure>`,
  b: `<aside class="callout"><p>A long remark {}</p>${'<p>What it says, in a few lines of text, one after the other, until there is no more to say.</p>'.repeat(8)}</aside>`,
  m: '<div class="math" tabindex="0"><math display="block" style="display:block math;"><mtext>formula {}</mtext><mo>=</mo><mfrac><mi>a</mi><mi>b</mi></mfrac></math></div>',
};

/**
 * Orders in which something can fill every sheet: formulas, long boxes of text, titles without a text, rows of a table of
 * more than a sheet, or of one before a heading with its figure, and much text after figures that wait.
 */
const fillers = /m|b|^h+p$|l|^pshtp$|p{4}$/u;

for (const order of [
  `${'h'.repeat(30)}p`,
  'phlhp',
  'pshtp',
  'pfshspppppppp',
  'psphthpppp',
  'pffhpp',
  'pffhip',
  'hfmmmmpp',
  'hfpbbpp',
  'hfkp',
  'hfhp',
  'hifp',
  'fphtp',
  'fphitp',
  'hikp',
  'hwhp',
  'phfwhwp',
])
  test(`a figure that waits for its sheet holds up no formula and leaves no heading behind: ${order}`, async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'paper has one size');
    test.skip(!canReadSheets(), 'poppler is not installed: nobody can look at the pages here');
    await page.goto('/roasting/first-crack/', { waitUntil: 'load' });
    // The same at every height of a sheet, each begun on one of its own.
    const heights = Array.from({ length: 16 }, (_, at) => 400 + at * 33);
    const pieces = heights.map((height, at) => {
      const blocks = [...order].map((part, place) => parts[part]?.replaceAll('{}', `${at}.${place}`));
      const room = `<div style="block-size:${height}px;background:#ccc;print-color-adjust:exact"></div>`;
      return `<div class="prose print-note" style="break-before:page;border:0">${room}<p>Before.</p>${blocks.join('')}</div>`;
    });
    await page.locator('main').evaluate((main, html) => (main.innerHTML = html), pieces.join(''));
    const { sheets, lost } = await readSheets(page);
    expect(lost).toEqual([]);
    for (const [at, { blank, next, endsInHeading }] of sheets.entries()) {
      expect.soft(endsInHeading, `sheet ${at + 1} of ${sheets.length}`).toBe(false);
      if (fillers.test(order) && next !== 'end' && next !== 'note')
        expect.soft(blank, `sheet ${at + 1}`).toBeLessThanOrEqual(mostBlank);
    }
  });

test('the words of a graph of hundreds of nodes take a few sheets', async ({ page, isMobile }) => {
  test.skip(isMobile, 'paper has one size');
  test.skip(!canReadSheets(), 'poppler is not installed: nobody can look at the pages here');
  await page.goto('/roasting/first-crack/', { waitUntil: 'load' });
  await page
    .locator('main')
    .evaluate((main, html) => (main.innerHTML = html), `<div class="prose">${parts['w']}</div>`);
  const { sheets } = await readSheets(page);
  expect(sheets.length).toBeLessThanOrEqual(3);
});

/** The words of every page of a PDF. */
function readPages(pdf: Buffer): string[] {
  const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return stdout.split('\f').slice(0, -1);
}

for (const width of [1280, 390]) {
  test(`the contents of a collection on paper name the sheet where each note begins, printed from ${width} px`, async ({
    page,
    isMobile,
  }) => {
    test.skip(isMobile, 'paper has one size');
    test.skip(!canReadSheets(), 'pdftotext is not installed: nobody can read the pages here');
    for (const address of ['/print/roasting/', '/print/machines/']) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      const [contents = '', ...pages] = readPages(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
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

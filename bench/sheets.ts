import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** Margins of `print.css` with what stands in them, of A4's height. */
const margin = 20 / 297;
/** The height of A4, and the part at its top in which the first thing of a page begins, in points. */
const height = 842;
const top = 90;

/** One page of a printed document. */
export interface Sheet {
  /** How much of its text area is blank below its last mark, 0 to 1. */
  blank: number;
  /** What stands first on the next page: a figure, the title of the next note of a book, other text, or no page. */
  next: 'figure' | 'note' | 'text' | 'end';
  /** Whether its last line is a heading, whose text begins the next page. */
  endsInHeading: boolean;
}

/** Whether pages of a PDF can be looked at on this machine (poppler). */
export function canReadSheets(): boolean {
  return ['pdftoppm', 'pdfinfo', 'pdftotext'].every(
    (command) => spawnSync(command, ['-v']).error === undefined,
  );
}

/**
 * Prints the page that is open as its print styles say, and measures every sheet.
 * @returns `lost`: the first letters of headings, paragraphs, items and cells that stand on no sheet
 */
export async function readSheets(page: Page): Promise<{ sheets: Sheet[]; lost: string[] }> {
  await page.emulateMedia({ media: 'print' });
  // A PDF names the places that links lead to, with their page and height.
  const headings = await page.evaluate(() => {
    const links = document.createElement('nav');
    links.style.cssText = 'position:absolute;inline-size:1px;block-size:1px;overflow:hidden';
    for (const [at, place] of [...document.querySelectorAll('figure, .print-note')].entries()) {
      const mark = document.createElement('i');
      mark.id = `${place.matches('figure') ? 'figure' : 'note'}--${at}`;
      mark.style.position = 'absolute';
      place.prepend(mark);
      const link = document.createElement('a');
      link.href = `#${mark.id}`;
      link.textContent = '.';
      links.append(link);
    }
    document.body.prepend(links);
    return [...document.querySelectorAll('h2, h3, h4')].map(({ textContent }) => textContent ?? '');
  });
  const folder = await mkdtemp(join(tmpdir(), 'atlas-paper-'));
  try {
    const file = join(folder, 'x.pdf');
    await writeFile(file, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    spawnSync('pdftoppm', ['-gray', '-r', '24', file, join(folder, 'page')]);
    const firsts = readFirsts(ask('pdfinfo', ['-dests', file]));
    const text = ask('pdftotext', ['-layout', file, '-']);
    const ends = readEnds(text, headings);
    const pictures = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).sort();
    const sheets: Sheet[] = [];
    for (const [at, name] of pictures.entries())
      sheets.push({
        blank: measureBlank(await readFile(join(folder, name))),
        next: at === pictures.length - 1 ? 'end' : (firsts.get(at + 2) ?? 'text'),
        endsInHeading: ends[at] ?? false,
      });
    return { sheets, lost: findLost(await readOpenings(page), ask('pdftotext', ['-raw', file, '-'])) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ask(command: string, parts: string[]): string {
  return spawnSync(command, parts, { encoding: 'utf8', maxBuffer: 1e8 }).stdout;
}

/** The first letters of every block that is printed. */
function readOpenings(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, p, li, td, figcaption, dt, dd, .math)'),
    ].flatMap((block) => {
      const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const letters = (text.textContent ?? '').replace(/\s+/gu, '').slice(0, 14);
        const isShown =
          text.parentElement?.checkVisibility() && !text.parentElement.closest('.visually-hidden, svg');
        if (letters.length > 1 && isShown) return [letters];
      }
      return [];
    }),
  );
}

/** Letters that a machine without fonts for them prints as nothing that could be read. */
const seldomLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]/gu;

function findLost(openings: readonly string[], printed: string): string[] {
  const plain = (text: string) => text.replace(/\s+/gu, '').replace(seldomLetters, '');
  const text = plain(printed);
  return openings.filter((opening) => !text.includes(plain(opening)));
}

/** Pages (from 1) that begin with a figure or a note, of `pdfinfo -dests`: `3 [ XYZ 51 780 null ] "figure--2"`. */
function readFirsts(listed: string): Map<number, 'figure' | 'note'> {
  const firsts = new Map<number, 'figure' | 'note'>();
  const place = /^\s*(\d+)\s+\[\s*XYZ\s+\S+\s+(\S+)\s[^"]*"(figure|note)--/gmu;
  for (const [, page, y, kind] of listed.matchAll(place))
    if (height - Number(y) < top && firsts.get(Number(page)) !== 'note')
      firsts.set(Number(page), kind as 'figure' | 'note');
  return firsts;
}

/** For every page of `pdftotext -layout` whether the line above its foot is a heading that the next goes on from. */
function readEnds(text: string, headings: readonly string[]): boolean[] {
  const plain = (line: string) => line.replace(/\s+/gu, '');
  const known = new Set(headings.map(plain).filter((heading) => heading !== ''));
  const pages = text.split('\f').map((page) => page.split('\n').filter((line) => line.trim() !== ''));
  return pages.map((lines, at) => {
    // The line below the head of the next page: sections may be without a text of their own.
    const next = pages[at + 1]?.[1];
    return known.has(plain(lines.at(-2) ?? '')) && next !== undefined && !known.has(plain(next));
  });
}

/** A picture in portable grey map form: `P5 width height 255` and a byte for every dot. */
function measureBlank(picture: Buffer): number {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(picture.subarray(0, 40).toString('latin1'));
  const [width, rows] = [Number(head?.[1]), Number(head?.[2])];
  const dots = picture.subarray(head?.[0].length ?? 0);
  const first = Math.round(rows * margin);
  const end = rows - first;
  let last = end - 1;
  const isBlank = (row: number) => dots.subarray(row * width, (row + 1) * width).every((dot) => dot > 235);
  while (last > first && isBlank(last)) last--;
  return (end - 1 - last) / (end - first);
}

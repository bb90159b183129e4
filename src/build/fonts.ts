import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describeRanges, writeFontCss } from '../knowledge/fonts/font-css.ts';
import { readFontCoverage } from '../knowledge/fonts/font-coverage.ts';
import { linkFonts } from '../knowledge/fonts/font-links.ts';
import { readCharacters } from '../knowledge/fonts/page-characters.ts';
import { writeStandInScript } from '../knowledge/fonts/stand-in-font.ts';
import { planFontSlices } from '../knowledge/fonts/slice-characters.ts';
import { allowInline, deferModules } from '../security.ts';
import { hashInputs, recall, recallAsync } from '../store/recall.ts';
import { cacheFolder } from './build-lock.ts';
import { hashFile, type SiteFiles } from './output/site-files.ts';
import type { MadePage } from './read-made-page.ts';
import { openFontCutter } from './fonts/cut-font.ts';
import { readFontLicence, readFontSource } from './fonts/font-source.ts';

/** ASCII, the no-break space, and the marks that Korean text and the interface set beside words. */
const alwaysCore = readCharacters(
  `${String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 0x20 + index))}\u00A0·‘’“”…–—×→←↑↓`,
);

/** The letters that stand in a search field while a syllable is being typed. */
const typedLetters = Array.from({ length: 0x3163 - 0x3131 + 1 }, (_, index) => 0x3131 + index);

/**
 * Cuts the typeface to the characters of the site, writes the files to its `fonts/`, and links them in every one of the
 * `made` pages that holds the placeholder and was held back for that: a page loads the core and at most one slice more.
 * The modules of those pages are deferred as well. Returns the number of files and their bytes. Characters that the typeface does not have
 * are left to the system's fonts.
 */
export async function buildFonts(
  site: SiteFiles,
  base: string,
  made: readonly MadePage[],
): Promise<{ files: number; bytes: number }> {
  const extra = readAssets(site);
  const source = await readFontSource();
  const pages = made.flatMap(({ characters, ...page }) => (characters ? [{ ...page, characters }] : []));
  const covered = readFontCoverage(source);
  const inFont = (points: Iterable<number>): Set<number> =>
    new Set([...points].filter((point) => covered.has(point)));
  const known = inFont([...alwaysCore, ...typedLetters, ...extra.scripts, ...extra.styles]);
  for (const { characters } of pages) addCovered(characters.all, covered, known);
  const plan = planFontSlices(
    pages.map(({ characters }) => addCovered(characters.shown, covered, new Set())),
    pages.map(({ path }) => path),
    known,
    inFont([...alwaysCore, ...extra.styles]),
  );
  const ranges = describeRanges(plan, known);

  const cutter = openFontCutter(join(cacheFolder, 'fonts'));
  let [files, bytes] = [0, 0];
  const write = (name: string, extension: string, content: Uint8Array | string): string => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
    const file = `${name}.${hash}.${extension}`;
    site.write(`fonts/${file}`, content);
    return file;
  };
  write('LICENSE', 'txt', await readFontLicence());
  const writeSlice = async (name: string, points: readonly number[], range: string) => {
    const content = await cutter.cut(points);
    const file = write(name, 'woff2', content);
    files += 1;
    bytes += content.length;
    return { file, range };
  };
  const writeSlices = (name: string, slices: readonly (readonly number[])[], of: readonly string[]) =>
    Promise.all(slices.map((points, index) => writeSlice(`${name}-${index + 1}`, points, of[index] ?? '')));
  const [standIn, core, spare, slices] = await Promise.all([
    cutter.cutStandIn(plan.core),
    writeSlice('core', plan.core, ranges.core),
    writeSlices('spare', plan.spare, ranges.spare),
    writeSlices('pages', plan.groups, ranges.groups),
  ]).finally(() => cutter.close());
  const groups = slices.map((slice) => ({
    slice,
    css: writeFontCss([...spare, slice, core], `${base}fonts/`),
  }));
  const coreCss = writeFontCss([...spare, core], `${base}fonts/`);
  const script = writeStandInScript(standIn);
  const shared = [undefined, ...groups].map((group) => {
    const preloads = [core.file, ...(group ? [group.slice.file] : [])];
    const links = { css: group?.css ?? coreCss, script, preloads };
    return { links, key: hashInputs([base, JSON.stringify(links)]).toString('hex') };
  });
  for (const [index, { path, key, html }] of pages.entries()) {
    const part = shared[(plan.groupOf[index] ?? -1) + 1];
    if (!part) throw new Error(`${path}: no fonts`);
    const { links } = part;
    const finish = async () => {
      const linked = linkFonts(await html(), base, links);
      // Pages are read and written once: the other thing that needs the whole page is done here as well.
      return deferModules(allowInline(linked, { script, style: links.css }));
    };
    let finished: string | undefined;
    const sum = await recallAsync('finished page', [key, part.key], async () =>
      hashFile((finished = await finish())),
    );
    if (finished !== undefined || !site.keep(path, sum)) site.write(path, finished ?? (await finish()));
  }
  return { files, bytes };
}

/** Adds the code points of a text that the typeface has. */
function addCovered(text: string, covered: ReadonlySet<number>, into: Set<number>): Set<number> {
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    if (covered.has(point)) into.add(point);
  }
  return into;
}

/**
 * Characters that style sheets put into pages, and Hangul that scripts may write there: their other letters are tables
 * of Unicode for reading source code, which nobody is shown.
 */
function readAssets(site: SiteFiles): { scripts: Set<number>; styles: Set<number> } {
  const read = (extension: string): Set<number> => {
    const paths = [...site.files.keys()].filter(
      (path) => path.startsWith('_astro/') && path.endsWith(extension),
    );
    const texts = () => paths.map((path) => site.read(path)).join('\n');
    const sums = paths.sort().map((path) => site.files.get(path)?.hash ?? '');
    return new Set(recall('asset characters', sums, () => [...readCharacters(texts())]));
  };
  const scripts = [...read('.js')].filter((point) => point >= 0xac00 && point <= 0xd7a3);
  return { scripts: new Set(scripts), styles: read('.css') };
}

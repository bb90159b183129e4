import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page, type Route } from 'playwright';
import type { Chromium } from '../build/chromium.ts';
import type { Drawing } from './drawing.ts';
import type { ParsedDiagram } from './graph.ts';
import { numberInvented } from './invented-names.ts';
import { diagramFont } from './mermaid-config.ts';
import { sanitiseSeldom } from './quick-sanitising.ts'; // Only speed.
import { quickenSettings } from './quick-settings.ts'; // Only speed.

const origin = 'http://drawing.localhost';
const engineFolder = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const mermaidFolder = join(dirname(require.resolve('mermaid/package.json')), 'dist');
/** The variant for browsers, which asks the page's own parser. */
const entitiesFile = join(dirname(require.resolve('decode-named-character-reference')), 'index.dom.js');
const fontFile = join(
  dirname(require.resolve('pretendard/package.json')),
  'dist/web/variable/woff2/PretendardVariable.woff2',
);

/**
 * A Chromium with one page that draws. Everything the page loads comes from this machine: Mermaid and the font from
 * their packages, the engine from this folder with its types stripped; any other request is refused.
 */
export async function openDrawingBrowser(found: Chromium, limits: DrawingLimits): Promise<DrawingBrowser> {
  const browser = await withLimit(
    chromium.launch({ executablePath: found.executablePath, args: found.args, timeout: limits.start }),
    limits.start + 1000,
    'the browser did not start',
  );
  try {
    const page = await withLimit(preparePage(browser), limits.start, 'the browser did not load Mermaid');
    return {
      draw: (code, parsed, isListed = false) =>
        withLimit(
          page.evaluate(
            ([source, graph, isList]) =>
              (globalThis as unknown as DrawingPage).drawDiagram(source, graph, isList),
            [code, parsed, isListed] as const,
          ),
          limits.draw,
          'the drawing took too long',
        ).then((drawing) => numberInvented(drawing, code)),
      close: () => closeBrowser(browser),
    };
  } catch (error) {
    await closeBrowser(browser);
    throw error;
  }
}

async function preparePage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    colorScheme: 'light',
    serviceWorkers: 'block',
  });
  await page.route('**/*', serveLocally);
  await page.goto(`${origin}/`);
  await page.evaluate(async (family) => {
    const faces = await Promise.all(
      [400, 600, 700].map((weight) => document.fonts.load(`${weight} 16px "${family}"`, '\uac00A1')),
    );
    if (faces.some((list) => list.length === 0)) throw new Error(`font ${family} is missing`);
    await (globalThis as unknown as { ready: Promise<void> }).ready;
  }, diagramFont.family);
  return page;
}

const pageHtml = `<!doctype html><html lang="ko"><meta charset="utf-8"><style>
@font-face{font-family:"${diagramFont.family}";src:url(/font.woff2) format("woff2");font-weight:45 920}
body{margin:0;font-family:"${diagramFont.family}"}</style><script type="importmap">{"imports":{"decode-named-character-reference":"/entities.js"}}</script><body><script type="module">
let open; globalThis.ready = new Promise((resolve, reject) => { open = { resolve, reject }; });
try {
  const [{ default: mermaid }, { drawInPage }] = await Promise.all([import('/mermaid/mermaid.esm.min.mjs'), import('/engine/draw-in-page.ts')]);
  // Some of Mermaid's errors hold whole syntax trees, which cannot leave the page: only the message does.
  // Mermaid names commits and blocks without an id by chance: here chance repeats itself for every diagram.
  const startChance = () => { let state = 1; Math.random = () => { state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296; }; };
  globalThis.drawDiagram = (code, parsed, isListed) => (startChance(), drawInPage(mermaid, code, { parsed, isListed, hasStylePolicy: false })).catch((error) => { throw new Error(String(error?.message ?? error)); });
  open.resolve();
} catch (error) { open.reject(error); }
</script></body></html>`;

async function serveLocally(route: Route): Promise<void> {
  const { origin: asked, pathname } = new URL(route.request().url());
  if (asked !== origin) return route.abort();
  if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageHtml });
  if (pathname === '/font.woff2') return route.fulfill({ contentType: 'font/woff2', path: fontFile });
  const contentType = 'text/javascript; charset=utf-8';
  try {
    if (pathname === '/entities.js') return await route.fulfill({ contentType, path: entitiesFile });
    if (pathname.startsWith('/mermaid/')) {
      const file = resolveInside(mermaidFolder, pathname.slice('/mermaid/'.length)); // Only speed.
      const body = sanitiseSeldom(quickenSettings(await readFile(file, 'utf8'))); // Only speed.
      if (pathname.endsWith('.mjs')) return await route.fulfill({ contentType, body }); // Only speed.
      return await route.fulfill({
        contentType,
        path: resolveInside(mermaidFolder, pathname.slice('/mermaid/'.length)),
      });
    }
    if (pathname.startsWith('/engine/')) {
      const source = await readFile(resolveInside(engineFolder, pathname.slice('/engine/'.length)), 'utf8');
      return await route.fulfill({ contentType, body: stripTypes(source) });
    }
  } catch {
    // Falls through: a file that is not there is a request that fails.
  }
  return route.abort();
}

/** Node's own type stripping, without its note that the function is experimental. */
function stripTypes(source: string): string {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}

function resolveInside(folder: string, path: string): string {
  const file = normalize(join(folder, decodeURIComponent(path)));
  if (!file.startsWith(folder + sep)) throw new Error('outside of the folder');
  return file;
}

async function closeBrowser(browser: Browser): Promise<void> {
  await withLimit(browser.close(), 5000, 'the browser did not close').catch(() => undefined);
}

/** A promise that is given up after some milliseconds. */
async function withLimit<Result>(
  work: Promise<Result>,
  milliseconds: number,
  message: string,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DrawingTimeout(message)), milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    // A loser that fails later must not become an unhandled rejection.
    work.catch(() => undefined);
  }
}

/** The browser did not answer in time: it hangs, and has to be started anew. */
export class DrawingTimeout extends Error {}

/** Milliseconds for starting the browser and for one drawing. */
export interface DrawingLimits {
  start: number;
  draw: number;
}

export interface DrawingBrowser {
  /** A diagram that is `isListed` is not laid out where it can be a list. */
  draw: (code: string, parsed: ParsedDiagram, isListed?: boolean) => Promise<Drawing>;
  close: () => Promise<void>;
}

interface DrawingPage {
  drawDiagram: (code: string, parsed: ParsedDiagram, isListed: boolean) => Promise<Drawing>;
}

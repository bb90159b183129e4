import { findChromium, type Chromium } from '../build/chromium.ts';
import { DrawingTimeout, openDrawingBrowser, type DrawingBrowser } from './drawing-browser.ts';
import { loadDrawing, saveDrawing } from './drawing-store.ts';
import { drawingKey, type Drawing } from './drawing.ts';
import { nameStored } from './engine.ts';
import { parseDiagram } from './parse.ts';

/**
 * Opens the way to drawings: those already in a store are read, the others drawn in one Chromium that starts with the
 * first of them. Close it at the end, also after an error.
 */
export function openDrawings(options: DrawingsOptions): Drawings {
  const limits = { start: options.startLimit ?? 30_000, draw: options.drawLimit ?? 10_000 };
  let chromium: Promise<Chromium | null> | undefined;
  let browser: DrawingBrowser | null = null;
  let starts = 0;
  let queue: Promise<unknown> = Promise.resolve();

  async function startBrowser(): Promise<DrawingBrowser | null> {
    if (browser) return browser;
    chromium ??= options.chromium === undefined ? findChromium() : Promise.resolve(options.chromium);
    const found = await chromium;
    if (!found || starts >= maxStarts) return null;
    starts += 1;
    browser = await openDrawingBrowser(found, limits).catch(() => null);
    return browser;
  }

  async function stopBrowser(): Promise<void> {
    const running = browser;
    browser = null;
    await running?.close();
  }

  /** Draws one diagram; a browser that hangs or dies is replaced once, then the diagram counts as failed. */
  async function drawOne(code: string): Promise<Drawing | FailedDrawing> {
    const parsed = await parseDiagram(code);
    if ('problem' in parsed) return { failed: parsed.problem.message };
    for (let attempt = 1; ; attempt += 1) {
      const running = await startBrowser();
      if (!running) return { failed: 'no-browser' };
      try {
        return await running.draw(code, parsed);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (!isBrowserTrouble(error, message)) return { failed: readMermaidMessage(message) };
        await stopBrowser();
        if (attempt === 2) return { failed: message.split('\n')[0] ?? 'browser' };
      }
    }
  }

  async function draw(
    codes: readonly string[],
    onProgress?: (progress: DrawProgress) => void,
  ): Promise<DrawnMap> {
    const drawn: DrawnMap = new Map();
    const byKey = new Map(codes.map((code) => [drawingKey(code), code]));
    let done = 0;
    let fresh = 0;
    for (const [key, code] of byKey) {
      const cached = await loadDrawing(options.stores, nameStored(key), options.onDamage);
      if (cached) drawn.set(key, cached);
      else {
        const made = await drawOne(code);
        drawn.set(key, made);
        if (!('failed' in made)) {
          fresh += 1;
          await saveDrawing(options.writeTo, nameStored(key), made);
        }
      }
      done += 1;
      onProgress?.({ done, total: byKey.size, fresh });
    }
    return drawn;
  }

  return {
    draw: (codes, onProgress) => {
      // One page draws for everybody, so calls wait for each other.
      const next = queue.then(() => draw(codes, onProgress));
      queue = next.catch(() => undefined);
      return next;
    },
    close: stopBrowser,
  };
}

/** Starts of the browser in one run; more means that it cannot work here. */
const maxStarts = 6;

function isBrowserTrouble(error: unknown, message: string): boolean {
  return (
    error instanceof DrawingTimeout ||
    /closed|crash|disconnected|Target|Protocol error/i.test(message.split('\n')[0] ?? '')
  );
}

/** What Mermaid said, without Playwright's frame and the page's stack. */
function readMermaidMessage(message: string): string {
  return message
    .replace(/^page\.evaluate: (?:\w*Error: )?/, '')
    .replace(/\n\s+at [\s\S]*$/, '')
    .trim();
}

export interface DrawingsOptions {
  /** Folders of drawings, read in this order. */
  stores: readonly string[];
  /** Folders that new drawings are written to. */
  writeTo: readonly string[];
  /** Is told the path of every stored file that is not whole. */
  onDamage?: (path: string) => void;
  /** A browser to use instead of the one found; null for none. */
  chromium?: Chromium | null;
  /** Milliseconds for one drawing, 10,000 unless said, and for starting the browser, 30,000 unless said. */
  drawLimit?: number;
  startLimit?: number;
}

export interface Drawings {
  /** The drawing of each source by its `drawingKey`, in the order given. Never rejects because of one diagram. */
  draw: (codes: readonly string[], onProgress?: (progress: DrawProgress) => void) => Promise<DrawnMap>;
  close: () => Promise<void>;
}

export type DrawnMap = Map<string, Drawing | FailedDrawing>;

/** `no-browser`, Mermaid's message, or what went wrong with the browser. */
export interface FailedDrawing {
  failed: string;
}

export interface DrawProgress {
  done: number;
  total: number;
  /** How many were drawn rather than read. */
  fresh: number;
}

import { availableParallelism } from 'node:os';
import { findChromium, type Chromium } from '../build/chromium.ts';
import type { DrawingBrowser } from './drawing-browser.ts';
import { loadDrawing, saveDrawing } from './drawing-store.ts';
import { drawingKey, type Drawing } from './drawing.ts';
import { nameStored } from './engine.ts';
import { parseDiagram } from './parse.ts';

/** Browsers that draw side by side: each takes some 250 MB. */
const mostLanes = Math.min(2, availableParallelism());
/** Diagrams that are worth starting one more browser for. */
const worthALane = 8;

/**
 * Opens the way to drawings: those already in a store are read, the others drawn in Chromium, which starts with the
 * first of them. Close it at the end, also after an error.
 */
export function openDrawings(options: DrawingsOptions): Drawings {
  let chromium: Promise<Chromium | null> | undefined;
  const find = () =>
    (chromium ??= options.chromium === undefined ? findChromium() : Promise.resolve(options.chromium));
  const lanes = [openLane(find, options)];
  let queue: Promise<unknown> = Promise.resolve();

  async function draw(
    codes: readonly string[],
    onProgress?: (progress: DrawProgress) => void,
  ): Promise<DrawnMap> {
    const byKey = new Map(codes.map((code) => [drawingKey(code), code]));
    // In the order given, whichever is drawn first.
    const drawn: DrawnMap = new Map([...byKey.keys()].map((key) => [key, { failed: 'no-browser' }]));
    let done = 0;
    let fresh = 0;
    const keep = (key: string, made: Drawing | FailedDrawing) => {
      drawn.set(key, made);
      done += 1;
      onProgress?.({ done, total: byKey.size, fresh });
    };
    const waiting: string[] = [];
    for (const key of byKey.keys()) {
      const cached = await loadDrawing(options.stores, nameStored(key), options.onDamage);
      if (cached) keep(key, cached);
      else waiting.push(key);
    }
    const work = async (lane: DrawingLane) => {
      for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
        const made = await lane.draw(byKey.get(key) ?? '');
        if (!('failed' in made)) {
          fresh += 1;
          await saveDrawing(options.writeTo, nameStored(key), made);
        }
        keep(key, made);
      }
    };
    while (lanes.length < Math.min(mostLanes, Math.floor(waiting.length / worthALane)))
      lanes.push(openLane(find, options));
    await Promise.all(lanes.map(work));
    return drawn;
  }

  return {
    draw: (codes, onProgress) => {
      // A lane draws one diagram at a time, so calls wait for each other.
      const next = queue.then(() => draw(codes, onProgress));
      queue = next.catch(() => undefined);
      return next;
    },
    close: async () => void (await Promise.all(lanes.map((lane) => lane.close()))),
  };
}

/** A browser that draws one diagram after the other, and is started anew when it hangs or dies. */
interface DrawingLane {
  draw: (code: string) => Promise<Drawing | FailedDrawing>;
  close: () => Promise<void>;
}

function openLane(find: () => Promise<Chromium | null>, options: DrawingsOptions): DrawingLane {
  const limits = { start: options.startLimit ?? 30_000, draw: options.drawLimit ?? 10_000 };
  let browser: DrawingBrowser | null = null;
  let starts = 0;

  async function startBrowser(): Promise<DrawingBrowser | null> {
    if (browser) return browser;
    const found = await find();
    if (!found || starts >= maxStarts) return null;
    starts += 1;
    // What drives the browser is large, and most builds draw nothing.
    const { openDrawingBrowser } = await import('./drawing-browser.ts');
    browser = await openDrawingBrowser(withFewProcesses(found), limits).catch(() => null);
    return browser;
  }

  async function stopBrowser(): Promise<void> {
    const running = browser;
    browser = null;
    await running?.close();
  }

  /**
   * Draws one diagram. A browser that hangs or dies is replaced; where it hangs twice, the graph is drawn as a list, and
   * what cannot be one counts as failed.
   */
  async function drawOne(code: string): Promise<Drawing | FailedDrawing> {
    const parsed = await parseDiagram(code);
    if ('problem' in parsed) return { failed: parsed.problem.message };
    for (let attempt = 1; ; attempt += 1) {
      const running = await startBrowser();
      if (!running) return { failed: 'no-browser' };
      try {
        const made = await running.draw(code, parsed, attempt > 2);
        starts = 0;
        return made;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (!isBrowserTrouble(error, message)) return { failed: readMermaidMessage(message) };
        await stopBrowser();
        const canList = parsed.body.kind === 'graph' || parsed.body.kind === 'transitions';
        if (attempt === (canList ? 3 : 2)) return { failed: message.split('\n')[0] ?? 'browser' };
      }
    }
  }

  return { draw: drawOne, close: stopBrowser };
}

/** The browser without processes that only start others or paint for a screen: three of six, and a sixth of its memory. */
function withFewProcesses(found: Chromium): Chromium {
  // Without what starts others there is no sandbox; elsewhere they are not apart, or nobody has tried.
  if (process.platform !== 'linux' || !found.args.includes('--no-sandbox')) return found;
  return { ...found, args: [...found.args, '--no-zygote', '--in-process-gpu'] };
}

/**
 * Starts of the browser without a drawing between them; more means that it cannot work here. Diagrams that take too
 * long cost two each, and must not keep others from being drawn.
 */
const maxStarts = 6;

function isBrowserTrouble(error: unknown, message: string): boolean {
  return (
    // By its name, which needs nothing loaded.
    (error instanceof Error && error.constructor.name === 'DrawingTimeout') ||
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

import type { Drawing } from './drawing.ts';
import type { Fault } from './measure-faults.ts';

/** How Mermaid is to lay out a diagram; all in px. */
export interface Layout {
  /** Only more space than in the layout before, or less across its way: that mends faults and makes nothing narrower. */
  mendsFaultsOnly?: boolean;
  isTurned?: boolean;
  /** What runs down runs from left to right: many leaves of a tree stand below each other. */
  isSideways?: boolean;
  layout?: 'elk';
  wrappingWidth?: number;
  nodeSpacing?: number;
  rankSpacing?: number;
  padding?: number;
}

/** A drawing in one layout. */
export interface Attempt extends Drawing {
  faults: Fault[];
  /** The narrowest room (px) in which its letters are large enough; less where it is known to be too wide and was not drawn. */
  room: number;
}

type Try = (layout: Layout) => Promise<Attempt>;

/** Where two layouts have more faults than this, no others are tried. */
const mostFaults = 24;

/** The first layout that fits and says nothing false, else the least bad one. */
export async function findLayout(attempt: Try, layouts: readonly Layout[], room: number): Promise<Attempt> {
  let best: Attempt | undefined;
  let last: Attempt | null = null;
  const rate = (one: Attempt): number => one.faults.length * 1000 + Math.max(0, one.room - room);
  for (const [index, layout] of layouts.entries()) {
    if (layout.mendsFaultsOnly && last?.faults.length === 0) continue;
    const found = await attempt(layout).catch((error: unknown) => {
      // A second layout is a try; the first one says what is wrong with a source.
      if (best) return null;
      throw error;
    });
    last = found;
    if (!found) continue;
    if (rate(found) === 0) return found;
    if (!best || rate(found) < rate(best)) best = found;
    // No spacing untangles it, and each try of such a graph takes seconds.
    if (index > 0 && best.faults.length > mostFaults) break;
  }
  if (!best) throw new Error('no layout');
  return best;
}

/** Where the roomiest layout is this many times too wide, the closest one says first whether any can fit. */
const farTooWide = 1.33;

/**
 * The first layout that fits and says nothing false, of layouts each closer than the one before; null where none does.
 */
export async function findFittingLayout(
  attempt: Try,
  layouts: readonly Layout[],
  room: number,
): Promise<Attempt | null> {
  const made = new Map<Layout, Promise<Attempt>>();
  const remember: Try = (layout) => {
    const known = made.get(layout) ?? attempt(layout);
    made.set(layout, known);
    return known;
  };
  const [roomiest, closest] = [layouts[0], layouts.at(-1)];
  if (roomiest && closest && layouts.length > 2 && (await remember(roomiest)).room > room * farTooWide) {
    const least = await remember(closest).catch(() => null);
    if (least && least.room > room) return null;
  }
  const found = await findLayout(remember, layouts, room);
  return found.room <= room && found.faults.length === 0 ? found : null;
}

import { resolve } from 'node:path';
import type { Note } from '../knowledge/note.ts';
import type { Drawing } from '../diagrams/drawing.ts';
import type { Atlas } from './open-atlas.ts';
import { createReadingMemory, type ReadingMemory } from './reading-memory.ts';

/**
 * The atlas that is open in this process. Astro loads its config, the content collections and the pages in three
 * separate module graphs; reading and parsing every note three times would double a build, so the one reading is
 * kept under a global symbol. Nothing else is.
 */
export interface Session {
  atlas(): Promise<Atlas>;
  /** Forget what was read: the folder has changed. */
  refresh(): void;
  /** Reads the folder again; `atlas` gives what was read before until that is done, and where it fails. */
  renew(): Promise<Atlas>;
  /** Finished drawings by `drawingKey`; a diagram that is not here is drawn in the reader's browser. */
  drawings: Map<string, Drawing>;
  /** The HTML of a Markdown note; set by whoever builds or serves. */
  render: ((note: Note) => Promise<string>) | null;
  /** Says whose MDX code runs, by the note's path, null for nobody's; set by whoever builds. */
  enterCode: ((path: string | null) => void) | null;
  /**
   * Pages are shown while notes are written: nothing is made that only a published site needs, and what was read is kept
   * for the next reading.
   */
  isWriting: boolean;
  /** Draws what is missing; set by whoever owns a browser. */
  draw: ((codes: string[]) => Promise<void>) | null;
}

const key = Symbol.for('atlas.session');

/** The process's session, opened on first use on the folder that `CONTENT_DIR` names. */
export function openSession(): Session {
  const store = globalThis as { [key]?: Session };
  return (store[key] ??= createSession());
}

function createSession(): Session {
  let current: Promise<Atlas> | null = null;
  let memory: ReadingMemory | undefined;
  const read = async () => {
    if (session.isWriting) memory ??= createReadingMemory();
    // Astro's own module graphs find what was read before, and need not load what reads.
    const { readAtlas } = await import('./open-atlas.ts');
    return readAtlas(process.env['CONTENT_DIR'] || 'content', resolve('.'), memory);
  };
  const session: Session = {
    atlas: () => (current ??= read()),
    refresh: () => {
      current = null;
      memory = undefined;
    },
    renew: async () => {
      memory ??= createReadingMemory();
      const atlas = await read();
      current = Promise.resolve(atlas);
      return atlas;
    },
    drawings: new Map(),
    render: null,
    enterCode: null,
    isWriting: false,
    draw: null,
  };
  return session;
}

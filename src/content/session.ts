import { resolve } from 'node:path';
import type { Note } from '../knowledge/note.ts';
import type { Drawing } from '../diagrams/drawing.ts';
import { type Atlas, readAtlas } from './open-atlas.ts';

/**
 * The atlas that is open in this process. Astro loads its config, the content collections and the pages in three
 * separate module graphs; reading and parsing every note three times would double a build, so the one reading is
 * kept under a global symbol. Nothing else is.
 */
export interface Session {
  atlas(): Promise<Atlas>;
  /** Forget what was read: the folder has changed. */
  refresh(): void;
  /** Finished drawings by `drawingKey`; a diagram that is not here is drawn in the reader's browser. */
  drawings: Map<string, Drawing>;
  /** The HTML of a Markdown note; set by whoever builds or serves. */
  render: ((note: Note) => Promise<string>) | null;
  /** Says whose MDX code runs, by the note's path, null for nobody's; set by whoever builds. */
  enterCode: ((path: string | null) => void) | null;
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
  return {
    atlas: () => (current ??= readAtlas(process.env['CONTENT_DIR'] || 'content', resolve('.'))),
    refresh: () => (current = null),
    drawings: new Map(),
    render: null,
    enterCode: null,
    draw: null,
  };
}

import type { VFile } from 'vfile';
import type { Drawing } from '../diagrams/drawing.ts';
import type { Library } from '../knowledge/library.ts';
import type { Note } from '../knowledge/note.ts';
import type { FlavourContext } from '../flavours/flavour.ts';
import type { PrepareOptions } from './prepare-tree.ts';

/** What a plugin may know while it renders one note. Plugins keep nothing themselves. */
export interface RenderContext {
  note: Note;
  library: Library;
  origin: string;
  base: string;
  flavour?: Pick<FlavourContext, 'open' | 'include' | 'isDocumentation'>;
  generate?: PrepareOptions['generate'];
  /** The finished drawing of a diagram, or null where the reader's browser has to draw it. */
  drawing: (code: string) => Promise<Drawing | null>;
}

/** Finds the context of the file that is being rendered; null for Markdown that is not a note. */
export type FindContext = (file: VFile) => Promise<RenderContext | null>;

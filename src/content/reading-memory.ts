import { statSync } from 'node:fs';
import type { ParsedDiagram } from '../diagrams/graph.ts';
import type { DiagramProblem } from '../diagrams/drawing.ts';
import type { Note, Outline } from '../knowledge/note.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { KnownIds } from '../sections/assign-again.ts';
import type { Language } from '#words';
import type { FileHistory } from './replay-changes.ts';
import type { FolderFile } from './read-folder.ts';
import type { ReadItems } from './read-list.ts';
import type { DraftNote } from './read-note.ts';

/**
 * What is kept from one reading of a folder for the next, while somebody writes in it: of every file what follows from
 * its text alone. What follows from several notes is worked out anew. Empty for a folder that is read once.
 */
export interface ReadingMemory {
  /** By the file's path on this disk. */
  files: Map<string, { stamp: string; file: FolderFile }>;
  /** What was read of a file, under a declaration (`key`). */
  drafts: WeakMap<FolderFile, { key: string; draft: DraftNote; problems: Omit<Problem, 'path'>[] }>;
  /** The words in which the rest speaks of problems and labels. */
  language: Language | null;
  /** By the note's path. */
  outlines: Map<string, KnownOutline>;
  /** What Mermaid's parser understood, by a diagram's source. */
  figures: Map<string, ParsedDiagram | { problem: DiagramProblem }>;
  /** Sources and terms, by the name of their file. */
  lists: Map<string, { key: string; problems: Omit<Problem, 'path'>[]; read: ReadItems<unknown> }>;
  /** The last declaration that could be read: it holds while its author mends a broken one. */
  declaration: string | null;
  /** The ids of a folder without a lock. */
  ids: KnownIds | null;
  history: { read: Promise<Map<string, FileHistory>>; since: number } | null;
}

/** The outline that was read from these inputs, and what a note takes from it. */
export interface KnownOutline extends Pick<Note, 'title' | 'summary' | 'isSummaryMade' | 'tags'> {
  inputs: readonly unknown[];
  outline: Outline;
}

export function createReadingMemory(): ReadingMemory {
  return {
    files: new Map(),
    drafts: new WeakMap(),
    language: null,
    outlines: new Map(),
    figures: new Map(),
    lists: new Map(),
    declaration: null,
    ids: null,
    history: null,
  };
}

/** Forgets what was said in another language than the one that is chosen now. */
export function keepToLanguage(memory: ReadingMemory, chosen: Language): void {
  if (memory.language !== chosen) {
    memory.outlines.clear();
    memory.figures.clear();
  }
  memory.language = chosen;
}

/** Milliseconds in which a file may be written twice without its stamp telling: file systems count in steps. */
const coarsest = 2000;

/**
 * What changes whenever a file is written: it need not grow, for a clock can be set back. Empty while a second change
 * might leave the stamp as it is. Throws where there is no file.
 */
export function stampFile(path: string): { stamp: string; size: number } {
  const { mtimeNs, ctimeNs, size, ino } = statSync(path, { bigint: true });
  const age = Date.now() - Number(ctimeNs / 1_000_000n);
  const stamp = Math.abs(age) < coarsest ? '' : [mtimeNs, ctimeNs, size, ino].join(' ');
  return { stamp, size: Number(size) };
}

/** A draft that may be changed, of one that is kept. */
export function copyDraft(draft: DraftNote): DraftNote {
  const { note } = draft;
  const relations = note.relations.map((relation) => ({ ...relation }));
  return { ...draft, note: { ...note, relations, fields: { ...note.fields } } };
}

/** An outline whose sections, figures and tables may be given ids, days and graphs, of one that is kept. */
export function copyOutline(outline: Outline): Outline {
  return {
    ...outline,
    sections: outline.sections.map((section) => ({ ...section })),
    figures: outline.figures.map((figure) => ({ ...figure })),
    tables: outline.tables.map((table) => ({ ...table })),
  };
}

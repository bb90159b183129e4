import type { Library } from '../library.ts';
import type { Note, Place } from '../note.ts';
import type { Problem } from '../problem.ts';

/** What a rule may look at. A rule is a pure function of it and finds all problems of its kind at once. */
export interface RuleInput {
  library: Library;
  /** What is otherwise a warning is an error: the author asked for it. */
  isStrict: boolean;
  /** Where a front-matter field of a note stands in its file. */
  locate: (noteId: string, field: readonly PropertyKey[]) => { line: number; column: number };
  /** Where a field of `atlas.yaml`, or of an item of the lists of sources and terms, stands. */
  locateData: (file: string, field: readonly PropertyKey[]) => { line: number; column: number };
  /** Files of the folder, relative to it. */
  subjectFile: string;
  sourcesFile: string;
  /** The list of sources could not be read, which has been said: that its sources are missing is no news. */
  hasLostSources?: boolean;
  termsFile: string;
  /** `YYYY-MM-DD`. */
  today: string;
}

export type Rule = (input: RuleInput) => Problem[];

/** The place in a note's file of something in its body. */
export function inFile(note: Note, place: Place): { path: string; line: number; column: number } {
  return { path: note.path, line: place.line + note.bodyLine, column: place.column };
}

/** Text that takes the place of another. */
export interface Edit {
  /** Offsets in the text. */
  start: number;
  end: number;
  text: string;
}

/** A text after its edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let done = text;
  for (const { start, end, text: now } of [...edits].sort((a, b) => b.start - a.start))
    done = done.slice(0, start) + now + done.slice(end);
  return done;
}

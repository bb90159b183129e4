/** A piece of a story: words, or a link to a note with the words that its author chose, if any. */
export type StoryPiece = string | { note: string; words?: string };
export type StoryParagraph = readonly StoryPiece[];

/**
 * The paragraphs of a collection's `story`. `[[id]]` and `[[id|words]]` are links to notes; everything else is words,
 * with no other marks.
 */
export function readStory(text: string): StoryParagraph[] {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim().replace(/\s+/gu, ' '))
    .filter(Boolean)
    .map((paragraph) =>
      paragraph
        .split(/(\[\[[^[\]]+\]\])/u)
        .filter(Boolean)
        .map((piece) => {
          const [, note, words] = /^\[\[([^|\]]+)(?:\|([^\]]*))?\]\]$/u.exec(piece) ?? [];
          if (note === undefined) return piece;
          return { note: note.trim(), ...(words?.trim() ? { words: words.trim() } : {}) };
        }),
    );
}

/** The ids of the notes that a story leads to. */
export function notesOfStory(story: readonly StoryParagraph[]): string[] {
  return story.flat().flatMap((piece) => (typeof piece === 'string' ? [] : [piece.note]));
}

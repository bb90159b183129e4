/** Puts words that a reader typed or a note holds into patterns. */

/** The text as a pattern that matches just it. */
export function escapeSigns(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
}

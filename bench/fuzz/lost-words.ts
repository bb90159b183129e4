/** Words that are easy to find again, wherever a note carries them. */
export const markedWord = /말\d+끝/gu;

/** What a note became: what its page shows, and the lines of its body that problems name. */
export interface Outcome {
  html: string;
  /** Counted in the body, from 1. */
  lines: ReadonlySet<number>;
}

/**
 * The marked words of a note's body that are neither in its page nor on a line that a problem names: text that was
 * swallowed.
 */
export function findLostWords(body: string, { html, lines: named }: Outcome): string[] {
  const page = decode(html);
  const text = page.replace(/<[^>]*>/gu, '');
  const lines = body.split('\n');
  return [...body.matchAll(markedWord)]
    .filter(({ 0: word, index }) => {
      // Formulas set each letter apart.
      if (page.includes(word) || text.includes(word)) return false;
      // A problem names the line on which what is left out begins.
      const line = body.slice(0, index).split('\n').length;
      // What opens code says how it is read, and is no text.
      if (/^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(?:`{3,}[^`]*$|~{3,})/u.test(lines[line - 1] ?? '')) return false;
      const start = lines.slice(0, line).findLastIndex((each) => /^[\s>]*$/u.test(each)) + 1;
      return ![...named].some((at) => at >= Math.min(start, line) && at <= line);
    })
    .map(([word]) => word);
}

/** Addresses are encoded. */
function decode(html: string): string {
  return html.replace(/(?:%[\da-f]{2})+/giu, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

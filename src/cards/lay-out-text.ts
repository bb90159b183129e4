/** Width of a text in em: the advance of its letters in the card's font. */
export type Measure = (text: string, weight: 'regular' | 'bold') => number;

/**
 * Breaks a text into lines that are at most `width` wide. Korean words stay whole (`word-break: keep-all`); only a word
 * that is too long for a line of its own is cut inside. What does not fit into `most` lines ends in `…`.
 * @param measure width of a text in the unit of `width`
 */
export function breakLines(
  text: string,
  width: number,
  most: number,
  measure: (text: string) => number,
): { lines: string[]; isCut: boolean } {
  // Dots alone would say nothing.
  if (most < 1) return { lines: [], isCut: text.trim() !== '' };
  const words = text.trim().split(/\s+/u).filter(Boolean);
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const parts = cutWord(word, width, measure);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
    if (lines.length > most) break;
  }
  if (line) lines.push(line);
  if (lines.length <= most) return { lines, isCut: false };
  const last = lines[most - 1] ?? '';
  return { lines: [...lines.slice(0, most - 1), endInDots(last, width, measure)], isCut: true };
}

/** The largest of `sizes` (px) at which a text fits into `most` lines; the smallest, cut, where none does. */
export function fitLines(
  text: string,
  width: number,
  most: number,
  sizes: readonly number[],
  measure: (text: string) => number,
): { lines: string[]; size: number } {
  let found = { lines: [] as string[], size: sizes.at(-1) ?? 0 };
  for (const size of sizes) {
    const { lines, isCut } = breakLines(text, width / size, most, measure);
    found = { lines, size };
    if (!isCut) break;
  }
  return found;
}

/** One line, cut with `…` where it is too long. */
export function clampLine(text: string, width: number, measure: (text: string) => number): string {
  return measure(text) <= width ? text : endInDots(text, width, measure);
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function cutWord(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of letters.segment(word)) {
    if (part && measure(part + segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

function endInDots(line: string, width: number, measure: (text: string) => number): string {
  const kept = [...letters.segment(line)].map(({ segment }) => segment);
  while (kept.length > 1 && measure(`${kept.join('').trimEnd()}…`) > width) kept.pop();
  return `${kept
    .join('')
    .trimEnd()
    .replace(/[,.·:;–—-]+$/u, '')}…`;
}

/**
 * A source without front matter, directives and comments, with the author's line of every line that is left. Mermaid
 * drops these parts itself, but then counts lines of what remains.
 */
export function keepDiagramLines(code: string): KeptLines {
  const lines = code.replace(/\r\n?/g, '\n').split('\n');
  const kept: { text: string; line: number }[] = [];
  let inDirective = false;
  let blanks = 0;
  let index = readFrontMatterEnd(lines);
  const frontMatter = lines.slice(0, index).join('\n');
  for (; index < lines.length; index += 1) {
    let text = lines[index] ?? '';
    if (inDirective) {
      const end = text.indexOf('}%%');
      if (end < 0) continue;
      inDirective = false;
      text = text.slice(end + 3);
    }
    text = text.replace(/%%\{.*?\}%%/g, '');
    const start = text.indexOf('%%{');
    if (start >= 0) {
      inDirective = true;
      text = text.slice(0, start);
    } else if (/^\s*%%/.test(text)) text = '';
    const isBlank = text.trim() === '';
    blanks = isBlank ? blanks + 1 : 0;
    // Blank lines before the header would not be counted by Mermaid, and long runs of them it reads again and again.
    if (isBlank && (kept.length === 0 || blanks > mostBlanks)) continue;
    kept.push({ text, line: index + 1 });
  }
  // Sankey's parser folds blank lines together and counts without them.
  const used = /^\s*sankey/i.test(kept[0]?.text ?? '') ? kept.filter(({ text }) => text.trim() !== '') : kept;
  return {
    code: used.map(({ text }) => text).join('\n'),
    lines: used.map(({ line }) => line),
    frontMatter,
  };
}

/** Blank lines in a row, which some grammars take for the end of a part. */
const mostBlanks = 20;

function readFrontMatterEnd(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0 || lines[first]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > first && line.trim() === '---');
  return end < 0 ? 0 : end + 1;
}

export interface KeptLines {
  code: string;
  /** The author's line of each line of `code`, counted from 1. */
  lines: number[];
  frontMatter: string;
}

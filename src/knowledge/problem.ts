/** What the content check says to an author: where, how bad, which kind, what is wrong and what exists instead. */
export interface Problem {
  /** File as the author knows it, relative to where the command runs (`content/devices/router.md`). */
  path: string;
  /** 1-based; 1:1 where the whole file is meant. */
  line: number;
  column: number;
  severity: 'error' | 'warning';
  kind: ProblemKind;
  message: string;
}

export type ProblemKind =
  | 'front-matter'
  | 'reference'
  | 'relation'
  | 'source'
  | 'link'
  | 'anchor'
  | 'image'
  | 'diagram'
  | 'markdown'
  | 'duplicate'
  | 'date'
  | 'section-id'
  | 'declaration'
  | 'claim'
  | 'term'
  | 'file';

/** One line, `path:line:column severity kind: message`, as editors and CI logs make clickable. */
export function formatProblem(problem: Problem): string {
  const { path, line, column, severity, kind, message } = problem;
  const said = message.replace(/\s*\n\s*/g, ' ');
  return toPrintable(`${path}:${line}:${column} ${severity} ${kind}: ${said}`);
}

/**
 * Text for a terminal and its one line: what would steer a terminal or turn the reading direction (names of files and
 * quoted text can hold both) is spelt out.
 */
export function toPrintable(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** Sorted by file, then line, then column; equal lines are said once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return [...problems]
    .sort(
      (a, b) =>
        compareText(a.path, b.path) ||
        a.line - b.line ||
        a.column - b.column ||
        compareText(a.kind + a.message, b.kind + b.message),
    )
    .filter((problem) => {
      const key = formatProblem(problem);
      return !seen.has(key) && seen.add(key);
    });
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An error that says in words for its reader what is wrong and where. Any other is a slip of the program. */
export class NamedFault extends Error {}

/** What the history of a folder says about one file: the day of every line, and the day the file first came. */
export interface FileHistory {
  /** `YYYY-MM-DD` of the change that last touched each line, from the first line on; null where that is not known. */
  lines: (string | null)[];
  /** The day on which the file was added, under whatever name; null where the history begins later. */
  added: string | null;
  /** The file's lines now, and before the day that last changed it; the latter absent where nothing came before. */
  text: string[];
  before?: { day: string; text: string[] };
}

/** Starts a change in the log: NUL, then the commit's hash and its author's day, set by `logFormat`. */
export const logFormat = '%x00%H %as';

/**
 * Replays a history of patches and says which day each line of each file comes from. Pure.
 *
 * The log is a straight line of changes, the oldest first, each a unified diff without context (`-U0`). A patch that
 * does not fit what came before makes its file unknown rather than wrong.
 * @param isUnknown whether a commit only looks as if it had added everything: the edge of a shallow clone
 */
export function replayChanges(
  log: string,
  isUnknown: (commit: string) => boolean = () => false,
): Map<string, FileHistory> {
  const files = new Map<string, FileHistory>();
  let day: string | null = null;
  let old: string | null = null;
  let current: FileHistory | null = null;
  let shift = 0;
  let toSkip = 0;
  /** Where the next added line of a patch goes; -1 while its file is given up. */
  let place = -1;
  for (const line of log.split('\n')) {
    if (toSkip > 0) {
      if (line.startsWith('\\')) continue;
      toSkip--;
      if (current && place >= 0 && line.startsWith('+')) current.text[place++] = line.slice(1);
      continue;
    }
    if (line.startsWith('\0')) {
      const [commit = '', written = ''] = line.slice(1).split(' ');
      day = isUnknown(commit) ? null : written;
    } else if (line.startsWith('diff --git ')) {
      old = current = null;
    } else if (line.startsWith('rename from ')) {
      old = readPath(line.slice('rename from '.length));
    } else if (line.startsWith('rename to ')) {
      const path = readPath(line.slice('rename to '.length));
      const moved = old === null ? undefined : files.get(old);
      if (old !== null) files.delete(old);
      current = moved ?? { lines: [], added: null, text: [] };
      files.set(path, current);
      shift = 0;
    } else if (line.startsWith('--- ')) {
      old = readSide(line.slice(4), 'a/');
    } else if (line.startsWith('+++ ')) {
      const path = readSide(line.slice(4), 'b/');
      shift = 0;
      if (path === null) {
        if (old !== null) files.delete(old);
        current = null;
      } else {
        current = files.get(path) ?? { lines: [], added: old === null ? day : null, text: [] };
        files.set(path, current);
      }
    } else if (line.startsWith('@@ ')) {
      const [, start = '', removed = '1', , added = '1'] =
        /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/u.exec(line) ?? [];
      toSkip = Number(removed) + Number(added);
      place = -1;
      if (!current) continue;
      // `-5,0` stands after line 5, `-5,2` begins with it.
      const at = Number(start) - (Number(removed) > 0 ? 1 : 0) + shift;
      if (at < 0 || at + Number(removed) > current.lines.length) {
        for (const [path, file] of files) if (file === current) files.delete(path);
        current = null;
        continue;
      }
      if (day !== null && current.lines.length > 0 && current.before?.day !== day) {
        current.before = { day, text: [...current.text] };
      }
      place = at;
      current.text.splice(at, Number(removed), ...Array<string>(Number(added)).fill(''));
      current.lines.splice(at, Number(removed), ...Array<string | null>(Number(added)).fill(day));
      shift += Number(added) - Number(removed);
    }
  }
  return files;
}

/** The latest day among some lines (0-based, the end not included), or null where none is known. */
export function latestDay(lines: readonly (string | null)[], from = 0, to = lines.length): string | null {
  let latest: string | null = null;
  for (let at = Math.max(0, from); at < Math.min(to, lines.length); at++) {
    const day = lines[at] ?? null;
    // One line of unknown age could be the newest.
    if (day === null) return null;
    if (latest === null || day > latest) latest = day;
  }
  return latest;
}

function readSide(text: string, prefix: 'a/' | 'b/'): string | null {
  const path = readPath(text.replace(/\t$/u, ''), prefix);
  return path === '/dev/null' ? null : path;
}

/** A path as git writes it; one with odd characters stands in quotes, with escapes as in C. */
function readPath(text: string, prefix = ''): string {
  const quoted = /^"(.*)"$/u.exec(text)?.[1];
  const path = quoted === undefined ? text : unescapePath(quoted);
  return (path.startsWith(prefix) ? path.slice(prefix.length) : path).normalize('NFC');
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' };

function unescapePath(text: string): string {
  const bytes = text.replace(/\\(?:([0-7]{3})|(.))/gu, (_, octal: string | undefined, letter = '') =>
    octal === undefined ? (escapes[letter as string] ?? String(letter)) : `\0${octal}`,
  );
  return Buffer.concat(
    bytes
      .split(/(\0[0-7]{3})/u)
      .map((part) => (part.startsWith('\0') ? Buffer.from([parseInt(part.slice(1), 8)]) : Buffer.from(part))),
  ).toString('utf8');
}

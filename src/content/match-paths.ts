/**
 * Patterns of paths as tools write them: `drafts/`, `*.tmp.md`, `**`, `{a,b}`, `[a-z]`. Matched without regular expressions:
 * they come from somebody's folder, and no pattern may take longer than its length times that of a path.
 */

export interface PathPattern {
  /** As it is written. */
  written: string;
  /** It takes back what one before it covers. */
  isNegated: boolean;
  /** Only folders, and what lies in them. */
  isFolder: boolean;
  /** The ways in which its braces can be read, each as its names. */
  ways: string[][];
}

const mostWays = 64;
const longest = 400;

/**
 * Reads a line.
 * @param floats a name alone is meant in every folder, as `.gitignore` has it
 * @returns null for a blank line and a comment
 */
export function readPattern(line: string, floats: boolean): PathPattern | null {
  const written = line.normalize('NFC').trim();
  const isNegated = written.startsWith('!');
  const bare = (isNegated ? written.slice(1) : written).replace(/^\\(?=[#!])/u, '').replace(/^\.\//u, '');
  if (!/[^/.]/u.test(bare) || bare.length > longest || (floats && written.startsWith('#'))) return null;
  const isAnchored = !floats || bare.replace(/\/+$/u, '').includes('/');
  const ways = expandBraces(bare.toLowerCase())
    .map((way) => way.split('/').filter(Boolean))
    .map((names) => (isAnchored ? names : ['**', ...names]));
  return { written, isNegated, isFolder: bare.endsWith('/'), ways };
}

/** Whether a pattern means a file, or a folder in which it lies. Letters count without their case. */
export function coversFile({ ways, isFolder }: PathPattern, path: string): boolean {
  const names = path.normalize('NFC').toLowerCase().split('/');
  return ways.some((way) => {
    // A last name of signs alone means what lies here, and nothing below.
    const isOpen = /^[*?]+$/u.test(way.at(-1) ?? '') && way.at(-1) !== '**' && !isFolder;
    return listReached(way, names).some((end) => end > 0 && (end === names.length ? !isFolder : !isOpen));
  });
}

/** How many names of a path a pattern can have taken when it ends. */
function listReached(way: readonly string[], names: readonly string[]): number[] {
  let reached = [0];
  for (const [index, part] of way.entries()) {
    if (!reached.length) return [];
    if (part === '**') {
      const from = (reached[0] ?? 0) + (index === way.length - 1 ? 1 : 0);
      reached = Array.from({ length: Math.max(0, names.length - from + 1) }, (_, step) => from + step);
    } else
      reached = reached.flatMap((at) =>
        at < names.length && matchesName(part, names[at] ?? '') ? [at + 1] : [],
      );
  }
  return reached;
}

/** Whether one name fits: on a star it goes back to the last one only, which finds all that can be found. */
export function matchesName(pattern: string, name: string): boolean {
  const signs = pattern.match(/\[[!^]?[^\]]+\]|\\[^]|[^]/gu) ?? [];
  const letters = [...name];
  let sign = 0;
  let letter = 0;
  let star = -1;
  let taken = 0;
  while (letter < letters.length) {
    if (signs[sign] === '*') {
      star = sign++;
      taken = letter;
    } else if (sign < signs.length && matchesLetter(signs[sign] ?? '', letters[letter] ?? '')) {
      sign++;
      letter++;
    } else if (star >= 0) {
      sign = star + 1;
      letter = ++taken;
    } else return false;
  }
  return signs.slice(sign).every((rest) => rest === '*');
}

function matchesLetter(sign: string, letter: string): boolean {
  if (sign === '?') return true;
  if (sign.length < 2 || (!sign.startsWith('[') && !sign.startsWith('\\'))) return sign === letter;
  if (sign.startsWith('\\')) return sign.slice(1) === letter;
  const isNot = /^\[[!^]/u.test(sign);
  const inside = sign.slice(isNot ? 2 : 1, -1);
  const isIn = [...inside.matchAll(/([^])-([^])|[^]/gu)].some(([one, from, to]) =>
    from === undefined || to === undefined ? one === letter : from <= letter && letter <= to,
  );
  return isIn !== isNot;
}

function expandBraces(pattern: string): string[] {
  let ways = [pattern];
  for (let turn = 0; turn < 8; turn++) {
    const next = ways.flatMap((way) => {
      const [whole, before = '', inside = '', after = ''] =
        /^([^{]*)\{([^{}]*,[^{}]*)\}(.*)$/u.exec(way) ?? [];
      return whole === undefined ? [way] : inside.split(',').map((each) => before + each + after);
    });
    if (next.length === ways.length || next.length > mostWays) break;
    ways = next;
  }
  return ways;
}

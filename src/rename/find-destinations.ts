/**
 * Every place in a note's text that may name another file, in whatever convention: where it stands, and what it says.
 * Code is left alone, but for the `click` lines of diagrams. Places that name nothing of the folder are found as well;
 * whoever asks resolves them.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

export interface Destination {
  /**
   * `wiki`: the name in `[[name#heading|words]]`; `url`: the address of a Markdown link, an HTML attribute or a `click`;
   * `import`: a module path in MDX; `shortcode`: the path in Hugo's `ref`.
   */
  kind: 'wiki' | 'url' | 'import' | 'shortcode';
  /** Offsets in the text. */
  start: number;
  end: number;
  written: string;
  /** It stands in quotes or brackets and may hold spaces. */
  isQuoted: boolean;
}

/**
 * @param body a note's text after its front matter
 * @param tree what the text was parsed to, with positions in it; null where it cannot be parsed
 */
export function findDestinations(body: string, tree: Root | null): Destination[] {
  const text = hideCode(body, tree);
  const found = patterns.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match): Destination[] => {
      const written = match.slice(1).find((group) => group !== undefined) ?? '';
      if (!written) return [];
      const start = match.index + match[0].lastIndexOf(written);
      const end = start + written.length;
      const isQuoted = /["'<]/u.test(body[start - 1] ?? '');
      return [{ kind, start, end, written: body.slice(start, end), isQuoted }];
    }),
  );
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start }, index, all) => !all.slice(0, index).some((other) => other.end > start));
}

const patterns: { kind: Destination['kind']; pattern: RegExp }[] = [
  // `[[name|words]]`, in tables `[[name\|words]]`.
  { kind: 'wiki', pattern: /\[\[([^\]\n[|#^\\]+)(?:[#^][^\]\n[|]*)?(?:\\?\|[^\]\n[]*)?\]\]/gu },
  // `](address "title")`, `](<address with spaces>)`.
  { kind: 'url', pattern: /\]\(\s*(?:<([^<>\n]+)>|((?:[^\s()<>\\]|\\.|\((?:[^\s()\\]|\\.)*\))+))/gu },
  // `[label]: address`, in quotes and lists too.
  { kind: 'url', pattern: /^(?:[>\s]|[-*+]\s)*\[[^\]\n^][^\]\n]*\]:[^\S\n]*(?:<([^<>\n]+)>|(\S+))/gmu },
  // Values in quotes hold any sign: `<LinkCard title="a > b" href="b.md" />`.
  {
    kind: 'url',
    pattern:
      /<[a-z](?:[^<>"']|"[^"\n]{0,500}"|'[^'\n]{0,500}')*?\s(?:href|src|to|link|url|poster|data)\s*=\s*(?:"([^"\n]+)"|'([^'\n]+)')/giu,
  },
  { kind: 'url', pattern: /^[^\S\n]*click\s+\S+\s+(?:href\s+)?"([^"\n]+)"/gmu },
  {
    kind: 'import',
    pattern: /^(?:import|export)\s[^'"\n]*?\s?from\s+(?:"([.@~][^"\n]+)"|'([.@~][^'\n]+)')/gmu,
  },
  { kind: 'shortcode', pattern: /\{\{[<%]\s*(?:rel)?ref\s+(?:"([^"\n]+)"|'([^'\n]+)')/gu },
];

/** The text with its code blanked out, character by character; of diagrams the `click` lines stay. */
function hideCode(body: string, tree: Root | null): string {
  const ranges: [start: number, end: number][] = [];
  if (tree) {
    visit(tree, (node) => {
      if (node.type !== 'code' && node.type !== 'inlineCode' && (node.type as string) !== 'inlineMath')
        return;
      const [start, end] = [node.position?.start.offset, node.position?.end.offset];
      if (start !== undefined && end !== undefined) ranges.push([start, end]);
    });
  } else {
    for (const match of body.matchAll(/^[^\S\n]*(`{3,}|~{3,})[^]*?^[^\S\n]*\1|`[^`\n]+`/gmu))
      ranges.push([match.index, match.index + match[0].length]);
  }
  let text = body;
  for (const [start, end] of ranges) {
    const hidden = body.slice(start, end);
    // One step of the expression is one line.
    const kept = hidden.replace(/^(?![^\S\n]*click\s)[^\n]+$/gmu, (line) => ' '.repeat(line.length));
    text =
      text.slice(0, start) + (hidden.includes('\n') ? kept : ' '.repeat(hidden.length)) + text.slice(end);
  }
  return text;
}

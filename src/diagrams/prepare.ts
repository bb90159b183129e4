/**
 * A diagram's source as Mermaid can take it, with the same number of lines: links to notes (which only this site
 * understands) are taken out, and in the few grammars that know no Hangul every foreign word is replaced by a stand-in
 * of about the same width. `restore` puts the words back into whatever text Mermaid made of them.
 */
export function prepareSource(code: string): PreparedSource {
  const withoutNotes = stripNoteClicks(code.replace(/\r\n?/g, '\n'));
  if (!asciiOnly.test(readHeader(withoutNotes))) return { code: withoutNotes, restore: (text) => text };
  return replaceForeignWords(withoutNotes);
}

/** The first line that says what kind of diagram this is: past front matter, directives, comments and blank lines. */
export function readHeader(code: string): string {
  const body = code
    .replace(/^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*(?:\n|$)/, '')
    .replace(/%%\{[\s\S]*?\}%%/g, '')
    .replace(/^\s*%%.*$/gm, '');
  return /\S.*/.exec(body)?.[0]?.trim() ?? '';
}

/** The same flowchart laid out top-down, or null where the source is not a left-to-right flowchart. */
export function turnTopDown(code: string): string | null {
  const header = readHeader(code);
  const turned = header.replace(/^((?:flowchart|graph)(?:-elk)?\s+)(?:LR|RL)\b/, '$1TB');
  return turned === header ? null : code.replace(header, turned);
}

/** `click A "note:rag"`, also with `href` and a tooltip. Group 1 is the node, group 2 the note. */
export const noteClick = /^[ \t]*click[ \t]+(\S+)[ \t]+(?:href[ \t]+)?"note:([^"]*)".*$/gm;

function stripNoteClicks(code: string): string {
  // Mermaid takes `%%` for a comment only when something follows it, else for a node.
  return code.replace(noteClick, '%% note');
}

/** Diagrams whose grammar takes ASCII names only. */
const asciiOnly = /^(?:sankey|wardley|eventmodeling|railroad)/i;

function replaceForeignWords(code: string): PreparedSource {
  const words = new Map<string, string>();
  const originals = new Map<string, string>();
  const ascii = code.replace(/[^\u0000-\u007f]+/g, (word) => {
    const known = words.get(word);
    if (known) return known;
    const standIn = makeStandIn(words.size, word.length);
    words.set(word, standIn);
    originals.set(standIn, word);
    return standIn;
  });
  return {
    code: ascii,
    restore: (text) => text.replace(/Q[MWOG]+Q/g, (standIn) => originals.get(standIn) ?? standIn),
  };
}

/** Wide Latin letters are about as wide as Hangul syllables. */
function makeStandIn(index: number, length: number): string {
  let digits = '';
  for (let rest = index; rest > 0; rest = Math.floor(rest / 4)) digits = ('MWOG'[rest % 4] ?? 'M') + digits;
  return `Q${digits.padStart(Math.max(1, length - 2), 'M')}Q`;
}

export interface PreparedSource {
  code: string;
  restore: (text: string) => string;
}

import { diagramsWords } from '#words';
import type { DiagramProblem } from './drawing.ts';
import { asRecord } from './loose.ts';

/**
 * Where and why Mermaid could not read a source, in the lines that were given to it. Understands the errors of its
 * three kinds of grammar and of the databases behind them.
 */
export function readParseError(error: unknown, code: string): DiagramProblem {
  const message = error instanceof Error ? error.message : String(asRecord(error)['str'] ?? error);
  const lines = code.split('\n');
  // At the end of the source: a bracket is missed where it was opened, a block's end at the block.
  const isCutOff =
    /got '(?:1|EOF|EOF_IN_STRUCT)'|found ``/.test(message) &&
    /'(?:end|END|STRUCT_STOP|RBRACE|BLOCK_STOP)'/.test(message);
  const open = isCutOff && !/Expecting '(?:SQE|PE|STR)'/.test(message) ? findUnclosedBlock(lines) : null;
  if (open)
    return {
      line: open.line,
      column: open.column,
      message: diagramsWords().faults.unclosedBlock(
        lines[open.line - 1]?.trim().slice(0, 40) ?? '',
        open.closing,
      ),
    };
  const place =
    readGrammarPlace(message) ?? readTokenPlace(error, message, lines) ?? findNamed(message, lines);
  const lastLine = Math.max(1, lines.findLastIndex((text) => text.trim() !== '') + 1);
  const line = Math.min(Math.max(1, place.line), lastLine);
  const text = lines[line - 1] ?? '';
  const column = Math.min(
    Math.max(1, place.column || text.length - text.trimStart().length + 1),
    text.length + 1,
  );
  return { line, column, message: explain(message, text, column) };
}

const blockWord = /^(?:subgraph|loop|alt|opt|par|par_over|critical|break|rect|box|block|systemBoundary)\b/;

/** The last block that is opened but not closed, by `end` or by a brace at the end of a line. */
function findUnclosedBlock(lines: readonly string[]): (Place & { closing: string }) | null {
  const open: (Place & { closing: string })[] = [];
  for (const [index, text] of lines.entries()) {
    const word = text.trim();
    const place = { line: index + 1, column: text.length - word.length + 1 };
    if (blockWord.test(word) && index > 0) open.push({ ...place, closing: 'end' });
    else if (/\{$/.test(word)) open.push({ ...place, closing: '}' });
    else if (/^end\b/.test(word) || /^\}/.test(word)) open.pop();
  }
  return open.at(-1) ?? null;
}

interface Place {
  line: number;
  column: number;
}

/** `Lexer error on line 2, column 8` and `at line 2, column 9`. */
function readGrammarPlace(message: string): Place | null {
  const match = /\bline (\d+), column (\d+)/.exec(message);
  return match ? { line: Number(match[1]), column: Number(match[2]) } : null;
}

/** The position in the error's `hash`; `Parse error on line N` alone counts blank lines that follow. */
function readTokenPlace(error: unknown, message: string, lines: readonly string[]): Place | null {
  const hash = asRecord(asRecord(error)['hash']);
  const loc = asRecord(hash['loc']);
  const text = typeof hash['text'] === 'string' ? hash['text'].trim() : '';
  const isGrammar = /^(?:Parse|Lexical) error/.test(message);
  if (!isGrammar) return null;
  if (text !== '' && !text.includes('\n')) {
    for (const line of [Number(hash['line']) + 1, Number(loc['last_line']), Number(loc['first_line'])]) {
      const column = lines[line - 1]?.indexOf(text) ?? -1;
      if (column >= 0) return { line, column: column + 1 };
    }
  }
  if (typeof loc['first_line'] === 'number')
    return { line: loc['first_line'], column: Number(loc['first_column'] ?? 0) + 1 };
  const lexical = /error on line (\d+)/.exec(message);
  if (!lexical) return null;
  const line = Number(lexical[1]);
  const foreign = /[^\u0000-\u007f]/.exec(lines[line - 1] ?? '');
  return { line, column: foreign ? foreign.index + 1 : 0 };
}

/** Errors without a position name what they are about: the last line that has all those words. */
function findNamed(message: string, lines: readonly string[]): Place {
  const words = [
    ...message.matchAll(/"([^"]+)"|\[([^\]]+)\]|\(([^)"]+)\)|'([^']+)'|\b(\d+)\b|identifier: (.+)$/g),
  ]
    .flatMap(([, ...groups]) => groups.filter((group) => group !== undefined))
    .flatMap((group) => group.split(/,\s*/));
  for (let needed = words.length; needed > 0; needed -= 1) {
    const some = words.slice(0, needed);
    const index = lines.findLastIndex((text, at) => at > 0 && some.every((word) => hasWord(text, word)));
    if (index > 0) return { line: index + 1, column: 0 };
  }
  return { line: 1, column: 1 };
}

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  const isLetter = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}_]/u.test(character);
  return at >= 0 && !isLetter(text[at - 1]) && !isLetter(text[at + word.length]);
}

/** Mermaid's message in a sentence an author can act on. */
function explain(message: string, text: string, column: number): string {
  const excerpt =
    text
      .slice(Math.max(0, column - 1))
      .trim()
      .slice(0, 40) || text.trim().slice(0, 40);
  const isHangul =
    /\p{Script=Hangul}/u.test(excerpt[0] ?? '') &&
    /Lexical|Lexer|unexpected character|but found/.test(message);
  if (isHangul) return diagramsWords().faults.unquoted(excerpt);
  const expected = /Expecting (?:token of type )?'([^']+)'/.exec(message)?.[1];
  const closing =
    /SQE|PE$|DIAMOND_STOP|STADIUMEND|STRUCT_STOP|NODE_DEND|STR$/.test(expected ?? '') &&
    /got '(?:1|EOF|EOF_IN_STRUCT)'/.test(message);
  if (closing) return diagramsWords().faults.unclosed(excerpt);
  if (/^(?:Parse error|Lexical error|Parsing failed|Error parsing)/.test(message)) {
    return excerpt ? diagramsWords().faults.unreadable(excerpt) : diagramsWords().faults.cutOff;
  }
  if (/^Cannot (?:read|set) propert/.test(message)) return diagramsWords().faults.notUnderstood;
  return `Mermaid: ${message.split('\n')[0] ?? message}`;
}

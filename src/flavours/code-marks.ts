/**
 * What follows the language of a fence in Docusaurus, VitePress, Starlight and MkDocs: `title="…"` (also `filename`, and `[…]` in a group)
 * and lines to mark, `{1,4-6}`, `hl_lines="1 4-6"` or comments such as `// highlight-next-line`. The title stands above the code; the lines wait
 * for the highlighter in an element of their own.
 */
import { notesWords, problemsWords } from '#words';
import type { Code, Parent, PhrasingContent, RootContent } from 'mdast';
import { makeDetails } from './boxes.ts';
import { type Flavour, report } from './flavour.ts';
import { SKIP, visit } from '../markdown/visit.ts';

/** Fences that Obsidian and its plugins run as queries over a vault. */
const queries = new Set([
  ...['query', 'dataview', 'dataviewjs', 'tasks', 'base', 'button', 'tracker'],
  ...['meta-bind', 'meta-bind-button', 'meta-bind-embed', 'meta-bind-js-view'],
]);

/** `#!html <b>` in a line: MkDocs is told the language of the code so. */
const languageInLine = /^#![a-z][\w+-]* +(?=\S)/u;

export const codeMarks: Flavour = {
  adapt(tree, { isDocumentation }) {
    if (isDocumentation)
      visit(tree, 'inlineCode', (code) => {
        code.value = code.value.replace(languageInLine, '');
      });
    const asked = new Map<string, { code: Code; count: number }>();
    visit(tree, 'code', (code, index, parent) => {
      splitLanguage(code);
      if (!parent || index === undefined || code.lang === 'mermaid' || isRead(code)) return undefined;
      const title = readCodeTitle(code);
      const lines = readLines(code);
      code.data = { ...code.data, isRead: true } as Code['data'] & object;
      if (code.lang && queries.has(code.lang)) {
        const known = asked.get(code.lang);
        if (known) known.count++;
        else asked.set(code.lang, { code, count: 1 });
        // Its readers there see what it finds: how it asks is for those who ask.
        const words: PhrasingContent[] = [{ type: 'text', value: notesWords().query(code.lang) }];
        (parent as Parent).children[index] = { ...makeDetails(words, [code]), position: code.position };
        return [SKIP, index + 1];
      }
      const before: RootContent[] = [];
      if (title) {
        const hProperties = { className: ['code-title'] };
        before.push({ type: 'paragraph', children: [{ type: 'text', value: title }], data: { hProperties } });
      }
      if (lines.length) {
        const data = { hName: 'code-lines', hProperties: { dataLines: lines.join(',') } };
        before.push({ type: 'paragraph', children: [], data });
      }
      if (!before.length) return undefined;
      (parent as Parent).children.splice(index, 0, ...(before as never[]));
      return [SKIP, index + before.length + 1];
    });
    for (const [language, { code, count }] of asked)
      report(tree, code, problemsWords().code.query(language, count));
  },
};

/** A fence may have no language (`title="…"`), or hold it in braces: `{ .yaml title="…" }`, `{mermaid}`. */
function splitLanguage(code: Code): void {
  // VitePress: `js{1,3}`, `ts:line-numbers {1}`.
  const [, bare, marks = ''] =
    /^([\w+#-]+)(?::(?:no-)?line-numbers(?:=\d+)?)?(\{[\d,-]+\})?$/u.exec(code.lang ?? '') ?? [];
  if (bare !== undefined && bare !== code.lang) {
    code.lang = bare;
    code.meta = [marks, code.meta].filter(Boolean).join(' ') || null;
    return;
  }
  // mdBook: `rust,editable`. Lines behind a bare `#` are for the compiler alone.
  const [, named, settings] = /^([a-z][\w+#-]*),([\w,.=-]+)$/iu.exec(code.lang ?? '') ?? [];
  if (named !== undefined) {
    code.lang = named;
    code.meta = [settings, code.meta].filter(Boolean).join(' ');
    if (named === 'rust')
      code.value = code.value.replace(/^[ \t]*#(?: .*)?(?:\n|$)/gmu, '').replace(/\n$/u, '');
    return;
  }
  const written = [code.lang, code.meta].filter(Boolean).join(' ');
  if (!/^(?:[\w-]+=|\{)/u.test(written)) return;
  code.lang = /^\{\s*\.?([a-z][\w+#-]*)(?=[\s}])/iu.exec(written)?.[1] ?? null;
  code.meta = written;
}

/** The title in what follows the language. */
export function readCodeTitle(code: Code): string {
  const [, double, single, bracket] =
    /(?:\b(?:title|filename|file|caption)=(?:"([^"]*)"|'([^']*)'))|(?:^|\s)\[([^\]]{1,500})\]/u.exec(
      withoutOthers(code.meta),
    ) ?? [];
  // What stands behind the name of a directive that nobody here knows: `{exhibit} 제목`.
  const [, said] = /^\{[a-z][\w:-]*\}\s+([^\s{=]+(?:\s[^={}]*)?)$/iu.exec(code.meta ?? '') ?? [];
  const bare = readBareTitle(code);
  return double ?? single ?? bracket ?? said ?? (titleWords.test(bare) ? bare : '');
}

/** Words that stand alone behind the language, as Mintlify has them: `bash npm`, `ts src/a.ts`. */
export function readBareTitle({ meta }: Code): string {
  const words = withoutOthers(meta)
    .replace(/(?<![\w-])[\w-]+=(?:"[^"]*"|'[^']*'|\{[^{}]*\}|\S+)|\{[^{}]*\}|\[[^[\]]*\]/gu, ' ')
    .replace(/(?<!\S)(?:lines|wrap|expandable|showLineNumbers|noCopy|live|twoslash)(?!\S)/gu, ' ');
  return words.replace(/\s+/gu, ' ').trim();
}

/** Of a fence anywhere, only a file's name and words as a reader writes them: others are what tools are told. */
const titleWords = /^(?:[\p{Lu}\p{Lo}][\p{L}\p{N} ._/()-]*|[\w@/.-]*\.[a-z][a-z\d]{0,5})$/u;

/** Other settings of a fence may hold anything (`option='{ "names": ["a"] }'`). */
function withoutOthers(meta: Code['meta']): string {
  return (meta ?? '').replace(
    /(?<![\w-])(?!(?:title|filename|file|caption|hl_lines)=)[\w-]+=(?:"[^"]*"|'[^']*')/gu,
    '',
  );
}

function isRead(code: Code): boolean {
  return Boolean((code.data as { isRead?: boolean } | undefined)?.isRead);
}

const command =
  /^\s*(?:\/\/|#|--|;|%|\/\*|<!--|\{\/\*)\s*highlight-(next-line|start|end)\s*(?:\*\/\}|\*\/|-->)?\s*$/u;

/** A comment at a line's end that says how the line looks, as VitePress and Shiki have it: `// [!code focus]`. */
const notation =
  /(?<!\s)\s*(?:\/\/|#|--|;|%|\/\*|<!--|\{\/\*)\s*\[!code\s+(\+\+|--|focus|highlight|hl|error|warning|word)(?::[^\]\n]{0,200})?\](?:\s*(?:\*\/\}|\*\/|-->))?\s*$/u;

/**
 * Takes such comments out and marks their lines, and those that `ins={2}` and `del={3}` name (Expressive Code). Where a line
 * is gone, the signs of both stand before all lines, as in a `diff`.
 */
function readChanges(code: Code, found: Set<number>): void {
  const signs = new Map<number, string>();
  for (const [, word, numbers = ''] of (code.meta ?? '').matchAll(/(?<!\S)(ins|del)=\{([\d\s,-]+)\}/gu))
    for (const line of listNumbers(numbers.split(','))) signs.set(line, word === 'ins' ? '+ ' : '- ');
  const lines = code.value.split('\n').map((line, index) => {
    const [end = '', word] = line.includes('[!code') ? (notation.exec(line) ?? []) : [];
    if (word === '++' || word === '--') signs.set(index + 1, word === '++' ? '+ ' : '- ');
    else if (word !== undefined && word !== 'word') found.add(index + 1);
    return line.slice(0, line.length - end.length);
  });
  for (const line of signs.keys()) found.add(line);
  const hasGone = [...signs.values()].includes('- ');
  if (!hasGone && !code.value.includes('[!code')) return;
  code.value = lines.map((line, index) => (hasGone ? (signs.get(index + 1) ?? '  ') : '') + line).join('\n');
}

/** `1`, `3-5` and their like as numbers of lines. */
function listNumbers(parts: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const part of parts) {
    const [from = 0, to = from] = part.split('-').map(Number);
    for (let line = from; line <= Math.min(to, from + 2000); line++) if (line > 0) found.add(line);
  }
  return found;
}

/** The numbers of the lines to mark; comments that mark them leave the code. */
function readLines(code: Code): number[] {
  const [, braces, quoted] =
    /(?<!\b(?:ins|del)=)\{([\d\s,-]+)\}|\bhl_lines="([\d\s-]+)"/u.exec(withoutOthers(code.meta)) ?? [];
  const found = listNumbers(braces?.split(',') ?? quoted?.trim().split(/\s+/u) ?? []);
  readChanges(code, found);
  if (!code.value.includes('highlight-')) return [...found].sort((a, b) => a - b);
  const kept: string[] = [];
  let isOpen = false;
  let isNext = false;
  for (const line of code.value.split('\n')) {
    const word = command.exec(line)?.[1];
    if (word === 'start') isOpen = true;
    else if (word === 'end') isOpen = false;
    else if (word) isNext = true;
    else {
      kept.push(line);
      if (isOpen || isNext) found.add(kept.length);
      isNext = false;
    }
  }
  code.value = kept.join('\n');
  return [...found].sort((a, b) => a - b);
}

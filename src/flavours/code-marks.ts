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
const queries = new Set(['query', 'dataview', 'dataviewjs', 'tasks', 'base']);

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
  const written = [code.lang, code.meta].filter(Boolean).join(' ');
  if (!/^(?:[\w-]+=|\{)/u.test(written)) return;
  code.lang = /^\{\s*\.?([a-z][\w+#-]*)(?=[\s}])/iu.exec(written)?.[1] ?? null;
  code.meta = written;
}

/** The title in what follows the language. */
export function readCodeTitle(code: Code): string {
  const [, double, single, bracket] =
    /(?:\b(?:title|filename|file|caption)=(?:"([^"]*)"|'([^']*)'))|(?:^|\s)\[([^\]]+)\]/u.exec(
      withoutOthers(code.meta),
    ) ?? [];
  // What stands behind the name of a directive that nobody here knows: `{exhibit} 제목`.
  const [, said] = /^\{[a-z][\w:-]*\}\s+([^\s{=]+(?:\s[^={}]*)?)$/iu.exec(code.meta ?? '') ?? [];
  return double ?? single ?? bracket ?? said ?? '';
}

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

/** The numbers of the lines to mark; comments that mark them leave the code. */
function readLines(code: Code): number[] {
  const found = new Set<number>();
  const [, braces, quoted] = /\{([\d\s,-]+)\}|\bhl_lines="([\d\s-]+)"/u.exec(withoutOthers(code.meta)) ?? [];
  for (const part of braces?.split(',') ?? quoted?.trim().split(/\s+/u) ?? []) {
    const [from = 0, to = from] = part.split('-').map(Number);
    for (let line = from; line <= Math.min(to, from + 2000); line++) if (line > 0) found.add(line);
  }
  if (!code.value.includes('highlight-')) return [...found];
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

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { language } from '#words';
import { ENGINE_VERSION } from './drawing.ts';
import { hashText } from './hash.ts';

/** Where the code begins that decides the bytes of a drawing: what reads a source, and what draws it. */
const roots = ['draw-in-page.ts', 'parse.ts', 'drawing-browser.ts'];
const folder = dirname(fileURLToPath(import.meta.url));

/**
 * The name under which a store keeps a drawing: 32 hex digits from the source's `drawingKey` and from everything that
 * makes drawings, so that a change of the code or of a colour draws anew, and nobody has to remember a version.
 */
export function nameStored(key: string): string {
  engine ??= hashEngine((file) => readFileSync(join(folder, file), 'utf8'));
  // Forms of our own say some words in the site's language.
  return hashText(`${engine}\n${language()}\n${key}`);
}

/** Lines that change how long drawing takes and nothing of a drawing: all drawings were compared when they were added. */
const onlySpeed = /^.*\/\/ Only speed\.$/gm;

let engine: string | undefined;

/** A hash of all files of this folder that the roots import, comments and spacing aside. */
export function hashEngine(read: (file: string) => string): string {
  const found = new Map<string, string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    const code = read(file).replace(onlySpeed, '');
    found.set(file, code);
    for (const [, next = ''] of code.matchAll(/(?:from|import)\s*\(?'(\.{1,2}\/[\w./-]+\.ts)'/g))
      if (!next.startsWith('../build/')) visit(join(dirname(file), next));
  };
  for (const root of roots) visit(root);
  const texts = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, code]) => `${file}\n${squeeze(code)}`);
  return hashText([ENGINE_VERSION, ...texts].join('\n'));
}

/** Code without whole-line comments, indentation and line endings. */
function squeeze(code: string): string {
  return code
    .replace(/^\s*(?:\/\*\*?[\s\S]*?\*\/|\/\/.*)\s*$/gm, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

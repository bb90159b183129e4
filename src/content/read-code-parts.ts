import { stat } from 'node:fs/promises';
import { codeTargets, readCodeLine } from '../flavours/code-parts.ts';
import type { FlavourContext } from '../flavours/flavour.ts';
import { readCodeImport } from '../flavours/imported-code.ts';
import type { Note } from '../knowledge/note.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';
import { decodeText } from './decode-text.ts';
import type { Folder } from './read-folder.ts';
import { readInside } from './read-inside.ts';

/** Bytes; more is no example. */
const largest = 100_000;

/** Lets notes show files of code that lie among them (`{{#include main.rs}}`): what a convention hides is none of these. */
export async function readCodeParts(
  notes: readonly Note[],
  { assets, homes }: Pick<Folder, 'assets' | 'homes'>,
): Promise<NonNullable<FlavourContext['code']>> {
  const texts = new Map<string, string>();
  const find = (line: string, from: string) => {
    const part = readCodeLine(line) ?? readCodeImport(line);
    const targets = part ? codeTargets(part, from) : [];
    const path = targets.find((target) => assets.has(target) && !noteEnding.test(target));
    return !part || path === undefined ? null : { part, path };
  };
  for (const { body, path: from } of notes) {
    if (!/\{\{#|8<-|<<<|\{\*\s|raw-loader!|\?raw['"]/u.test(body)) continue;
    for (const line of body.split('\n')) {
      const { path } = find(line.replace(/^[\s>]*/u, ''), from) ?? {};
      if (path === undefined || texts.has(path)) continue;
      const file = assets.get(path) ?? '';
      const size = await stat(file).then(
        (found) => found.size,
        () => Infinity,
      );
      const text =
        size > largest ? null : decodeText(await readInside(homes, file).catch(() => Buffer.from([0])))?.text;
      if (text) texts.set(path, text);
    }
  }
  return (line, { path: from }) => {
    const found = find(line, from);
    const text = found && texts.get(found.path);
    const shown = found?.part && text ? found.part.select(text) : null;
    return found && shown !== null ? { path: found.path, text: shown } : null;
  };
}

/** Reads the short names of folders that `tsconfig.json` above a folder of notes gives (`compilerOptions.paths`). */
import { posix, relative, resolve, sep } from 'node:path';
import type { PathAliases } from '../flavours/path-aliases.ts';
import { readYaml } from './front-matter.ts';
import { readSettings } from './read-settings.ts';

const places = ['..', '../..', '../../..'];
const names = ['tsconfig.json', 'jsconfig.json'];
/** A comment, or text in quotes, in which none begins. */
const comment = /("(?:[^"\\\n]|\\.)*"?)|\/\/.*|\/\*[^]*?(?:\*\/|$)/gu;

export async function readAliases(root: string): Promise<PathAliases | undefined> {
  for (const place of places)
    for (const name of names) {
      const text = await readSettings(resolve(root, place), name);
      if (text === null) continue;
      const way = relative(resolve(root, place), resolve(root)).split(sep).join('/');
      const folders = readPaths(text, `/${way}`);
      return Object.keys(folders).length ? { root: `/${way}`, folders } : undefined;
    }
  return undefined;
}

/** Folders by the beginnings of addresses, seen from the folder of notes, whose path below the settings is `root`. */
function readPaths(text: string, root: string): Record<string, string> {
  // Comments are no JSON; commas at the ends are no matter to YAML.
  const json = text.replace(comment, '$1').replaceAll('\t', '  ');
  const options = mapOf(mapOf(readYaml(json).data)['compilerOptions']);
  const base = typeof options['baseUrl'] === 'string' ? options['baseUrl'] : '.';
  return Object.fromEntries(
    Object.entries(mapOf(options['paths'])).flatMap(([name, value]) => {
      const [, prefix] = /^([@~#$][\w-]*\/)\*$/u.exec(name) ?? [];
      const [first]: unknown[] = [value].flat();
      const [, folder] = (typeof first === 'string' && /^([^*]*)\*$/u.exec(first)) || [];
      if (prefix === undefined || folder === undefined) return [];
      return [[prefix, posix.relative(root, posix.join('/', base, folder)) || '.']];
    }),
  );
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

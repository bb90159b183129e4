/**
 * Files that `mkdocs.yml` lets pages put in, from below the `base_path` of `pymdownx.snippets`, and those that it puts at the
 * end of every page (`auto_append`).
 */
import { basename, dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { hideComments } from '../flavours/hide-comments.ts';
import { toNfc } from '../knowledge/text.ts';
import { readSettings } from './read-settings.ts';

const places = ['mkdocs.yml', 'mkdocs.yaml', '../mkdocs.yml', '../mkdocs.yaml'];

/** The text of what every page ends with; empty where there is none. Only what lies beside the settings or below is read. */
export async function readSharedDefinitions(root: string): Promise<string> {
  const settings = await openSnippets(root);
  const texts: string[] = [];
  for (const name of settings?.names ?? []) {
    const text = await settings?.read(name);
    if (typeof text === 'string') texts.push(hideComments(toNfc(text.replace(/\r\n?/gu, '\n')), 'md').body);
  }
  return texts.join('\n');
}

/** Reads what the settings of a folder let pages put in, by the name that they say; null where there are no such settings. */
export async function openSnippets(
  root: string,
): Promise<{ names: string[]; read: (name: string) => Promise<string | null> } | null> {
  for (const place of places) {
    const folder = join(root, dirname(place));
    const settings = await readSettings(folder, basename(place));
    if (!settings?.includes('pymdownx.snippets')) continue;
    const { names, bases } = findAppended(settings);
    const read = async (name: string) => {
      for (const base of bases) {
        const text = await readSettings(folder, join(base, name));
        if (text !== null) return text;
      }
      return null;
    };
    return { names, read };
  }
  return null;
}

function findAppended(settings: string): { names: string[]; bases: string[] } {
  try {
    // Tags of other languages (`!!python/name:…`) are none of ours.
    const data = parseDocument(settings, { logLevel: 'silent' }).toJS() as Record<string, unknown> | null;
    const extensions = [data?.['markdown_extensions']].flat() as (Record<string, unknown> | string)[];
    const options = extensions
      .map((extension) => (typeof extension === 'object' ? extension['pymdownx.snippets'] : undefined))
      .find((found) => typeof found === 'object' && found !== null) as Record<string, unknown> | undefined;
    const bases = textsOf(options?.['base_path']);
    return { names: textsOf(options?.['auto_append']), bases: bases.length ? bases : ['.'] };
  } catch {
    return { names: [], bases: [] };
  }
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((item): item is string => typeof item === 'string');
}

/**
 * Texts that every page of a Docusaurus site may put in by a name of its own: those that `src/theme/MDXComponents` imports.
 * It is a program; only its lines that import texts are read.
 */
import { listPartials } from '../flavours/partials.ts';
import { readSettings } from './read-settings.ts';

const places = ['src/theme/MDXComponents', 'src/theme/MDXComponents/index'];
const endings = ['js', 'jsx', 'ts', 'tsx'];

/** Addresses of texts by the names under which all notes know them; undefined where there are none. */
export async function readSharedImports(root: string): Promise<Record<string, string> | undefined> {
  for (const place of places)
    for (const ending of endings) {
      const written = await readSettings(`${root}/..`, `${place}.${ending}`);
      if (written === null) continue;
      const code = written.replace(/\/\*[^]*?(?:\*\/|$)/gu, '');
      const imported = listPartials(code);
      // `{ ...MDXComponents, Note: NoteText }` gives a text another name.
      for (const [, name = '', written = ''] of code.matchAll(/\b([A-Z]\w*)\s*:\s*([A-Z]\w*)\b/gu)) {
        const url = imported.get(written);
        if (url !== undefined) imported.set(name, url);
      }
      return imported.size ? Object.fromEntries(imported) : undefined;
    }
  return undefined;
}

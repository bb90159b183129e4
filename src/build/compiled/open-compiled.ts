import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Atlas } from '../../content/open-atlas.ts';
import { basePath, siteOrigin, today } from '../../site.ts';
import { hashCode } from '../../store/code-hash.ts';
import { writeKindStyles } from '../../subject/style-sheet.ts';
import { language } from '../../words/words.ts';
import { checkoutFolder } from '../build-lock.ts';
import type { CompiledFacts } from './compile-site.ts';
import { compileSite } from './compile-site.ts';
import { boundCode, keepFew, listFolder, readCompiled } from './compiled-store.ts';

/** A compiled site: its folder and what is known of it. */
export interface Compiled {
  folder: string;
  facts: CompiledFacts;
}

/** The compilation for this code, these settings and this content's MDX, or null where there is none yet. */
export async function findCompiled(
  atlas: Atlas,
  store = join(checkoutFolder, 'compiled'),
): Promise<Compiled | null> {
  const name = nameCompilation(atlas);
  const folder = join(store, name);
  const facts = await readCompiled(folder);
  if (!facts) return null;
  await keepFew(store, name);
  return { folder, facts };
}

/** The same; compiled now where there is none yet. */
export async function openCompiled(
  atlas: Atlas,
  store = join(checkoutFolder, 'compiled'),
): Promise<Compiled> {
  const name = nameCompilation(atlas);
  const folder = join(store, name);
  let facts = await readCompiled(folder);
  if (!facts) {
    await compileSite(folder);
    await boundCode(join(checkoutFolder, 'code'));
    facts = await readCompiled(folder);
    if (!facts) throw new Error(`${folder} cannot be read back`);
  }
  await keepFew(store, name);
  return { folder, facts };
}

function nameCompilation(atlas: Atlas): string {
  const hash = createHash('sha256');
  hash.update([hashCode(resolve('.')), siteOrigin(), basePath(), language()].join('\n'));
  hash.update(JSON.stringify(listFolder(resolve('public'))));
  // The one thing that style sheets take from the subject (`kind-styles.ts`).
  hash.update(writeKindStyles(atlas.subject));
  // MDX is compiled with all that its links, labels and drawings know of other notes.
  if (isCode(atlas)) {
    const { library, assets } = atlas;
    hash.update(
      JSON.stringify([
        today(),
        atlas.root,
        library.notes,
        library.unlisted,
        library.terms,
        library.sources,
        [...assets.keys()],
      ]),
    );
  }
  return hash.digest('hex').slice(0, 24);
}

/** Whether notes of this folder are code that Astro compiles: the project's own MDX. */
export function isCode({ isProjectOwn, library }: Atlas): boolean {
  return isProjectOwn && [...library.notes, ...library.unlisted].some(({ format }) => format === 'mdx');
}

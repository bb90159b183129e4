import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commandsWords } from '#words';
import { NamedFault } from '../knowledge/problem.ts';
import { projectFolders } from './output/output-folder.ts';
import { holds, makeFolder, resolveReal } from './real-path.ts';

/** Marks a folder of caches for backup programs (https://bford.info/cachedir/), and for us as one that we may empty. */
const tagName = 'CACHEDIR.TAG';
const signature = 'Signature: 8a477f597d28d172789f06886806bc55';
/** What caches alone hold: by it a folder is known that has no tag, because it is older or was put together by hand. */
const telling = /^(?:store\.sqlite|drawings|card-fonts|packed|stamps)$/u;
/** All that caches hold. Somebody's own folder may well be called `pictures`. */
const cached =
  /^(?:store\.sqlite(?:-\w+)?|drawings|pictures|cards|card-fonts|fonts|packed|stamps|test|bench|\.DS_Store)$/u;

/** A folder in which nothing may be remembered; the message says why. */
export class CacheRefused extends NamedFault {}

/** What must not lie in the cache, nor the cache in it. */
interface Surroundings {
  contentDir: string;
  outDir: string;
  projectRoot: string;
}

/**
 * Makes sure that `folder`, in the `CACHE_DIR` that somebody chose, is ours to fill and to empty: it is new, empty or
 * bears our tag, and is no part of the notes, of the site or of the project's sources. Tags it. Throws `CacheRefused`.
 */
export async function claimCache(folder: string, surroundings: Surroundings): Promise<void> {
  await refuseCache(folder, surroundings);
  try {
    makeFolder(folder);
    if (!existsSync(join(folder, tagName))) writeFileSync(join(folder, tagName), `${signature}\n`);
  } catch (error) {
    // A folder that nothing can be written into costs time and nothing else; but who tries to make one where there can
    // be none (`/proc`) tries for ever.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new CacheRefused(
        commandsWords().cache.refused(
          process.env['CACHE_DIR'] ?? folder,
          commandsWords().output.isClosed(code),
        ),
      );
  }
}

/** The part of `claimCache` that changes nothing: throws where the folder is not ours. */
export async function refuseCache(
  folder: string,
  { contentDir, outDir, projectRoot }: Surroundings,
): Promise<void> {
  const words = commandsWords().cache;
  const refuse = (reason: string) => {
    throw new CacheRefused(words.refused(process.env['CACHE_DIR'] ?? folder, reason));
  };
  const real = await resolveReal(resolve(projectRoot, folder));
  if (real === null) return;
  const content = await resolveReal(resolve(projectRoot, contentDir));
  const out = await resolveReal(resolve(projectRoot, outDir));
  const project = (await resolveReal(projectRoot)) ?? projectRoot;
  if (content !== null && holds(content, real)) refuse(words.insideContent);
  if (out !== null && holds(out, real)) refuse(words.insideOutput);
  if (holds(real, project) || projectFolders.some((name) => holds(join(project, name), real)))
    refuse(words.insideProject);
  if (!isOurs(real)) refuse(words.isForeign(real));
}

function isOurs(folder: string): boolean {
  try {
    const names = readdirSync(folder);
    const isCache = names.length === 0 || names.some((name) => telling.test(name));
    if (isCache && names.every((name) => cached.test(name))) return true;
    return names.includes(tagName) && readFileSync(join(folder, tagName), 'utf8').startsWith(signature);
  } catch (error) {
    // One that cannot be read is neither filled nor emptied.
    return (error as NodeJS.ErrnoException).code !== undefined;
  }
}

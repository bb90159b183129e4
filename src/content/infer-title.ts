/** What a folder's site is called where nobody says: as the folder is, or as the project whose notes it holds. */
import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Names that tools give to the folder of notes of any project. */
const anyFolder =
  /^(?:_posts|_docs|articles|blog|content|contents|current|doc|docs|docusaurus-plugin-content-docs|documentation|en|guide|i18n|ko|notes|pages|posts|site|source|src|vault|web|website|wiki)$/iu;
/** What stands at the root of a project: a folder without one is somebody's own, and its name nobody's business. */
const rootFiles = ['.git', 'package.json', 'mkdocs.yml', '_config.yml', 'hugo.toml', 'book.toml'];
const mostSteps = 6;

/** @param projectRoot this machine's own folder, which is no project of notes */
export async function inferTitle(root: string, projectRoot: string): Promise<string> {
  const name = basename(root) || root;
  if (!anyFolder.test(name)) return name;
  let folder = dirname(root);
  for (let step = 0; step < mostSteps && folder !== dirname(folder); step++, folder = dirname(folder)) {
    if (folder === projectRoot) break;
    const found = await Promise.all(rootFiles.map((file) => lstat(join(folder, file)).catch(() => null)));
    if (!found.some(Boolean)) continue;
    return anyFolder.test(basename(folder)) ? name : basename(folder);
  }
  return name;
}

/**
 * What a folder's site is called where no `atlas.yaml` says: as a tool's settings say, as the folder is, or as the project
 * whose notes it holds.
 */
import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isEntryPath, type Note } from '../knowledge/note.ts';
import { isEmptyTitle } from './empty-titles.ts';
import { readFirstHeading } from './held-notes.ts';
import { readSettings } from './read-settings.ts';

/** Names that tools give to the folder of notes of any project. */
const anyFolder =
  /^(?:_posts|_docs|articles|blog|content|contents|current|doc|docs|docusaurus-plugin-content-docs|documentation|en|guide|i18n|ko|notes|pages|posts|site|source|src|vault|web|website|wiki)$/iu;
/** What stands at the root of a project: a folder without one is somebody's own, and its name nobody's business. */
const rootFiles = ['.git', 'package.json', 'mkdocs.yml', '_config.yml', 'hugo.toml', 'book.toml'];
const mostSteps = 6;

/** Where tools write down what a site is called, by the file in the folder of notes or above it. */
const declared: [names: string[], key: RegExp][] = [
  [['mkdocs.yml', 'mkdocs.yaml'], /^site_name[ \t]*:[ \t]*(\S.*)$/mu],
  [['book.toml', 'hugo.toml'], /^title[ \t]*=[ \t]*(\S.*)$/mu],
  [
    ['_quarto.yml', 'myst.yml'],
    /^(?:project|website|book|site):[ \t]*\n(?:[ \t]+\S.*\n|[ \t]*\n)*?[ \t]+title:[ \t]*(\S.*)$/mu,
  ],
  [['_config.yml', 'hugo.yaml', 'hugo.yml'], /^title[ \t]*:[ \t]*(\S.*)$/mu],
  // Obsidian Publish.
  [['site-options.json'], /"siteName"[ \t]*:[ \t]*("(?:[^"\\\n]|\\.)+")/u],
  // Settings in JavaScript are not run: a title in quotes on a line of its own is read.
  [
    [
      ...['.vitepress/config', 'docusaurus.config'].flatMap((name) =>
        ['ts', 'mts', 'js', 'mjs', 'cjs'].map((ending) => `${name}.${ending}`),
      ),
      'quartz.config.ts',
    ],
    /^[ \t]+(?:page)?title:[ \t]*("[^"\n]+"|'[^'\n]+'),?[ \t]*$/imu,
  ],
];
const longestTitle = 60;

/** What a tool's settings call the site; undefined where none says. */
async function readDeclared(root: string): Promise<string | undefined> {
  for (const place of ['', '..', '../website'])
    for (const [names, key] of declared)
      for (const name of names) {
        // Only Docusaurus lies beside the notes that it shows.
        if (place === '../website' && !name.startsWith('docusaurus')) continue;
        const text = (await readSettings(join(root, place), name)) ?? '';
        const written = key.exec(text.slice(0, 20_000).replace(/\r\n/gu, '\n'))?.[1] ?? '';
        const title = written
          .replace(/\s+#.*$/u, '')
          .trim()
          .replace(/^(["'])\s*(.*?)\s*\1$/u, '$2');
        // What is filled in later is no title yet.
        if (title && title.length <= longestTitle && !/^[|>&*!{[]|[{}$]/u.test(title)) return title;
      }
  return undefined;
}

/** @param projectRoot this machine's own folder, which is no project of notes */
export async function inferTitle(root: string, projectRoot: string): Promise<string> {
  const said = await readDeclared(root);
  if (said !== undefined) return said;
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

/**
 * What the page that opens a folder calls it, where the folder's own name says nothing; undefined where that does not either.
 * @param notes those that are published: nothing of others is a title
 */
export function titleByEntry(name: string, notes: readonly Note[]): string | undefined {
  if (!anyFolder.test(name)) return undefined;
  const entries = notes.filter(
    ({ path, address }) => isEntryPath(path) && (!path.includes('/') || !address.includes('/')),
  );
  return entries
    .map(({ title, body }) => (title || readFirstHeading(body)).trim())
    .find(
      (title) =>
        title && title.length <= longestTitle && !isEmptyTitle(title) && !/[[\]<>{}`*!]/u.test(title),
    );
}

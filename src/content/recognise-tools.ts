/** Which tools a folder of notes is set up for, as far as that decides what is for readers. */
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { listCode } from '../flavours/template-code.ts';
import type { PathAliases } from '../flavours/path-aliases.ts';
import { readDayForm } from '../knowledge/logseq-pages.ts';
import { cutRanges, type Range } from '../markdown/text-places.ts';
import { readYaml } from './front-matter.ts';
import { readSettings } from './read-settings.ts';
import { readShownFolders, type ShownFolders } from './read-shown-folders.ts';

export interface Tools {
  /** An Obsidian vault. */
  isVault: boolean;
  /** The vault, or the graph, shows lines as they are written. */
  breaksLines: boolean;
  /** Docusaurus, MkDocs, VitePress, mdBook or Hugo, and no vault: a folder `templates` is a subject like others there. */
  isDocumentation: boolean;
  /** `_index.md` is the page of its folder. */
  isHugo: boolean;
  /** Jekyll or Hexo: `_posts` are what is published. */
  isBlog?: boolean;
  /** Folders that settings serve at addresses of their own. */
  shownFolders?: ShownFolders;
  /** MkDocs, with a plugin that writes what it reads from code, and references to it. */
  hasAutorefs?: boolean;
  /** A vault of Dendron. */
  isDendron?: boolean;
  /** MyST or Sphinx, where a percent sign begins a comment. */
  isMyst?: boolean;
  /** Quarto, whose settings show no code of cells. */
  hidesCells?: boolean;
  /** A graph of Logseq. */
  isLogseq?: boolean;
  /** In which form Logseq writes the days of its journal, where the graph says it. */
  dayForm?: string;
  /** Quartz, which leaves out a folder `private`. */
  isQuartz?: boolean;
  /** Jekyll, Hexo or Eleventy: Liquid and its kin run over the notes before Markdown is read, also over their code. */
  isLiquid?: boolean;
  /** Definitions that a tool puts at the end of every page. */
  sharedDefinitions?: string;
  /** Texts that every page may put in, by the names of their elements. */
  sharedImports?: Record<string, string>;
  /** Short names of folders in addresses. */
  aliases?: PathAliases;
  /** What `{{ site.… }}` says in a note of Jekyll. */
  siteValues?: Record<string, string>;
}

const hugo = ['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json', 'config/_default'];
const documentation = [
  ...['js', 'ts', 'mjs', 'cjs', 'mts'].map((ending) => `docusaurus.config.${ending}`),
  ...['mkdocs.yml', 'mkdocs.yaml', 'book.toml', '.vitepress'],
];
const blogs = ['_config.yml', '_config.yaml'];
const myst = ['myst.yml', 'myst.yaml', 'conf.py', '_toc.yml'];
const quartz = ['quartz.config.ts', 'quartz.config.yaml', 'quartz.config.yml'];
const eleventy = ['.eleventy.js', ...['js', 'mjs', 'cjs'].map((ending) => `eleventy.config.${ending}`)];
/** What Dendron and Foam set up, whose notes hold brackets, too. */
const otherBooks = ['dendron.yml', '.foam'];
/** The tools' settings lie in the folder or beside it; Hugo's notes lie in `content/`, or in `content/<language>/`. */
const placesOfHugo = ['', '..', '../..'];
const places = ['', '..', '../website'];

/** Looks for the settings of tools by their names; but for a vault's own, none of these files is read. */
export async function recogniseTools(root: string): Promise<Tools> {
  const stands = async (above: readonly string[], names: readonly string[]) =>
    (
      await Promise.all(above.flatMap((place) => names.map((name) => isThere(join(root, place, name)))))
    ).includes(true);
  const isHugo = await stands(placesOfHugo, hugo);
  const isVault = await stands([''], ['.obsidian']);
  const isBlog = await stands(['', '..'], blogs);
  const graph = await readSettings(root, 'logseq/config.edn');
  const dayForm = readDayForm(graph ?? '');
  return {
    isVault,
    breaksLines: (isVault && !(await hasStrictLines(root))) || graph !== null,
    isHugo,
    isBlog,
    shownFolders: await readShownFolders(root),
    isLogseq: graph !== null,
    ...(dayForm !== undefined && { dayForm }),
    hasAutorefs: await listsAutorefs(root),
    isDendron: await stands(['', '..'], ['dendron.yml']),
    isMyst: await stands(placesOfHugo, myst),
    hidesCells: await hidesCells(root),
    isQuartz: await stands(['', '..'], quartz),
    isLiquid: isBlog || (await stands(['', '..'], eleventy)),
    isDocumentation: !isVault && (isHugo || (await stands(places, documentation))),
  };
}

/** What nobody but Obsidian writes: the names of what was pasted, embedded pictures. */
const marksOfVaults =
  /Pasted image \d{14}|!\[\[[^\[\]\n]+\.(?:avif|gif|jpe?g|pdf|png|svg|webp)(?:#[^[\]|\n]*)?(?:\s*\|[^\[\]\n]*)?\]\]/iu;
/** One note in so many is enough: most notes are text alone. */
const oneIn = 20;

/** Whether a note has such marks, queries or settings of Obsidian's plugins; marks in code are what the code shows. */
function isOfVault(text: string): boolean {
  if (!/Pasted image |!\[\[|^```dataview|\bdg-publish\b/imu.test(text)) return false;
  const front = text.startsWith('---\n') ? text.slice(0, Math.max(0, text.indexOf('\n---', 3))) : '';
  const code = listCode(text);
  const isQuery = ({ from }: Range) => /^```dataview(?:js)?[ \t]*\n/u.test(text.slice(from, from + 100));
  return /\bdg-publish"?:/u.test(front) || code.some(isQuery) || marksOfVaults.test(cutRanges(text, code));
}

/** How Logseq names the pages of its journal. */
const journal = /^journals\/\d{4}_\d\d_\d\d\.md$/u;

/**
 * A vault or a graph whose settings were not handed on with it (many keep `.obsidian` out of their repositories) is known
 * by its notes. Where another tool is set up it is that tool's.
 */
export async function recogniseNotes(
  root: string,
  tools: Tools,
  notes: readonly { path: string; text: string | null }[],
): Promise<Tools> {
  const { isVault, isLogseq, isDocumentation, isHugo, isBlog, isMyst } = tools;
  if (isVault || isLogseq || isDocumentation || isHugo || isBlog || isMyst) return tools;
  if (notes.some(({ path }) => journal.test(path))) return { ...tools, isLogseq: true, breaksLines: true };
  // Quartz shows the notes of a vault, and joins their lines.
  if (tools.isQuartz) return { ...tools, isVault: true };
  const marked = notes.filter(({ text }) => text !== null && isOfVault(text)).length;
  if (marked === 0 || marked * oneIn < notes.length) return tools;
  if ((await Promise.all(otherBooks.map((name) => isThere(join(root, name))))).includes(true)) return tools;
  return { ...tools, isVault: true, breaksLines: true };
}

async function listsAutorefs(root: string): Promise<boolean> {
  for (const place of ['', '..'])
    for (const name of ['mkdocs.yml', 'mkdocs.yaml']) {
      const text = await readSettings(join(root, place), name);
      if (text !== null) return /^\s*(?:-\s*)?["']?(?:mkdocstrings|autorefs)\b/mu.test(text);
    }
  return false;
}

async function hasStrictLines(root: string): Promise<boolean> {
  const text = await readSettings(root, '.obsidian/app.json');
  return /"strictLineBreaks"\s*:\s*true/u.test(text ?? '');
}

/** Whether the settings of Quarto show no code of cells; the nearer ones have the word. */
async function hidesCells(root: string): Promise<boolean> {
  for (const place of ['', '..']) {
    const text = await readSettings(join(root, place), '_quarto.yml');
    const said = text?.includes('echo') ? readCellSetting(readYaml(text).data) : undefined;
    if (said !== undefined) return said;
  }
  return false;
}

/** What `execute: {echo: false}` says of all cells: whether their code is hidden; nothing where it is not there. */
export function readCellSetting(data: unknown): boolean | undefined {
  const mapOf = (value: unknown) =>
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const execute = mapOf(mapOf(data)['execute']);
  if (execute['echo'] === undefined && execute['include'] === undefined) return undefined;
  return [execute['echo'], execute['include']].some((value) => /^(?:false|no|off)$/iu.test(String(value)));
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}

/** Hugo's own fields at the top of a `_index.md`: nobody else writes them into a file of that name. */
const fieldsOfHugo = /^(?:\+\+\+|---\n(?:.*\n)*?(?:cascade|linkTitle|menus?|weight)\s*:)/u;

/** Files that Hugo would make a folder's page of. */
export function isSectionIndex(name: string): boolean {
  return /^_index\.mdx?$/iu.test(name);
}

/** Whether such a file speaks to Hugo. */
export async function speaksToHugo(path: string): Promise<boolean> {
  return fieldsOfHugo.test((await readStart(path)).split('\n---\n')[0] ?? '');
}

/**
 * Whether a note says that it is for Digital Garden's readers, note by note, to whom a stroke before a name means nothing:
 * its author chose it.
 */
export async function isGardenNote(path: string): Promise<boolean> {
  // A link may lead out of the folder.
  if (!(await lstat(path).catch(() => null))?.isFile()) return false;
  const front = /^---\n([^]*?)\n---(?:\n|$)/u.exec(await readStart(path))?.[1] ?? '';
  const { data } = readYaml(front);
  return typeof data === 'object' && data !== null && 'dg-publish' in data && data['dg-publish'] === true;
}

/** The first bytes of a file as text; empty where it cannot be read. */
async function readStart(path: string): Promise<string> {
  const file = await open(path).catch(() => null);
  try {
    const { buffer, bytesRead } = (await file?.read(Buffer.alloc(4096), 0, 4096)) ?? {};
    return buffer?.toString('utf8', 0, bytesRead).replace(/\r\n/gu, '\n') ?? '';
  } catch {
    return '';
  } finally {
    await file?.close();
  }
}

import { statSync } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { problemsWords } from '#words';
import { compareText } from '../knowledge/problem.ts';
import { type FileKind, fileKind } from '../knowledge/published-files.ts';
import { toNfc } from '../knowledge/text.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { readAliases } from './read-aliases.ts';
import { createReadingMemory, type ReadingMemory, stampFile } from './reading-memory.ts';
import { describeFault } from './faults.ts';
import { isHiddenName, listHiddenNotes, saysHidden, readHiddenFolders } from './hidden-names.ts';
import { type FindExclusion, readExclusions } from './read-exclusions.ts';
import { isWithin, LedOut, readInside } from './read-inside.ts';
import { type SummaryEntry, takeSummary } from './read-navigation.ts';
import { readSharedDefinitions } from './read-shared-definitions.ts';
import { readSharedImports } from './read-shared-imports.ts';
import { isShownFolder } from './read-shown-folders.ts';
import { readSiteValues } from './read-site-values.ts';
import {
  isSectionIndex,
  recogniseTools,
  recogniseNotes,
  isGardenNote,
  speaksToHugo,
  type Tools,
} from './recognise-tools.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

/** A Markdown file as text, or the reason why it is none. */
export interface FolderFile {
  /** Relative to the folder, `/` between names, NFC. */
  path: string;
  /** On this disk, as the disk spells it. */
  realPath: string;
  text: string | null;
  trouble?: string;
  /** What its bytes leave in doubt, though it is a text. */
  doubts?: { line: number; column: number; message: string }[];
}

export interface Folder {
  root: string;
  /** Real paths of the folders that files may be read from: this one, and those of public files beside it. */
  homes: string[];
  files: FolderFile[];
  /** Everything else: images, data. NFC paths, mapped to the disk's own spelling. */
  assets: Map<string, string>;
  /**
   * Notes in places that a convention hides, with the name that hides them (`_drafts/`), and those that a tool's settings
   * keep out; parts among these may still be put into pages.
   */
  hidden: { path: string; by: string; isPart?: boolean }[];
  /** Folders and files that could not be read: path and reason. */
  unreadable: { path: string; reason: string }[];
  /** What is no part of the notes and was not opened: links that lead out of the folder or nowhere, pipes, devices. */
  leftOut: { path: string; reason: string }[];
  /** The table of contents of a book, where the folder is one. */
  summary?: SummaryEntry[];
  /** What the folder is set up for. */
  tools: Tools;
}

/** A larger note is a mistake (a paste, a data file): no reader scrolls it and no phone opens it. */
const sizeLimit = 2 * 1024 * 1024;
const readers = 32;

/** How often, and after how many milliseconds, a file is read again that was being saved. */
const mostTries = 5;
const whileSaved = 5;

/**
 * Reads every Markdown file below a folder, and nothing outside it but the public files beside it: a link is followed when what it leads to lies in
 * the folder and is not hidden there. What a convention hides (`hidden-names.ts`) is counted and left alone.
 * Files that are as they were are not opened again.
 * Never throws for what is inside the folder; throws when the folder itself does not exist.
 */
export async function readFolder(
  root: string,
  { files: known }: Pick<ReadingMemory, 'files'> = createReadingMemory(),
): Promise<Folder> {
  if (!(await stat(root)).isDirectory()) throw new NotAFolder(root);
  const folder: Folder = {
    ...{
      root,
      homes: [await realpath(root)],
      files: [],
      assets: new Map<string, string>(),
      hidden: [],
      unreadable: [],
      leftOut: [],
    },
    tools: {
      ...(await recogniseTools(root)),
      sharedDefinitions: await readSharedDefinitions(root),
      siteValues: await readSiteValues(root),
    },
  };
  const aliases = await readAliases(root);
  if (aliases) folder.tools.aliases = aliases;
  const sharedImports = await readSharedImports(root);
  if (sharedImports) folder.tools.sharedImports = sharedImports;
  const found: { path: string; realPath: string }[] = [];
  const hiddenFolders = await readHiddenFolders(root);
  const sectionIndexes: typeof found = [];
  const [realRoot = root] = folder.homes;
  const { isQuartz = false, isLiquid = false, isBlog = false } = folder.tools;
  const findExclusion = await readExclusions(root, { followsGit: isQuartz || (isLiquid && !isBlog) });
  await walk(
    { root, realRoot, seen: new Set(), found, sectionIndexes, folder, hiddenFolders, findExclusion },
    '',
  );
  const isHugo =
    folder.tools.isHugo ||
    (await Promise.all(sectionIndexes.map(({ realPath }) => speaksToHugo(realPath)))).includes(true);
  if (isHugo) found.push(...sectionIndexes);
  else
    folder.hidden.push(...sectionIndexes.map(({ path }) => ({ path, by: path.split('/').at(-1) ?? path })));
  for (const [name, place] of foldersBeside) {
    const start = join(root, place);
    if (name !== 'src/assets' || isOfAstro(root, start)) await readPublicFolder(root, name, start, folder);
  }
  found.sort((a, b) => compareText(a.path, b.path) || compareText(b.realPath, a.realPath));
  // A disk may hold one name in several spellings of its letters: the composed one comes first, others keep their own.
  const taken = new Set<string>();
  for (const file of found) {
    if (taken.has(file.path)) file.path = relative(root, file.realPath).split(sep).join('/');
    taken.add(file.path);
  }
  for (let start = 0; start < found.length; start += readers) {
    const batch = found.slice(start, start + readers);
    folder.files.push(...(await Promise.all(batch.map((file) => readNote(folder.homes, file, known)))));
  }
  folder.tools = await recogniseNotes(root, folder.tools, folder.files);
  await takeSummary(folder);
  if (known.size > found.length) {
    const present = new Set(found.map(({ realPath }) => realPath));
    for (const path of known.keys()) if (!present.has(path)) known.delete(path);
  }
  return folder;
}

/**
 * Folders in which documentation tools keep the files that notes call `/img/a.png`: beside the notes, not among them. Their
 * names, and where they are.
 */
const foldersBeside = [
  ['static', '../static'],
  ['public', '../public'],
  ['static', '../website/static'],
  // Astro's pictures, beside `src/content/docs` and `src/content`.
  ['src/assets', '../../assets'],
  ['src/assets', '../assets'],
  // What GitBook keeps below a name that hides.
  ['.gitbook/assets', '.gitbook/assets'],
] as const;
/** Whether a folder of pictures is Astro's: beside the `content` in which the notes lie. */
function isOfAstro(root: string, pictures: string): boolean {
  const way = relative(dirname(pictures), root).split(sep);
  return basename(dirname(pictures)) === 'src' && way[0] === 'content';
}

/** What pages show. Nothing else that lies outside of the notes is read. */
const shownKinds = new Set<FileKind | null>(['image', 'audio', 'video', 'captions']);
/** More is no folder of pictures. */
const mostPublicFiles = 20_000;

/**
 * Adds the files of a folder beside the notes that pages could show, as if it lay among them. Like all files they are
 * published only where a note links them; links out of that folder are not followed.
 */
async function readPublicFolder(root: string, name: string, start: string, folder: Folder): Promise<void> {
  if ([...folder.assets.keys()].some((path) => path.startsWith(`${name}/`))) return;
  // Nor is that folder itself a link to somewhere else.
  if (isWithin(start, root) || !(await lstat(start).catch(() => null))?.isDirectory()) return;
  folder.homes.push(await realpath(start));
  let count = 0;
  const list = async (below: string): Promise<void> => {
    const entries = await readdir(join(start, below), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (isHiddenName(entry.name, entry.isDirectory()) || count > mostPublicFiles) continue;
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) await list(path);
      else if (entry.isFile() && shownKinds.has(fileKind(entry.name))) {
        count++;
        folder.assets.set(toNfc(`${name}/${path}`), join(start, path));
      }
    }
  };
  await list('');
}

/** What `CONTENT_DIR` names is a file. */
export class NotAFolder extends Error {}

interface Walk {
  root: string;
  /** Without links. */
  realRoot: string;
  /** Folders that links have led to. */
  seen: Set<string>;
  found: { path: string; realPath: string }[];
  /** Files named `_index.md`. */
  sectionIndexes: { path: string; realPath: string }[];
  folder: Folder;
  hiddenFolders: ReadonlySet<string>;
  findExclusion: FindExclusion;
}

async function walk(state: Walk, below: string): Promise<void> {
  const { root, seen, found, folder, hiddenFolders } = state;
  const { tools } = folder;
  const here = join(root, below);
  let entries;
  try {
    entries = await readdir(here, { withFileTypes: true });
  } catch (error) {
    folder.unreadable.push({ path: toNfc(below) || '.', reason: reasonOf(error) });
    return;
  }
  for (const entry of entries) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    const realPath = join(root, path);
    let isFolder = entry.isDirectory();
    const isHidden =
      hiddenFolders.has(toNfc(path)) ||
      (isHiddenName(entry.name, isFolder, tools) && !isShownFolder(path, tools.shownFolders));
    if (isHidden && entry.isFile() && isSectionIndex(entry.name)) {
      state.sectionIndexes.push({ path: toNfc(path), realPath });
      continue;
    }
    if (isHidden) {
      const by = toNfc(entry.name) + (isFolder ? '/' : '');
      const isByStroke = (note: string) =>
        by.startsWith('_') &&
        !saysHidden(note) &&
        ![...hiddenFolders].some((hidden) => note.startsWith(`${hidden}/`)) &&
        state.findExclusion(note, false) === null;
      for (const note of await listHiddenNotes(root, path, isFolder)) {
        const real = join(root, note);
        if (isByStroke(note) && (await isGardenNote(real))) found.push({ path: note, realPath: real });
        else folder.hidden.push({ path: note, by });
      }
      continue;
    }
    let isFile = entry.isFile();
    if (entry.isSymbolicLink()) {
      const target = await followLink(state, realPath);
      if ('reason' in target) {
        if (target.reason) folder.leftOut.push({ path: toNfc(path), reason: target.reason });
        continue;
      }
      ({ isFolder, isFile } = target);
      if (isFolder && isHiddenName(entry.name, true, tools) && !isShownFolder(path, tools.shownFolders))
        continue;
      // A link back up the tree would be walked for ever.
      if (isFolder && (seen.has(target.real) || isWithin(target.real, await realpath(here)))) continue;
      if (isFolder) seen.add(target.real);
    }
    const isNote = noteEnding.test(entry.name);
    const exclusion = isFolder ? null : state.findExclusion(path, isMedia(entry.name));
    if (isFolder) await walk(state, path);
    else if (exclusion !== null) {
      if (isNote || /\.canvas$/iu.test(entry.name)) folder.hidden.push({ path: toNfc(path), ...exclusion });
    }
    // Reading a pipe would wait for ever.
    else if (!isFile) folder.leftOut.push({ path: toNfc(path), reason: problemsWords().folder.notAFile });
    else if (isNote) found.push({ path: toNfc(path), realPath });
    else addAsset(folder, path, realPath);
  }
}

function isMedia(name: string): boolean {
  return shownKinds.has(fileKind(name));
}

/** Adds a file under its composed name. Of two that have one name in two spellings, the composed one keeps it. */
function addAsset({ root, assets, leftOut }: Folder, path: string, realPath: string): void {
  const name = toNfc(path);
  const other = assets.get(name);
  if (other !== undefined) {
    const reason = problemsWords().folder.sameName;
    if (path !== name) {
      leftOut.push({ path, reason });
      return;
    }
    leftOut.push({ path: relative(root, other).split(sep).join('/'), reason });
  }
  assets.set(name, realPath);
}

type LinkEnd = { real: string; isFolder: boolean; isFile: boolean } | { reason: string };

/** What a link leads to, if that is in the folder; an empty reason where a convention hides it. */
async function followLink({ realRoot, findExclusion, folder }: Walk, path: string): Promise<LinkEnd> {
  try {
    const real = await realpath(path);
    if (!isWithin(realRoot, real)) return { reason: problemsWords().folder.leadsOut };
    const target = await stat(real);
    const names = relative(realRoot, real).split(sep);
    const isHidden = names.some(
      (name, index) =>
        isHiddenName(name, index < names.length - 1 || target.isDirectory(), folder.tools) &&
        !isShownFolder(names.slice(0, index + 1).join('/'), folder.tools.shownFolders),
    );
    if (isHidden || findExclusion(names.join('/'), isMedia(path)) !== null) return { reason: '' };
    return { real, isFolder: target.isDirectory(), isFile: target.isFile() };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

async function readNote(
  homes: readonly string[],
  place: { path: string; realPath: string },
  known: ReadingMemory['files'],
): Promise<FolderFile> {
  const { realPath } = place;
  const before = known.get(realPath);
  for (let tries = 1; ; tries++) {
    let stamped;
    try {
      stamped = stampFile(realPath);
    } catch (error) {
      return { ...place, text: null, trouble: problemsWords().folder.notRead(reasonOf(error)) };
    }
    const { stamp, size } = stamped;
    if (before && stamp && before.stamp === stamp) return before.file;
    const read = await openNote(homes, place, size);
    // Who saves a file empties it first: what is read just then is half of it, or nothing.
    const isWhole = statSync(realPath, { throwIfNoEntry: false })?.size === size;
    const isEmptied = read.text === '' && Boolean(before?.file.text);
    if (tries < mostTries && (!isWhole || isEmptied)) {
      await setTimeout(whileSaved);
      continue;
    }
    // The same object for the same text: what was made of it is found by it.
    const isSame = before && JSON.stringify(before.file) === JSON.stringify(read);
    const file = isSame ? before.file : read;
    known.set(realPath, { stamp, file });
    return file;
  }
}

async function openNote(
  homes: readonly string[],
  { path, realPath }: { path: string; realPath: string },
  size: number,
): Promise<FolderFile> {
  try {
    if (size > sizeLimit) {
      const trouble = problemsWords().folder.tooLarge(size / 1024 / 1024, sizeLimit / 1024 / 1024);
      return { path, realPath, text: null, trouble };
    }
    const bytes = await readInside(homes, realPath);
    const decoded = decodeText(bytes);
    if (!decoded) return { path, realPath, text: null, trouble: problemsWords().folder.isBinary };
    return { path, realPath, text: decoded.text, doubts: listDoubts(decoded) };
  } catch (error) {
    const isOfDisk = error instanceof Error && 'code' in error;
    const trouble = isOfDisk
      ? problemsWords().folder.notRead(reasonOf(error))
      : describeFault('read', error).message;
    return { path, realPath, text: null, trouble };
  }
}

/** What the bytes of a text leave in doubt. */
export function listDoubts({ encoding, broken }: DecodedText): NonNullable<FolderFile['doubts']> {
  const words = problemsWords().folder;
  const [first] = broken;
  return [
    ...(encoding === undefined ? [] : [{ line: 1, column: 1, message: words.notUtf8(encoding) }]),
    ...(first ? [{ ...first, message: words.brokenBytes(broken.length) }] : []),
  ];
}

export function reasonOf(error: unknown): string {
  if (error instanceof LedOut) return problemsWords().folder.leadsOut;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM') return problemsWords().folder.noPermission;
  if (code === 'ENOENT') return problemsWords().folder.leadsNowhere;
  if (code === 'ELOOP') return problemsWords().folder.leadsInCircles;
  return code ?? String(error);
}

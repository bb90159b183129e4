import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../knowledge/problem.ts';
import { toNfc } from '../knowledge/text.ts';
import { isHiddenName, listHiddenNotes, readTemplateFolders } from './hidden-names.ts';

/** A Markdown file as text, or the reason why it is none. */
export interface FolderFile {
  /** Relative to the folder, `/` between names, NFC. */
  path: string;
  /** On this disk, as the disk spells it. */
  realPath: string;
  text: string | null;
  trouble?: string;
}

export interface Folder {
  root: string;
  files: FolderFile[];
  /** Everything else: images, data. NFC paths, mapped to the disk's own spelling. */
  assets: Map<string, string>;
  /** Notes in places that a convention hides, with the name that hides them: `_drafts/`. */
  hidden: { path: string; by: string }[];
  /** Folders and files that could not be read: path and reason. */
  unreadable: { path: string; reason: string }[];
}

/** A larger note is a mistake (a paste, a data file): no reader scrolls it and no phone opens it. */
const sizeLimit = 2 * 1024 * 1024;
const readers = 32;

/**
 * Reads every Markdown file below a folder. What a convention hides (`hidden-names.ts`) is counted and left alone.
 * Never throws for what is inside the folder; throws when the folder itself does not exist.
 */
export async function readFolder(root: string): Promise<Folder> {
  const folder: Folder = { root, files: [], assets: new Map(), hidden: [], unreadable: [] };
  if (!(await stat(root)).isDirectory()) throw new Error(`폴더가 아닙니다: ${root}`);
  const found: { path: string; realPath: string }[] = [];
  const templates = await readTemplateFolders(root);
  await walk(root, '', new Set(), found, folder, templates);
  found.sort((a, b) => compareText(a.path, b.path));
  for (let start = 0; start < found.length; start += readers) {
    const batch = found.slice(start, start + readers);
    folder.files.push(...(await Promise.all(batch.map((file) => readNote(file)))));
  }
  return folder;
}

async function walk(
  root: string,
  below: string,
  seen: Set<string>,
  found: { path: string; realPath: string }[],
  folder: Folder,
  templates: ReadonlySet<string>,
): Promise<void> {
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
    if (isHiddenName(entry.name, isFolder) || (isFolder && templates.has(toNfc(path)))) {
      const by = toNfc(entry.name) + (isFolder ? '/' : '');
      for (const note of await listHiddenNotes(root, path, isFolder)) folder.hidden.push({ path: note, by });
      continue;
    }
    if (entry.isSymbolicLink()) {
      try {
        const target = await stat(realPath);
        isFolder = target.isDirectory();
        if (isFolder && isHiddenName(entry.name, true)) continue;
        const identity = `${target.dev}:${target.ino}`;
        // A link back up the tree would be walked for ever.
        if (isFolder && seen.has(identity)) continue;
        if (isFolder) seen.add(identity);
      } catch (error) {
        folder.unreadable.push({ path: toNfc(path), reason: reasonOf(error) });
        continue;
      }
    }
    if (isFolder) await walk(root, path, seen, found, folder, templates);
    else if (/\.mdx?$/iu.test(entry.name)) found.push({ path: toNfc(path), realPath });
    else folder.assets.set(toNfc(path), realPath);
  }
}

async function readNote({ path, realPath }: { path: string; realPath: string }): Promise<FolderFile> {
  try {
    const { size } = await stat(realPath);
    if (size > sizeLimit) {
      const trouble = `노트가 너무 큽니다(${(size / 1024 / 1024).toFixed(1)} MB). ${sizeLimit / 1024 / 1024} MB 아래로 나누십시오`;
      return { path, realPath, text: null, trouble };
    }
    const bytes = await readFile(realPath);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) return { path, realPath, text: null, trouble: '글이 아니라 이진 파일입니다' };
    return { path, realPath, text: text.replace(/\r\n?/gu, '\n') };
  } catch (error) {
    const trouble =
      error instanceof TypeError
        ? 'UTF-8이 아닙니다. 편집기에서 UTF-8로 다시 저장하십시오'
        : `읽지 못했습니다(${reasonOf(error)})`;
    return { path, realPath, text: null, trouble };
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM') return '읽기 권한이 없습니다';
  if (code === 'ENOENT') return '가리키는 파일이 없습니다';
  return code ?? String(error);
}

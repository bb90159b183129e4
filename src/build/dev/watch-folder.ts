import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { isHiddenName } from '../../content/hidden-names.ts';

/** Milliseconds between two looks at a folder of which the system does not tell what happens in it. */
const lookEvery = 1000;

/**
 * Tells of every change below a folder, by the path of what has changed; of the folder itself where it cannot be told
 * what. Folders that a convention hides are left out. One watch stands for a whole folder, however many files are in
 * it. Where the system has no watches left, or the folder is gone, the folder is named every second.
 */
export function watchFolder(root: string, heard: (path: string) => void): { close: () => void } {
  const watches = new Map<string, { watch: FSWatcher; inode: number }>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  /** Elsewhere one watch sees the folders below as well. */
  const isNested = process.platform === 'linux';
  const ask = () => {
    if (isClosed) return;
    timer ??= setInterval(() => {
      heard(root);
      if (watches.has(root)) return;
      clearInterval(timer);
      timer = undefined;
      void follow(root);
    }, lookEvery);
  };
  const drop = (folder: string) => {
    for (const [path, { watch }] of [...watches]) {
      if (path !== folder && !path.startsWith(folder + sep)) continue;
      watch.close();
      watches.delete(path);
    }
  };
  const follow = async (folder: string): Promise<void> => {
    const inode = await findFolder(folder);
    const known = watches.get(folder);
    if (isClosed || (known && known.inode === inode)) return;
    // What stands in a folder's place is another folder.
    drop(folder);
    if (inode === null) return folder === root ? ask() : undefined;
    try {
      const opened = watch(folder, { recursive: !isNested }, (event, name) => {
        const path = name === null ? folder : join(folder, name);
        heard(path);
        // So a folder says that it is gone itself; what comes in its place may have its number.
        if (event === 'rename' && name === basename(folder)) drop(folder);
        if (event === 'rename') void look(folder, path);
      });
      opened.on('error', () => void look(folder, folder));
      watches.set(folder, { watch: opened, inode });
    } catch {
      return ask();
    }
    if (!isNested) return;
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) if (entry.isDirectory()) await look(folder, join(folder, entry.name), true);
  };
  /** Something has come or gone, perhaps the folder itself. */
  const look = async (folder: string, path: string, isFirst = false): Promise<void> => {
    if (!isFirst) await follow(folder);
    if (
      !isNested ||
      path === folder ||
      isHiddenName(basename(path), true, { isDocumentation: true, isBlog: true })
    )
      return;
    const known = watches.get(path)?.watch;
    await follow(path);
    // What was put into it before it was watched.
    if (!isFirst && watches.get(path)?.watch !== known) heard(path);
  };
  void follow(root);
  return {
    close: () => {
      isClosed = true;
      clearInterval(timer);
      drop(root);
    },
  };
}

/** What tells a folder from another of its name; null where there is none. */
async function findFolder(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ? found.ino : null;
}

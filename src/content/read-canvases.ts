import { readFile, stat } from 'node:fs/promises';
import { problemsWords } from '#words';
import { writeCanvas } from '../flavours/canvas.ts';
import type { Problem } from '../knowledge/problem.ts';
import { compareText } from '../knowledge/problem.ts';
import { describeFault } from './faults.ts';
import type { Folder } from './read-folder.ts';

const sizeLimit = 2 * 1024 * 1024;

/**
 * Makes notes of the canvases among a folder's other files, and names what is not shown: canvases that cannot be read and
 * Obsidian's `.base` files. Changes the folder.
 */
export async function readCanvases(
  folder: Folder,
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
): Promise<void> {
  const words = problemsWords().canvas;
  const warn = (path: string, message: string) =>
    say(path, { line: 1, column: 1, severity: 'warning', kind: 'file', message });
  for (const [path, realPath] of [...folder.assets]) {
    if (/\.base$/iu.test(path)) warn(path, words.base);
    if (!/\.canvas$/iu.test(path)) continue;
    const text = await readSmall(realPath);
    let markdown;
    try {
      markdown = text === null ? null : writeCanvas(text);
    } catch (error) {
      say(path, describeFault('read', error));
      continue;
    }
    if (markdown === null) {
      warn(path, words.unreadable);
      continue;
    }
    const title =
      path
        .split('/')
        .at(-1)
        ?.replace(/\.canvas$/iu, '') ?? path;
    folder.files.push({ path, realPath, text: `---\ntitle: ${JSON.stringify(title)}\n---\n${markdown}` });
    folder.assets.delete(path);
  }
  folder.files.sort((a, b) => compareText(a.path, b.path));
}

async function readSmall(realPath: string): Promise<string | null> {
  try {
    return (await stat(realPath)).size > sizeLimit
      ? null
      : (await readFile(realPath, 'utf8')).replace(/^\uFEFF/u, '');
  } catch {
    return null;
  }
}

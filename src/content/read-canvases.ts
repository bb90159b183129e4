import { stat } from 'node:fs/promises';
import { problemsWords } from '#words';
import { writeCanvas } from '../flavours/canvas.ts';
import { isNotionDatabase, withoutNotionId, writeDatabase } from '../flavours/notion.ts';
import type { Problem } from '../knowledge/problem.ts';
import { compareText } from '../knowledge/problem.ts';
import { describeFault } from './faults.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Folder } from './read-folder.ts';
import { readInside } from './read-inside.ts';
import { seeText } from './read-note.ts';

const sizeLimit = 2 * 1024 * 1024;

/** What people write notes in that is no Markdown: notebooks, reStructuredText, AsciiDoc, Org, Textile, Typst, BibTeX. */
const otherTexts = /\.(?:ipynb|rst|adoc|asciidoc|org|textile|typ|bib)$/iu;

/**
 * Makes notes of the canvases and Notion's databases among a folder's other files, and names what is not shown: canvases that cannot be read,
 * Obsidian's `.base` files and, once a kind, notes that are no Markdown. Changes the folder.
 */
export async function readCanvases(
  folder: Folder,
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
): Promise<void> {
  const words = problemsWords().canvas;
  const warn = (path: string, message: string) =>
    say(path, { line: 1, column: 1, severity: 'warning', kind: 'file', message });
  const present = new Set(folder.assets.keys());
  for (const [path, realPath] of [...folder.assets]) {
    if (/\.base$/iu.test(path)) warn(path, words.base);
    const isDatabase = isNotionDatabase(path);
    if (!isDatabase && !/\.canvas$/iu.test(path)) continue;
    // Notion writes a database twice, once with what its view leaves out.
    if (isDatabase && /_all\.csv$/iu.test(path) && present.has(path.replace(/_all(?=\.csv$)/iu, '')))
      continue;
    const text = await readSmall(folder.homes, realPath);
    let markdown;
    try {
      markdown =
        text === null ? null : isDatabase ? writeDatabase(text, findRows(folder, path)) : writeCanvas(text);
    } catch (error) {
      say(path, describeFault('read', error));
      continue;
    }
    if (markdown === null) {
      warn(path, isDatabase ? words.database : words.unreadable);
      continue;
    }
    const name = path.split('/').at(-1) ?? path;
    const title = isDatabase ? withoutNotionId(name) : name.replace(/\.canvas$/iu, '');
    folder.files.push({ path, realPath, text: `---\ntitle: ${JSON.stringify(title)}\n---\n${markdown}` });
    folder.assets.delete(path);
  }
  folder.files.sort((a, b) => compareText(a.path, b.path));
  const others = new Map<string, string[]>();
  for (const path of [...folder.assets.keys()].sort(compareText)) {
    const ending = otherTexts.exec(path)?.[0].toLowerCase();
    if (ending !== undefined) others.set(ending, [...(others.get(ending) ?? []), path]);
  }
  for (const [ending, paths] of others) warn(paths[0] ?? '', words.other(ending, paths.length));
}

/** The pages of a database lie in a folder of its name, each with its own digits. */
function findRows(folder: Folder, path: string): (title: string) => string | null | undefined {
  const steps = path.split('/');
  const name = withoutNotionId(steps.at(-1) ?? '');
  const pages = new Map<string, string | null>();
  for (const file of folder.files) {
    const inside = file.path.split('/');
    const isRow =
      inside.length === steps.length + 1 &&
      steps.slice(0, -1).every((step, at) => step === inside[at]) &&
      withoutNotionId(inside.at(-2) ?? '') === name;
    const page = inside.at(-1)?.replace(/\.md$/iu, '') ?? '';
    if (!isRow) continue;
    const text = file.text ?? '';
    const isHeld = seeText(text, readFrontMatter(text, { isLenient: true })).kind === 'held';
    pages.set(withoutNotionId(page), isHeld ? null : inside.slice(-2).join('/'));
  }
  return (title) => pages.get(title);
}

async function readSmall(homes: readonly string[], realPath: string): Promise<string | null> {
  try {
    return (await stat(realPath)).size > sizeLimit
      ? null
      : (await readInside(homes, realPath)).toString('utf8').replace(/^\uFEFF/u, '');
  } catch {
    return null;
  }
}

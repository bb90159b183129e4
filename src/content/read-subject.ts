import { constants } from 'node:fs';
import { access, lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { problemsWords } from '#words';
import type { Problem } from '../knowledge/problem.ts';
import { findNearest, toNfc } from '../knowledge/text.ts';
import { inferLanguage } from '../subject/infer-language.ts';
import { readDeclaration, type ReadSubject } from '../subject/read-declaration.ts';
import { type Folder, reasonOf } from './read-folder.ts';
import { decodeText } from './decode-text.ts';
import { createReadingMemory, type ReadingMemory } from './reading-memory.ts';
import { hideInFields } from './read-note.ts';
import { listByteProblems, readBytes } from './read-list.ts';

/** Where a folder of notes says what it is about. */
export const subjectFile = 'atlas.yaml';

/**
 * Reads `atlas.yaml` of a folder, or infers what a folder without one is about, and chooses the words of this process.
 * `text` is the declaration that holds: the one that is written or, while an author breaks it, the last that could be read.
 * @param title what the site is called where nobody says
 */
export async function readSubject(
  folder: Folder,
  title: string,
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
  memory: Pick<ReadingMemory, 'declaration'> = createReadingMemory(),
): Promise<ReadSubject & { text: string }> {
  const bytes = await readBytes(folder, subjectFile);
  let text = (bytes && decodeText(bytes)?.text) ?? '';
  const language = inferLanguage(folder.files.map((file) => file.text ?? ''));
  const { declaration: last } = memory;
  let read = readDeclaration(text, { title, language }, last !== null, hideInFields);
  if (!read.isUnreadable) memory.declaration = text;
  else if (last !== null) {
    read = { ...readDeclaration(last, { title, language }, false, hideInFields), problems: read.problems };
    text = last;
  }
  // In the language that the text has chosen.
  for (const doubt of bytes ? listByteProblems(bytes) : [])
    say(subjectFile, { ...doubt, severity: 'warning', kind: 'declaration' });
  for (const problem of read.problems) say(subjectFile, problem);
  for (const problem of findStrayFolders(read, folder)) say(subjectFile, problem);
  if (!bytes) await sayWhyNot(folder, say);
  return { ...read, text };
}

/** Collections without a note, where notes lie in a folder whose name is nearly theirs. */
function findStrayFolders(
  { subject: { collections, isStrict }, locate }: ReadSubject,
  { files }: Pick<Folder, 'files'>,
): Omit<Problem, 'path'>[] {
  const folders = new Set(
    files.flatMap(({ path }) => {
      const steps = toNfc(path).split('/').slice(0, -1);
      return steps.map((_, depth) => steps.slice(0, depth + 1).join('/'));
    }),
  );
  const free = [...folders].filter((path) => !collections.some(({ folder }) => folder === path));
  return collections.flatMap(({ name, folder }) => {
    const [nearest] = folders.has(folder) ? [] : findNearest(folder, free);
    if (nearest === undefined) return [];
    return [
      {
        ...locate(['collections', name, 'folder']),
        severity: isStrict ? ('error' as const) : ('warning' as const),
        kind: 'declaration' as const,
        message: problemsWords().subject.noFolder(folder, nearest),
      },
    ];
  });
}

/** Why a declaration that stands in the folder was not read; links that lead elsewhere are said where the folder is read. */
async function sayWhyNot(
  { root, assets }: Folder,
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
): Promise<void> {
  const tell = (message: string) =>
    say(subjectFile, { line: 1, column: 1, severity: 'warning', kind: 'declaration', message });
  const { subject, folder } = problemsWords();
  const path = join(root, subjectFile);
  if ((await lstat(path).catch(() => null))?.isDirectory()) tell(subject.isFolder(subjectFile));
  else if (assets.has(subjectFile))
    await access(path, constants.R_OK).catch((error: unknown) => tell(folder.notOpened(reasonOf(error))));
}

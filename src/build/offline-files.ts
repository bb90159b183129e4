/** What lets a reader keep the site on the device: the lists of its files and the service worker. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from 'terser';
import {
  type CopyFile,
  type CopyList,
  type CopyPart,
  copyNames,
  hashLength,
  listFile,
  partsFolder,
  workerFile,
  writePart,
} from '../knowledge/offline-copy.ts';
import type { Note } from '../knowledge/note.ts';
import { compareText } from '../knowledge/problem.ts';
import { recallAsync } from '../store/recall.ts';
import { cardsFolder } from './draw-cards.ts';

/** So many lists of about one size: a changed note is in one of them, and only that one is fetched again. */
const partCount = 16;
const workerSource = fileURLToPath(new URL('../elements/offline/service-worker.ts', import.meta.url));

/** Adds the lists of all files of the finished site in `folder`, and the service worker. */
export async function writeOfflineFiles(
  folder: string,
  unlisted: readonly Pick<Note, 'address'>[],
): Promise<void> {
  await keepOfflineFiles(folder, await makeOfflineFiles(folder, unlisted));
}

/**
 * The lists of all files of the site in `folder`, and the service worker, by their paths. Writes nothing.
 * @param unlisted notes that stand in no list: their pages are read from the network alone
 */
export async function makeOfflineFiles(
  folder: string,
  unlisted: readonly Pick<Note, 'address'>[],
): Promise<Map<string, string>> {
  const parts = new Map<string, CopyFile[]>();
  const apart = new Set(unlisted.map(({ address }) => `${address}/index.html`.normalize('NFC')));
  for (const path of await listCopied(folder)) {
    if (apart.has(path.normalize('NFC'))) continue;
    const file = await describeFile(folder, path);
    const isExtra = path.startsWith(`${cardsFolder}/`);
    // By its place, not by its number: a file more moves no other into another list.
    const part = isExtra
      ? 'extra'
      : String(parseInt(sha256(path).toString('hex').slice(0, 2), 16) % partCount);
    const files = parts.get(part);
    if (files) files.push(file);
    else parts.set(part, [file]);
  }
  const made = new Map<string, string>();
  const listed: CopyPart[] = [];
  for (const [name, files] of [...parts].sort(([one], [other]) => compareText(one, other))) {
    const text = writePart(files);
    const file = `${partsFolder}${name}.${sha256(text).toString('hex').slice(0, 12)}.txt`;
    made.set(file, text);
    const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
    listed.push({ file, isExtra: name === 'extra', count: files.length, bytes });
  }
  const version = sha256(listed.map(({ file }) => file).join('\n'))
    .toString('base64url')
    .slice(0, 16);
  const list: CopyList = { version, parts: listed };
  made.set(listFile, JSON.stringify(list));
  made.set(workerFile, await compileWorker());
  return made;
}

/** Writes what `makeOfflineFiles` made, in place of what it made before. */
export async function keepOfflineFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(join(folder, partsFolder), { recursive: true });
  for (const [path, text] of files) await writeFile(join(folder, path), text);
  for (const name of await readdir(join(folder, partsFolder)))
    if (!files.has(partsFolder + name)) await rm(join(folder, partsFolder, name));
}

/** Paths of what readers can come to see, in order; neither what speaks to hosts nor what is made here. */
async function listCopied(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((path) => !/^(?:\.|_(?:headers|redirects|nginx\.conf)$)|[\t\n]/u.test(path))
    .filter((path) => path !== listFile && path !== workerFile && !path.startsWith(partsFolder))
    .sort(compareText);
}

async function describeFile(folder: string, path: string): Promise<CopyFile> {
  const content = await readFile(join(folder, path));
  return { path, hash: sha256(content).toString('base64url').slice(0, hashLength), bytes: content.length };
}

function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

async function compileWorker(): Promise<string> {
  const script = stripTypeScriptTypes(await readFile(workerSource, 'utf8'));
  const whole = `const copyNames=${JSON.stringify(copyNames)};${script}`;
  return recallAsync('service worker', [whole], async () => {
    const { code } = await minify(whole, { module: true, compress: { passes: 2 } });
    if (!code) throw new Error(`${workerFile}: empty`);
    return code;
  });
}

/** What lets a reader keep the site on the device: the lists of its files and the service worker. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
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
import type { SiteFile, SiteFiles } from './output/site-files.ts';

/** So many lists of about one size: a changed note is in one of them, and only that one is fetched again. */
const partCount = 16;
const workerSource = fileURLToPath(new URL('../elements/offline/service-worker.ts', import.meta.url));

/** Adds the lists of all files of the site, which is complete but for them, and the service worker. */
export async function writeOfflineFiles(
  site: SiteFiles,
  unlisted: readonly Pick<Note, 'address'>[],
): Promise<void> {
  keepOfflineFiles(site, await makeOfflineFiles(site.files, unlisted));
}

/**
 * The lists of all files of a site, and the service worker, by their paths. Writes nothing.
 * @param unlisted notes that stand in no list: their pages are read from the network alone
 */
export async function makeOfflineFiles(
  files: ReadonlyMap<string, SiteFile>,
  unlisted: readonly Pick<Note, 'address'>[],
): Promise<Map<string, string>> {
  const parts = new Map<string, CopyFile[]>();
  const apart = new Set(unlisted.map(({ address }) => `${address}/index.html`.normalize('NFC')));
  for (const path of listCopied(files)) {
    if (apart.has(path.normalize('NFC'))) continue;
    const { hash = '', bytes = 0 } = files.get(path) ?? {};
    const isExtra = path.startsWith(`${cardsFolder}/`);
    // By its place, not by its number: a file more moves no other into another list.
    const part = isExtra
      ? 'extra'
      : String(parseInt(sha256(path).toString('hex').slice(0, 2), 16) % partCount);
    const file: CopyFile = { path, hash: hash.slice(0, hashLength), bytes };
    const listed = parts.get(part);
    if (listed) listed.push(file);
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
export function keepOfflineFiles(site: SiteFiles, made: ReadonlyMap<string, string>): void {
  for (const [path, text] of made) site.write(path, text);
  for (const path of [...site.files.keys()])
    if (path.startsWith(partsFolder) && !made.has(path)) site.remove(path);
}

/** Paths of what readers can come to see, in order; neither what speaks to hosts nor what is made here. */
function listCopied(files: ReadonlyMap<string, SiteFile>): string[] {
  return [...files.keys()]
    .filter((path) => !/^(?:\.|_(?:headers|redirects|nginx\.conf)$)|[\t\n]/u.test(path))
    .filter((path) => path !== listFile && path !== workerFile && !path.startsWith(partsFolder))
    .sort(compareText);
}

function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

async function compileWorker(): Promise<string> {
  const source = await readFile(workerSource, 'utf8');
  const names = `const copyNames=${JSON.stringify(copyNames)};`;
  return recallAsync('service worker', [names, source], async () => {
    // Loaded only where the worker has changed: what reads TypeScript is large.
    const { minify } = await import('terser');
    const whole = names + stripTypeScriptTypes(source);
    const { code } = await minify(whole, { module: true, compress: { passes: 2 } });
    if (!code) throw new Error(`${workerFile}: empty`);
    return code;
  });
}

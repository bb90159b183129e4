/** What lets a reader keep the site on the device: the lists of its files and the service worker. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
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
import { compareText } from '../knowledge/problem.ts';
import { cardsFolder } from './draw-cards.ts';

/** So many lists of about one size: a changed note is in one of them, and only that one is fetched again. */
const partCount = 16;
const workerSource = fileURLToPath(new URL('../elements/offline/service-worker.ts', import.meta.url));

/** Adds the lists of all files of the finished site in `folder`, and the service worker. */
export async function writeOfflineFiles(folder: string): Promise<void> {
  const parts = new Map<string, CopyFile[]>();
  for (const path of await listCopied(folder)) {
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
  await mkdir(join(folder, partsFolder), { recursive: true });
  const listed: CopyPart[] = [];
  for (const [name, files] of [...parts].sort(([one], [other]) => compareText(one, other))) {
    const text = writePart(files);
    const file = `${partsFolder}${name}.${sha256(text).toString('hex').slice(0, 12)}.txt`;
    await writeFile(join(folder, file), text);
    const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
    listed.push({ file, isExtra: name === 'extra', count: files.length, bytes });
  }
  const version = sha256(listed.map(({ file }) => file).join('\n'))
    .toString('base64url')
    .slice(0, 16);
  const list: CopyList = { version, parts: listed };
  await writeFile(join(folder, listFile), JSON.stringify(list));
  await writeFile(join(folder, workerFile), await compileWorker());
}

/** Paths of what readers can come to see, in order; not what speaks to hosts. Called before anything here is written. */
async function listCopied(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((path) => !/^(?:\.|_(?:headers|redirects|nginx\.conf)$)|[\t\n]/u.test(path))
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
  const { code } = await minify(`const copyNames=${JSON.stringify(copyNames)};${script}`, {
    module: true,
    compress: { passes: 2 },
  });
  if (!code) throw new Error(`${workerFile}: empty`);
  return code;
}

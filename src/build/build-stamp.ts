import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { basePath, today, writtenOrigin } from '../site.ts';
import { language, type Language } from '#words';
import { hashCode } from '../store/code-hash.ts';
import { cacheFolder } from './build-lock.ts';
import { isIntact, type RecordedFile, type SiteRecord } from './output/site-record.ts';
import { openSealedCache } from './sealed-cache.ts';

/** What a finished build remembers: what it was made from, what it made, and what it said. */
export interface BuildStamp {
  /** Hash of everything that the site depends on; null where the same would not be built again. */
  inputs: string | null;
  /** The folder of the notes; undefined in stamps of former builds. */
  content?: string;
  files: SiteRecord;
  /** What the content check printed. */
  lines: string[];
  language: Language;
}

/** The stamp of the site in a folder; null where none is known. */
export async function readStamp(outDir: string): Promise<BuildStamp | null> {
  const bytes = await openStamps().read(nameStamp(outDir));
  if (!bytes) return null;
  const { files, ...stamp } = JSON.parse(bytes.toString('utf8')) as WrittenStamp;
  return { ...stamp, files: new Map(files) };
}

/** Whether a build of inputs with these hashes would make the very same site as the one that stands in the folder. */
export function isCurrent({ inputs, files }: BuildStamp, outDir: string, now: InputHashes): boolean {
  if (inputs === null || inputs !== now.all) return false;
  for (const [path, file] of files) if (!isIntact(outDir, path, file)) return false;
  return true;
}

/**
 * Remembers what the site in a folder was built from, unless an author has changed it meanwhile, and its files.
 * @param before `authored` from before the build; null where a build of the same would make another site
 */
export async function writeStamp(
  outDir: string,
  before: string | null,
  lines: readonly string[],
  files: SiteRecord,
): Promise<void> {
  const now = before === null ? null : hashInputs();
  const stamp: WrittenStamp = {
    inputs: now && now.authored === before ? now.all : null,
    content: findContent(),
    files: [...files],
    lines: [...lines],
    language: language(),
  };
  await openStamps().write(nameStamp(outDir), Buffer.from(JSON.stringify(stamp)));
}

type WrittenStamp = Omit<BuildStamp, 'files'> & { files: [string, RecordedFile][] };

function openStamps() {
  return openSealedCache(join(cacheFolder, 'stamps'));
}

function nameStamp(outDir: string): string {
  return createHash('sha256').update(resolve(outDir)).digest('hex').slice(0, 16);
}

/** The folder of the notes by its real path: another name of it is no other folder. */
export function findContent(): string {
  const folder = resolve(process.env['CONTENT_DIR'] || 'content');
  return attempt(() => realpathSync(folder)) ?? folder;
}

/** Files of the content folder that a build itself may write. */
const written = /(?:^|[\\/])(?:_drawn[\\/]|section-ids\.lock)/u;
/** Files that are read by their bytes: a time can be set back, or be the same after two saves. */
const text = /\.(?:mdx?|ya?ml|lock|json|css|svg)$/iu;

/** Hashes of everything that a site depends on. */
export interface InputHashes {
  all: string;
  /** Of that part which no build writes: content, code, settings, day. */
  authored: string;
}

/** Of the code that this process began with: what it makes later is made by that. */
let code: string | undefined;

/**
 * Hashes of everything that a site built now would depend on. Synchronous, because hundreds of small files are: waiting
 * for each costs more than the file.
 */
export function hashInputs(): InputHashes {
  const hashes = { all: createHash('sha256'), authored: createHash('sha256') };
  const content = resolve(process.env['CONTENT_DIR'] || 'content');
  const settings = ['CARDS', 'STRICT', 'CI', 'CHROMIUM', 'SOURCE_DATE_EPOCH'].map(
    (name) => process.env[name] ?? '',
  );
  code ??= hashCode(resolve('.'));
  const update = (part: string | Buffer, isWritten = false) => {
    hashes.all.update(part);
    if (!isWritten) hashes.authored.update(part);
  };
  // The address that the notes declare stands in the folder, which nobody has opened yet.
  update(JSON.stringify([code, writtenOrigin(), basePath(), today(), content, settings]));
  addFolder(update, resolve('public'));
  addFolder(update, content);
  addHistory(update, content);
  return { all: hashes.all.digest('hex'), authored: hashes.authored.digest('hex') };
}

/** Adds a part of the inputs; `isWritten`: a build itself may write it. */
type Update = (part: string | Buffer, isWritten?: boolean) => void;

function addFolder(update: Update, folder: string): void {
  for (const { path, isLink } of listFiles(folder).sort((one, other) => (one.path < other.path ? -1 : 1))) {
    const isWritten = written.test(path);
    if (isLink) {
      update(`${path}\0${attempt(() => readlinkSync(path)) ?? ''}\0`, isWritten);
      continue;
    }
    const known = attempt(() => statSync(path));
    update(`${path}\0${known?.size ?? -1}\0`, isWritten);
    if (known?.isFile() && text.test(path) && known.size < 8 * 1024 * 1024)
      update(attempt(() => readFileSync(path)) ?? '', isWritten);
    else update(`${known?.mtimeMs ?? 0}\0${known?.ctimeMs ?? 0}\0${known?.ino ?? 0}`, isWritten);
  }
}

/**
 * All that is in a folder but folders. Links are not followed: one that stays inside leads to what is listed anyway, and
 * others lead out, or round in a circle.
 */
function listFiles(folder: string): { path: string; isLink: boolean }[] {
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [{ path, isLink: entry.isSymbolicLink() }];
    return entry.name === '.git' || entry.name === 'node_modules' ? [] : listFiles(path);
  });
}

/** What Git knows of the folder decides the days that pages show: a commit moves this file's size and time. */
function addHistory(update: Update, folder: string): void {
  for (let above = folder; ; above = dirname(above)) {
    const git = join(above, '.git');
    const known = attempt(() => statSync(git));
    if (known) {
      const pointer = known.isFile() ? (attempt(() => readFileSync(git, 'utf8')) ?? '') : '';
      const place = pointer ? resolve(above, pointer.replace(/^gitdir:\s*/u, '').trim()) : git;
      for (const name of ['HEAD', 'logs/HEAD', 'shallow', 'packed-refs']) {
        const file = attempt(() => statSync(join(place, name)));
        update(`${name}\0${file?.size ?? -1}\0${file?.mtimeMs ?? 0}\n`);
      }
      return;
    }
    if (dirname(above) === above) return;
  }
}

/** What the disk says; null where it refuses. */
function attempt<Result>(look: () => Result): Result | null {
  try {
    return look();
  } catch {
    return null;
  }
}

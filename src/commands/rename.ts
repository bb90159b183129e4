/**
 * `npm run rename -- <note> <new name>`: moves a note with all that points to it: links in every convention, relations,
 * terms, the declaration, permanent ids, and a redirect from its old address. `--dry-run` only says what would change.
 */
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join, posix, resolve } from 'node:path';
import { commandsWords } from '#words';
import { messageOf } from '../content/faults.ts';
import { isHiddenName } from '../content/hidden-names.ts';
import { isShownFolder } from '../content/read-shown-folders.ts';
import { recogniseTools } from '../content/recognise-tools.ts';
import { collectionOf } from '../content/open-atlas.ts';
import { subjectFile } from '../content/read-subject.ts';
import { lockFile } from '../content/read-section-ids.ts';
import { openSession } from '../content/session.ts';
import { findNearest, toNfc } from '../knowledge/text.ts';
import { planRename } from '../rename/plan-rename.ts';
import { readToolLists } from '../rename/read-tool-lists.ts';
import { follow, openWorlds } from '../rename/rename-world.ts';
import { renameNoteEntries } from '../sections/rename-note.ts';
import { readLock, writeLock } from '../sections/section-lock.ts';
import { replaceFile } from '../store/replace-file.ts';
import { dataId } from '../knowledge/schema.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

const isDryRun = process.argv.includes('--dry-run');
const [oldName = '', newName = '', ...rest] = process.argv.slice(2).filter((word) => word !== '--dry-run');

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

const atlas = await openSession().atlas();
const words = commandsWords().rename;
const { library, subject, termsFile } = atlas;
// What lies in a tool's own folder is what was thrown away, or kept as it was.
const held = atlas.held.filter(({ path }) => !isOfTool(path));
if (!oldName || !newName || rest.length) stop(words.usage);
const known = [...library.notes, ...library.unlisted, ...held];
const onDisk = new Map([...atlas.byFile].map(([file, { path }]) => [path, file]));
const from = findNote(oldName);
const to = placeOf(newName, from);
const tools = await recogniseTools(atlas.root);
checkPlace();

const { shownFolders } = tools;
const { assets } = library.links;
const input = { notes: [...library.notes, ...library.unlisted], held, assets, subject, shownFolders };
const worlds = openWorlds(input, from, to);
const leaving = new Set(worlds.before.allMoved.map(({ path }) => path));
for (const { id: wanted } of worlds.after.allMoved) {
  const other = known.find(({ id, path }) => id.toLowerCase() === wanted.toLowerCase() && !leaving.has(path));
  if (other) stop(words.taken(wanted, `${atlas.name}/${other.path}`));
}
const lockPath = join(atlas.root, lockFile);
const lock = await readFile(lockPath, 'utf8').catch(() => null);
const plan = planRename(
  {
    files: await readTexts(),
    toolLists: await readToolLists(atlas.root, new Set(known.flatMap(({ path }) => foldersOf(path)))),
    root: resolve(atlas.root).replaceAll('\\', '/'),
    subject,
    termsFile,
    subjectFile,
    addsRedirect: lock === null && !atlas.isProjectOwn && worlds.after.moved.collection === 'note',
  },
  worlds,
);

worlds.before.allMoved.forEach(({ path }, index) => {
  console.log(words.moved(nameFile(path), nameFile(worlds.after.allMoved[index]?.path ?? path)));
});
for (const [path, count] of plan.counts) console.log(`  ${words.edited(nameFile(path), count)}`);
for (const { path, line, column, written } of plan.lost)
  console.log(`  ${words.notRewritten(nameFile(path), line, column, written)}`);
const places = [...plan.counts.values()].reduce((sum, count) => sum + count, 0);
if (isDryRun) console.log(words.planned(places, plan.counts.size));
else {
  await writeAll();
  console.log(words.done(places, plan.counts.size));
  for (const note of worlds.before.allMoved) {
    const isPublished = !held.some(({ path }) => path === note.path);
    if (isPublished && note.address !== follow(note, worlds).address)
      console.log(words.redirect(note.address));
  }
}

/** A file as it is called for its author. */
function nameFile(path: string): string {
  return posix.join(atlas.name, path);
}

/** The folders above a file, the root among them. */
function foldersOf(path: string): string[] {
  return path.split('/').map((_, depth, steps) => steps.slice(0, depth).join('/'));
}

function isOfTool(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return (
    folders.some((step) => step.startsWith('.') || step === 'node_modules') || /^logseq\/bak\//u.test(path)
  );
}

/** The path of the note that a word means: its path with or without extension and folder, its id, or its address. */
function findNote(word: string): string {
  const wanted = toNfc(word).replace(/^\.\//u, '').replace(/\/$/u, '');
  const inside = wanted.startsWith(`${atlas.name}/`) ? wanted.slice(atlas.name.length + 1) : wanted;
  const bare = (path: string) => path.replace(noteEnding, '');
  const tests: ((note: (typeof known)[number]) => boolean)[] = [
    ({ path }) => path === inside,
    ({ path, id, address }) =>
      bare(path) === bare(inside) || id === inside || address === inside.replace(/^\//u, ''),
    ({ path }) => bare(path).split('/').at(-1) === bare(inside),
    (note) => 'title' in note && note.title === wanted,
  ];
  for (const test of tests) {
    const found = known.filter(test);
    if (found.length > 1)
      stop(
        words.severalNotes(
          word,
          found.map(({ path }) => path),
        ),
      );
    if (found[0]) return found[0].path;
  }
  return stop(
    words.noNote(
      word,
      findNearest(
        inside,
        known.map(({ id }) => id),
      )[0],
    ),
  );
}

/** Where the new name puts the note: beside where it is, unless the name is a path; the extension stays. */
function placeOf(word: string, path: string): string {
  const wanted = toNfc(word).replace(/^\.\//u, '');
  const inside = wanted.startsWith(`${atlas.name}/`) ? wanted.slice(atlas.name.length + 1) : wanted;
  const folder = path.split('/').slice(0, -1);
  const file = path.split('/').at(-1) ?? path;
  const extension = noteEnding.exec(path)?.[0] ?? '.md';
  // `folder/` moves the note and leaves its name.
  if (inside.endsWith('/')) return inside + file;
  const named = inside.replace(noteEnding, '') + extension;
  return named.includes('/') ? named : [...folder, named].join('/');
}

function checkPlace(): void {
  const steps = to.split('/');
  const isName = (step: string) => step.trim() === step && !/^\.*$/u.test(step) && !/[\\\0-\x1f]/u.test(step);
  if (!steps.every(isName)) stop(words.badName(newName));
  const isHidden = (step: string, depth: number) =>
    isHiddenName(step, depth < steps.length - 1, tools) &&
    !isShownFolder(steps.slice(0, depth + 1).join('/'), tools.shownFolders);
  if (steps.some(isHidden)) stop(words.isHidden(newName));
  if (!subject.isStrict) return;
  const folder = steps.slice(0, -1).join('/');
  if (collectionOf(to, subject) === subject.plain)
    stop(
      words.noCollection(
        folder,
        subject.collections.map((collection) => collection.folder),
      ),
    );
  const id = (steps.at(-1) ?? '').replace(noteEnding, '');
  if (!dataId.safeParse(id).success) stop(words.badId(id));
}

/** Everything that may name the note, as it is on the disk. */
async function readTexts(): Promise<Map<string, string>> {
  const canvases = [...atlas.assets.keys()].filter((path) => /\.canvas$/iu.test(path));
  const lists = [termsFile, subjectFile].filter((path) => atlas.assets.has(path));
  const paths = new Set([...known.map(({ path }) => path), ...canvases, ...lists]);
  const texts = new Map<string, string>();
  for (const path of paths) {
    const bytes = await readFile(fileOf(path)).catch(() => null);
    // What is not UTF-8 would come back broken.
    if (bytes?.equals(Buffer.from(bytes.toString('utf8')))) texts.set(path, bytes.toString('utf8'));
  }
  return texts;
}

/** A file as the disk spells it. */
function fileOf(path: string): string {
  return onDisk.get(path) ?? atlas.assets.get(path) ?? join(atlas.root, path);
}

/** Where a note goes, in folders as the disk spells them: there may be one that is called the same in the other form. */
async function findGoal(to: string): Promise<string> {
  const steps = to.split('/');
  let folder = atlas.root;
  for (const step of steps.slice(0, -1)) {
    const names = await readdir(folder).catch((): string[] => []);
    folder = join(folder, names.includes(step) ? step : (names.find((name) => toNfc(name) === step) ?? step));
  }
  return join(folder, steps.at(-1) ?? '');
}

interface Move {
  to: string;
  source: string;
  goal: string;
  /** Ids. */
  before: string;
  after: string;
}

/** Every move, on the disk; none may take the place of another file. */
async function listMoves(): Promise<Move[]> {
  return Promise.all(
    worlds.before.allMoved.map(async (before) => {
      const after = follow(before, worlds);
      const [source, goal] = [fileOf(before.path), await findGoal(after.path)];
      const isSameFile = await stat(goal).then(
        async ({ ino }) => ino === (await stat(source)).ino,
        () => null,
      );
      if (isSameFile === false) stop(words.exists(nameFile(after.path)));
      return { to: after.path, source, goal, before: before.id, after: after.id };
    }),
  );
}

/** All or nothing: when a file cannot be written, those that were are given their old text back. */
async function writeAll(): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  const moves = await listMoves();
  const sources = new Map(moves.map((move) => [move.to, move.source]));
  try {
    for (const [path, text] of plan.texts) {
      const file = sources.get(path) ?? fileOf(path);
      const old = await readFile(file);
      undo.push(() => writeFile(file, old));
      await replaceFile(file, text);
    }
    if (lock !== null) {
      const { entries, troubles } = readLock(lock);
      if (!troubles.length) {
        for (const { before, after } of moves) renameNoteEntries(entries, before, after);
        undo.push(() => writeFile(lockPath, lock));
        await replaceFile(lockPath, writeLock(entries));
      }
    }
    for (const { source, goal } of moves) {
      await mkdir(dirname(goal), { recursive: true });
      await rename(source, goal);
      undo.push(() => rename(goal, source));
    }
  } catch (error) {
    for (const back of undo.reverse()) await back().catch(() => undefined);
    stop(words.restored(messageOf(error)));
  }
}

import { isAbsolute, relative, resolve } from 'node:path';
import { language, problemsWords } from '#words';
import { buildLibrary, type Library } from '../knowledge/library.ts';
import { type HeldNote, isEntryPath, type Note, folderSteps } from '../knowledge/note.ts';
import { type Problem, sortProblems } from '../knowledge/problem.ts';
import type { RuleInput } from '../knowledge/rules/rule.ts';
import { type Source, source, term } from '../knowledge/schema.ts';
import { compileSchemas, type NoteSchema } from '../subject/compile-schema.ts';
import type { Collection, Subject } from '../subject/subject.ts';
import { type BlockData, blockNames } from '../knowledge/generated-blocks.ts';
import type { FlavourContext } from '../flavours/flavour.ts';
import type { GeneratedBlock } from '../markdown/prepare-tree.ts';
import { findNearest } from '../knowledge/text.ts';
import { indexWiki } from '../knowledge/wiki-index.ts';
import { compareNotes } from './compare-notes.ts';
import { dateNotes } from './date-notes.ts';
import { isEmptyTitle } from './empty-titles.ts';
import { generateBlock } from './generate-block.ts';
import { nameLanguageFolders } from './language-folders.ts';
import { type Inherited, readInheritedFields } from './inherited-fields.ts';
import { parseFigures } from './parse-figures.ts';
import { describeFault, type Step } from './faults.ts';
import { dropHeldNames, dropInFields, dropInTexts, findsHeld, nameLinks } from './held-names.ts';
import { dropHeldBindings, dropHeldProperties, listHeldNotes, nameByHeading } from './held-notes.ts';
import { isNotionPage } from '../flavours/notion.ts';
import { readJournalDay, readPageName, writeDay } from '../knowledge/logseq-pages.ts';
import { orderNotes, readNavigation } from './read-navigation.ts';
import { placeNotes } from './place-notes.ts';
import { nameReferences } from './plain-references.ts';
import { type Folder, readFolder } from './read-folder.ts';
import { readRecentHistory } from './read-history.ts';
import { copyDraft, createReadingMemory, keepToLanguage, type ReadingMemory } from './reading-memory.ts';
import { inferTitle, titleByEntry } from './infer-title.ts';
import { readCanvases } from './read-canvases.ts';
import { type Category, readCategories, readConventions } from './read-conventions.ts';
import { splitPart } from '../flavours/includes.ts';
import { partialPaths, readPartials, snippetPath } from './read-partials.ts';
import { openNotes, openPartials } from './open-notes.ts';
import { readPictures } from './read-pictures.ts';
import { findShownFolder, type ShownFolders } from './read-shown-folders.ts';
import { readCodeParts } from './read-code-parts.ts';
import { readList } from './read-list.ts';
import { readSubject, subjectFile } from './read-subject.ts';
import { lockFile, readSectionIds, type SectionIds } from './read-section-ids.ts';
import { declareOrigin, today } from '../site.ts';
import { type DraftNote, outlineNote, readNote } from './read-note.ts';

/** A content folder, read and understood: the notes, everything derived from them, and what is wrong. */
export interface Atlas {
  /** Absolute path of the content folder. */
  root: string;
  /** How an author names the folder: `content`. */
  name: string;
  /** It is the project's own folder: ids and drawings may be written into it. */
  isProjectOwn: boolean;
  /** What the notes are about, as `atlas.yaml` declares it. */
  subject: Subject;
  /** The front matter of each collection, by name. */
  schemas: ReadonlyMap<string, NoteSchema>;
  library: Library;
  /** The notes that are published, by id; unlisted ones among them. */
  drafts: ReadonlyMap<string, DraftNote>;
  /** Notes that their authors keep back: nothing of them goes further than this list. */
  held: readonly HeldNote[];
  /** Note by the path of its file on this disk. */
  byFile: ReadonlyMap<string, Note>;
  /** Files that are not notes: NFC path to the disk's own. */
  assets: ReadonlyMap<string, string>;
  /** The folders in which these lie, by their real paths. */
  homes: readonly string[];
  problems: Problem[];
  /** Permanent ids: what the lock should hold, the anchors that must keep working, what has moved. */
  ids: SectionIds;
  /** What generated blocks are made from. */
  blocks: BlockData;
  /** What the conventions of other tools may know of the folder. */
  flavour: Pick<
    FlavourContext,
    | 'open'
    | 'include'
    | 'code'
    | 'isDocumentation'
    | 'isVault'
    | 'isLogseq'
    | 'isDendron'
    | 'hasAutorefs'
    | 'breaksLines'
  >;
  locate: RuleInput['locate'];
  locateData: RuleInput['locateData'];
  /** The list of terms, relative to the folder. */
  termsFile: string;
}

export const sourcesFile = 'sources.yaml';

/**
 * Reads and understands a content folder. Throws only when the folder cannot be opened at all.
 * @param memory what an earlier reading of the folder has left, for this one and the next
 */
export async function readAtlas(
  contentDir: string,
  projectRoot = process.cwd(),
  memory = createReadingMemory(),
): Promise<Atlas> {
  const root = resolve(projectRoot, contentDir);
  const name = nameOf(root, contentDir, projectRoot);
  let problems: Problem[] = [];
  const say = (path: string, problem: Omit<Problem, 'path'>) => problems.push({ path, ...problem });
  const spoken = language();
  let folder = await openFolder(root, problems, memory);
  const found = problems;
  problems = [];
  const inferred = await inferTitle(root, projectRoot);
  const {
    subject: declared,
    locate: locateSubject,
    text: declaration,
    isTitled,
  } = await readSubject(folder, inferred, say, memory);
  let subject = declared;
  keepToLanguage(memory, language());
  // What was found before the language was known is said in it.
  if (
    language() !== spoken &&
    (found.length || folder.files.some(({ trouble, doubts }) => trouble || doubts?.length))
  ) {
    found.length = 0;
    memory.files.clear();
    folder = await openFolder(root, found, memory);
  }
  problems.unshift(...found);
  // Who declares a subject of their own and no address gets an example that names no other subject.
  declareOrigin(subject.url ?? (folder.assets.has(subjectFile) ? 'https://atlas.example' : undefined));
  const schemas = compileSchemas(subject);
  const { drafts, held } = readDrafts(folder, subject, schemas, say, {
    ...memory,
    key: JSON.stringify([declaration, language(), today(), folder.tools]),
    inherit: await readInheritedFields(folder),
  });
  if (!isTitled) {
    const title = titleByEntry(
      inferred,
      [...drafts.values()].map(({ note }) => note),
    );
    if (title !== undefined) subject = { ...subject, title };
  }
  const severity = subject.isStrict ? 'error' : 'warning';
  let sources = await readList(folder, sourcesFile, source, severity, say, memory);
  checkKinds(sources, subject, severity, say);
  const termsFile = nameTermsFile(folder, subject);
  let terms = await readList(folder, termsFile, term, severity, say, memory);
  findMisnamed(folder, [subjectFile, sourcesFile, termsFile], say);

  const heldNotes = listHeldNotes(held, folder);
  // What only adds to the notes costs none of them its check where it fails.
  const attempt = async (step: Step, work: () => void | Promise<void>, path = '.') => {
    try {
      await work();
    } catch (error) {
      say(path, describeFault(step, error));
    }
  };
  const paths = new Set(drafts.keys());
  for (const { note } of drafts.values())
    await attempt('diagram', () => dropHeldBindings(note, heldNotes, paths, say), note.path);
  const categories = await readCategories(folder, say);
  if (!subject.isStrict)
    await attempt('read', () =>
      readConventions(
        [...drafts.values()].map(({ note }) => note),
        folder,
        say,
      ),
    );
  const placement = placeNotes(
    [...drafts.values()].map((draft) => draft.note),
    subject.isStrict,
    say,
    folder.tools.shownFolders,
    folder.tools.isVault,
  );
  for (const note of placement.dropped) drafts.delete(note.path);
  const fileNames = new Map(placement.names);
  if (folder.tools.isLogseq)
    for (const [note, name] of placement.names)
      fileNames.set(note, namePage(note, name, folder.tools.dayForm));
  const folderOrder = new Map(placement.folderOrder);
  if (!subject.isStrict)
    await attempt('read', async () => {
      const placed = orderNotes(
        [...drafts.values()].map(({ note }) => note),
        await readNavigation(folder),
      );
      for (const { note } of drafts.values())
        if (note.chapter?.title) fileNames.set(note, note.chapter.title);
      for (const [address, place] of placed) if (!folderOrder.has(address)) folderOrder.set(address, place);
    });
  const published = [...drafts.values()].map((draft) => draft.note);
  const unlisted = published.filter((note) => drafts.get(note.path)?.visibility.kind === 'unlisted');
  const notes = published.filter((note) => !unlisted.includes(note));
  // What is kept back needs its outline where a lock holds its ids, and goes no further.
  const hasLock = folder.assets.has(lockFile);
  const keptBack = hasLock ? held.map((draft) => draft.note) : [];
  const isProjectOwn = root === resolve(projectRoot, 'content');
  const assets = new Set(folder.assets.keys());
  const named = heldNotes.length ? nameByHeading(notes) : notes;
  if (!subject.isStrict && heldNotes.length) {
    const index = indexWiki({ notes: named, unlisted, held: heldNotes, assets });
    for (const note of published)
      await attempt('read', () => dropHeldProperties(note, index, say), note.path);
  }
  const partials = new Map(await readPartials(published, folder));
  if (heldNotes.length) {
    const index = indexWiki({ notes: named, unlisted, held: heldNotes, assets });
    const addresses = new Set(heldNotes.flatMap((note) => note.addresses ?? [note.address]));
    const dropIn = (
      path: string,
      text: string,
      start: number | ((target: string) => { line: number; column: number }),
    ) => {
      const isPart = (url: string) =>
        [...partialPaths(url, path), snippetPath(url)].some((each) => partials.has(each));
      const isHeld = findsHeld(index, { addresses, from: path, isLogseq: folder.tools.isLogseq === true });
      return dropHeldNames(
        text,
        (target, kind) =>
          isHeld(splitPart(target)?.file ?? target, kind) && !(kind === 'address' && isPart(target)),
        ({ row, column }, target) => {
          const message = problemsWords().links.toHeldNote(target);
          const place = typeof start === 'number' ? { line: row + 1 + start, column } : start(target);
          say(path, { ...place, severity: 'warning', kind: 'link', message });
        },
      );
    };
    for (const note of published)
      await attempt(
        'read',
        () => {
          note.body = dropIn(note.path, note.body, note.bodyLine);
          dropInFields(note, (text) => dropIn(note.path, text, 0));
          if (folder.tools.isLogseq)
            note.tags = note.tags.filter((tag) => dropIn(note.path, `#${tag}`, 0) !== '');
        },
        note.path,
      );
    for (const [path, text] of partials) partials.set(path, dropIn(path, text, 0));
    subject = dropInTexts(subject, (text) =>
      dropIn(subjectFile, text, (target) => placeIn(declaration ?? '', target)),
    );
    // What was read is remembered: another build may publish that note.
    const [{ locate: locateSource }, { locate: locateTerm }] = [sources, terms];
    sources = {
      ...sources,
      items: dropInTexts(sources.items, (text, at) => dropIn(sourcesFile, text, () => locateSource(at))),
    };
    terms = {
      ...terms,
      items: dropInTexts(terms.items, (text, at) => dropIn(termsFile, text, () => locateTerm(at))),
    };
  }
  // No field is Markdown, but links in double brackets are written everywhere.
  for (const note of published) note.summary = nameLinks(note.summary);
  const flavour: Atlas['flavour'] = {
    open: openNotes({ notes, unlisted, held: heldNotes, assets }, isProjectOwn),
    include: openPartials(partials),
    code: await readCodeParts(published, folder),
    isVault: folder.tools.isVault || folder.tools.isLogseq === true,
    isLogseq: folder.tools.isLogseq === true,
    isDendron: folder.tools.isDendron === true,
    hasAutorefs: folder.tools.hasAutorefs === true,
    // Notion, too, writes the properties of a page on lines of one paragraph.
    breaksLines: folder.tools.breaksLines || folder.files.some(({ path }) => isNotionPage(path)),
    isDocumentation: folder.tools.isDocumentation || categories.size > 0 || isDocumentation(folder),
  };
  const blocks: BlockData = {
    subject,
    notes: sortForBlocks(notes),
    byId: new Map(notes.map((note) => [note.id, note])),
    sourceById: new Map(sources.items.map((item) => [item.id, item])),
  };
  const generate = (block: GeneratedBlock) => generateBlock(block, blocks);
  const names = blockNames(blocks);
  // Tables in notes are made while these are read, so names are looked for before as well as when all titles are known.
  await attempt('outline', () => nameReferences(published, subject));
  for (const note of [...published, ...keptBack]) {
    // Only the project's own MDX is code; a folder of notes is data.
    try {
      outlineNote(
        note,
        fileNames.get(note) ?? note.id,
        {
          runs: isProjectOwn,
          generate,
          blockNames: names,
          flavour: { path: note.path, source: note.body, ...flavour },
        },
        memory,
      );
    } catch (error) {
      note.title ||= fileNames.get(note) ?? note.id;
      say(note.path, describeFault('outline', error));
    }
  }
  await attempt('outline', () => nameReferences(published, subject));

  await parseFigures(published, (path, error) => say(path, describeFault('diagram', error)), memory);
  const ids = await readSectionIds(
    root,
    [...published, ...keptBack],
    {
      hasLock: hasLock || isProjectOwn,
      isComplete:
        drafts.size + held.length === folder.files.length &&
        [...drafts.values()].every((draft) => !draft.isBroken),
      isFrozen: isProjectOwn && Boolean(process.env['CI']),
      today: today(),
    },
    memory,
    say,
  );
  let history: Awaited<ReturnType<typeof readRecentHistory>> = new Map();
  await attempt('history', async () => {
    history = await readRecentHistory(root, today(), memory);
  });
  ids.redirects = [...ids.redirects, ...placement.former];
  await attempt('history', () => dateNotes(published, history, ids.entries));
  for (const note of published) {
    const { sections, figures, tables } = note.outline;
    for (const item of [...sections, ...figures, ...tables]) item.aliases = ids.aliases.get(item.id) ?? [];
  }
  // What a note said before may be what its author has put into a comment since.
  await attempt('history', () =>
    compareNotes(
      published.filter((note) => !drafts.get(note.path)?.hasComments),
      history,
      folder.tools,
    ),
  );
  // A term leads to its note: that of a note which nobody may find would name it.
  const apart = new Set([...heldNotes, ...unlisted].map(({ id }) => id));
  const shownTerms = [...terms.items.entries()].filter(([index, { note }]) => {
    if (!apart.has(note)) return true;
    const message = problemsWords().references.heldNote('note', note);
    say(termsFile, { ...terms.locate([index, 'note']), severity: 'warning', kind: 'reference', message });
    return false;
  });
  const library = buildLibrary({
    subject,
    notes,
    unlisted,
    held: heldNotes,
    ...describeFolders(published, categories, folderOrder, folder.tools.shownFolders),
    sources: sources.items,
    terms: shownTerms.map(([, item]) => item),
    assets,
  });
  await attempt('read', () => readPictures(library, folder, (problem) => problems.push(problem)));
  const byFile = new Map<string, Note>();
  for (const file of folder.files) {
    const draft = drafts.get(file.path);
    if (draft) byFile.set(file.realPath, draft.note);
  }
  const byId = new Map([...drafts.values()].map((draft) => [draft.note.id, draft]));
  const locators: Record<
    string,
    RuleInput['locate'] extends (id: string, field: infer Field) => infer Out ? (field: Field) => Out : never
  > = {
    [sourcesFile]: sources.locate,
    [termsFile]: ([index = 0, ...field]) => terms.locate([shownTerms[Number(index)]?.[0] ?? index, ...field]),
    [subjectFile]: locateSubject,
  };
  return {
    root,
    name,
    isProjectOwn,
    subject,
    schemas,
    library,
    drafts: byId,
    held: heldNotes,
    byFile,
    assets: folder.assets,
    homes: folder.homes,
    problems: sortProblems(problems),
    ids,
    blocks,
    flavour,
    locate: (id, field) => byId.get(id)?.locate(field) ?? { line: 1, column: 1 },
    locateData: (file, field) => locators[file]?.(field) ?? { line: 1, column: 1 },
    termsFile,
  };
}

function nameOf(root: string, contentDir: string, projectRoot: string): string {
  const fromHere = relative(projectRoot, root);
  return (fromHere && !fromHere.startsWith('..') && !isAbsolute(fromHere) ? fromHere : contentDir)
    .replaceAll('\\', '/')
    .replace(/\/$/u, '');
}

async function openFolder(root: string, problems: Problem[], memory: ReadingMemory): Promise<Folder> {
  const folder = await readFolder(root, memory);
  await readCanvases(folder, (path, problem) => problems.push({ path, ...problem }));
  for (const { path, reason } of folder.unreadable) {
    problems.push({
      path,
      line: 1,
      column: 1,
      severity: 'error',
      kind: 'markdown',
      message: problemsWords().folder.notOpened(reason),
    });
  }
  for (const { path, reason } of folder.leftOut) {
    problems.push({
      path,
      line: 1,
      column: 1,
      severity: 'warning',
      kind: 'file',
      message: problemsWords().folder.leftOut(reason),
    });
  }
  if (!folder.files.length && !folder.hidden.length && !folder.unreadable.length) {
    const message = problemsWords().folder.isEmpty(folder.assets.size);
    problems.push({ path: '.', line: 1, column: 1, severity: 'error', kind: 'markdown', message });
  }
  return folder;
}

/** Where a text names a target first. */
function placeIn(text: string, target: string): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, text.indexOf(`[[${target}`))).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where the terms are: beside the notes that define some, or at the folder's top. */
function nameTermsFile(folder: Folder, { collections }: Subject): string {
  const glossary = collections.find(({ isGlossary }) => isGlossary)?.folder ?? 'glossary';
  return ['terms.yaml'].find((file) => folder.assets.has(file)) ?? `${glossary}/terms.yaml`;
}

/** Data that is not read because its file is named a little otherwise: `atlas.yml`, `Sources.yaml`. */
function findMisnamed(
  { assets }: Folder,
  names: readonly string[],
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
): void {
  const plainName = (path: string) => path.toLowerCase().replace(/\.yml$/u, '.yaml');
  const read = new Map(names.map((name) => [plainName(name), name]));
  for (const path of assets.keys()) {
    const name = read.get(plainName(path));
    if (name === undefined || name === path) continue;
    const message = problemsWords().folder.misnamed(name, assets.has(name));
    say(path, { line: 1, column: 1, severity: 'warning', kind: 'file', message });
  }
}

/** Kinds of sources that `atlas.yaml` does not declare, where it declares any. */
function checkKinds(
  sources: {
    items: readonly Source[];
    locate: (field: readonly PropertyKey[]) => { line: number; column: number };
  },
  { sourceKinds }: Subject,
  severity: Problem['severity'],
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
): void {
  const known = [...sourceKinds.keys()];
  if (!known.length) return;
  sources.items.forEach(({ kind }, index) => {
    // One that is missing has been said to be.
    if (!kind || typeof kind !== 'string' || known.includes(kind)) return;
    const message = problemsWords().references.unknownKind(kind, findNearest(kind, known)[0], known);
    say(sourcesFile, { ...sources.locate([index, 'kind']), severity, kind: 'source', message });
  });
}

/** The collection that a file belongs to by its folder, the deepest where folders lie in each other. */
export function collectionOf(path: string, { collections, plain }: Subject): Collection {
  return collections
    .filter(({ folder }) => path.startsWith(`${folder}/`))
    .reduce((best, candidate) => (candidate.folder.length > best.folder.length ? candidate : best), plain);
}

/** Titles, places and words of folders, by the address of their pages, which other tools may serve elsewhere. */
function describeFolders(
  notes: readonly Note[],
  categories: ReadonlyMap<string, Category>,
  numbers: ReadonlyMap<string, number>,
  shownFolders?: ShownFolders,
): {
  folderNames: Map<string, string>;
  folderOrder: Map<string, number>;
  folderWords: Map<string, string>;
  folderAddresses: Map<string, string>;
} {
  const [folderWords, folderAddresses] = [new Map<string, string>(), new Map<string, string>()];
  const folderNames = new Map<string, string>();
  const folderOrder = new Map(numbers);
  const languages = nameLanguageFolders(notes);
  for (const note of notes) {
    const { path, permalink } = note;
    const steps = path.split('/').slice(0, -1);
    const shown = folderSteps(note);
    const renamed = findShownFolder(path, shownFolders);
    const lift = renamed ? renamed.path.split('/').length - renamed.at.split('/').filter(Boolean).length : 0;
    // An address that a note asks for may lie in its folder all the same (`bases/views` in `Bases`).
    const isOwn = shown.join('/').toLowerCase() === steps.join('/').toLowerCase();
    const isElsewhere = permalink !== undefined && note.folder === undefined && !isOwn;
    if (isElsewhere || steps.length !== shown.length + lift) continue;
    shown.forEach((_, depth) => {
      const from = steps.slice(0, depth + 1 + lift).join('/');
      const { position, ...category } = categories.get(from) ?? {};
      const folder = shown.slice(0, depth + 1).join('/');
      const label =
        (from === renamed?.path ? renamed.title : undefined) ??
        category.label ??
        languages.get(folder) ??
        (depth === shown.length - 1 ? titleOfEntry(note) : undefined) ??
        (isOwn && from !== folder && permalink !== undefined ? steps[depth] : undefined);
      if (label !== undefined) folderNames.set(folder, label);
      else if (shown[depth] === '_posts') folderNames.set(folder, 'posts');
      if (position !== undefined) folderOrder.set(folder, position);
      if (category.description !== undefined) folderWords.set(folder, category.description);
      if (category.address !== undefined) folderAddresses.set(category.address, folder);
    });
  }
  return { folderNames, folderOrder, folderWords, folderAddresses };
}

/** The title that an index note gives its folder: one of its own, and short enough for a list. */
function titleOfEntry({ path, title }: Note): string | undefined {
  if (!isEntryPath(path) || title.length > 60 || isEmptyTitle(title)) return undefined;
  return title;
}

/** What Logseq calls a page. Those of the journal are called by their day whatever they begin with, the newest first. */
function namePage(note: Note, fileName: string, dayForm?: string): string {
  const day = readJournalDay(note.path);
  if (!day) return readPageName(fileName);
  const name = writeDay(day, dayForm);
  note.title ||= name;
  note.order ??= -(day.year * 10_000 + day.month * 100 + day.day);
  return name;
}

/** Whether a tool for documentation is set up here: its folders, or notes that speak to it. */
function isDocumentation(folder: Folder): boolean {
  const names = /(?:^|\/)(?:docusaurus\.config\.\w+|mkdocs\.ya?ml|sidebars\.\w+)$/u;
  return (
    [...folder.assets.keys()].some((path) => names.test(path)) ||
    folder.files.some(({ text }) =>
      /^---\n(?:[^-].*\n)*?(?:sidebar_position|sidebar_label|nav_order):/u.test(text ?? ''),
    )
  );
}

function readDrafts(
  folder: Folder,
  subject: Subject,
  schemas: ReadonlyMap<string, NoteSchema>,
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
  /** `key`: what the reading of a file depends on beside its text. */
  {
    drafts: known,
    key: keyOfAll,
    inherit,
  }: Pick<ReadingMemory, 'drafts'> & {
    key: string;
    inherit: (path: string) => Inherited;
  },
): { drafts: Map<string, DraftNote>; held: DraftNote[] } {
  const drafts = new Map<string, DraftNote>();
  const held: DraftNote[] = [];
  for (const file of folder.files) {
    if (file.text === null) {
      say(file.path, {
        line: 1,
        column: 1,
        severity: 'error',
        kind: 'markdown',
        message: file.trouble ?? '',
      });
      continue;
    }
    const collection = collectionOf(file.path, subject);
    const schema = schemas.get(collection.name);
    if (!schema) continue;
    const severity = subject.isStrict ? 'error' : 'warning';
    const inherited = inherit(file.path);
    const key = keyOfAll + JSON.stringify(inherited);
    let read = known.get(file);
    if (read?.key !== key) {
      const problems: Omit<Problem, 'path'>[] = (file.doubts ?? []).map((doubt) => ({
        ...doubt,
        severity,
        kind: 'markdown',
      }));
      try {
        const draft = readNote(
          file.path,
          file.text,
          collection,
          { subject, schema, tools: folder.tools, inherited },
          (problem) => problems.push(problem),
        );
        known.set(file, (read = { key, draft, problems }));
      } catch (error) {
        say(file.path, describeFault('read', error));
        continue;
      }
    }
    const { problems } = read;
    const draft = copyDraft(read.draft);
    if (draft.visibility.kind === 'held') {
      // Unfinished work is not asked to be right; only a doubt about what holds it back is said.
      if (draft.visibility.doubtful !== undefined)
        problems.slice(0, 1).forEach((problem) => say(file.path, problem));
      held.push(draft);
      continue;
    }
    problems.forEach((problem) => say(file.path, problem));
    drafts.set(file.path, draft);
  }
  return { drafts, held };
}

function sortForBlocks(notes: readonly Note[]): Note[] {
  return [...notes].sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || (a.id < b.id ? -1 : 1));
}

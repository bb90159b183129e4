/** Where a link in a note leads. The pages, the backlinks and the check all ask here, so they cannot disagree. */
import { slug } from 'github-slugger';
import { readTex } from '../diagrams/tex-text.ts';
import { findCollection, type Subject } from '../subject/subject.ts';
import { type HeldNote, type Note, type Section, folderSteps } from './note.ts';
import { sitePages, tagAddress } from './address.ts';
import { type OwnRepository, readOwnAddress } from './own-repository.ts';
import { fileKind, type Picture } from './published-files.ts';
import { toNfc } from './text.ts';
import {
  findByPath,
  findWikiFile,
  indexWiki,
  splitWikiTarget,
  type WikiFile,
  type WikiIndex,
} from './wiki-index.ts';
import { noteEnding } from './note-file-name.ts';

export type LinkTarget =
  | { kind: 'note'; note: Note; anchor?: string }
  | { kind: 'page'; address: string; anchor?: string }
  | { kind: 'asset'; path: string }
  /** A file of a kind that is not published, or a picture that is broken. */
  | { kind: 'withheld'; path: string }
  | { kind: 'external'; url: string }
  | { kind: 'unsafe'; scheme: string }
  /** A note that its author keeps back: the words of the link stay, nothing tells where it led. */
  | { kind: 'private' }
  | { kind: 'missing'; wanted: string };

export interface LinkIndex {
  byId: Map<string, Note>;
  byPath: Map<string, Note>;
  byAddress: Map<string, Note>;
  /** Plain notes by the addresses that they had, as they say themselves. */
  byFormerAddress: ReadonlyMap<string, Note>;
  /** Plain notes by path without extension and by address, both without regard to case; null where several are meant. */
  byFolded: ReadonlyMap<string, Note | null>;
  /** Posts of a blog by the name that their addresses end with; null where several have it. */
  byPostName: ReadonlyMap<string, Note | null>;
  /** Plain notes by their folder and the name that they give themselves for links. */
  byLinkName: ReadonlyMap<string, Note>;
  /** Paths, ids and addresses of notes that are kept back. */
  held: ReadonlySet<string>;
  /** The bare names of their files: a path that leads past one names it even so. */
  heldNames: ReadonlySet<string>;
  /** Folders that hide what is in them. */
  hiddenFolders: ReadonlySet<string>;
  /** Paths, ids and addresses of unlisted notes: a link leads to the page, and nothing else knows of the note. */
  unlisted: ReadonlyMap<string, string>;
  /** Paths of files that are not notes. */
  assets: ReadonlySet<string>;
  /** The pictures among them that notes show, once they have been measured. */
  pictures: Map<string, Picture>;
  /** Addresses of pages that are not notes, without slashes around them: `search`, `tags/법`. */
  pages: Set<string>;
  /** Files by the names that `[[…]]` uses. */
  wiki: WikiIndex;
  /** Addresses of folders and tags by the names that authors write, which may be others: `01-서론` is at `서론`. */
  folders: ReadonlyMap<string, string>;
  /** Where the files of the folder are on the web. */
  repository?: OwnRepository;
}

/** Look-up tables for `resolveLink`; `pages` starts with the site's fixed pages, collections and tags. */
export function indexNotes(
  notes: readonly Note[],
  assets: ReadonlySet<string>,
  apart: {
    unlisted?: readonly Note[];
    held?: readonly HeldNote[];
    folderAddresses?: ReadonlyMap<string, string>;
  },
  subject: Subject,
): LinkIndex {
  const pages = new Set(['', ...sitePages]);
  const folders = new Map(apart.folderAddresses);
  for (const note of notes) {
    for (const tag of note.tags.flatMap(stepsOfTag)) {
      pages.add(tagAddress(tag));
      folders.set(`tags/${tag}`, tagAddress(tag));
    }
    const { folder: own } = findCollection(subject, note.collection);
    if (own) {
      pages.add(own);
      continue;
    }
    const [shown, written] = [folderSteps(note), note.path.split('/').slice(0, -1)];
    shown.forEach((_, index) => {
      const address = shown.slice(0, index + 1).join('/');
      pages.add(address);
      folders.set(written.slice(0, index + 1).join('/'), address);
    });
  }
  return {
    byId: new Map(notes.map((note) => [note.id, note])),
    byPath: new Map(notes.map((note) => [note.path, note])),
    byAddress: new Map(notes.map((note) => [note.address, note])),
    byFormerAddress: new Map(
      notes.flatMap((note) => (note.formerAddresses ?? []).map((address) => [toNfc(address), note] as const)),
    ),
    byFolded: foldPlaces(notes),
    byPostName: namePosts(notes),
    byLinkName: new Map(
      notes.flatMap((note) =>
        note.linkName === undefined
          ? []
          : [note.path, note.address].map(
              (path) => [[...path.split('/').slice(0, -1), note.linkName].join('/'), note] as const,
            ),
      ),
    ),
    held: new Set(
      (apart.held ?? []).flatMap((note) => [
        ...namesOf(note),
        ...(note.addresses ?? []),
        ...(note.names ?? []),
      ]),
    ),
    heldNames: new Set(
      (apart.held ?? []).map(({ path }) => bareName(path)).filter((name) => !isEntry.test(name)),
    ),
    hiddenFolders: new Set((apart.held ?? []).flatMap(hiddenFolder)),
    unlisted: new Map(
      (apart.unlisted ?? []).flatMap((note) => namesOf(note).map((name) => [name, note.address] as const)),
    ),
    assets,
    pictures: new Map(),
    pages,
    wiki: indexWiki({ notes, assets, ...apart }),
    folders,
  };
}

/** A tag and those above it: each has its page. */
function stepsOfTag(tag: string): string[] {
  const steps = tag.split('/').filter(Boolean);
  return steps.map((_, depth) => steps.slice(0, depth + 1).join('/'));
}

/** Hugo serves `Format.md` at `format/`, and disks of some authors know no case. */
function foldPlaces(notes: readonly Note[]): Map<string, Note | null> {
  const found = new Map<string, Note | null>();
  for (const note of notes) {
    if (note.collection !== 'note') continue;
    const stem = note.path.replace(noteEnding, '');
    const places = new Set(
      [stem, note.address, stem.replace(/\/(?:_?index|readme)$/iu, '')].flatMap((place) => [
        foldCase(place),
        slugPath(place),
      ]),
    );
    for (const place of places) found.set(place, found.has(place) && found.get(place) !== note ? null : note);
  }
  return found;
}

/** Jekyll serves `_posts/2024-01-02-Name.md` where its settings say (`/posts/name/`, `/2024/01/02/name.html`). */
function namePosts(notes: readonly Note[]): Map<string, Note | null> {
  const found = new Map<string, Note | null>();
  for (const note of notes) {
    if (note.collection !== 'note' || !/(?:^|\/)_posts\//u.test(note.path)) continue;
    const name = bareName(note.path);
    for (const each of new Set([name, slug(name)])) found.set(each, found.has(each) ? null : note);
  }
  return found;
}

/** Astro serves `Inter-Process Communication/a.md` at `inter-process-communication/a/`. */
function slugPath(path: string): string {
  return path
    .split('/')
    .map((step) => slug(step))
    .join('/');
}

function foldCase(path: string): string {
  return path.toLowerCase();
}

function namesOf({ id, path, address }: Pick<Note, 'id' | 'path' | 'address'>): string[] {
  return [id, path, address];
}

/** Files that open their folder. */
const entryNames = ['index.md', 'index.mdx', '_index.md', 'README.md', 'index.qmd', 'index.markdown'];
const endings = ['md', 'mdx', 'qmd', 'markdown', 'rmd', 'Rmd'];

const safeSchemes = new Set(['http', 'https', 'mailto', 'tel', 'doi']);

/** Names that every folder may have. */
const isEntry = /^(?:index|readme)$/iu;

/** The name at the end of a path, without the day before it and the ending. */
function bareName(path: string): string {
  const [name = ''] = path.split('/').filter(Boolean).slice(-1);
  return foldCase(name.replace(noteEnding, '').replace(/^\d{4}-\d{2}-\d{2}-(?=.)/u, ''));
}

/** Resolves a URL written in `from`: `../a/b.md#part`, `note:id#part`, `#part`, `/devices/router/`, `wiki:노트#절`, `https://…`. */
export function resolveLink(url: string, from: Note, index: LinkIndex): LinkTarget {
  const found = resolveWritten(url, from, index);
  const isHeld = found.kind === 'missing' && index.heldNames.has(bareName(found.wanted));
  if (isHeld) return { kind: 'private' };
  return found.kind === 'note' ? { ...found, note: inLanguageOf(from, found.note, index) } : found;
}

/** A language that stands in a file's name, as Nextra, Fumadocs and Hugo have it: `cache.ko.mdx` beside `cache.mdx`. */
export const languageEnding = /\.([a-z]{2}(?:-[a-z]{2,4})?)(?=\.[a-z]+$)/iu;

/** The note that a link leads to, in the language of the note that it stands in where it is there. */
function inLanguageOf(from: Note, to: Note, index: LinkIndex): Note {
  const language = languageEnding.exec(from.path)?.[1];
  if (language === undefined || to === from || languageEnding.test(to.path)) return to;
  const stem = to.path.replace(noteEnding, '');
  const path = endings
    .map((ending) => `${stem}.${language}.${ending}`)
    .find((name) => index.byPath.has(name));
  return (path !== undefined && index.byPath.get(path)) || to;
}

function resolveWritten(url: string, from: Note, index: LinkIndex): LinkTarget {
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'note') return resolveNoteId(url.slice('note:'.length), index);
  if (scheme === 'wiki') return resolveWiki(decode(url.slice('wiki:'.length)), from, index);
  if (scheme !== undefined) {
    const own = index.repository && readOwnAddress(url, index.repository);
    const isHere = own && [index.byPath, index.assets, index.held].some((files) => files.has(own.path));
    const here = isHere ? resolveWritten(`/${encodeURI(own.path)}${own.hash}`, from, index) : null;
    // What is not published here can be read there.
    if (here && here.kind !== 'withheld') return here;
    return safeSchemes.has(scheme) ? { kind: 'external', url } : { kind: 'unsafe', scheme };
  }
  if (url.startsWith('//')) return { kind: 'external', url: `https:${url}` };
  const [, rawPath = '', rawHash] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/su.exec(url) ?? [];
  const anchor = rawHash === undefined ? undefined : decode(rawHash);
  const withAnchor = anchor ? { anchor } : {};
  if (rawPath === '') return { kind: 'note', note: from, ...withAnchor };

  const wanted = decode(rawPath);
  const folder = from.path.split('/').slice(0, -1);
  // Nothing lies above the root: `/../a.png` is `/a.png`, as in browsers.
  const path = wanted.startsWith('/')
    ? joinPath([], wanted.replace(/^(?:\/+(?:\.\.?(?=\/))?)+/u, ''))
    : joinPath(folder, wanted);
  if (path === null) {
    const beside = findBeside(wanted, from, index);
    if (beside) return beside;
    // A note that was moved up keeps its `../../`; browsers stop at the root, too.
    const inside = from.collection === 'note' ? findByPath(wanted, from.path, index.wiki) : null;
    return inside ? wikiTarget(inside, withAnchor, index) : { kind: 'missing', wanted };
  }
  const bare = path.replace(/\/$/u, '');
  // `x.md` also finds `x.mdx`: an author who changes a note's format need not change every link to it.
  // VitePress and Jekyll let links name the page that becomes of a note: `x.html`.
  const stem = bare.replace(/\.(?:mdx?|markdown|qmd|rmd|html?)$/iu, '');
  const files = [
    path,
    ...endings.map((ending) => `${stem}.${ending}`),
    ...entryNames.map((name) => `${bare}/${name}`),
  ];
  // mdBook and GitBook serve a folder's README as its `index.html`.
  if (/(?:^|\/)index\.html?$/iu.test(bare)) files.push(`${stem.slice(0, -'index'.length)}README.md`);
  const file = files.find((name) => index.byPath.has(name));
  const note =
    file === undefined
      ? (index.byAddress.get(bare) ??
        index.byAddress.get(besideAddress(wanted, from) ?? '') ??
        index.byLinkName.get(stem))
      : index.byPath.get(file);
  if (note) return { kind: 'note', note, ...withAnchor };
  const apart = findApart([...files, bare], index, withAnchor);
  if (apart) return apart;
  if (index.assets.has(path)) return assetTarget(path, index);
  const page = index.folders.get(bare) ?? bare;
  if (index.pages.has(page) && (wanted.startsWith('/') || wanted.endsWith('/'))) {
    return { kind: 'page', address: page, ...withAnchor };
  }
  if (isHidden(path, index)) return { kind: 'private' };
  const folded = from.collection === 'note' ? index.byFolded.get(foldCase(stem)) : null;
  if (folded) return { kind: 'note', note: folded, ...withAnchor };
  const moved = index.byFormerAddress.get(bare);
  if (moved) return { kind: 'note', note: moved, ...withAnchor };
  const post = wanted.startsWith('/') ? index.byPostName.get(bareName(stem)) : null;
  if (post) return { kind: 'note', note: post, ...withAnchor };
  const published = findPublished(wanted, from, index);
  if (published) return published.kind === 'note' ? { ...published, ...withAnchor } : published;
  // Obsidian lets the links of Markdown find a file as `[[…]]` does.
  const elsewhere = from.collection === 'note' && wanted ? findByPath(wanted, from.path, index.wiki) : null;
  if (elsewhere) return wikiTarget(elsewhere, withAnchor, index);
  // Who begins with a folder of the top means a path from there, and would not know one that is put together.
  const [top = '', ...below] = wanted.split('/');
  const isFromTop = from.collection === 'note' && below.length > 0 && index.folders.has(top);
  return { kind: 'missing', wanted: isFromTop ? wanted : path };
}

/** Folders whose files documentation tools serve from the root. */
const publicFolders = ['static', 'public', 'assets/static', 'src/assets'];

/**
 * `/img/a.png` from a `static/` or `public/` folder beside the note or above it, `@site/docs/a.md` from the root of the
 * site's sources, `/docs/a` where the folder is `docs` itself.
 */
function findPublished(wanted: string, from: Note, index: LinkIndex): LinkTarget | null {
  const isSite = /^[@~]site\//u.test(wanted);
  if (from.collection !== 'note' || !(isSite || wanted.startsWith('/'))) return null;
  const path = wanted.replace(/^(?:[@~]site)?\/+/u, '').replace(/\/$/u, '');
  const steps = from.path.split('/').slice(0, -1);
  for (let depth = steps.length; depth >= 0; depth--) {
    const above = steps.slice(0, depth).join('/');
    for (const folder of ['', ...publicFolders]) {
      const file = [above, folder, path].filter(Boolean).join('/');
      if (index.assets.has(file)) return assetTarget(file, index);
    }
  }
  // The folder may be any part of the site's sources: `docs/a.md` is `a.md` there, and `docs/next/a` before it is released.
  const below = path.split('/').slice(1).join('/');
  for (const rest of [path, below, below.replace(/^next\//u, '')].filter(Boolean)) {
    const stem = rest.replace(noteEnding, '');
    const note =
      [
        rest,
        ...endings.map((ending) => `${stem}.${ending}`),
        ...entryNames.map((entry) => `${stem}/${entry}`),
      ]
        .map((name) => index.byPath.get(name))
        .find((found) => found !== undefined) ??
      index.byAddress.get(stem) ??
      index.byLinkName.get(stem) ??
      index.byFolded.get(foldCase(stem));
    if (note) return { kind: 'note', note };
    if (index.assets.has(rest)) return assetTarget(rest, index);
    const folder = index.folders.get(rest);
    if (folder !== undefined && index.pages.has(folder)) return { kind: 'page', address: folder };
  }
  return null;
}

/** `../static/img/a.png`: a folder of public files beside the notes is read as one among them. */
function findBeside(wanted: string, from: Note, index: LinkIndex): LinkTarget | null {
  const depth = from.path.split('/').length - 1;
  // Astro's pictures lie beside the `content` in which the notes lie.
  const [, ups = '', picture] = /^((?:\.\.\/)+)assets\/(.+)$/u.exec(wanted) ?? [];
  const rise = ups.length / 3 - depth;
  if (picture !== undefined && (rise === 1 || rise === 2) && index.assets.has(`src/assets/${picture}`))
    return assetTarget(`src/assets/${picture}`, index);
  const path = joinPath(
    Array.from({ length: depth + 1 }, () => '.'),
    wanted,
  );
  const isPublic = path !== null && publicFolders.some((folder) => path.startsWith(`${folder}/`));
  return isPublic && index.assets.has(path) ? assetTarget(path, index) : null;
}

function resolveWiki(target: string, from: Note, index: LinkIndex): LinkTarget {
  // A file may have a `#` in its name, though Obsidian would not make one.
  const whole = /[#^]/u.test(target) ? findByPath(target, from.path, index.wiki) : null;
  if (whole) return wikiTarget(whole, {}, index);
  const { name, anchor } = splitWikiTarget(target);
  const withAnchor = anchor ? { anchor } : {};
  if (!name) return { kind: 'note', note: from, ...withAnchor };
  const file = findWikiFile(name, from.path, index.wiki);
  if (file) return wikiTarget(file, withAnchor, index);
  // Quartz links folders and tags as it links notes: `[[폴더/]]`, `[[tags/법]]`.
  const path = toNfc(name).replace(/^\/|\/$/gu, '');
  const page = index.folders.get(path) ?? path;
  const isPage = index.pages.has(page) && (name.endsWith('/') || path.startsWith('tags/'));
  return isPage ? { kind: 'page', address: page, ...withAnchor } : { kind: 'missing', wanted: name };
}

/** A file beside the notes, when it is published. */
function assetTarget(path: string, index: LinkIndex): LinkTarget {
  const isShown = fileKind(path) !== null && !index.pictures.get(path)?.trouble;
  return { kind: isShown ? 'asset' : 'withheld', path };
}

function wikiTarget(file: WikiFile, withAnchor: { anchor?: string }, index: LinkIndex): LinkTarget {
  switch (file.kind) {
    case 'note':
      return { kind: 'note', note: file.note, ...withAnchor };
    case 'unlisted':
      return { kind: 'page', address: file.note.address, ...withAnchor };
    case 'asset':
      return assetTarget(file.path, index);
    case 'private':
      return { kind: 'private' };
  }
}

/** The address that a relative one means where the note itself is served: without the numbers of its folders. */
function besideAddress(wanted: string, from: Note): string | null {
  const folder = from.address.split('/').slice(0, -1);
  return wanted.startsWith('/') ? null : (joinPath(folder, wanted)?.replace(/\/$/u, '') ?? null);
}

function resolveNoteId(rest: string, index: LinkIndex): LinkTarget {
  const [id = '', hash] = rest.split('#');
  const note = index.byId.get(decode(id));
  const withAnchor = hash ? { anchor: decode(hash) } : {};
  if (!note) return findApart([decode(id)], index, withAnchor) ?? { kind: 'missing', wanted: decode(id) };
  return { kind: 'note', note, ...withAnchor };
}

/**
 * Whether a path leads into a place that a convention hides: files there are no more published than notes. A folder with
 * notes that are published is none (`_posts`, collections of Jekyll).
 */
function isHidden(path: string, index: LinkIndex): boolean {
  if (path.length > longestPath) return false;
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    end = path.indexOf('/', start);
    const place = end < 0 ? path : path.slice(0, end);
    if (/^[._]./u.test(place.slice(start)) && !index.folders.has(place)) return true;
    if (index.hiddenFolders.has(place)) return true;
  }
  return false;
}

/** No system has a file of a longer one. */
const longestPath = 4096;

/** The folder that hides a note, if it is one: of `a/_drafts/x.md`, hidden by `_drafts/`, it is `a/_drafts`. */
function hiddenFolder({ path, by }: HeldNote): string[] {
  const at = by.endsWith('/') ? `/${path}`.indexOf(`/${by}`) : -1;
  return at < 0 ? [] : [path.slice(0, at + by.length - 1)];
}

/** A note that is not in the library, by any of its names. */
function findApart(
  names: readonly string[],
  index: LinkIndex,
  withAnchor: { anchor?: string },
): LinkTarget | null {
  const address = names.map((name) => index.unlisted.get(name)).find((found) => found !== undefined);
  if (address !== undefined) return { kind: 'page', address, ...withAnchor };
  return names.some((name) => index.held.has(name)) ? { kind: 'private' } : null;
}

/**
 * The section that an anchor names: by permanent id, chosen id, Korean slug or, as Obsidian does, by the words of its
 * heading (`절#작은 절` for one inside another); null where there is none.
 */
export function findSection(note: Note, anchor: string): Section | null {
  return indexAnchors(note).find(anchor);
}

/** The anchors of a note, for whoever asks for many of them. */
export interface AnchorIndex {
  find(anchor: string): Section | null;
  /** Whether an anchor leads anywhere in the note: a section, a figure or a table. */
  has(anchor: string): boolean;
  /** The id on the note's page that an anchor means; empty for the page's top. */
  place(anchor: string): string;
}

/** Lists the anchors of a note as they are now. */
export function indexAnchors(note: Note): AnchorIndex {
  const { sections, htmlIds, anchors, figures, tables, deepHeadings, titleAnchors } = note.outline;
  const byId = new Map<string, Section>();
  const bySlug = new Map<string, Section>();
  const byAlias = new Map<string, Section>();
  const keep = (map: Map<string, Section>, name: string | undefined, section: Section) => {
    if (name !== undefined && !map.has(name)) map.set(name, section);
  };
  for (const section of sections) {
    keep(byId, section.id, section);
    keep(byId, section.chosenId, section);
    keep(bySlug, section.slug, section);
    for (const alias of section.aliases ?? []) keep(byAlias, alias, section);
  }
  const others = new Set([...htmlIds, ...anchors, ...[...figures, ...tables].map(({ id }) => id)]);
  let folded: string[] | undefined;
  let foldedLoosely: string[] | undefined;
  const find = (anchor: string): Section | null => {
    const wanted = toNfc(anchor);
    return (
      byId.get(wanted) ??
      bySlug.get(wanted) ??
      byAlias.get(wanted) ??
      bySlug.get(wanted.toLowerCase()) ??
      findByHeadings(
        sections,
        (folded ??= sections.map(({ text }) => foldHeading(text))),
        wanted.split('#').map(foldHeading),
      ) ??
      findLoosely(wanted)
    );
  };
  /** Tools differ in what of a heading is in its anchor: components, footnotes, addresses of links. */
  const findLoosely = (anchor: string) => {
    // Obsidian writes the link in a heading as its author did, but for the signs that end an address.
    const said = anchor.replace(/(?<!!)\[([^[\]]+)\]\([^()]*\)/gu, '$1');
    const bare = foldHeading(said.replace(/\[\s?\^?[^[\]]*\]|\shttps?\s.*$/gu, ''));
    if (!bare) return findSigns(said);
    // It writes the strokes of a formula as blanks, too.
    const formulas = said.replace(/\$[^$\n]+\$/gu, (formula) => formula.replace(/ (?=[a-z])/giu, '\\'));
    const wanted = new Set([bare, foldHeading(formulas)]);
    foldedLoosely ??= sections.map(({ text }) => foldHeading(text.replace(/<[^<>]*>/gu, '')));
    return sections[foldedLoosely.findIndex((heading) => wanted.has(heading))] ?? null;
  };
  /** A heading that is nothing but signs: `<<`. */
  const findSigns = (anchor: string) => {
    const signs = anchor.replace(/[`\s]/gu, '');
    return sections.find(({ text }) => text.replace(/[`\s]/gu, '') === signs) ?? null;
  };
  const findDeep = (anchor: string) => {
    const wanted = foldHeading(anchor.split('#').at(-1) ?? '');
    return deepHeadings.find(({ id, text }) => id === anchor || (wanted && foldHeading(text) === wanted));
  };
  const isTitle = (anchor: string) => {
    const wanted = foldHeading(anchor);
    return wanted !== '' && titleAnchors.some((title) => title === anchor || foldHeading(title) === wanted);
  };
  const place = (anchor: string) => {
    const section = find(anchor);
    if (section) return section.id;
    // Ids of an author's HTML have a room of their own (`html-schema.ts`).
    if (htmlIds.includes(anchor)) return `user-content-${anchor}`;
    if (others.has(anchor)) return anchor;
    return findDeep(anchor)?.id ?? (isTitle(anchor) ? '' : anchor);
  };
  const has = (anchor: string) =>
    find(anchor) !== null ||
    others.has(anchor) ||
    findDeep(anchor) !== undefined ||
    isTitle(anchor) ||
    /^(?:source|user-content-fn|fn|fnref|cite)-/u.test(anchor);
  return { find, has, place };
}

/** The section of the last heading, inside those of the headings before it. */
function findByHeadings(
  sections: readonly Section[],
  folded: readonly string[],
  headings: readonly string[],
): Section | null {
  let start = 0;
  let end = sections.length;
  let found: Section | undefined;
  for (const heading of headings) {
    const place = heading === '' ? -1 : folded.indexOf(heading, start);
    found = place < 0 || place >= end ? undefined : sections[place];
    if (!found) return null;
    const { depth } = found;
    start = place + 1;
    end = sections.findIndex((section, index) => index >= start && section.depth <= depth);
    if (end < 0) end = sections.length;
  }
  return found ?? null;
}

/** Obsidian leaves the signs out of a heading that a link names; its formulas are read as the heading's are. */
function foldHeading(text: string): string {
  const said = text.replace(/\$([^$\n]+)\$/gu, (_, tex: string) => readTex(tex));
  return toNfc(/\\[a-z]/iu.test(said) ? readTex(said) : said)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether an anchor leads anywhere in a note: a section, a figure or a table. */
export function hasAnchor(note: Note, anchor: string): boolean {
  return indexAnchors(note).has(anchor);
}

/** An address as its author wrote it. */
export function readableUrl(url: string): string {
  return url.startsWith('wiki:') ? decode(url.slice('wiki:'.length)) : url;
}

function joinPath(folder: readonly string[], path: string): string | null {
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (!parts.length) return null;
      parts.pop();
    } else parts.push(part);
  }
  return parts.join('/') + (path.endsWith('/') && parts.length ? '/' : '');
}

/** Percent-encoded or not, NFD or NFC: the same place. A stray `%` stays as it is. */
function decode(text: string): string {
  try {
    return toNfc(decodeURIComponent(text));
  } catch {
    return toNfc(text);
  }
}

/** Where a link in a note leads. The pages, the backlinks and the check all ask here, so they cannot disagree. */
import type { Note, Section } from './note.ts';
import { toNfc } from './text.ts';

export type LinkTarget =
  | { kind: 'note'; note: Note; anchor?: string }
  | { kind: 'page'; address: string; anchor?: string }
  | { kind: 'asset'; path: string }
  | { kind: 'external'; url: string }
  | { kind: 'unsafe'; scheme: string }
  | { kind: 'missing'; wanted: string };

export interface LinkIndex {
  byId: Map<string, Note>;
  byPath: Map<string, Note>;
  byAddress: Map<string, Note>;
  /** Paths of files that are not notes. */
  assets: ReadonlySet<string>;
  /** Addresses of pages that are not notes, without slashes around them: `search`, `tags/법`. */
  pages: Set<string>;
}

/** Look-up tables for `resolveLink`; `pages` starts with the site's fixed pages, collections and tags. */
export function indexNotes(notes: readonly Note[], assets: ReadonlySet<string>): LinkIndex {
  const pages = new Set(['', 'search', 'sources', 'glossary', 'tags', 'about', 'changes']);
  for (const note of notes) {
    if (note.collection !== 'note') pages.add(note.collection);
    for (const tag of note.tags) pages.add(`tags/${tag}`);
    const folders = note.address.split('/').slice(0, -1);
    folders.forEach((_, index) => pages.add(folders.slice(0, index + 1).join('/')));
  }
  return {
    byId: new Map(notes.map((note) => [note.id, note])),
    byPath: new Map(notes.map((note) => [note.path, note])),
    byAddress: new Map(notes.map((note) => [note.address, note])),
    assets,
    pages,
  };
}

const safeSchemes = new Set(['http', 'https', 'mailto', 'tel', 'doi']);

/** Resolves a URL written in `from`: `../a/b.md#part`, `note:id#part`, `#part`, `/stack/rag/`, `https://…`. */
export function resolveLink(url: string, from: Note, index: LinkIndex): LinkTarget {
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'note') return resolveNoteId(url.slice('note:'.length), index);
  if (scheme !== undefined) {
    return safeSchemes.has(scheme) ? { kind: 'external', url } : { kind: 'unsafe', scheme };
  }
  if (url.startsWith('//')) return { kind: 'external', url: `https:${url}` };
  const [, rawPath = '', rawHash] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/su.exec(url) ?? [];
  const anchor = rawHash === undefined ? undefined : decode(rawHash);
  const withAnchor = anchor ? { anchor } : {};
  if (rawPath === '') return { kind: 'note', note: from, ...withAnchor };

  const wanted = decode(rawPath);
  const folder = from.path.split('/').slice(0, -1);
  const path = wanted.startsWith('/') ? joinPath([], wanted.slice(1)) : joinPath(folder, wanted);
  if (path === null) return { kind: 'missing', wanted };
  const bare = path.replace(/\/$/u, '');
  // `x.md` also finds `x.mdx`: an author who changes a note's format need not change every link to it.
  const stem = bare.replace(/\.mdx?$/iu, '');
  const note =
    index.byPath.get(path) ??
    index.byPath.get(`${stem}.md`) ??
    index.byPath.get(`${stem}.mdx`) ??
    index.byPath.get(`${bare}/index.md`) ??
    index.byPath.get(`${bare}/README.md`) ??
    index.byAddress.get(bare);
  if (note) return { kind: 'note', note, ...withAnchor };
  if (index.assets.has(path)) return { kind: 'asset', path };
  if (index.pages.has(bare) && (wanted.startsWith('/') || wanted.endsWith('/'))) {
    return { kind: 'page', address: bare, ...withAnchor };
  }
  return { kind: 'missing', wanted: path };
}

function resolveNoteId(rest: string, index: LinkIndex): LinkTarget {
  const [id = '', hash] = rest.split('#');
  const note = index.byId.get(decode(id));
  if (!note) return { kind: 'missing', wanted: decode(id) };
  return { kind: 'note', note, ...(hash ? { anchor: decode(hash) } : {}) };
}

/** The section that an anchor names: by permanent id, chosen id or Korean slug; null where there is none. */
export function findSection(note: Note, anchor: string): Section | null {
  const wanted = toNfc(anchor);
  return (
    note.outline.sections.find((section) => section.id === wanted || section.chosenId === wanted) ??
    note.outline.sections.find((section) => section.slug === wanted) ??
    note.outline.sections.find((section) => section.aliases?.includes(wanted)) ??
    note.outline.sections.find((section) => section.slug === wanted.toLowerCase()) ??
    null
  );
}

/** Whether an anchor leads anywhere in a note: a section, a figure or a table. */
export function hasAnchor(note: Note, anchor: string): boolean {
  return (
    findSection(note, anchor) !== null ||
    [...note.outline.figures, ...note.outline.tables].some((item) => item.id === anchor) ||
    /^(?:source|user-content-fn|fn|fnref|cite)-/u.test(anchor)
  );
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

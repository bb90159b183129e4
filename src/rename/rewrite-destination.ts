import { decodeAddress } from '../knowledge/decode-address.ts';
import { posix } from 'node:path';
import type { Note } from '../knowledge/note.ts';
import { languageEnding, type LinkTarget, resolveLink } from '../knowledge/resolve-link.ts';
import type { Destination } from './find-destinations.ts';
import { follow, type RenameWorld } from './rename-world.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';

/** What is left of a language's ending where an address has no other. */
const languageOfAddress = /\.[a-z]{2}(?:-[a-z]{2,4})?$/iu;

/** What is to stand in a place now; null where it may stay; undefined where nothing was found that leads there. */
export type Rewritten = string | null | undefined;

/**
 * What a place must say after the move to lead where it led before, in the form that its author chose (a bare name, a
 * path, an address, with or without extension).
 */
export function rewriteDestination(
  { kind, written, isQuoted }: Pick<Destination, 'kind' | 'written' | 'isQuoted'>,
  from: { before: Note; after: Note },
  worlds: { before: RenameWorld; after: RenameWorld },
): Rewritten {
  if (kind === 'import') return rewriteRelative(written, from, worlds);
  const [, path = '', rest = ''] =
    kind === 'wiki' ? [written, written, ''] : (/^([^?#]*)(.*)$/su.exec(written) ?? []);
  if (!path.trim()) return null;
  const resolve = (name: string, note: Note, world: RenameWorld) =>
    resolveLink(
      kind === 'wiki' ? `wiki:${encodeURIComponent(name.trim())}` : unescape(name),
      note,
      world.links,
    );
  const target = resolve(path, from.before, worlds.before);
  if (!isInside(target)) return null;
  const isSame = (name: string) => isSameTarget(target, resolve(name, from.after, worlds.after), worlds);
  // Some tools find a file by its name wherever it lies; for all others a relative path must be right.
  const hasMoved = posix.dirname(from.before.path) !== posix.dirname(from.after.path);
  const isRelative = kind === 'url' && !/^(?:[a-z][\w+.-]*:|[/@~])/iu.test(path);
  // Obsidian knows a note by its file's name alone, also where we find it by its title.
  const isNamed = kind === 'wiki' && target.kind === 'note' && worlds.before.allMoved.includes(target.note);
  const isByFile =
    isNamed &&
    [target.note.path, target.note.path.replace(languageEnding, '')].map(nameOf).includes(nameOf(path));
  if (isSame(path) && !(hasMoved && isRelative) && !isByFile) return null;
  for (const candidate of candidatesOf(kind, path, target, from, worlds)) {
    const spelled = kind === 'url' ? spell(candidate, path, isQuoted) : candidate;
    if (isSame(spelled)) return spelled === path ? null : spelled + rest;
  }
  return undefined;
}

/** The forms in which an author may name a file, the form of the place first. */
function candidatesOf(
  kind: Destination['kind'],
  written: string,
  target: LinkTarget,
  { before, after }: { before: Note; after: Note },
  worlds: { before: RenameWorld; after: RenameWorld },
): string[] {
  const found = pathOf(target, worlds);
  if (found === null) return [];
  // A link in another language names the note without that language, which its own file says.
  const isTwin = languageEnding.test(found) && !languageEnding.test(`${written.replace(noteEnding, '')}.md`);
  const path = isTwin ? found.replace(languageEnding, '') : found;
  const hasExtension = noteEnding.test(written) || target.kind !== 'note';
  // VitePress names the page that becomes of a note.
  const ending = /\.html?$/iu.exec(written)?.[0] ?? '';
  const shown = hasExtension ? path : path.replace(noteEnding, ending);
  const name = shown.split('/').at(-1) ?? shown;
  const relative = relativePath(after.path, shown);
  const { id = '', address: served = '' } = target.kind === 'note' ? follow(target.note, worlds) : {};
  const address = isTwin ? served.replace(languageOfAddress, '') : served;
  if (kind === 'wiki')
    return written.includes('/')
      ? [...belowSameFolder(written, shown, target, worlds), shown, relative, name]
      : [name, shown];
  if (written.startsWith('note:')) return [`note:${id}`];
  const dotted = written.startsWith('./') && !relative.startsWith('.') ? `./${relative}` : relative;
  const closed = written.endsWith('/')
    ? `${relativePath(after.path, path.replace(noteEnding, ''))}/`
    : dotted;
  if (written.startsWith('@site/')) {
    const end = pathOf(target, { ...worlds, after: worlds.before }) ?? '';
    const bare = end.replace(noteEnding, '');
    const at = [end, bare].map((each) => written.lastIndexOf(each)).find((index) => index > 0);
    return [...(at === undefined ? [] : [written.slice(0, at) + shown]), `@site/${shown}`, dotted];
  }
  if (written.startsWith('/')) {
    const isAddress = !hasExtension && target.kind === 'note';
    const asAddress = `/${address}${written.endsWith('/') ? '/' : ''}`;
    return [...(isAddress ? [asAddress] : []), `/${shown}`, `/${path}`];
  }
  if (kind === 'shortcode' && !written.includes('/')) return [name, dotted];
  // A vault's own way from its top, in a note below.
  const isFromTop = before.path.includes('/') && leadsFromTop(written, target, worlds);
  return [
    ...(isFromTop ? [shown] : []),
    closed,
    dotted,
    before.path === after.path ? name : relative,
    relativePath(after.path, path),
  ];
}

/** The end of the new path behind the folder that the author left out: `[[/vim/a]]` for `_wiki/vim/a.md`. */
function belowSameFolder(
  written: string,
  shown: string,
  target: LinkTarget,
  worlds: { before: RenameWorld; after: RenameWorld },
): string[] {
  const path = pathOf(target, { ...worlds, after: worlds.before })?.replace(noteEnding, '') ?? '';
  const [, slash = '', end = ''] = /^(\/?)(.*)$/su.exec(written.trim().replace(noteEnding, '')) ?? [];
  const folder = path.slice(0, -end.length);
  const isLeftOut = folder.endsWith('/') && path === folder + end && shown.startsWith(folder);
  return isLeftOut ? [slash + shown.slice(folder.length)] : [];
}

/** Whether an address is the whole path of its target, from the top of the folder. */
function leadsFromTop(
  written: string,
  target: LinkTarget,
  worlds: { before: RenameWorld; after: RenameWorld },
): boolean {
  const path = pathOf(target, { ...worlds, after: worlds.before });
  if (!path?.includes('/')) return false;
  const read = decodeAddress(unescape(written)).normalize('NFC');
  return read === path || read === path.replace(noteEnding, '');
}

function nameOf(path: string): string {
  return (path.trim().split('/').at(-1) ?? '').replace(noteEnding, '').normalize('NFC').toLowerCase();
}

/** Where a target lies after the move. */
function pathOf(target: LinkTarget, worlds: { before: RenameWorld; after: RenameWorld }): string | null {
  if (target.kind === 'note') return follow(target.note, worlds).path;
  return target.kind === 'asset' || target.kind === 'withheld' ? target.path : null;
}

function isInside(target: LinkTarget): boolean {
  return target.kind === 'note' || target.kind === 'asset' || target.kind === 'withheld';
}

function isSameTarget(
  before: LinkTarget,
  after: LinkTarget,
  worlds: { before: RenameWorld; after: RenameWorld },
): boolean {
  if (before.kind === 'note')
    return after.kind === 'note' && after.note.path === follow(before.note, worlds).path;
  const isFile = (target: LinkTarget) => target.kind === 'asset' || target.kind === 'withheld';
  return isFile(before) && isFile(after) && 'path' in before && 'path' in after && before.path === after.path;
}

/** A relative path that must lead to the same file after the move. */
function rewriteRelative(
  written: string,
  { before, after }: { before: Note; after: Note },
  worlds: { before: RenameWorld; after: RenameWorld },
): Rewritten {
  // `@site/docs/_part.mdx`: from a place above the notes.
  if (!written.startsWith('.')) {
    const named = worlds.before.allMoved.find(({ path }) => written.endsWith(`/${path}`));
    return named ? written.slice(0, -named.path.length) + follow(named, worlds).path : null;
  }
  const target = posix.join(posix.dirname(before.path), written);
  const moved = worlds.before.allMoved.find(({ path }) => path === target);
  if (before.path === after.path && !moved) return null;
  const relative = relativePath(after.path, moved ? follow(moved, worlds).path : target);
  const now = relative.startsWith('.') ? relative : `./${relative}`;
  return now === written ? null : now;
}

/** The way from a file's folder to another file. */
function relativePath(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to);
}

/** An address with what its place cannot hold encoded, and all of it where its author encoded. */
function spell(address: string, before: string, isQuoted: boolean): string {
  if (/%[0-9A-F]{2}/iu.test(before)) return encodeURI(address).replace(/[()]/gu, escapeSign);
  return isQuoted ? address : address.replace(/[\s()<>]/gu, escapeSign);
}

/** Markdown escapes signs in addresses. */
function unescape(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/gu, '$1');
}

function escapeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

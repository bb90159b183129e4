/**
 * The lists in which other tools name their pages. Lists of data follow a note that is moved; what is a program, and what
 * cannot say where the note lies now, is named, and its author changes it.
 */
import { posix } from 'node:path';
import { noteEnding } from '../knowledge/note-file-name.ts';
import type { Edit } from './edit.ts';
import { rewriteYaml, type YamlText } from './rewrite-yaml.ts';

interface ListForm {
  name: RegExp;
  /** Paths are those from the list's own folder, or those from the top of the notes, wherever the list lies. */
  from: 'own' | 'top';
  /** Names of the list's own folder alone: there is no way to say another. */
  isFlat?: boolean;
  /** Notes are the keys (`{"intro": "Start"}`). */
  isByKey?: boolean;
  /** Only texts below these keys are names of notes. */
  below?: RegExp;
  /** Names have the ending of their file: what has none is a title. */
  hasEnding?: boolean;
}

const forms: readonly ListForm[] = [
  // MkDocs, and its plugins for redirects.
  { name: /^mkdocs\.ya?ml$/u, from: 'top', below: /^(?:nav|redirect_maps|not_in_nav)$/u, hasEnding: true },
  { name: /^\.(?:pages|nav\.ya?ml)$/u, from: 'own', isFlat: true, hasEnding: true },
  // Docusaurus.
  { name: /^sidebars\.json$/u, from: 'top' },
  { name: /^_category_\.(?:json|ya?ml)$/u, from: 'top', below: /^link$/u },
  // Nextra and Fumadocs.
  { name: /^_meta\.json$/u, from: 'own', isFlat: true, isByKey: true },
  { name: /^meta\.json$/u, from: 'own', isFlat: true, below: /^pages$/u },
  // Mintlify.
  { name: /^(?:docs|mint)\.json$/u, from: 'own', below: /^(?:navigation|pages|redirects)$/u },
  // Jupyter Book, MyST, Quarto, DocFX.
  { name: /^(?:_?toc|myst)\.ya?ml$/u, from: 'own' },
  { name: /^_quarto\.ya?ml$/u, from: 'own', below: /^(?:book|website|chapters|sidebar|navbar)$/u },
  // GitBook.
  { name: /^\.gitbook\.ya?ml$/u, from: 'top', below: /^(?:structure|redirects)$/u },
  // Obsidian.
  { name: /^bookmarks\.json$/u, from: 'top', below: /^path$/u, hasEnding: true },
];

/** Programs, and data in forms that are only read here. */
const programs = new RegExp(
  String.raw`^(?:(?:astro\.)?sidebars?|_meta|(?:theme|docusaurus|astro|rspress|vocs|next|eleventy)\.config)\.[cm]?[jt]sx?$` +
    String.raw`|^(?:hugo|config|menus?(?:\.\w+)?|book|zensical|netlify)\.toml$|^(?:hugo|config|_config|menus?(?:\.\w+)?)\.ya?ml$` +
    String.raw`|^vercel\.json$|^_redirects$`,
  'u',
);
/** In a folder of settings every program and every file of data is one. */
const settings =
  /(?:^|\/)(?:(?:\.vitepress|\.vuepress)(?:\/config)?\/[^/]+\.[cm]?[jt]s|_data\/[^/]+\.ya?ml)$/u;
/** Keys whose texts are words for readers. */
const saidKeys = /^(?:title|label|text|name|caption|description|type|icon|class(?:Name)?|group|tab|anchor)$/u;

/** The same keys before a text, in a program. */
const saidBefore = String.raw`\b(?:title|label|text|name|description)["']?\s*:\s*`;

/** Whether a file, by its path, lists pages for a tool. */
export function isToolList(path: string): boolean {
  const name = posix.basename(path);
  return findForm(path) !== undefined || programs.test(name) || settings.test(path);
}

function findForm(path: string): ListForm | undefined {
  return forms.find(({ name }) => name.test(posix.basename(path)));
}

/** Where a note lies: its path from the top of the notes, and its address. */
interface Place {
  path: string;
  address: string;
}

/**
 * What changes in a list when a note is moved.
 * @param path the list's, from the top of the notes
 * @param root where the notes lie: lists above them say the names of their folders
 * @returns the edits, and the places that name the note and could not be changed
 */
export function editToolList(
  text: string,
  path: string,
  move: { before: Place; after: Place },
  root = '/',
): { edits: Edit[]; lost: { start: number; written: string }[] } {
  const form = findForm(path);
  const own = posix.join(root, posix.dirname(path));
  const isMeta = posix.basename(path).startsWith('_meta.');
  const mentions = () => findMentions(text, move.before, toFolder(root, own), isMeta);
  if (!form) return { edits: [], lost: mentions() };
  const relative = form.from === 'own' ? toFolder(root, own) : (place: string) => place;
  const isOut = form.isFlat && posix.dirname(move.after.path) !== posix.dirname(move.before.path);
  let isLost = false;
  const rename = (written: string) => {
    const now = renameEntry(written, relative, move, form.hasEnding);
    if (now === null || !isOut) return now;
    isLost = true;
    return null;
  };
  const edits = rewriteYaml(
    text,
    ({ keys, value }: YamlText) => {
      if (form.isByKey || saidKeys.test(keys.at(-1) ?? '')) return null;
      return form.below && !keys.some((key) => form.below?.test(key)) ? null : rename(value);
    },
    form.isByKey ? rename : undefined,
  );
  return { edits, lost: isLost ? mentions() : [] };
}

/** What an entry says after the move, in its author's form; null where it names another page. */
function renameEntry(
  written: string,
  relative: (place: string) => string,
  { before, after }: { before: Place; after: Place },
  hasEnding = false,
): string | null {
  const [, start = '', entry = '', slash = '', rest = ''] =
    /^((?:\.?\/)?)([^?#]*?)(\/?)((?:[?#].*)?)$/su.exec(written) ?? [];
  if (!entry) return null;
  const wanted = entry.normalize('NFC');
  const shapes: ((place: Place) => string)[] = [
    ({ path }) => relative(path),
    ...(hasEnding
      ? []
      : [
          ({ path }: Place) => relative(path.replace(noteEnding, '')),
          ({ address }: Place) => relative(address),
        ]),
  ];
  const shape = shapes.find((each) => each(before) === wanted);
  return shape ? start + shape(after) + slash + rest : null;
}

/** The way from a folder to a place among the notes. */
function toFolder(root: string, folder: string): (place: string) => string {
  return (place) => posix.relative(folder, posix.join(root, place));
}

/**
 * Where a program names a note: by its path or address, or by its name where it lies in the same folder.
 * @param isByKey names stand before a colon too
 */
function findMentions(
  text: string,
  note: Place,
  relative: (place: string) => string,
  isByKey: boolean,
): { start: number; written: string }[] {
  const bare = note.path.replace(noteEnding, '');
  const found = new Map<number, string>();
  for (const name of new Set([bare, note.address, relative(bare)])) {
    const escaped = escape(name);
    const key = isByKey ? String.raw`|(?<=^\s*)${escaped}(?=\s*:)` : '';
    // A bare word says a page only where it is all that stands in quotes, or the name of what follows.
    const pattern = name.includes('/')
      ? String.raw`(?<![\p{L}\p{N}_.-]|${saidBefore}["'\x60])${escaped}(?![\p{L}\p{N}_-])`
      : String.raw`(?<=(?<!${saidBefore})["'\x60]\/?)${escaped}(?=(?:\.mdx?|\.html|\/)?(?:#[^"'\x60]*)?["'\x60])${key}`;
    for (const { index } of text.matchAll(new RegExp(pattern, 'gmu'))) found.set(index, name);
  }
  return [...found].sort(([a], [b]) => a - b).map(([start, written]) => ({ start, written }));
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

/**
 * Fields that a folder gives to all notes in it: Hugo's `cascade` of a `_index.md`, Eleventy's data of a folder
 * (`plans/plans.json`, `plans/plans.11tydata.js`; `plans/a.11tydata.json` is for one note), those of MkDocs (`.meta.yml`) and Lume (`_data.yml`), Jekyll's `defaults`,
 * and settings by which only what says so is published (Quartz, Logseq). Only what holds notes back is asked of them.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { join as joinName } from 'node:path/posix';
import { readFrontMatter, readYaml } from './front-matter.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';
import { coversFile, readPattern } from './match-paths.ts';
import type { Folder } from './read-folder.ts';
import { readInside } from './read-inside.ts';
import { readSettings } from './read-settings.ts';
import { findShownFolder, type ShownFolders } from './read-shown-folders.ts';
import { today } from '../site.ts';
import { isSectionIndex } from './recognise-tools.ts';
import { readVisibility } from './visibility.ts';
import { keyFields } from './visibility-words.ts';

type Fields = Readonly<Record<string, unknown>>;

const largestData = 100_000;
/** Fields that data of anything may have. */
const common = new Set([...keyFields, 'enabled', 'disabled', 'render', 'internal', 'ignore', 'exclude']);

/** Names of files with the data of a folder. */
const dataNames = ['.meta.yml', '.meta.yaml', '_data.yml', '_data.yaml', '_data.json'];
/** In Quartz and Logseq, what does not say that it is public is not; then the note's own word for it counts. */
const closedSites: [place: string, name: string, says: RegExp, fields: Fields][] = [
  ...['', '..'].map((place): [string, string, RegExp, Fields] => [
    ...([place, 'quartz.config.ts', /^(?:(?!\/\/).)*\bExplicitPublish\(/mu] as const),
    { publish: false },
  ]),
  ...([
    ['', 'logseq/config.edn', /^[^;]*:(?:publishing\/)?all-pages-public\?\s+false/mu, { public: false }],
  ] satisfies [string, string, RegExp, Fields][]),
];

/** Fields with the files that say them. */
export type Inherited = Readonly<Record<string, { value: unknown; file: string }>>;

function saidBy(file: string, fields: Fields): Inherited {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, file }]));
}

/** @returns what the folders around a note say of it; the nearest has the last word, but for the note itself */
export async function readInheritedFields({
  root,
  homes,
  files,
  assets,
  tools,
}: Folder): Promise<(path: string) => Inherited> {
  const byFolder = new Map<string, Inherited>();
  const defaults = await readDefaults(root, tools.shownFolders);
  const add = (folder: string, fields: Fields, file: string) =>
    byFolder.set(folder, { ...byFolder.get(folder), ...saidBy(file, fields) });
  for (const [place, name, says, fields] of closedSites)
    if (says.test((await readSettings(join(root, place), name)) ?? ''))
      add('', fields, joinName(place, name));
  const folders = new Set(
    files.flatMap(({ path }) => path.split('/').map((_, depth, names) => names.slice(0, depth).join('/'))),
  );
  for (const folder of folders)
    for (const name of dataNames) {
      const text = await readSettings(root, join(folder, name));
      if (text !== null)
        listMaps(readYaml(text).data).forEach((map) => add(folder, ofNotes(map), joinName(folder, name)));
    }
  for (const { path, text } of files) {
    const names = path.split('/');
    if (!isSectionIndex(names.pop() ?? '') || !text?.includes('cascade')) continue;
    for (const fields of listMaps(readFrontMatter(text, { isLenient: true }).data['cascade']))
      add(names.join('/'), fields, path);
  }
  // The notes beside the page of a bundle are parts of that page.
  if (tools.isHugo)
    for (const { path, text } of files) {
      const [, bundle] = /^(.+)\/index\.(?:md|markdown)$/iu.exec(path) ?? [];
      if (bundle === undefined || text === null) continue;
      const { data } = readFrontMatter(text, { isLenient: true });
      if (readVisibility(data, today()).kind === 'held') add(bundle, { draft: true }, path);
    }
  for (const [path, realPath] of assets) {
    const [, folder = '', name] =
      /^((?:.+\/)?([^/]+))\/\2(?:\.11tydata)?\.json$/u.exec(path) ??
      /^((?:.+\/)?([^/]+))\/\2\.11tydata\.[cm]?js$/u.exec(path) ??
      [];
    // What is said of one note lies beside it.
    const [, note] = /^(.+)\.11tydata\.(?:json|[cm]?js)$/u.exec(path) ?? [];
    const place = name === undefined ? note && ofOne(note) : folder;
    // A project has its manifest in a folder of that name.
    if (!place || name === 'package') continue;
    try {
      if ((await stat(realPath)).size > largestData) continue;
      const text = (await readInside(homes, realPath)).toString('utf8');
      const fields: unknown = path.endsWith('.json') ? JSON.parse(text) : readLiterals(text);
      // A list is of records, each of which speaks for itself; and settings of something else have passwords and switches.
      if (!Array.isArray(fields)) listMaps(fields).forEach((map) => add(place, ofNotes(map), path));
    } catch {
      // Data of something else, or none.
    }
  }
  return (path) => {
    const found: Record<string, { value: unknown; file: string }> = { ...defaults(path) };
    if (!byFolder.size) return found;
    const names = path.split('/');
    for (let depth = 0; depth < names.length; depth++)
      Object.assign(found, byFolder.get(names.slice(0, depth).join('/')));
    return Object.assign(found, byFolder.get(ofOne(path.replace(noteEnding, ''))));
  };
}

/** Jekyll's fields for all notes of a place and a kind, the later before the earlier. */
async function readDefaults(root: string, shownFolders?: ShownFolders): Promise<(path: string) => Inherited> {
  const text = (await readSettings(root, '_config.yml')) ?? (await readSettings(root, '_config.yaml'));
  const [data] = text?.includes('defaults:') ? listMaps(readYaml(text, 0, { lastWins: true }).data) : [];
  const rules = listMaps(data?.['defaults']).map(({ scope, values }) => {
    const [where = {}] = listMaps(scope);
    const { path = '', type } = where;
    const pattern = typeof path === 'string' && path ? readPattern(path, false) : null;
    return { pattern, type: type ?? '', fields: listMaps(values) };
  });
  return (path) => {
    const { collection = 'pages' } = findShownFolder(path, shownFolders) ?? {};
    const kind = /(?:^|\/)_posts\//u.test(path) ? 'posts' : collection;
    const found = rules.filter(
      ({ pattern, type }) =>
        (pattern === null || coversFile(pattern, path)) && (type === '' || type === kind),
    );
    return saidBy('_config.yml', Object.assign({}, ...found.flatMap(({ fields }) => fields)) as Fields);
  };
}

/** Where the fields of one note are kept, apart from those of a folder of its name. */
function ofOne(path: string): string {
  return `${path}/.`;
}

/** What opens or ends a comment may stand in a string (`'notes/*'`), whose text is kept. */
const stringOrComment = /("[^"\n]*"|'[^'\n]*'|`[^`]*`)|\/\*[^]*?\*\/|(?<![:\w\\])\/\/.*$/gmu;

/** The fields of a script that are plain, in a map or exported by name: it is not run. */
function readLiterals(script: string): Fields {
  const plain = /(?<=[{,\s])["']?(\w+)["']?\s*[:=]\s*(true|false|"[^"\n]*"|'[^'\n]*')(?=\s*(?:[,;}\n]|$))/gu;
  return Object.fromEntries(
    Array.from(
      script.replace(stringOrComment, (_, text: string = '') => text).matchAll(plain),
      ([, name = '', value = '']) => [name, /^["']/u.test(value) ? value.slice(1, -1) : value === 'true'],
    ),
  );
}

function ofNotes(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !common.has(name.toLowerCase())));
}

function listMaps(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(listMaps);
  return typeof value === 'object' && value !== null ? [value as Fields] : [];
}

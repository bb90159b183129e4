/**
 * The three sites that `npm test` serves. What the code does is tried on the second subject (the base address of every
 * test) and on the plain folder, for both are fixtures; our own notes are looked at as they are, whatever they are called.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A plain folder, in Korean, under a base path. */
export const plain = process.env['ATLAS_PLAIN_URL'] ?? 'http://localhost:4322/atlas/';

/** A site of notes that attack their readers (`tests/fixtures/hostile`). */
export const hostileSite = process.env['ATLAS_HOSTILE_SITE'] ?? 'node_modules/.cache/atlas/test/hostile';
export const hostile = process.env['ATLAS_HOSTILE_URL'] ?? 'http://localhost:4323/';

/** The paths of its pages, below its root. */
export function listHostilePages(): string[] {
  return readdirSync(hostileSite, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'index.html')
    .map(({ parentPath }) => relative(hostileSite, parentPath).split(sep).map(encodeURIComponent).join('/'))
    .map((path) => (path ? `${path}/` : ''))
    .filter((path) => !/^(?:s|print)\//u.test(path))
    .sort();
}

/** The note of the second subject that has one of everything: tables, figures, terms, citations, questions. */
export const note = '/roasting/first-crack/';
export const title = 'First crack';
/** The collection with the longest table. */
export const collection = '/defects/';

const own = process.env['ATLAS_OWN_URL'] ?? 'http://localhost:4323/';

/**
 * One page of every kind of our own site: the first collection and the first note that have what the kind needs.
 * @returns name of the kind → address
 */
export function findOwnPages(): Record<string, string> {
  const notes = readOwnNotes();
  const [rich] = [...notes].sort((a, b) => score(b) - score(a));
  if (!rich) throw new Error('no note of our own');
  const at = (path: string) => `${own}${path}`;
  return {
    'own home': at(''),
    'own note': own.replace(/\/$/u, '') + new URL(rich.url).pathname,
    'own collection': at(`${rich.collection}/`),
    'own glossary': at('glossary/'),
    'own sources': at('sources/'),
    'own tags': at('tags/'),
    'own tag': at(`tags/${encodeURIComponent(rich.tags[0] ?? '')}/`),
    'own changes': at('changes/'),
  };
}

/** The addresses of our collections: each has tables of its own. */
export function findOwnCollections(): string[] {
  return [...new Set(readOwnNotes().map(({ collection: name }) => name))].map((name) => `${own}${name}/`);
}

interface OwnNote {
  url: string;
  collection: string;
  tags: string[];
  figures: unknown[];
  tables: unknown[];
}

function readOwnNotes(): OwnNote[] {
  const site = process.env['ATLAS_OWN_SITE'] ?? 'dist';
  return (JSON.parse(readFileSync(join(site, 'atlas.json'), 'utf8')) as { notes: OwnNote[] }).notes;
}

function score(note: { figures: unknown[]; tables: unknown[]; tags: string[] }): number {
  return Math.min(note.figures.length, 2) * 2 + Math.min(note.tables.length, 3) + (note.tags.length ? 1 : 0);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as ko from '../../../src/words/ko.ts';

type Tree = Record<string, unknown>;

const declared = parse(readFileSync('content/atlas.yaml', 'utf8')) as Tree;
const notes = readdirSync('content', { recursive: true, withFileTypes: true })
  .filter(({ name }) => /\.mdx?$/u.test(name))
  .map(({ name }) => name.replace(/\.mdx?$/u, ''));

/** Words that name something of every subject as well: a quoted one is no sign of ours. */
const ordinary = new Set([
  ...[
    'map',
    'from',
    'source',
    'model',
    'entry',
    'box',
    'case',
    'note',
    'status',
    'changed',
    'running',
    'text',
    'notes',
    'layer',
    'token',
  ],
  ...[
    'answers',
    'application',
    'term',
    'technique',
    'examples',
    'layers',
    'abbreviation',
    'corrected',
    'limitation',
  ],
  ...[
    'limitations',
    'requires',
    'implements',
    'report',
    'standard',
    'article',
    'paper',
    'definition',
    'glossary',
    'overview',
    'risk',
    'category',
    'obligations',
  ],
]);

/** The names that an author chose, and the texts that readers see. */
const ids = new Set(notes);
const texts = new Set<string>();
const chosen = new Set([
  'collections',
  'roles',
  'fields',
  'options',
  'tables',
  'relations',
  'kinds',
  'paths',
]);
const builtIn = new Set(['title', 'summary', 'asOf', 'reviewBy']);
(function walk(value: unknown, key: string): void {
  if (typeof value === 'string') {
    if (/[가-힣]/u.test(value)) texts.add(value);
    if (key === 'inverse' || key === 'class') ids.add(value);
  } else if (Array.isArray(value)) value.forEach((item) => walk(item, key));
  else if (value !== null && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value)) {
      if (chosen.has(key) && !builtIn.has(name)) ids.add(name);
      walk(inner, chosen.has(key) && name !== key ? '' : name);
    }
  }
})(declared, '');

const files = ['src', 'tests/unit', 'tests/browser'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|css|mjs)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith('no-subject-in-code.test.ts')),
);
const code = files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

test('no file of the code names a collection, role, field, relation, table or note of our subject', () => {
  const wanted = [...ids].filter((id) => id.length > 2 && !ordinary.has(id));
  expect(wanted.length).toBeGreaterThan(100);
  // A word is a name where it stands in quotes, in a path or behind `:::`; with a hyphen in it, wherever it stands.
  const patterns = wanted.map((id) => ({
    id,
    pattern: id.includes('-')
      ? new RegExp(`(?<![\\w-])${escape(id)}(?![\\w-])`, 'u')
      : new RegExp(
          `(['"\`])${escape(id)}\\1|(?<![\\w-])${escape(id)}/[a-z]|:::${escape(id)}\\b|kind-${escape(id)}\\b`,
          'u',
        ),
  }));
  const found = code.flatMap(({ path, text }) =>
    patterns.filter(({ pattern }) => pattern.test(text)).map(({ id }) => `${path}: ${id}`),
  );
  expect(found).toEqual([]);
});

test('no file of the code holds a label of our subject', () => {
  // What the interface itself says, whatever the subject, is no label of ours.
  const said = JSON.stringify(ko, (_, value: unknown) => (value instanceof Function ? String(value) : value));
  const wanted = [...texts].filter((text) => [...text].length > 3 && !said.includes(text));
  expect(wanted.length).toBeGreaterThan(40);
  const found = code.flatMap(({ path, text }) =>
    wanted.filter((label) => text.includes(label)).map((label) => `${path}: ${label}`),
  );
  expect(found).toEqual([]);
});

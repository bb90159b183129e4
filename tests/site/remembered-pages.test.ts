import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPages } from '../../src/build/compiled/generate-pages.ts';
import { openApp } from '../../src/build/compiled/astro-app.ts';
import { findCompiled } from '../../src/build/compiled/open-compiled.ts';
import { openAtlasDrawings } from '../../src/build/draw-diagrams.ts';
import { nameNotePages } from '../../src/build/name-note-pages.ts';
import { renderNote } from '../../src/build/render-note.ts';
import { openSession } from '../../src/content/session.ts';

/** What a build would know a page by, and the page. */
interface Named {
  key: string | null;
  html: string;
}

const root = mkdtempSync(join(tmpdir(), 'atlas-remembered-'));
const folder = join(root, 'notes');
const first = join(root, 'first');
const settings = {
  CONTENT_DIR: folder,
  SITE_URL: '',
  BASE_PATH: '',
  CARDS: 'notes',
  SOURCE_DATE_EPOCH: '1796000000',
};
const before = Object.fromEntries(Object.keys(settings).map((name) => [name, process.env[name]]));
const session = openSession();
let known: Map<string, Named>;

/** All pages of notes, as the folder is now. */
async function makePages(): Promise<Map<string, Named>> {
  session.refresh();
  const atlas = await session.atlas();
  session.render = (note) => renderNote(note, atlas);
  const compiled = await findCompiled(atlas);
  if (!compiled) throw new Error('not compiled');
  (await openApp(compiled.folder, compiled.facts)).forget();
  const nameOf = await nameNotePages(atlas, compiled);
  const paths = new Set(atlas.library.notes.map(({ address }) => `${address}/index.html`));
  const pages = new Map<string, Named>();
  for (const { path, render } of await listPages(compiled))
    if (paths.has(path)) pages.set(path, { key: (await nameOf(path)).key, html: await render() });
  return pages;
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
}

beforeAll(async () => {
  cpSync('tests/fixtures/second-subject', folder, { recursive: true });
  edit('atlas.yaml', 'strict: true\n', '');
  // A note that is named by one other, in a sentence and in nothing else.
  edit('guides/storing.md', '\n## ', '\nMore in [the kettle](kettle.md#spout).\n\n## ');
  writeFileSync(
    join(folder, 'guides/kettle.md'),
    '---\ntitle: The kettle\nsummary: It pours.\ntags: [water]\n---\n\n## Spout\n\nIt is thin.\n',
  );
  cpSync(folder, first, { recursive: true });
  Object.assign(process.env, settings);
  // Compiles the site for this folder, and draws its diagrams.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/commands/build.ts'],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_ENV: undefined,
        VITEST: undefined,
        CARDS: 'none',
        OUT_DIR: join(root, 'site'),
      },
    },
  );
  if (status) throw new Error(stdout + stderr);
  const drawings = openAtlasDrawings(await session.atlas());
  await drawings.drawAll({ say: () => undefined, progress: () => undefined });
  await drawings.close();
  known = await makePages();
}, 600_000);

afterAll(() => {
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  session.render = null;
  session.refresh();
  rmSync(root, { recursive: true, force: true });
});

/** A change, and how many pages of notes it may leave as they were, at least; all but one where nothing is said. */
test.each<[string, () => void, number?]>([
  ['nothing', () => undefined],
  ['a sentence', () => edit('guides/kettle.md', 'It is thin.', 'It is very thin.')],
  ['a heading that is linked', () => edit('guides/kettle.md', '## Spout', '## Spout and lid'), 0],
  ['a title that is linked', () => edit('guides/kettle.md', 'title: The kettle', 'title: The pot'), 0],
  [
    'an alias that goes',
    () => edit('roasting/drying.md', 'aliases: [yellowing, dry phase]', 'aliases: []'),
    0,
  ],
  ['a summary', () => edit('guides/kettle.md', 'It pours.', 'It pours slowly.'), 1],
  ['a tag that nobody else has', () => edit('guides/kettle.md', 'tags: [water]', 'tags: [heat]'), 0],
  ['the last tag', () => edit('guides/kettle.md', 'tags: [water]\n', ''), 0],
  [
    'a link that goes',
    () => edit('guides/storing.md', 'More in [the kettle](kettle.md#spout).', 'No more.'),
    1,
  ],
  ['the sentence of a link', () => edit('guides/storing.md', 'More in [', 'Read on in ['), 1],
  ['a relation that goes', () => edit('roasting/drying.md', '  - { type: precedes, to: browning }\n', ''), 0],
  ['a reason', () => edit('roasting/browning.md', 'Browning builds aroma', 'It builds aroma'), 0],
  ['an order', () => edit('roasting/drying.md', 'order: 20', 'order: 35'), 0],
  ['a parent', () => edit('roasting/drying.md', 'parent: roasting-in-short\n', ''), 0],
  ['a value of a field', () => edit('roasting/drying.md', 'from: 90', 'from: 95'), 0],
  ['a term', () => edit('words/terms.yaml', 'The dried seed', 'The dry seed'), 0],
  ['a name of a term', () => edit('words/terms.yaml', 'term: chaff', 'term: husk'), 0],
  ['a source', () => edit('sources.yaml', "The Coffee Roaster's Companion", "The Roaster's Companion"), 0],
  ['the kind of a source', () => edit('sources.yaml', 'kind: book', 'kind: website'), 0],
  ['a label of a collection', () => edit('atlas.yaml', 'label: Machines', 'label: Roasters'), 0],
  ['a label of a field', () => edit('atlas.yaml', 'label: Begins at', 'label: Starts at'), 0],
  ['a label of an option', () => edit('atlas.yaml', 'arabica: Arabica', 'arabica: Arabian'), 0],
  ['the title of the site', () => edit('atlas.yaml', 'title: The Roasting Bench', 'title: The Bench'), 0],
  ['its description', () => edit('atlas.yaml', 'description: How green', 'description: Why green'), 0],
  ['the day', () => (process.env['SOURCE_DATE_EPOCH'] = '1999000000'), 0],
  ['a setting', () => (process.env['CARDS'] = 'none'), 0],
  ['a picture', () => edit('pictures/shades.svg', '<svg ', '<svg data-other="" '), 0],
  ['a draft', () => edit('guides/kettle.md', 'title: The kettle', 'title: The kettle\ndraft: true'), 0],
  ['a note that goes', () => rmSync(join(folder, 'words/turning-point.md')), 0],
  ['a note that comes', () => cpSync(join(folder, 'guides/kettle.md'), join(folder, 'guides/jug.md')), 0],
  [
    'two notes that change places',
    () => {
      const [one, other] = ['coffees/sidama.md', 'coffees/nyeri.md'].map((path) => join(folder, path)) as [
        string,
        string,
      ];
      renameSync(one, join(root, 'aside'));
      renameSync(other, one);
      renameSync(join(root, 'aside'), other);
    },
    0,
  ],
])('a page of a note is known by all that it shows: after %s', async (name, change, left) => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(first, folder, { recursive: true });
  Object.assign(process.env, settings);
  change();
  const now = await makePages();
  const same = [...now].filter(([path, page]) => page.key !== null && page.key === known.get(path)?.key);
  // Shown anew wherever it is another page.
  expect(same.filter(([path, { html }]) => html !== known.get(path)?.html).map(([path]) => path)).toEqual([]);
  const kept = [...known.values()].filter(({ key }) => key !== null).length;
  expect(kept).toBeGreaterThan(20);
  expect(same.length, name).toBeGreaterThanOrEqual(left ?? kept - 1);
});

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'atlas-warm-site-'));
const at = (...path: string[]) => join(root, ...path);
const notes = (path: string) => at('notes', path);

/** Builds the notes as they are now, and gives every file of the site. */
function build(name: 'warm' | 'cold', settings: Record<string, string>): Map<string, Buffer> {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/commands/build.ts'],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        ...{ SITE_URL: '', BASE_PATH: '', CARDS: 'none' },
        ...{ CONTENT_DIR: at('notes'), OUT_DIR: at(name), CACHE_DIR: at(`${name}-cache`) },
        ...settings,
      },
    },
  );
  if (status) throw new Error(stdout + stderr);
  const files = readdirSync(at(name), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files
      .map(({ parentPath, name: file }) => join(parentPath, file))
      .sort()
      .map((path) => [relative(at(name), path), readFileSync(path)]),
  );
}

/** The same without anything that is known of notes or of a site; what only takes long is shared. */
function buildCold(settings: Record<string, string>): Map<string, Buffer> {
  for (const name of ['cold', 'cold-cache']) rmSync(at(name), { recursive: true, force: true });
  mkdirSync(at('cold-cache/genai-atlas'), { recursive: true });
  for (const name of ['drawings'])
    symlinkSync(at('warm-cache/genai-atlas', name), at('cold-cache/genai-atlas', name));
  return build('cold', settings);
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(notes(path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(notes(path), text.replace(from, to));
}

beforeAll(() => {
  cpSync('tests/fixtures/second-subject', at('notes'), { recursive: true });
  edit('atlas.yaml', 'strict: true\n', '');
  build('warm', {});
}, 300_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each<[string, () => void, Record<string, string>?]>([
  [
    'a sentence, a heading and a title that others name',
    () => {
      edit('roasting/browning.md', '\n## ', '\nOne sentence more.\n\n## ');
      edit('roasting/drying.md', '## What happens', '## What happens first');
      edit('roasting/drying.md', 'title: Drying', 'title: Drying out');
      edit('roasting/drying.md', 'aliases: [yellowing, dry phase]', 'aliases: [yellow phase]');
    },
  ],
  [
    'a term, a source, the subject, a diagram and a picture',
    () => {
      edit('words/terms.yaml', 'The dried seed', 'The dry seed');
      edit('sources.yaml', "The Coffee Roaster's Companion", "The Roaster's Companion");
      edit('atlas.yaml', 'title: The Roasting Bench', 'title: The Bench');
      edit('roasting/drying.md', 'Burner,Chimney,40', 'Burner,Chimney,30');
      edit('pictures/shades.svg', '<svg ', '<svg data-other="" ');
    },
  ],
  [
    'notes that go, move and change places',
    () => {
      rmSync(notes('words/turning-point.md'));
      renameSync(notes('coffees/huila.md'), notes('coffees/huila-sur.md'));
      renameSync(notes('coffees/sidama.md'), notes('x'));
      renameSync(notes('coffees/nyeri.md'), notes('coffees/sidama.md'));
      renameSync(notes('x'), notes('coffees/nyeri.md'));
    },
  ],
  [
    'a setting, the day, and files of the site',
    () => {
      const page = at('warm/roasting/charge/index.html');
      writeFileSync(page, readFileSync(page, 'utf8').replace('Charge', 'Change'));
      rmSync(at('warm/feed.xml'));
    },
    { CARDS: 'notes', SOURCE_DATE_EPOCH: '1900000000' },
  ],
])(
  'the site is what it would be without anything remembered, after %s',
  (_, change, settings = {}) => {
    change();
    const warm = build('warm', settings);
    const cold = buildCold(settings);
    expect([...warm.keys()]).toEqual([...cold.keys()]);
    expect([...cold].filter(([path, bytes]) => !warm.get(path)?.equals(bytes)).map(([path]) => path)).toEqual(
      [],
    );
    expect(warm.size).toBeGreaterThan(200);
  },
  300_000,
);

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'atlas-planted-'));
const site = join(root, 'out', 'site');

/** Loaded before a build: a function of the project, in its sources or as Astro has compiled them, throws. */
const planter = `
import { registerHooks } from 'node:module';
const name = process.env.PLANTED;
const head = new RegExp('((?:export )?)(async )?function ' + name + '(?=[(<])');
registerHooks({ load(url, context, next) {
  const loaded = next(url, context);
  if (!/\\/src\\/|\\/compiled\\//.test(url) || loaded.source == null) return loaded;
  const source = String(loaded.source).replace(head, (_, exported, asynchronous = '') =>
    exported + asynchronous + 'function ' + name + '() { throw new TypeError("planted") }\\n' +
    asynchronous + 'function ' + name + 'Before');
  return { ...loaded, source };
} });
`;

function build(planted?: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...(planted === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(planter)}`]),
      'src/commands/build.ts',
    ],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        ...{ SITE_URL: '', BASE_PATH: '', CARDS: 'none', PLANTED: planted ?? '' },
        ...{ CONTENT_DIR: join(root, 'notes'), OUT_DIR: site },
      },
    },
  );
  return { status, said: stdout + stderr };
}

function read(): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => path + readFileSync(path, 'latin1'));
}

beforeAll(() => {
  mkdirSync(join(root, 'notes'));
  writeFileSync(join(root, 'notes/a.md'), '# A\n\nWords.\n');
  expect(build().status).toBe(0);
}, 300_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each([
  ['writeFeed', 'feed.xml'],
  ['openAtlasDrawings', ''],
  ['recordSite', ''],
])(
  'where %s fails, the build says so, and what it says of the site is true',
  (planted, place) => {
    const before = read();
    writeFileSync(join(root, 'notes/a.md'), `# A\n\nWords and ${planted}.\n`);
    const { status, said } = build(planted);
    expect(status).toBe(1);
    expect(said).toContain('planted');
    expect(said).toContain(place);
    expect(said).not.toMatch(/\n\s+at /u);
    const isOld = read().join('\n') === before.join('\n');
    expect(said.includes('before is still there')).toBe(isOld);
    expect(said.includes('in its place already')).toBe(!isOld);
    expect(readdirSync(join(root, 'out'))).toEqual(['site']);
  },
  120_000,
);

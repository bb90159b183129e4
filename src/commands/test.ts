/**
 * `npm test`: everything that must hold, in one run, cheapest first. Types, lint, format and dead code count as one
 * test each; the sites that the site and browser tests read are built here. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cacheFolder } from '../build/build-lock.ts';
import { writeHostileNotes } from '../../tests/fixtures/hostile/write-hostile-notes.ts';
import { expectCache } from './folders.ts';
import { serveSite } from './serve-site.ts';

const folder = join(cacheFolder, 'test');
const own = join(folder, 'own');
const plain = join(folder, 'plain');
const second = join(folder, 'second');
const tenLines = join(folder, 'ten-lines');
const linked = join(folder, 'linked');
const hostile = join(folder, 'hostile');
const hostileNotes = join(folder, 'hostile-notes');
const plainBase = '/atlas/';
const only = process.argv.slice(2);
let passed = 0;
let failed = 0;

/** Runs a tool with its output shown, at once or, beside others, when it has ended; resolves to its exit code. */
function run(
  tool: string,
  args: string[],
  env: Record<string, string> = {},
  output: 'inherit' | 'pipe' = 'inherit',
): Promise<number> {
  const title = `\n— ${[tool, ...args].join(' ')}\n`;
  if (output === 'inherit') process.stdout.write(title);
  return new Promise((done) => {
    const child = spawn(tool, args, {
      stdio: ['ignore', output, output],
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece: Buffer) => void said.push(piece));
    child.once('error', () => done(1));
    child.once('close', (code) => {
      if (output === 'pipe') process.stdout.write(title + Buffer.concat(said).toString());
      done(code ?? 1);
    });
  });
}

function wants(step: string): boolean {
  return only.length === 0 || only.includes(step);
}

async function check(
  name: string,
  tool: string,
  args: string[],
  env?: Record<string, string>,
  output?: 'inherit' | 'pipe',
): Promise<boolean> {
  const ok = (await run(tool, args, env, output)) === 0;
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? '✓' : '✗'} ${name}`);
  return ok;
}

/** Vitest and Playwright count their own tests; a run that leaves no report counts as one failure. */
async function count(
  report: string,
  start: () => Promise<number>,
  read: (json: unknown) => { passed: number; failed: number },
): Promise<void> {
  await rm(report, { force: true });
  const code = await start();
  try {
    const counts = read(JSON.parse(await readFile(report, 'utf8')));
    passed += counts.passed;
    failed += counts.failed || (code === 0 ? 0 : 1);
  } catch {
    failed++;
  }
}

function vitest(project: string, env: Record<string, string> = {}): Promise<void> {
  const report = join(folder, `${project}.json`);
  const args = ['run', '--config', 'tests/vitest.config.ts', '--root', '.', '--project', project];
  return count(
    report,
    () =>
      run('vitest', [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], env),
    (json) => {
      const { numPassedTests, numFailedTests } = json as { numPassedTests: number; numFailedTests: number };
      return { passed: numPassedTests, failed: numFailedTests };
    },
  );
}

function playwright(env: Record<string, string>): Promise<void> {
  const report = resolve(folder, 'browser.json');
  return count(
    report,
    () =>
      run('playwright', ['test', '--config', 'tests/browser/playwright.config.ts'], {
        ...env,
        ATLAS_BROWSER_REPORT: report,
      }),
    (json) => {
      const { expected, unexpected, flaky } = (
        json as { stats: Record<'expected' | 'unexpected' | 'flaky', number> }
      ).stats;
      return { passed: expected + flaky, failed: unexpected };
    },
  );
}

// Its sites lie in the cache, which must be ours before anything does.
await expectCache();
await mkdir(folder, { recursive: true });
if (wants('check')) {
  /** One after another; two rows at once, because each tool keeps one core and up to 2 GB busy. */
  const checkInTurn = async (checks: [name: string, tool: string, args: string[]][]) => {
    for (const [name, tool, args] of checks) await check(name, tool, args, {}, 'pipe');
  };
  // Lint reads the types of modules that Astro makes.
  await run('astro', ['sync'], {}, 'pipe');
  await Promise.all([
    checkInTurn([
      ['types', 'astro', ['check', '--minimumFailingSeverity', 'error']],
      ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
    ]),
    checkInTurn([
      ['lint', 'eslint', ['.', '--max-warnings', '0']],
      ['dead code', 'knip', ['--no-progress']],
    ]),
  ]);
}
if (wants('unit')) await vitest('unit');
if (wants('content')) await vitest('content');
if (wants('site') || wants('browser')) {
  const build = (name: string, env: Record<string, string>) =>
    check(
      `build: ${name}`,
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'src/commands/build.ts'],
      {
        SITE_URL: '',
        BASE_PATH: '',
        CONTENT_DIR: '',
        ...env,
      },
    );
  // Everything in the cache is ours, and what an older version built there carries no mark.
  for (const site of [own, plain, second, tenLines, linked, hostile])
    await rm(site, { recursive: true, force: true });
  // Cards of sections, figures and tables are drawn for the second subject: our notes would need over a thousand.
  const ownBuilt = await build('own notes', { CARDS: 'notes', OUT_DIR: own });
  const plainBuilt = await build('a plain folder under a base path', {
    CONTENT_DIR: 'tests/fixtures/plain',
    BASE_PATH: plainBase,
    OUT_DIR: plain,
  });
  const secondBuilt = await build('a second subject, in English', {
    CONTENT_DIR: 'tests/fixtures/second-subject',
    CARDS: 'all',
    OUT_DIR: second,
  });
  const tenLinesBuilt = await build('a subject of ten lines', {
    CONTENT_DIR: 'tests/fixtures/ten-lines',
    CARDS: 'none',
    OUT_DIR: tenLines,
  });
  const linkedBuilt = await build('addresses in every form', {
    CONTENT_DIR: 'tests/fixtures/linked',
    BASE_PATH: '/docs/',
    CARDS: 'none',
    OUT_DIR: linked,
  });
  writeHostileNotes(hostileNotes);
  const hostileBuilt = await build('notes that attack their readers', {
    CONTENT_DIR: hostileNotes,
    CARDS: 'none',
    OUT_DIR: hostile,
  });
  if (ownBuilt && plainBuilt && secondBuilt && tenLinesBuilt && linkedBuilt && hostileBuilt) {
    if (wants('site')) {
      await vitest('site', {
        ATLAS_OWN_SITE: own,
        ATLAS_PLAIN_SITE: plain,
        ATLAS_SECOND_SITE: second,
        ATLAS_TEN_LINES_SITE: tenLines,
        ATLAS_LINKED_SITE: linked,
        ATLAS_HOSTILE_SITE: hostile,
      });
    }
    if (wants('browser')) {
      const ownServer = await serveSite(own, 0, '/');
      const plainServer = await serveSite(plain, 0, plainBase);
      const secondServer = await serveSite(second, 0, '/');
      const hostileServer = await serveSite(hostile, 0, '/');
      const port = (server: typeof ownServer) => (server.address() as { port: number }).port;
      await playwright({
        ATLAS_URL: `http://localhost:${port(secondServer)}/`,
        ATLAS_OWN_URL: `http://localhost:${port(ownServer)}/`,
        ATLAS_PLAIN_URL: `http://localhost:${port(plainServer)}${plainBase}`,
        ATLAS_HOSTILE_URL: `http://localhost:${port(hostileServer)}/`,
        ATLAS_OWN_SITE: own,
        ATLAS_PLAIN_SITE: plain,
        ATLAS_HOSTILE_SITE: hostile,
      });
      hostileServer.close();
      ownServer.close();
      plainServer.close();
      secondServer.close();
    }
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

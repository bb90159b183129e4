/**
 * The first step of every npm script. Runs on any Node from 20 on and needs no package: it installs what is missing,
 * finds the Node that Astro needs (it comes as a package), and hands over to the command itself.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startAgain } from './start-again.mjs';
import { bootstrapWords } from '../words/bootstrap.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [command = '', ...args] = process.argv.slice(2);
const isWindows = process.platform === 'win32';
const words = bootstrapWords[findLanguage()];

/**
 * The language of the notes where they declare one, otherwise the terminal's: nothing can read the notes themselves yet.
 * @returns {'ko' | 'en'}
 */
function findLanguage() {
  try {
    const declared = readFileSync(
      resolve(process.env.CONTENT_DIR || join(root, 'content'), 'atlas.yaml'),
      'utf8',
    );
    if (/^language:\s*['"]?en\b/mu.test(declared)) return 'en';
    if (/^language:\s*['"]?ko\b/mu.test(declared)) return 'ko';
  } catch {
    // A folder without a declaration, or none at all: the command itself says so.
  }
  return /^ko/iu.test(process.env.LC_ALL || process.env.LANG || '') ? 'ko' : 'en';
}

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(1);
}

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** Installed means: what the lock file says is what stands in node_modules. */
function isInstalled() {
  const stamp = join(root, 'node_modules/.atlas-installed');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return { done: true, stamp, lock };
  const hidden = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return { done: false, stamp, lock };
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
    const names = Object.keys({ ...wanted[''].dependencies, ...wanted[''].devDependencies });
    const same = names.every(
      (name) => wanted[`node_modules/${name}`]?.version === present[`node_modules/${name}`]?.version,
    );
    return { done: same, stamp, lock };
  } catch {
    return { done: false, stamp, lock };
  }
}

function install() {
  const { done, stamp, lock } = isInstalled();
  if (!done) {
    console.log(words.installing);
    const result = spawnSync(
      isWindows ? 'npm.cmd' : 'npm',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: isWindows,
      },
    );
    if (result.error) stop(words.noNpm);
    if (result.status !== 0) stop(words.notInstalled);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const packaged = join(root, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node');
  if (existsSync(packaged)) return packaged;
  return stop(words.noNewNode(process.version));
}

if (!isNewEnough(process.version) && Number(process.version.slice(1).split('.')[0]) < 20) {
  stop(words.oldNode(process.version));
}
const script = join(root, 'src/commands', `${command}.ts`);
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) stop(words.noCommand(command));
install();

/** @type {import('node:child_process').ChildProcess} */
let child;
// Whoever ends this process means the command.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
// npm hands a signal to its shell only, which ends without a word to what runs in it.
const parent = process.ppid;
if (process.env.npm_lifecycle_event)
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 300).unref();
run({});

/**
 * Runs the command, once more where it asks for that, and ends as it ends.
 * @param {Record<string, string>} more
 */
function run(more) {
  child = spawn(findNode(), ['--disable-warning=ExperimentalWarning', script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}${isWindows ? ';' : ':'}${process.env.PATH ?? ''}`,
      // Reading and stripping some hundred modules takes longer than many a command.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/atlas/code'),
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DISABLE_UPDATE_CHECK: '1',
      ASTRO_DEV_BACKGROUND: '0',
      ASTRO_PREVIEW_BACKGROUND: '0',
      ...more,
    },
  });
  child.once('error', (error) => stop(error.message));
  child.once('exit', (code, signal) => {
    if (code === startAgain.code) run({ [startAgain.variable]: '1' });
    else process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1));
  });
}

/**
 * The first step of every npm script. Runs on any Node from 20 on and needs no package: it installs what is missing,
 * finds the Node that Astro needs (it comes as a package), and hands over to the command itself.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [command = '', ...args] = process.argv.slice(2);
const isWindows = process.platform === 'win32';

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
    console.log('필요한 꾸러미를 설치합니다…');
    const result = spawnSync(
      isWindows ? 'npm.cmd' : 'npm',
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit'],
        shell: isWindows,
      },
    );
    if (result.error) stop('npm을 찾지 못했습니다. Node.js와 함께 npm을 설치한 뒤 다시 해 주십시오.');
    if (result.status !== 0) stop('꾸러미를 설치하지 못했습니다. 위의 npm 오류를 보십시오.');
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const packaged = join(root, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node');
  if (existsSync(packaged)) return packaged;
  return stop(
    `이 컴퓨터의 Node.js는 ${process.version}이고, 이 운영체제에는 꾸러미로 오는 새 판이 없습니다. Node.js 22.12 이상을 설치한 뒤 다시 해 주십시오.`,
  );
}

if (!isNewEnough(process.version) && Number(process.version.slice(1).split('.')[0]) < 20) {
  stop(`Node.js 20 이상이 필요합니다(지금은 ${process.version}).`);
}
const script = join(root, 'src/commands', `${command}.ts`);
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) stop(`그런 명령이 없습니다: ${command || '(없음)'}`);
install();

const result = spawnSync(findNode(), ['--disable-warning=ExperimentalWarning', script, ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}${isWindows ? ';' : ':'}${process.env.PATH ?? ''}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DISABLE_UPDATE_CHECK: '1',
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
  },
});
process.exit(result.status ?? 1);

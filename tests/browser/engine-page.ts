/**
 * Pages in the engines that Linux distributions package, each by its own protocol: Firefox over WebDriver BiDi
 * (https://w3c.github.io/webdriver-bidi/), WebKitGTK over WebDriver (https://www.w3.org/TR/webdriver2/). Playwright
 * drives only builds of its own, which come from a host that is not the package registry.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface EnginePage {
  goto: (url: string) => Promise<void>;
  /** Runs the body of an async function in the page; what it returns comes back as JSON has it. */
  run: (body: string) => Promise<unknown>;
  close: () => Promise<void>;
}

export interface Engine {
  name: string;
  /** Why it cannot be used here; null where it can. */
  missing: string | null;
  open: () => Promise<EnginePage>;
}

function find(...programs: string[]): string | null {
  for (const program of programs) {
    try {
      return execFileSync('which', [program], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    } catch {
      // The next one, then.
    }
  }
  return null;
}

const firefox = find('firefox-esr', 'firefox');
const webkitDriver = find('WebKitWebDriver');
const [miniBrowser] = globSync('/usr/lib/*/webkit2gtk-*/MiniBrowser');
const display = process.env['DISPLAY'] ? [] : ['xvfb-run', '-a'];
const hasDisplay = display.length === 0 || find('xvfb-run') !== null;

/** Both engines; a package that a run needs and that is not there is named. */
export const engines: Engine[] = [
  { name: 'Firefox', missing: firefox ? null : 'firefox-esr', open: () => openFirefox(firefox ?? '') },
  {
    name: 'WebKitGTK',
    missing: webkitDriver && miniBrowser ? (hasDisplay ? null : 'xvfb') : 'webkit2gtk-driver',
    open: () => openWebKit(webkitDriver ?? '', miniBrowser ?? ''),
  },
];

const longest = 60_000;

/** The first thing that a program writes which fits. */
function waitForLine(program: ChildProcess, line: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no ${String(line)} in ${said}`)), longest);
    const read = (part: Buffer) => {
      said += part.toString();
      const found = line.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    program.stderr?.on('data', read);
    program.stdout?.on('data', read);
  });
}

function end(program: ChildProcess, folder: string): Promise<void> {
  return new Promise((resolve) => {
    program.once('exit', () => {
      void rm(folder, { recursive: true, force: true, maxRetries: 5 }).then(resolve);
    });
    // Its own group: what it started ends with it.
    process.kill(-(program.pid ?? 0), 'SIGKILL');
  });
}

/** What Firefox answers to a command. */
interface Answer {
  id?: number;
  error?: string;
  message?: string;
  result?: unknown;
}

async function openFirefox(path: string): Promise<EnginePage> {
  const profile = await mkdtemp(join(tmpdir(), 'atlas-engine-'));
  const program = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'],
    { detached: true, env: { ...process.env, HOME: profile } },
  );
  const address = await waitForLine(program, /WebDriver BiDi listening on (ws:\S+)/u);
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id ?? -1)?.(answer);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('Firefox takes no session')));
  });
  let last = 0;
  const send = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ error, message, result }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error}: ${message ?? ''}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  await send('session.new', { capabilities: {} });
  const { contexts } = (await send('browsingContext.getTree')) as { contexts: { context: string }[] };
  const context = contexts[0]?.context ?? '';
  return {
    goto: async (url) => {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    run: async (body) => {
      const answer = (await send('script.evaluate', {
        expression: `(async () => { ${body} })().then((value) => JSON.stringify(value ?? null))`,
        target: { context },
        awaitPromise: true,
      })) as { result?: { value: string }; exceptionDetails?: { text: string } };
      if (!answer.result) throw new Error(answer.exceptionDetails?.text ?? 'no answer');
      return JSON.parse(answer.result.value) as unknown;
    },
    close: () => end(program, profile),
  };
}

async function openWebKit(driver: string, browser: string): Promise<EnginePage> {
  const home = await mkdtemp(join(tmpdir(), 'atlas-engine-'));
  const port = await freePort();
  const [command = driver, ...args] = [...display, driver, `--port=${port}`];
  const program = spawn(command, args, {
    detached: true,
    env: { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  const root = `http://127.0.0.1:${port}/session`;
  const ask = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(root + path, { method: 'POST', body: JSON.stringify(body) });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  const capabilities = {
    alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
  };
  let session: { sessionId: string } | undefined;
  for (const started = Date.now(); !session;) {
    try {
      session = (await ask('', { capabilities })) as { sessionId: string };
    } catch (error) {
      if (Date.now() - started > longest) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  const at = `/${session.sessionId}`;
  await ask(`${at}/timeouts`, { script: longest, pageLoad: longest });
  return {
    goto: async (url) => {
      await ask(`${at}/url`, { url });
    },
    run: async (body) => {
      const script = `const done = arguments[arguments.length - 1]; (async () => { ${body} })().then((value) => done(JSON.stringify(value ?? null)), (error) => done(JSON.stringify({ error: String(error) })));`;
      return JSON.parse((await ask(`${at}/execute/async`, { script, args: [] })) as string) as unknown;
    },
    close: () => end(program, home),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

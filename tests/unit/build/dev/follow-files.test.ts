import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followFiles } from '../../../../src/build/dev/follow-files.ts';
import { serveNotes } from '../../../../src/build/dev/serve-notes.ts';
import type { LiveState } from '../../../../src/build/dev/live-pages.ts';
import type { Handler } from '../../../../src/build/dev/middlewares.ts';
import { openSession } from '../../../../src/content/session.ts';

const edits = 200;
let root: string;
let settled: (() => Promise<unknown>) | undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'atlas-dev-'));
  vi.stubEnv('CONTENT_DIR', root);
  openSession().refresh();
});

afterEach(async () => {
  await settled?.();
  vi.unstubAllEnvs();
  openSession().refresh();
  rmSync(root, { recursive: true });
});

/** A server whose pages take their time, with browsers that open them and hear what is said to them. */
function startServer() {
  const open = new Set<Browser>();
  let handler: Handler | undefined;
  let state: LiveState | undefined;
  const files = followFiles(
    {
      tell: (stateOf) => {
        state = stateOf('a');
        for (const browser of open) browser.hear(state);
      },
    },
    () => Promise.resolve(),
    (line) => expect.fail(line),
  );
  serveNotes({ use: (added) => (handler = added) }, '/', files);

  const ask = async (url: string) => {
    const headers: Record<string, string> = {};
    const answered = Promise.withResolvers<string>();
    const response = {
      statusCode: 200,
      setHeader: (name: string, value: string) => (headers[name] = value),
      write: () => true,
      end: answered.resolve,
    };
    const render = async () => {
      const atlas = await openSession().atlas();
      await wait(Math.random() * 20);
      return atlas.library.byId.get('a')?.body ?? '';
    };
    handler?.({ url } as never, response as never, (error) => {
      if (error) answered.reject(error);
      else render().then(answered.resolve, answered.reject);
    });
    return {
      text: await answered.promise,
      reading: Number(/"(\d+)"/u.exec(headers['server-timing'] ?? '')?.[1]),
    };
  };

  class Browser {
    text = '';
    #loads = 0;
    #shown = NaN;
    #url: string;
    constructor(url: string) {
      this.#url = url;
    }
    async load() {
      open.delete(this);
      const load = ++this.#loads;
      const { text, reading } = await ask(this.#url);
      if (load !== this.#loads) return;
      this.text = text;
      // Its scripts come first.
      await wait(Math.random() * 20);
      if (load !== this.#loads) return;
      this.#shown = reading;
      open.add(this);
      if (state) this.hear(state);
    }
    hear({ reading }: LiveState) {
      if (reading !== this.#shown) void this.load();
    }
  }
  const edit = (text: string) => {
    const file = join(root, 'a.md');
    writeFileSync(file, text);
    files.notice(file);
  };
  settled = files.settled;
  return { ask, edit, Browser };
}

const numberIn = (text: string) => Number(/판 (\d+)/u.exec(text)?.[1]);

it('shows every edit in pages that are asked for while it is read', async () => {
  writeFileSync(join(root, 'a.md'), '# 가\n\n판 0\n');
  const { ask, edit, Browser } = startServer();
  let asked: Promise<void>[] = [];
  for (let count = 1; count <= edits; count++) {
    edit(`# 가\n\n판 ${count}\n`);
    const check = async (url: string) => {
      expect(numberIn((await ask(url)).text)).toBeGreaterThanOrEqual(count);
    };
    const late = new Browser('/a/');
    asked.push(check('/a/'), check('/a.md'), late.load());
    await wait(count % 3 ? 0 : Math.random() * 60);
    if (count % 5) continue;
    await Promise.all(asked);
    asked = [];
    // What was saved while this page was on its way reaches it too.
    await vi.waitFor(() => expect(numberIn(late.text)).toBe(count), { timeout: 2000, interval: 5 });
  }
}, 30_000);

it('does not keep a page waiting while an author saves without end', async () => {
  writeFileSync(join(root, 'a.md'), '# 가\n\n판 0\n');
  const { ask, edit } = startServer();
  let count = 0;
  const saving = setInterval(() => edit(`# 가\n\n판 ${++count}\n`), 5);
  await wait(20);
  const before = count;
  const { text } = await ask('/a/');
  clearInterval(saving);
  expect(numberIn(text)).toBeGreaterThanOrEqual(before);
});

it('tells every page what is wrong with the lists of sources and terms', async () => {
  writeFileSync(join(root, 'a.md'), '# 가\n\n글\n');
  writeFileSync(
    join(root, 'sources.yaml'),
    '- { id: a, title: 가, publisher: 나, kind: 책, strength: whole, checked: "2026-01-01" }\n',
  );
  const told: LiveState[] = [];
  const files = followFiles(
    { tell: (stateOf) => told.push(stateOf('glossary')) },
    () => Promise.resolve(),
    () => undefined,
  );
  ({ settled } = files);
  await files.settled();
  expect(told.at(-1)?.warnings).toEqual([expect.stringMatching(/sources\.yaml:1:\d+ .*whole/u)]);
});

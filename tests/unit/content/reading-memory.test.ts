import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkAtlas } from '../../../src/content/check-atlas.ts';
import { readAtlas } from '../../../src/content/open-atlas.ts';
import { createReadingMemory } from '../../../src/content/reading-memory.ts';

let root: string;

beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'atlas-memory-'))));
afterEach(() => rmSync(root, { recursive: true }));

const listNotes = () =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.mdx?$/u.test(path))
    .sort();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(root, path), text);

/** All that pages and checks are made from, as plain data. */
async function look(memory = createReadingMemory()): Promise<unknown> {
  const atlas = await readAtlas(root, tmpdir(), memory);
  const { library, ids, held, byFile, drafts } = atlas;
  const files = [...byFile].map(([file, { id }]) => [file, id]);
  const data = [...drafts].map(([id, { data, isBroken, hasComments }]) => [id, data, isBroken, hasComments]);
  const all = { ...library, links: null, ids, held, files, data, problems: checkAtlas(atlas, '2026-11-24') };
  const plain = (_: string, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
  return JSON.parse(JSON.stringify(all, plain));
}

/** The n-th note, counted round. */
const at = (n: number) => {
  const notes = listNotes();
  return notes[n % notes.length] ?? '';
};
const insert = (path: string, line: string) => {
  const text = read(path);
  const front = /^---\n[^]*?\n---\n/u.exec(text)?.[0] ?? '';
  write(path, `${front}${line}\n\n${text.slice(front.length)}`);
};
const field = (path: string, line: string) => {
  const text = read(path);
  write(
    path,
    text.startsWith('---\n') ? text.replace('---\n', `---\n${line}\n`) : `---\n${line}\n---\n${text}`,
  );
};

const edits: Record<string, (n: number) => void> = {
  'a sentence': (n) => write(at(n), `${read(at(n))}\n한 문장 더 ${n}.\n`),
  'a heading, which moves ids': (n) => write(at(n), `${read(at(n))}\n## 새 절 ${n}\n\n글 ${n}.\n`),
  'a heading above all': (n) => insert(at(n), `## 먼저 ${n}`),
  'a diagram': (n) => insert(at(n), `\`\`\`mermaid\nflowchart LR\n  a[가 ${n}] --> b[나]\n\`\`\``),
  'a broken diagram': (n) => insert(at(n), '```mermaid\nflowchart LR\n  a[[[ -->\n```'),
  'a link to another note': (n) =>
    insert(at(n), `[[${at(n + 3).replace(/\.mdx?$/u, '')}]]와 [글](/${at(n + 1)})`),
  'another title': (n) => field(at(n), `title: 다른 제목 ${n}`),
  'broken front matter': (n) => field(at(n), 'tags: [a'),
  'kept back': (n) => field(at(n), 'draft: true'),
  unlisted: (n) => field(at(n), 'unlisted: true'),
  renamed: (n) => renameSync(join(root, at(n)), join(root, `${at(n)}.neu.md`)),
  removed: (n) => rmSync(join(root, at(n))),
  'two that change places': (n) => {
    const [one, other] = [at(n), at(n + 2)];
    const text = read(one);
    write(one, read(other));
    write(other, text);
  },
  'the same length, by a clock that was set back': (n) => {
    write(at(n), read(at(n)).replace(/[가-힣a-z]/u, '뷁'));
    utimesSync(join(root, at(n)), 1000, 1000);
  },
  'the declaration': (n) => write('atlas.yaml', `title: 제목 ${n}\nlanguage: ko\n`),
  nothing: () => undefined,
};

it.each(['second-subject', 'linked', 'ten-lines'])(
  '%s: reads what changed and forgets nothing',
  async (name) => {
    cpSync(join('tests/fixtures', name), root, { recursive: true });
    const memory = createReadingMemory();
    expect(await look(memory)).toEqual(await look());
    let n = 0;
    for (const [what, edit] of Object.entries(edits)) {
      edit((n += 5));
      expect(await look(memory), what).toEqual(await look());
    }
  },
);

import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderNote } from '../../../src/build/render-note.ts';
import { checkAtlas } from '../../../src/content/check-atlas.ts';
import { openSession } from '../../../src/content/session.ts';
import { closeStore, openStore } from '../../../src/store/recall.ts';

const note = (fields: string, body: string) => `---\n${fields}\n---\n\n${body}\n`;
const diagram = (label: string) => `\`\`\`mermaid\nflowchart LR\n  A[${label}] --> B[끝]\n\`\`\``;

/** A folder in which every kind of thing depends on another. */
const files: Record<string, string> = {
  'atlas.yaml': 'title: 시험\n',
  'a.md': note(
    'title: 하나',
    '## 첫 절\n\n[둘의 절](b.md#둘째-절)과 [[셋]]을 본다. ![그림](img/a.svg)\n\n' + diagram('둘'),
  ),
  'b.md': note(
    'title: 둘\naliases: [두번째]',
    '## 둘째 절\n\n글이다. [하나](a.md#첫-절)\n\n| 가 | 나 |\n| - | - |\n| 1 | 2 |',
  ),
  'c.md': note(
    'title: 셋\ntags: [가]',
    '## 절\n\n[없는 것](없음.md) [[두번째]] [파일](data.csv)\n\n' + diagram('넷'),
  ),
  'sub/d.md': note(
    'title: 다섯',
    '[위로](../a.md) [[둘#둘째 절]] [[셋|하나]]\n다음 줄 :smile: H~2~O #가 %% 말 %%',
  ),
  'img/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"></svg>',
  'data.csv': '1,2\n',
};

const root = mkdtempSync(join(tmpdir(), 'warm-'));
const folder = join(root, 'notes');
const store = join(root, 'store.sqlite');
const at = (name: string) => join(folder, name);
const edit = (name: string, from: string | RegExp, to: string) =>
  writeFileSync(at(name), readFileSync(at(name), 'utf8').replace(from, to));

/** Everything that a build makes of single notes, with what the check says. */
async function make(isWarm: boolean): Promise<string> {
  const session = openSession();
  session.refresh();
  if (isWarm) openStore(store, 'code');
  try {
    const atlas = await session.atlas();
    const pages = [];
    for (const each of atlas.library.notes) pages.push(each, await renderNote(each, atlas));
    return JSON.stringify([pages, checkAtlas(atlas, '2026-01-01')], null, 1);
  } finally {
    if (isWarm) closeStore();
  }
}

const before = process.env['CONTENT_DIR'];
beforeAll(async () => {
  process.env['CONTENT_DIR'] = folder;
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(at(name), '..'), { recursive: true });
    writeFileSync(at(name), text);
  }
  cpSync(folder, join(root, 'first'), { recursive: true });
  await make(true);
});
afterAll(() => {
  process.env['CONTENT_DIR'] = before;
  openSession().refresh();
  rmSync(root, { recursive: true, force: true });
});

describe('what is made with the store is what is made without it, after', () => {
  it.each<[string, () => void]>([
    ['nothing', () => undefined],
    ['an edit', () => edit('b.md', '글이다', '다른 글이다')],
    ['an edit of what another note links to', () => edit('b.md', '## 둘째 절', '## 새 절\n\n## 둘째 절')],
    ['a heading that goes', () => edit('b.md', '## 둘째 절', '## 딴 절')],
    ['another title', () => edit('b.md', 'title: 둘', 'title: 넷')],
    ['an alias that goes', () => edit('b.md', 'aliases: [두번째]\n', '')],
    ['another table', () => edit('b.md', '| 1 | 2 |', '| 3 | 4 |')],
    ['another diagram', () => edit('c.md', '넷', '하나')],
    ['a broken diagram', () => edit('c.md', 'flowchart LR', 'flowchrt LR')],
    ['another picture', () => edit('img/a.svg', 'height="20"', 'height="30"')],
    ['a picture that goes', () => rmSync(at('img/a.svg'))],
    ['a note that was missing', () => writeFileSync(at('없음.md'), '# 있다\n')],
    ['a note that goes', () => rmSync(at('b.md'))],
    ['a draft', () => edit('b.md', 'title: 둘', 'title: 둘\ndraft: true')],
    ['a note that moves', () => renameSync(at('c.md'), at('sub/c.md'))],
    [
      'two that swap places',
      () => {
        renameSync(at('b.md'), at('x'));
        renameSync(at('c.md'), at('b.md'));
        renameSync(at('x'), at('c.md'));
      },
    ],
    ['another subject', () => writeFileSync(at('atlas.yaml'), 'title: 시험\nlanguage: en\n')],
    ...['.obsidian/app.json', 'mkdocs.yml', 'dendron.yml', '_config.yml', 'quartz.config.ts', 'conf.py'].map(
      (settings): [string, () => void] => [
        `${settings} beside the notes`,
        () => {
          mkdirSync(join(at(settings), '..'), { recursive: true });
          writeFileSync(at(settings), settings.endsWith('.json') ? '{}' : '\n');
        },
      ],
    ),
    ['a broken front matter', () => edit('a.md', 'title: 하나', 'title: [하나')],
  ])('%s', async (_, change) => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(root, 'first'), folder, { recursive: true });
    await make(true);
    change();
    const warm = await make(true);
    expect(warm).toBe(await make(false));
  });
});

/** The ten minutes of both READMEs, followed to the letter: the files that they show, and the command at their end. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPage } from './sites.ts';

/** What a README tells to write, by path, and the command that it ends with. */
function readSteps(file: string, heading: string): { files: [string, string][]; command: string } {
  const text = readFileSync(file, 'utf8');
  const body = text.slice(text.indexOf(heading), text.indexOf('npm start`', text.indexOf(heading)) + 10);
  const files = [...body.matchAll(/`([\w./-]+\.(?:md|yaml))`[^\n]*\n\n( *)```\w+\n([^]*?)\n *```/gu)].map(
    ([, path = '', indent = '', content = '']): [string, string] => [
      path,
      `${content
        .split('\n')
        .map((line) => line.slice(indent.length))
        .join('\n')}\n`,
    ],
  );
  return { files, command: /`(CONTENT_DIR=\S+ npm start)`/u.exec(body)?.[1] ?? '' };
}

describe.each([
  {
    file: 'README.md',
    heading: '## Ten minutes',
    title: 'The house network',
    language: 'en',
    fact: 'zone Edge',
    relation: 'Connected to',
    caption: 'Everything with a plug',
  },
  {
    file: 'README.ko.md',
    heading: '## 10분',
    title: '우리 집 통신망',
    language: 'ko',
    fact: '구역 경계',
    relation: '이어진 것',
    caption: '꽂혀 있는 것',
  },
])('the ten minutes of $file', ({ file, heading, title, language, fact, relation, caption }) => {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-readme-'));
  const site = join(folder, 'site');
  const { files, command } = readSteps(file, heading);
  let said = '';

  beforeAll(() => {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    // What `npm start` does before it serves.
    const content = /CONTENT_DIR=(\S+)/u.exec(command)?.[1] ?? '';
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'src/commands/build.ts'],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          CONTENT_DIR: join(folder, content),
          OUT_DIR: site,
          CARDS: 'none',
          BASE_PATH: '',
        },
      },
    );
    said = stdout + stderr;
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('shows three files and a command, and nothing is wrong with them', () => {
    expect(files.map(([path]) => path)).toEqual([
      'my-notes/devices/router.md',
      'my-notes/devices/fibre-box.md',
      'my-notes/atlas.yaml',
    ]);
    expect(command).toBe('CONTENT_DIR=my-notes npm start');
    expect(said).not.toMatch(/:\d+:\d+ (?:error|warning)/u);
  });

  test('gives a site with what was declared', () => {
    const home = readPage(site, '/').document;
    expect(home.documentElement.getAttribute('lang')).toBe(language);
    expect(home.title, said).toContain(title);
    const note = readPage(site, '/devices/router/').document;
    const facts = [...note.querySelectorAll('.facts > div')].map((item) =>
      item.textContent?.replace(/\s+/gu, ' ').trim(),
    );
    expect(facts).toContain(fact);
    expect(note.querySelector('[data-relations]')?.textContent).toContain(relation);
    const table = readPage(site, '/devices/').document.querySelector('.table-figure');
    expect(table?.textContent).toContain(caption);
    expect(table?.querySelectorAll('tbody tr').length).toBe(2);
  });
});

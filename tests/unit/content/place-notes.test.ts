import { describe, expect, test } from 'vitest';
import { placeNotes } from '../../../src/content/place-notes.ts';
import { readNote } from '../../../src/content/read-note.ts';
import { folderPage } from '../../../src/knowledge/collection-page.ts';
import { folderOf, type Note } from '../../../src/knowledge/note.ts';
import { resolveLink } from '../../../src/knowledge/resolve-link.ts';
import { compileSchema } from '../../../src/subject/compile-schema.ts';
import { openVault } from '../flavours/vault.ts';
import { makeSubject } from '../subject/make-subject.ts';

/** Where notes of these paths (with their text, if it matters) are served. */
function place(files: Record<string, string> | string[], isStrict = false) {
  const texts = Array.isArray(files) ? Object.fromEntries(files.map((path) => [path, '글\n'])) : files;
  const subject = makeSubject(isStrict ? 'strict: true' : '');
  const schema = compileSchema(subject.plain, subject, false);
  const notes = Object.entries(texts).map(
    ([path, text]) => readNote(path, text, subject.plain, { subject, schema }, () => undefined).note,
  );
  const said: string[] = [];
  const { dropped, former, folderOrder } = placeNotes(notes, isStrict, (path, { severity }) =>
    said.push(`${path} ${severity}`),
  );
  const addresses = notes.filter((note) => !dropped.has(note)).map(({ address }) => address);
  return { addresses, former: former.map(({ from }) => from), folderOrder, said, notes };
}

test('numbers order and are no part of an address, and what had them is led on', () => {
  const { addresses, former, folderOrder, notes, said } = place([
    '01-기초/02-나.md',
    '01-기초/01-가.md',
    '02-심화/끝.md',
  ]);
  expect(addresses).toEqual(['기초/나', '기초/가', '심화/끝']);
  expect(notes.map(({ order }) => order)).toEqual([2, 1, undefined]);
  expect(former).toEqual(['01-기초/02-나', '01-기초/01-가', '02-심화/끝']);
  expect([...folderOrder]).toEqual([
    ['기초', 1],
    ['심화', 2],
  ]);
  expect(said).toEqual([]);
});

test('a former address gives way to the page of a folder', () => {
  const { former } = place({
    'time/as.md': '---\naliases: [/time, /old, /Time/]\n---\n글\n',
    'time/in.md': '글\n',
  });
  expect(former).toEqual(['old']);
});

test('what a note says of its order comes before its name', () => {
  expect(place({ '01-가.md': '---\nsidebar_position: 7\n---\n' }).notes[0]?.order).toBe(7);
});

test('C, C++ and C# are three notes', () => {
  expect(place(['C.md', 'C++.md', 'C#.md'])).toMatchObject({ addresses: ['C', 'C++', 'C#'], said: [] });
});

describe('two things never share an address', () => {
  test.each<[string[] | Record<string, string>, string[]]>([
    [
      ['a.md', 'a.mdx'],
      ['a', 'a-2'],
    ],
    [
      ['C.md', 'c.md'],
      ['C', 'c-2'],
    ],
    [
      ['a-2.md', 'a.md', 'a.mdx'],
      ['a-2', 'a', 'a-3'],
    ],
    // The Markdown of `a` is `/a.md`.
    [
      ['a.md', 'a.md.md'],
      ['a', 'a.md-2'],
    ],
    [
      ['a.md/x.md', 'a.mdx'],
      ['a.md/x', 'a-2'],
    ],
    [
      ['search.md', 'tags.md', '404.md'],
      ['search-2', 'tags-2', '404-2'],
    ],
    [
      ['pagefind/a.md', 'search-data/c.md', 's/x.md'],
      ['pagefind-2/a', 'search-data-2/c', 's-2/x'],
    ],
    [
      ['atlas.json.md', 'feed.xml/x.md'],
      ['atlas.json-2', 'feed.xml-2/x'],
    ],
    [
      { 'b.md': '---\ntags: [x/y]\n---\n', 'tags/x.md': '글', 'tags/z.md': '글' },
      ['b', 'tags/x-2', 'tags/z'],
    ],
  ])('%j', (files, expected) => {
    const { addresses, said, notes } = place(files);
    expect(addresses).toEqual(expected);
    expect(new Set(notes.map(({ id }) => id.toLowerCase())).size).toBe(notes.length);
    const names = Array.isArray(files) ? files : Object.keys(files);
    expect(said).toHaveLength(
      names.filter((path, index) => expected[index] !== path.replace(/\.mdx?$/u, '')).length,
    );
  });

  test('which is an error where notes must be right', () => {
    expect(place(['a.md', 'a.mdx'], true)).toMatchObject({ addresses: ['a'], said: ['a.mdx error'] });
    expect(place(['search.md'], true).said).toEqual(['search.md error']);
  });
});

test('one name in two spellings of its letters is one address, which leads nowhere else', () => {
  const { addresses, former } = place(['e\u0301.md', '\u00e9.md', '\u1100\u1161.md']);
  expect(addresses).toEqual(['\u00e9', '\u00e9-2', '\uac00']);
  expect(former).toEqual([]);
});

describe('addresses that notes of a vault ask for', () => {
  const note = (permalink: string) => `---\npermalink: ${permalink}\n---\n글 [[한 노트]]\n`;
  test('take them out of no folder', async () => {
    const { atlas, problems } = await openVault({
      '.obsidian/app.json': '{}',
      '큰 폴더/안/한 노트.md': note('one'),
      '큰 폴더/둘.md': note('deep/two'),
      '큰 폴더/셋.md': '글',
      'Plugins/a.md': note('plugins/a'),
      'Plugins/all.md': note('plugins'),
    });
    expect(problems).toEqual([]);
    const { library } = atlas;
    expect(library.notes.map((each) => [each.address, folderOf(each)]).sort()).toEqual([
      ['deep/two', '큰 폴더'],
      ['one', '큰 폴더/안'],
      // The page of that folder would stand in the way of a note.
      ['plugins', ''],
      ['plugins/a', 'plugins'],
      ['큰 폴더/셋', '큰 폴더'],
    ]);
    expect(folderPage('큰 폴더', library, '/')).toMatchObject({
      count: 3,
      folders: [{ title: '안', count: 1 }],
      notes: [{ title: '둘' }, { title: '셋' }],
    });
    expect(library.folderNames.get('plugins')).toBe('Plugins');
    expect(resolveLink('/큰 폴더/', library.notes[0] as Note, library.links).kind).toBe('page');
  });

  test('are their folders elsewhere', async () => {
    const { atlas } = await openVault({ '_config.yml': 'title: a', '_posts/2024-01-02-a.md': note('/b/a/') });
    expect(atlas.library.notes.map(folderOf)).toEqual(['b']);
  });
});

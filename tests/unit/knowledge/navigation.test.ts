import { expect, test } from 'vitest';
import type { Library } from '../../../src/knowledge/library.ts';
import { buildNavigation, type NavItem, splitTitle } from '../../../src/knowledge/navigation.ts';
import type { Note } from '../../../src/knowledge/note.ts';
import { makeSubject } from '../subject/make-subject.ts';

const subject = makeSubject('collections: { box: {}, fault: {} }');

function makeLibrary(notes: Note[]): Library {
  const children = new Map<string, Note[]>();
  for (const note of notes) {
    const above = note.parent ?? '';
    children.set(above, [...(children.get(above) ?? []), note]);
  }
  return {
    subject,
    notes,
    children,
    folderOrder: new Map(),
    folderNames: new Map(),
    byId: new Map(notes.map((note) => [note.id, note])),
  } as unknown as Library;
}

const makeNote = (collection: string, id: string, parent?: string) =>
  ({ collection, id, title: id, address: `${collection}/${id}`, ...(parent ? { parent } : {}) }) as Note;

const count = (items: readonly NavItem[]): number =>
  items.reduce((sum, item) => sum + 1 + count(item.children), 0);

test('a page does not grow with the notes of its folder or collection', () => {
  const plain = Array.from({ length: 2000 }, (_, index) => ({
    ...makeNote('note', `n${index}`),
    address: `folder/n${index}`,
  }));
  const inFolder = buildNavigation(makeLibrary(plain), '/', { note: plain[1000] as Note });
  expect(count(inFolder.groups.flatMap((group) => group.items))).toBeLessThan(60);

  const flat = [
    makeNote('box', 'top'),
    makeNote('fault', 'other'),
    ...Array.from({ length: 2000 }, (_, index) => makeNote('box', `s${index}`, 'top')),
  ];
  const { groups } = buildNavigation(makeLibrary(flat), '/', { note: flat[1500] as Note });
  const open = groups.find((group) => group.items.length > 0);
  expect(count(open?.items ?? [])).toBeLessThan(60);
  const siblings = open?.items[0]?.children ?? [];
  expect(siblings.some((item) => item.isCurrent)).toBe(true);
  expect(siblings.at(-1)).toMatchObject({ title: '모두 보기 (2000)', isMore: true, href: '/box/top/' });
});

test('a large collection opens only the way to the current note', () => {
  const notes = Array.from({ length: 10 }, (_, index) => makeNote('box', `t${index}`)).flatMap((top) => [
    top,
    ...Array.from({ length: 20 }, (_, index) => makeNote('box', `${top.id}-${index}`, top.id)),
  ]);
  const current = notes.find((note) => note.id === 't3-5');
  const { groups } = buildNavigation(makeLibrary([...notes, makeNote('fault', 'c')]), '/', {
    note: current as Note,
  });
  const items = groups[0]?.items ?? [];
  expect(items.filter((item) => item.children.length > 0).map((item) => item.title)).toEqual(['t3']);
});

test('an overview is the current place of its own group', () => {
  const library = makeLibrary([makeNote('box', 'a'), makeNote('fault', 'b')]);
  const current = buildNavigation(library, '/', { place: 'fault' }).groups.filter((group) => group.isCurrent);
  expect(current.map((group) => group.href)).toEqual(['/fault/']);
});

test('a title of a paragraph is cut in lists', () => {
  const long = { ...makeNote('box', 'a'), title: '아주 긴 제목 '.repeat(30).trim() };
  const library = makeLibrary([long, makeNote('fault', 'b')]);
  const [item] = buildNavigation(library, '/', { note: long }).groups.flatMap((group) => group.items);
  expect(item?.title.length).toBeLessThan(65);
  expect(item?.title.endsWith('…')).toBe(true);
});

test.each([
  ['사후학습(SFT·RLHF·DPO·RLVR)', ['사후학습', '(SFT·', 'RLHF·', 'DPO·', 'RLVR)']],
  ['AI 에이전트와 MCP·A2A', ['AI 에이전트와 MCP·', 'A2A']],
  ['Left/right, and 3.5', ['Left/', 'right, and 3.5']],
  ['한 낱말', ['한 낱말']],
  ['f(x) (y)', ['f', '(x) (y)']],
])('a narrow column may break %j at its signs', (title, pieces) => {
  expect(splitTitle(title)).toEqual(pieces);
  expect(splitTitle(title).join('')).toBe(title);
});

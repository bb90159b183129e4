import { describe, expect, it } from 'vitest';
import { buildFolderHome } from '../../../src/knowledge/folder-home.ts';
import { buildTitleIndex, initialOfTitle, isSplit, letterHref } from '../../../src/knowledge/title-index.ts';
import { buildCollectionPages } from '../../../src/knowledge/collection-page.ts';
import { openVault } from '../flavours/vault.ts';

const home = async (files: Record<string, string>) => {
  const { atlas } = await openVault(files);
  const made = buildFolderHome(atlas.library, '/');
  if (!made) throw new Error('no home');
  return { ...made, library: atlas.library };
};

describe('the home of a folder', () => {
  it('says what the folder is, and where its threads meet', async () => {
    const made = await home({
      'README.md': '# 내 노트\n\n공부하며 적은 노트를 모아 둔 곳이다. 아무 데서나 시작해도 된다.\n',
      'a/하나.md': '# 하나\n\n[[둘]]을 본다.\n',
      'b/둘.md': '# 둘\n\n둘째 노트에 대한 설명이다.\n',
      'b/셋.md': '# 셋\n\n[[둘]]과 [[하나]].\n',
    });
    expect(made.about?.summary).toMatch(/^공부하며/u);
    expect(made.hubs.map(({ title, count, place }) => [title, count, place])).toEqual([['둘', 2, 'b']]);
    expect(made.folders.map(({ title, count, inner }) => [title, count, inner.length])).toEqual([
      ['a', 1, 1],
      ['b', 2, 2],
    ]);
    expect(made.loose).toEqual([]);
    expect(made.size).toEqual({ notes: 4, folders: 2 });
  });

  it('opens the first folder in which there is a choice, at any depth', async () => {
    const deep = 'a/b/c/d/e/f/g/h';
    const made = await home({ [`${deep}/x/하나.md`]: '# 하나', [`${deep}/y/둘.md`]: '# 둘' });
    expect(made.folders.map(({ title, href }) => [title, href])).toEqual([
      ['x', `/${deep}/x/`],
      ['y', `/${deep}/y/`],
    ]);
  });

  it('is a plain list where there are few notes', async () => {
    const made = await home({ '하나.md': '# 하나\n\n글이 있다.\n' });
    expect(made).toMatchObject({ hubs: [], folders: [], tags: [], looseCount: 1 });
    expect(made.loose.map(({ title }) => title)).toEqual(['하나']);
  });

  it('reads a folder of posts from the newest, every other by its titles', async () => {
    const { library } = await home({
      'blog/2023-05-06-a.md': '# A',
      'blog/2025-01-02-b.md': '# B',
      'blog/2024-03-04-c.md': '# C',
      'log/one.md': '---\ndate: 2020-01-01\n---\n# One',
      'log/two.md': '---\ndate: 2021-01-01\n---\n# Two',
      'docs/2024-01-01-y.md': '# Y',
      'docs/2025-01-01-z.md': '# Z',
      'docs/x.md': '# X',
    });
    expect(library.notes.map(({ title }) => title).join('')).toBe('BCAXYZTwoOne');
  });

  it('shows tags that join folders, not those that name one', async () => {
    const note = (tags: string) => `---\ntags: [${tags}]\n---\n글\n`;
    const made = await home({
      'db/하나.md': note('db, 시험, 혼자'),
      'db/둘.md': note('db, 안쪽'),
      'db/넷.md': note('안쪽'),
      'web/셋.md': note('db, 시험'),
    });
    expect(made.tags.map(({ title, count }) => [title, count])).toEqual([['시험', 2]]);
  });

  it('gives folders the titles and words of their index notes', async () => {
    const { library } = await home({
      'os/index.md': '# 운영체제\n\n프로세스와 메모리를 다루는 노트의 묶음이다.\n',
      'os/하나.md': '# 하나',
      'os/b/README.md': '# README\n\n설명 글이 여기에 조금 있다.\n',
      'net/셋.md': '# 셋',
    });
    const pages = buildCollectionPages(library, '/');
    const page = (address: string) => pages.find((each) => each.address === address);
    expect(page('os')?.title ?? library.folderNames.get('os')).toBe('운영체제');
    expect(page('os/b')).toMatchObject({ title: 'b', above: [{ href: '/os/', title: '운영체제' }] });
  });

  it('sums a note up in words that are not its title again', async () => {
    const { library } = await home({
      '격리 수준.md': '# 격리 수준\n\n격리 수준?\n\n동시에 도는 트랜잭션이 서로 얼마나 보이는지를 정한다.\n',
      'The guide to locking in databases.md':
        '## The guide to locking in databases\n\nThe Guide to Locking, in Databases!\n\nLocks keep readers from seeing half-written rows.\n',
    });
    expect(library.notes.map(({ summary }) => summary).sort()).toEqual([
      'Locks keep readers from seeing half-written rows.',
      '동시에 도는 트랜잭션이 서로 얼마나 보이는지를 정한다.',
    ]);
  });
});

describe('the index by titles', () => {
  it.each([
    ['가나', 'ㄱ'],
    ['까치', 'ㄱ'],
    ['「환각」이란', 'ㅎ'],
    ['ㄴ자', 'ㄴ'],
    ['élan', 'E'],
    ['🔥 zsh', 'Z'],
    ['3-way handshake', '0–9'],
    ['漢字', '#'],
    ['…', '#'],
  ])('finds %s under %s', (title, initial) => expect(initialOfTitle(title)).toBe(initial));

  it('orders the titles under a letter by their letters, not by the signs before them', async () => {
    const { library } = await home({
      'a.md': '---\ntitle: "[기타] 감자"\n---\n글',
      'b.md': '---\ntitle: 가지\n---\n글',
      'c.md': '---\ntitle: 「고추」\n---\n글',
    });
    const [group] = buildTitleIndex(library, '/', true);
    expect(group?.items.map(({ title }) => title)).toEqual(['가지', '「고추」', '[기타] 감자']);
  });

  it('begins with the letters of the site’s language, and splits when it grows', async () => {
    const { library } = await home({ '나.md': '글', 'Apple.md': '글', '가/1.md': '글', '가/漢.md': '글' });
    const initials = (isHangulFirst: boolean) =>
      buildTitleIndex(library, '/', isHangulFirst).map(({ initial }) => initial);
    expect(initials(true)).toEqual(['ㄴ', 'A', '0–9', '#']);
    expect(initials(false)).toEqual(['A', 'ㄴ', '0–9', '#']);
    expect(letterHref('ㄴ', '/b/', false)).toBe('/b/a-z/#initial-%E3%84%B4');
    expect(letterHref('A', '/b/', true)).toBe('/b/a-z/a/');
    expect(isSplit([{ initial: 'A', items: Array(801).fill({ href: '', title: '', place: '' }) }])).toBe(
      true,
    );
  });
});

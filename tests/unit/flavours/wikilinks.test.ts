import { describe, expect, it } from 'vitest';
import { findSection } from '../../../src/knowledge/resolve-link.ts';
import { writeTwin } from '../../../src/outputs/write-twin.ts';
import { render } from './render.ts';
import { openVault } from './vault.ts';

const text = (html: string) => html.replace(/<[^>]*>/gu, '');

describe('wikilinks', () => {
  it.each([
    ['[[노트]]', '노트'],
    ['[[폴더/노트.md]]', '노트'],
    ['[[노트|글]]', '글'],
    ['[[노트#절]]', '노트 › 절'],
    ['[[#절]]', '절'],
    ['[[노트#큰 절#작은 절]]', '노트 › 큰 절 › 작은 절'],
    ['[[노트#^블록]]', '노트'],
    ['[[노트^블록]]', '노트'],
    ['[[#^블록]]', '블록'],
    ['**[[a_b_c]]**', 'a_b_c'],
    ['[[2024]]', '2024'],
    ['[[노트#배열[0]]]', '노트 › 배열[0]'],
    ['[[#절 [하나]|절 [하나]]]', '절 [하나]'],
    ['[[노트#<font color="#fc0">절</font>|글]]', '글'],
    ['[[#<font color="#fc0">절</font>]]', '절'],
    ['[[#목록\\<T\\>]]', '목록&#x3C;T>'],
    ['[[노트|Vec<b> <b>글</b>]]', 'Vec&#x3C;b> 글'],
    ['[[#목록<T>]]', '목록&#x3C;T>'],
    ['[[함수]](값, 값)', '함수(값, 값)'],
    ['[[노트]](설명)', '노트(설명)'],
  ])('reads %s', async (written, shown) => {
    const { html } = await render(written);
    expect(html).toContain('href="wiki:');
    expect(text(html)).toBe(shown);
  });

  it.each([
    '`[[노트]]`',
    '    [[노트]]',
    '[[1]](https://example.org/)',
    '[[1, 2]]',
    '[[가, 나], [다, 라]]',
    '[[글]](https://example.org/a "제목")',
    '[[글]](b.md)',
    '[[^1]]',
    '[[ -f x ]]',
    '[[]]',
    '\\[[노트]]',
  ])('leaves %s as it is', async (written) => {
    expect((await render(written)).html).not.toContain('wiki:');
  });

  it('stands in tables, with the bar escaped or not', async () => {
    const { html, troubles } = await render(
      '| 가 | 나 |\n| - | - |\n| [[b\\|글]] | 1 |\n| 앞 [[b|글]] 뒤 | 2 |',
    );
    expect(html).toContain('<td><a href="wiki:b">글</a></td>\n<td>1</td>');
    expect(html).toContain('<td>앞 <a href="wiki:b">글</a> 뒤</td>\n<td>2</td>');
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatch(/^4 /u);
  });

  it('reads addresses with spaces that end like files', async () => {
    const { html } = await render(
      '앞 ![나](./그림 둘.png) [글](내 노트.md#절) [참고](이 문서 참고) `[a](b c.md)` [큰 말](큰 말(Large One).md)',
    );
    expect(html).toContain('>큰 말</a>');
    expect(html).toContain('<img src="./%EA%B7%B8%EB%A6%BC%20%EB%91%98.png" alt="나">');
    expect(html).toContain('href="%EB%82%B4%20%EB%85%B8%ED%8A%B8.md#%EC%A0%88"');
    expect(html).toContain('[참고](이 문서 참고) <code>[a](b c.md)</code>');
  });

  it('sizes images', async () => {
    expect((await render('![[그림.png#invert|300]] ![[그림.png#center]]')).html).toBe(
      '<p><img src="wiki:%EA%B7%B8%EB%A6%BC.png" alt="그림.png" width="300"> <img src="wiki:%EA%B7%B8%EB%A6%BC.png" alt="그림.png"></p>',
    );
    expect((await render('![[폴더/그림.png|300x200]]')).html).toContain(
      'alt="그림.png" width="300" height="200"',
    );
    expect((await render('![글|300](a.png)')).html).toContain('alt="글" width="300"');
    expect((await render('![[그림.png|그림의 말]]')).html).toContain('alt="그림의 말"');
    expect((await render('![가|나](a.png)')).html).toContain('alt="가|나"');
  });
});

describe('where wikilinks lead', () => {
  it('finds names, paths, aliases and titles without regard to case or form', async () => {
    const { links, problems } = await openVault({
      'a.md': [
        '[[나무]] [[폴더/나무]] [[폴더/나무.md|말]] [[NOTE]] [[별명]] [[Zweite Name]] [[Der Titel]]',
        `[[${'한글'.normalize('NFD')}]] [[자료.csv]] [[../폴더/나무]] [글](한글) [글](나무.md) [[C#]]`,
      ].join('\n'),
      '나무.md': '글',
      '폴더/나무.md': '글',
      'sub/Note.md': '---\naliases: [별명, zweite name]\ntitle: Der Titel\n---\n글',
      '폴더/한글.md': '글',
      '폴더/자료.csv': 'x',
      'sub/C#.md': '글',
    });
    const own = 'sub/Note.md';
    expect(links('a')).toEqual([
      ...['나무.md', '폴더/나무.md', '폴더/나무.md', own, own, own, own],
      ...['폴더/한글.md', '폴더/자료.csv', '폴더/나무.md', '폴더/한글.md', '나무.md', 'sub/C#.md'],
    ]);
    expect(problems).toEqual([]);
  });

  it('takes the file beside the note first, then the shortest path', async () => {
    const { links } = await openVault({
      'x/a.md': '[[같은]]',
      'x/같은.md': '글',
      'y/z/b.md': '[[같은]]',
      'v/w/같은.md': '글',
    });
    expect(links('x/a')).toEqual(['x/같은.md']);
    expect(links('y/z/b')).toEqual(['x/같은.md']);
  });

  it('takes no file below a dot, which Obsidian does not see, where another has the name', async () => {
    const { links } = await openVault({
      'a.md': '[[같은]] [글](같은.md)',
      '.trash/같은.md': '글',
      'v/w/같은.md': '글',
    });
    expect(links('a')).toEqual(['v/w/같은.md', 'v/w/같은.md']);
  });

  it('finds sections by the words of their headings, one inside another', async () => {
    const { atlas, problems } = await openVault({
      'a.md': '[[b#하나]] [[b#둘#보기]] [[b#비용: 20% (2026)]] [[#없는 절]]',
      'b.md': '## 하나\n\n### 보기\n\n## 둘\n\n### 보기\n\n## 비용: 20% (2026)',
    });
    const note = atlas.library.byId.get('b');
    if (!note) throw new Error('b is a note');
    expect(findSection(note, '둘#보기')).toBe(note.outline.sections[3]);
    expect(problems.filter((problem) => problem.includes('anchor'))).toHaveLength(1);
  });

  it('finds headings of signs, of formulas and of links as Obsidian writes them', async () => {
    const { atlas, problems } = await openVault({
      'a.md': '[[b#`<<`]] [[b#4. $p=10$ ($L_ infty$)]] [[b#[`/usr/bin`](http //x.example/a.html B)|글]]',
      'b.md':
        '# B\n\n## `<<`\n\n## `<<<`\n\n## [`/usr/bin`](http://x.example/a.html#B)\n\n## 4. $p=10$ ($L_\\infty$)',
    });
    expect(problems).toEqual([]);
    const note = atlas.library.byId.get('b');
    if (!note) throw new Error('b is a note');
    expect(findSection(note, '`<<<`')).toBe(note.outline.sections[1]);
    expect(findSection(note, '`>`')).toBeNull();
  });

  it('warns of what is not there, once a note where it is much, and never names what is private', async () => {
    const { links, problems } = await openVault({
      'a.md': '[[없다]] [[비밀]]',
      'b.md': ['하나', '둘', '셋', '넷', '다섯', '여섯'].map((name) => `[[${name}]]`).join('\n\n'),
      'in/비밀.md': '---\ndraft: true\n---\n글',
    });
    expect(links('a')).toEqual(['missing']);
    expect(problems.filter((problem) => problem.startsWith('a.md'))).toHaveLength(2);
    expect(problems.filter((problem) => problem.startsWith('b.md'))).toEqual([
      expect.stringMatching(/^b\.md:1:1 warning link: .*6.*하나, 둘/u),
    ]);
  });
});

describe('links of Dendron', () => {
  const files = {
    'dendron.yml': 'version: 5\n',
    'notes/root.md':
      '[[글|area.common]] [[area.common]] [[큰 글|area.common#two]] [x](dendron://book/area.common) [[dendron://book/area.common#two]]\n\n' +
      '| 가 |\n| - |\n| [[칸\\|area.common]] |\n\n' +
      '![[area.common#two,1]]\n\n![[dendron://book/area.common#one:#*]]\n\n![[area.common#one:#three]]\n',
    'notes/area.common.md':
      '---\ntitle: Common\n---\n## One\n\nfirst\n\n## Two\n\nsecond\n\n## Three\n\nthird\n',
  };

  it('say their words first, and may name the vault and a range', async () => {
    const { atlas, links, problems } = await openVault(files);
    expect(problems.filter((problem) => /^notes\/root/u.test(problem))).toEqual([
      expect.stringMatching(/^notes\/root\.md:11:1 .*area\.common › one/u),
    ]);
    const root = [...atlas.library.byId.values()].find(({ path }) => path === 'notes/root.md');
    if (!root) throw new Error('root is a note');
    expect(new Set(links(root.id).map((target) => target.replace(/#.*/u, '')))).toEqual(
      new Set(['notes/area.common.md']),
    );
    expect(root.outline.text).toMatch(
      /^글 area\.common 큰 글 x area\.common › two…?\n가\n칸\narea\.common › one$/u,
    );
    const twin = writeTwin(root, atlas.library, { origin: 'https://e.org', base: '/' });
    expect(twin).not.toContain('[[');
    expect(twin).toMatch(/\[글\]\(https:\/\/e\.org\/[^)]*\) .*\[큰 글\]\(https:.*\[칸\]\(/su);
  });

  it('are those of Obsidian where no vault of Dendron is', async () => {
    const { links } = await openVault({ 'a.md': '[[b|글]] [[글|b]]', 'b.md': '글' });
    expect(links('a')).toEqual(['b.md', 'missing']);
  });
});

describe('twins', () => {
  it('say wikilinks as links, and nothing of what is kept back', async () => {
    const { atlas } = await openVault({
      'a.md': '[[b|글 [1]]] [[b#절]] [[없다]] `[[코드]]` ![[b]] ![[자료.csv]] [[비밀|말]] | [[b\\|칸]]',
      'b.md': '## 절\n\n글',
      '자료.csv': '1',
      '비밀.md': '---\ndraft: true\n---\n글',
    });
    const note = atlas.library.byId.get('a');
    if (!note) throw new Error('a is a note');
    const twin = writeTwin(note, atlas.library, { origin: 'https://e.org', base: '/' });
    expect(twin).toContain('[b › 절](https://e.org/b/#');
    expect(twin).toContain(' 없다 `[[코드]]` [b](https://e.org/b/) [자료.csv](https://e.org/files/');
    expect(twin).toContain(' 말 | [칸](https://e.org/b/)');
  });
});

import { describe, expect, it } from 'vitest';
import { shareEmbeds } from '../../../src/content/share-embeds.ts';
import type { Note } from '../../../src/knowledge/note.ts';
import { render } from './render.ts';
import { openVault } from './vault.ts';

/** A note of a vault as plain HTML. */
async function show(
  files: Record<string, string>,
  id: string,
): Promise<{ html: string; text: string; troubles: string[] }> {
  const { atlas } = await openVault(files);
  const note = atlas.library.byId.get(id);
  if (!note) throw new Error(`no note ${id}`);
  const { html, troubles } = await render(note.body, { ...atlas.flavour, path: note.path });
  return {
    html,
    troubles,
    text: html
      .replace(/<[^>]*>/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  };
}

const b =
  '# b\n\n처음 %%비밀%%\n\n## 하나\n\n하나의 글 ^블록\n\n### 속\n\n속의 글\n\n## 둘\n\n- 항목 ^목\n- 다른 항목\n';

describe('embeds', () => {
  it('leave a note the addresses that it gives to its labels', async () => {
    const { html } = await show(
      {
        'x/a.md': '![[b]]\n\n[하나][r]\n\n[r]: own.md\n',
        'b.md': '글 [둘][r]\n\n[r]: c.md\n',
      },
      'x/a',
    );
    for (const link of ['<a href="own.md">하나</a>', '<a href="/c.md">둘</a>']) expect(html).toContain(link);
  });

  it('show a note, a section or a block under the name of where it comes from', async () => {
    const whole = await show({ 'a.md': '앞\n\n![[b]]\n\n뒤', 'b.md': b }, 'a');
    expect(whole.text).toBe('앞 b 처음 하나 하나의 글 속 속의 글 둘 항목 다른 항목 뒤');
    expect(whole.html).toContain(
      '<section class="embed" aria-label="끼운 글: b" data-pagefind-ignore="all">',
    );
    expect(whole.html).not.toMatch(/<h[1-6]|비밀|id="/u);
    expect((await show({ 'a.md': '![[b#하나]]', 'b.md': b }, 'a')).text).toBe(
      'b › 하나 하나의 글 속 속의 글',
    );
    expect((await show({ 'a.md': '![[b#하나#속]]', 'b.md': b }, 'a')).text).toBe('b › 하나 › 속 속의 글');
    expect((await show({ 'a.md': '![[b#^블록]]', 'b.md': b }, 'a')).text).toBe('b 하나의 글');
    expect((await show({ 'a.md': '![[b^목]]', 'b.md': b }, 'a')).text).toBe('b 항목');
    expect((await show({ 'a.md': '![이름](b.md#하나)', 'b.md': b }, 'a')).text).toBe(
      '이름 하나의 글 속 속의 글',
    );
  });

  it('split the paragraph in which they stand, and are links where there is no room', async () => {
    const { text, html } = await show(
      { 'a.md': '앞 ![[b]] 가운데 ![[c]] 뒤', 'b.md': 'B', 'c.md': 'C' },
      'a',
    );
    expect(text).toBe('앞 b B 가운데 c C 뒤');
    expect(html.match(/<section/gu)).toHaveLength(2);
    const table = await show({ 'a.md': '| 가 |\n| - |\n| ![[b]] |', 'b.md': 'B' }, 'a');
    expect(table.text).toBe('가 b');
  });

  it('keep links, images and footnotes meaning what they mean in their own note', async () => {
    const { html } = await show(
      {
        'a.md': '가[^1] ![[b]]\n\n[^1]: A의 각주',
        'in/b.md': '나[^1] [다](c.md) [라][x] ![그림](그림.png) [[#절]]\n\n[x]: ../d.md\n\n[^1]: B의 각주',
      },
      'a',
    );
    expect(html).toContain('href="/in/c.md"');
    expect(html).toContain('href="/d.md"');
    expect(html).toContain('src="/in/%EA%B7%B8%EB%A6%BC.png"');
    expect(html).toContain('href="/in/b.md#%EC%A0%88"');
    expect(html).toMatch(/A의 각주[^]*B의 각주/u);
  });

  it('cut circles of one and of five, and stop where there are too many', async () => {
    const one = await show({ 'a.md': '글\n\n![[a]]' }, 'a');
    expect(one.troubles).toHaveLength(1);
    const own = await show({ 'a.md': '![[#절]]\n\n## 절\n\n글' }, 'a');
    expect(own.text).toBe('절 글 절 글');
    const named = await show({ 'a.md': '## 절\n\n글\n\n## 둘\n\n![[a#절]]\n\n![[#절]]' }, 'a');
    expect([named.text, named.troubles]).toEqual(['절 글 둘 a › 절 글 절 글', []]);
    expect((await show({ 'a.md': '## 절\n\n![[#절]]' }, 'a')).troubles).toHaveLength(1);
    const names = ['a', 'b', 'c', 'd', 'e'];
    const circle = Object.fromEntries(
      names.map((name, index) => [`${name}.md`, `글${name}\n\n![[${names[(index + 1) % 5]}]]`]),
    );
    const five = await show(circle, 'a');
    expect(five.text).toBe('글a b 글b c 글c d 글d e 글e a');
    expect(five.troubles).toHaveLength(1);
    const bomb = Object.fromEntries(
      names.map((name, index) => [`${name}.md`, `글\n\n${`![[${names[index + 1] ?? 'x'}]]\n\n`.repeat(10)}`]),
    );
    expect((await show(bomb, 'a')).html.match(/<section/gu)).toHaveLength(100);
  });

  it('are links where much more is put in than anybody reads, and where far more would be read', async () => {
    const long = await openVault({ 'a.md': '![[b]]\n\n'.repeat(5), 'b.md': '글\n\n'.repeat(3600) });
    expect(long.problems).toEqual([expect.stringMatching(/^a\.md:9:1 warning/u)]);
    const parts = `## 절\n\n${'글\n\n'.repeat(6000)}`;
    const many = await show({ 'a.md': '![[b#^x]]\n\n'.repeat(7), 'b.md': `${parts}## 둘\n\n끝 ^x\n` }, 'a');
    expect(many.html.match(/class="embed"/gu)).toHaveLength(7);
    expect(many.troubles).toEqual([]);
    const whole = await show({ 'a.md': '![[b]]', 'b.md': `${'말'.repeat(9000)}\n\n`.repeat(30) }, 'a');
    expect([whole.text.slice(0, 9), whole.troubles.length]).toEqual(['b', 1]);
  });

  it('share what is bearable in all where notes embed each other hundreds of times', () => {
    const write = (name: string, body: string) => ({ path: `${name}.md`, body }) as Note;
    const share = (notes: Note[]) =>
      shareEmbeds(
        notes,
        (address) => notes.find(({ path }) => `wiki:${path}`.replace('.md', '') === address) ?? null,
      );
    const chain = (count: number, embeds: number) =>
      Array.from({ length: count }, (_, k) => write(`n${k}`, `글\n\n${`![[n${k + 1}]]\n\n`.repeat(embeds)}`));
    expect(share(chain(3, 500))).toBeGreaterThan(20_000);
    expect(11 * share(chain(11, 700))).toBeLessThan(100_000);
    expect(share(chain(100, 3))).toBe(30_000);
    expect(share(chain(100, 500))).toBeLessThan(3000);
    expect(share(chain(100, 500))).toBeGreaterThan(1000);
  });

  it('never show what is kept back', async () => {
    const files = {
      'a.md': '![[b]] ![[c]] ![[d]] ![[b#절]]',
      'b.md': '---\ndraft: true\n---\n카나리\n\n## 절\n\n카나리',
      'c.md': '---\nunlisted: true\n---\n카나리',
      'd.md': '<!-- 카나리 --> 글 %%카나리%%',
      '_e.md': '카나리',
    };
    const { text } = await show(files, 'a');
    expect(text).not.toContain('카나리');
    expect(text).toBe('다른 노트 다른 노트 d 글 다른 노트');
  });

  it('are one mention of the note, and none of what it links to', async () => {
    const { atlas, links, problems } = await openVault({
      'a.md': '글\n\n![[b]]',
      'b.md': '#태그 [[c]] [[없다]]\n\n```mermaid\nflowchart LR\n  A --> B\n```',
      'c.md': '글',
    });
    expect(links('a')).toEqual(['b.md']);
    expect(atlas.library.byId.get('a')?.tags).toEqual([]);
    expect(atlas.library.byId.get('a')?.outline.figures).toHaveLength(1);
    expect(problems.filter((problem) => problem.startsWith('a.md'))).toEqual([]);
  });

  it('make links of files that are no images', async () => {
    const { links } = await openVault({
      'a.md': '![[소리.mp3]] ![[글.pdf#page=3]] ![영상](v.mp4)',
      '소리.mp3': 'x',
      'in/글.pdf': 'x',
      'v.mp4': 'x',
    });
    expect(links('a')).toEqual(['소리.mp3', 'in/글.pdf', 'v.mp4']);
  });

  it('say what is not there', async () => {
    const { problems } = await openVault({
      'a.md': '![[없다]]\n\n![[b#없는 절]]\n\n![[없다.png]]',
      'b.md': '글',
    });
    expect(problems.map((problem) => problem.split(' ').slice(0, 3).join(' '))).toEqual([
      'a.md:1:1 warning link:',
      'a.md:3:1 warning anchor:',
      'a.md:3:1 warning markdown:',
      'a.md:5:1 warning image:',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { findLinkProperties } from '../../../src/content/link-properties.ts';
import { openVault } from './vault.ts';

describe('properties that are links', () => {
  it.each<[unknown, string | undefined]>([
    ['[[노트]]', '[[노트]]'],
    ['[[폴더/노트#절|글]]', '[[폴더/노트#절|글]]'],
    ['[[가]], [[나]]', '[[가]], [[나]]'],
    ['[글](노트.md)', '[글](노트.md)'],
    [['[[가]]', '[[나|둘]]'], '[[가]], [[나|둘]]'],
    [['[[가]]', '별 *표*'], '[[가]], 별 \\*표\\*'],
    [[['노트']], '[[노트]]'],
    [[[['가']], [['나']]], '[[가]], [[나]]'],
    ['보라, [[노트]]', undefined],
    [[['meta', { property: 'og:type' }]], undefined],
    [
      [
        ['meta', 'x'],
        ['meta', 'y'],
      ],
      undefined,
    ],
    [[['1', '2']], undefined],
    [[['7']], undefined],
    [['가', '나'], undefined],
    ['[[표지.png]]', undefined],
    ['![[표지.png|300]]', undefined],
    [true, undefined],
    [null, undefined],
    [{ to: '[[노트]]' }, undefined],
  ])('%j', (value, text) => {
    expect(findLinkProperties({ up: value }, new Set())[0]?.text).toBe(text);
  });

  it('leaves alone what has another meaning', () => {
    const data = { title: '[[노트]]', parent: '[[노트]]', tags: ['[[노트]]'], 장: '[[노트]]' };
    expect(findLinkProperties(data, new Set(['장']))).toEqual([]);
  });

  it('become links of the note, each at its line, and not its summary', async () => {
    const { atlas, links, problems } = await openVault({
      '가.md':
        '---\ntitle: 가\nup: "[[나]]"\nrelated:\n  - "[[나#절|둘째]]"\n  - "[[없다]]"\n다음 글: [[비밀]]\nauthor: "[[나]]"\n---\n\n# 가\n\n본문은 길게 여기에 있다.\n\n[[없는 둘]]',
      '나.md': '---\nup:\n---\n## 절\n글',
      '비밀.md': '---\ndraft: true\n---\n글',
    });
    const note = atlas.library.byId.get('가');
    expect(links('가')).toEqual(['나.md', '나.md#절', 'missing', 'private', '나.md', 'missing']);
    expect(note?.summary).toBe('본문은 길게 여기에 있다.');
    expect(note?.fields['authors']).toEqual([]);
    expect(atlas.library.mentions.get('나')?.[0]).toMatchObject({ from: '가' });
    expect(problems).toEqual([
      expect.stringMatching(/^가\.md:4:\d+ warning link: "없다"/u),
      expect.stringMatching(/^가\.md:7:\d+ warning link: "비밀"/u),
      expect.stringMatching(/^가\.md:15:1 warning link: "없는 둘"/u),
    ]);
  });
});

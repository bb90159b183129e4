import { describe, expect, it } from 'vitest';
import { findLinkProperties } from '../../../src/content/link-properties.ts';
import { inferPaths } from '../../../src/knowledge/learning-paths.ts';
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
    expect(links('가')).toEqual(['나.md', '나.md#절', 'missing', '나.md', 'missing']);
    expect(note?.summary).toBe('본문은 길게 여기에 있다.');
    expect(note?.fields['authors']).toEqual([]);
    expect(atlas.library.mentions.get('나')?.[0]).toMatchObject({ from: '가' });
    expect(problems).toEqual([
      expect.stringMatching(/^가\.md:4:\d+ warning link: "없다"/u),
      expect.stringMatching(/^가\.md:7:\d+ warning reference: 다음 글: "비밀"/u),
      expect.stringMatching(/^가\.md:15:1 warning link: "없는 둘"/u),
    ]);
  });

  it('say what is read first', async () => {
    const { atlas } = await openVault({
      '가.md': '---\nrequires: ["[[나]]", "[[다|셋]]"]\nrelated: "[[라]]"\n---\n\n글',
      '나.md': '---\nPrerequisites: "[[다]]"\n---\n\n글',
      '다.md': '선행:: [[라]], [[없다]]\n다음:: [[가]]\n\n글 [[나]]',
      '라.md': '글',
    });
    const [path, ...others] = inferPaths(atlas.library);
    expect(path?.notes).toEqual(['라', '다', '나', '가']);
    expect(others).toEqual([]);
  });

  it('do not tell the name of a note that is kept back', async () => {
    const { atlas, links, problems } = await openVault({
      '글/가.md':
        '---\nup: ["[[비밀]]", "[[나]]"]\nnext: "[[나]], [[안/비밀#절]]"\nlast: "[[비밀]]"\n---\n본문 [[비밀|말]].\n\n- own:: [[비밀]]\n\n~~~\nkey:: [[비밀]]\n~~~\n',
      '나.md': '글',
      '안/비밀.md': '---\ndraft: true\n---\n글',
    });
    const note = atlas.library.byId.get('글/가');
    expect(links('글/가')).toEqual(['나.md', '나.md', 'private']);
    expect(note?.outline.text).toBe('up: 나 next: 나\n본문 말.');
    expect(note?.body).toContain('~~~\nkey:: [[비밀]]\n~~~');
    expect(problems.filter((problem) => problem.includes('warning reference'))).toEqual([
      expect.stringMatching(/^글\/가\.md:2:1 .* up: "비밀"/u),
      expect.stringMatching(/^글\/가\.md:3:1 .* next: "안\/비밀#절"/u),
      expect.stringMatching(/^글\/가\.md:4:1 .* last: "비밀"/u),
      expect.stringMatching(/^글\/가\.md:8:1 .* own: "비밀"/u),
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { writeCanvas } from '../../../src/flavours/canvas.ts';
import { openVault } from './vault.ts';

const canvas = JSON.stringify({
  nodes: [
    { id: 'g', type: 'group', x: -10, y: -10, width: 300, height: 200, label: '그룹 %%비밀%%' },
    { id: 'b', type: 'text', x: 100, y: 0, width: 50, height: 50, text: '둘째 "카드" %%비밀%%' },
    { id: 'a', type: 'text', x: 0, y: 0, width: 50, height: 50, text: '# 첫 카드\n\n글 [[b]] <!-- 비밀 -->' },
    { id: 'f', type: 'file', x: 0, y: 300, width: 50, height: 50, file: 'in/b.md', subpath: '#절' },
    { id: 'u', type: 'link', x: 0, y: 400, width: 50, height: 50, url: 'https://example.org/' },
  ],
  edges: [
    { id: 'e', fromNode: 'a', toNode: 'b', label: '이어짐<!-- 비밀 -->' },
    { id: 'x', fromNode: 'a', toNode: 'gone' },
  ],
});

describe('canvases', () => {
  it('become a flowchart with the words of their cards', async () => {
    const { atlas, links, problems } = await openVault({
      'map.canvas': canvas,
      'in/b.md': '## 절\n\n[[map.canvas]]',
    });
    const note = atlas.library.byId.get('map.canvas');
    expect(note).toMatchObject({ title: 'map', address: 'map.canvas' });
    expect(note?.outline.figures[0]?.problem).toBeUndefined();
    expect(note?.body).toContain('subgraph n0["그룹"]');
    expect(note?.body).toContain('n1 -->|"이어짐"| n2');
    expect(note?.body).not.toContain('비밀');
    expect(note?.outline.text).toContain('둘째 "카드"');
    expect(links('map.canvas')).toEqual(['in/b.md', 'in/b.md#절', 'external']);
    expect(links('in/b')).toEqual(['map.canvas']);
    expect(problems).toEqual([]);
  });

  it('tell nothing of a note that is kept back', async () => {
    const card = (id: string, rest: object) => ({ id, x: 0, y: 0, width: 9, height: 9, ...rest });
    const { atlas, problems } = await openVault({
      'map.canvas': JSON.stringify({
        nodes: [
          card('a', { type: 'file', file: 'in/plan.md', subpath: '#secret' }),
          card('b', { type: 'text', text: '글 ![[plan]]' }),
          card('c', { type: 'file', file: 'b.md' }),
        ],
        edges: [{ id: 'e', fromNode: 'a', toNode: 'b', label: '다음' }],
      }),
      'in/plan.md': '---\ndraft: true\n---\nsecret',
      'b.md': '```mermaid\nflowchart LR\n  A --> B\n  click A "in/plan.md" "secret"\n  click B "b.md"\n```',
    });
    expect(problems.filter((problem) => /^(?:map.canvas|b.md)/u.test(problem))).toHaveLength(3);
    const [b, map] = atlas.library.notes;
    expect(map?.body).not.toMatch(/plan"|secret/u);
    expect(map?.body).toMatch(/n2\["b"\][^]*\|"다음"\|/u);
    expect(b?.body).not.toMatch(/plan|secret/u);
    expect(b?.body).toContain('click B "b.md"');
  });

  it('keep the cards of groups that lie deeper in one another than anybody draws them', () => {
    const group = (at: number) => ({
      id: `g${at}`,
      type: 'group',
      x: at,
      y: 0,
      width: 9000 - 2 * at,
      height: 9,
    });
    const nodes = [
      ...Array.from({ length: 3000 }, (_, at) => group(at)),
      { id: 'a', type: 'text', text: '속', x: 4000, y: 1, width: 1, height: 1 },
    ];
    const lines = writeCanvas(JSON.stringify({ nodes }))?.split('\n') ?? [];
    expect(lines.filter((line) => line.includes('subgraph'))).toHaveLength(30);
    expect(lines.filter((line) => line.includes('"속"'))).toHaveLength(1);
    expect(lines.filter((line) => /n\d+\[/u.test(line))).toHaveLength(3001);
  });

  it('are named where they cannot be read, and so are bases', async () => {
    const { atlas, problems } = await openVault({
      'a.md': '글',
      'x.canvas': '{"nodes": [',
      'y.canvas': '[]',
      'z.base': 'views:',
    });
    expect(problems.map((problem) => problem.split(' ').slice(0, 3).join(' '))).toEqual([
      'x.canvas:1:1 warning file:',
      'y.canvas:1:1 warning file:',
      'z.base:1:1 warning file:',
    ]);
    expect(atlas.library.notes).toHaveLength(1);
  });

  it.each([
    '',
    '{}',
    '{"nodes":[{"id":1},null,{"id":"a","type":"text"}],"edges":[{}]}',
    '{"nodes":[],"edges":[]}',
  ])('take %j for what it is', (json) => expect(writeCanvas(json)).not.toBeNull());
});

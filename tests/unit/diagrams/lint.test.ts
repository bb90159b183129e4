import { expect, test } from 'vitest';
import { lintDiagram } from '../../../src/diagrams/lint.ts';
import { parseDiagram } from '../../../src/diagrams/parse.ts';

async function lint(code: string, title = '제목'): Promise<string[]> {
  const parsed = await parseDiagram(code);
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  return lintDiagram(parsed, code, title).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

test('a diagram without a title of any kind', async () => {
  expect(await lint('flowchart LR\n a --> b', '')).toEqual(['1:1 그림에 제목이 없습니다']);
  expect(await lint('flowchart LR\n accTitle: 있다\n a --> b', '')).toEqual([]);
});

test('nodes without a line, but not those whose group has one', async () => {
  const code = 'flowchart LR\n a["에이"] --> b\n  홀로["외톨이"]\n subgraph g\n c\n end\n g --> a';
  expect(await lint(code)).toEqual(['3:3 ‘외톨이’에 이어진 선이 없습니다']);
  expect(await lint('flowchart LR\n a\n b')).toEqual([]);
});

test('long labels without a break', async () => {
  const long = '가'.repeat(41);
  expect(await lint(`flowchart LR\n a["${long}"] --> b`)).toEqual([
    expect.stringMatching(/^2:5 이름표가 깁니다\(41자\)/),
  ]);
  expect(await lint(`flowchart LR\n a["${long}<br/>${long}"] --> b`)).toEqual([]);
});

test('literal colours', async () => {
  const code =
    'flowchart LR\n a --> b\n style a fill:#f9f\n classDef x stroke:red,fill:none\n linkStyle 0 stroke:#123\n style b stroke-width:3px,fill:none';
  expect((await lint(code)).map((line) => line.split(' ')[0])).toEqual(['3:15', '4:20', '5:21']);
});

test('classes that neither the site nor the diagram knows', async () => {
  const code =
    'flowchart LR\n a:::risk --> b:::rsk\n c:::own --> a\n class c good\n class a nope\n classDef own stroke-width:2px';
  expect(await lint(code)).toEqual([
    expect.stringMatching(/^2:19 .*‘rsk’/),
    expect.stringMatching(/^5:10 .*‘nope’/),
  ]);
});

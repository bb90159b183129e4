import { expect, test } from 'vitest';
import { parseDiagram } from '../../../src/diagrams/parse.ts';
import type { ParsedDiagram } from '../../../src/diagrams/graph.ts';
import { fixtures, readFixture } from './fixtures.ts';
import { secondsOf } from '../processor-time.ts';

async function parse(code: string): Promise<ParsedDiagram> {
  const parsed = await parseDiagram(code);
  if ('problem' in parsed) throw new Error(`${parsed.problem.line}: ${parsed.problem.message}`);
  return parsed;
}

test.each([...fixtures])('%s is understood', async (_name, code) => {
  const parsed = await parse(code);
  expect(parsed.body.kind).not.toBe('texts');
});

/** One mistake in every type, with the line it is on. */
const broken: [line: number, code: string][] = [
  [2, 'flowchart LR\n A[열림 --> B\n'],
  [5, 'flowchart LR\n A --> B\n\n%% 메모\n B -->\n'],
  [6, '---\ntitle: x\n---\n%%{init: {}}%%\nflowchart LR\n A[열림 --> B\n C --> D'],
  [2, 'flowchart LR\n subgraph 가\n x\n'],
  [2, 'flowchart LR\n end --> A\n'],
  [2, 'sequenceDiagram\n A->>B hi\n B->>A: x'],
  [4, 'sequenceDiagram\n A->>B: x\n B->>A: y\n deactivate A\n'],
  [2, 'sequenceDiagram\n loop 언제나\n A->>B: x\n'],
  [2, 'classDiagram\n class A {\n +x\n'],
  [2, 'stateDiagram-v2\n a --> \n'],
  [2, 'erDiagram\n A ||--o{ B\n C ||--o{ D : x\n'],
  [3, 'gantt\n title x\n foo\n'],
  [2, 'pie\n "a" 3\n'],
  [2, 'quadrantChart\n a: [1, 2]\n'],
  [3, 'mindmap\n a\n b\n'],
  [2, 'venn-beta\n set 앞\n'],
  [4, 'sankey-beta\n\n\na,b\n'],
  [3, 'block-beta\n columns 3\n a[x\n'],
  [2, 'architecture-beta\n service a(b)[c] in zzz\n'],
  [3, 'packet-beta\n 0-3: "a"\n 5-9: "b"\n'],
  [2, 'kanban\n a[b\n'],
  [2, 'radar-beta\n axxis a\n'],
  [2, 'treemap-beta\n "a": x\n'],
  [2, 'C4Context\n Person(a\n'],
  [3, 'requirementDiagram\n requirement a {\n idd: 1\n}\n'],
  [3, 'gitGraph\n commit\n brnch x\n'],
  [3, 'journey\n title x\n sektion a\n'],
  [2, 'venn-beta\n union A,B\n'],
  [2, 'wardley-beta\n componnt x [1,2]\n'],
  [2, 'cynefin-beta\n foo\n'],
  [2, 'usecase-beta\n actor 직원\n'],
  [3, 'swimlane-beta LR\n subgraph a\n x[ \n'],
  [2, 'railroad-ebnf-beta\n a = ;\n'],
  [1, 'foo\n x'],
  [3, '%% c\n\nflowchrt LR\n x'],
  [1, ''],
  [1, '\n \n'],
];

test.each(broken)('the mistake is on line %i of %j', async (line, code) => {
  const parsed = await parseDiagram(code);
  expect(parsed).toHaveProperty('problem');
  if (!('problem' in parsed)) return;
  expect(parsed.problem.line).toBe(line);
  expect(parsed.problem.column).toBeGreaterThan(0);
  expect(parsed.problem.message).toMatch(/[가-힣]|^Mermaid/);
  expect(parsed.problem.message).not.toMatch(/\n| at /);
});

test('a misspelt type gets a suggestion', async () => {
  const parsed = await parseDiagram('sequencDiagram\n A->>B: x');
  expect(parsed).toHaveProperty('problem.message', expect.stringContaining('sequenceDiagram'));
});

test.each([
  ['sequence', 'sequenceDiagram'],
  ['state', 'stateDiagram-v2'],
  ['quadrant', 'quadrantChart'],
])('%s gets the kind that was meant', async (header, meant) => {
  const parsed = await parseDiagram(`${header}\n A->B: x`);
  expect(parsed).toHaveProperty('problem.message', expect.stringContaining(meant));
});

test('Hangul in a grammar that wants quotes is said to want them', async () => {
  expect(await parseDiagram('venn-beta\n set 앞\n set 뒤')).toHaveProperty(
    'problem.message',
    expect.stringContaining('큰따옴표'),
  );
});

test('too long and too many are problems', async () => {
  expect(await parseDiagram(`flowchart LR\n${'x'.repeat(100_001)}`)).toHaveProperty(
    'problem.message',
    expect.stringContaining('100,000'),
  );
  const many = Array.from({ length: 501 }, (_, i) => `a${i} --> a${i + 1}`).join('\n');
  expect(await parseDiagram(`flowchart LR\n${many}`)).toHaveProperty(
    'problem.message',
    expect.stringContaining('502개'),
  );
});

test('a flowchart gives its nodes, groups, classes, links and edges', async () => {
  const parsed = await parse(
    'flowchart LR\n subgraph 가["묶음"]\n A["긴<br/>이름"]:::risk\n end\n A -->|라벨| B\n A --- B\n click B href "https://example.org/"',
  );
  expect(parsed.nodes).toEqual([
    { id: 'A', label: '긴 이름', group: '가', classes: ['risk'], details: [] },
    { id: 'B', label: 'B', classes: [], details: [] },
  ]);
  expect(parsed.groups).toEqual([{ id: '가', label: '묶음' }]);
  expect(parsed.edges).toEqual([
    { from: 'A', to: 'B', label: '라벨', directed: true },
    { from: 'A', to: 'B', label: '', directed: false },
  ]);
});

test.each([
  ['erDiagram\n p[사람]\n a["출입 카드"]\n p ||--o| a : "가진다"', ['사람', '출입 카드']],
  ['erDiagram\n order_item ||--o| user_id : "가진다"', ['order_item', 'user_id']],
  [
    'classDiagram\n class 저장소~문서~\n class Box~T~["상자"]\n class 은행["제휴 은행"]',
    ['저장소<문서>', '상자<T>', '제휴 은행'],
  ],
  [
    'flowchart TD\n A["`**굵은** 이름과 *기운* 이름`"] --> B["*별*"]\n C["`snake_case_name 2 * 3`"]',
    ['굵은 이름과 기운 이름', '*별*', 'snake_case_name 2 * 3'],
  ],
])('a node is called as the drawing calls it: %j', async (code, labels) => {
  const { nodes } = await parse(code);
  expect(nodes.map(({ label }) => label)).toEqual(labels);
});

test('a title comes from the front matter too', async () => {
  expect((await parse('---\ntitle: 머리말 제목\n---\nflowchart LR\n a --> b')).title).toBe('머리말 제목');
});

test('words that a grammar cannot hold come back', async () => {
  const parsed = await parse('sankey-beta\n"전력","벡터 검색",3');
  expect(parsed.body).toEqual({
    kind: 'tables',
    tables: [{ head: ['출발', '도착', '양'], rows: [['전력', '벡터 검색', '3']] }],
  });
});

test('overlapping calls do not mix, and leave no window behind', async () => {
  const codes = [
    readFixture('sequence'),
    'flowchart LR\n 하나 --> 둘',
    readFixture('state'),
    'flowchart LR\n 셋 --> 넷',
  ];
  const [sequence, first, , second] = await Promise.all(codes.map(parse));
  expect(sequence?.body.kind).toBe('sequence');
  expect(first?.nodes.map((node) => node.id)).toEqual(['하나', '둘']);
  expect(second?.nodes.map((node) => node.id)).toEqual(['셋', '넷']);
  expect(globalThis).not.toHaveProperty('window');
});

test('200 diagrams are read in seconds', async () => {
  const all = [...fixtures.values()];
  const seconds = await secondsOf(async () => {
    for (let i = 0; i < 200; i += 1) await parse(all[i % all.length] ?? '');
  });
  expect(seconds).toBeLessThan(40);
}, 60_000);

test.each([
  [
    'xychart-beta\n title 월별 매출\n x-axis [1월, 2월]\n y-axis 억 원 -20 --> 30\n bar [-12, 8]',
    ['1월', '-12', '억 원'],
  ],
  ['xychart-beta\n x-axis 달 이름 [가, "나, 다"]\n bar 올해 [1, 2]', ['가', '나, 다', '달 이름', '올해']],
  ['gitGraph\n commit id: "첫"\n branch 작업\n commit\n checkout main\n merge 작업', ['작업', '첫']],
  [
    'gitGraph\n commit\n branch 작업\n commit id: "이름" msg: "말"\n checkout main\n merge 작업 id: "합침"',
    ['이름', '말', '합침'],
  ],
  [
    'requirementDiagram\n requirement 로그인 {\n id: 1\n text: 누구나 들어온다\n }',
    ['로그인', '누구나 들어온다'],
  ],
  ['radar-beta\n axis 맛, 값["가격"]\n curve 올해{1, 2}', ['맛', '가격', '올해']],
  [
    'architecture-beta\n group 망(cloud)[사내 망]\n service 웹(server)[웹 서버] in 망',
    ['사내 망', '웹 서버'],
  ],
])('words that a grammar takes in quotes only are read without them: %j', async (code, words) => {
  const parsed = await parseDiagram(code);
  expect(parsed).not.toHaveProperty('problem');
  for (const word of words) expect(JSON.stringify(parsed)).toContain(word);
  expect(JSON.stringify(parsed)).not.toMatch(/Q[MWOG]+Q/);
});

test.each([
  '%%{init: {"gitGraph": {"mainBranchName": "다른"}}}%%\ngitGraph\n commit',
  '---\nconfig:\n  gitGraph:\n    mainBranchName: 다른\n---\ngitGraph\n commit',
  '%%{init: {"gitGraph": {"mainBranchName": "다른"}}}%%\ngitGraph\n commt',
  '---\nconfig: {gitGraph: {mainBranchName: 다른}\n---\ngitGraph\n commit',
  'flowchart-elk LR\n A --> B',
  'flowchart-elk LR\n A[열림 --> B',
])('what one diagram sets holds for no other: %j', async (setting) => {
  const plain = ['gitGraph\n commit id: "1"', 'flowchart LR\n A --> B', 'sequenceDiagram\n A->>B: 가'];
  const before = [];
  for (const code of plain) before.push(await parse(code));
  for (const [index, code] of plain.entries()) {
    await parseDiagram(setting);
    expect(await parse(code)).toEqual(before[index]);
  }
});

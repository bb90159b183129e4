import { expect, test } from 'vitest';
import { findLosses } from '../../../src/diagrams/find-losses.ts';
import { parseDiagram } from '../../../src/diagrams/parse.ts';

async function list(code: string): Promise<string[]> {
  const parsed = await parseDiagram(code);
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  return findLosses(parsed, code).map(
    ({ line, column, message }) => `${line}:${column} ${message.slice(0, 20)}`,
  );
}

test('a direction that Mermaid drops is said at its line', async () => {
  const code = 'flowchart TD\n a --> b\n subgraph S\n  direction LR\n  b --> c\n end';
  expect(await list(code)).toEqual([expect.stringMatching(/^4:3 /)]);
});

test('a direction that is followed, or is the usual one, says nothing', async () => {
  expect(await list('flowchart TD\n a --> S\n subgraph S\n  direction LR\n  b --> c\n end')).toEqual([]);
  expect(await list('flowchart TD\n a --> b\n subgraph S\n  direction TB\n  b --> c\n end')).toEqual([]);
});

test('a line that may end in a circle or in a name is said, a clear one not', async () => {
  expect(await list('flowchart LR\n A---oB')).toEqual([expect.stringMatching(/^2:3 /)]);
  expect(await list('flowchart LR\n A --o B\n dev---ops\n C["x---oB"]')).toEqual([]);
});

test('maths that has no characters is said', async () => {
  expect(await list('flowchart LR\n A["$$x^2$$"] --> B["$$\\underbrace{x}$$"]')).toEqual([
    expect.stringMatching(/^2:22 /),
  ]);
  expect(await list('flowchart LR\n A["$$\\hat{y} \\odot \\tanh x$$"] --> B["$$\\\\sigma(x)$$"]')).toEqual(
    [],
  );
  expect(await list('flowchart LR\n A["$$\\hat{xy}$$"]')).toEqual([expect.stringMatching(/^2:5 /)]);
});

test.each([
  ['pie title Map<String, List<T>> 글\n "나" : 4', '1:27'],
  ['architecture-beta\n service a(server)[<userId> 글]', '2:20'],
  ['architecture-beta\n service a(server)[<script>글</script>]', '2:20'],
  ['classDiagram\n class A {\n +IList~T 글\n }', '3:8'],
  ['classDiagram\n class A\n note for A ""따옴표" 글"', '3:15'],
  ['journey\n section 하루\n 하나: 다섯: 나\n 일둘: 3: 나', '3:4'],
])('a word that the drawing lacks, or has otherwise, is said: %j', async (code, place) => {
  expect(await list(code)).toEqual([expect.stringMatching(new RegExp(`^${place} `, 'u'))]);
});

test.each([
  'flowchart LR\n A -- <userId> 글 --> B',
  'flowchart LR\n A["<userId> 와 Map<String, List<T>>"]:::강조 -->|"x < y"| B["<b>굵게</b><br/>글"]\n classDef 강조 fill:#fff\n click A "https://a.example" "도움말"',
  'flowchart LR\n A["글\\n글 &eta;값 #quot;글#quot;"] --> B["$$\\text{글}$$"]\n class A 강조',
  'classDiagram\n class A {\n ~꾸러미\n +f() Map~K, List~V~~\n +g() List<V>\n }\n A <|-- B : 물려받음',
  'classDiagram\n A --> B : f~g~h 글\n class A\n A : ~물결~ 글',
  'journey\n title 하루: 나\n section 14:05 아침\n 14:05 글: 5: 나, 너',
  'sequenceDiagram\n participant A as <userId>\n A->>B: 가<br>나 %% 덧말',
  'sequenceDiagram\n 창구--x고객: 거절\n 창구-x고객: 음\n 창구-)고객: 네',
  'erDiagram\n p[사람] {\n string 이름 PK\n }\n a["출입 카드"]\n p ||--o| a : "가진다"',
  '---\ntitle: 제목\n---\npie\n "가" : 3',
  'stateDiagram-v2\n state 갈림 <<choice>>\n [*] --> 갈림',
  'gantt\n axisFormat %m월\n dateFormat YYYY-MM-DD\n 일 :a1, 2024-01-01, 3d',
  'radar-beta\n axis 값["가격"], 속["빠르기"]\n curve 갑["하나"]{1, 2}, 을["둘"]{2, 1}',
  'pie\n accTitle: 이름\n accDescr {\n 말\n }\n "가" : 3',
])('and nothing is said of %j', async (code) => expect(await list(code)).toEqual([]));

test('the short name of one that a sequence shows under a longer one is not lost', async () => {
  expect(
    await list(
      'sequenceDiagram\n participant 갑 as 온라인 접수 창구\n actor 을 as 신청하는 사람\n 을->>갑: 신청',
    ),
  ).toEqual([]);
});

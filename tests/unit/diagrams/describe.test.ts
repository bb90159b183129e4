import { expect, test } from 'vitest';
import {
  describeDiagram,
  type DescriptionBlock,
  type DescriptionList,
} from '../../../src/diagrams/describe.ts';
import { parseDiagram } from '../../../src/diagrams/parse.ts';
import { attachParticle } from '../../../src/words/particle.ts';
import { fixtures, readFixture } from './fixtures.ts';

async function describe(code: string, title?: string): Promise<ReturnType<typeof describeDiagram>> {
  const parsed = await parseDiagram(code);
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  return describeDiagram(parsed, title);
}

function print(blocks: readonly DescriptionBlock[]): string {
  const list = ({ ordered, items }: DescriptionList, depth: number): string =>
    items
      .map(
        (item, index) =>
          `${'  '.repeat(depth)}${ordered ? `${index + 1}.` : '-'} ${item.text}\n${item.list ? list(item.list, depth + 1) : ''}`,
      )
      .join('');
  return blocks
    .map((block) =>
      block.kind === 'list'
        ? list(block, 0)
        : block.kind === 'table'
          ? [block.head, ...block.rows].map((row) => `${row.join(' | ')}\n`).join('')
          : `${block.text}\n`,
    )
    .join('');
}

test('a flowchart is its groups, nodes and the lines that leave each', async () => {
  const { title, summary, blocks } = await describe(
    'flowchart LR\n A["질문"] -->|찾기| B["검색"]\n subgraph G["모델"]\n B --> C["답변(근거)"]\n end\n B --- D["저장소"]',
    '답하기',
  );
  expect(title).toBe('답하기');
  expect(summary).toBe('1개 묶음, 4개 항목과 3개 연결로 된 흐름도입니다 (시작: 질문; 끝: 답변(근거)).');
  expect(print(blocks)).toBe(
    [
      '- 질문',
      '  - 찾기: 검색으로 이어집니다',
      '- 저장소',
      '- 모델',
      '  - 검색',
      '    - 답변(근거)으로 이어집니다',
      '    - 저장소와 이어집니다',
      '  - 답변(근거)',
      '',
    ].join('\n'),
  );
});

test('every node is an item once and every labelled edge is said once', async () => {
  for (const name of [
    'flowchart-lr',
    'flowchart-groups',
    'class',
    'er',
    'requirement',
    'c4',
    'usecase',
    'swimlane',
    'architecture',
    'block',
    'agentflow',
  ]) {
    const parsed = await parseDiagram(readFixture(name));
    if ('problem' in parsed) throw new Error(name);
    const lines = print(describeDiagram(parsed).blocks)
      .split('\n')
      .map((line) => line.replace(/^\s*- /, ''));
    for (const node of parsed.nodes.filter((one) => one.label && one.role !== 'note')) {
      const same = parsed.nodes.filter((one) => one.label === node.label).length;
      expect(
        lines.filter((line) => line === node.label),
        `${name}: ${node.label}`,
      ).toHaveLength(same);
    }
    expect(lines.filter((line) => line.endsWith('이어집니다'))).toHaveLength(parsed.edges.length);
    for (const edge of parsed.edges.filter((one) => one.label)) {
      const same = parsed.edges.filter((one) => one.label === edge.label).length;
      expect(
        lines.filter((line) => line.startsWith(`${edge.label}: `)),
        `${name}: ${edge.label}`,
      ).toHaveLength(same);
    }
  }
});

test('a sequence is numbered messages with its loops nested', async () => {
  const { summary, blocks } = await describe(readFixture('sequence'));
  expect(summary).toBe(
    '사용자, 에이전트, 외부 도구, 언어 모델이 메시지 7개를 주고받는 시퀀스 다이어그램입니다.',
  );
  expect(print(blocks)).toContain('1. 사용자가 에이전트에게: 회의실을 예약해 줘\n');
  expect(print(blocks)).toContain(
    '4. 반복: 성공할 때까지 최대 3회\n  1. 에이전트가 외부 도구에게: 예약 API 호출\n  2. 조건: 빈 방이 있음\n    1. 외부 도구가 에이전트에게 응답: 예약 번호\n',
  );
});

test('states are a table of transitions', async () => {
  const text = print((await describe(readFixture('state'))).blocks);
  expect(text).toContain('대기 | 처리중 | 요청 도착\n');
  expect(text).toContain('처리중 › 검색 | 처리중 › 생성 | 문서 확보\n');
  expect(text).toContain('- 메모(검토): 사람이 확인한다\n');
});

test('charts are tables, mind maps outlines, schedules dates', async () => {
  expect(print((await describe(readFixture('pie'))).blocks)).toContain('GPU 임대 | 58 | 58%\n');
  expect(print((await describe(readFixture('quadrant'))).blocks)).toContain(
    '상담 자동화 | 0.7 | 0.72 | 계획해서 추진\n',
  );
  expect(print((await describe(readFixture('mindmap'))).blocks)).toContain(
    '  - 활용\n    - 문서 요약\n    - 코드 작성 도우미\n      - 자동 완성\n',
  );
  expect(print((await describe(readFixture('gantt'))).blocks)).toContain(
    '준비 | 요구 분석 | 2026-01-05 | 2026-01-19 | 마침\n',
  );
  expect(print((await describe(readFixture('timeline'))).blocks)).toContain(
    '- 준비\n  - 2017\n    - 트랜스포머 논문 발표\n',
  );
});

test('a schedule in milliseconds says days where they are days, and only times where they count from nothing', async () => {
  const write = (...times: number[]) => `gantt\n dateFormat x\n 가 :${times.join()}`;
  const days = [Date.UTC(2026, 2, 3, 12), Date.UTC(2026, 2, 6, 12)];
  expect(print((await describe(write(...days))).blocks)).toMatch(/가 \| 2026-03-0\d \d.* \| 2026-03-0\d \d/);
  expect(print((await describe(write(0, 1500))).blocks)).not.toContain('1970');
});

test('a schedule in seconds starts where its author says', async () => {
  const parsed = await parseDiagram('gantt\n dateFormat X\n section 단계\n 하나 : 3, 5\n 둘 : 4, 3s');
  const body = 'problem' in parsed ? null : parsed.body;
  const [table] = body?.kind === 'tables' ? body.tables : [];
  expect(table?.times?.map((span) => span.map((time) => new Date(time).getTime()))).toEqual([
    [3000, 5000],
    [4000, 7000],
  ]);
});

test('a diamond marks the whole at either end', async () => {
  for (const line of ['전체 o-- 부분', '부분 --o 전체'])
    expect(print((await describe(`classDiagram\n ${line}`)).blocks)).toMatch(/전체\n\s*- 집합.*부분/);
  // What an author says of it is said in the author's order.
  expect(print((await describe('classDiagram\n 부분 --* 전체 : 속한다')).blocks)).toMatch(
    /부분\n\s*- 속한다.*전체/,
  );
});

test('accTitle and accDescr win over what is given and made', async () => {
  const { title, summary } = await describe(readFixture('flowchart-groups'), '그림 제목');
  expect(title).toBe('커피 볶기의 단계');
  expect(summary).toBe('응용에서 반도체까지 다섯 층과 그 사이의 의존을 보인다.');
});

test.each([...fixtures])('%s has words: a title, a sentence, a body without markup', async (_name, code) => {
  const { title, summary, blocks } = await describe(code);
  expect(title).not.toBe('');
  expect(summary).toMatch(/[.다]$/);
  expect(print(blocks)).not.toBe('');
  expect(print(blocks)).not.toMatch(/<br|&lt;|undefined|\[object|Q[MWOG]+Q/);
});

test('particles follow the last sound', () => {
  expect(attachParticle('모델', '으로/로')).toBe('모델로');
  expect(attachParticle('검색', '으로/로')).toBe('검색으로');
  expect(attachParticle('‘사용자’', '이/가')).toBe('‘사용자’가');
  expect(attachParticle('LLM', '을/를')).toBe('LLM을');
  expect(attachParticle('GPT-3', '와/과')).toBe('GPT-3과');
  expect(attachParticle('API', '은/는')).toBe('API는');
});

import { expect, test } from 'vitest';
import { describeDiagram } from '../../../src/diagrams/describe.ts';
import { drawFittingForm, drawOwnForms, formWidths } from '../../../src/diagrams/forms/draw-forms.ts';
import { measureForm } from '../../../src/diagrams/forms/measure-form.ts';
import { type Form, type Measure } from '../../../src/diagrams/forms/sheet.ts';
import type { ParsedDiagram } from '../../../src/diagrams/graph.ts';
import { parseDiagram } from '../../../src/diagrams/parse.ts';
import { createElement, readText, walkElements } from '../../../src/diagrams/svg-tree.ts';
import { fixtures } from './fixtures.ts';

/** About what the font measures: Hangul is nearly as wide as it is high, Latin half of it. */
const measure: Measure = (text, size) =>
  [...text].reduce((sum, letter) => sum + (/[\u0000-\u024f]/.test(letter) ? 0.55 : 0.92) * size, 0);

async function parse(code: string): Promise<ParsedDiagram> {
  const parsed = await parseDiagram(code);
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  return parsed;
}

function listElements(form: Form) {
  return [...walkElements(createElement('svg', {}, form.children))];
}

function readWords(form: Form): string {
  return listElements(form)
    .filter(({ name }) => name === 'text')
    .map((text) => readText(text).replace(/\s+/g, ''))
    .join('\n');
}

/** What sticks out of the form's width: letters and boxes. */
function findOverflow(form: Form): string[] {
  return listElements(form).flatMap(({ name, attributes, children }) => {
    const size = Number(attributes['font-size'] ?? 15);
    if (name === 'rect' && Number(attributes['x'] ?? 0) + Number(attributes['width']) > form.width + 0.6)
      return [`rect at ${attributes['x']}`];
    if (name !== 'text' || attributes['transform']) return [];
    const lines = children.map((child) =>
      typeof child === 'string'
        ? { text: child, x: Number(attributes['x']) }
        : { text: readText(child), x: Number(child.attributes['x']) },
    );
    return lines
      .filter(({ text, x }) => {
        const wide = measure(text, size, 400);
        const left =
          attributes['text-anchor'] === 'end'
            ? x - wide
            : attributes['text-anchor'] === 'middle'
              ? x - wide / 2
              : x;
        return left < -1 || left + wide > form.width + 1;
      })
      .map(({ text }) => text);
  });
}

const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('\n');

const extremes: Record<string, string> = {
  'names of parts where points lie':
    'quadrantChart\n x-axis 낮음 --> 높음\n y-axis 낮음 --> 높음\n quadrant-1 키울 것\n quadrant-2 살필 것\n quadrant-3 둘 것\n quadrant-4 버릴 것\n 가: [0.96, 0.04]\n 나: [0.03, 0.97]\n 다: [0.99, 0.98]\n 라: [0.02, 0.02]',
  'a line of 60 days, some long': `xychart-beta\n x-axis [${Array.from({ length: 60 }, (_, i) => `"2026-0${1 + Math.floor(i / 30)}-${10 + (i % 30)}"`).join()}]\n line [${Array.from({ length: 60 }, (_, i) => Math.round(500 + 300 * Math.sin(i / 5))).join()}]`,
  'a line of 60 days': `xychart-beta\n x-axis [${Array.from({ length: 60 }, (_, i) => `"2026-0${1 + Math.floor(i / 30)}-${10 + (i % 30)}"`).join()}]\n line [${Array.from({ length: 60 }, (_, i) => 500 + ((i * 37) % 90) - i).join()}]`,
  'two lines of 40 steps': `xychart-beta\n x-axis 1 --> 40\n${many(2, (i) => ` line [${Array.from({ length: 40 }, (_, j) => ((j * 13 + i * 7) % 50) - 20).join()}]`)}`,
  'a schedule of seconds': 'gantt\n dateFormat x\n axisFormat %L\n 준비 :0, 180\n 실행 :crit, 180, 900',
  'a timeline of 60 events': `timeline\n title 예순\n${many(60, (i) => ` ${1960 + i} : 사건 ${i} 이 일어난다 : 그리고 이어진다`)}`,
  'a mind map of 7 levels': `mindmap\n${many(8, (i) => `${'  '.repeat(i + 1)}단계 ${i} 이름이 조금 길다`)}`,
  'a pie of 24 slices': `pie showData\n${many(24, (i) => ` "항목 ${i}" : ${i + 1}`)}`,
  'a label of 200 syllables': `flowchart LR\n A["${'가나다라마바사아자차'.repeat(20)}"] -->|"${'긴 이유 '.repeat(30)}"| B`,
  '40 actors': `sequenceDiagram\n${many(40, (i) => ` participant P${i} as 참여자 ${i}번`)}\n${many(40, (i) => ` P${i}->>P${(i * 7) % 40}: 메시지 ${i}`)}`,
  'negative values':
    'xychart-beta\n x-axis ["1분기", "2분기", "3분기"]\n y-axis "억 원" -50 --> 80\n bar [30, -20, -45.5]',
  'a graph of 300 nodes': `flowchart TD\n${many(299, (i) => ` n${Math.floor(i / 3)} --> n${i + 1}["노드 ${i + 1}"]`)}`,
  'a schedule without dates':
    'gantt\n dateFormat HH:mm\n section 아침\n 회의 14:05 시작 :m1, 14:05, 30m\n 표지 :milestone, 15:00, 0m',
  'a board':
    'kanban\n 할일[할 일]\n  t1[긴 이름을 가진 과제 하나를 여기에 적어 본다]@{ assigned: "하늘", priority: "High" }\n 끝[끝]\n  t2[둘]',
  'a falling line':
    'xychart-beta\n x-axis ["1월", "2월", "3월", "4월", "5월", "6월"]\n line [105, 20, 110, 3, 60, 58]',
  'a line on both sides of zero':
    'xychart-beta\n x-axis [1980, 1990, 2000, 2010, 2020]\n line [-0.42, -0.1, 0.15, 0.4, 0.9]',
  'four lines over twelve months': `xychart-beta\n x-axis [${Array.from({ length: 12 }, (_, i) => `"${i + 1}월"`).join()}]\n${many(4, (i) => ` line [${Array.from({ length: 12 }, (_, j) => 10 + ((i * 37 + j * 29) % 90)).join()}]`)}`,
  'points near the middle lines':
    'quadrantChart\n quadrant-1 할 일\n quadrant-2 다음 일\n "코드 생성": [0.46, 0.72]\n "음성 합성": [0.6, 0.35]\n "한가운데": [0.5, 0.5]',
  "long names of a plane's parts": `quadrantChart\n quadrant-1 ${'길고긴 설명이 '.repeat(30)}\n quadrant-3 짧다\n "가": [0.9, 0.9]\n "나": [0.2, 0.3]`,
  'a schedule of a year': `gantt\n dateFormat YYYY-MM-DD\n${many(24, (i) => ` 일 ${i} :t${i}, 2026-${String((i % 12) + 1).padStart(2, '0')}-${String(i + 1).padStart(2, '0')}, ${i + 2}d`)}`,
  'a radar of two curves':
    'radar-beta\n axis a["추론"], b["코딩"], c["속도"]\n curve m1["가"]{85, 70, 90}\n curve m2["나"]{65, 80, 60}',
  'long names of speakers': `sequenceDiagram\n participant A as ${'이름이 아주 긴 참여자 '.repeat(5)}\n participant B as 서버\n participant C as ${'쉬지않고이어지는이름'.repeat(4)}\n A->>B: 묻는다\n B->>C: 넘긴다\n C-->>A: 답한다`,
  'a plane with crowded points': `quadrantChart\n x-axis 낮다 --> 높다\n y-axis 작다 --> 크다\n${many(16, (i) => ` "항목의 이름 ${i}": [0.${40 + i}, 0.5]`)}`,
};

for (const [name, code] of [...Object.entries(extremes), ...fixtures]) {
  test(`${name}: nothing sticks out of a form, at either width`, async () => {
    const parsed = await parse(code);
    const own = drawOwnForms(parsed, measure);
    const forms = [
      own?.wide,
      own?.narrow,
      drawFittingForm(parsed, formWidths.wide, measure),
      drawFittingForm(parsed, formWidths.narrow, measure),
    ].filter((form) => form !== undefined && form !== null);
    for (const form of forms) {
      expect(form.width).toBeLessThanOrEqual(formWidths.wide);
      expect(findOverflow(form)).toEqual([]);
      expect(measureForm(form, measure)).toEqual([]);
      expect(
        listElements(form).every(({ attributes }) => Number(attributes['font-size'] ?? 15) >= 12.1),
      ).toBe(true);
    }
    if (own) expect((own.narrow ?? own.wide).width).toBeLessThanOrEqual(formWidths.narrow);
  });
}

test('bars begin at zero, on either side of it', async () => {
  const form = drawOwnForms(await parse(extremes['negative values'] ?? ''), measure)?.wide;
  const bars = form ? listElements(form).filter(({ name }) => name === 'rect') : [];
  const edges = bars.map(({ attributes }) => [
    Number(attributes['x']),
    Number(attributes['x']) + Number(attributes['width']),
  ]);
  const [zero] = edges[0] ?? [];
  expect(edges[1]?.[1]).toBeCloseTo(zero ?? 0, 1);
  expect(edges[2]?.[1]).toBeCloseTo(zero ?? 0, 1);
  const lengths = edges.map(([left = 0, right = 0]) => right - left);
  expect((lengths[2] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(45.5 / 30, 1);
});

test('an axis that an author starts elsewhere does not move the zero of the bars', async () => {
  const form = drawOwnForms(
    await parse('xychart-beta\n x-axis ["가", "나"]\n y-axis "점" 90 --> 100\n bar [95, 99]'),
    measure,
  )?.wide;
  const [a = 0, b = 0] = (form ? listElements(form) : [])
    .filter(({ name }) => name === 'rect')
    .map(({ attributes }) => Number(attributes['width']));
  expect(a / b).toBeCloseTo(95 / 99, 2);
});

test('a graph as a list names every node and every way out', async () => {
  const parsed = await parse(
    'flowchart LR\n subgraph 묶음\n  A["하나"] -->|"이유"| B["둘"]\n end\n A --> C["셋"]\n B -.-> A',
  );
  const form = drawFittingForm(parsed, formWidths.narrow, measure);
  const words = form ? readWords(form) : '';
  for (const word of ['묶음', '하나', '둘', '셋', '이유']) expect(words).toContain(word);
  // As a box, and as where an edge leads.
  expect(words.match(/하나/g)).toHaveLength(2);
});

test('what leads somewhere keeps its name in a form', async () => {
  const parsed = await parse('mindmap\n root((뿌리))\n  가지\n   잎');
  const form = drawOwnForms(parsed, measure)?.wide;
  const named = (form ? listElements(form) : []).filter(
    ({ attributes }) => attributes['data-node'] !== undefined,
  );
  expect(named).toHaveLength(3);
  // A finger needs 24 px, the words of a leaf are lower.
  for (const node of named) {
    const heights = [...walkElements(node)].map(({ attributes }) => Number(attributes['height'] ?? 0));
    expect(Math.max(...heights)).toBeGreaterThanOrEqual(24);
  }
});

test('an arrow both ways has two heads, and is said both ways', async () => {
  const words = async (arrow: string): Promise<string> =>
    JSON.stringify(describeDiagram(await parse(`flowchart LR\n A[가] ${arrow} B[나]`)));
  expect(await words('<-->')).toContain('양쪽으로');
  expect(await words('-->')).not.toContain('양쪽으로');
  const heads = async (arrow: string): Promise<number> => {
    const form = drawFittingForm(await parse(`flowchart LR\n A[가] ${arrow} B[나]`), 312, measure);
    return listElements(form as Form).filter(({ attributes }) => attributes['fill'] === 'var(--d-line)')
      .length;
  };
  expect(await heads('<-->')).toBe(2);
  expect(await heads('-->')).toBe(1);
});

test('a field of a packet that goes on in the next row is named there too', async () => {
  const parsed = await parse('packet-beta\n 0-31: "순서 번호"\n 32-47: "창"');
  const form = drawOwnForms(parsed, measure)?.narrow as Form;
  expect(readWords(form).match(/순서번호/g)).toHaveLength(2);
});

test('a range in steps has short numbers, and nameless series of a chart are told apart', async () => {
  const parsed = await parse('xychart-beta\n x-axis "시간" 0 --> 10\n line [1, 2, 3, 4]\n line [4, 3, 2, 1]');
  const [table] = parsed.body.kind === 'tables' ? parsed.body.tables : [];
  expect(table?.rows.map(([x]) => x)).toEqual(['0', '3.333', '6.667', '10']);
  expect(new Set(table?.head).size).toBe(3);
});

/** The boxes of a form that stand for amounts or times, in order. */
function listBars(form: Form): { x: number; width: number }[] {
  return listElements(form)
    .filter(({ name, attributes }) => name === 'rect' && attributes['fill'] === 'var(--d-s0)')
    .map(({ attributes }) => ({ x: Number(attributes['x']), width: Number(attributes['width']) }));
}

test('a task that ends after midnight, and what follows it, stand to scale', async () => {
  const parsed = await parse(
    'gantt\n dateFormat HH:mm\n 복사 :a, 22:00, 4h\n 검사 :b, after a, 2h\n 공지 :c, 20:00, 2h',
  );
  const [copy, check, notice] = listBars(drawOwnForms(parsed, measure)?.wide as Form);
  expect(copy?.width).toBeCloseTo(2 * (notice?.width ?? 0), 0);
  expect(check?.width).toBeCloseTo(notice?.width ?? 0, 0);
  expect(check?.x).toBeCloseTo((copy?.x ?? 0) + (copy?.width ?? 0), 0);
});

test('tasks of less than a minute have times and lengths of their own', async () => {
  const parsed = await parse('gantt\n dateFormat HH:mm:ss\n 가 :09:00:05, 10s\n 나 :09:00:15, 20s');
  const form = drawOwnForms(parsed, measure)?.wide as Form;
  const [first, second] = listBars(form);
  expect(second?.width).toBeCloseTo(2 * (first?.width ?? 0), 0);
  expect(readWords(form)).toContain('09:00:05–09:00:15');
});

test('a share that is not nothing does not read as nothing', async () => {
  const words = readWords(
    drawOwnForms(await parse('pie\n "큰 것" : 9999\n "작은 것" : 1'), measure)?.wide as Form,
  );
  expect(words).toContain('<0.1%(1)');
  expect(words).not.toMatch(/^0%/m);
});

test('numbers of bits that meet are two numbers', async () => {
  const parsed = await parse('packet-beta\n 0-15: "가"\n 16-31: "나"');
  const numbers = listElements(drawOwnForms(parsed, measure)?.wide as Form).filter(
    ({ name, attributes }) => name === 'text' && Number(attributes['font-size']) === 13,
  );
  const [end, start] = ['15', '16'].map((text) => numbers.find((number) => readText(number) === text));
  expect(Number(start?.attributes['x']) - Number(end?.attributes['x'])).toBeGreaterThan(4);
});

test('what a list names as a way out has no box that only repeats the name', async () => {
  const parsed = await parse('flowchart TD\n A[뿌리] --> B[하나] & C[둘] & D[셋]\n D --> E[넷]');
  const form = drawFittingForm(parsed, formWidths.narrow, measure) as Form;
  const words = readWords(form).split('\n');
  for (const word of ['뿌리', '하나', '둘', '셋', '넷']) expect(words).toContain(word);
  expect(words.filter((word) => word === '하나')).toHaveLength(1);
  const nodes = listElements(form).map(({ attributes }) => attributes['data-node']);
  for (const id of ['A', 'B', 'C', 'D', 'E']) expect(nodes).toContain(id);
});

test('parts of a state that run beside each other are framed, and no made-up name is said', async () => {
  const parsed = await parse('stateDiagram-v2\n state 켜짐 {\n [*] --> 가열\n --\n [*] --> 조명\n }');
  const said = `${readWords(drawFittingForm(parsed, formWidths.narrow, measure) as Form)}${JSON.stringify(describeDiagram(parsed))}`;
  expect(said).not.toMatch(/divider|id-/);
  expect(said).toContain('켜짐 › 가열');
});

test('an association is no dependency, and a junction stands in its group', async () => {
  const classes = await parse('classDiagram\n A --> B\n C ..> D');
  expect(classes.edges.map(({ label }) => label)).toEqual(['연관', '의존']);
  const built = await parse(
    'architecture-beta\n group g(cloud)[G]\n service a(server)[A] in g\n junction j in g\n a:R -- L:j',
  );
  expect(built.nodes.find(({ id }) => id === 'j')?.group).toBe('g');
});

test('a point whose quoted name has a colon is there', async () => {
  const parsed = await parse('quadrantChart\n "결정 7: 캐시": [0.2, 0.3]\n 큐: [0.6, 0.7]');
  expect(readWords(drawOwnForms(parsed, measure)?.wide as Form)).toContain('결정7:캐시');
});

test('a long series is a line, with its ends and its extremes named', async () => {
  const values = Array.from({ length: 48 }, (_, at) => 100 + at * 2 + (at === 20 ? 900 : 0));
  const parsed = await parse(
    `xychart-beta\n x-axis [${values.map((_, at) => `"${at + 1}주"`).join()}]\n line [${values.join()}]`,
  );
  const forms = drawOwnForms(parsed, measure);
  for (const form of [forms?.wide, forms?.narrow].filter((one) => one !== undefined)) {
    expect(form.height).toBeLessThan(400);
    const words = readWords(form).split('\n');
    for (const word of ['100', '1,040', '194', '1주']) expect(words).toContain(word);
  }
});

test.each([
  'flowchart LR\n subgraph 집\n subgraph 위층\n a[방] \n b[서재]\n end\n subgraph 아래층\n c[거실]\n d[부엌]\n end\n end\n a --> c\n a --> d',
  'block-beta\n columns 1\n block:p["위"]\n columns 2\n x["하나"] y["둘"] z["셋"]\n end\n block:q["아래"]\n w["넷"]\n end',
])(
  'boxes in boxes stand side by side on a wide sheet and below each other on a narrow one: %j',
  async (code) => {
    const parsed = await parse(code);
    const [wide, narrow] = [formWidths.wide, formWidths.narrow].map(
      (width) => drawFittingForm(parsed, width, measure) as Form,
    ) as [Form, Form];
    for (const form of [wide, narrow]) {
      expect(findOverflow(form)).toEqual([]);
      for (const { id } of [...parsed.nodes, ...parsed.groups])
        expect(listElements(form).some(({ attributes }) => attributes['data-node'] === id)).toBe(true);
    }
    const lefts = (form: Form) =>
      new Set(
        listElements(form).flatMap(({ name, attributes }) => (name === 'rect' ? [attributes['x']] : [])),
      );
    expect(wide.height).toBeLessThan(narrow.height);
    expect(lefts(wide).size).toBeGreaterThan(lefts(narrow).size);
  },
);

test('an arrow without words is an arrow, and not its id', async () => {
  const parsed = await parse(
    'block-beta\n columns 1\n a["하나"]\n quiet<["&nbsp;"]>(down)\n b["둘"]\n loud<["넘긴다"]>(right)\n both<[" "]>(x)',
  );
  const words = readWords(drawFittingForm(parsed, formWidths.narrow, measure) as Form).split('\n');
  expect(words).toEqual(['하나', '↓', '둘', '넘긴다', '↔']);
});

test('blocks keep the columns that their author gave them', async () => {
  const parsed = await parse(
    'block-beta\n columns 1\n block:p["위"]\n columns 2\n x["하나"] y["둘"] z["셋"]\n end\n block:q["아래"]\n w["넷"]\n end',
  );
  const form = drawFittingForm(parsed, formWidths.wide, measure) as Form;
  const tops = listElements(form).flatMap(({ attributes, children }) => {
    const [box] = children;
    return attributes['data-node'] && box && typeof box !== 'string'
      ? [[attributes['data-node'], Number(box.attributes['y'])] as const]
      : [];
  });
  const top = Object.fromEntries(tops);
  expect(top['x']).toBe(top['y']);
  expect(top['z']).toBeGreaterThan(top['x'] ?? 0);
  expect(top['q']).toBeGreaterThan(top['z'] ?? 0);
});

test('messages keep the numbers and the heads at both ends that their author gave them', async () => {
  const parsed = await parse(
    'sequenceDiagram\n autonumber 10 5\n A->>B: 하나\n A->>B: 둘\n autonumber off\n A<<->>B: 셋\n autonumber\n B-->>A: 넷',
  );
  const words = readWords(drawFittingForm(parsed, formWidths.narrow, measure) as Form).split('\n');
  expect(words.filter((word) => /^\d+$/.test(word))).toEqual(['10', '15', '25']);
  expect(words).toContain('A↔B');
});

test('a block over all columns stands alone in its row', async () => {
  const parsed = await parse(
    'block-beta\n columns 2\n t["제목"]:2\n block:p["왼쪽"]\n a["하나"]\n end\n block:q["오른쪽"]\n b["둘"]\n end',
  );
  const elements = listElements(drawFittingForm(parsed, formWidths.wide, measure) as Form);
  const top = (id: string) => {
    const box = elements.find(({ attributes }) => attributes['data-node'] === id)?.children[0];
    return box && typeof box !== 'string' ? Number(box.attributes['y']) : NaN;
  };
  expect(top('p')).toBe(top('q'));
  expect(top('p')).toBeGreaterThan(top('t'));
});

test('boxes in many boxes take no longer for each box around them', async () => {
  const depths = Array.from({ length: 12 }, (_, at) => at);
  const open = depths.map((at) => `subgraph G${at}[층 ${at}]\n a${at}[갑 ${at}]\n b${at}[을 ${at}]`);
  const ways = depths.map((at) => `a${at} --> b${(at + 5) % 12}\na${at} --> b${(at + 7) % 12}`);
  const parsed = await parse(['flowchart TB', ...open, ...depths.map(() => 'end'), ...ways].join('\n'));
  let asked = 0;
  drawFittingForm(parsed, formWidths.wide, (...text) => {
    asked++;
    return measure(...text);
  });
  expect(asked).toBeLessThan(20_000);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../../../src/build/chromium.ts';
import { openDrawings, type DrawnMap } from '../../../src/diagrams/draw.ts';
import { drawingKey, type Drawing } from '../../../src/diagrams/drawing.ts';
import { readRoom } from '../../../src/diagrams/drawing-room.ts';
import { nameStored } from '../../../src/diagrams/engine.ts';
import { fixtures, readFixture } from './fixtures.ts';
import { findLabelFaults, findPaleLabels, showDrawings } from './show-drawings.ts';

const store = mkdtempSync(join(tmpdir(), 'drawings-'));
const drawn = new Map<string, Drawing>();

beforeAll(async () => {
  if (!(await findChromium()))
    throw new Error('these tests need a Chromium: set CHROMIUM or install the packages');
  const drawings = openDrawings({ stores: [store], writeTo: [store] });
  try {
    const found = await drawings.draw([...fixtures.values()]);
    for (const [name, code] of fixtures) drawn.set(name, pick(found, code));
  } finally {
    await drawings.close();
  }
}, 120_000);

afterAll(() => rmSync(store, { recursive: true, force: true }));

function pick(found: DrawnMap, code: string): Drawing {
  const drawing = found.get(drawingKey(code));
  if (!drawing || 'failed' in drawing) throw new Error(drawing?.failed ?? 'missing');
  return drawing;
}

async function drawAnew(codes: readonly string[]): Promise<DrawnMap> {
  const drawings = openDrawings({ stores: [], writeTo: [] });
  try {
    return await drawings.draw(codes);
  } finally {
    await drawings.close();
  }
}

test('every drawing is safe, sized and small', () => {
  const sizes = [...drawn].map(([name, { svg, width, height, narrow }]) => {
    expect(svg, name).not.toMatch(
      /<(?:style|script|foreignObject|image|use)|\son\w+=|javascript:|="https?:|\sstyle=/i,
    );
    expect(width * height, name).toBeGreaterThan(0);
    expect(svg.startsWith('<svg class="drawing d-'), name).toBe(true);
    const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size, name).toBe(ids.length);
    expect(
      ids.every((id) => id?.startsWith(`d${drawingKey(readFixture(name)).slice(0, 8)}-`)),
      name,
    ).toBe(true);
    expect(svg, name).not.toMatch(/\d\.\d{4,}/);
    return gzipSync(svg + (narrow?.svg ?? '')).length;
  });
  expect(sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(2500);
});

test('labels are large enough, inside their boxes and apart, and read in both schemes', async () => {
  const all = new Map(
    [...drawn].flatMap(
      ([name, { svg, narrow }]) =>
        [[name, svg], ...(narrow ? [[`${name} (narrow)`, narrow.svg] as const] : [])] as const,
    ),
  );
  const { browser, page } = await showDrawings(all);
  try {
    expect(await findLabelFaults(page)).toEqual([]);
    expect(await findPaleLabels(page, 'light')).toEqual([]);
    expect(await findPaleLabels(page, 'dark')).toEqual([]);
  } finally {
    await browser.close();
  }
}, 60_000);

test('no Korean word is broken inside a label', () => {
  const svg = drawn.get('flowchart-groups')?.svg;
  expect(svg).toContain('>수직통합파운데이션모델<');
});

test('the same source gives the same bytes, whatever is drawn before it', async () => {
  const names = [...drawn.keys()].reverse();
  const again = await drawAnew(names.map(readFixture));
  for (const name of names) expect(pick(again, readFixture(name)), name).toEqual(drawn.get(name));
}, 120_000);

test('names that Mermaid makes up are the same every time', async () => {
  const code = 'gitGraph\n commit\n branch a\n commit\n';
  const states = 'stateDiagram-v2\n state S {\n [*] --> A\n --\n [*] --> B\n --\n [*] --> C\n }\n';
  const first = await drawAnew([readFixture('block'), states.replace('A', 'D'), code, states]);
  const second = await drawAnew([states, code, readFixture('block')]);
  for (const each of [code, states, readFixture('block')])
    expect(pick(first, each)).toEqual(pick(second, each));
}, 60_000);

test('every kind has a form for a phone and one for the text column', () => {
  for (const [name, { narrow, ...wide }] of drawn) {
    expect(readRoom(wide), name).toBeLessThanOrEqual(800);
    expect(readRoom(narrow ?? wide), name).toBeLessThanOrEqual(322);
  }
});

test('hostile sources are drawn without their poison', async () => {
  const codes = [
    'flowchart LR\n A["<script>alert(1)</script>위험"] --> B["<img src=x onerror=alert(1)>"]\n click A href "javascript:alert(1)"',
    '%%{init: {"securityLevel":"loose","htmlLabels":true,"theme":"forest","themeCSS":"*{fill:red}","fontFamily":"evil"}}%%\nflowchart LR\n A["<b>굵게</b>"] --> B\n click A call alert()',
    '---\nconfig:\n  securityLevel: loose\n  secure: []\n  htmlLabels: true\n  look: handDrawn\n  maxTextSize: 1\n---\nflowchart LR\n A --> B',
    'sequenceDiagram\n A->>B: <svg onload=alert(1)>안녕',
  ];
  const found = await drawAnew(codes);
  const plain = pick(await drawAnew(['flowchart LR\n A --> B']), 'flowchart LR\n A --> B');
  for (const code of codes) {
    const { svg } = pick(found, code);
    expect(svg).not.toMatch(/<(?:script|img|foreignObject|style)|\son\w+="|javascript:|evil/i);
  }
  const strip = (svg: string): string => svg.replace(/d[\da-f]{8}/g, 'd');
  expect(strip(pick(found, codes[2] ?? '').svg)).toBe(strip(plain.svg));
}, 60_000);

test('a source that Mermaid cannot draw fails alone', async () => {
  const found = await drawAnew(['flowchart LR\n A[', 'flowchart LR\n 하나 --> 둘']);
  expect([...found.values()].map((one) => 'failed' in one)).toEqual([true, false]);
}, 60_000);

test('without a browser the store still serves, and what is not in it is said to be undrawn', async () => {
  const drawings = openDrawings({ stores: [join(store, 'nothing'), store], writeTo: [], chromium: null });
  const steps: number[] = [];
  const found = await drawings.draw([readFixture('pie'), 'flowchart LR\n new --> one'], ({ done }) =>
    steps.push(done),
  );
  await drawings.close();
  expect(pick(found, readFixture('pie'))).toEqual(drawn.get('pie'));
  expect(found.get(drawingKey('flowchart LR\n new --> one'))).toEqual({ failed: 'no-browser' });
  expect(steps).toEqual([1, 2]);
});

test('a broken file in the store counts as missing', async () => {
  const broken = mkdtempSync(join(tmpdir(), 'drawings-'));
  const code = readFixture('pie');
  const whole = readFileSync(join(store, `${nameStored(drawingKey(code))}.json`), 'utf8');
  const damaged: string[] = [];
  for (const text of ['', whole.slice(0, 200), whole.replace('>', '>x'), '{"drawing":{"type":"pie"}}']) {
    writeFileSync(join(broken, `${nameStored(drawingKey(code))}.json`), text);
    const drawings = openDrawings({
      stores: [broken],
      writeTo: [],
      chromium: null,
      onDamage: (path) => damaged.push(path),
    });
    expect((await drawings.draw([code])).get(drawingKey(code))).toEqual({ failed: 'no-browser' });
  }
  expect(damaged).toHaveLength(4);
  const healing = openDrawings({ stores: [broken, store], writeTo: [broken], chromium: null });
  expect((await healing.draw([code])).get(drawingKey(code))).toEqual(drawn.get('pie'));
  rmSync(broken, { recursive: true });
});

test('two builds at once fill one store without harm', async () => {
  const shared = mkdtempSync(join(tmpdir(), 'drawings-'));
  const codes = ['pie', 'er', 'flowchart-lr'].map(readFixture);
  const builds = [1, 2].map(() => openDrawings({ stores: [shared], writeTo: [shared] }));
  await Promise.all(builds.map((build) => build.draw(codes)));
  await Promise.all(builds.map((build) => build.close()));
  expect(readdirSync(shared).sort()).toEqual(
    codes.map((code) => `${nameStored(drawingKey(code))}.json`).sort(),
  );
  for (const file of readdirSync(shared))
    expect(() => JSON.parse(readFileSync(join(shared, file), 'utf8')) as unknown).not.toThrow();
  rmSync(shared, { recursive: true });
}, 60_000);

test('a drawing that takes too long, or a browser that will not start, ends the wait', async () => {
  const slow = openDrawings({ stores: [], writeTo: [], drawLimit: 1 });
  const found = await slow.draw([readFixture('pie')]);
  await slow.close();
  expect([...found.values()]).toEqual([{ failed: 'the drawing took too long' }]);
  const none = openDrawings({
    stores: [],
    writeTo: [],
    chromium: { executablePath: '/bin/false', args: [] },
  });
  expect([...(await none.draw([readFixture('pie')])).values()]).toEqual([{ failed: 'no-browser' }]);
  await none.close();
}, 60_000);

test('a picture of another site is asked for by nobody and named in no drawing', async () => {
  const codes = [
    'flowchart LR\n A@{ img: "https://tracker.example/a.png", label: "그림", w: 60, h: 60 } --> B',
    'flowchart LR\n A@{\n  img: \'https://tracker.example/a.png\'\n  label: "그림"\n } --> B',
    'flowchart LR\n A@{ label: "그림", img: https://tracker.example/a.png } --> B',
    'flowchart LR\n A[그림] --> B\n style A fill:url(https://tracker.example/a.svg#x),mask-image:url(https://tracker.example/m)',
    'flowchart LR\n classDef x background-image:url("https://tracker.example/a.png")\n A[그림]:::x --> B',
  ];
  const found = await drawAnew(codes);
  for (const code of codes) {
    const { svg, narrow } = pick(found, code);
    expect(svg, code).toContain('그림');
    expect(svg + (narrow?.svg ?? ''), code).not.toContain('tracker');
  }
}, 60_000);

test('labels of classes are drawn as they are written, and abstract and static members look like it', async () => {
  const code =
    'classDiagram\n class A["*별표* 이름"] {\n +f()* void\n +g()$ List~T~\n }\n class B["~물결~ 이름"]\n A --> B : *강조* 와 ~취소~\n A --> C : ~하나~';
  const { svg } = pick(await drawAnew([code]), code);
  for (const label of ['*별표* 이름', '~물결~ 이름', '*강조* 와 ~취소~', '~하나~'])
    expect(svg.replace(/<[^>]*>/g, '')).toContain(label);
  expect(svg).toMatch(/font-style="italic"[^>]*>\+f\(\)/);
  expect(svg).toMatch(/text-decoration="underline"[^>]*>\+g\(\)/);
}, 60_000);

test('a graph of 300 nodes is a list, drawn at once', async () => {
  const lines = Array.from({ length: 300 }, (_, at) => `  N${at}[노드 ${at}] --> N${(at * 7 + 3) % 300}`);
  const code = `flowchart LR\n${lines.join('\n')}`;
  const { svg, narrow, ...wide } = pick(await drawAnew([code]), code);
  expect(svg).toContain('>노드 299<');
  expect(readRoom({ svg, ...wide })).toBeLessThanOrEqual(688);
  expect(readRoom({ ...wide, ...narrow, svg: narrow?.svg ?? svg })).toBeLessThanOrEqual(322);
}, 60_000);

test('frames of states hold the names of their transitions, and names slide off what they would hide', async () => {
  const states =
    'stateDiagram-v2\n state Lamp {\n  [*] --> Off\n  Off --> On : a switch pressed\n  On --> Off : a switch released\n  --\n  [*] --> Cold\n  Cold --> Warm : a current flows\n  Warm --> Cold : no current flows\n }';
  const found = await drawAnew([states]);
  const { svg } = pick(found, states);
  const frames = [...svg.matchAll(/<rect [^>]*>/g)].map(([rect]) => readBox(rect));
  const widest = Math.max(...frames.map(({ width }) => width));
  const outer = frames.find(({ width }) => width === widest);
  for (const [, x = '', , words = ''] of svg.matchAll(/<text x="([-\d.]+)"( [^>]*)?>([^<]*)</g)) {
    const half = (words.length * 7) / 2;
    expect(Number(x) - half, words).toBeGreaterThanOrEqual((outer?.x ?? 0) - 1);
    expect(Number(x) + half, words).toBeLessThanOrEqual((outer?.x ?? 0) + widest + 1);
  }
});

test('the first message stands below the name of the person who sends it', async () => {
  const code = 'sequenceDiagram\n actor C as Customer\n participant W as Web\n C->>+W: Order 3\n W-->>-C: ok';
  const { svg, faults } = pick(await drawAnew([code]), code);
  expect(faults).toBeUndefined();
  expect(svg).toContain('circle');
});

function readBox(rect: string): { x: number; width: number } {
  const read = (name: string) => Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(rect)?.[1] ?? 0);
  return { x: read('x'), width: read('width') };
}

test('a line between blocks of unlike widths leads to the other one', async () => {
  const code = 'block-beta\n columns 3\n a["Input"] b["Work"]:2\n a --> b';
  const { svg } = pick(await drawAnew([code]), code);
  const [, d = ''] = /<path class="e" d="([^"]+)"/.exec(svg) ?? [];
  expect(d).toMatch(/^M[\d.]+-?[\d.]+h[\d.]+$/);
});

test('a word wider than its room is broken where readers expect it', async () => {
  const graph = 'flowchart TD\n a -->|"TheStreet-Lantern-Keeper(Gas)"| b';
  const states = 'stateDiagram-v2\n A --> B : LanternLightersCompanyOfTheTown';
  const found = await drawAnew([graph, states]);
  const wordsOf = (code: string) =>
    [...pick(found, code).svg.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, words]) => words);
  expect(wordsOf(graph)).toEqual(['TheStreet-Lantern-Keeper', '(Gas)']);
  expect(wordsOf(states)).toEqual(['LanternLightersCompanyOf', 'TheTown']);
});

test('a line behind the corner of a class that it does not join is no way to draw it', async () => {
  const code =
    'classDiagram\n  동물 <|-- 포유류\n  동물 <|-- 조류\n  동물 <|-- 어류\n  포유류 <|-- 고래\n  포유류 <|-- 박쥐\n  조류 <|-- 펭귄\n  조류 <|-- 참새\n  어류 <|-- 상어\n  어류 <|-- 날치\n  박쥐 ..> 참새 : 하늘을 함께 난다\n  고래 -- 상어 : 바다를 나눈다';
  const { narrow, faults } = pick(await drawAnew([code]), code);
  expect(faults).toBeUndefined();
  // As a list, which names what a class leads to once more.
  expect(narrow?.svg.match(/>참새</g)).toHaveLength(2);
});

test('what leads back to itself is a loop, and what does not arrive ends in a cross', async () => {
  const states =
    'stateDiagram-v2\n  state "연결되지 않음 (네트워크 대기)" as off\n  state "연결되어 있고 인증을 기다림" as wait\n  off --> wait : SYN/ACK 교환 성공\n  wait --> off : 30초 시간 초과\n  wait --> 사용중 : 인증서 검증 통과\n  사용중 --> 사용중 : 심장 박동 신호\n  사용중 --> off : 연결 끊김\n  off --> off : 다시 시도';
  const steps =
    'sequenceDiagram\n participant E\n A->>B: one\n B->>C: two\n C->>D: three\n D--xA: lost\n A->E: line';
  const found = await drawAnew([states, steps]);
  expect(pick(found, states).svg.match(/ d="M[\d.]+ [\d.]+c-20-4-20 22 0 18"/g)).toHaveLength(2);
  const { narrow, svg } = pick(found, steps);
  expect(narrow?.svg ?? svg).toContain('D →× A');
  expect(narrow?.svg ?? svg).toContain('A – E');
});

import type { DiagramBody, DiagramTable } from './graph.ts';
import { asList, asRecord, asTexts, ask, readLabel } from './loose.ts';
import { formatNumber } from './read-outlines.ts';

/** Charts and schedules as tables; null for other types. */
export function readChart(type: string, db: unknown, code: string): DiagramBody | null {
  const tables = readTables(type, db, code)?.filter((table) => table.rows.length > 0);
  return tables && tables.length > 0 ? { kind: 'tables', tables } : null;
}

function readTables(type: string, db: unknown, code: string): DiagramTable[] | null {
  switch (type) {
    case 'pie':
      return [readPie(db)];
    case 'xychart':
      return [readXyChart(db)];
    case 'quadrantChart':
      return readQuadrant(code);
    case 'radar':
      return [readRadar(db)];
    case 'sankey':
      return [readSankey(db)];
    case 'packet':
      return [readPacket(db)];
    case 'journey':
      return [readJourney(db)];
    case 'gantt':
      return [readGantt(db)];
    case 'wardley':
      return readWardley(db);
    case 'eventmodeling':
      return [readEvents(code)];
    default:
      return null;
  }
}

function readPie(db: unknown): DiagramTable {
  const sections = [
    ...((ask(db, 'getSections') as Map<string, number> | undefined) ?? new Map<string, number>()),
  ];
  const total = sections.reduce((sum, [, value]) => sum + value, 0);
  return {
    head: ['항목', '값', '비율'],
    rows: sections.map(([label, value]) => [
      readLabel(label),
      formatNumber(value),
      total > 0 ? `${formatNumber(Math.round((value / total) * 1000) / 10)}%` : '',
    ]),
  };
}

function readXyChart(db: unknown): DiagramTable {
  const data = asRecord(ask(db, 'getXYChartData'));
  const plots = asList(data['plots']);
  const axis = (name: string): string => readLabel(asRecord(data[name])['title']);
  const kinds: Record<string, string> = { bar: '막대', line: '선' };
  const first = plots[0]?.['data'];
  const points = (plot: unknown): unknown[][] => (Array.isArray(plot) ? (plot as unknown[][]) : []);
  return {
    kinds: plots.map((plot) => String(plot['type'])),
    axes: { x: axis('xAxis'), y: axis('yAxis') },
    head: [
      axis('xAxis') || '항목',
      ...plots.map(
        (plot) =>
          readLabel(plot['title']) ||
          [axis('yAxis') || '값', plots.length > 1 ? `(${kinds[String(plot['type'])] ?? ''})` : '']
            .filter(Boolean)
            .join(' '),
      ),
    ],
    rows: points(first).map(([x], index) => [
      readLabel(x),
      ...plots.map((plot) => readLabel(points(plot['data'])[index]?.[1])),
    ]),
  };
}

/** Mermaid keeps only pixels of a quadrant chart, so the values are read from the source. */
function readQuadrant(code: string): DiagramTable[] {
  const axis = (name: string): string[] => {
    const text = new RegExp(`^\\s*${name}-axis\\s+(.+)$`, 'm').exec(code)?.[1] ?? '';
    return text.split(/-->/).map((part) => part.trim().replace(/^"|"$/g, ''));
  };
  const names = [1, 2, 3, 4].map((number) =>
    (new RegExp(`^\\s*quadrant-${number}\\s+(.+)$`, 'm').exec(code)?.[1] ?? '').trim().replace(/^"|"$/g, ''),
  );
  const [xs, ys] = [axis('x'), axis('y')];
  const points = [
    ...code.matchAll(/^\s*"?([^:"\n]+?)"?(?::::\w+)?\s*:\s*\[\s*([\d.]+)\s*,\s*([\d.]+)\s*\]/gm),
  ];
  const quadrant = (x: number, y: number): string =>
    names[y >= 0.5 ? (x >= 0.5 ? 0 : 1) : x >= 0.5 ? 3 : 2] ?? '';
  const range = (ends: string[], fallback: string): string =>
    ends.filter(Boolean).length > 1 ? `${ends.join(' → ')}` : ends[0] || fallback;
  return [
    {
      plane: { x: xs, y: ys, quadrants: names },
      head: ['항목', range(xs, '가로'), range(ys, '세로'), '자리'],
      rows: points.map(([, label = '', x = '', y = '']) => [
        readLabel(label.replace(/:::\w+$/, '')),
        x,
        y,
        quadrant(Number(x), Number(y)),
      ]),
    },
    {
      head: ['자리', '뜻'],
      rows: points.length > 0 ? [] : names.map((name, index) => [String(index + 1), name]),
    },
  ];
}

function readRadar(db: unknown): DiagramTable {
  const curves = asList(ask(db, 'getCurves'));
  return {
    head: ['축', ...curves.map((curve) => readLabel(curve['label']))],
    rows: asList(ask(db, 'getAxes')).map((axis, index) => [
      readLabel(axis['label']),
      ...curves.map((curve) => readLabel((curve['entries'] as unknown[] | undefined)?.[index])),
    ]),
  };
}

function readSankey(db: unknown): DiagramTable {
  return {
    head: ['출발', '도착', '양'],
    rows: asList(ask(db, 'getLinks')).map((link) => [
      readLabel(asRecord(link['source'])['ID']),
      readLabel(asRecord(link['target'])['ID']),
      readLabel(link['value']),
    ]),
  };
}

function readPacket(db: unknown): DiagramTable {
  const words = ask(db, 'getPacket');
  const fields = (Array.isArray(words) ? words : []).flatMap((word) => asList(word));
  return {
    head: ['비트', '내용'],
    rows: fields.map((field) => [
      field['start'] === field['end']
        ? readLabel(field['start'])
        : `${readLabel(field['start'])}–${readLabel(field['end'])}`,
      readLabel(field['label']),
    ]),
  };
}

function readJourney(db: unknown): DiagramTable {
  return {
    head: ['단계', '할 일', '만족도', '누가'],
    rows: asList(ask(db, 'getTasks')).map((task) => [
      readLabel(task['section']),
      readLabel(task['task']),
      readLabel(task['score']),
      asTexts(task['people']).join(', '),
    ]),
  };
}

function readGantt(db: unknown): DiagramTable {
  const marks = { done: '마침', active: '진행 중', crit: '중요', milestone: '이정표' };
  const hasDates = !/^[HhmsS:.aA\s]+$/.test(readLabel(ask(db, 'getDateFormat')));
  const day = (value: unknown): string => {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) return '';
    const two = (number: number): string => String(number).padStart(2, '0');
    const date = `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())}`;
    // Without a date in the source Mermaid takes today's.
    if (!hasDates) return `${two(value.getHours())}:${two(value.getMinutes())}`;
    return value.getHours() + value.getMinutes() === 0
      ? date
      : `${date} ${two(value.getHours())}:${two(value.getMinutes())}`;
  };
  return {
    ids: asList(ask(db, 'getTasks')).map((task) => String(task['id'])),
    head: ['구분', '일', '시작', '끝', '상태'],
    rows: asList(ask(db, 'getTasks')).map((task) => [
      readLabel(task['section']),
      readLabel(task['task']),
      day(task['startTime']),
      task['milestone'] === true ? '' : day(task['endTime']),
      Object.entries(marks)
        .filter(([key]) => task[key] === true)
        .map(([, word]) => word)
        .join(', '),
    ]),
  };
}

function readWardley(db: unknown): DiagramTable[] {
  const data = asRecord(ask(db, 'getWardleyData'));
  const nodes = asList(data['nodes']);
  const names = new Map(nodes.map((node) => [String(node['id']), readLabel(node['label'])]));
  const place = (value: unknown): string =>
    typeof value === 'number' ? String(Math.round(value) / 100) : '';
  return [
    {
      head: ['요소', '보이는 정도', '진화'],
      rows: nodes.map((node) => [readLabel(node['label']), place(node['y']), place(node['x'])]),
    },
    {
      head: ['요소', '기대는 것'],
      rows: asList(data['links']).map((link) => [
        names.get(String(link['source'] ?? link['from'])) ?? '',
        names.get(String(link['target'] ?? link['to'])) ?? '',
      ]),
    },
    { head: ['메모'], rows: asList(data['notes']).map((note) => [readLabel(note['text'])]) },
  ];
}

const entityKinds: Record<string, string> = {
  ui: '화면',
  cmd: '명령',
  command: '명령',
  evt: '사건',
  event: '사건',
  rmo: '읽기 모델',
  readmodel: '읽기 모델',
  pcr: '처리기',
  processor: '처리기',
};

function readEvents(code: string): DiagramTable {
  const frames = [...code.matchAll(/^\s*(?:tf|timeframe|rf|resetframe)\s+(\d+)\s+(\w+)\s+([^\s{[>]+)/gm)];
  return {
    head: ['차례', '종류', '이름'],
    rows: frames.map(([, number = '', kind = '', name = '']) => [number, entityKinds[kind] ?? kind, name]),
  };
}

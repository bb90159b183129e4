import { diagramsWords } from '#words';
import type { DiagramBody, DiagramTable } from './graph.ts';
import { asList, asRecord, asTexts, ask, type Loose, readLabel } from './loose.ts';
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
  const words = diagramsWords().parts;
  const sections = [
    ...((ask(db, 'getSections') as Map<string, number> | undefined) ?? new Map<string, number>()),
  ];
  const total = sections.reduce((sum, [, value]) => sum + value, 0);
  return {
    head: [words.item, words.value, words.share],
    rows: sections.map(([label, value]) => [
      readLabel(label),
      formatNumber(value),
      total > 0 ? formatShare(value / total) : '',
    ]),
  };
}

/** A share in percent. What is not nothing does not read as nothing. */
function formatShare(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  return share > 0 && rounded === 0 ? '<0.1%' : `${formatNumber(rounded)}%`;
}

function readXyChart(db: unknown): DiagramTable {
  const data = asRecord(ask(db, 'getXYChartData'));
  const plots = asList(data['plots']);
  const axis = (name: string): string => readLabel(asRecord(data[name])['title']);
  const words = diagramsWords().parts;
  const kinds: Record<string, string> = words.kinds;
  const first = plots[0]?.['data'];
  const columns = plots.map(
    (plot) =>
      readLabel(plot['title']) ||
      [axis('yAxis') || words.value, plots.length > 1 ? `(${kinds[String(plot['type'])] ?? ''})` : '']
        .filter(Boolean)
        .join(' '),
  );
  const points = (plot: unknown): unknown[][] => (Array.isArray(plot) ? (plot as unknown[][]) : []);
  return {
    kinds: plots.map((plot) => String(plot['type'])),
    axes: { x: axis('xAxis'), y: axis('yAxis') },
    head: [
      axis('xAxis') || words.item,
      ...columns.map((name, index) => (isRepeated(columns, name) ? `${index + 1}. ${name}` : name)),
    ],
    rows: points(first).map(([x], index) => [
      shortenNumber(readLabel(x)),
      ...plots.map((plot) => readLabel(points(plot['data'])[index]?.[1])),
    ]),
  };
}

function isRepeated(names: readonly string[], name: string): boolean {
  return names.indexOf(name) !== names.lastIndexOf(name);
}

/** Mermaid divides a range into steps: `3.3333333333333335` is `3.333`. What an author wrote has fewer digits. */
function shortenNumber(text: string): string {
  if (!/^-?\d+\.\d{13,}$/.test(text)) return text;
  const value = Number(text);
  return String(Math.abs(value) < 1 ? Number(value.toPrecision(4)) : Math.round(value * 1000) / 1000);
}

/** Mermaid keeps only pixels of a quadrant chart, so the values are read from the source. */
function readQuadrant(code: string): DiagramTable[] {
  const words = diagramsWords().parts;
  const axis = (name: string): string[] => {
    const text = new RegExp(`^[^\\S\\n]*${name}-axis\\s+(.+)$`, 'm').exec(code)?.[1] ?? '';
    return text.split(/-->/).map((part) => part.trim().replace(/^"|"$/g, ''));
  };
  const names = [1, 2, 3, 4].map((number) =>
    (new RegExp(`^\\s*quadrant-${number}\\s+(.+)$`, 'm').exec(code)?.[1] ?? '').trim().replace(/^"|"$/g, ''),
  );
  const [xs, ys] = [axis('x'), axis('y')];
  const points = [
    ...code.matchAll(
      /^[^\S\n]*(?:"([^"\n]+)"|([^:"\n]+?))(?::::\w+)?[^\S\n]*:\s*\[\s*([\d.]+)\s*,\s*([\d.]+)\s*\]/gm,
    ),
  ];
  const quadrant = (x: number, y: number): string =>
    names[y >= 0.5 ? (x >= 0.5 ? 0 : 1) : x >= 0.5 ? 3 : 2] ?? '';
  const range = (ends: string[], fallback: string): string =>
    ends.filter(Boolean).length > 1 ? `${ends.join(' → ')}` : ends[0] || fallback;
  return [
    {
      plane: { x: xs, y: ys, quadrants: names },
      head: [words.item, range(xs, words.across), range(ys, words.upright), words.place],
      rows: points.map(([, quoted, bare = '', x = '', y = '']) => [
        readLabel(quoted ?? bare.replace(/:::\w+$/, '')),
        x,
        y,
        quadrant(Number(x), Number(y)),
      ]),
    },
    {
      head: [words.place, words.meaning],
      rows: points.length > 0 ? [] : names.map((name, index) => [String(index + 1), name]),
    },
  ];
}

function readRadar(db: unknown): DiagramTable {
  const curves = asList(ask(db, 'getCurves'));
  return {
    head: [diagramsWords().parts.axis, ...curves.map((curve) => readLabel(curve['label']))],
    rows: asList(ask(db, 'getAxes')).map((axis, index) => [
      readLabel(axis['label']),
      ...curves.map((curve) => readLabel((curve['entries'] as unknown[] | undefined)?.[index])),
    ]),
  };
}

function readSankey(db: unknown): DiagramTable {
  return {
    head: diagramsWords().parts.flow,
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
    head: diagramsWords().parts.packet,
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
    head: diagramsWords().parts.journey,
    rows: asList(ask(db, 'getTasks')).map((task) => [
      readLabel(task['section']),
      readLabel(task['task']),
      readLabel(task['score']),
      asTexts(task['people']).join(', '),
    ]),
  };
}

function readGantt(db: unknown): DiagramTable {
  const marks = diagramsWords().parts.states;
  const tasks = asList(ask(db, 'getTasks'));
  const format = readLabel(ask(db, 'getDateFormat'));
  const times = tasks.map((task) => readSpan(task, format));
  const stamps = times.flat().flatMap((at) => (at instanceof Date ? at.getTime() : []));
  // Numbers are days of a calendar or count from nothing, which is a day in 1970.
  const hasDates = /^x$/i.test(format)
    ? stamps.some((stamp) => stamp >= 86_400_000)
    : !/^[HhmsS:.,aA\s]+$/.test(format);
  const isExact = stamps.some((stamp) => stamp % 60_000 !== 0);
  const say = (value: unknown): string => {
    const at = sayTime(value);
    if (!at) return '';
    const [date = '', whole = ''] = at.split('T');
    const time = isExact ? whole.replace(/\.000$/, '') : whole.slice(0, 5);
    // Without a date in the source Mermaid takes today's.
    if (!hasDates) return time;
    return /^[0:.]+$/.test(time) ? date : `${date} ${time}`;
  };
  return {
    ids: tasks.map((task) => String(task['id'])),
    times: times.map(([start, end]) => [sayTime(start), sayTime(end)]),
    head: diagramsWords().parts.gantt,
    rows: tasks.map((task, index) => [
      readLabel(task['section']),
      readLabel(task['task']),
      say(times[index]?.[0]),
      task['milestone'] === true ? '' : say(times[index]?.[1]),
      Object.entries(marks)
        .filter(([key]) => task[key] === true)
        .map(([, word]) => word)
        .join(', '),
    ]),
  };
}

/** When a task starts and ends. Mermaid reads a start in seconds (`dateFormat X`) as milliseconds, and its end as seconds. */
function readSpan(task: Loose, format: string): [start: unknown, end: unknown] {
  const { startTime: start, endTime: end } = task;
  const raw = asRecord(task['raw']);
  const said = readLabel(asRecord(raw['startTime'])['startData']);
  if (format.trim() !== 'X' || !/^\d+$/.test(said) || !(start instanceof Date) || !(end instanceof Date))
    return [start, end];
  const right = new Date(Number(said) * 1000);
  const isSaid = /^\d+$/.test(readLabel(asRecord(raw['endTime'])['data']).trim());
  return [right, isSaid ? end : new Date(end.getTime() + right.getTime() - start.getTime())];
}

/** A time as the author's place counts it, such as `2026-05-01T09:30:00.000`; empty where Mermaid found none. */
function sayTime(value: unknown): string {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return '';
  const two = (number: number, digits = 2): string => String(number).padStart(digits, '0');
  const date = [two(value.getFullYear(), 4), two(value.getMonth() + 1), two(value.getDate())].join('-');
  const time = [value.getHours(), value.getMinutes(), value.getSeconds()].map((part) => two(part)).join(':');
  return `${date}T${time}.${two(value.getMilliseconds(), 3)}`;
}

function readWardley(db: unknown): DiagramTable[] {
  const data = asRecord(ask(db, 'getWardleyData'));
  const nodes = asList(data['nodes']);
  const names = new Map(nodes.map((node) => [String(node['id']), readLabel(node['label'])]));
  const place = (value: unknown): string =>
    typeof value === 'number' ? String(Math.round(value) / 100) : '';
  return [
    {
      head: diagramsWords().parts.wardley,
      rows: nodes.map((node) => [readLabel(node['label']), place(node['y']), place(node['x'])]),
    },
    {
      head: diagramsWords().parts.dependencies,
      rows: asList(data['links']).map((link) => [
        names.get(String(link['source'] ?? link['from'])) ?? '',
        names.get(String(link['target'] ?? link['to'])) ?? '',
      ]),
    },
    {
      head: [diagramsWords().parts.notes],
      rows: asList(data['notes']).map((note) => [readLabel(note['text'])]),
    },
  ];
}

/** Mermaid's short and long names of what an event model holds. */
const entityKinds = {
  ui: 'ui',
  cmd: 'command',
  command: 'command',
  evt: 'event',
  event: 'event',
  rmo: 'readModel',
  readmodel: 'readModel',
  pcr: 'processor',
  processor: 'processor',
} as const;

function readEvents(code: string): DiagramTable {
  const frames = [
    ...code.matchAll(/^[^\S\n]*(?:tf|timeframe|rf|resetframe)\s+(\d+)\s+(\w+)\s+([^\s{[>]+)/gm),
  ];
  return {
    head: diagramsWords().parts.events,
    rows: frames.map(([, number = '', kind = '', name = '']) => [
      number,
      kind in entityKinds
        ? diagramsWords().parts.eventKinds[entityKinds[kind as keyof typeof entityKinds]]
        : kind,
      name,
    ]),
  };
}

import type { ParsedDiagram } from '../graph.ts';
import { drawTitle, type Form, type Sheet, smallSize } from './sheet.ts';

interface Task {
  id: string | undefined;
  section: string;
  name: string;
  start: number;
  end: number;
  dates: string;
  state: string;
  isMilestone: boolean;
}

/** A schedule to scale: one row a task, its dates in words beside its bar. */
export function drawGantt(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  const table = parsed.body.kind === 'tables' ? parsed.body.tables[0] : undefined;
  if (!table) return null;
  const tasks = table.rows.map((row, index): Task => {
    const [section = '', name = '', from = '', to = '', state = ''] = row;
    const [begins = '', ends = ''] = table.times?.[index] ?? [];
    const start = new Date(begins).getTime();
    return {
      id: table.ids?.[index],
      section,
      name,
      start,
      end: to ? new Date(ends).getTime() : start,
      dates: to && to !== from ? `${from} – ${shorten(from, to)}` : from,
      state,
      isMilestone: to === '',
    };
  });
  if (tasks.some(({ start, end }) => Number.isNaN(start) || Number.isNaN(end))) return null;
  const first = Math.min(...tasks.map(({ start }) => start));
  const last = Math.max(...tasks.map(({ end }) => end));
  const small = { size: smallSize } as const;
  const bold = { weight: 600 } as const;
  const isWide = sheet.width >= 520;
  const column = isWide
    ? Math.min(sheet.width * 0.34, Math.max(...tasks.map(({ name }) => sheet.measure(name, 15, 400)))) + 16
    : 0;
  const room = sheet.width - column - 12;
  const place = (time: number): number =>
    column + 6 + (last > first ? ((time - first) / (last - first)) * room : 0);
  let y = drawTitle(sheet, parsed.title);
  const ticks = chooseTicks(first, last, isWide ? 6 : 4);
  const labels = ticks.map(({ text, time }) => ({
    text,
    x: place(time),
    wide: sheet.measure(text, smallSize, 400),
  }));
  let free = -Infinity;
  const shown = labels.map(({ text, x, wide }) => {
    const left = Math.min(Math.max(column, x - wide / 2), sheet.width - wide);
    const isFree = left > free;
    if (isFree) {
      free = left + wide + 8;
      sheet.text(left, y, [text], { ...small, fill: 'mute' });
    }
    return { x, isFree };
  });
  y += 24;
  const top = y;
  const grid = sheet.children.length;
  let section = '';
  for (const task of tasks) {
    if (task.section && task.section !== section) {
      section = task.section;
      y =
        sheet.text(0, y + 4, sheet.wrap(section, sheet.width, bold), {
          ...bold,
          fill: 'accent',
          ground: 'veil',
        }) + 4;
    }
    sheet.node(task.id, [], () => {
      const words = [task.dates, task.state].filter(Boolean).join(' · ');
      const lines = sheet.wrap(task.name, isWide ? column - 16 : sheet.width);
      const notes = sheet.wrap(words, isWide ? room : sheet.width, small);
      const begin = y;
      if (isWide) {
        sheet.text(0, y, lines);
        y += 3;
      } else y = sheet.text(0, y, lines, { ground: 'veil' }) + 2;
      drawBar(sheet, task, place, y);
      y = sheet.text(
        isWide
          ? chooseLeft(sheet, notes, place(task.start), column)
          : chooseLeft(sheet, notes, place(task.start), 0),
        y + 14,
        notes,
        { ...small, fill: 'mute', ground: 'veil' },
      );
      y = Math.max(y, begin + lines.length * 21) + 9;
    });
  }
  const rows = sheet.children.splice(grid);
  for (const { x, isFree } of shown)
    if (isFree)
      sheet.line(
        [
          [x, top - 4],
          [x, y - 6],
        ],
        { stroke: 'grid' },
      );
  sheet.children.push(...rows);
  return sheet.finish(y - 6);
}

function drawBar(sheet: Sheet, task: Task, place: (time: number) => number, y: number): void {
  const [left, right] = [place(task.start), place(task.end)];
  if (task.isMilestone) {
    sheet.path(`M${left} ${y - 1}l7 7l-7 7l-7 -7Z`, { fill: 'accent' });
    return;
  }
  sheet.rect(left, y + 1, Math.max(3, right - left), 11, { fill: 's0' }, 2);
}

/** A note stands below its bar's start, moved left where it would not fit. */
function chooseLeft(sheet: Sheet, lines: readonly string[], wanted: number, least: number): number {
  const wide = Math.max(...lines.map((line) => sheet.measure(line, smallSize, 400)));
  return Math.max(least, Math.min(wanted - 2, sheet.width - wide));
}

/** The end of a stretch without the year and month that its start has said. */
function shorten(from: string, to: string): string {
  if (!from.includes('-')) return to;
  const [day = '', time] = to.split(' ');
  if (time && from.startsWith(day)) return time;
  return from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const steps: readonly (readonly [
  milliseconds: number,
  unit: 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year',
  count: number,
])[] = [
  [second, 'second', 1],
  [5 * second, 'second', 5],
  [15 * second, 'second', 15],
  [minute, 'minute', 1],
  [5 * minute, 'minute', 5],
  [15 * minute, 'minute', 15],
  [hour, 'hour', 1],
  [3 * hour, 'hour', 3],
  [6 * hour, 'hour', 6],
  [12 * hour, 'hour', 12],
  [24 * hour, 'day', 1],
  [48 * hour, 'day', 2],
  [168 * hour, 'day', 7],
  [336 * hour, 'day', 14],
  [730 * hour, 'month', 1],
  [2190 * hour, 'month', 3],
  [4380 * hour, 'month', 6],
  [8760 * hour, 'year', 1],
  [17520 * hour, 'year', 2],
  [43800 * hour, 'year', 5],
  [87600 * hour, 'year', 10],
];

/** At most about `most` round times between two. */
function chooseTicks(first: number, last: number, most: number): { time: number; text: string }[] {
  const [, unit, count] = steps.find(([milliseconds]) => (last - first) / milliseconds <= most) ??
    steps.at(-1) ??
    steps[0] ?? [hour, 'hour', 1];
  const start = new Date(first);
  const ticks: { time: number; text: string }[] = [];
  const two = (number: number): string => String(number).padStart(2, '0');
  const isFine = unit === 'minute' || unit === 'second';
  const at = new Date(
    start.getFullYear(),
    unit === 'year' ? 0 : unit === 'month' ? Math.floor(start.getMonth() / count) * count : start.getMonth(),
    unit === 'month' || unit === 'year' ? 1 : start.getDate(),
    unit === 'hour' ? Math.floor(start.getHours() / count) * count : isFine ? start.getHours() : 0,
    unit === 'minute' ? Math.floor(start.getMinutes() / count) * count : isFine ? start.getMinutes() : 0,
    unit === 'second' ? Math.floor(start.getSeconds() / count) * count : 0,
  );
  for (let guard = 0; at.getTime() <= last && guard < 400; guard += 1) {
    if (at.getTime() >= first) {
      const month = `${at.getFullYear()}-${two(at.getMonth() + 1)}`;
      const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
      const text = {
        second: `${time}:${two(at.getSeconds())}`,
        minute: time,
        hour: time,
        day: `${two(at.getMonth() + 1)}-${two(at.getDate())}`,
        month,
        year: String(at.getFullYear()),
      }[unit];
      ticks.push({ time: at.getTime(), text });
    }
    if (unit === 'second') at.setSeconds(at.getSeconds() + count);
    else if (unit === 'minute') at.setMinutes(at.getMinutes() + count);
    else if (unit === 'hour') at.setHours(at.getHours() + count);
    else if (unit === 'day') at.setDate(at.getDate() + count);
    else if (unit === 'month') at.setMonth(at.getMonth() + count);
    else at.setFullYear(at.getFullYear() + count);
  }
  return ticks;
}

/** A journey: what is done, how well it goes on a scale of five, and who does it. */
export function drawJourney(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  const table = parsed.body.kind === 'tables' ? parsed.body.tables[0] : undefined;
  if (!table) return null;
  const small = { size: smallSize } as const;
  const bold = { weight: 600 } as const;
  // Scores beyond Mermaid's five have no row of dots that could hold them.
  const dots = table.rows.some(([, , score = '']) => Number(score) > 5) ? 0 : 5;
  const scale = dots * 15 + 22 + (dots ? 0 : 12);
  let y = drawTitle(sheet, parsed.title);
  let section = '';
  for (const [stage = '', task = '', score = '', people = ''] of table.rows) {
    if (stage && stage !== section) {
      section = stage;
      y = sheet.text(0, y + 4, sheet.wrap(stage, sheet.width, bold), { ...bold, fill: 'accent' }) + 4;
    }
    const start = y;
    const right = sheet.width - scale;
    for (let dot = 1; dot <= dots; dot += 1)
      sheet.circle(
        right + dot * 15 - 7,
        y + 10.5,
        5,
        dot <= Number(score) ? { fill: 's0', stroke: 's0' } : { fill: 'veil', stroke: 'edge' },
      );
    sheet.text(sheet.width, y, [score], { ...bold, anchor: 'end' });
    y = sheet.text(0, y, sheet.wrap(task, right - 14));
    if (people) y = sheet.text(0, y, sheet.wrap(people, right - 14, small), { ...small, fill: 'mute' });
    y = Math.max(y, start + 21) + 8;
    sheet.line(
      [
        [0, y - 4],
        [sheet.width, y - 4],
      ],
      { stroke: 'grid' },
    );
    y += 4;
  }
  return sheet.finish(y - 6);
}

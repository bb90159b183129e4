import type { ParsedDiagram } from '../graph.ts';
import { type Box, crosses, overlaps, type Point } from '../boxes.ts';
import { drawTitle, type Form, round, Sheet, smallSize } from './sheet.ts';

const hues = ['s0', 's2', 's1', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10', 's11'];

interface Series {
  name: string;
  isLine: boolean;
  values: { value: number; text: string }[];
}

/** Shares of a whole as bars: lengths can be compared, slices cannot. */
export function drawPie(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  const table = parsed.body.kind === 'tables' ? parsed.body.tables[0] : undefined;
  if (!table) return null;
  const values = table.rows.map(([, value = '', share = '']) => ({
    value: readNumber(value),
    text: share && share.replace('%', '') !== value ? `${share} (${value})` : share || value,
  }));
  return drawBars(
    parsed.title,
    sheet,
    table.rows.map(([label = '']) => label),
    [{ name: '', isLine: false, values }],
    '',
  );
}

/** Bars and lines over categories: one row a category, from a true zero, every value beside its mark. */
export function drawXyChart(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  const table = parsed.body.kind === 'tables' ? parsed.body.tables[0] : undefined;
  if (!table) return null;
  const { kinds = [], axes } = table;
  const series = table.head.slice(1).map((name, index): Series => ({
    name: table.head.length > 2 ? name : '',
    isLine: kinds[index] === 'line',
    values: table.rows.map((row) => {
      const text = row[index + 1] ?? '';
      const value = readNumber(text);
      return {
        value,
        text: Number.isFinite(value) ? value.toLocaleString('en-US', { maximumFractionDigits: 6 }) : text,
      };
    }),
  }));
  const note = [axes?.y, axes?.x].filter(Boolean).join(' · ');
  const labels = table.rows.map(([label = '']) => label);
  const lines = series.every(({ isLine }) => isLine)
    ? drawLines(parsed.title, new Sheet(sheet.width, sheet.measure), labels, series, note)
    : null;
  return lines ?? drawBars(parsed.title, sheet, labels, series, note);
}

function drawBars(
  title: string,
  sheet: Sheet,
  labels: readonly string[],
  series: readonly Series[],
  note: string,
): Form {
  let y = drawTitle(sheet, title);
  const small = { size: smallSize } as const;
  if (note) y = sheet.text(0, y, sheet.wrap(note, sheet.width, small), { ...small, fill: 'mute' }) + 8;
  if (series.length > 1) y = drawLegend(sheet, series, y) + 10;
  const widest = Math.max(...labels.map((label) => sheet.measure(label, 15, 400)));
  const column = Math.min(widest, sheet.width * 0.34);
  const isBeside = sheet.width >= 480;
  const left = isBeside ? column + 14 : 0;
  const numbers = series.flatMap(({ values }) => values.map(({ value }) => value)).filter(Number.isFinite);
  const texts = series.flatMap(({ values }) => values.map(({ text }) => sheet.measure(text, 15, 600)));
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const margin = Math.max(0, ...texts) + 12;
  const room = Math.max(40, sheet.width - left - margin - (low < 0 ? margin : 0));
  const scale = high > low ? room / (high - low) : 0;
  const zero = left + (low < 0 ? margin : 0) - low * scale;
  const thick = series.length > 1 ? 12 : 16;
  const top = y;
  const marks: (() => void)[] = [];
  // Below each label a piece of its own, which passes through none.
  const axes: (readonly [from: number, to: number])[] = [];
  for (const [index, label] of labels.entries()) {
    const lines = sheet.wrap(label, isBeside ? column : sheet.width);
    const start = y;
    if (isBeside) {
      const high = Math.max(lines.length * 21, series.length * (thick + 9));
      sheet.text(0, start + (high - lines.length * 21) / 2, lines);
      y = start + (high - series.length * (thick + 9)) / 2 + 4.5;
    } else y = sheet.text(0, y, lines) + 2;
    const first = y;
    for (const [place, { values, isLine }] of series.entries()) {
      const { value, text } = values[index] ?? { value: NaN, text: '' };
      const hue = hues[place % 12] ?? 's0';
      const end = Number.isFinite(value) ? zero + value * scale : zero;
      const at = y;
      marks.push(() => {
        if (isLine) {
          sheet.line(
            [
              [zero, at + thick / 2],
              [end, at + thick / 2],
            ],
            { stroke: 'grid' },
          );
          sheet.circle(end, at + thick / 2, 5, { fill: hue });
        } else if (Math.abs(end - zero) > 0.1)
          sheet.rect(Math.min(zero, end), at, Math.max(0.5, Math.abs(end - zero)), thick, { fill: hue });
        const isLeft = value < 0;
        const gap = isLine ? 10 : 6;
        sheet.text(end + (isLeft ? -gap : gap), at + thick / 2 - 10.5, [text], {
          weight: 600,
          ...(isLeft ? { anchor: 'end' } : {}),
        });
      });
      y += thick + (isBeside ? 9 : 6);
    }
    axes.push([first - 2, y - 4]);
    y = isBeside ? Math.max(y - 4.5, start + lines.length * 21) + 6 : y + 6;
  }
  marks.forEach((draw) => draw());
  for (const [from, to] of isBeside ? [[top - 2, y - 4] as const] : axes)
    sheet.line(
      [
        [zero, from],
        [zero, to],
      ],
      { stroke: 'edge' },
    );
  return sheet.finish(y - 4);
}

/**
 * Lines over categories that stand side by side, on a scale that holds zero; null where they have no room. One line has
 * its values at its points, several have a scale beside them. A long series has both, and names some of its points.
 */
function drawLines(
  title: string,
  sheet: Sheet,
  labels: readonly string[],
  series: readonly Series[],
  note: string,
): Form | null {
  const [only] = series;
  const numbers = series.flatMap(({ values }) => values.map(({ value }) => value));
  if (!only || labels.length < 3 || !numbers.every(Number.isFinite)) return null;
  const small = { size: smallSize } as const;
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const isLong = labels.length > mostNamed;
  const ticks = series.length > 1 || isLong ? chooseTicks(low, high) : [];
  const texts = ticks.map((tick) => tick.toLocaleString('en-US', { maximumFractionDigits: 6 }));
  const left = Math.max(0, ...texts.map((text) => sheet.measure(text, smallSize, 400) + 8));
  const pitch = (sheet.width - left) / labels.length;
  const longestLabel = Math.max(...labels.map((label) => sheet.measure(label, smallSize, 400)));
  const longest = Math.max(
    longestLabel,
    ...(series.length > 1 ? [] : only.values.map(({ text }) => sheet.measure(text, smallSize, 600))),
  );
  if (isLong ? longestLabel > (sheet.width - left) / 3 : longest > pitch - 6) return null;
  const every = isLong ? Math.ceil((longestLabel + 12) / pitch) : 1;
  let y = drawTitle(sheet, title);
  if (note) y = sheet.text(0, y, sheet.wrap(note, sheet.width, small), { ...small, fill: 'mute' }) + 8;
  if (series.length > 1) y = drawLegend(sheet, series, y);
  const top = y + 24;
  const tall = 200;
  const place = (value: number): number => top + (high > low ? ((high - value) / (high - low)) * tall : tall);
  for (const [index, tick] of ticks.entries()) {
    sheet.text(left - 8, place(tick) - 9.5, [texts[index] ?? ''], { ...small, fill: 'mute', anchor: 'end' });
    if (tick !== 0)
      sheet.line(
        [
          [left, place(tick)],
          [sheet.width, place(tick)],
        ],
        { stroke: 'grid' },
      );
  }
  const axis: readonly Point[] = [
    [left, place(0)],
    [sheet.width, place(0)],
  ];
  sheet.line(axis, { stroke: 'edge' });
  const bottom = place(low) + (low < 0 ? 24 : 8);
  for (const [index, { values }] of series.entries()) {
    const hue = hues[index % 12] ?? 's0';
    const points = values.map(({ value }, at): Point => [left + pitch * (at + 0.5), place(value)]);
    sheet.line(points, { stroke: hue, width: 2 });
    if (pitch >= 12) for (const [x, at] of points) sheet.circle(x, at, 4, { fill: hue });
    if (series.length === 1)
      nameValues(
        sheet,
        points,
        values.map(({ text }) => text),
        { axis, bottom, ...(isLong ? { named: findTurns(values) } : {}) },
      );
  }
  let free = -Infinity;
  for (const [index, label] of labels.entries()) {
    const half = sheet.measure(label, smallSize, 400) / 2;
    const x = left + pitch * (index + 0.5);
    const middle = Math.max(half, Math.min(x, sheet.width - half));
    if (index % every > 0 || middle - half < free) continue;
    free = middle + half + 4;
    if (isLong)
      sheet.line(
        [
          [x, place(low)],
          [x, place(low) + 5],
        ],
        { stroke: 'edge' },
      );
    sheet.text(middle, bottom, [label], {
      ...small,
      anchor: 'middle',
    });
  }
  return sheet.finish(bottom + 20);
}

/** A series of more points has not each of them named. */
const mostNamed = 16;

/** Where a series begins, ends, is lowest and is highest. */
function findTurns(values: Series['values']): ReadonlySet<number> {
  const numbers = values.map(({ value }) => value);
  return new Set([
    numbers.indexOf(Math.max(...numbers)),
    numbers.indexOf(Math.min(...numbers)),
    0,
    numbers.length - 1,
  ]);
}

/** Each value beside its point, where neither the line nor the axis nor another value passes through it. */
function nameValues(
  sheet: Sheet,
  points: readonly Point[],
  texts: readonly string[],
  { axis, bottom, named }: { axis: readonly Point[]; bottom: number; named?: ReadonlySet<number> },
): void {
  const taken = points.map(([x, y]): Box => ({ left: x - 5, top: y - 5, right: x + 5, bottom: y + 5 }));
  for (const [index, [x, y]] of points.entries()) {
    if (named && !named.has(index)) continue;
    const text = texts[index] ?? '';
    const half = sheet.measure(text, smallSize, 600) / 2;
    const spots = [-21, 9].flatMap((above) =>
      [0, half + 4, -half - 4].map((aside): Box => ({
        left: x + aside - half,
        right: x + aside + half,
        top: y + above,
        bottom: y + above + 12,
      })),
    );
    const isFree = (box: Box): boolean =>
      box.left >= (axis[0]?.[0] ?? 0) &&
      box.right <= sheet.width &&
      box.bottom < bottom &&
      !crosses(points, grow(box)) &&
      !crosses(axis, box) &&
      taken.every((other) => !overlaps(grow(box), other));
    const spot = spots.find(isFree);
    if (named && !spot) continue;
    const { left, top } = spot ?? spots[0] ?? { left: x, top: y };
    if (spot) taken.push(spot);
    sheet.text(left, top - 4, [text], {
      size: smallSize,
      weight: 600,
      // Lines of the scale pass behind the values of a long series.
      ground: spot && !named ? undefined : 'veil',
    });
  }
}

function grow({ left, top, right, bottom }: Box): Box {
  return { left: left - 2, top: top - 1, right: right + 2, bottom: bottom + 1 };
}

/** Round numbers, three to six of them, from low to high. */
function chooseTicks(low: number, high: number): number[] {
  const rough = (high - low) / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
}

function drawLegend(sheet: Sheet, series: readonly Series[], top: number): number {
  let [x, y] = [0, top];
  for (const [index, { name, isLine }] of series.entries()) {
    const hue = hues[index % 12] ?? 's0';
    const wide = sheet.measure(name, smallSize, 400) + 34;
    if (x > 0 && x + wide > sheet.width) [x, y] = [0, y + 22];
    if (isLine) sheet.circle(x + 6, y + 9, 5, { fill: hue });
    else sheet.rect(x, y + 3, 12, 12, { fill: hue });
    sheet.text(x + 18, y, [name], { size: smallSize });
    x += wide;
  }
  return y + 20;
}

function readNumber(text: string): number {
  return Number.parseFloat(text.replaceAll(',', ''));
}

/** Amounts that flow from one thing to another: for each source its targets, bars to one scale. */
export function drawFlows(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  const table = parsed.body.kind === 'tables' ? parsed.body.tables[0] : undefined;
  if (!table) return null;
  const flows = table.rows.map(([from = '', to = '', amount = '']) => ({
    from,
    to,
    amount: readNumber(amount),
  }));
  const most = Math.max(0, ...flows.map(({ amount }) => amount));
  const sources = [...Map.groupBy(flows, ({ from }) => from)];
  const bold = { weight: 600 } as const;
  let y = drawTitle(sheet, parsed.title);
  for (const [index, [source, out]] of sources.entries()) {
    const hue = hues[index % 12] ?? 's0';
    const all = round(out.reduce((sum, { amount }) => sum + amount, 0) * 1000) / 1000;
    const total = format(all);
    const right = sheet.measure(total, 15, 600) + 10;
    const start = y;
    sheet.rect(0, y + 3, 4, 15, { fill: hue });
    y = sheet.text(12, y, sheet.wrap(source, sheet.width - 12 - right, bold), bold);
    sheet.text(sheet.width, start, [total], { ...bold, anchor: 'end' });
    for (const { to, amount } of out) {
      const text = format(amount);
      const wide = sheet.measure(text, 15, 400) + 10;
      const top = y + 3;
      sheet.line([
        [16, top + 10.5],
        [27, top + 10.5],
      ]);
      sheet.arrow(31, top + 10.5, 'right');
      y = sheet.text(38, top, sheet.wrap(to, sheet.width - 38 - wide));
      sheet.text(sheet.width, top, [text], { anchor: 'end' });
      const long = most > 0 ? Math.max(1, ((sheet.width - 38) * amount) / most) : 1;
      sheet.rect(38, y + 1, long, 7, { fill: hue });
      y += 10;
    }
    y += 12;
  }
  return sheet.finish(y - 12);
}

function format(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 4 });
}

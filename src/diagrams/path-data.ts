/**
 * Path data made short: absolute commands with one decimal, straight pieces as lines, points that lie on a straight
 * line left out. Arcs and relative commands are understood; shapes stay within a tenth of a unit.
 */
export function shortenPath(d: string): string {
  const segments = readSegments(d);
  return segments ? printSegments(dropCollinear(segments)) : d;
}

/** The points of a path's segments' ends, or null where it has curves; for recognising simple shapes. */
export function readPolygon(d: string): Point[] | null {
  const segments = readSegments(d);
  if (!segments) return null;
  const points: Point[] = [];
  for (const segment of segments) {
    if (segment.type === 'C' || segment.type === 'Q' || segment.type === 'A') return null;
    if (segment.type === 'M' && points.length > 0) return null;
    if (segment.type !== 'Z') points.push(segment.end);
  }
  return points;
}

/**
 * Points on a path of lines and curves, every `step` units from its start, and its end; null where it has arcs or jumps.
 * A browser's `getPointAtLength` walks the whole path for each of them.
 */
export function samplePath(d: string, step: number): Point[] | null {
  const segments = readSegments(d);
  const walked = segments && walkPath(segments);
  if (!walked) return null;
  const points: Point[] = [];
  let done = 0;
  let next = 0;
  for (const [index, to] of walked.entries()) {
    const from = walked[index - 1] ?? to;
    const length = distance(to, from);
    for (; next < done + length; next += step) points.push(between(from, to, (next - done) / length));
    done += length;
  }
  const end = walked.at(-1);
  if (end) points.push(end);
  return points;
}

/** Straight pieces that stand for a curve: they leave it by less than a hundredth of a unit where it is 100 long. */
const piecesOfCurve = 24;

/** The corners of a path whose curves are replaced by short straight pieces. */
function walkPath(segments: readonly Segment[]): Point[] | null {
  const corners: Point[] = [];
  for (const { type, points, end } of segments) {
    const at = corners.at(-1);
    if (type === 'A' || (type === 'M') !== (at === undefined)) return null;
    if (at && (type === 'C' || type === 'Q'))
      for (let piece = 1; piece < piecesOfCurve; piece++)
        corners.push(curvePoint([at, ...points, end], piece / piecesOfCurve));
    corners.push(end);
  }
  return corners;
}

/** De Casteljau's construction: https://en.wikipedia.org/wiki/De_Casteljau%27s_algorithm */
function curvePoint(controls: readonly Point[], part: number): Point {
  const [first = [0, 0], ...rest] = controls;
  if (rest.length === 0) return first;
  return curvePoint(
    rest.map((to, index) => between(controls[index] ?? to, to, part)),
    part,
  );
}

function between(from: Point, to: Point, part: number): Point {
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}

const argumentCounts: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

function readSegments(d: string): Segment[] | null {
  const tokens = d.match(/[a-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? [];
  const segments: Segment[] = [];
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  let control: Point | null = null;
  let i = 0;
  let command = '';
  while (i < tokens.length) {
    const token = tokens[i] ?? '';
    if (/[a-z]/i.test(token)) {
      command = token;
      i += 1;
    } else if (command === 'M') command = 'L';
    else if (command === 'm') command = 'l';
    const upper = command.toUpperCase();
    const count = argumentCounts[upper];
    if (count === undefined) return null;
    const numbers = tokens.slice(i, i + count).map(Number);
    if (numbers.length < count || numbers.some((number) => !Number.isFinite(number))) return null;
    i += count;
    if (count === 0 && i < tokens.length && !/[a-z]/i.test(tokens[i] ?? '')) return null;
    const [dx, dy]: Point = command === upper ? [0, 0] : at;
    const point = (index: number): Point => [(numbers[index] ?? 0) + dx, (numbers[index + 1] ?? 0) + dy];
    let next: Segment;
    if (upper === 'Z') next = { type: 'Z', points: [], end: start };
    else if (upper === 'H') next = { type: 'L', points: [], end: [(numbers[0] ?? 0) + dx, at[1]] };
    else if (upper === 'V') next = { type: 'L', points: [], end: [at[0], (numbers[0] ?? 0) + dy] };
    else if (upper === 'C') next = { type: 'C', points: [point(0), point(2)], end: point(4) };
    else if (upper === 'S') next = { type: 'C', points: [mirror(control, at), point(0)], end: point(2) };
    else if (upper === 'Q') next = { type: 'Q', points: [point(0)], end: point(2) };
    else if (upper === 'T') next = { type: 'Q', points: [mirror(control, at)], end: point(0) };
    else if (upper === 'A') next = { type: 'A', points: [], arc: numbers.slice(0, 5), end: point(5) };
    else next = { type: upper === 'M' ? 'M' : 'L', points: [], end: point(0) };
    control = next.points.at(-1) ?? null;
    at = next.end;
    if (next.type === 'M') start = at;
    segments.push(next);
  }
  return segments;
}

function mirror(control: Point | null, at: Point): Point {
  return control ? [2 * at[0] - control[0], 2 * at[1] - control[1]] : at;
}

function dropCollinear(segments: Segment[]): Segment[] {
  const kept: Segment[] = [];
  let at: Point = [0, 0];
  for (const segment of segments) {
    let next = segment;
    if (segment.type === 'C' && segment.points.every((point) => isBetween(point, at, segment.end))) {
      next = { type: 'L', points: [], end: segment.end };
    }
    const last = kept.at(-1);
    const before = kept.at(-2)?.end;
    if (next.type === 'L' && distance(next.end, at) < 0.05 && kept.length > 1) continue;
    if (next.type === 'L' && last?.type === 'L' && before && isBetween(last.end, before, next.end)) {
      kept[kept.length - 1] = next;
    } else kept.push(next);
    at = next.end;
  }
  return kept;
}

/** Whether a point lies on the straight way from one point to another, within a twentieth of a unit. */
function isBetween(point: Point, from: Point, to: Point): boolean {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length < 0.01) return distance(point, from) < 0.05;
  const along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length;
  const across = Math.abs((point[0] - from[0]) * dy - (point[1] - from[1]) * dx) / length;
  return across < 0.05 && along > -0.05 && along < length + 0.05;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Prints relative commands, counting from the rounded position so that errors do not add up. */
function printSegments(segments: Segment[]): string {
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  let text = '';
  let previous = '';
  const step = (point: Point): Point => [round(point[0] - at[0]), round(point[1] - at[1])];
  const move = ([dx, dy]: Point): void => {
    at = [round(at[0] + dx), round(at[1] + dy)];
  };
  const write = (command: string, numbers: number[]): void => {
    const body = numbers
      .map(printNumber)
      .reduce((all, number) => all + (all === '' || number.startsWith('-') ? '' : ' ') + number, '');
    const repeat = command === previous && command !== 'M';
    text += repeat ? (body.startsWith('-') ? body : ` ${body}`) : command + body;
    previous = command;
  };
  for (const segment of segments) {
    const end = step(segment.end);
    if (segment.type === 'Z') {
      text += 'z';
      previous = '';
      at = start;
      continue;
    }
    if (segment.type === 'M') {
      at = [round(segment.end[0]), round(segment.end[1])];
      start = at;
      write('M', at as unknown as number[]);
      continue;
    }
    if (segment.type === 'L') {
      if (end[1] === 0) write('h', [end[0]]);
      else if (end[0] === 0) write('v', [end[1]]);
      else write('l', [...end]);
    } else if (segment.type === 'A') write('a', [...(segment.arc ?? []).map(round), ...end]);
    else write(segment.type.toLowerCase(), [...segment.points.flatMap((point) => [...step(point)]), ...end]);
    move(end);
  }
  return text;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function printNumber(value: number): string {
  return String(round(value)).replace(/^(-?)0\./, '$1.');
}

export type Point = readonly [x: number, y: number];

interface Segment {
  type: 'M' | 'L' | 'C' | 'Q' | 'A' | 'Z';
  points: Point[];
  arc?: number[];
  end: Point;
}

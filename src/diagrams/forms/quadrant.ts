import type { ParsedDiagram } from '../graph.ts';
import { type Box, overlaps } from '../boxes.ts';
import { drawTitle, type Form, type Sheet, smallSize } from './sheet.ts';

/** A plane of two scales with its things named at their places, or numbered where names would cover each other. */
export function drawQuadrant(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  const table = parsed.body.kind === 'tables' ? parsed.body.tables[0] : undefined;
  const plane = table?.plane;
  if (!table || !plane) return null;
  const small = { size: smallSize } as const;
  const mute = { ...small, fill: 'mute' } as const;
  const [left = '', right = ''] = plane.x;
  const [bottom = '', top = ''] = plane.y;
  let y = drawTitle(sheet, parsed.title);
  const wide = Math.min(sheet.width, 560);
  const high = Math.min(wide, 420);
  if (top) y = sheet.text(0, y, sheet.wrap(`↑ ${top}`, wide, small), mute) + 4;
  const plot: Box = { left: 0.5, top: y, right: wide - 0.5, bottom: y + high };
  const [cx, cy] = [(plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2];
  sheet.rect(plot.left, plot.top, plot.right - plot.left, high, { fill: 'box', stroke: 'edge' });
  sheet.line(
    [
      [cx, plot.top],
      [cx, plot.bottom],
    ],
    { stroke: 'rim' },
  );
  sheet.line(
    [
      [plot.left, cy],
      [plot.right, cy],
    ],
    { stroke: 'rim' },
  );
  const points = table.rows.map(([label = '', px = '', py = '']) => ({
    label,
    at: `${px}, ${py}`,
    x: plot.left + Number(px) * (plot.right - plot.left),
    y: plot.bottom - Number(py) * high,
  }));
  const dots = points.map(({ x, y: at }): Box => ({
    left: x - 7,
    right: x + 7,
    top: at - 7,
    bottom: at + 7,
  }));
  const taken: Box[] = [];
  const names = [
    { text: plane.quadrants[0], sign: '↗', x: plot.right - 8, y: plot.top + 5, anchor: 'end' },
    { text: plane.quadrants[1], sign: '↖', x: plot.left + 8, y: plot.top + 5, anchor: 'start' },
    { text: plane.quadrants[2], sign: '↙', x: plot.left + 8, y: plot.bottom - 6, anchor: 'start' },
    { text: plane.quadrants[3], sign: '↘', x: plot.right - 8, y: plot.bottom - 6, anchor: 'end' },
  ] as const;
  const below: [sign: string, text: string][] = [];
  const corners: (() => void)[] = [];
  for (const { text = '', sign, x, y: at, anchor } of names) {
    if (!text) continue;
    let lines = sheet.wrap(text, wide / 2 - 14, small);
    // A name that would fill its part stands below the plane.
    if (lines.length > 3) {
      lines = [sign];
      below.push([sign, text]);
    }
    const tall = lines.length * smallSize * 1.4;
    const long = Math.max(...lines.map((line) => sheet.measure(line, smallSize, 400)));
    const outside = anchor === 'end' ? x - long : x;
    const upper = at > cy ? cy + 5 : plot.top + 5;
    const lower = (at > cy ? plot.bottom : cy) - 6 - tall;
    // In its outer corner, or in another of its part where no point covers it.
    const places = [outside, anchor === 'end' ? cx + 8 : cx - 8 - long].flatMap((begin) =>
      (at > cy ? [lower, upper] : [upper, lower]).map((top): Box => ({
        left: begin,
        right: begin + long,
        top,
        bottom: top + tall,
      })),
    );
    const place = places.find((box) => !dots.some((dot) => overlaps(dot, box))) ?? places[0];
    if (!place) continue;
    const from = anchor === 'end' ? place.right : place.left;
    corners.push(() => sheet.text(from, place.top, lines, { ...mute, anchor, ground: 'box' }));
    taken.push(place);
  }
  const labels = points.map(({ label }) => label);
  const named = placeLabels(sheet, labels, points, [...taken, ...dots], plot);
  const hasNames = named.every((spot) => spot !== null);
  const signs = hasNames ? labels : points.map((_, index) => String(index + 1));
  const spots = hasNames ? named : placeLabels(sheet, signs, points, [...taken, ...dots], plot, reaches);
  for (const [index, spot] of spots.entries()) {
    const point = points[index];
    // A number that stands apart has a line to its point.
    if (spot?.isApart && point)
      sheet.line(
        [
          [point.x, point.y],
          [(spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2],
        ],
        { stroke: 'rim' },
      );
  }
  // Over the lines to numbers, which may pass through their corners.
  corners.forEach((draw) => draw());
  for (const { x, y: at } of points) sheet.circle(x, at, 5, { fill: 'accent' });
  const isStruck = ({ left: a, right: b, top: c, bottom: d }: Box): boolean =>
    (a < cx && b > cx) || (c < cy && d > cy);
  for (const [index, spot] of spots.entries())
    if (spot)
      sheet.text(spot.left, spot.top, [signs[index] ?? ''], {
        weight: hasNames ? 400 : 600,
        ground: !hasNames || isStruck(spot) ? 'box' : undefined,
      });
  y = plot.bottom + 4;
  if (left || right) {
    const half = wide / 2 - 8;
    const ends = [
      sheet.text(0, y, sheet.wrap(left && right ? `← ${left}` : `${left} →`, half, small), mute),
      sheet.text(wide, y, sheet.wrap(right ? `${right} →` : '', half, small), { ...mute, anchor: 'end' }),
    ];
    y = Math.max(...ends) + 2;
  }
  if (bottom) y = sheet.text(0, y, sheet.wrap(`↓ ${bottom}`, wide, small), mute);
  const listed = [
    ...below,
    ...(hasNames
      ? []
      : points.map(({ label, at }, index) => [String(index + 1), `${label} (${at})`] as const)),
  ];
  if (listed.length > 0) y += 8;
  for (const [sign, text] of listed) {
    sheet.text(24, y, [sign], { weight: 600, anchor: 'end' });
    y = sheet.text(34, y, sheet.wrap(text, wide - 34)) + 2;
  }
  return { ...sheet.finish(y), width: wide };
}

/** How far (px) from its point a number may stand. */
const reaches: readonly number[] = [26, 42, 58, 74, 90];

interface Spot extends Box {
  isApart: boolean;
}

/** A free place beside each point, or at one of the distances from it; null where there is none. */
function placeLabels(
  sheet: Sheet,
  labels: readonly string[],
  points: readonly { x: number; y: number }[],
  blocked: readonly Box[],
  plot: Box,
  distances: readonly number[] = [],
): (Spot | null)[] {
  const taken = [...blocked];
  const [cx, cy] = [(plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2];
  const isInside = ({ left, right, top, bottom }: Box): boolean =>
    left > plot.left + 3 && right < plot.right - 3 && top > plot.top && bottom < plot.bottom;
  // The middle lines pass through no name that has room beside them.
  const isClear = ({ left, right, top, bottom }: Box): boolean =>
    (right < cx || left > cx) && (bottom < cy || top > cy);
  return points.map(({ x, y }, index) => {
    const wide = sheet.measure(labels[index] ?? '', 15, distances.length > 0 ? 600 : 400);
    const near = [
      [x + 10, y - 10],
      [x - 10 - wide, y - 10],
      [x - wide / 2, y + 7],
      [x - wide / 2, y - 28],
      [x + 8, y + 6],
      [x + 8, y - 27],
    ].map(([left = 0, top = 0]) => ({ left, top, isApart: false }));
    const far = distances.flatMap((distance) =>
      directions.map(([dx, dy]) => ({
        left: x + dx * distance - wide / 2,
        top: y + dy * distance - 10.5,
        isApart: true,
      })),
    );
    const own = taken.indexOf(blocked[blocked.length - points.length + index] as Box);
    const free = [...near, ...far]
      .map((spot): Spot => ({ ...spot, right: spot.left + wide, bottom: spot.top + 21 }))
      .filter(
        (spot) => isInside(spot) && taken.every((box, at) => at === own || !overlaps(widen(spot), box)),
      );
    const best = free.find(isClear) ?? free[0] ?? null;
    if (best) taken.push(best);
    return best;
  });
}

/** Names beside each other are two words. */
function widen({ left, right, top, bottom }: Box): Box {
  return { left: left - 4, right: right + 4, top, bottom };
}

const directions: readonly (readonly [dx: number, dy: number])[] = [
  [0, -1],
  [0.7, -0.7],
  [1, 0],
  [0.7, 0.7],
  [0, 1],
  [-0.7, 0.7],
  [-1, 0],
  [-0.7, -0.7],
];

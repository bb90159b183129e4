import type { ParsedDiagram } from '../graph.ts';
import { drawTitle, type Form, type Sheet, smallSize } from './sheet.ts';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

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
  const taken: Box[] = [];
  const names = [
    { text: plane.quadrants[0], x: plot.right - 8, y: plot.top + 5, anchor: 'end' },
    { text: plane.quadrants[1], x: plot.left + 8, y: plot.top + 5, anchor: 'start' },
    { text: plane.quadrants[2], x: plot.left + 8, y: plot.bottom - 6, anchor: 'start' },
    { text: plane.quadrants[3], x: plot.right - 8, y: plot.bottom - 6, anchor: 'end' },
  ] as const;
  for (const { text = '', x, y: at, anchor } of names) {
    if (!text) continue;
    const lines = sheet.wrap(text, wide / 2 - 14, small);
    const begin = at > cy ? at - lines.length * smallSize * 1.4 : at;
    sheet.text(x, begin, lines, { ...mute, anchor });
    const long = Math.max(...lines.map((line) => sheet.measure(line, smallSize, 400)));
    taken.push({
      left: anchor === 'end' ? x - long : x,
      right: anchor === 'end' ? x : x + long,
      top: begin,
      bottom: begin + lines.length * smallSize * 1.4,
    });
  }
  const points = table.rows.map(([label = '', px = '', py = '']) => ({
    label,
    x: plot.left + Number(px) * (plot.right - plot.left),
    y: plot.bottom - Number(py) * high,
  }));
  const dots = points.map(({ x, y: at }): Box => ({
    left: x - 7,
    right: x + 7,
    top: at - 7,
    bottom: at + 7,
  }));
  const placed = placeLabels(
    sheet,
    points.map(({ label }) => label),
    points,
    [...taken, ...dots],
    plot,
  );
  const numbered =
    placed ??
    placeLabels(
      sheet,
      points.map((_, index) => String(index + 1)),
      points,
      [...taken, ...dots],
      plot,
    );
  for (const [index, { x, y: at }] of points.entries()) {
    sheet.circle(x, at, 5, { fill: 'accent' });
    const spot = numbered?.[index];
    if (spot)
      sheet.text(
        spot.left,
        spot.top,
        [placed ? (points[index]?.label ?? '') : String(index + 1)],
        placed ? {} : { weight: 600 },
      );
    else sheet.text(x + 8, at - 10.5, [String(index + 1)], { weight: 600 });
  }
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
  if (!placed) {
    y += 8;
    for (const [index, { label }] of points.entries()) {
      sheet.text(24, y, [String(index + 1)], { weight: 600, anchor: 'end' });
      y = sheet.text(34, y, sheet.wrap(label, sheet.width - 34)) + 2;
    }
  }
  return { ...sheet.finish(y), width: wide };
}

/** A free place beside each point, or null where one has none. */
function placeLabels(
  sheet: Sheet,
  labels: readonly string[],
  points: readonly { x: number; y: number }[],
  blocked: readonly Box[],
  plot: Box,
): Box[] | null {
  const taken = [...blocked];
  const placed: Box[] = [];
  for (const [index, { x, y }] of points.entries()) {
    const wide = sheet.measure(labels[index] ?? '', 15, 400);
    const spots = [
      [x + 10, y - 10],
      [x - 10 - wide, y - 10],
      [x - wide / 2, y + 7],
      [x - wide / 2, y - 28],
      [x + 8, y + 6],
      [x + 8, y - 27],
    ].map(([left = 0, top = 0]): Box => ({ left, top, right: left + wide, bottom: top + 21 }));
    const own = taken.indexOf(blocked[blocked.length - points.length + index] as Box);
    const free = spots.find(
      (spot) =>
        spot.left > plot.left + 3 &&
        spot.right < plot.right - 3 &&
        spot.top > plot.top &&
        spot.bottom < plot.bottom &&
        taken.every(
          (box, at) =>
            at === own ||
            spot.right < box.left ||
            spot.left > box.right ||
            spot.bottom < box.top + 2 ||
            spot.top > box.bottom - 2,
        ),
    );
    if (!free) return null;
    taken.push(free);
    placed.push(free);
  }
  return placed;
}

import type { ParsedDiagram, SequenceStep } from '../graph.ts';
import { drawTitle, type Form, type Sheet, smallSize } from './sheet.ts';

const small = { size: smallSize } as const;
const bold = { weight: 600 } as const;
const mute = { ...small, fill: 'mute' } as const;

/** Between those who speak, where a message has no arrowhead. */
const ends = { cross: '→×', none: '–' } as const;

type Message = Extract<SequenceStep, { kind: 'message' }>;

/** A sequence as numbered steps: on the left who speaks to whom as arrows between life lines, on the right in words. */
export function drawSteps(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  const { body } = parsed;
  if (body.kind !== 'sequence') return null;
  const { participants } = body;
  const gap = Math.min(
    sheet.width > 480 ? 44 : 26,
    (sheet.width * 0.42) / Math.max(1, participants.length - 1),
  );
  const hasLanes = participants.length > 1 && gap >= 18;
  const lanes = new Map(participants.map((name, index) => [name, 10 + index * gap]));
  const left = hasLanes ? 10 + (participants.length - 1) * gap + 26 : 0;
  let y = drawTitle(sheet, parsed.title);
  for (const { label, members } of body.boxes ?? [])
    y = sheet.text(0, y, sheet.wrap(`${label}: ${members.join(', ')}`, sheet.width, small), mute) + 2;
  const tops = hasLanes ? drawNames(sheet, lanes, y) : [];
  if (hasLanes) y = (tops.at(-1) ?? y) + 8;
  else if (participants.length > 0)
    y = sheet.text(0, y, sheet.wrap(participants.join(' · '), sheet.width, bold), bold) + 10;
  const start = sheet.children.length;
  let count = 0;

  const drawMessage = (step: Message, x: number): void => {
    count += 1;
    const number = step.number ?? String(count);
    const inset = x + Math.max(22, sheet.measure(number, 15, 600) + 8);
    const room = sheet.width - inset;
    if (hasLanes) drawArrow(sheet, lanes, step, y + 10.5);
    sheet.text(x, y, [number], bold);
    if (step.text) y = sheet.text(inset, y, sheet.wrap(step.text, room));
    const sign = step.isTwoWay ? '↔' : step.end ? ends[step.end] : '→';
    const way = step.from === step.to ? `${step.from} ↺` : `${step.from} ${sign} ${step.to}`;
    y = sheet.text(inset, y, sheet.wrap(way, room, small), mute) + 9;
  };
  const drawNote = (step: Extract<SequenceStep, { kind: 'note' }>, x: number): void => {
    const lines = sheet.wrap(step.text, sheet.width - x - 20);
    const over = sheet.wrap(step.over.join(', '), sheet.width - x - 20, small);
    const high = lines.length * 21 + over.length * smallSize * 1.4 + 10;
    sheet.rect(x, y, sheet.width - x, high, { fill: 'note', stroke: 'fold' });
    sheet.text(x + 10, sheet.text(x + 10, y + 4, lines), over, mute);
    y += high + 9;
  };
  const drawAll = (steps: readonly SequenceStep[], x: number): void => {
    for (const step of steps) {
      if (step.kind === 'message') drawMessage(step, x);
      else if (step.kind === 'note') drawNote(step, x);
      else
        for (const [index, branch] of step.branches.entries()) {
          const label = [index === 0 ? step.label : '', branch.label].filter(Boolean).join(': ');
          const begin = y;
          if (label)
            y =
              sheet.text(x + 12, y, sheet.wrap(label, sheet.width - x - 12, bold), {
                ...bold,
                fill: 'accent',
              }) + 4;
          drawAll(branch.steps, x + 12);
          sheet.line(
            [
              [x + 2, begin + 2],
              [x + 2, y - 8],
            ],
            { stroke: 'accent', width: 1.5 },
          );
        }
    }
  };
  drawAll(body.steps, left);
  if (hasLanes) {
    const rows = sheet.children.splice(start);
    for (const [index, x] of [...lanes.values()].entries())
      sheet.line(
        [
          [x, tops[index] ?? y],
          [x, y - 6],
        ],
        { stroke: 'rim' },
      );
    sheet.children.push(...rows);
  }
  return sheet.finish(y - 6);
}

/** Names as stairs, each above the top of its life line, which is returned: no line passes through a name. */
function drawNames(sheet: Sheet, lanes: ReadonlyMap<string, number>, top: number): number[] {
  let y = top;
  return [...lanes].map(([name, x]) => {
    const left = x - 5;
    y = sheet.text(left, y, sheet.wrap(name, sheet.width - left, { ...small, ...bold }), {
      ...small,
      ...bold,
    });
    return y + 1;
  });
}

function drawArrow(
  sheet: Sheet,
  lanes: ReadonlyMap<string, number>,
  { from, to, reply, isTwoWay, end }: Message,
  y: number,
): void {
  const [a, b] = [lanes.get(from) ?? 0, lanes.get(to) ?? 0];
  const paint = { stroke: 'line', width: 1.5, ...(reply ? { dash: '3 3' } : {}) };
  if (a === b) {
    sheet.path(`M${a} ${y - 4}h9v8h-4`, paint);
    sheet.arrow(a + 1, y + 4, 'left');
    return;
  }
  const isRight = b > a;
  if (isTwoWay) sheet.arrow(a, y, isRight ? 'left' : 'right');
  else sheet.circle(a, y, 2.5, { fill: 'line' });
  const back = isRight ? -6 : 6;
  sheet.line(
    [
      [a - (isTwoWay ? back : 0), y],
      [end === 'none' ? b : b + back, y],
    ],
    paint,
  );
  if (end === 'cross') sheet.path(`M${b + back - 4} ${y - 4}l8 8m0 -8l-8 8`, { stroke: 'line', width: 1.5 });
  else if (!end) sheet.arrow(b, y, isRight ? 'right' : 'left');
}

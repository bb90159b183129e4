import type { OutlineItem, ParsedDiagram } from '../graph.ts';
import { drawTitle, type Form, type Sheet } from './sheet.ts';

/** A timeline that runs down: dates beside a line, what happened beside its dots. */
export function drawTimeline(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  if (parsed.body.kind !== 'outline') return null;
  const sections = parsed.body.items.some(({ isSection }) => isSection)
    ? parsed.body.items
    : [{ label: '', items: parsed.body.items, isSection: true }];
  const periods = sections.flatMap((section) => (section.isSection ? section.items : [section]));
  const bold = { weight: 600 } as const;
  const widest = Math.max(0, ...periods.map(({ label }) => sheet.measure(label, 15, 600)));
  // Long names of periods stand above their events instead of beside the line.
  const isBeside = widest <= sheet.width * 0.36;
  const spine = isBeside ? widest + 16 : 6;
  const left = spine + 18;
  const room = sheet.width - left;
  let y = drawTitle(sheet, parsed.title);
  const dots: number[] = [];
  const top = y;
  const drawPeriod = (period: OutlineItem): void => {
    const events = period.items.map(({ label }) => label);
    dots.push(y + 10.5);
    const start = y;
    if (isBeside) sheet.text(spine - 16, y, [period.label], { ...bold, anchor: 'end' });
    else y = sheet.text(left, y, sheet.wrap(period.label, room, bold), bold);
    for (const event of events) y = sheet.text(left, y, sheet.wrap(event, room)) + 3;
    y = Math.max(y, start + 21) + 13;
  };
  for (const section of sections) {
    if (!section.isSection) drawPeriod(section);
    else {
      if (section.label) {
        y += dots.length > 0 ? 8 : 0;
        y = sheet.text(left, y, sheet.wrap(section.label, room, bold), { ...bold, fill: 'accent' }) + 8;
      }
      section.items.forEach(drawPeriod);
    }
  }
  const line = sheet.children;
  sheet.children = [];
  sheet.line(
    [
      [spine, Math.min(top + 2, dots[0] ?? top)],
      [spine, y - 10],
    ],
    { stroke: 'edge', width: 2 },
  );
  for (const dot of dots) sheet.circle(spine, dot, 5, { fill: 'veil', stroke: 'line', width: 2 });
  sheet.children.push(...line);
  return sheet.finish(y - 10);
}

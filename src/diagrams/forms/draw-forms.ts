import type { ParsedDiagram } from '../graph.ts';
import { drawFlows, drawPie, drawXyChart } from './bars.ts';
import { drawBoard } from './board.ts';
import { drawCommits } from './commits.ts';
import { drawPacket } from './packet.ts';
import { drawQuadrant } from './quadrant.ts';
import { drawRecords } from './records.ts';
import { drawRows } from './rows.ts';
import { drawGantt, drawJourney } from './schedule.ts';
import { type Form, type Measure, Sheet } from './sheet.ts';
import { drawSteps } from './steps.ts';
import { drawTimeline } from './timeline.ts';
import { drawTree } from './tree.ts';

/** Widths (px) that forms are made for: the text column, and the narrowest phone. */
export const formWidths = { wide: 664, narrow: 312 } as const;

type DrawForm = (parsed: ParsedDiagram, sheet: Sheet) => Form | null;

/** Kinds that are drawn by our own hand at every width, because Mermaid's drawings of them are foreign to the page. */
const own: Record<string, DrawForm> = {
  timeline: drawTimeline,
  gantt: drawGantt,
  journey: drawJourney,
  mindmap: drawTree,
  quadrantChart: drawQuadrant,
  pie: drawPie,
  xychart: drawXyChart,
  sankey: drawFlows,
  kanban: drawBoard,
  treeView: drawTree,
  ishikawa: drawTree,
  treemap: drawTree,
  gitGraph: drawCommits,
  packet: drawPacket,
};

/** The forms of a kind that has its own: for the text column, and for phones where that is not the same. */
export function drawOwnForms(parsed: ParsedDiagram, measure: Measure): { wide: Form; narrow?: Form } | null {
  const draw = own[parsed.type];
  const wide = draw?.(parsed, new Sheet(formWidths.wide, measure));
  const narrow = draw?.(parsed, new Sheet(formWidths.narrow, measure));
  if (!wide || !narrow) return null;
  // What runs down the page anyway needs no second form, unless the column saves much of its height or shows a line.
  const isTall = narrow.height > wide.height * 1.1 || parsed.type === 'xychart';
  return wide.width <= formWidths.narrow + 8 || !isTall ? { wide: narrow } : { wide, narrow };
}

/** A form that fits a width for what Mermaid's layout cannot fit or cannot lay out truthfully; null for none. */
export function drawFittingForm(parsed: ParsedDiagram, width: number, measure: Measure): Form | null {
  const sheet = new Sheet(width, measure);
  switch (parsed.body.kind) {
    case 'sequence':
      return drawSteps(parsed, sheet);
    case 'graph':
    case 'transitions':
      return drawRows(parsed, sheet);
    case 'outline':
      return drawTree(parsed, sheet);
    case 'tables':
      return parsed.type === 'radar' ? drawXyChart(parsed, sheet) : drawRecords(parsed, sheet);
    case 'texts':
      return null;
  }
}

import type { ParsedDiagram } from '../graph.ts';
import { drawTitle, type Form, labelSize, type Sheet, smallSize } from './sheet.ts';

/** A board: its columns side by side where there is room for all, else below each other. */
export function drawBoard(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  const { groups, nodes } = parsed;
  if (groups.length === 0) return null;
  const gap = 14;
  const columns =
    sheet.width >= 480 ? Math.min(groups.length, Math.max(1, Math.floor((sheet.width + gap) / 200))) : 1;
  const width = (sheet.width - gap * (columns - 1)) / columns;
  const bold = { weight: 600 } as const;
  const small = { size: smallSize } as const;
  let top = drawTitle(sheet, parsed.title);
  let bottom = top;
  for (const [index, group] of [...groups].reverse().entries()) {
    const place = index % columns;
    if (place === 0 && index > 0) top = bottom + 18;
    const x = place * (width + gap);
    const ground = sheet.children.length;
    let y = sheet.text(x + 10, top + 8, sheet.wrap(group.label, width - 20, bold), bold) + 6;
    for (const node of nodes.filter((one) => one.group === group.id)) {
      const lines = sheet.wrap(node.label, width - 40);
      const notes = node.details.flatMap((detail) => sheet.wrap(detail, width - 40, small));
      const high = lines.length * labelSize * 1.4 + notes.length * smallSize * 1.4 + 14;
      sheet.node(node.id, node.classes, () => {
        sheet.rect(x + 8, y, width - 16, high, { fill: 'box', stroke: 'edge' }, 4);
        const below = sheet.text(x + 20, y + 7, lines);
        if (notes.length) sheet.text(x + 20, below, notes, { ...small, fill: 'mute' });
      });
      y += high + 8;
    }
    const cards = sheet.children.splice(ground);
    sheet.rect(x + 0.5, top, width - 1, y - top, { fill: 'group', stroke: 'rim' }, 6);
    sheet.children.push(...cards);
    bottom = Math.max(bottom, y);
  }
  return sheet.finish(bottom + 1);
}

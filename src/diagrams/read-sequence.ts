import { diagramsWords } from '#words';
import type { DiagramBody, SequenceStep } from './graph.ts';
import { asList, asRecord, ask, readLabel } from './loose.ts';

/** Mermaid's numbers for what a line of a sequence is. */
const blockStarts: Record<number, 'loop' | 'opt' | 'alt' | 'par' | 'rect' | 'critical' | 'break'> = {
  10: 'loop',
  12: 'alt',
  15: 'opt',
  19: 'par',
  22: 'rect',
  27: 'critical',
  30: 'break',
  32: 'par',
};
const branchStarts = new Set([13, 20, 28]);
const blockEnds = new Set([11, 14, 16, 21, 23, 29, 31]);
const noteLine = 2;
const dotted = new Set([1, 4, 6, 25, 34, 51, 52, 53, 54, 55, 56, 57, 58]);

const twoWay = new Set([33, 34]);
const ends: Record<number, 'cross' | 'none'> = { 3: 'cross', 4: 'cross', 5: 'none', 6: 'none' };
const numberLine = 26;

/** The messages of a sequence diagram in order, with loops and alternatives nested; null for other types. */
export function readSequence(type: string, db: unknown): DiagramBody | null {
  if (type !== 'sequence') return null;
  const actors = ask(db, 'getActors');
  const names = new Map<string, string>();
  if (actors instanceof Map) {
    for (const [id, actor] of actors as Map<string, unknown>)
      names.set(id, readLabel(asRecord(actor)['description']) || id);
  }
  const name = (id: unknown): string => names.get(String(id)) ?? readLabel(id);
  const words = diagramsWords().parts.blocks;
  const root: SequenceStep[] = [];
  const open: Block[] = [];
  const steps = (): SequenceStep[] => open.at(-1)?.branches.at(-1)?.steps ?? root;
  const lines = asList(ask(db, 'getMessages'));
  const isNumbered = lines.some((line) => Number(line['type']) === numberLine);
  let [next, step, isVisible] = [1, 1, false];
  for (const line of lines) {
    const kind = Number(line['type']);
    if (kind === numberLine) {
      const said = asRecord(line['message']);
      next = Number(said['start']) || next;
      step = Number(said['step']) || step;
      isVisible = said['visible'] !== false;
      continue;
    }
    const text = readLabel(line['message']);
    const end = ends[kind];
    const start = blockStarts[kind];
    if (start !== undefined) {
      const block: Block = {
        kind: 'block',
        label: start === 'rect' ? '' : words[start],
        branches: [{ label: start === 'rect' ? '' : text, steps: [] }],
      };
      steps().push(block);
      open.push(block);
    } else if (branchStarts.has(kind)) open.at(-1)?.branches.push({ label: text, steps: [] });
    else if (blockEnds.has(kind)) open.pop();
    else if (kind === noteLine) {
      steps().push({
        kind: 'note',
        over: [...new Set([name(line['from']), name(line['to'])])].filter(Boolean),
        text,
      });
    } else if (line['to'] !== undefined && line['from'] !== undefined) {
      steps().push({
        kind: 'message',
        from: name(line['from']),
        to: name(line['to']),
        text,
        reply: dotted.has(kind),
        ...(twoWay.has(kind) ? { isTwoWay: true } : {}),
        ...(end ? { end } : {}),
        ...(isNumbered ? { number: isVisible ? String(next) : '' } : {}),
      });
      // As Mermaid counts: hidden numbers pass, too.
      next = Math.round((next + step) * 100) / 100;
    }
  }
  const boxes = asList(ask(db, 'getBoxes'))
    .map((box) => ({
      label: readLabel(box['name']),
      members: (Array.isArray(box['actorKeys']) ? (box['actorKeys'] as unknown[]) : []).map(name),
    }))
    .filter(({ label }) => label !== '');
  return {
    kind: 'sequence',
    participants: [...names.values()],
    steps: root,
    ...(boxes.length > 0 ? { boxes } : {}),
  };
}

type Block = Extract<SequenceStep, { kind: 'block' }>;

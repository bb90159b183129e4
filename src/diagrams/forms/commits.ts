import type { ParsedDiagram } from '../graph.ts';
import { isElement, type SvgNode } from '../svg-tree.ts';
import { type Form, drawTitle, type Sheet, smallSize } from './sheet.ts';

const hues = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10', 's11'];
const gap = 22;

/** Commits in their order down the page, their branches as lanes beside them; null where lanes would leave no room. */
export function drawCommits(parsed: ParsedDiagram, sheet: Sheet): Form | null {
  if (parsed.body.kind !== 'outline') return null;
  const commits = parsed.body.items.flatMap(({ commit }) => (commit ? [commit] : []));
  const branches = [...new Set(commits.map(({ branch }) => branch))];
  const left = 10 + (branches.length - 1) * gap + 22;
  if (left > sheet.width * 0.55) return null;
  const lane = (branch: string): number => 10 + branches.indexOf(branch) * gap;
  const hue = (branch: string): string => hues[branches.indexOf(branch) % hues.length] ?? 's0';
  let y = drawTitle(sheet, parsed.title);
  const places = new Map<string, { x: number; y: number; branch: string }>();
  const words = sheet.children.length;
  const dots: (() => void)[] = [];
  for (const { id, branch, name, tags, parents } of commits) {
    const at = { x: lane(branch), y: y + 10.5, branch };
    for (const [index, parent] of parents.entries()) {
      const from = places.get(parent);
      if (!from) continue;
      // A branch leaves beside its commit and comes back beside the merge: no line runs along another branch's.
      const own = index === 0 ? branch : from.branch;
      const x = lane(own);
      sheet.line(
        [
          [from.x, from.y],
          [x, from.y],
          [x, at.y],
          [at.x, at.y],
        ],
        { stroke: hue(own), width: 2.5 },
      );
    }
    places.set(id, at);
    const isMerge = parents.length > 1;
    dots.push(() =>
      sheet.circle(at.x, at.y, 5.5, {
        fill: isMerge ? 'veil' : hue(branch),
        stroke: hue(branch),
        width: 2.5,
      }),
    );
    y = sheet.text(left, y, sheet.wrap(name, sheet.width - left), { weight: 600 });
    const more = [branch, ...tags].join(' · ');
    const small = { size: smallSize } as const;
    y = sheet.text(left, y, sheet.wrap(more, sheet.width - left, small), { ...small, fill: 'mute' }) + 9;
  }
  // Lanes below the words, dots above the lanes.
  const painted = sheet.children.splice(words);
  const isLane = (node: SvgNode): boolean => isElement(node) && node.name === 'path';
  sheet.children.push(...painted.filter(isLane));
  dots.forEach((draw) => draw());
  sheet.children.push(...painted.filter((node) => !isLane(node)));
  return sheet.finish(y - 9);
}

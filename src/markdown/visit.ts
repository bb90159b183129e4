/**
 * `visit` and `visitParents` of unist as they are typed and documented there, without the name that theirs gives to a
 * function of its own for every node: naming took longer than all that was done with the nodes.
 */
import type { Node, Parent } from 'unist';
import type { visit as unistVisit } from 'unist-util-visit';
import type { visitParents as unistVisitParents } from 'unist-util-visit-parents';

/** Do not go into this node. */
export const SKIP = 'skip';
/** Stop. */
export const EXIT = false;

type Test = string | readonly string[];
type Result = boolean | 'skip' | number | null | undefined | readonly [boolean | 'skip', number?];

export const visitParents = ((tree: Node, ...given: [...Test[], Enter]) => {
  const enter = given.at(-1) as Enter;
  walk(tree, undefined, [], given.length > 1 ? (given[0] as Test) : null, enter);
}) as unknown as typeof unistVisitParents;

export const visit = ((tree: Node, ...given: [...Test[], Visitor]) => {
  const visitor = given.at(-1) as Visitor;
  const test = given.length > 1 ? (given[0] as Test) : null;
  walk(tree, undefined, [], test, (node, ancestors, index) => visitor(node, index, ancestors.at(-1)));
}) as unknown as typeof unistVisit;

type Enter = (node: Node, ancestors: Parent[], index: number | undefined) => Result;
type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Result;

/** Where to go on among the siblings; `EXIT` when nothing more is to be visited. */
function walk(
  node: Node,
  index: number | undefined,
  ancestors: Parent[],
  test: Test | null,
  enter: Enter,
): number | typeof EXIT | undefined {
  let next: number | undefined;
  let isSkipped = false;
  if (test === null || (typeof test === 'string' ? node.type === test : test.includes(node.type))) {
    const result = enter(node, ancestors, index);
    const action = typeof result === 'object' && result !== null ? result[0] : result;
    if (action === EXIT) return EXIT;
    isSkipped = action === SKIP;
    next = typeof result === 'number' ? result : typeof result === 'object' ? result?.[1] : undefined;
  }
  const { children } = node as Partial<Parent>;
  if (!children || isSkipped) return next;
  const inside = [...ancestors, node as Parent];
  for (let at = 0; at >= 0;) {
    // A visitor may put others in their place.
    const child = (node as Parent).children[at];
    if (!child) break;
    const way = walk(child, at, inside, test, enter);
    if (way === EXIT) return EXIT;
    at = way ?? at + 1;
  }
  return next;
}

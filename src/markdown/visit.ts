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
  const ancestors: Parent[] = [];
  // Who looks at a node may keep what it stands in.
  walk(
    tree,
    undefined,
    undefined,
    readTest(given),
    (node, index) => enter(node, ancestors.slice(), index),
    ancestors,
  );
}) as unknown as typeof unistVisitParents;

export const visit = ((tree: Node, ...given: [...Test[], Visitor]) => {
  walk(tree, undefined, undefined, readTest(given), given.at(-1) as Visitor, null);
}) as unknown as typeof unistVisit;

type Enter = (node: Node, ancestors: Parent[], index: number | undefined) => Result;
type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => Result;

function readTest(given: readonly unknown[]): Test | null {
  return given.length > 1 ? (given[0] as Test) : null;
}

/**
 * Where to go on among the siblings; `EXIT` when nothing more is to be visited.
 * @param ancestors kept up where somebody asks: a list for every node would cost more than the visit
 */
function walk(
  node: Node,
  index: number | undefined,
  parent: Parent | undefined,
  test: Test | null,
  enter: Visitor,
  ancestors: Parent[] | null,
): number | typeof EXIT | undefined {
  let next: number | undefined;
  let isSkipped = false;
  if (test === null || (typeof test === 'string' ? node.type === test : test.includes(node.type))) {
    const result = enter(node, index, parent);
    const action = typeof result === 'object' && result !== null ? result[0] : result;
    if (action === EXIT) return EXIT;
    isSkipped = action === SKIP;
    next = typeof result === 'number' ? result : typeof result === 'object' ? result?.[1] : undefined;
  }
  const { children } = node as Partial<Parent>;
  if (!children || isSkipped) return next;
  ancestors?.push(node as Parent);
  for (let at = 0; at >= 0;) {
    // A visitor may put others in their place.
    const child = (node as Parent).children[at];
    if (!child) break;
    const way = walk(child, at, node as Parent, test, enter, ancestors);
    if (way === EXIT) return EXIT;
    at = way ?? at + 1;
  }
  ancestors?.pop();
  return next;
}

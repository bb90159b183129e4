/** Keeps the time in bounds that YAML takes: what no author writes is found before it is read. */
import { type Document, isAlias, visit } from 'yaml';

const mostBrackets = 1000;

/** Whether brackets open so deep in one another that a parser takes minutes for them. */
export function hasDeepBrackets(yaml: string): boolean {
  let depth = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/gu)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > mostBrackets) return true;
  }
  return false;
}

/** For each alias the library goes through all of the document. */
const mostSteps = 3_000_000;

/** Whether a document has more aliases (`*…`) than can be looked up in time. */
export function hasTooManyAliases(document: Document): boolean {
  let [aliases, nodes] = [0, 0];
  visit(document, {
    Node: (_, node) => {
      nodes++;
      if (isAlias(node)) aliases++;
    },
  });
  return aliases * nodes > mostSteps;
}

/** Keeps the time in bounds that YAML takes: what no author writes is found before it is read. */
import { type Document, isAlias, isCollection, isPair, visit } from 'yaml';

const mostBrackets = 100;

/** Whether brackets open deeper in one another than authors write: a parser takes minutes for them, or its whole stack. */
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

/** A placeholder of a template (`{{ title }}`) is a key in a key. */
const mostKeys = 3;

/** Whether keys that are lists or fields (`? ? ? a`) stand in such keys: as text, each doubles the quotes of the next. */
export function hasDeepKeys(document: Document): boolean {
  let isDeep = false;
  visit(document, {
    Pair: (_, pair, path) => {
      if (!isCollection(pair.key)) return;
      isDeep = path.filter((step, index) => isPair(step) && step.key === path[index + 1]).length >= mostKeys;
      return isDeep ? visit.BREAK : undefined;
    },
  });
  return isDeep;
}

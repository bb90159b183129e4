import type { ParsedDiagram } from './graph.ts';

/**
 * A pure function of a diagram that works out nothing twice for the same parsed one: several rules ask for it, and while
 * notes are written nearly all diagrams stay as they are.
 */
export function onceAGraph<Result>(
  make: (parsed: ParsedDiagram, code: string) => Result,
): (parsed: ParsedDiagram, code: string) => Result {
  const known = new WeakMap<ParsedDiagram, { code: string; result: Result }>();
  return (parsed, code) => {
    const before = known.get(parsed);
    if (before?.code === code) return before.result;
    const result = make(parsed, code);
    known.set(parsed, { code, result });
    return result;
  };
}

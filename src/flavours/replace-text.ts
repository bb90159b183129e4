/** Puts nodes in the place of what a pattern finds in a text. */
import type { RootContent, Text } from 'mdast';

/**
 * The text around what `pattern` (with the flag `g`) finds, and what `make` makes of each find, in their order; no text is
 * empty. Null where nothing is found.
 */
export function replaceText(
  node: Text,
  pattern: RegExp,
  make: (found: RegExpExecArray) => RootContent,
): RootContent[] | null {
  const parts: RootContent[] = [];
  let past = 0;
  const keep = (to?: number): void => {
    const value = node.value.slice(past, to);
    if (value) parts.push({ ...node, value });
  };
  for (const found of node.value.matchAll(pattern)) {
    keep(found.index);
    parts.push(make(found));
    past = found.index + found[0].length;
  }
  if (!parts.length) return null;
  keep();
  return parts;
}

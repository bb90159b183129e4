import type { Drawing } from './drawing.ts';

/** As Mermaid names parts without a name: by chance, and by how many it has named before. */
const invented = /(?<![\w-])id-[\da-z]{4,12}-\d+/g;

/**
 * A drawing whose parts without a name of the author's are numbered as they come, so that a source is always drawn as
 * the same bytes, whatever was drawn or read before it.
 */
export function numberInvented(drawing: Drawing, code: string): Drawing {
  const numbers = new Map<string, string>();
  const text = JSON.stringify(drawing).replace(invented, (name) => {
    if (code.includes(name)) return name;
    const known = numbers.get(name) ?? `unnamed-${numbers.size + 1}`;
    numbers.set(name, known);
    return known;
  });
  return numbers.size > 0 ? (JSON.parse(text) as Drawing) : drawing;
}

/** Reads a formula (MathML) as one line of text: fractions with their stroke, powers and indices with their signs. */
import type { Element, ElementContent } from 'hast';

/** The formula in one line: `PUE = 시설 총 전력량 / IT 장비 전력량`. */
export function readMath(math: Element): string {
  return readAll(math.children).replace(/\s+/gu, ' ').trim();
}

function readAll(nodes: readonly ElementContent[]): string {
  return nodes.map(read).join('');
}

function read(node: ElementContent): string {
  if (node.type === 'text') return node.value.trim() === '' ? '' : node.value;
  if (node.type !== 'element' || node.tagName.startsWith('annotation')) return '';
  const parts = node.children.filter(({ type }) => type === 'element');
  const [first, second, third] = parts.map(read);
  const all = readAll(node.children);
  switch (node.tagName) {
    case 'mo':
      // Signs between two values stand free; brackets and commas do not.
      return /^[\p{Sm}\-−*/·∈]$/u.test(all.trim()) ? ` ${all.trim()} ` : all;
    case 'mfrac':
      return `${group(first)} / ${group(second)}`;
    case 'msqrt':
      return `√${group(all)}`;
    case 'msub':
    case 'munder':
      return `${first ?? ''}_${second ?? ''}`;
    case 'msup':
    case 'mover':
      return `${first ?? ''}^${second ?? ''}`;
    case 'msubsup':
    case 'munderover':
      return `${first ?? ''}_${second ?? ''}^${third ?? ''}`;
    case 'mtd':
      return ` ${all} `;
    default:
      return all;
  }
}

/** In brackets where it has signs of its own: (a + b) / c. */
function group(text = ''): string {
  const bare = text.trim();
  return / [\p{Sm}\-−*/·] /u.test(bare) ? `(${bare})` : bare;
}

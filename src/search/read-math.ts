/** Reads a formula (MathML) as one line of text: fractions with their stroke, powers and indices with their signs. */
import type { Element, ElementContent } from 'hast';

/** The formula in one line: `PUE = 시설 총 전력량 / IT 장비 전력량`. */
export function readMath(math: Element): string {
  return readAll(math.children).replace(/\s+/gu, ' ').trim();
}

function readAll(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node, at) => {
      const said = read(node);
      // `(1 / 2)gt^2`: beside a factor a fraction has brackets.
      const isFactor = isFraction(node) && (isFactorOf(nodes[at - 1]) || isFactorOf(nodes[at + 1]));
      return isFactor ? `(${said})` : said;
    })
    .join('');
}

function isFraction(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'mfrac';
}

function isFactorOf(node: ElementContent | undefined): boolean {
  return (
    node?.type === 'element' &&
    !['mo', 'mspace', 'mtext', 'annotation'].includes(node.tagName) &&
    readAll(node.children).trim() !== ''
  );
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

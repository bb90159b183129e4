/** What an answer says, in lines: a reader who recalls it later has not the page before them. */
import { readMath } from '../../search/read-math.ts';

/** What opens a line of its own. */
const blocks =
  'address, article, aside, blockquote, dd, details, div, dl, dt, figure, h2, h3, h4, h5, h6, li, ol, p, pre, section, summary, table, tr, ul';
/** What is a tool of the page, or is said elsewhere. */
const unsaid =
  'button, input, script, style, svg, template, .anchor-alias, .mermaid-source, .figure-number, .diagram-text > summary, [hidden]';

/** The words of an element, a line where the page begins one. */
export function readLines(element: Element): string {
  return read(element)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

function read(node: Node): string {
  if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/gu, ' ');
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  if (element.matches(unsaid)) return '';
  if (element.matches('br')) return '\n';
  if (element.matches('img')) return element.getAttribute('alt') ?? '';
  if (element.matches('math')) return readFormula(element);
  if (element.matches('pre')) return `\n${element.textContent ?? ''}\n`;
  const inside = [...element.childNodes].map(read).join('');
  if (element.matches('td, th')) return ` ${inside} `;
  return element.matches(blocks) ? `\n${inside}\n` : inside;
}

type MathNode = Parameters<typeof readMath>[0];

/** A formula in one line, or in as many as it is set in. */
function readFormula(math: Element): string {
  const rows = [...math.querySelectorAll('mtr')];
  const isSetInRows = rows.length > 1 && rows.map((row) => row.textContent).join('') === math.textContent;
  return isSetInRows ? `\n${rows.map((row) => readMath(asTree(row))).join('\n')}\n` : readMath(asTree(math));
}

/** The tree of the build's own rules. */
function asTree(element: Element): MathNode {
  const children = [...element.childNodes].flatMap((node): MathNode['children'] => {
    if (node.nodeType === 3) return [{ type: 'text', value: node.textContent ?? '' }];
    return node.nodeType === 1 ? [asTree(node as Element)] : [];
  });
  return { type: 'element', tagName: element.localName, properties: {}, children };
}

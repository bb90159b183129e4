/**
 * `H~2~O` and `x^2^` (Pandoc, MkDocs, Hugo, HackMD) as text below and above the line. A tilde is also the sign of a range
 * (`3~5개`), and a caret that of a power (`x^2`): what is lowered or raised touches letters before it, holds neither
 * spaces nor Hangul, and is short. Obsidian shows both as they are written, and so do its vaults here. Where a documentation
 * tool is set up, words between single tildes that touch no other are struck out (`~old words~`), as GitHub and Docusaurus do.
 */
import type { Parent, RootContent, Text } from 'mdast';
import type { Flavour } from './flavour.ts';
import { replaceText } from './replace-text.ts';
import { SKIP, visit } from '../markdown/visit.ts';

const pattern = new RegExp(
  [
    // Digits may stand in the middle of a name (`H~2~O`), letters only at its end (`P~max~`).
    String.raw`(?<=[A-Za-z)\]])~(\d{1,3}[+-]?|(?=[^~]{1,12}~(?![A-Za-z\d~(]))[A-Za-z\d+,=-]+)~(?![~\d])`,
    String.raw`(?<=[\p{L}\d)\]])\^([+-]?\d{1,3}[+-]?|(?=[^^]{1,12}\^(?![A-Za-z\d^({[]))(?![^^]*[+*-][^^]*\^[+-])[A-Za-z\d+*,-]+)\^(?![\^\d[])`,
  ].join('|'),
  'gu',
);

const struck = String.raw`(?<![\p{L}\d~)\]/])~(?=\p{L})([^~\n]{0,200}[^\s~\d(])~(?![\p{L}\d~/])`;
const patternOfDocumentation = new RegExp(`${pattern.source}|${struck}`, 'gu');

export const raisedText: Flavour = {
  adapt(tree, { isVault, isDocumentation }) {
    if (isVault) return;
    const marks = isDocumentation ? patternOfDocumentation : pattern;
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !/[~^]\S/u.test(node.value)) return undefined;
      const parts = replaceText(node, marks, (found) => raise(found, node));
      if (!parts) return undefined;
      (parent as Parent).children.splice(index, 1, ...(parts as never[]));
      return [SKIP, index + parts.length];
    });
  },
};

function raise([, low, high, old]: RegExpExecArray, node: Text): RootContent {
  const children = [{ ...node, value: low ?? high ?? old ?? '' }];
  if (old !== undefined) return { type: 'delete', children };
  const data = { hName: low === undefined ? 'sup' : 'sub' };
  return { type: 'htmlElement', children, data } as unknown as RootContent;
}

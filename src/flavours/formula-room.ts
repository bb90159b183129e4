/** Formulas stay where they stand: TeX can move a part of one anywhere, and lay it over what a page says. */
import type { RootContent } from 'hast';

/** How far parts may move back over what stands before them, in all, and how large a line drawn over another part may be. */
const mostEms = 4;

/** Whether a formula that was set would cover, or leave for, other parts of the page. */
export function leavesItsPlace(formula: readonly RootContent[]): boolean {
  let back = 0;
  const goesTooFar = (node: RootContent, isWithoutRoom: boolean): boolean => {
    if (node.type !== 'element' || node.tagName === 'mphantom') return false;
    const of = (name: string) => String(node.properties[name] ?? '');
    back += inEms(/margin-left:-([\d.]+(?:em|pt))/u.exec(of('style'))?.[1] ?? '');
    if (back > mostEms) return true;
    // Smashed and lapped parts are as tall or as wide as nothing: only letters and thin lines may stand in them.
    const takesNone = node.tagName === 'mpadded' && (of('height') === '0px' || of('width') === '0.1px');
    const lacksRoom = isWithoutRoom || takesNone;
    if (lacksRoom && of('voffset') && inEms(of('voffset').replace('-', '')) > mostEms) return true;
    if (lacksRoom && of('mathbackground')) {
      const isSmall = ['width', 'height'].every((side) => of(side) !== '' && inEms(of(side)) <= mostEms);
      if (!isSmall) return true;
    }
    return node.children.some((child) => goesTooFar(child, lacksRoom));
  };
  return formula.some((node) => goesTooFar(node, false));
}

function inEms(length: string): number {
  return (Number.parseFloat(length) || 0) / (length.endsWith('pt') ? 10 : 1);
}

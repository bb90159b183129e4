/**
 * What MkDocs draws in a line: icons (`:material-pencil-outline:`) and keys (`++ctrl+alt+del++`). An icon before words is
 * an ornament and goes, but for those that say yes or no; one in a sentence, or alone in a cell or a link, is called by its name. What touches letters is
 * code (`i++`, `C++`).
 */
import type { Parent, RootContent, Text } from 'mdast';
import type { Flavour } from './flavour.ts';
import { SKIP, visit } from '../markdown/visit.ts';

const pattern =
  /:(?:fontawesome(?:-(?:brands|regular|solid))?|material|octicons|simple)-([a-z\d-]+):(?:\{[^{}\n]*\})?|(?<![A-Za-z\d_+])\+\+((?:"[^"\n]{1,20}"|[a-z\d]+(?:-[a-z\d]+)*)(?:\+(?:"[^"\n]{1,20}"|[a-z\d]+(?:-[a-z\d]+)*)){0,4})\+\+(?![A-Za-z\d_+])/gu;
const keyNames =
  /^(?:"[^"]+"|[a-z\d]|f\d{1,2}|alt|altgr|(?:arrow-)?(?:up|down|left|right)|backspace|caps-lock|cmd|command|control|ctrl|del|delete|end|enter|esc|escape|fn|home|insert|ins|menu|meta|option|page-(?:up|down)|pg-?(?:up|dn)|plus|minus|print-screen|return|shift|slash|space|spacebar|super|tab|win|windows)$/u;

export const iconsAndKeys: Flavour = {
  adapt(tree) {
    visit(tree, 'text', (node, index, parent) => {
      if (!parent || index === undefined || !/:[a-z]+-|\+\+/u.test(node.value)) return undefined;
      const isLast = index === (parent as Parent).children.length - 1;
      const parts = readParts(node, index === 0 && !/^\s/u.test(node.value), isLast);
      if (!parts) return undefined;
      (parent as Parent).children.splice(index, 1, ...(parts as never[]));
      return [SKIP, index + parts.length];
    });
  },
};

function readParts(node: Text, isFirst: boolean, isLast: boolean): RootContent[] | null {
  const out: RootContent[] = [];
  let past = 0;
  for (const { 0: written, 1: icon, 2: keys, index } of node.value.matchAll(pattern)) {
    const names = keys?.split('+') ?? [];
    if (icon === undefined && !names.every((name) => keyNames.test(name))) continue;
    const before = node.value.slice(past, index);
    if (before) out.push({ ...node, value: before });
    past = index + written.length;
    if (icon !== undefined) {
      const words = icon.replace(/-(?:\d+|outline|fill|variant)(?=-|$)/gu, '').replaceAll('-', ' ');
      const rest = node.value.slice(past);
      // Where the sentence goes on in small letters, the icon is a word of it; where nothing follows, it says all there is.
      const opens = isFirst && !out.length && !(isLast && isOnlyIcons(rest));
      const answer = opens ? findAnswer(written) : '';
      const isOrnament = opens && !/^\s+\p{Ll}/u.test(rest);
      if (answer) out.push({ type: 'text', value: answer });
      else if (!isOrnament && words)
        out.push({ type: 'emphasis', children: [{ type: 'text', value: words }] });
      else if (isOrnament) past += /^[^\S\n]*/u.exec(node.value.slice(past))?.[0].length ?? 0;
    } else
      names.forEach((name, at) => {
        if (at) out.push({ type: 'text', value: '+' });
        out.push({
          type: 'htmlElement',
          children: [{ type: 'text', value: nameKey(name) }],
          data: { hName: 'kbd' },
        } as unknown as RootContent);
      });
  }
  if (!past) return null;
  const after = node.value.slice(past);
  return after ? [...out, { ...node, value: after }] : out;
}

const yes = /^:(?:material|octicons|fontawesome-(?:regular|solid))-(?:check|thumbs?-up)(?=[-:])/u;
const no =
  /^:(?:material-(?:close|cancel|thumb-down)|octicons-x|fontawesome-(?:regular|solid)-(?:xmark|times))(?=[-:])/u;

/** The sign of an icon that says yes or no before words: `:material-check: tests`; empty for all others. */
function findAnswer(written: string): string {
  return yes.test(written) ? '✓' : no.test(written) ? '✗' : '';
}

/** Whether only other icons follow. */
function isOnlyIcons(text: string): boolean {
  return !text.replace(pattern, (written) => (written.startsWith(':') ? '' : written)).trim();
}

function nameKey(name: string): string {
  const plain = name.replace(/^"|"$/gu, '').replaceAll('-', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

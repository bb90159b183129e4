/**
 * `- [-] 글`, `- [/] 글`, `- [>] 글` (Obsidian, and its themes): tasks that are neither to do nor done. They have a box like
 * others, which is not ticked, and their state in words before it. Any other sign ticks the box in a vault, as Obsidian
 * does, but for a letter that some words are numbered with (`[가]`); elsewhere it is text.
 */
import type { ListItem, PhrasingContent } from 'mdast';
import { notesWords } from '#words';
import type { Flavour } from './flavour.ts';
import { visit } from '../markdown/visit.ts';

const mark = /^\[([^\s\d[\]^@#])\][^\S\n]+(?=\S)/u;

/** Themes know signs and Latin letters only; another letter is somebody's. */
const isNumber = /(?!\p{Script=Latin})\p{L}/u;

export const taskStates: Flavour = {
  adapt(tree, { isVault }) {
    visit(tree, 'listItem', (item: ListItem) => {
      const [first] = item.children;
      const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
      if (typeof item.checked === 'boolean' || first?.type !== 'paragraph' || lead?.type !== 'text') return;
      const [written, sign = ''] = mark.exec(lead.value) ?? [];
      const states: Readonly<Record<string, string>> = notesWords().taskStates;
      const state = Object.hasOwn(states, sign) ? states[sign] : undefined;
      if (written === undefined || (state === undefined && (!isVault || isNumber.test(sign)))) return;
      item.checked = state === undefined;
      lead.value = lead.value.slice(written.length);
      if (state === undefined) return;
      const label: PhrasingContent[] = [
        { type: 'emphasis', children: [{ type: 'text', value: state }] },
        { type: 'text', value: ' ' },
      ];
      first.children.unshift(...label);
    });
  },
};

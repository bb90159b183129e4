/**
 * `:tada:` (GitHub, Docusaurus, MkDocs, VitePress, HackMD): the emoji of that name. Only names that GitHub knows are read, and
 * only where no letter, digit or colon touches them: `10:30:45`, `a:b:c` and `std::x::y` stay as they are written, and so does
 * everything in a vault, as Obsidian has it.
 */
import { nameToEmoji } from 'gemoji';
import type { Flavour } from './flavour.ts';
import { visit } from '../markdown/visit.ts';

const pattern = /(?<![\p{L}\p{N}:/])(:([a-z\d+-][a-z\d_+-]*):)+(?![\p{L}\p{N}:/])/gu;

export const emojiNames: Flavour = {
  adapt(tree, { isVault }) {
    if (isVault) return;
    visit(tree, 'text', (node) => {
      if (!node.value.includes(':')) return;
      node.value = node.value.replace(pattern, (written) =>
        written.replace(/:([^:]+):/gu, (whole, name: string) => findEmoji(name) ?? whole),
      );
    });
  },
};

/** Other lists say who it is before what is done: `man_raising_hand` is GitHub's `raising_hand_man`. */
function findEmoji(name: string): string | undefined {
  const other = name.replace(/^(man|woman)_(.+)$/u, '$2_$1');
  const known = [name, other].find((each) => Object.hasOwn(nameToEmoji, each));
  return known === undefined ? undefined : nameToEmoji[known];
}

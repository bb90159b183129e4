/**
 * In an Obsidian vault a line ends where its author ended it, unless the vault asks for strict line breaks: what Markdown
 * would join is kept apart. What stands in HTML is the author's own.
 */
import type { Parent, PhrasingContent, RootContent } from 'mdast';
import type { Flavour } from './flavour.ts';
import { SKIP, visit } from '../markdown/visit.ts';

export const lineBreaks: Flavour = {
  adapt(tree, { breaksLines }) {
    if (!breaksLines) return;
    visit(tree, 'paragraph', (paragraph) => {
      breakLines(paragraph);
      return SKIP;
    });
  },
};

function breakLines(parent: Parent): void {
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if (child.type === 'text' && child.value.includes('\n'))
      return child.value.split('\n').flatMap((value, at): PhrasingContent[] => {
        const line = { ...child, value };
        return [...(at ? [{ type: 'break' as const }] : []), ...(value ? [line] : [])];
      });
    if ('children' in child && (child.type as string) !== 'htmlElement') breakLines(child);
    return [child];
  });
}

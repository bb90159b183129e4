/**
 * Components in a line of Markdown (`## list <Version>2.1</Version> <Experimental />`). In prose a name in angle brackets is
 * text; where a documentation tool is set up it is a component (VitePress) or an element that browsers do not know, of which
 * no reader sees the tags: its words stay, and one that has none is called by its name.
 */
import type { Parent, RootContent, Text } from 'mdast';
import { problemsWords } from '#words';
import { showUnknownInLine } from '../markdown/components.ts';
import { cleanElement } from '../markdown/html-schema.ts';
import { readTokens } from '../markdown/html-tokens.ts';
import { forgetShown } from '../markdown/read-html.ts';
import { visit } from '../markdown/visit.ts';
import { type Flavour, leaveOut, report } from './flavour.ts';

const tag = /^<(\/?)([A-Z][\w.]*)[^<>]*?(\/?)>$/u;

export const componentWords: Flavour = {
  adapt(tree, { isDocumentation }) {
    if (!isDocumentation) return;
    const said = new Set<string>();
    visit(tree, 'text', (node, index, parent) => {
      const [, slash, name = '', end] = readTag(node) ?? [];
      if (!name || slash || !parent || index === undefined) return undefined;
      const siblings = (parent as Parent).children;
      const closing = end ? index : siblings.findIndex((other, at) => at > index && closes(other, name));
      if (closing < 0) return undefined;
      const inside = siblings.slice(index + 1, closing);
      const written = readTokens(node.value)[0]?.attributes ?? [];
      const use = { attributes: Object.fromEntries(written), children: inside };
      const isHidden = cleanElement(name, written).kind === 'drop';
      const words = isHidden ? [] : showUnknownInLine(use, end ? name : '');
      const [from, to] = [node.position?.start.offset, siblings[closing]?.position?.end.offset];
      if (isHidden && from !== undefined && to !== undefined) leaveOut(tree, { from, written: to });
      for (const gone of isHidden ? [] : new Set([node, siblings[closing]])) {
        const from = gone?.position?.start.offset;
        if (gone?.type === 'text' && from !== undefined) leaveOut(tree, { from, written: gone.value });
      }
      siblings.splice(index, closing - index + 1, ...(words as never[]));
      if (said.has(name)) return index;
      said.add(name);
      forgetShown(tree, name);
      report(tree, node, problemsWords().mdx.noComponent(name, undefined));
      return index;
    });
  },
};

/** A tag that was read as text (`markdown/read-html.ts`). */
function readTag(node: Text): RegExpExecArray | null {
  return (node.data as { isTag?: boolean } | undefined)?.isTag ? tag.exec(node.value) : null;
}

function closes(node: RootContent, name: string): boolean {
  if (node.type !== 'text') return false;
  const [, slash, found] = readTag(node) ?? [];
  return slash === '/' && found === name;
}

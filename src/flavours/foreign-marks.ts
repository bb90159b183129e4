/**
 * Marks of tools that run before Markdown does: they are shown as they are written, and reported once a note and kind, so
 * that an author knows what a reader sees. A line that only asks for a table of contents goes: every page has its own.
 */
import type { Nodes, Parent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { problemsWords } from '#words';
import { type Flavour, report } from './flavour.ts';
import { visit } from '../markdown/visit.ts';

type Mark = keyof ReturnType<typeof problemsWords>['marks']['names'];

const marks: [Mark, RegExp][] = [
  ['hugo', /\{\{[<%][^\n]*?[>%]\}\}/u],
  ['jekyll', /(?<!\{)\{%[^\n]*?%\}(?!\})/u],
  ['logseq', /\{\{(?:embed|query|video|renderer|cloze)\b[^\n]*?\}\}/u],
  ['blockReference', /\(\([\da-f]{8}-[\da-f]{4}-[\da-f-]{22}\)\)/u],
  ['snippet', /^-+8<-+ [^\n]+/mu],
  ['icon', /:(?:fontawesome|material|octicons|simple)-[a-z\d-]+:/u],
  ['templater', /<%[^\n%]{0,300}%>/u],
  ['definitionList', /\n:[^\S\n]+\S[^\n]*/u],
  [
    'include',
    /^!(?:include|INCLUDE)\b|^\{\* \S[^\n]*\*\}$|^<<< @?\/?\S|\{\{#(?:include|rustdoc_include|playground)\s[^{}\n]*\}\}/mu,
  ],
];

/** What plugins of Obsidian put in the place of code in a line. */
const marksInCode: [Mark, RegExp][] = [
  ['metaBind', /^(?:INPUT|VIEW|BUTTON)\[.*\]$/su],
  ['inlineQuery', /^\$?= ?[\p{L}_][^=]*$/su],
];

export const foreignMarks: Flavour = {
  adapt(tree, { isVault }) {
    const places = new Map<Mark, { node: Nodes; count: number; written: string }>();
    const look = (node: Nodes & { value: string }, kinds: typeof marks) => {
      for (const [mark, pattern] of kinds) {
        const found = pattern.exec(node.value);
        if (!found) continue;
        const place = places.get(mark);
        if (place) place.count++;
        else places.set(mark, { node, count: 1, written: found[0].trimStart().slice(0, 40) });
      }
    };
    visit(tree, (node, index, parent) => {
      if (
        node.type === 'paragraph' &&
        parent?.type === 'root' &&
        index !== undefined &&
        asksForContents(node)
      ) {
        parent.children.splice(index, 1);
        return index;
      }
      if ((node.type === 'link' || node.type === 'image') && parent && index !== undefined) {
        const url = node.url.replaceAll('%20', ' ');
        const found = /\{\{[<%][^\n]*?[>%]\}\}/u.exec(url);
        if (!found) return undefined;
        // Where it leads only that tool knows: its words stay.
        const words =
          node.type === 'link' ? node.children : [{ type: 'text' as const, value: node.alt ?? '' }];
        (parent as Parent).children.splice(index, 1, ...(words as never[]));
        const place = places.get('hugo');
        if (place) place.count++;
        else places.set('hugo', { node, count: 1, written: found[0].slice(0, 40) });
        return index;
      }
      // What is no link's own words: a link to a block that is not there is said where links are.
      if (node.type === 'text' && parent?.type !== 'link') look(node, marks);
      if (node.type === 'inlineCode' && isVault) look(node, marksInCode);
      return undefined;
    });
    const words = problemsWords().marks;
    for (const [mark, { node, count, written }] of places) {
      report(tree, node, words.asWritten(words.names[mark], written, count));
    }
  },
};

/** The bare word is somebody's text; in double brackets it has become a link. */
function asksForContents(node: Nodes): boolean {
  const [only, ...others] = 'children' in node ? node.children : [];
  if (!only || others.length) return false;
  const pattern =
    only.type === 'link' && only.url.startsWith('wiki:') ? /^_?toc_?$/iu : /^(?:\[TOCM?\]|\{:toc\})$/iu;
  return pattern.test(toString(node).trim());
}

import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { pagePath } from '../knowledge/address.ts';
import type { Term } from '../knowledge/schema.ts';
import type { FindContext } from './render-context.ts';
import { SKIP, visitParents } from './visit.ts';

/** Inside these, a term is a name, code or part of another link. */
const untouched = new Set([
  'a',
  'button',
  'code',
  'pre',
  'svg',
  'figure',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'math',
]);

/** The first use of a glossary term in a note leads to its definition. */
export function rehypeTerms(options: { find: FindContext }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = await options.find(file);
    if (!context) return;
    const { note, library, base } = context;
    const waiting = new Map<string, Term>();
    for (const term of library.terms) {
      // The note that explains a term defines it in its own words.
      if (term.note === note.id || term.id === note.id) continue;
      for (const word of [term.term, term.abbreviation]) if (word && word.length > 1) waiting.set(word, term);
    }
    if (!waiting.size) return;
    const pattern = wordPattern([...waiting.keys()]);
    const used = new Set<string>();
    visitParents(tree, (node, ancestors) => {
      if (node.type === 'element' && untouched.has(node.tagName)) return SKIP;
      if (node.type !== 'text') return undefined;
      const parent = ancestors.at(-1) as Element | undefined;
      if (!parent || parent.type !== 'element') return undefined;
      const parts: ElementContent[] = [];
      let from = 0;
      for (const match of node.value.matchAll(pattern)) {
        const word = match[0];
        const term = waiting.get(word);
        if (!term || used.has(term.id)) continue;
        used.add(term.id);
        if (match.index > from) parts.push({ type: 'text', value: node.value.slice(from, match.index) });
        parts.push(
          h(
            'a',
            { className: ['term'], href: pagePath(base, 'glossary', `term-${term.id}`), dataTerm: term.id },
            word,
          ),
        );
        from = match.index + word.length;
      }
      if (!parts.length) return undefined;
      if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from) });
      const index = parent.children.indexOf(node);
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}

const particles =
  '은|는|이|가|을|를|의|에|에서|에게|와|과|로|으로|도|만|나|이나|란|이란|이라는|라는|며|이며|마다|보다|처럼|부터|까지|뿐|다|이다|인|일';

/** A word on its own or before a particle; the longest first, never inside another word. */
function wordPattern(words: string[]): RegExp {
  const escaped = words
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?=(?:${particles})?(?![\\p{L}\\p{N}]))`,
    'gu',
  );
}

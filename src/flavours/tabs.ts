/**
 * Alternatives that a tool shows one at a time stand one below the other, each under its name: that works without
 * scripts, in print and for the search. `<Tabs>` of Docusaurus and Starlight, `::: code-group` of VitePress, `=== "…"` of
 * MkDocs.
 */
import type { RootContent } from 'mdast';

/** One of several alternatives. */
export function makeTab(label: string, children: readonly RootContent[]): RootContent {
  const title = {
    type: 'paragraph',
    children: [{ type: 'text', value: label }],
    data: { hProperties: { className: ['tab-title'] } },
  };
  return {
    type: 'blockquote',
    children: [...(label ? [title] : []), ...children],
    data: { hName: 'section', hProperties: { className: ['tab'], ...(label ? { ariaLabel: label } : {}) } },
  } as unknown as RootContent;
}

/** The alternatives together. */
export function makeTabs(children: readonly RootContent[]): RootContent {
  return {
    type: 'blockquote',
    children: [...children],
    data: { hName: 'div', hProperties: { className: ['tabs'] } },
  } as unknown as RootContent;
}

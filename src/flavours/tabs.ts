/**
 * Alternatives that a tool shows one at a time stand one below the other, each under its name: that works without
 * scripts, in print and for the search. `<Tabs>` of Docusaurus and Starlight, `::: code-group` of VitePress, `=== "…"` of
 * MkDocs.
 */
import type { PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** One of several alternatives. */
export function makeTab(
  name: string | readonly PhrasingContent[],
  children: readonly RootContent[],
): RootContent {
  const words: readonly PhrasingContent[] = typeof name === 'string' ? [{ type: 'text', value: name }] : name;
  const label = toString({ type: 'paragraph', children: words });
  const title = {
    type: 'paragraph',
    children: [...words],
    data: { hProperties: { className: ['tab-title'] } },
  };
  return {
    type: 'blockquote',
    children: [...(label ? [title] : []), ...children],
    data: { hName: 'section', hProperties: { className: ['tab'], ...(label ? { ariaLabel: label } : {}) } },
  } as unknown as RootContent;
}

/** Whether a node is one of several alternatives, under its name. */
export function isTab({ data }: RootContent): boolean {
  const properties = (data as { hProperties?: { ariaLabel?: string; className?: unknown } } | undefined)
    ?.hProperties;
  return properties?.ariaLabel !== undefined && [properties.className].flat().includes('tab');
}

/**
 * The alternatives together.
 * @param names what tabs are called instead of the label that they were made with
 */
export function makeTabs(
  children: readonly RootContent[],
  names: ReadonlyMap<string, string> = new Map(),
): RootContent {
  return {
    type: 'blockquote',
    children: children.map((tab) => renameTab(tab, names)),
    data: { hName: 'div', hProperties: { className: ['tabs'] } },
  } as unknown as RootContent;
}

function renameTab(tab: RootContent, names: ReadonlyMap<string, string>): RootContent {
  const label = (tab.data as { hProperties?: { ariaLabel?: string } } | undefined)?.hProperties?.ariaLabel;
  const name = label === undefined ? undefined : names.get(label);
  if (name === undefined || tab.type !== 'blockquote') return tab;
  const made = makeTab(name, tab.children.slice(1));
  return tab.position ? { ...made, position: tab.position } : made;
}

import type { Blockquote, Paragraph, Parent, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** The words that open a callout, in our own blocks and in those that other tools' authors use. */
const callouts: Record<string, { kind: string; label: string }> = {
  note: { kind: 'note', label: '알아 두기' },
  info: { kind: 'note', label: '알아 두기' },
  tip: { kind: 'tip', label: '도움말' },
  important: { kind: 'tip', label: '중요' },
  warning: { kind: 'warning', label: '주의' },
  caution: { kind: 'warning', label: '주의' },
  danger: { kind: 'danger', label: '위험' },
  example: { kind: 'note', label: '보기' },
  quote: { kind: 'note', label: '인용' },
};

/** `:::note[제목]` blocks and `> [!NOTE]` quotes become asides; an unknown block keeps its content as it is. */
export function remarkCallouts() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return;
      if (node.type === 'containerDirective') {
        const { name, children } = node as unknown as { name: string; children: RootContent[] };
        const known = callouts[name.toLowerCase()];
        const first = children[0];
        const hasLabel = Boolean(
          first?.type === 'paragraph' &&
          (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel,
        );
        const title = hasLabel && first ? toString(first) : '';
        const rest = hasLabel ? children.slice(1) : children;
        if (name.toLowerCase() === 'details') {
          (parent as Parent).children[index] = details(title || '자세히', rest);
        } else if (known) (parent as Parent).children[index] = aside(known, title, rest);
        else {
          (parent as Parent).children.splice(index, 1, ...children);
          return index;
        }
      } else if (node.type === 'leafDirective') {
        // A generated block that does not exist, or another tool's word: the check has said so.
        (parent as Parent).children.splice(index, 1);
        return index;
      } else if (node.type === 'blockquote') {
        const found = readAlert(node);
        if (found) (parent as Parent).children[index] = aside(found.known, found.title, found.children);
      }
      return undefined;
    });
  };
}

/** The names of blocks that authors may use, for the check. */
export const blockWords = [...Object.keys(callouts), 'details'];

function readAlert(quote: Blockquote) {
  const first = quote.children[0];
  const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (lead?.type !== 'text') return null;
  const match = /^\[!(\w+)\][+-]?[^\S\n]*(.*)(?:\n|$)/u.exec(lead.value);
  const known = callouts[match?.[1]?.toLowerCase() ?? ''];
  if (!match || !known) return null;
  const text: Text = { ...lead, value: lead.value.slice(match[0].length) };
  const paragraph = { ...(first as Paragraph), children: [text, ...(first as Paragraph).children.slice(1)] };
  const children = toString(paragraph).trim()
    ? [paragraph, ...quote.children.slice(1)]
    : quote.children.slice(1);
  return { known, title: match[2] ?? '', children: children as RootContent[] };
}

function aside(known: { kind: string; label: string }, title: string, children: RootContent[]): RootContent {
  const heading = { type: 'paragraph', children: [{ type: 'text', value: title || known.label }] };
  return {
    type: 'blockquote',
    children: [{ ...heading, data: { hProperties: { className: ['callout-title'] } } }, ...children],
    data: {
      hName: 'aside',
      hProperties: { className: ['callout', `callout-${known.kind}`], ariaLabel: title || known.label },
    },
  } as unknown as RootContent;
}

function details(title: string, children: RootContent[]): RootContent {
  const summary = {
    type: 'paragraph',
    children: [{ type: 'text', value: title }],
    data: { hName: 'summary' },
  };
  return {
    type: 'blockquote',
    children: [summary, ...children],
    data: { hName: 'details' },
  } as unknown as RootContent;
}

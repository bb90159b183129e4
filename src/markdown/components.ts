/**
 * The words that authors may use in MDX, without importing anything. A component is data: it says what its name,
 * attributes and content become, and nothing of a note is run for it. Another tool's words are added here.
 */
import type { PhrasingContent, RootContent } from 'mdast';
import { findBoxKind, makeBox, makeDetails } from '../flavours/boxes.ts';
import { notesWords } from '#words';

/** A component as its author wrote it. */
export interface ComponentUse {
  /** Attributes with literal values; one without a value is `true`. */
  attributes: Readonly<Record<string, string | number | boolean>>;
  children: RootContent[];
}

export const components: Readonly<Record<string, (use: ComponentUse) => RootContent[]>> = {
  /** `<Callout kind="warning" title="…">`: a box for something that must not be missed. */
  Callout: ({ attributes, children }) => {
    const kind = findBoxKind(textOf(attributes['kind'] ?? attributes['type']) || 'note');
    const { look, label } = kind ?? { look: 'note' as const, label: 'note' as const };
    const title = textOf(attributes['title']);
    return [makeBox({ look, label: notesWords().boxes[label] }, textNodes(title), children)];
  },
  /** `<Details summary="…">`: text that opens on demand. */
  Details: ({ attributes, children }) => [
    makeDetails(textNodes(textOf(attributes['summary'])), children, attributes['open'] === true),
  ],
  /** `<Steps>` around an ordered list: a procedure; a line runs along its numbers. */
  Steps: ({ children }) => [
    {
      type: 'htmlElement',
      children,
      data: { hName: 'div', hProperties: { className: ['steps'] } },
    } as unknown as RootContent,
  ],
};

function textOf(value: string | number | boolean | undefined): string {
  return value === undefined || typeof value === 'boolean' ? '' : String(value);
}

function textNodes(value: string): PhrasingContent[] {
  return value ? [{ type: 'text', value }] : [];
}

import { notesWords } from '#words';
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { listSectionMentions, type SectionMention } from '../knowledge/section-mentions.ts';
import type { FindContext } from './render-context.ts';
import { visit } from './visit.ts';

/** More mentions than this are kept under one section; the page's own list at its end holds them all. */
const mostShown = 12;

/**
 * Beside each heading, closed: how many mention its section; opened, who does and in which sentence. Not part of the
 * text: no search finds it there.
 */
export function rehypeSectionMentions(options: { find: FindContext }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = await options.find(file);
    if (!context) return;
    const { note, library, base } = context;
    const bySection = listSectionMentions(note, library, base);
    if (!bySection.size) return;
    const byId = new Map(
      [...bySection].map(([place, mentions]) => [note.outline.sections[place]?.id ?? '', mentions]),
    );
    visit(tree, 'element', (node: Element) => {
      if (!hasClass(node, 'section-heading')) return;
      const place = node.children.findIndex(isHeading);
      const heading = node.children[place];
      const id = heading?.type === 'element' ? heading.properties['id'] : undefined;
      const mentions = typeof id === 'string' ? byId.get(id) : undefined;
      if (mentions) node.children.splice(place + 1, 0, drawMentions(mentions));
    });
  };
}

function isHeading(node: ElementContent): boolean {
  return node.type === 'element' && /^h[2-4]$/u.test(node.tagName);
}

function hasClass(node: Element, name: string): boolean {
  const classes = node.properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}

function drawMentions(mentions: readonly SectionMention[]): Element {
  const words = notesWords();
  const rest = mentions.length - mostShown;
  return h('details', { className: ['section-mentions'], dataPagefindIgnore: 'all' }, [
    h('summary', { ariaLabel: words.mentions(mentions.length), title: words.mentions(mentions.length) }, [
      words.mentionCount(mentions.length),
    ]),
    h('ul', [
      ...mentions
        .slice(0, mostShown)
        .map(({ id, title, hue, href, context, relation }) =>
          h('li', { dataHue: hue }, [
            h('a', { href, dataNote: id }, [h('span', { className: ['kind-mark'] }), title]),
            ...(relation ? [' ', h('span', { className: ['relation-kind'] }, relation)] : []),
            h('p', context),
          ]),
        ),
      ...(rest > 0 ? [h('li', [h('a', { href: '#backlinks-title' }, words.moreMentions(rest))])] : []),
    ]),
  ]);
}

import { notesWords } from '#words';
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { listSectionMentions, type SectionMention } from '../knowledge/section-mentions.ts';
import type { FindContext } from './render-context.ts';

/** More mentions than this are kept under one section; the page's own list at its end holds them all. */
const mostShown = 12;

/** Under each section, closed: who mentions it and in which sentence. Not part of the text: no search finds it there. */
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
    visit(tree, (parent) => {
      if (parent.type !== 'root' && parent.type !== 'element') return;
      const children = parent.children as ElementContent[];
      for (let place = children.length - 1; place >= 0; place--) {
        const mentions = byId.get(readSectionId(children[place]) ?? '');
        if (!mentions) continue;
        let end = place + 1;
        while (end < children.length && !isBoundary(children[end])) end++;
        children.splice(end, 0, drawMentions(mentions));
      }
    });
  };
}

function readSectionId(node: ElementContent | undefined): string | undefined {
  if (node?.type !== 'element' || !hasClass(node, 'section-heading')) return undefined;
  const heading = node.children.find(
    (child): child is Element => child.type === 'element' && /^h[2-4]$/u.test(child.tagName),
  );
  return typeof heading?.properties['id'] === 'string' ? heading.properties['id'] : undefined;
}

/** The next section, or the footnotes at the end. */
function isBoundary(node: ElementContent | undefined): boolean {
  return (
    node?.type === 'element' &&
    (hasClass(node, 'section-heading') || node.properties['dataFootnotes'] !== undefined)
  );
}

function hasClass(node: Element, name: string): boolean {
  const classes = node.properties['className'];
  return Array.isArray(classes) && classes.includes(name);
}

function drawMentions(mentions: readonly SectionMention[]): Element {
  const rest = mentions.length - mostShown;
  return h('details', { className: ['section-mentions'], dataPagefindIgnore: 'all' }, [
    h('summary', notesWords().mentions(mentions.length)),
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
      ...(rest > 0 ? [h('li', [h('a', { href: '#backlinks-title' }, notesWords().moreMentions(rest))])] : []),
    ]),
  ]);
}

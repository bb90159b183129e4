import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { notesWords } from '#words';
import { isNewerThanMost } from '../knowledge/recent-changes.ts';
import { writeCopyUrl } from '../knowledge/share-pages.ts';
import { takePlace } from './places.ts';
import type { FindContext } from './render-context.ts';
import { SKIP, visit } from './visit.ts';

/**
 * Gives each heading its permanent id, keeps the anchors that it used to have, and puts the button that copies its
 * link beside it. Beside, not inside: a heading's text is read out, searched and copied.
 */
export function rehypeSectionLinks(options: { find: FindContext }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const context = await options.find(file);
    if (!context) return;
    const { note } = context;
    const { sections } = note.outline;
    const taken = new Set(sections.map((section) => section.id));
    visit(tree, 'element', (node: Element, index, parent) => {
      if (!/^h[2-4]$/u.test(node.tagName) || !parent || index === undefined) return;
      const section = sections[takePlace(node.properties, 'dataSection')];
      if (!section) return;
      node.properties['id'] = section.id;
      node.properties['tabIndex'] = -1;
      const aliases = (section.aliases ?? [section.slug]).filter((alias) => alias && !taken.has(alias));
      for (const alias of aliases) taken.add(alias);
      const url = writeCopyUrl(section.id, note, context);
      const classes = ['section-heading', `level-${node.tagName.slice(1)}`];
      const wrapper = h('div', { className: classes, dataChanged: section.changed }, [
        ...aliases.map(anchorAlias),
        node,
        copyButton(section.id, url, section.text),
        ...(isNewerThanMost(section, sections) ? [writeDay(section.changed ?? '')] : []),
      ]);
      parent.children[index] = wrapper;
      return [SKIP, index + 1];
    });
  };
}

/** The day of a section's last change. */
function writeDay(day: string): Element {
  return h('small', { className: ['section-changed'], dataPagefindIgnore: '' }, [
    `${notesWords().changed} `,
    h('time', { dateTime: day }, day),
  ]);
}

/** An anchor that once led here and still does. */
export function anchorAlias(id: string): Element {
  return h('span', { id, className: ['anchor-alias'] });
}

/** The button that copies an absolute link. It needs JavaScript, so the stylesheet hides it where scripts are off. */
export function copyButton(id: string, url: string, name: string): Element {
  return h(
    'button',
    {
      type: 'button',
      className: ['copy-section'],
      dataCopySection: id,
      dataUrl: url,
      ariaLabel: notesWords().copyLinkTo(name.trim()),
      title: notesWords().copyLink,
    },
    [
      h('svg', { viewBox: '0 0 20 20', ariaHidden: 'true' }, [
        h('path', {
          d: 'M8.3 11.7a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 0 0-4.3-4.3l-.9.9M11.7 8.3a3 3 0 0 0-4.3 0l-2.6 2.6a3 3 0 0 0 4.3 4.3l.9-.9',
        }),
      ]),
    ],
  );
}

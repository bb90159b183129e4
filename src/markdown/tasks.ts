import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { notesWords } from '#words';
import { visit } from './visit.ts';

/** The boxes of a task list get the names of their tasks: a box without one says nothing when it is read out. */
export function rehypeTasks() {
  return (tree: Root): void => {
    visit(tree, 'element', (item: Element) => {
      const classes = item.properties['className'];
      if (item.tagName !== 'li' || !Array.isArray(classes) || !classes.includes('task-list-item')) return;
      const [first] = item.children.filter((child) => child.type === 'element');
      const holder = first?.tagName === 'p' ? first : item;
      const box = holder.children.find(
        (child): child is Element => child.type === 'element' && child.tagName === 'input',
      );
      if (!box) return;
      const name = holder.children
        .filter((child) => child !== box && !isList(child))
        .map(readText)
        .join('');
      box.properties['ariaLabel'] = name.replace(/\s+/gu, ' ').trim() || notesWords().task;
    });
  };
}

function isList(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}

function readText(node: ElementContent): string {
  return node.type === 'comment' ? '' : node.type === 'text' ? node.value : toString(node);
}

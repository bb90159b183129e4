/** How much a note asks beside its tables and figures: about what a self-test finds on its page. */
import type { Nodes, Parents, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { announcesQuestions, isQuestion, namesAnswer, type QuestionWords } from '../knowledge/asked.ts';
import { visitParents } from './visit.ts';

/** Counts terms that are defined, folds that ask or hold an answer, and what stands under headings of questions. */
export function countAsked(tree: Root, words: QuestionWords): number {
  let count = 0;
  /** Depth of the heading that announced questions; 0 elsewhere. */
  let level = 0;
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'heading') {
      const text = toString(node);
      if (level > 0 && node.depth <= level) level = 0;
      if (announcesQuestions(text, words)) level ||= node.depth;
      else if (level > 0 || (isQuestion(text, words) && !/[?？]\s*$/u.test(text))) count++;
      return;
    }
    const name = nameOf(node);
    if (name === 'dt') count++;
    if (name === 'summary' && 'children' in node) {
      const text = toString(node);
      if (level > 0 || isQuestion(text, words) || namesAnswer(text, words)) count++;
    }
    if (node.type === 'listItem' && level > 0 && isOutermost(ancestors) && hasAnswer(node)) count++;
  });
  return count;
}

function nameOf(node: Nodes): string | undefined {
  return (node.data as { hName?: string } | undefined)?.hName;
}

function isOutermost(ancestors: readonly Parents[]): boolean {
  return ancestors.filter(({ type }) => type === 'list').length === 1;
}

/** What is nested, or the section that is linked. */
function hasAnswer(item: Parents): boolean {
  return (
    item.children.some(({ type }) => type === 'list' || type === 'blockquote') ||
    JSON.stringify(item.children).includes('"url":"#')
  );
}

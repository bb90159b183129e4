/** Marks words in the drawings of a page, and scrolls the first label that holds most of them into its frame. */
import { findMarked, prepareText } from '../search/match-text.ts';

const space = 'http://www.w3.org/2000/svg';

/** Lays a mark under the labels that hold most of the words; returns how to take the marks away. */
export function markDrawings(root: ParentNode, words: readonly string[]): () => void {
  const marks: SVGRectElement[] = [];
  for (const frame of root.querySelectorAll<HTMLElement>('.diagram-frame, .diagram-narrow')) {
    if (!frame.checkVisibility()) continue;
    const all = [...frame.querySelectorAll<SVGTextElement>(':scope > svg text')];
    const texts = findTellingLabels(all.map(readLines), words).flatMap((index) => all[index] ?? []);
    for (const text of texts) marks.push(markLabel(text));
    const [first] = texts;
    if (first) scrollToLabel(frame, first);
  }
  return () => {
    for (const mark of marks) mark.remove();
  };
}

/** The positions of the labels that hold most of the words: beside one that holds two, those with one only distract. */
export function findTellingLabels(labels: readonly string[], words: readonly string[]): number[] {
  const counts = labels.map((label) => {
    const prepared = prepareText(label);
    return words.filter((word) => findMarked(prepared, word).length > 0).length;
  });
  const most = Math.max(...counts);
  // A drawing may write in two labels what a text says in one: the year of a day stands above its months.
  const parts = words.flatMap((word) => word.split(' '));
  if (most < 1) return parts.length > words.length ? findTellingLabels(labels, parts) : [];
  return counts.flatMap((count, index) => (count === most ? [index] : []));
}

/** A label's lines are one text: a word may run on in the next one only behind a space. */
function readLines(text: SVGTextElement): string {
  const lines = [...text.children].map((line) => line.textContent);
  return lines.length > 0 ? lines.join(' ') : text.textContent;
}

function markLabel(text: SVGTextElement): SVGRectElement {
  const { x, y, width, height } = text.getBBox();
  const mark = document.createElementNS(space, 'rect');
  const box = { x: x - 3, y: y - 1, width: width + 6, height: height + 2, rx: 3 };
  for (const [name, value] of Object.entries(box)) mark.setAttribute(name, String(value));
  mark.setAttribute('class', 'found');
  const transform = text.getAttribute('transform');
  if (transform) mark.setAttribute('transform', transform);
  text.before(mark);
  return mark;
}

function scrollToLabel(frame: HTMLElement, text: SVGTextElement): void {
  const [outer, inner] = [frame.getBoundingClientRect(), text.getBoundingClientRect()];
  frame.scrollBy({
    left: inner.left + inner.width / 2 - (outer.left + outer.width / 2),
    top: inner.top + inner.height / 2 - (outer.top + outer.height / 2),
    behavior: 'instant',
  });
}

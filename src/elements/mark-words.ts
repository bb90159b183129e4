/**
 * Marks the words that led to this page (`?mark=임베딩,RAG`), opens what hides them, and offers to take the marks away.
 * The address can be shared: the marks come with it.
 */
import { findMarked, growToWords, prepareText } from '../search/match-text.ts';
import type { Range as Stretch } from '../search/match-text.ts';
import { searchWords } from '#words';
import rules from '../styles/search-marks.css?inline';
import { adoptStyles } from './adopt-styles.ts';
import { markDrawings } from './mark-drawings.ts';
import { makeButton } from './search-dom.ts';

adoptStyles(rules);

const skipped =
  'svg, script, style, template, button, select, textarea, input, mermaid-diagram, sup.cite, [data-footnote-ref], [hidden], [data-pagefind-ignore]';
const blocks = 'p, li, td, th, h1, h2, h3, h4, h5, h6, dt, dd, pre, figcaption, summary, blockquote, caption';
const highlightName = 'search-words';
const mostWords = 12;

/** Marks what the address asks for. Does nothing when the page does not hold the words. */
export function markLanding(): void {
  const words = (new URLSearchParams(location.search).get('mark') ?? '')
    .slice(0, 400)
    .split(',')
    .map((word) => word.trim());
  const root =
    document.querySelector<HTMLElement>('[data-pagefind-body]') ??
    document.querySelector<HTMLElement>('main');
  if (root === null) return;
  const wanted = words.filter((word) => word !== '').slice(0, mostWords);
  const ranges = findRanges(root, wanted);
  showTarget(ranges);
  const clearDrawings = wanted.length > 0 ? markDrawings(root, wanted) : () => undefined;
  const hasMarks = ranges.length > 0 || root.querySelector('svg .found') !== null;
  if (!hasMarks) return;
  const clearRanges = showRanges(ranges);
  showInFrames(ranges);
  showFirst(root, ranges);
  // Another hit on this same page with the same words only changes the hash.
  const onClick = ({ target }: Event): void => {
    if (!(target instanceof Element) || target.closest(hits) === null) return;
    setTimeout(() => {
      showTarget(ranges);
      showInFrames(ranges);
      showFirst(root, ranges);
    });
  };
  document.addEventListener('click', onClick);
  const clear = (): void => {
    clearRanges();
    clearDrawings();
    document.removeEventListener('click', onClick);
  };
  const button = makeButton(searchWords().clearMarks, 'mark-clear', () => {
    clear();
    button.remove();
    const address = new URL(location.href);
    address.searchParams.delete('mark');
    address.searchParams.delete('at');
    history.replaceState(history.state, '', address);
  });
  document.body.append(button);
}

/** Every place of the words under `root`, as DOM ranges; words may run over inline elements. */
export function findRanges(root: HTMLElement, words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  for (const nodes of collectBlocks(root)) {
    const text = nodes.map((node) => node.data).join('');
    const prepared = prepareText(text);
    const stretches = growToWords(
      prepared.clean,
      words.flatMap((word) => findMarked(prepared, word)),
    );
    for (const stretch of stretches) ranges.push(makeRange(nodes, stretch));
  }
  return ranges;
}

/** What leads to a match from a search over this page. */
const hits = '[data-search-result] a, .answer-place';

/** What scrolls by itself within the page. */
const frames = '.table-frame, pre';

/** Scrolls tables and code so that the first match in each, at the place that was linked to, is seen in its frame. */
function showInFrames(ranges: readonly Range[]): void {
  const target = findTarget();
  const seen = new Set<Element>();
  for (const range of ranges) {
    const frame = range.startContainer.parentElement?.closest(frames) ?? null;
    if (frame === null || seen.has(frame) || (target !== null && !isBehind(target, frame))) continue;
    seen.add(frame);
    const match = range.getBoundingClientRect();
    const { left, right, width, top, bottom, height } = frame.getBoundingClientRect();
    if (match.right > right || match.left < left)
      frame.scrollLeft += match.left - left - (width - match.width) / 2;
    if (match.bottom > bottom || match.top < top)
      frame.scrollTop += match.top - top - (height - match.height) / 2;
  }
}

/**
 * Scrolls on to the first match of the section or table that was linked to, where none of it is on the screen; of the
 * whole page where the address asks for that (`at=mark`).
 */
function showFirst(root: Element, ranges: readonly Range[]): void {
  const target = findTarget() ?? (new URLSearchParams(location.search).has('at') ? root : null);
  if (target === null) return;
  const isSeen = (box: DOMRect): boolean => box.bottom > 0 && box.top < innerHeight;
  const own = ranges.filter(({ startContainer }) => isBehind(target, startContainer));
  const drawn = [...root.querySelectorAll('svg .found')].filter((mark) => isBehind(target, mark));
  const [first] = [...own, ...drawn];
  if (first === undefined || [...own, ...drawn].some((one) => isSeen(one.getBoundingClientRect()))) return;
  scrollBy({ top: first.getBoundingClientRect().top - innerHeight / 3, behavior: 'instant' });
}

/** Text nodes that belong together, block by block. */
function collectBlocks(root: HTMLElement): Text[][] {
  const found = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null || parent.closest(skipped) !== null) continue;
    const block = parent.closest(blocks) ?? root;
    const list = found.get(block);
    if (list === undefined) found.set(block, [node]);
    else list.push(node);
  }
  return [...found.values()];
}

function makeRange(nodes: readonly Text[], [from, to]: Stretch): Range {
  const range = document.createRange();
  let offset = 0;
  for (const node of nodes) {
    const end = offset + node.data.length;
    if (from >= offset && from < end) range.setStart(node, from - offset);
    if (to > offset && to <= end) range.setEnd(node, to - offset);
    offset = end;
  }
  return range;
}

/** Draws the marks without touching the page where the browser can; returns how to take them away. */
function showRanges(ranges: readonly Range[]): () => void {
  if (typeof Highlight === 'function' && 'highlights' in CSS) {
    CSS.highlights.set(highlightName, new Highlight(...ranges));
    return () => CSS.highlights.delete(highlightName);
  }
  // Backwards, because wrapping changes the offsets of what follows in the same node.
  const marks = [...ranges].reverse().flatMap((range) => {
    if (range.startContainer !== range.endContainer) return [];
    const mark = document.createElement('mark');
    mark.dataset['searchWord'] = '';
    range.surroundContents(mark);
    return [mark];
  });
  return () => {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
  };
}

function openDetails(ranges: readonly Range[]): void {
  const target = findTarget();
  for (const range of ranges) {
    for (let node = range.startContainer.parentElement; node !== null; node = node.parentElement) {
      // Only what belongs to the place that was linked to: a page that opens everything is no help.
      if (node instanceof HTMLDetailsElement && (target === null || isBehind(target, node))) node.open = true;
    }
  }
}

/** Opens what hides the matches at the place that was linked to, and goes there, as that has moved it. */
function showTarget(ranges: readonly Range[]): void {
  openDetails(ranges);
  findTarget()?.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** True when `node` stands in the section that `target` heads, or inside `target`. */
function isBehind(target: Element, node: Node): boolean {
  if (target.contains(node)) return true;
  if ((target.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) return false;
  const headings = [...document.querySelectorAll('[data-pagefind-body] :is(h2, h3, h4)')];
  const next = headings[headings.indexOf(target) + 1];
  return next === undefined || (next.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

function findTarget(): HTMLElement | null {
  try {
    return location.hash.length > 1
      ? document.getElementById(decodeURIComponent(location.hash.slice(1)))
      : null;
  } catch {
    return null;
  }
}

/**
 * What a page holds that a reader can ask themselves, found in its HTML: rows of tables, terms, questions with their
 * answers, the labels of figures. Nobody writes cards; they are keyed by section, figure or table id and by their
 * question, so that an edit elsewhere keeps what was learned.
 */
import { readGrid, textOf } from '../table-grid.ts';

export interface StudyCard {
  /** `<anchor>/<question, shortened>`; unique on its page. */
  key: string;
  question: string;
  answer: string;
  /** Id of the section, figure or table that holds it. */
  anchor: string;
  /** What is covered until the reader wants to see it. */
  covered: Element[];
}

/** Characters of an answer that are kept; more is read on the page. */
const longestAnswer = 600;

/**
 * The cards of a page in reading order.
 * @param questionHeadings headings, in lower case, whose lists are questions
 */
export function listCards(root: ParentNode, questionHeadings: readonly string[]): StudyCard[] {
  const cards = [
    ...listRows(root),
    ...listTerms(root),
    ...listQuestions(root, questionHeadings),
    ...listFigures(root),
  ];
  const taken = new Map<string, number>();
  for (const card of cards) {
    const times = (taken.get(card.key) ?? 0) + 1;
    taken.set(card.key, times);
    if (times > 1) card.key += `~${times}`;
  }
  return cards.sort((a, b) => comparePlaces(a.covered[0], b.covered[0]));
}

/** Rows: the first column asks (with the group that it stands in), the others answer under their heads. */
function listRows(root: ParentNode): StudyCard[] {
  return [...root.querySelectorAll('figure.table-figure[id]')].flatMap((figure) => {
    const heads = [...figure.querySelectorAll('thead th')].map(textOf);
    const rows = [...figure.querySelectorAll('tbody > tr')];
    const grid = readGrid(rows);
    return grid.flatMap((cells, y): StudyCard[] => {
      let asked = 1;
      // A cell that spans rows names a group: the next column tells its rows apart.
      while (asked < cells.length - 1 && cells[asked - 1]?.hasAttribute('rowspan')) asked++;
      const question = cells.slice(0, asked).map(textOf).filter(Boolean).join(' › ');
      const answers = cells
        .slice(asked)
        .filter((cell, at) => textOf(cell) && cell !== grid[y - 1]?.[asked + at]);
      if (!question || answers.length === 0) return [];
      const answer = answers
        .map((cell) => {
          const head = heads[cells.indexOf(cell)];
          return cells.length > 2 && head ? `${head}: ${textOf(cell)}` : textOf(cell);
        })
        .join('\n');
      return [makeCard(figure.id, question, answer, answers)];
    });
  });
}

/** Terms of a definition list; the anchor is the term's own or that of the section around it. */
function listTerms(root: ParentNode): StudyCard[] {
  return [...root.querySelectorAll('main :is(.glossary-group, .prose) dt')].flatMap((term) => {
    const meaning = term.nextElementSibling;
    if (!meaning?.matches('dd') || !textOf(meaning)) return [];
    const name = textOf(term.querySelector('dfn') ?? term);
    return [
      makeCard(term.id || findSection(term), name, textOf(meaning.querySelector('p') ?? meaning), [meaning]),
    ];
  });
}

/** List items under a heading that announces questions: what is nested answers, else the section that is linked. */
function listQuestions(root: ParentNode, headings: readonly string[]): StudyCard[] {
  const found = [...root.querySelectorAll('.prose :is(h2, h3, h4)')].filter((heading) =>
    headings.includes(textOf(heading).toLowerCase()),
  );
  return found.flatMap((heading) => {
    const start = heading.closest('.section-heading') ?? heading;
    const lists: Element[] = [];
    for (let next = start.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.matches('.section-heading, h2, h3, h4')) break;
      if (next.matches('ol, ul')) lists.push(next);
    }
    return lists.flatMap((list) =>
      [...list.querySelectorAll(':scope > li')].flatMap((item): StudyCard[] => {
        const nested = [...item.querySelectorAll(':scope > :is(ul, ol, details, blockquote, p + p)')];
        const links = nested.length > 0 ? [] : [...item.querySelectorAll('a[href^="#"]')];
        const covered = nested.length > 0 ? nested : links;
        if (covered.length === 0) return [];
        const question = ownText(item, covered)
          .replace(/\s*\(\s*[,·]?\s*\)/gu, '')
          .trim();
        const answer =
          nested.length > 0
            ? nested.map(textOf).join('\n')
            : links.map((link) => readLinked(root, link)).join('\n');
        return question && answer ? [makeCard(heading.id, question, answer, covered)] : [];
      }),
    );
  });
}

/** A figure asks for its labels, all at once: its title is the question. */
function listFigures(root: ParentNode): StudyCard[] {
  return [...root.querySelectorAll('figure[id] mermaid-diagram')].flatMap((diagram) => {
    const figure = diagram.closest('figure[id]');
    const drawing = diagram.querySelector('svg');
    // Narrow windows show another one.
    const narrow = figure?.querySelectorAll('.diagram-narrow > svg') ?? [];
    const title = textOf(figure?.querySelector('figcaption > span:not(.figure-number)') ?? undefined);
    if (!figure || !drawing || !title) return [];
    const labels = [...new Set([...drawing.querySelectorAll('text')].map(textOf).filter(Boolean))];
    return labels.length > 2 ? [makeCard(figure.id, title, labels.join(' · '), [drawing, ...narrow])] : [];
  });
}

/** The first lines of the section that a question points at. */
function readLinked(root: ParentNode, link: Element): string {
  const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
  const target = root.querySelector(`[id="${CSS.escape(id)}"]`);
  const lines = [textOf(link)];
  const start = target?.closest('.section-heading') ?? target;
  for (let next = start?.nextElementSibling; next && lines.length < 3; next = next.nextElementSibling) {
    if (next.matches('.section-heading')) break;
    if (next.matches('p, ul, ol')) lines.push(textOf(next));
  }
  return lines.join('\n');
}

function ownText(item: Element, without: readonly Element[]): string {
  const copy = item.cloneNode(true) as Element;
  const all = [...item.querySelectorAll('*')];
  const inCopy = [...copy.querySelectorAll('*')];
  for (const element of without) inCopy[all.indexOf(element)]?.remove();
  return textOf(copy);
}

function findSection(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      const heading = before.matches('h2, h3, h4')
        ? before
        : before.querySelector(':scope > :is(h2, h3, h4)');
      if (heading?.id) return heading.id;
    }
  }
  return 'main';
}

function makeCard(anchor: string, question: string, answer: string, covered: Element[]): StudyCard {
  const name = question.toLowerCase().replace(/\s+/gu, ' ').slice(0, 80);
  return { key: `${anchor}/${name}`, question, answer: answer.slice(0, longestAnswer), anchor, covered };
}

function comparePlaces(a: Element | undefined, b: Element | undefined): number {
  if (!a || !b || a === b) return 0;
  // 4: the other one follows (https://dom.spec.whatwg.org/#dom-node-comparedocumentposition).
  return a.compareDocumentPosition(b) & 4 ? -1 : 1;
}

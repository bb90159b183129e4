/**
 * What a page holds that a reader can ask themselves, found in its HTML: rows of tables, terms, questions with their
 * answers, folded answers, the labels of figures. Nobody writes cards; they are keyed by section, figure or table id and
 * by their question, so that an edit elsewhere keeps what was learned.
 */
import { announcesQuestions, isQuestion, namesAnswer, type QuestionWords } from '../../knowledge/asked.ts';
import { clamp } from '../clamp.ts';
import { readGrid, textOf } from '../table-grid.ts';
import { readLines } from './read-lines.ts';

export interface StudyCard {
  /** `<anchor>/<question, shortened>`; unique on its page. */
  key: string;
  question: string;
  answer: string;
  /** Id of the section, figure or table that holds it. */
  anchor: string;
  /** Where on its page it stands: section, caption. */
  place: string;
  /** What is covered until the reader wants to see it. */
  covered: Element[];
}

/** Characters of an answer that are kept; more is read on the page. */
const longestAnswer = 600;
const longestQuestion = 400;

/** What stands between a question and its answer and says nothing. */
const unsaid = '.section-mentions, .anchor-alias, script, style, template';

/** The cards of a page in reading order. */
export function listCards(root: ParentNode, words: QuestionWords): StudyCard[] {
  const folded = listFolds(root, words);
  const isTaken = (element: Element) =>
    folded.some(({ covered }) => covered.some((other) => other.contains(element) || element.contains(other)));
  const asked = listQuestions(root, words).filter(({ covered }) => !covered.some(isTaken));
  const cards = [...listRows(root), ...listTerms(root), ...listFigures(root)].filter(
    // What an answer holds is asked with it.
    ({ covered }) => !covered.some((element) => [...folded, ...asked].some((card) => holds(card, element))),
  );
  const taken = new Map<string, number>();
  const all = [...cards, ...folded, ...asked].sort((a, b) => comparePlaces(a.covered[0], b.covered[0]));
  for (const card of all) {
    const times = (taken.get(card.key) ?? 0) + 1;
    taken.set(card.key, times);
    if (times > 1) card.key += `~${times}`;
  }
  return all;
}

function holds({ covered }: StudyCard, element: Element): boolean {
  return covered.some((other) => other !== element && other.contains(element));
}

/** Rows: the first column asks (with the group that it stands in), the others answer under their heads. */
function listRows(root: ParentNode): StudyCard[] {
  const tables = root.querySelectorAll('figure.table-figure[id] table, .prose > .table-frame > table');
  return [...tables].flatMap((table) => {
    const heads = [...table.querySelectorAll(':scope > thead > tr > *')].map(textOf);
    const rows = [...table.querySelectorAll(':scope > tbody > tr')];
    const anchor = table.closest('figure[id]')?.id ?? findSection(table);
    const grid = readGrid(rows);
    return grid.flatMap((cells, y): StudyCard[] => {
      let asked = 1;
      // A cell that spans rows names a group: the next column tells its rows apart.
      while (asked < cells.length - 1 && cells[asked - 1]?.hasAttribute('rowspan')) asked++;
      const question = cells.slice(0, asked).map(readLine).filter(Boolean).join(' › ');
      const answers = cells
        .slice(asked)
        .filter((cell, at) => readLine(cell) && cell !== grid[y - 1]?.[asked + at]);
      if (!question || answers.length === 0) return [];
      const answer = answers
        .map((cell) => {
          const head = heads[cells.indexOf(cell)];
          return cells.length > 2 && head ? `${head}: ${readLines(cell)}` : readLines(cell);
        })
        .join('\n');
      return [makeCard(anchor, question, answer, answers)];
    });
  });
}

/** Terms of a definition list, each with all that is said of it; the anchor is its own or that of the section around it. */
function listTerms(root: ParentNode): StudyCard[] {
  return [...root.querySelectorAll('main :is(.glossary-group, .prose) dt')].flatMap((term) => {
    if (term.previousElementSibling?.matches('dt')) return [];
    const names = [term];
    const meanings: Element[] = [];
    for (let next = term.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.matches('dd')) meanings.push(next);
      else if (meanings.length > 0 || !next.matches('dt')) break;
      else names.push(next);
    }
    // The glossary adds where a term is treated.
    const answer = meanings
      .map((meaning) => readLines(meaning.querySelector('.glossary-group dd > p') ?? meaning))
      .join('\n');
    if (!answer) return [];
    const name = names.map((one) => readLine(one.querySelector('dfn') ?? one)).join(', ');
    return [makeCard(term.id || findSection(term), name, answer, meanings)];
  });
}

/** Folds: the line that is seen asks, or it only announces the answer to what stands before it. */
function listFolds(root: ParentNode, words: QuestionWords): StudyCard[] {
  return [...root.querySelectorAll('.prose details:not(.section-mentions)')].flatMap((fold): StudyCard[] => {
    const line = fold.querySelector(':scope > summary');
    const answer = readFold(fold);
    if (!line || !answer) return [];
    const said = readLine(line);
    if (namesAnswer(said, words)) {
      const question = readBefore(fold, words);
      return question ? [makeCard(findSection(fold), question, answer, [fold])] : [];
    }
    const heading = findHeading(fold);
    // A fold beside or around one that holds the answer is a hint, or the question itself.
    const near = [...(fold.parentElement?.querySelectorAll('summary') ?? [])];
    const hasAnswerNear = near.some((other) => other !== line && namesAnswer(readLine(other), words));
    const isAnnounced = heading !== null && announcesQuestions(textOf(heading), words) && !hasAnswerNear;
    const isAsked = isQuestion(said, words) || fold.matches('.callout-question') || isAnnounced;
    const holdsAnswer = near.some(
      (other) => fold.contains(other) && other !== line && namesAnswer(readLine(other), words),
    );
    if (!isAsked || holdsAnswer) return [];
    return [makeCard(findSection(fold), said, answer, [fold])];
  });
}

function readFold(fold: Element): string {
  return [...fold.childNodes]
    .map((node) => {
      if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/gu, ' ').trim();
      return node.nodeType === 1 && !(node as Element).matches('summary') ? readLines(node as Element) : '';
    })
    .filter(Boolean)
    .join('\n');
}

/** What an answer answers: the words before it in its list item, else those since the heading or the answer before. */
function readBefore(answer: Element, words: QuestionWords): string {
  const said: string[] = [];
  for (let before = answer.previousSibling; before; before = before.previousSibling) {
    if (before.nodeType === 3) said.unshift((before.textContent ?? '').replace(/\s+/gu, ' ').trim());
    if (before.nodeType !== 1) continue;
    const element = before as Element;
    const heading = headingOf(element);
    if (heading) {
      const text = readLine(heading);
      const isAnnounced = namesAnswer(text, words) || announcesQuestions(text, words);
      if (!isAnnounced && (isQuestion(text, words) || said.every((part) => !part))) said.unshift(text);
      break;
    }
    if (element.matches('hr')) break;
    if (element.matches('details')) {
      if (namesAnswer(readLine(element.querySelector('summary') ?? element), words)) break;
      continue;
    }
    if (element.matches(unsaid)) continue;
    const text = readLines(element);
    if (!namesAnswer(text, words)) said.unshift(text);
  }
  return said.filter(Boolean).join('\n');
}

/** Under a heading that announces questions: items of its lists, and headings below it. Elsewhere headings like `Q1.`. */
function listQuestions(root: ParentNode, words: QuestionWords): StudyCard[] {
  const title = textOf(root.querySelector('main h1') ?? undefined);
  let level = announcesQuestions(title, words) ? 1 : 0;
  /** What stands under the heading of a question says no more of where it stands. */
  let announcer = '';
  return [...root.querySelectorAll('.prose :is(h2, h3, h4)')].flatMap((heading): StudyCard[] => {
    const depth = Number(heading.localName[1]);
    if (level > 0 && depth <= level) [level, announcer] = [0, ''];
    const text = readLine(heading);
    const isUnder = level > 0;
    if (!isUnder && announcesQuestions(text, words)) [level, announcer] = [depth, text];
    const parts = followHeading(heading);
    const lists = announcesQuestions(text, words)
      ? parts.filter((part) => part.matches('ol, ul')).flatMap((list) => listItems(root, heading, list))
      : [];
    if (lists.length > 0) return lists;
    const isAsked = isUnder || (isQuestion(text, words) && !/[?？]\s*$/u.test(text));
    const answer = parts.map(readLines).filter(Boolean).join('\n');
    if (!isAsked || announcesQuestions(text, words) || namesAnswer(text, words) || !answer) return [];
    return [{ ...makeCard(heading.id, text, answer, parts), place: announcer }];
  });
}

/** What stands under a heading before the next one, and says something. */
function followHeading(heading: Element): Element[] {
  const found: Element[] = [];
  const start = heading.closest('.section-heading') ?? heading;
  for (let next = start.nextElementSibling; next; next = next.nextElementSibling) {
    if (headingOf(next)) break;
    if (!next.matches(`${unsaid}, hr`)) found.push(next);
  }
  return found;
}

/** List items: what is nested answers, else the section that is linked. */
function listItems(root: ParentNode, heading: Element, list: Element): StudyCard[] {
  return [...list.querySelectorAll(':scope > li')].flatMap((item): StudyCard[] => {
    const nested = [...item.querySelectorAll(':scope > :is(ul, ol, details, blockquote, p + p)')];
    const links = nested.length > 0 ? [] : [...item.querySelectorAll('a[href^="#"]')];
    const covered = nested.length > 0 ? nested : links;
    if (covered.length === 0) return [];
    const said = ownText(item, covered);
    // What follows a question only says where the answer stands.
    const question = (nested.length > 0 ? said : said.replace(/([?？])[^?？]*$/u, '$1'))
      .replace(/\s*\(\s*[,·]?\s*\)/gu, '')
      .trim();
    const answer =
      nested.length > 0
        ? nested.map(readLines).join('\n')
        : links.map((link) => readLinked(root, link)).join('\n');
    return question && answer ? [makeCard(heading.id, question, answer, covered)] : [];
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
    if (next.matches('p, ul, ol, dl, blockquote, figure, .table-frame')) lines.push(readLines(next));
  }
  return lines.join('\n');
}

function ownText(item: Element, without: readonly Element[]): string {
  const copy = item.cloneNode(true) as Element;
  const all = [...item.querySelectorAll('*')];
  const inCopy = [...copy.querySelectorAll('*')];
  for (const element of without) inCopy[all.indexOf(element)]?.remove();
  return readLine(copy);
}

/** The same on one line. */
function readLine(element: Element): string {
  return readLines(element).replaceAll('\n', ' ');
}

function headingOf(element: Element): Element | null {
  return element.matches('h2, h3, h4') ? element : element.querySelector(':scope > :is(h2, h3, h4)');
}

/** The heading of the section around an element. */
function findHeading(element: Element): Element | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
      const heading = headingOf(before);
      if (heading?.id) return heading;
    }
  }
  return null;
}

function findSection(element: Element): string {
  return findHeading(element)?.id ?? 'main';
}

function makeCard(anchor: string, question: string, answer: string, covered: Element[]): StudyCard {
  const name = question.toLowerCase().replace(/\s+/gu, ' ').slice(0, 80);
  return {
    key: `${anchor}/${name}`,
    question: clamp(question, longestQuestion),
    answer: clamp(answer, longestAnswer),
    anchor,
    place: findPlace(covered[0]),
    covered,
  };
}

/** The section, and the caption of what stands in it. */
function findPlace(element: Element | undefined): string {
  if (!element) return '';
  const heading = findHeading(element);
  const caption = element.closest('figure')?.querySelector('figcaption > span:not(.figure-number)');
  return [heading, caption]
    .map((part) => textOf(part ?? undefined))
    .filter(Boolean)
    .join(' › ');
}

function comparePlaces(a: Element | undefined, b: Element | undefined): number {
  if (!a || !b || a === b) return 0;
  // 4: the other one follows (https://dom.spec.whatwg.org/#dom-node-comparedocumentposition).
  return a.compareDocumentPosition(b) & 4 ? -1 : 1;
}

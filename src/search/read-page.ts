/**
 * Reads the tree of one page into the parts that search shows: sections, and inside them tables, diagrams and terms.
 * Only what stands in `[data-pagefind-body]` counts. Odd HTML never throws; at worst a page has no parts.
 */
import type { Element, Nodes, Root } from 'hast';
import { readMath } from './read-math.ts';
import { readTable } from './read-table.ts';
import { openSentenceEnd } from './particles.ts';
import { itemMark, markStrength } from './text-marks.ts';
import { splitValues } from './value-list.ts';

/** Elements whose text is no text of the note. */
const skipped = new Set([
  'script',
  'style',
  'svg',
  'template',
  'button',
  'noscript',
  'annotation',
  'nav',
  'select',
]);

/** Items further down are told like these. */
const deepestItem = 6;

/** Elements that do not break a word: `<b>파운데이션</b>모델` is one word. */
const inline = new Set(
  'a abbr b bdi bdo cite code data dfn em i kbd label mark math q rp rt ruby s samp small span strong sub sup time u var wbr del ins font picture source'.split(
    ' ',
  ),
);

/**
 * Returns the page that search knows under `url`, or null when nothing on it is to be searched. `tree` is the page, or
 * any part of it that holds its body. Text is NFC, with single blanks; paragraphs and list items end in a line break.
 */
export function readPage(tree: Root | Element, url: string): SearchPage | null {
  // What asks search engines to pass it by is not found here either.
  const robots = findElement(
    tree,
    ({ tagName, properties }) => tagName === 'meta' && properties['name'] === 'robots',
  );
  if (/\bnoindex\b/u.test(String(robots?.properties['content'] ?? ''))) return null;
  const body = findElement(tree, (element) => element.properties['dataPagefindBody'] !== undefined);
  if (body === undefined) return null;
  const heading = findElement(body, (element) => element.tagName === 'h1');
  const data = (name: string): string => readAttribute(body, name);
  const headTitle = findElement(tree, (element) => element.tagName === 'title');
  const title = data('dataTitle') || plainText(heading) || plainText(headTitle) || url;
  const page: SearchPage = {
    url,
    title: tidy(title).replaceAll('\n', ' '),
    note: data('dataNote'),
    kind: data('dataKind') || 'note',
    kindLabel: data('dataKindLabel'),
    hue:
      data('dataHue') ||
      readAttribute(findElement(tree, ({ tagName }) => tagName === 'main') ?? body, 'dataHue'),
    breadcrumb: data('dataBreadcrumb'),
    aliases: splitValues(data('dataAliases')),
    tags: splitValues(data('dataTags')),
    years: splitValues(data('dataYears')),
    asOf: data('dataAsOf'),
    facts: splitValues(data('dataFacts')),
    facets: readFacets(data('dataFacets')),
    // What fields hold that are searched but not shown in the text.
    parts: [
      { kind: 'lead', id: '', level: 1, title: '', text: splitValues(data('dataSearched')).join('\n') },
    ],
  };
  collect(body, page, page.parts[0] as SearchPart);
  for (const part of page.parts) {
    part.title = tidy(part.title).replaceAll('\n', ' ');
    part.text = tidy(part.text);
  }
  page.parts = page.parts.filter((part) => part.kind === 'section' || part.title !== '' || part.text !== '');
  return page;
}

function readFacets(json: string): SearchPage['facets'] {
  try {
    return json === '' ? [] : (JSON.parse(json) as SearchPage['facets']);
  } catch {
    return [];
  }
}

/**
 * Walks the body in reading order; `section` is where loose text belongs, `depth` how many lists that is inside of.
 * Returns the section at the end.
 */
function collect(node: Element, page: SearchPage, section: SearchPart, depth = 0): SearchPart {
  let current = section;
  for (const child of node.children) {
    if (child.type === 'text') current.text += joinWrapped(child.value);
    if (child.type !== 'element') continue;
    current.text += readStrength(child);
    if (isHidden(child)) continue;
    const id = readAttribute(child, 'id');
    if (/^h[1-6]$/.test(child.tagName)) {
      if (child.tagName === 'h1') current.text += '\n';
      else
        current = addPart(page, {
          kind: 'section',
          id,
          level: Number(child.tagName[1]),
          title: plainText(child),
        });
    } else if (isDiagram(child)) {
      const caption = findElement(child, (element) => element.tagName === 'figcaption');
      const drawing = findElement(child, (element) => element.tagName === 'mermaid-diagram');
      const words = findElement(child, (element) => hasClass(element, 'diagram-text'));
      addPart(page, {
        kind: 'diagram',
        id,
        level: current.level,
        title:
          readAttribute(drawing ?? child, 'dataTitle') ||
          plainText(caption) ||
          readAttribute(child, 'dataCaption'),
        text: words === undefined ? '' : readOutline(words),
      });
    } else if (child.tagName === 'table' || (child.tagName === 'figure' && hasClass(child, 'table-figure'))) {
      const table =
        child.tagName === 'table' ? child : findElement(child, (element) => element.tagName === 'table');
      const caption = findElement(child, (element) => /^(?:fig)?caption$/.test(element.tagName));
      addPart(page, {
        kind: 'table',
        id,
        level: current.level,
        title: readAttribute(child, 'dataCaption') || plainText(caption),
        text: table === undefined ? '' : readTable(table, plainText),
      });
    } else if (child.tagName === 'dt' && id !== '') {
      current = addPart(page, { kind: 'term', id, level: 4, title: plainText(child) });
    } else if (child.tagName === 'pre') {
      current.text += `\n${readCode(child)}\n`;
    } else if (child.tagName === 'math') {
      current.text += readMath(child);
    } else if (child.tagName === 'img') {
      current.text += ` ${readAttribute(child, 'alt')} `;
    } else if (inline.has(child.tagName)) {
      current = collect(child, page, current, depth);
    } else {
      const isInItem = child.tagName === 'li';
      current.text += isInItem ? `\n${itemMark.repeat(Math.min(Math.max(1, depth), deepestItem))} ` : '\n';
      current = collect(child, page, current, isList(child) ? depth + 1 : depth);
      current.text += '\n';
    }
  }
  return current;
}

/** Code is one text; what is in no language (formulas, lists drawn by hand) is read line by line. */
function readCode(pre: Element): string {
  const isCode = !/^(?:plaintext|text|txt|math)?$/u.test(readAttribute(pre, 'dataLanguage'));
  return plainText(pre).replace(isCode ? /\s+/gu : /[^\S\n]+/gu, ' ');
}

/** A paragraph in lines of a certain width is one text; a line that ends as a sentence does stays one. */
function joinWrapped(text: string): string {
  return text
    .split(openSentenceEnd)
    .map((line) => line.replace(/\s*\n\s*/gu, ' '))
    .join('\n');
}

/**
 * The words for a drawing, whose lists nest: a line for each item, with the last items under it (`2024-08-01: 발효`), so
 * that what belongs together can be told.
 */
function readOutline(node: Element): string {
  const lines: string[] = [];
  const walk = (element: Element): void => {
    for (const child of element.children) {
      if (child.type !== 'element' || child.tagName === 'summary' || isHidden(child)) continue;
      if (child.tagName !== 'li') {
        if (/^(?:ul|ol|div|dl)$/.test(child.tagName)) walk(child);
        else lines.push(plainText(child));
        continue;
      }
      const own = plainText(child, isList).trim();
      const lists = child.children.filter(
        (inner): inner is Element => inner.type === 'element' && isList(inner),
      );
      const inner = lists.flatMap((list) =>
        list.children.filter((item): item is Element => item.type === 'element'),
      );
      const areLast = inner.every((item) => findElement(item, isList) === undefined);
      if (areLast && inner.length > 0)
        lines.push(`${itemMark} ${own}: ${inner.map((item) => plainText(item).trim()).join(', ')}`);
      else {
        lines.push(`${itemMark} ${own}`);
        for (const list of lists) walk(list);
      }
    }
  };
  walk(node);
  return lines.map((line) => line.replace(/\s+/g, ' ')).join('\n');
}

function isList(element: Element): boolean {
  return /^[uo]l$/.test(element.tagName);
}

/** The text of an element as it reads, without what is hidden or not text; blocks are kept apart. */
export function plainText(node: Nodes | undefined, isSkipped?: (element: Element) => boolean): string {
  if (node === undefined) return '';
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const parts = node.children.map((child) => {
    if (child.type !== 'element') return child.type === 'text' ? child.value : '';
    if (isHidden(child) || isSkipped?.(child)) return readStrength(child);
    if (child.tagName === 'br') return '\n';
    const text = child.tagName === 'math' ? readMath(child) : plainText(child, isSkipped);
    return inline.has(child.tagName) ? text : `\n${text}\n`;
  });
  return parts.join('');
}

function addPart(page: SearchPage, part: Omit<SearchPart, 'text'> & { text?: string }): SearchPart {
  const added = { text: '', ...part };
  page.parts.push(added);
  return added;
}

function isDiagram(element: Element): boolean {
  if (element.tagName !== 'figure') return element.tagName === 'mermaid-diagram';
  return (
    hasClass(element, 'diagram') ||
    findElement(element, (inner) => inner.tagName === 'mermaid-diagram') !== undefined
  );
}

function isHidden(element: Element): boolean {
  const { hidden, dataPagefindIgnore, dataCite } = element.properties;
  // The number of a citation would stick to the word before it.
  return (
    skipped.has(element.tagName) ||
    dataCite !== undefined ||
    (hidden !== undefined && hidden !== false) ||
    dataPagefindIgnore !== undefined
  );
}

/** What is kept of a citation: how strong its source is. */
function readStrength(element: Element): string {
  return element.properties['dataCite'] === undefined
    ? ''
    : markStrength(readAttribute(element, 'dataStrength'));
}

function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes(name);
}

function readAttribute(element: Element, name: string): string {
  const value = element.properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFC').trim() : '';
}

function findElement(node: Nodes, test: (element: Element) => boolean): Element | undefined {
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (test(child)) return child;
    const inner = findElement(child, test);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function tidy(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[\n ]*/g, '\n')
      // The first paragraph of an item is the item.
      .replaceAll(`${itemMark}\n`, `${itemMark} `)
      .trim()
  );
}

/** A page as search sees it. */
export interface SearchPage {
  url: string;
  title: string;
  /** `<collection>/<id>`, empty for pages that are no notes. */
  note: string;
  kind: string;
  kindLabel: string;
  /** The name of its colour in the stylesheet; empty where it has none. */
  hue: string;
  breadcrumb: string;
  aliases: string[];
  tags: string[];
  years: string[];
  /** The day its facts are of (`2026-11-24`); empty where the note does not tell. */
  asOf: string;
  /** Its own fields, each `name: value`. */
  facts: string[];
  /** Its values of the fields that readers filter by, by the fields' labels. */
  facets: { name: string; values: string[]; at?: number[] }[];
  parts: SearchPart[];
}

/** A place on a page that a hit can link to. */
export interface SearchPart {
  kind: 'lead' | 'section' | 'table' | 'diagram' | 'term';
  /** The id in the page, empty where there is none: the hit then links to what stands before it. */
  id: string;
  level: number;
  title: string;
  text: string;
}

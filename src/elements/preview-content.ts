/**
 * What a card says of a link's target. It is read from the page that the link leads to: nothing is built for it,
 * however many notes there are, and the page is in the cache when the reader follows the link.
 */
import { readingWords } from '#words';
import { clamp } from './clamp.ts';
import { readGrid } from './table-grid.ts';

const pages = new Map<string, Promise<Document>>();
const mostSections = 5;
const mostRows = 4;
const mostColumns = 3;

/** The card's content; null where there is nothing worth showing. Rejects when the page cannot be read. */
export async function describeTarget(link: Element): Promise<DocumentFragment | null> {
  const url = new URL(link.getAttribute('href') ?? '', location.href);
  if (url.origin !== location.origin) return null;
  const page = url.pathname === location.pathname ? document : await readPage(url.pathname);
  const anchor = decodeURIComponent(url.hash.slice(1));
  const target = anchor ? page.getElementById(anchor) : null;
  if (link.matches('[data-cite]')) return target && describeSource(target, link);
  if (target?.matches('dt')) return describeTerm(target);
  if (target && !target.matches('h1, main')) return describePart(page, target, url);
  return describeNote(page, url);
}

function readPage(path: string): Promise<Document> {
  const known = pages.get(path);
  if (known) return known;
  const page = fetch(path).then(async (response) => {
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    // Only its text is read; its own style sheet is not allowed here and would be reported.
    const html = (await response.text()).replace(/<style>[^]*?<\/style>/u, '');
    return new DOMParser().parseFromString(html, 'text/html');
  });
  pages.set(path, page);
  page.catch(() => pages.delete(path));
  return page;
}

function describeSource(item: Element, link: Element): DocumentFragment {
  const copy = item.cloneNode(true) as Element;
  for (const inner of copy.querySelectorAll('[id]')) inner.removeAttribute('id');
  for (const inner of copy.querySelectorAll('.source-locators, .source-places')) inner.remove();
  const locator = link.getAttribute('data-locator');
  return fragment(
    line('popup-kind', readingWords().preview.source(link.textContent ?? '')),
    ...copy.childNodes,
    locator ? line('popup-more', readingWords().preview.citedAt(locator)) : null,
  );
}

function describeTerm(word: Element): DocumentFragment {
  const meaning = word.nextElementSibling;
  const note = meaning?.querySelector('a[href]');
  const title = line('popup-title', firstText(word));
  const latin = word.querySelector('[lang]')?.cloneNode(true);
  if (latin) title.append(' ', latin);
  const more = note ? line('popup-more', '') : null;
  if (note) more?.append(`${readingWords().preview.more} `, note.cloneNode(true));
  return fragment(
    line('popup-kind', readingWords().preview.term, 'term'),
    title,
    line('popup-text', firstText(meaning)),
    more,
  );
}

/** A section, figure or table of a note. */
function describePart(page: Document, target: Element, url: URL): DocumentFragment {
  const wrapper = target.closest('.section-heading');
  const heading = wrapper?.querySelector('h2, h3, h4');
  const title = heading ? plain(heading) : plain(target.closest('figure')?.querySelector('figcaption'));
  const figure = wrapper ? null : target.closest('figure');
  const table = figure?.querySelector('.table-frame table');
  const texts = [plain(figure?.querySelector('.diagram-text > p'))].filter(Boolean);
  for (
    let next = wrapper?.nextElementSibling;
    next && !next.matches('.section-heading');
    next = next.nextElementSibling
  ) {
    if (next.matches('p, ul, ol, blockquote, .callout')) texts.push(plain(next));
  }
  const link = document.createElement('a');
  link.href = url.pathname;
  link.textContent = plain(page.querySelector('h1'));
  const kind = kindOf(page);
  kind.append(link);
  return fragment(
    kind,
    line('popup-title', title),
    texts.length ? line('popup-text', clamp(texts.join(' '), 220)) : null,
    table ? describeTable(table) : null,
  );
}

/** The first rows of a table: enough to see what it is about. */
function describeTable(table: Element): HTMLElement {
  const made = document.createElement('table');
  const rows = readGrid([...table.querySelectorAll('tr')]);
  for (const cells of rows.slice(0, mostRows + 1)) {
    const row = made.insertRow();
    for (const cell of cells.slice(0, mostColumns)) {
      const text = clamp(plain(cell), 40);
      const isHead = cells === rows[0] && text !== '';
      const copy = row.appendChild(document.createElement(isHead ? 'th' : 'td'));
      if (isHead) copy.setAttribute('scope', 'col');
      copy.textContent = text;
    }
  }
  return made;
}

function describeNote(page: Document, url: URL): DocumentFragment | null {
  const title = page.querySelector('main h1');
  if (!title) return null;
  const name = line('popup-title', plain(title));
  const english = plain(page.querySelector('.english'));
  if (english) {
    const latin = document.createElement('span');
    latin.lang = 'en';
    latin.textContent = english;
    name.append(' ', latin);
  }
  const summary = page.querySelector('main .lead') ?? page.querySelector('.prose > p');
  const list = document.createElement('ul');
  for (const heading of [...page.querySelectorAll('.prose h2[id]')].slice(0, mostSections)) {
    const link = document.createElement('a');
    link.href = `${url.pathname}#${heading.id}`;
    link.textContent = plain(heading);
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  return fragment(
    kindOf(page),
    name,
    summary ? line('popup-text', clamp(plain(summary), 220)) : null,
    list.childElementCount ? list : null,
  );
}

function kindOf(page: Document): HTMLElement {
  const label = page.querySelector('[data-kind-label]')?.getAttribute('data-kind-label') ?? '';
  return line('popup-kind', label, page.querySelector('main')?.getAttribute('data-hue') ?? 'note');
}

function line(className: string, text: string, hue?: string): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  if (hue !== undefined) {
    element.dataset['hue'] = hue;
    const mark = document.createElement('span');
    mark.className = 'kind-mark';
    element.append(mark);
  }
  element.append(text);
  return element;
}

function fragment(...parts: (Node | null | undefined)[]): DocumentFragment {
  const made = document.createDocumentFragment();
  made.append(...parts.filter((part) => part !== null && part !== undefined));
  return made;
}

function firstText(element: Element | null | undefined): string {
  return (
    [...(element?.childNodes ?? [])]
      .find((node) => node.nodeType === 3 && node.textContent?.trim())
      ?.textContent?.trim() ?? ''
  );
}

/** Text for reading: no buttons, no citation marks. */
function plain(element: Element | null | undefined): string {
  if (!element) return '';
  const copy = element.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('button, .cite, annotation')) extra.remove();
  return (copy.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

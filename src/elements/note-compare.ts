/**
 * `<note-compare>`: the two notes that `?a=` and `?b=` name, face to face: their facts, definitions, the relations they
 * share, and the sections of equal name. Everything is read from the notes' own pages.
 */
import { placesWords } from '#words';

/** Address, title and other names of a note, as `near-notes.json` lists them. */
type Named = [address: string, title: string, ...names: string[]];

class NoteCompare extends HTMLElement {
  #notes: Named[] = [];
  /** Titles that several notes have. */
  readonly #repeated = new Set<string>();
  /** The page's own, while no two notes are shown. */
  readonly #title = document.title;
  readonly #fields = { a: makeField('a'), b: makeField('b') };

  connectedCallback(): void {
    void this.#start().catch(() => this.#show(placesWords().compare.failed));
  }

  async #start(): Promise<void> {
    const response = await fetch(`${base()}near-notes.json`);
    this.#notes = (await response.json()) as Named[];
    const titles = new Set<string>();
    for (const [, title] of this.#notes) (titles.has(title) ? this.#repeated : titles).add(title);
    const list = document.createElement('datalist');
    list.id = 'compare-notes';
    for (const note of this.#notes) list.append(new Option('', this.#nameOf(note)));
    const form = document.createElement('form');
    form.className = 'compare-form';
    form.append(this.#fields.a, this.#fields.b, list);
    form.addEventListener('change', () => this.#choose());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#choose();
    });
    const asked = new URLSearchParams(location.search);
    for (const name of ['a', 'b'] as const) {
      const note = this.#find(asked.get(name) ?? '');
      this.#fields[name].value = note ? this.#nameOf(note) : (asked.get(name) ?? '');
    }
    this.replaceChildren(form);
    await this.#compare();
  }

  /** What a field says of a note: its title, and its address too where others have the same title. */
  #nameOf(note: Named): string {
    return this.#repeated.has(note[1]) ? `${note[1]} (${note[0]})` : note[1];
  }

  /** A note by its address, its id, its title, or what a field says of it. */
  #find(name: string): Named | undefined {
    const wanted = name.replace(/^\/|\/$/gu, '').normalize('NFC');
    return (
      this.#notes.find(([address]) => address === wanted) ??
      this.#notes.find((note) => note[1] === wanted || this.#nameOf(note) === wanted) ??
      this.#notes.find(([address]) => address.split('/').at(-1) === wanted)
    );
  }

  #choose(): void {
    const url = new URL(location.href);
    for (const name of ['a', 'b'] as const) {
      const note = this.#find(this.#fields[name].value);
      if (note) url.searchParams.set(name, note[0]);
    }
    history.replaceState(history.state, '', url);
    void this.#compare().catch(() => this.#show(placesWords().compare.failed));
  }

  async #compare(): Promise<void> {
    const [one, other] = [this.#find(this.#fields.a.value), this.#find(this.#fields.b.value)];
    if (!one || !other) {
      const missing = [this.#fields.a.value, this.#fields.b.value].find((name) => name && !this.#find(name));
      this.#show(missing ? placesWords().compare.unknown(missing) : placesWords().compare.choose);
      return;
    }
    if (one === other) return this.#show(placesWords().compare.same);
    const pages = await Promise.all([readNote(one[0]), readNote(other[0])]);
    const title = placesWords().compare.pair(one[1], other[1]);
    document.title = title;
    const pair = new URLSearchParams({ a: one[0], b: other[0] });
    // What the margins of a printed page name (`print.css`).
    const { style } = document.documentElement;
    style.setProperty('--paper-title', JSON.stringify(title.slice(0, 60)));
    style.setProperty('--paper-address', JSON.stringify(`${location.origin}${location.pathname}?${pair}`));
    this.#show(faceToFace(pages[0], pages[1]));
  }

  #show(content: string | Node): void {
    this.querySelector('.compare-result')?.remove();
    const result = document.createElement('div');
    result.className = 'compare-result';
    this.append(result);
    if (typeof content !== 'string') {
      result.append(content);
      return;
    }
    document.title = this.#title;
    const message = document.createElement('p');
    message.role = 'status';
    result.append(message);
    // Listeners hear what comes into a status that is there already.
    message.textContent = content;
  }
}

interface ReadNote {
  href: string;
  title: string;
  lead: string;
  facts: Map<string, Node[]>;
  related: Map<string, HTMLAnchorElement>;
  /** Path of a related note → how it is related, and why. */
  relations: Map<string, Node[]>;
  /** What stands before the first section. */
  opening: Node[];
  sections: Map<string, Node[]>;
}

async function readNote(address: string): Promise<ReadNote> {
  const href = `${base()}${address.split('/').map(encodeURIComponent).join('/')}/`;
  const response = await fetch(href);
  if (!response.ok) throw new Error(String(response.status));
  // Its own style sheet is not allowed here and would be reported.
  const html = (await response.text()).replace(/<style>[^]*?<\/style>/u, '');
  const page = new DOMParser().parseFromString(html, 'text/html');
  // Addresses in the page are absolute paths but for anchors, which are its own.
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
    link.setAttribute('href', `${href}${link.getAttribute('href') ?? ''}`);
  for (const useless of page.querySelectorAll(
    'script, button, template, details.section-mentions, .diagram-text',
  ))
    useless.remove();
  const facts = new Map(
    [...page.querySelectorAll('.facts > div')].map((row): [string, Node[]] => [
      textOf(row.querySelector('dt')),
      [...(row.querySelector('dd')?.childNodes ?? [])],
    ]),
  );
  const related = new Map(
    [...page.querySelectorAll<HTMLAnchorElement>('[data-relations] dd a[data-note]')].map((link) => [
      link.dataset['note'] ?? '',
      link,
    ]),
  );
  const relations = new Map<string, Node[]>();
  for (const item of page.querySelectorAll('[data-relations] dd')) {
    const to = item.querySelector('a[data-note]')?.getAttribute('href') ?? '';
    const kinds = document.createElement('p');
    kinds.textContent = [...(item.parentElement?.querySelectorAll('dt') ?? [])].map(textOf).join(' · ');
    relations.set(to, [kinds, ...item.querySelectorAll('p:not(.mention)')]);
  }
  const sections = new Map<string, Node[]>();
  const opening: Node[] = [];
  let open = opening;
  for (const child of page.querySelector('.prose')?.children ?? []) {
    const heading = child.matches('h2') ? child : child.querySelector(':scope > h2');
    // A name that comes again goes on with the same section.
    if (heading) sections.set(textOf(heading), (open = sections.get(textOf(heading)) ?? []));
    else open.push(child);
  }
  // Drawings keep theirs: their arrowheads are named by them.
  for (const place of page.querySelectorAll('.prose [id]:not(svg *), .facts [id]'))
    place.removeAttribute('id');
  return {
    href,
    title: textOf(page.querySelector('h1')),
    lead: textOf(page.querySelector('.lead')),
    facts,
    related,
    relations,
    opening,
    sections,
  };
}

function faceToFace(one: ReadNote, other: ReadNote): DocumentFragment {
  const words = placesWords().compare;
  const found = document.createDocumentFragment();
  const table = document.createElement('table');
  table.className = 'compare-table';
  const head = table.createTHead().insertRow();
  head.append(cell('td'), ...[one, other].map((note) => cell('th', linkTo(note))));
  const body = table.createTBody();
  const row = (label: string, left: Node[] | undefined, right: Node[] | undefined) => {
    const line = body.insertRow();
    line.append(cell('th', label), cell('td', ...(left ?? ['—'])), cell('td', ...(right ?? ['—'])));
  };
  if (one.lead || other.lead)
    row(
      words.definition,
      [document.createTextNode(one.lead || '—')],
      [document.createTextNode(other.lead || '—')],
    );
  const [there, back] = [one.relations.get(other.href), other.relations.get(one.href)];
  if (there || back) row(words.between, there, back);
  for (const name of new Set([...one.facts.keys(), ...other.facts.keys()]))
    row(name, one.facts.get(name), other.facts.get(name));
  found.append(table);
  const shared = [...one.related].filter(([id]) => other.related.has(id));
  if (shared.length > 0) {
    const line = document.createElement('p');
    line.className = 'compare-shared';
    line.append(`${words.shared} `);
    shared.forEach(([, link], at) => {
      const copy = document.createElement('a');
      copy.href = link.href;
      copy.textContent = textOf(link);
      line.append(...(at > 0 ? [', '] : []), copy);
    });
    found.append(line);
  }
  const equal = [...one.sections.keys()].filter((name) => other.sections.has(name));
  const rest = (note: ReadNote) => [...note.sections.keys()].filter((name) => !equal.includes(name));
  // Notes without sections have all that they say there.
  for (const name of equal.length > 0 ? equal : ['']) {
    if (!name && one.opening.length + other.opening.length === 0) continue;
    const part = document.createElement('section');
    const title = document.createElement('h2');
    title.textContent = name || words.opening;
    const sides = document.createElement('div');
    sides.className = 'compare-sides';
    for (const note of [one, other]) {
      const side = document.createElement('div');
      side.className = 'prose';
      const label = document.createElement('p');
      label.className = 'compare-side';
      label.append(linkTo(note));
      side.append(label, ...((name ? note.sections.get(name) : note.opening) ?? []));
      sides.append(side);
    }
    part.append(title, sides);
    found.append(part);
  }
  for (const note of [one, other]) {
    const names = rest(note);
    if (names.length === 0) continue;
    const line = document.createElement('p');
    line.className = 'compare-rest';
    line.append(linkTo(note), words.only(names));
    found.append(line);
  }
  return found;
}

function cell(tag: 'td' | 'th', ...content: (Node | string)[]): HTMLTableCellElement {
  const made = document.createElement(tag);
  if (tag === 'th') made.scope = content[0] instanceof Node ? 'col' : 'row';
  made.append(...content);
  return made;
}

function linkTo({ href, title }: ReadNote): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  return link;
}

function makeField(name: string): HTMLInputElement {
  const field = document.createElement('input');
  field.type = 'search';
  field.name = name;
  field.setAttribute('list', 'compare-notes');
  field.ariaLabel = name === 'a' ? placesWords().compare.first : placesWords().compare.second;
  field.placeholder = field.ariaLabel;
  field.autocomplete = 'off';
  return field;
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

function base(): string {
  return document.documentElement.dataset['base'] ?? '/';
}

customElements.define('note-compare', NoteCompare);

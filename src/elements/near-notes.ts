/** `<near-notes>` on the 404 page: the notes whose address or title is nearest to what was asked for. */
import { readingWords } from '#words';
import { findNearNotes } from '../knowledge/near-notes.ts';

const mostShown = 5;

class NearNotes extends HTMLElement {
  connectedCallback(): void {
    void this.#suggest().catch(() => undefined);
  }

  async #suggest(): Promise<void> {
    const base = document.documentElement.dataset['base'] ?? '/';
    const asked = decode(location.pathname.slice(base.length)).replace(/\/+$|\.html?$|\.md$/gu, '');
    if (!asked) return;
    const response = await fetch(`${base}near-notes.json`);
    if (!response.ok) return;
    const notes = (await response.json()) as [address: string, title: string, ...names: string[]][];
    const found = findNearNotes(asked, notes).slice(0, mostShown);
    const search = document.createElement('a');
    search.href = `${base}search/?q=${encodeURIComponent(asked.split('/').at(-1)?.replaceAll('-', ' ') ?? '')}`;
    search.textContent = readingWords().searchFor(asked.split('/').at(-1) ?? '');
    const last = document.createElement('p');
    last.append(search);
    if (found.length) this.append(makeTitle(), makeList(found, base));
    this.append(last);
  }
}

function makeTitle(): HTMLElement {
  const title = document.createElement('h2');
  title.textContent = readingWords().didYouMean;
  return title;
}

function makeList(notes: readonly (readonly [string, string])[], base: string): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'note-list';
  for (const [address, title] of notes) {
    const link = document.createElement('a');
    link.href = `${base}${address.split('/').map(encodeURIComponent).join('/')}/`;
    link.textContent = title;
    const where = document.createElement('p');
    where.textContent = `/${address}/`;
    const item = document.createElement('li');
    item.append(link, where);
    list.append(item);
  }
  return list;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

customElements.define('near-notes', NearNotes);

/**
 * `<list-filter>`: leaves of all `[data-filter-item]` on the page those that hold every word of its field and carry a
 * chosen facet; a `[data-filter-group]` in which nothing is left goes too.
 */
import { readingWords } from '#words';
import { foldWord } from '../knowledge/text.ts';

class ListFilter extends HTMLElement {
  connectedCallback(): void {
    const items = [...document.querySelectorAll<HTMLElement>('[data-filter-item]')].map((element) => ({
      element,
      text: foldWord(element.textContent ?? ''),
    }));
    this.addEventListener('input', () => this.#filter(items));
    // Going back in history the browser gives the field its words back; a reader may have typed before this came.
    window.addEventListener('pageshow', () => this.#filter(items));
    this.#filter(items);
  }

  #filter(items: readonly { element: HTMLElement; text: string }[]): void {
    const words = (this.querySelector('input')?.value ?? '').split(/\s+/u).map(foldWord).filter(Boolean);
    const facets = [...this.querySelectorAll<HTMLInputElement>(':checked')].map(({ value }) => value);
    let left = 0;
    for (const { element, text } of items) {
      const isLeft =
        words.every((word) => text.includes(word)) &&
        (!facets.length || facets.includes(element.dataset['facet'] ?? ''));
      element.hidden = !isLeft;
      if (isLeft) left++;
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-filter-group]'))
      group.hidden = !group.querySelector('[data-filter-item]:not([hidden])');
    const status = this.querySelector('[role="status"]');
    if (!status) return;
    if (!words.length && !facets.length) status.textContent = '';
    else status.textContent = left ? readingWords().filtered(items.length, left) : readingWords().nothingFits;
  }
}

customElements.define('list-filter', ListFilter);

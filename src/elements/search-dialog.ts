/**
 * `<search-dialog>`: opens the search over any page. Ctrl/⌘K, `/` (can be switched off) or any `[data-search-open]`.
 * Only this file is loaded with the page; the search itself comes when the reader shows that it is wanted.
 */

import { warmSearch } from '../search/search-client.ts';
import { readStored } from './stored.ts';

export class SearchDialog extends HTMLElement {
  #dialog: HTMLDialogElement | null = null;
  #opener: HTMLElement | null = null;

  connectedCallback(): void {
    if (this.#dialog !== null) return;
    const dialog = this.querySelector('dialog');
    this.#dialog = dialog;
    document.addEventListener('keydown', (event) => this.#onKey(event));
    document.addEventListener('click', (event) => {
      const opener = findOpener(event.target);
      if (opener === null) return;
      event.preventDefault();
      this.open(opener);
    });
    for (const intent of ['pointerover', 'focusin']) {
      document.addEventListener(intent, (event) => findOpener(event.target) && void loadPanel(), {
        passive: true,
      });
    }
    dialog?.addEventListener('click', (event) => {
      const { target } = event;
      const isClose = target instanceof Element && target.closest('[data-search-close]') !== null;
      // A hit on this same page only moves the page: the dialog must not stay over it.
      const isLink =
        target instanceof Element &&
        target.closest('a[href]') !== null &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.shiftKey;
      if (target === dialog || isClose || isLink) dialog.close();
    });
    dialog?.addEventListener('close', () => this.#opener?.focus({ preventScroll: true }));
  }

  /** Shows the dialog at once, with the field ready; `opener` gets the focus back. */
  open(opener: HTMLElement | null = null): void {
    if (this.#dialog === null || this.#dialog.open) return;
    this.#opener = opener ?? (document.activeElement instanceof HTMLElement ? document.activeElement : null);
    void loadPanel();
    this.#dialog.showModal();
    const input = this.#dialog.querySelector<HTMLInputElement>('input[type="search"]');
    input?.focus();
    input?.select();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented) return;
    if (
      event.key.toLowerCase() === 'k' &&
      (event.ctrlKey || event.metaKey) &&
      !event.shiftKey &&
      !event.altKey
    ) {
      event.preventDefault();
      if (this.#dialog?.open) this.#dialog.close();
      else this.open();
    } else if (
      event.key === 'Escape' &&
      event.target instanceof HTMLInputElement &&
      this.#dialog?.contains(event.target)
    ) {
      // Of a field with text in it the first Esc would only take the text, which is wanted again later.
      event.preventDefault();
      this.#dialog.close();
    } else if (
      event.key === '/' &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      readStored('single-keys') !== 'off' &&
      !isTyping(event.target)
    ) {
      event.preventDefault();
      // Where the page has a search field of its own, a second one over it would only confuse.
      const own = document.querySelector<HTMLInputElement>('main search-panel input[type="search"]');
      if (own === null) this.open();
      else own.focus();
    }
  }
}

async function loadPanel(): Promise<void> {
  // Beside the panel, not behind it: the index takes longer than what shows it.
  warmSearch();
  await Promise.all([import('./search-panel.ts'), import('./search-styles.ts')]);
}

function findOpener(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-search-open]') : null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, dialog[open]') !== null)
  );
}

if (!customElements.get('search-dialog')) customElements.define('search-dialog', SearchDialog);

// A page that was reached from a search marks what was searched.
if (new URLSearchParams(location.search).has('mark'))
  void import('./mark-words.ts').then(({ markLanding }) => markLanding());

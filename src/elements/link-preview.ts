/**
 * `<link-preview>`: one card that shows where a link leads, on hover, keyboard focus and long press. It can be hovered
 * and entered, stays until the reader leaves or presses Esc, and its own links open no second card.
 */
import './popup-styles.ts';
import { placePopup } from './place-popup.ts';
import { describeTarget } from './preview-content.ts';

const delays = { hover: 350, focus: 450, press: 450, leave: 260 };

class LinkPreview extends HTMLElement {
  #link: Element | null = null;
  /** The link that was looked at last: what arrives late for another one is not shown. */
  #wanted: Element | null = null;
  #timer = 0;
  #pointer = { x: 0, y: 0 };
  /** The page is scrolling or has just been: links come under a pointer that does not move. */
  #isScrolling = false;
  /** The link that came under the pointer so: it counts once the pointer moves. */
  #under: Element | null = null;

  connectedCallback(): void {
    this.popover = 'manual';
    this.className = 'popup';
    this.id = 'link-preview';
    this.addEventListener('pointerenter', () => window.clearTimeout(this.#timer));
    this.addEventListener('pointerleave', () => this.#leaveSoon());
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#link) return;
      event.stopPropagation();
      this.close();
    });
    document.addEventListener('pointerdown', (event) => {
      if (event.target instanceof Node && !this.contains(event.target)) this.close();
    });
    document.addEventListener('focusin', (event) => {
      const { target } = event;
      if (this.#link && target instanceof Node && !this.contains(target) && !this.#link.contains(target))
        this.close();
    });
    document.addEventListener(
      'scroll',
      (event) => {
        if (event.target === this || (event.target instanceof Node && this.contains(event.target))) return;
        this.#isScrolling = true;
        if (!this.#link) window.clearTimeout(this.#timer);
      },
      { passive: true, capture: true },
    );
    document.addEventListener(
      'pointermove',
      () => {
        const link = this.#under;
        this.#isScrolling = false;
        this.#under = null;
        if (link?.matches(':hover')) this.#await(link, delays.hover, 'pointerleave');
      },
      { passive: true },
    );
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a')) this.close();
    });
  }

  /** A pointer or the focus is on a link: shows its card soon, unless it leaves before. */
  consider(link: Element, event: Event): void {
    if (this.contains(link)) return;
    if (event.type === 'focusin') {
      if (link.matches(':focus-visible')) this.#await(link, delays.focus, 'blur');
      return;
    }
    if (!(event instanceof PointerEvent)) return;
    this.#pointer = { x: event.clientX, y: event.clientY };
    if (event.type === 'pointerover' && event.pointerType !== 'touch') {
      if (this.#isScrolling) this.#under = link;
      else this.#await(link, delays.hover, 'pointerleave');
    }
    if (event.type === 'pointerdown' && event.pointerType === 'touch') this.#awaitPress(link);
  }

  close(): void {
    window.clearTimeout(this.#timer);
    this.#wanted = null;
    if (!this.#link) return;
    const link = this.#link;
    const hadFocus = this.contains(document.activeElement);
    this.#link = null;
    link.removeAttribute('aria-describedby');
    this.hidePopover();
    if (hadFocus && (link instanceof HTMLElement || link instanceof SVGElement))
      link.focus({ preventScroll: true });
  }

  #await(link: Element, delay: number, leaving: 'blur' | 'pointerleave'): void {
    window.clearTimeout(this.#timer);
    if (this.#link === link) return;
    this.#wanted = link;
    this.#timer = window.setTimeout(() => void this.#show(link), delay);
    link.addEventListener(
      leaving,
      () => {
        // The focus may have gone into the card itself, or be back already.
        window.setTimeout(() => {
          const isBack =
            leaving === 'blur' && (link.matches(':focus') || this.contains(document.activeElement));
          if (!isBack) this.#leaveSoon(link);
        });
      },
      { once: true },
    );
  }

  #awaitPress(link: Element): void {
    window.clearTimeout(this.#timer);
    this.#wanted = link;
    let isShown = false;
    const stop = (event: Event) => event.preventDefault();
    const end = (event: Event) => {
      if (event.type === 'pointermove' && event instanceof PointerEvent) {
        const { clientX: x, clientY: y } = event;
        if (Math.hypot(x - this.#pointer.x, y - this.#pointer.y) < 10) return;
      }
      if (!isShown) {
        window.clearTimeout(this.#timer);
        this.#wanted = null;
      }
      for (const type of ['pointermove', 'pointerup', 'pointercancel'])
        document.removeEventListener(type, end);
      // The click of this press comes after its end.
      window.setTimeout(() => {
        link.removeEventListener('contextmenu', stop);
        link.removeEventListener('click', stop);
      }, 60);
    };
    for (const type of ['pointermove', 'pointerup', 'pointercancel']) document.addEventListener(type, end);
    link.addEventListener('contextmenu', stop);
    this.#timer = window.setTimeout(() => {
      isShown = true;
      link.addEventListener('click', stop);
      void this.#show(link);
    }, delays.press);
  }

  #leaveSoon(link?: Element): void {
    if (link && this.#wanted === link) this.#wanted = null;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const isFocused = this.#link?.matches(':focus-visible') || this.contains(document.activeElement);
      if (!isFocused && !this.matches(':hover')) this.close();
    }, delays.leave);
  }

  async #show(link: Element): Promise<void> {
    const content = await describeTarget(link).catch(() => null);
    if (this.#wanted !== link || !content) return;
    this.close();
    this.#wanted = this.#link = link;
    this.replaceChildren(content);
    link.setAttribute('aria-describedby', this.id);
    // With its source the card comes right after the link in the order of the Tab key.
    this.showPopover(link instanceof HTMLElement ? { source: link } : {});
    placePopup(this, this.#rectOf(link));
  }

  /** Of a link that runs over two lines, the line that the pointer is on. */
  #rectOf(link: Element): DOMRect {
    const lines = [...link.getClientRects()];
    const { y } = this.#pointer;
    return (
      lines.find((line) => line.top - 2 <= y && y <= line.bottom + 2) ??
      lines[0] ??
      link.getBoundingClientRect()
    );
  }
}

customElements.define('link-preview', LinkPreview);
let card: LinkPreview | null = null;

/** Passes on that a reader may want to see where `link` leads. */
export function considerPreview(link: Element, event: Event): void {
  if (!card) {
    card = new LinkPreview();
    document.body.append(card);
  }
  card.consider(link, event);
}

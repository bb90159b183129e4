/**
 * `<toc-spy>`: marks in its links the section that is being read, and names it beside the closed list of a phone.
 * Without it the list still leads everywhere.
 */
class TocSpy extends HTMLElement {
  connectedCallback(): void {
    const pairs = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].flatMap((link) => {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return target ? [{ link, target }] : [];
    });
    const links = pairs.map(({ link }) => link);
    const targets = pairs.map(({ target }) => target);
    if (!targets.length) return;
    const now = this.querySelector('[data-toc-now]');
    const list = this.querySelector('details');
    // The open list of a phone lies over the text: it closes where the reader goes on.
    const close = () => list?.removeAttribute('open');
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a')) close();
    });
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !list?.open) return;
      close();
      list.querySelector('summary')?.focus();
    });
    document.addEventListener('pointerdown', (event) => {
      if (event.target instanceof Node && !this.contains(event.target)) close();
    });
    let waiting = false;
    const mark = () => {
      waiting = false;
      const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 8;
      let current = targets.findLastIndex((target) => target.getBoundingClientRect().top <= line);
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      // The last sections may be too short to reach the line: at the end of the page the last one is being read.
      if (atEnd && window.scrollY > 0) current = targets.length - 1;
      if (links[current]?.hasAttribute('aria-current')) return;
      for (const link of links) link.removeAttribute('aria-current');
      const link = links[current];
      if (!link) return;
      link.setAttribute('aria-current', 'true');
      if (now) now.textContent = link.textContent;
      this.#reveal(link);
    };
    const later = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(mark);
    };
    document.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later, { passive: true });
    mark();
  }

  /** Keeps the current link in sight of a list that is longer than the window; the page itself does not move. */
  #reveal(link: HTMLElement): void {
    if (this.scrollHeight <= this.clientHeight) return;
    const list = this.getBoundingClientRect();
    const { top, bottom } = link.getBoundingClientRect();
    const edge = this.clientHeight / 4;
    if (top < list.top + edge || bottom > list.bottom - edge)
      this.scrollTop += (top + bottom) / 2 - (list.top + list.bottom) / 2;
  }
}

customElements.define('toc-spy', TocSpy);

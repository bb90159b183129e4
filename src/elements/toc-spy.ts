/** `<toc-spy>`: marks in its links the section that is being read. Without it the list still leads everywhere. */
class TocSpy extends HTMLElement {
  connectedCallback(): void {
    const pairs = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].flatMap((link) => {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return target ? [{ link, target }] : [];
    });
    const links = pairs.map(({ link }) => link);
    const targets = pairs.map(({ target }) => target);
    if (!targets.length) return;
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

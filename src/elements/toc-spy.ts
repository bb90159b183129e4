/** `<toc-spy>`: marks in its links the section that is being read. Without it the list still leads everywhere. */
class TocSpy extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const targets = links
      .map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
      .filter((target) => target !== null);
    if (!targets.length) return;
    let waiting = false;
    const mark = () => {
      waiting = false;
      const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 8;
      let current = targets.findLastIndex((target) => target.getBoundingClientRect().top <= line);
      const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
      if (atEnd && current < 0) current = targets.length - 1;
      links.forEach((link, index) => {
        if (index === current) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      });
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
}

customElements.define('toc-spy', TocSpy);

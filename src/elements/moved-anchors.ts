/**
 * `<moved-anchors>`: a link to a section that has moved to another note is taken there. On a page that is itself only
 * a memory of a former address, every other link goes on to the note's new page with its anchor.
 */
class MovedAnchors extends HTMLElement {
  connectedCallback(): void {
    this.follow();
    window.addEventListener('hashchange', () => this.follow());
  }

  private follow(): void {
    const anchor = readAnchor();
    const targets = JSON.parse(this.dataset['targets'] ?? '{}') as Record<string, string>;
    const fallback = this.dataset['fallback'];
    const target =
      (anchor && targets[anchor]) ||
      (fallback && fallback + (anchor ? `#${encodeURIComponent(anchor)}` : ''));
    if (!target || (anchor && document.getElementById(anchor))) return;
    const url = new URL(target, location.href);
    url.searchParams.set('moved', '');
    location.replace(url);
  }
}

/** The anchor as ids are written: decoded, NFC. */
function readAnchor(): string {
  const raw = location.hash.slice(1).replace(/:~:.*$/u, '');
  try {
    return decodeURIComponent(raw).normalize('NFC');
  } catch {
    return raw;
  }
}

customElements.define('moved-anchors', MovedAnchors);

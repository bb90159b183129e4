/**
 * `<mermaid-diagram>`: puts the tools under a drawing and loads what they do only when they are used. A diagram that
 * the build could not draw is drawn when it comes near; an edited one that came as a link is opened.
 */
import { readingWords } from '#words';
import { nameFigure } from './diagram-source.ts';

class MermaidDiagram extends HTMLElement {
  connectedCallback(): void {
    const figure = this.closest('figure');
    const caption = figure?.querySelector(':scope > figcaption');
    if (!figure || !caption || caption.querySelector('.diagram-tools')) return;
    const words = readingWords().figures;
    const name = caption.querySelector('.figure-title')?.textContent || caption.textContent || words.untitled;
    const tools = document.createElement('span');
    tools.className = 'diagram-tools';
    const enlarge = makeButton(words.enlarge, name, (opener) => this.#open(opener, false));
    enlarge.classList.add('diagram-enlarge');
    tools.append(
      enlarge,
      makeButton(words.edit, name, (opener) => this.#open(opener, true)),
    );
    caption.querySelector(':scope > .section-more')?.remove();
    const copy = caption.querySelector(':scope > [data-copy-section]');
    const more = makeButton(
      '···',
      name,
      (opener) =>
        void import('./diagram-menu.ts').then(({ openDiagramMenu }) => openDiagramMenu(figure, opener)),
    );
    more.ariaLabel = words.named(name, words.menu);
    more.title = words.menu;
    more.ariaHasPopup = 'menu';
    more.ariaExpanded = 'false';
    // The place and the class that a section's own menu would take.
    more.className = 'diagram-tool section-more';
    if (copy) {
      copy.before(tools);
      copy.after(more);
    } else caption.append(tools, more);
    if (figure.dataset['tall'] !== undefined) {
      const whole = makeButton(words.enlargeAll, name, (opener) => this.#open(opener, false));
      whole.classList.add('diagram-whole');
      caption.before(whole);
    }
    figure.addEventListener('click', (event) => this.#openWhereTapped(event, enlarge));
    if (this.dataset['undrawn'] !== undefined) this.#drawWhenNear();
    this.#restore();
    window.addEventListener('hashchange', () => this.#restore());
  }

  #open(opener: HTMLElement, isEditing: boolean, options: { code?: string; at?: DOMPoint } = {}): void {
    void import('./diagram-viewer.ts').then(({ openViewer }) => openViewer(this, opener, isEditing, options));
  }

  /** A tap on the drawing itself enlarges it there; a link in it leads on, and a selection of its words stays. */
  #openWhereTapped(event: MouseEvent, opener: HTMLElement): void {
    const target = event.target instanceof Element ? event.target : null;
    if (!target?.closest('.diagram-frame > svg, .diagram-narrow > svg') || target.closest('a')) return;
    if (event.defaultPrevented || getSelection()?.isCollapsed === false) return;
    this.#open(opener, false, { at: new DOMPoint(event.clientX, event.clientY) });
  }

  #drawWhenNear(): void {
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watcher.disconnect();
        void import('./draw-undrawn.ts').then(({ drawUndrawn }) => drawUndrawn(this));
      },
      { rootMargin: '600px' },
    );
    watcher.observe(this);
  }

  /** `#diagram=<figure>.<source>`: somebody's edited version of this figure. */
  #restore(): void {
    if (!location.hash.startsWith('#diagram=')) return;
    void import('../diagrams/share-source.ts').then(({ unpackSource }) => {
      const shared = unpackSource(location.hash);
      const opener = this.closest('figure')?.querySelector<HTMLElement>('.diagram-tools > :last-child');
      if (shared && opener && shared.figure === nameFigure(this))
        this.#open(opener, true, { code: shared.code });
    });
  }
}

function makeButton(text: string, name: string, run: (button: HTMLElement) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'diagram-tool';
  button.textContent = text;
  button.ariaLabel = readingWords().figures.named(name, text);
  button.addEventListener('click', () => run(button));
  return button;
}

customElements.define('mermaid-diagram', MermaidDiagram);

/**
 * `<atlas-map>`: pointing at a place, focusing or tapping it lights what is related and says how. Arrow keys walk the
 * places in reading order. Without it every place is a link in an ordered outline.
 */
import { placesWords } from '#words';
import type { MapData } from '../map/map-data.ts';

/** Which places stay in full colour. */
export interface MapFilter {
  regions: ReadonlySet<string>;
  label: number | null;
  tag: number | null;
  year: number | null;
  words: string;
}

export class AtlasMap extends HTMLElement {
  #data: Promise<MapData> | null = null;
  #places: HTMLAnchorElement[] = [];
  #pinned = -1;
  #tapped = -1;

  connectedCallback(): void {
    this.#places = [...this.querySelectorAll<HTMLAnchorElement>('a[data-place]')];
    this.#places.forEach((place, at) => (place.tabIndex = at === 0 ? 0 : -1));
    this.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'mouse') void this.#light(this.#at(event), false);
    });
    this.addEventListener('pointerleave', () => void this.#light(this.#pinned, false));
    this.addEventListener('focusin', (event) => {
      const at = this.#at(event);
      if (at < 0) return;
      this.#pinned = at;
      this.#places.forEach((place, other) => (place.tabIndex = other === at ? 0 : -1));
      void this.#light(at, true);
    });
    this.addEventListener('click', (event) => this.#tap(event));
    this.addEventListener('keydown', (event) => this.#walk(event));
  }

  /** The places and what is known of them. */
  async load(): Promise<{ data: MapData; places: readonly HTMLAnchorElement[] }> {
    this.#data ??= fetch(this.dataset['source'] ?? '').then(
      (response) => response.json() as Promise<MapData>,
    );
    return { data: await this.#data, places: this.#places };
  }

  /** Steps back what a filter leaves out; null shows all again. Resolves to how many places are left. */
  async filter(filter: MapFilter | null): Promise<number> {
    const { data, places } = await this.load();
    let left = 0;
    places.forEach((place, at) => {
      const isLeft =
        !filter ||
        ((filter.regions.size === 0 ||
          filter.regions.has(place.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? '')) &&
          (filter.label === null ||
            (data.related[at] ?? []).some(([, ...labels]) => labels.includes(filter.label ?? -1))) &&
          (filter.tag === null || (data.tagged[at] ?? []).includes(filter.tag)) &&
          (filter.year === null || data.years[at] === filter.year) &&
          filter.words
            .toLowerCase()
            .split(/\s+/u)
            .every((word) => (place.textContent ?? '').toLowerCase().includes(word)));
      place.classList.toggle('is-out', !isLeft);
      if (isLeft) left++;
    });
    return left;
  }

  #at(event: Event): number {
    const place =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-place]') : null;
    return place ? this.#places.indexOf(place) : this.#pinned;
  }

  async #light(at: number, speaks: boolean): Promise<void> {
    const { data, places } = await this.load();
    for (const place of places) {
      place.classList.remove('is-here', 'is-lit');
      delete place.dataset['word'];
    }
    const here = places[at];
    this.classList.toggle('is-lit', Boolean(here));
    const say = this.querySelector('.map-say');
    if (!here || !say) return;
    here.classList.add('is-here');
    const byLabel = new Map<string, HTMLAnchorElement[]>();
    for (const [to, ...labels] of data.related[Number(here.dataset['place'])] ?? []) {
      const place = places.find(({ dataset }) => dataset['place'] === String(to));
      if (!place) continue;
      place.classList.add('is-lit');
      const [first] = labels;
      const word = first === undefined ? '' : (data.labels[first] ?? '');
      place.dataset['word'] = labels.length > 1 ? `${word} +${labels.length - 1}` : word;
      for (const label of labels) {
        const name = data.labels[label] ?? '';
        byLabel.set(name, [...(byLabel.get(name) ?? []), place]);
      }
    }
    say.setAttribute('aria-live', speaks ? 'polite' : 'off');
    say.replaceChildren(describe(here, byLabel));
  }

  /** On a touch screen the first tap lights and the second follows. */
  #tap(event: MouseEvent): void {
    const place =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-place]') : null;
    if (!place || !(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
    const at = this.#places.indexOf(place);
    if (this.#tapped === at) return;
    event.preventDefault();
    this.#tapped = this.#pinned = at;
    void this.#light(at, true);
  }

  #walk(event: KeyboardEvent): void {
    const at = this.#places.indexOf(document.activeElement as HTMLAnchorElement);
    if (at < 0) return;
    if (event.key === 'Escape') {
      this.#pinned = -1;
      void this.#light(-1, false);
      return;
    }
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: -1,
    };
    const goal = steps[event.key];
    if (goal === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#places.at(goal % this.#places.length)?.focus();
  }
}

/** A place and its relations in words. */
function describe(
  here: HTMLAnchorElement,
  related: ReadonlyMap<string, HTMLAnchorElement[]>,
): DocumentFragment {
  const found = document.createDocumentFragment();
  const title = document.createElement('p');
  title.className = 'map-here';
  title.append(linkTo(here));
  const list = document.createElement('dl');
  for (const [label, places] of related) {
    const row = document.createElement('div');
    const term = document.createElement('dt');
    term.textContent = label;
    const meaning = document.createElement('dd');
    places.forEach((place, at) => meaning.append(...(at > 0 ? [', '] : []), linkTo(place)));
    row.append(term, meaning);
    list.append(row);
  }
  found.append(title, ...(related.size > 0 ? [list] : [placesWords().map.alone]));
  return found;
}

function linkTo(place: HTMLAnchorElement): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = place.href;
  link.textContent = (place.textContent ?? '').replace(/\s+/gu, ' ').trim();
  return link;
}

customElements.define('atlas-map', AtlasMap);

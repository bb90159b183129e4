/**
 * `<atlas-map>`: pointing at a place, focusing or tapping it lights what is related and says how. Arrow keys walk the
 * places in reading order. Without it every place is a link in an ordered outline.
 */
import { placesWords } from '#words';
import type { MapData } from '../map/map-data.ts';
import { MapFields } from './map-fields.ts';

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
  #fields = new MapFields(this);
  /** The places that a filter has left; null without one. */
  #left: ReadonlySet<number> | null = null;
  /** The mark that is pointed at. */
  #marked = -1;

  connectedCallback(): void {
    this.#fields = new MapFields(this);
    this.#findPlaces();
    this.addEventListener('pointerover', (event) => {
      // What is said lies over the places below it, and stays while it is read.
      if (event.pointerType !== 'mouse' || this.#isField(event) || isSaid(event)) return;
      void this.#light(this.#at(event), false);
    });
    if (this.#fields.exist) {
      this.addEventListener('pointermove', (event) => {
        if (this.#isField(event)) void this.#lightMark(this.#fields.findAt(event));
      });
      this.addEventListener('click', (event) => void this.#follow(event));
    }
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

  #findPlaces(): void {
    this.#places = [...this.querySelectorAll<HTMLAnchorElement>('a[data-place]')].filter(
      (place) => !place.closest('[hidden]'),
    );
    this.#places.forEach((place, at) => (place.tabIndex = at === 0 ? 0 : -1));
  }

  /** Of a map of fields: leaves the marks of what a filter keeps, and names them where they are few. */
  #filterFields(filter: MapFilter | null, data: MapData): number {
    const names = data.names ?? [];
    const keeps = (one: MapFilter) => (at: number) =>
      isKept(one, data, at, names[at]?.[0] ?? '', this.#fields.regionOf(at));
    const left = filter && new Set([...names.keys()].filter(keeps(filter)));
    this.#left = left;
    this.#fields.mark(left);
    this.#fields.name(left, names);
    this.#findPlaces();
    return left ? left.size : names.length;
  }

  /** Steps back what a filter leaves out; null shows all again. Resolves to how many places are left. */
  async filter(filter: MapFilter | null): Promise<number> {
    const { data, places } = await this.load();
    if (this.#fields.exist) return this.#filterFields(filter, data);
    let left = 0;
    places.forEach((place, at) => {
      const region = place.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? '';
      const isLeft = !filter || isKept(filter, data, at, place.textContent ?? '', region);
      place.classList.toggle('is-out', !isLeft);
      if (isLeft) left++;
    });
    return left;
  }

  #isField(event: Event): boolean {
    return event.target instanceof Element && event.target.closest('.group-field svg') !== null;
  }

  /** Says what a mark is, and brings out the marks of what it is related to. */
  async #lightMark(at: number): Promise<void> {
    // The pointer moves on over one mark.
    if (at === this.#marked) return;
    this.#marked = at;
    const { data } = await this.load();
    const named = data.names?.[at];
    if (!named) this.#fields.mark(this.#left);
    else this.#tell(data, at, { title: named[0], href: named[1] }, [], false);
  }

  /** Says what a place is related to; lights those of `places`, and brings out the marks. */
  #tell(data: MapData, at: number, here: Named, places: readonly HTMLAnchorElement[], speaks: boolean): void {
    const related = data.related[at] ?? [];
    if (this.#fields.exist) this.#fields.mark(new Set([at, ...related.map(([to]) => to)]));
    const byLabel = new Map<string, Named[]>();
    for (const [to, ...labels] of related) {
      const place = places.find(({ dataset }) => dataset['place'] === String(to));
      const [title, href] = data.names?.[to] ?? [];
      const named = place
        ? nameOf(place)
        : title === undefined || href === undefined
          ? null
          : { title, href };
      if (!named) continue;
      const words = labels.map((label) => data.labels[label] ?? '');
      const [word = ''] = words;
      if (place) {
        place.classList.add('is-lit');
        place.dataset['word'] = words.length > 1 ? `${word} +${words.length - 1}` : word;
      }
      for (const name of words) byLabel.set(name, [...(byLabel.get(name) ?? []), named]);
    }
    const say = this.querySelector('.map-say');
    say?.setAttribute('aria-live', speaks ? 'polite' : 'off');
    say?.replaceChildren(describe(here, byLabel));
  }

  /** A press on a mark leads to its note; on a touch screen it says what the mark is, and the name there leads on. */
  async #follow(event: MouseEvent): Promise<void> {
    const at = this.#isField(event) ? this.#fields.findAt(event) : -1;
    if (at < 0) return;
    await this.#lightMark(at);
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    const href = (await this.load()).data.names?.[at]?.[1];
    if (href !== undefined && !isTouch) location.assign(href);
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
    this.#marked = -1;
    if (!here) return;
    here.classList.add('is-here');
    this.#tell(data, Number(here.dataset['place']), nameOf(here), places, speaks);
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
    // What is folded is passed over.
    const step = event.key === 'End' || goal < at ? -1 : 1;
    const { length } = this.#places;
    for (let next = goal, left = length; left > 0; next += step, left--) {
      const place = this.#places.at(next % length);
      if (!place?.checkVisibility()) continue;
      place.focus();
      break;
    }
  }
}

/** Whether something happens on what is said of a place. */
function isSaid({ target }: Event): boolean {
  return target instanceof Element && target.closest('.map-say') !== null;
}

/** Whether a filter keeps a place. */
function isKept(filter: MapFilter, data: MapData, at: number, title: string, region: string): boolean {
  return (
    (filter.regions.size === 0 || filter.regions.has(region)) &&
    (filter.label === null ||
      (data.related[at] ?? []).some(([, ...labels]) => labels.includes(filter.label ?? -1))) &&
    (filter.tag === null || (data.tagged[at] ?? []).includes(filter.tag)) &&
    (filter.year === null || data.years[at] === filter.year) &&
    filter.words
      .toLowerCase()
      .split(/\s+/u)
      .every((word) => title.toLowerCase().includes(word))
  );
}

/** What a place is called and where it leads. */
interface Named {
  title: string;
  href: string;
}

function nameOf(place: HTMLAnchorElement): Named {
  return { title: (place.textContent ?? '').replace(/\s+/gu, ' ').trim(), href: place.href };
}

/** A place and its relations in words. */
function describe(here: Named, related: ReadonlyMap<string, readonly Named[]>): DocumentFragment {
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

function linkTo({ title, href }: Named): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  return link;
}

customElements.define('atlas-map', AtlasMap);

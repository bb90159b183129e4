/** `<map-filter>`: leaves in full colour the places of a region, a relation, a tag, a year, or with some words. */
import { placesWords } from '#words';
import type { AtlasMap } from './atlas-map.ts';

class MapFilterElement extends HTMLElement {
  /** What the reader had opened before a filter was set. */
  #opened: ReadonlySet<HTMLDetailsElement> | null = null;

  connectedCallback(): void {
    const fill = () => void this.#fill();
    this.addEventListener('focusin', fill, { once: true });
    this.addEventListener('pointerover', fill, { once: true });
    this.addEventListener('input', () => void this.#apply());
    this.#map?.addEventListener('toggle', enterFold, true);
  }

  get #map(): AtlasMap | null {
    return document.querySelector<AtlasMap>('atlas-map');
  }

  #select(name: string): HTMLSelectElement | null {
    return this.querySelector(`select[data-filter="${name}"]`);
  }

  async #fill(): Promise<void> {
    const loaded = await this.#map?.load();
    if (!loaded) return;
    const { labels, tags, years } = loaded.data;
    const add = (name: string, options: [value: string, text: string][]) => {
      const select = this.#select(name);
      if (!select || select.options.length > 1) return;
      for (const [value, text] of options) select.add(new Option(text, value));
    };
    add(
      'label',
      labels.map((label, at) => [String(at), label]),
    );
    const collator = new Intl.Collator(document.documentElement.lang);
    add(
      'tag',
      tags
        .map((tag, at): [string, string] => [String(at), tag])
        .sort(([, a], [, b]) => collator.compare(a, b)),
    );
    add(
      'year',
      [...new Set(years)]
        .filter((year) => year > 0)
        .sort((a, b) => b - a)
        .map((year) => [String(year), String(year)]),
    );
  }

  async #apply(): Promise<void> {
    const numberOf = (name: string) => {
      const value = this.#select(name)?.value ?? '';
      return value === '' ? null : Number(value);
    };
    const region = this.#select('region')?.value ?? '';
    const words = this.querySelector('input')?.value.trim() ?? '';
    const filter = {
      regions: new Set(region ? [region] : []),
      label: numberOf('label'),
      tag: numberOf('tag'),
      year: numberOf('year'),
      words,
    };
    const isIdle = !region && !words && filter.label === null && filter.tag === null && filter.year === null;
    const left = await this.#map?.filter(isIdle ? null : filter);
    const folds = [...(this.#map?.querySelectorAll('details') ?? [])];
    const opened = (this.#opened ??= new Set(folds.filter(({ open }) => open)));
    for (const fold of folds)
      fold.open = isIdle
        ? opened.has(fold)
        : fold.querySelector('.place:not(.is-out, [hidden] .place)') !== null;
    if (isIdle) this.#opened = null;
    const status = this.querySelector('[role="status"]');
    if (status && left !== undefined) status.textContent = isIdle ? '' : placesWords().map.left(left);
  }
}

/** Where a fold opens, the tab key goes on to what was in it. */
function enterFold({ target }: Event): void {
  const first = target instanceof HTMLDetailsElement && target.open && target.querySelector('a');
  if (first) first.tabIndex = 0;
}

customElements.define('map-filter', MapFilterElement);

/**
 * The fields of a map that is too large for names: groups of marks, of which some can be brought out, and which become
 * lists of names where few are left. Indexes are those of the plate's places.
 */
import type { MapData } from '../map/map-data.ts';
import { drawMarks, field } from '../map/plate.ts';

const svgSpace = 'http://www.w3.org/2000/svg';
/** More names than this are no list that anybody reads. */
const mostListed = 800;

export class MapFields {
  readonly #map: HTMLElement;
  readonly #fields: readonly HTMLElement[];

  constructor(map: HTMLElement) {
    this.#map = map;
    this.#fields = [...map.querySelectorAll<HTMLElement>('.group-field')];
  }

  get exist(): boolean {
    return this.#fields.length > 0;
  }

  /** The place whose mark lies under a pointer; -1 for none. */
  findAt({ target, clientX, clientY }: MouseEvent): number {
    const svg = target instanceof Element ? target.closest('svg') : null;
    const owner = svg?.closest<HTMLElement>('.group-field');
    if (!svg || !owner) return -1;
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = (field.columns * field.across) / width;
    const column = Math.floor(((clientX - left) * scale) / field.across);
    const row = Math.floor(((clientY - top) * scale) / field.down);
    const at = row * field.columns + Math.min(column, field.columns - 1);
    const { first, count } = rangeOf(owner);
    return at >= 0 && at < count ? first + at : -1;
  }

  /** The name of the region that a place lies in. */
  regionOf(place: number): string {
    const owner = this.#fields.find((one) => {
      const { first, count } = rangeOf(one);
      return place >= first && place < first + count;
    });
    return owner?.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? '';
  }

  /** Brings some marks out and steps the others back; null shows all alike. */
  mark(places: ReadonlySet<number> | null): void {
    this.#map.classList.toggle('is-marked', places !== null);
    for (const owner of this.#fields) {
      owner.querySelector('.marks-here')?.remove();
      const { first, count } = rangeOf(owner);
      const own = places ? [...places].filter((at) => at >= first && at < first + count) : [];
      if (!own.length) continue;
      const path = document.createElementNS(svgSpace, 'path');
      path.setAttribute('class', 'marks-here');
      path.setAttribute('d', drawMarks(own.map((at) => at - first)));
      owner.querySelector('svg')?.append(path);
    }
  }

  /** Names what is left, where it is little enough to be read; null, and what is too much, gives the fields back. */
  name(places: ReadonlySet<number> | null, names: NonNullable<MapData['names']>): void {
    const isListed = places !== null && places.size <= mostListed;
    for (const owner of this.#fields) {
      owner.querySelector('.is-left')?.remove();
      owner.classList.toggle('is-named', isListed);
      const given = owner.querySelector<HTMLElement>('.places');
      if (given) given.hidden = isListed;
      const { first, count } = rangeOf(owner);
      owner.hidden = isListed && ![...places].some((at) => at >= first && at < first + count);
      if (!isListed || owner.hidden) continue;
      const list = document.createElement('ul');
      list.className = 'places is-left';
      for (const at of places) {
        if (at < first || at >= first + count) continue;
        const [title = '', href = ''] = names[at] ?? [];
        const link = document.createElement('a');
        link.className = 'place shape-0 size-1';
        link.href = href;
        link.dataset['place'] = String(at);
        link.textContent = title;
        const item = document.createElement('li');
        item.append(link);
        list.append(item);
      }
      owner.append(list);
    }
  }
}

function rangeOf({ dataset }: HTMLElement): { first: number; count: number } {
  return { first: Number(dataset['first']), count: Number(dataset['count']) };
}

import { pagesWords } from '#words';
import type { Library } from '../knowledge/library.ts';
import { mostNamed, type Plate } from './plate.ts';

/** What lights up on the plate, fetched when a reader first points at it. Indexes are those of the plate's places. */
export interface MapData {
  /** Labels of relations, as the place at hand sees them. */
  labels: string[];
  /** Of each place: the related places, each with its labels. */
  related: [place: number, ...labels: number[]][][];
  tags: string[];
  /** Of each place: its tags. */
  tagged: number[][];
  /** Of each place: the year of its day of reference, 0 where it has none. */
  years: number[];
  /** Titles and addresses of the places, where the page does not name them all. */
  names?: [title: string, href: string][];
}

/** Typed relations where there are any; links in the text otherwise. */
export function buildMapData(plate: Plate, library: Library): MapData {
  const words = pagesWords().map;
  const indexOf = new Map(plate.places.map(({ id, index }) => [id, index]));
  const labels = new Numbered();
  const tags = new Numbered();
  const linked = new Map<string, string[]>();
  for (const [target, mentions] of library.mentions)
    for (const { from } of mentions) linked.set(from, [...(linked.get(from) ?? []), target]);
  const related = plate.places.map(({ id }) => {
    const found = new Map<number, number[]>();
    const add = (other: string, label: string) => {
      const to = indexOf.get(other);
      if (to === undefined || other === id) return;
      const list = found.get(to) ?? [];
      const number = labels.of(label);
      if (!list.includes(number)) found.set(to, [...list, number]);
    };
    const relations = library.relations.get(id) ?? [];
    for (const { to, type } of relations) add(to, library.subject.relations.find(type).label);
    if (relations.length === 0) {
      for (const { from } of library.mentions.get(id) ?? []) add(from, words.mentionedBy);
      for (const target of linked.get(id) ?? []) add(target, words.links);
    }
    return [...found].map(([to, list]): [number, ...number[]] => [to, ...list]);
  });
  const notes = plate.places.map(({ id }) => library.byId.get(id));
  return {
    labels: labels.all,
    related,
    tags: tags.all,
    tagged: notes.map((note) => note?.tags.map((tag) => tags.of(tag)) ?? []),
    years: notes.map((note) => Number((note?.asOf ?? note?.changed ?? '').slice(0, 4)) || 0),
    ...(plate.places.length > mostNamed
      ? { names: plate.places.map(({ title, href }): [string, string] => [title, href]) }
      : {}),
  };
}

/** By what its places can be told apart: a list with nothing to choose is no filter. */
export function listFilters({ labels, tags, years }: MapData): Set<'label' | 'tag' | 'year'> {
  const filters = new Set<'label' | 'tag' | 'year'>();
  if (labels.length > 0) filters.add('label');
  if (tags.length > 0) filters.add('tag');
  if (years.some((year) => year > 0)) filters.add('year');
  return filters;
}

class Numbered {
  readonly all: string[] = [];
  readonly #known = new Map<string, number>();

  of(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, this.all.length);
    this.all.push(text);
    return this.all.length - 1;
  }
}

/** Filters: which pages fit what the reader chose, and how many each further choice would leave. Pure. */
import type { Catalog } from './catalog.ts';
import type { FacetValue, Facets, SearchOptions } from './outcome.ts';

/** True for a page that fits every chosen facet; without a catalogue none does where one is chosen. */
export function fitsFacets(
  at: number | undefined,
  catalog: Catalog | undefined,
  options: SearchOptions,
): boolean {
  const { kind, tag, year } = options;
  const fields = chosenFields(options);
  if (kind === undefined && tag === undefined && year === undefined && !fields.length) return true;
  if (at === undefined || catalog === undefined) return false;
  if (kind !== undefined && catalog.kinds[catalog.kindOf[at] ?? -1]?.[0] !== kind) return false;
  if (tag !== undefined && !(catalog.tagsOf?.[at] ?? []).some((one) => catalog.tags?.[one] === tag))
    return false;
  const own = (catalog.facetsOf?.[at] ?? []).map((index) => catalog.facets?.[index]);
  if (fields.some(([name, value]) => !own.some((facet) => facet?.[0] === name && facet[1] === value)))
    return false;
  return year === undefined || (catalog.yearsOf?.[at] ?? []).includes(Number(year));
}

/** The declared fields that the reader has chosen a value of, by their labels. */
export function chosenFields(options: SearchOptions): [name: string, value: string][] {
  return Object.entries(options).flatMap(([key, value]): [string, string][] =>
    key.startsWith('field:') && typeof value === 'string' ? [[key.slice('field:'.length), value]] : [],
  );
}

/** For each facet, how many pages each value would leave; the facet's own choice does not count against it. */
export function countFacets(
  places: readonly (number | undefined)[],
  catalog: Catalog | undefined,
  options: SearchOptions,
): Facets {
  const facets: Facets = { kind: [], tag: [], year: [] };
  if (catalog === undefined) return facets;
  const count = (name: keyof Facets, read: (at: number) => (readonly [string, string])[]): FacetValue[] => {
    const others = { ...options };
    delete others[name];
    const counts = new Map<string, FacetValue>();
    for (const at of places) {
      if (at === undefined || !fitsFacets(at, catalog, others)) continue;
      for (const [value, label] of read(at)) {
        const known = counts.get(value) ?? { value, label, count: 0 };
        counts.set(value, { ...known, count: known.count + 1 });
      }
    }
    return [...counts.values()].sort(
      (one, other) => other.count - one.count || (one.label < other.label ? -1 : 1),
    );
  };
  facets.kind = count('kind', (at) => {
    const [kind = 'note', label = ''] = catalog.kinds[catalog.kindOf[at] ?? -1] ?? [];
    return [[kind, label]];
  });
  facets.tag = count('tag', (at) =>
    (catalog.tagsOf?.[at] ?? []).map(
      (tag) => [catalog.tags?.[tag] ?? '', catalog.tags?.[tag] ?? ''] as const,
    ),
  ).slice(0, 12);
  facets.year = count('year', (at) =>
    (catalog.yearsOf?.[at] ?? []).map((year) => [String(year), String(year)] as const),
  ).sort((one, other) => (one.value < other.value ? 1 : -1));
  for (const name of new Set((catalog.facets ?? []).map(([field]) => field))) {
    // In the order of the catalogue, which stays while others are chosen.
    const order = (catalog.facets ?? []).flatMap(([field, value]) => (field === name ? [value] : []));
    facets[`field:${name}`] = count(`field:${name}`, (at) =>
      (catalog.facetsOf?.[at] ?? []).flatMap((index) => {
        const [field, value] = catalog.facets?.[index] ?? [];
        return field === name && value !== undefined ? [[value, value] as const] : [];
      }),
    ).sort((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
  }
  return facets;
}

/** Finds pages in the catalogue. Apart from what makes it, which readers need not load. */
import type { Catalog, PlaceOf } from './catalog.ts';

/** Finds the place of a record in the columns by Pagefind's id. */
export function indexCatalog(catalog: Catalog | undefined): PlaceOf {
  const places = new Map(catalog?.ids.map((id, at) => [id, at]));
  const length = catalog?.ids[0]?.length ?? 0;
  return (id) => {
    const start = id.indexOf('_') + 1;
    return places.get(id.slice(start, start + length));
  };
}

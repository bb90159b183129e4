import type { FrontMatter } from './front-matter.ts';

type Relation = Readonly<{ type: string; to: string }>;

/**
 * Where each relation that a note keeps is written: those that did not fit are gone from its list, and front matter may
 * write `requires: [a, b]` in place of a list.
 * @param written `relations` of the front matter
 */
export function locateRelations(
  locate: FrontMatter['locate'],
  written: unknown,
  kept: readonly Relation[],
): FrontMatter['locate'] {
  const all = listWritten(written);
  let from = 0;
  const places = kept.map(({ type, to }) => {
    const found = all.findIndex(
      (one, index) => index >= from && one.relation?.type === type && one.relation.to === to,
    );
    if (found >= 0) from = found + 1;
    return all[found]?.place;
  });
  return ([name, index, ...rest]) => {
    const place = name === 'relations' && typeof index === 'number' ? places[index] : undefined;
    return locate(place ? [...place, ...rest] : [name, index, ...rest].filter((step) => step !== undefined));
  };
}

function listWritten(written: unknown): { relation: Partial<Relation> | null; place: PropertyKey[] }[] {
  if (Array.isArray(written))
    return written.map((item, index) => ({
      relation: item as Partial<Relation> | null,
      place: ['relations', index],
    }));
  if (written === null || typeof written !== 'object') return [];
  return Object.entries(written).flatMap(([type, to]) =>
    Array.isArray(to)
      ? to.map((one, index) => ({
          relation: { type, to: one as string },
          place: ['relations', type, index],
        }))
      : [{ relation: { type, to: to as string }, place: ['relations', type] }],
  );
}

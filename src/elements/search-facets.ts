/** Draws the filters of a search: kind, tag and year of the sources, each with how many notes it leaves. */
import type { FacetValue, Facets, FieldFacet } from '../search/outcome.ts';
import { searchWords } from '#words';
import { make } from './search-dom.ts';

/** Which value of each facet is chosen. */
export type FacetChoice = { [Name in keyof Facets]?: string };

/**
 * Returns the filters, or null when there is nothing to choose between. `more` stands where further ones can be had:
 * a button that asks for them, or whether their rows are open.
 */
export function makeFacets(
  facets: Facets,
  choice: FacetChoice,
  more: HTMLElement | boolean,
  onChoose: (name: keyof Facets, value: string | undefined) => void,
): HTMLElement | null {
  const words = searchWords();
  const fields = Object.keys(facets).filter((name): name is FieldFacet => name.startsWith('field:'));
  const rows = (['kind', ...fields, 'tag', 'year'] as const).flatMap((name) => {
    const title = isField(name) ? name.slice('field:'.length) : words.facets[name];
    const chosen = choice[name];
    const values: FacetValue[] = facets[name] ?? [];
    if (values.length < 2 && chosen === undefined) return [];
    const shown =
      chosen !== undefined && !values.some(({ value }) => value === chosen)
        ? [{ value: chosen, label: chosen, count: 0 }, ...values]
        : values;
    const buttons = shown.map(({ value, label, count }) => {
      const pressed = value === chosen;
      const button = make(
        'button',
        {
          type: 'button',
          class: 'search-facet',
          'aria-pressed': String(pressed),
          'data-facet': name,
          'data-value': value,
        },
        name === 'year' ? words.year(label) : label || words.note,
        make('span', { class: 'search-count' }, String(count)),
      );
      button.addEventListener('click', () => onChoose(name, pressed ? undefined : value));
      return button;
    });
    return [
      make(
        'div',
        { class: 'search-facet-row', role: 'group', 'aria-label': title },
        make('span', { class: 'search-facet-name' }, title),
        ...buttons,
      ),
    ];
  });
  const [first, ...others] = rows;
  if (first === undefined && typeof more === 'boolean') return null;
  const box = make('div', { class: 'search-facet-rows' }, ...(first === undefined ? [] : [first]));
  if (typeof more !== 'boolean') box.append(more);
  else if (others.length > 0)
    box.append(
      make(
        'details',
        { class: 'search-more-facets', open: more ? '' : null },
        make('summary', {}, words.moreFacets),
        ...others,
      ),
    );
  return box;
}

function isField(name: keyof Facets): name is FieldFacet {
  return name.startsWith('field:');
}

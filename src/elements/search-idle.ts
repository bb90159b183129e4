/** What the search shows before anything is typed: recent queries, and the way to search without a network. */
import { searchWords } from '#words';
import { forgetRecentSearch, listRecentSearches } from './recent-searches.ts';
import { make, makeButton } from './search-dom.ts';

/** Opens the dialog that keeps the site, its search as well, on the device. */
export function makeKeep(): HTMLElement {
  const button = make(
    'button',
    { type: 'button', class: 'search-load', 'data-offline': '' },
    searchWords().keepOffline,
  );
  return make('p', { class: 'search-keep' }, button);
}

/** The recent queries, or null when there are none. `onChange` is told when some were forgotten. */
export function makeRecent(onSearch: (query: string) => void, onChange: () => void): HTMLElement | null {
  const recent = listRecentSearches();
  if (recent.length === 0) return null;
  const words = searchWords().recent;
  const forget = (query?: string): void => {
    forgetRecentSearch(query);
    onChange();
  };
  const items = recent.map((query) => {
    const button = makeButton('', 'search-forget', () => forget(query));
    button.setAttribute('aria-label', words.forget(query));
    return make(
      'li',
      {},
      makeButton(query, 'search-recent-query', () => onSearch(query)),
      button,
    );
  });
  return make(
    'section',
    { class: 'search-recent' },
    make('h2', {}, words.name),
    makeButton(words.clear, 'search-clear', () => forget()),
    make('ul', {}, ...items),
  );
}

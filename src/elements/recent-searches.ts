/** What was searched lately, kept in this browser only. Storage may be blocked: then nothing is kept. */

const key = 'atlas:recent-searches';
const lastKey = 'atlas:last-search';
const most = 8;

/** What was searched last in this tab, on any page of the site; empty where nothing was. */
export function readLastSearch(): string {
  try {
    return sessionStorage.getItem(lastKey) ?? '';
  } catch {
    return '';
  }
}

/** Remembers what is searched until the tab is closed. */
export function keepLastSearch(query: string): void {
  try {
    if (query.trim() === '') sessionStorage.removeItem(lastKey);
    else sessionStorage.setItem(lastKey, query.slice(0, 200));
  } catch {
    // Blocked or full: the next dialog opens empty.
  }
}

/** The latest searches, newest first. */
export function listRecentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((item): item is string => typeof item === 'string').slice(0, most)
      : [];
  } catch {
    return [];
  }
}

/** Puts a search first in the list. */
export function keepRecentSearch(query: string): void {
  const text = query.trim().slice(0, 100);
  if (text.length > 1) store([text, ...listRecentSearches().filter((item) => item !== text)].slice(0, most));
}

/** Forgets one search, or all of them. */
export function forgetRecentSearch(query?: string): void {
  store(query === undefined ? [] : listRecentSearches().filter((item) => item !== query));
}

function store(list: readonly string[]): void {
  try {
    if (list.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(list));
  } catch {
    // Blocked or full: searching works all the same.
  }
}

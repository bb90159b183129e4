import { readFragment } from './index-document.ts';
import type { Fragment, FoundPage } from './index-document.ts';
import type { MergedResult } from './merge-results.ts';

/** Returns a function that loads the page of a result, once; null where it cannot be had. */
export function createPageReader(): (result: Pick<MergedResult, 'id' | 'load'>) => Promise<FoundPage | null> {
  const pages = new Map<string, Promise<FoundPage | null>>();
  return (result) => {
    const known = pages.get(result.id);
    if (known !== undefined) return known;
    const page = result.load().then(
      (fragment) => readFragment(fragment as Fragment),
      () => {
        // Not remembered: the network may be back at the next try.
        pages.delete(result.id);
        return null;
      },
    );
    pages.set(result.id, page);
    return page;
  };
}

/** All sources by kind, on one page or, where that would be too heavy, with the notes that cite them on pages of their own. */
import { pagePath } from './address.ts';
import type { Library } from './library.ts';
import { groupBy } from './note-page.ts';
import type { Source } from './schema.ts';

/** Where the list of sources is. */
export const sourceIndexAddress = 'sources';

/** Of more sources and citations together than this, one page would be too heavy for a phone. */
const mostOnOnePage = 1200;

/** Of more sources than this, the list of all leaves what to beware of to the pages of the kinds. */
export const mostWithCautions = 600;

/** Sources by kind, the kind with most of them first. */
export function groupSources(sources: readonly Source[]): [string, Source[]][] {
  return groupBy(sources, ({ kind }) => kind).sort(([, one], [, other]) => other.length - one.length);
}

/** Whether every kind has a page of its own, which names the notes that cite a source. */
export function isSplitByKind({ sources, citedBy }: Pick<Library, 'sources' | 'citedBy'>): boolean {
  const citations = sources.reduce((sum, { id }) => sum + (citedBy.get(id)?.length ?? 0), 0);
  return sources.length + citations > mostOnOnePage;
}

/** Address of a kind's page. */
export function kindAddress(kind: string): string {
  return `${sourceIndexAddress}/${kind.replaceAll('/', '-')}`;
}

/** Path of a kind's page; of its place on the one page, with an anchor, where the list is not split. */
export function kindHref(kind: string, base: string, split: boolean): string {
  return split ? pagePath(base, kindAddress(kind)) : `#kind-${kind}`;
}

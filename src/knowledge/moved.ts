import type { MovedAnchor, Redirect } from '../sections/collect-anchors.ts';
import { pagePath } from './address.ts';
import type { Library } from './library.ts';

/** For one address: its former anchors and where they lead now. */
export function listMoved(
  address: string,
  moved: readonly MovedAnchor[],
  library: Pick<Library, 'byId'>,
  base: string,
): Record<string, string> {
  const targets: Record<string, string> = {};
  for (const { address: from, anchor, note, id } of moved) {
    const target = library.byId.get(note);
    if (from === address && target) targets[anchor] = pagePath(base, target.address, id ?? undefined);
  }
  return targets;
}

/** Former addresses that no page has now, each with the note that stands for it. */
export function listRedirects(
  redirects: readonly Redirect[],
  moved: readonly MovedAnchor[],
  library: Pick<Library, 'byId' | 'notes'>,
  base: string,
): { address: string; title: string; href: string; targets: Record<string, string> }[] {
  const taken = new Set(library.notes.map((note) => note.address));
  return redirects.flatMap(({ from, note, id }) => {
    const target = library.byId.get(note);
    if (!target || taken.has(from)) return [];
    taken.add(from);
    const href = pagePath(base, target.address, id ?? undefined);
    return [{ address: from, title: target.title, href, targets: listMoved(from, moved, library, base) }];
  });
}

/** A former address and the one place that it leads to, both as they stand in an address. */
export interface Redirected {
  from: string;
  to: string;
}

/**
 * The former addresses that a host itself may lead on: browsers keep the anchor that was asked for, so every anchor must
 * stand in the note's new page under its own name. The others have a page that knows where each anchor went.
 */
export function listPlainRedirects(former: ReturnType<typeof listRedirects>, base: string): Redirected[] {
  return former
    .filter(({ href, targets }) => {
      const [page = ''] = href.split('#');
      return Object.entries(targets).every(
        ([anchor, target]) => target === `${page}#${encodeURIComponent(anchor)}`,
      );
    })
    .map(({ address, href }) => ({ from: pagePath(base, address), to: href }));
}

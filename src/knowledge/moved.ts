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

import { findNearest } from './text.ts';

/** How many names of each kind are looked at. */
const mostNear = 10;

/**
 * Notes near to an address, best first: by a name exactly, by the whole address, by its last step, by title, by another
 * name or a former address.
 * @param notes address, title, other names
 */
export function findNearNotes(
  asked: string,
  notes: readonly (readonly [address: string, title: string, ...names: string[]])[],
): [string, string][] {
  const tail = (address: string) => address.split('/').at(-1) ?? address;
  const wanted = asked.normalize('NFC');
  const names = new Map<string, Set<string>>();
  const titles = new Map<string, string>();
  for (const [address, title, ...others] of notes) {
    titles.set(address, title);
    for (const name of [address, tail(address), title, ...others])
      names.set(name, (names.get(name) ?? new Set()).add(address));
  }
  // A step that is a name as it stands is meant, however near other addresses come.
  const exact = [wanted, tail(wanted)].filter((name) => names.has(name));
  const near = [wanted, tail(wanted)].flatMap((name) => findNearest(name, names.keys(), mostNear));
  // Half an address was copied, or the word stands inside a longer title.
  const part = tail(wanted);
  const holding = part.length > 1 ? [...names.keys()].filter((name) => name.includes(part)) : [];
  const addresses = new Set([...exact, ...near, ...holding].flatMap((name) => [...(names.get(name) ?? [])]));
  return [...addresses].map((address) => [address, titles.get(address) ?? address]);
}

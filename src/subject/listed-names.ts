/**
 * Names in lists: people write `- zone`, `- zone: { … }`, and, as other tools have it, `- name: zone` with what belongs
 * to it beside it.
 */

/** Keys that say the name of an item, unless they mean something else where it stands. */
export const nameKeys: readonly string[] = ['name', 'id', 'key', 'value', 'slug', 'type', 'word'];

/**
 * The key under which the items of a list say their names; undefined where each name is a key itself.
 * @param known keys that mean something else in such an item
 * @param isOneText a text alone may belong to a name: then `- name: Full name` alone is one
 */
export function nameKeyOf(
  list: readonly unknown[],
  known: readonly string[],
  isOneText: boolean,
): string | undefined {
  const maps = list.filter((item) => item instanceof Map) as Map<unknown, unknown>[];
  return nameKeys.find((key) => {
    if (known.includes(key)) return false;
    const saying = maps.filter((item) => isName(item.get(key)));
    return saying.length > 1 || (saying[0] !== undefined && (saying[0].size > 1 || !isOneText));
  });
}

/**
 * The name of an item; null where it says none.
 * @param known keys that such an item may have
 */
export function listedName(
  item: unknown,
  nameKey: string | undefined,
  known: readonly string[],
): string | null {
  if (!(item instanceof Map)) return isName(item) ? String(item) : null;
  const name: unknown = nameKey === undefined ? undefined : item.get(nameKey);
  if (isName(name)) return String(name);
  const [entry, ...others] = item as Map<unknown, unknown>;
  if (!entry || others.length > 0 || !isName(entry[0])) return null;
  const key = String(entry[0]);
  // Among items that say their names, `- label: x` has forgotten its own.
  return nameKey !== undefined && known.includes(key) && isName(entry[1]) ? null : key;
}

function isName(value: unknown): value is string | boolean {
  return typeof value === 'string' || typeof value === 'boolean';
}

/**
 * The classes that an author may put on a node (`:::risk`) in any subject; `diagram.css` defines each in both schemes.
 * A subject adds one for each of its collections.
 */
export const commonClasses: readonly string[] = ['risk', 'cost', 'good', 'warn', 'muted', 'note'];

/** The classes that a diagram's source puts on its nodes and does not define itself. */
export function readClassNames(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, list = ''] of code.matchAll(/:::\s*([\w-]+(?:,[\w-]+)*)/gu))
    for (const name of list.split(',')) names.add(name);
  for (const [, name = ''] of code.matchAll(
    /^[^\S\n]*class\s+[^\s{]+\s+([A-Za-z][\w-]*)[^\S\n]*;?[^\S\n]*$/gmu,
  ))
    names.add(name);
  for (const [, list = ''] of code.matchAll(/^[^\S\n]*classDef\s+([\w,-]+)/gmu))
    for (const name of list.split(',')) names.delete(name);
  names.delete('default');
  return names;
}

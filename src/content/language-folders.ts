/**
 * Folders that hold the notes of others in another language (`ko/guide.md` beside `guide.md` or `en/guide.md`): readers know
 * them by the language's own name, and not by its code. A folder called `cs`, `os` or `ml` without such notes is none.
 */
const code = /^[a-z]{2}(?:[-_](?:[a-z]{2}|han[st]))?$/iu;
const deepest = 2;

interface Counted {
  notes: number;
  /** Those that stand at the same place in another language. */
  twins: number;
}

/** @returns names by the address of the folder */
export function nameLanguageFolders(notes: readonly { address: string }[]): Map<string, string> {
  const addresses = new Set(notes.map(({ address }) => address));
  const siblings = new Map<string, Set<string>>();
  const places = notes.flatMap(({ address }) => {
    const steps = address.split('/');
    const depth = steps.slice(0, -1).findIndex((step, at) => at <= deepest && code.test(step));
    if (depth < 0) return [];
    const [above, own] = [steps.slice(0, depth).join('/'), steps[depth] ?? ''];
    const known = siblings.get(above);
    if (known) known.add(own);
    else siblings.set(above, new Set([own]));
    return [{ above, own, rest: steps.slice(depth + 1).join('/') }];
  });
  const counts = new Map<string, Counted>();
  for (const { above, own, rest } of places) {
    const folder = join(above, own);
    const count = counts.get(folder) ?? { notes: 0, twins: 0 };
    counts.set(folder, count);
    count.notes++;
    const others = ['', ...(siblings.get(above) ?? [])].filter((other) => other !== own);
    if (others.some((other) => addresses.has(join(above, other, rest)))) count.twins++;
  }
  const names = new Map<string, string>();
  for (const [folder, { notes, twins }] of counts) {
    const name = twins * 2 > notes ? nameLanguage(folder.split('/').at(-1) ?? '') : undefined;
    if (name !== undefined) names.set(folder, name);
  }
  return names;
}

function join(...steps: string[]): string {
  return steps.filter(Boolean).join('/');
}

function nameLanguage(written: string): string | undefined {
  const tag = written.replace('_', '-');
  const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag);
  return name === undefined ? undefined : name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/**
 * Notes that lie in a repository of GitHub often name each other, and their pictures, by their addresses there
 * (`https://github.com/kim/TIL/blob/main/Java/a.md`, `https://raw.githubusercontent.com/kim/TIL/main/img/a.png`). Which
 * repository is theirs nobody says: it is the one of which the named files are here.
 */
import { decodeAddress } from './decode-address.ts';

export interface OwnRepository {
  /** `kim/til`, in lower case. */
  name: string;
  /** The folder of the repository that was read, with a stroke at its end; empty for all of it. */
  folder: string;
}

const address =
  /https?:\/\/(?:(?:www\.)?github\.com\/([\w.-]+\/[\w.-]+)\/(?:blob|raw|tree)|raw\.githubusercontent\.com\/([\w.-]+\/[\w.-]+)(?:\/refs\/heads)?)\/[^/\s()"'<>]+\/([^\s()"'<>?#]+)(?:\?[^\s()"'<>#]*)?(#[^\s()"'<>]*)?/u;

/** So many files that are named are here: fewer may be here by chance. */
const leastFiles = 3;
/** The folder that was read lies no deeper in its repository. */
const deepest = 3;

/** The repository whose files the notes are; null where their texts do not tell. */
export function findOwnRepository(
  texts: Iterable<string>,
  isHere: (path: string) => boolean,
): OwnRepository | null {
  const found = new Map<string, Set<string>>();
  const named = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, path: string) =>
    map.get(key)?.add(path) ?? map.set(key, new Set([path]));
  for (const text of texts) {
    if (!text.includes('github')) continue;
    for (const [, page, raw, written = ''] of text.matchAll(new RegExp(address, 'gu'))) {
      const name = (page ?? raw ?? '').toLowerCase();
      const path = decodeAddress(written);
      add(named, name, path);
      const steps = path.split('/');
      // A name at the top (`README.md`) is one that every repository has.
      for (let depth = 0; depth < Math.min(deepest, steps.length - 1); depth++)
        if (isHere(steps.slice(depth).join('/')))
          add(
            found,
            `${name}\n${steps
              .slice(0, depth)
              .map((step) => `${step}/`)
              .join('')}`,
            path,
          );
    }
  }
  const [best] = [...found].sort(([, a], [, b]) => b.size - a.size);
  const [name = '', folder = ''] = best?.[0].split('\n') ?? [];
  const count = best?.[1].size ?? 0;
  return count >= leastFiles && count * 2 > (named.get(name)?.size ?? 0) ? { name, folder } : null;
}

/** The file that an address in that repository means, by its path from the folder's top; null for other addresses. */
export function readOwnAddress(
  url: string,
  { name, folder }: OwnRepository,
): { path: string; hash: string } | null {
  const [, page, raw, written = '', hash = ''] = new RegExp(`^${address.source}$`, 'u').exec(url) ?? [];
  const path = decodeAddress(written);
  if ((page ?? raw ?? '').toLowerCase() !== name || !path.startsWith(folder)) return null;
  return { path: path.slice(folder.length), hash };
}

/**
 * Files that the page fetches for the worker while the worker's own script is still on its way, and how they are handed
 * over. The worker waits for what it was told to expect, and takes everything else from the network.
 */

/**
 * Files whose names are known before anything is loaded. Written out, as every page has this list: what it imported would
 * be one request more.
 */
export const handedFiles = ['search-data/start.txt', 'search-data/index.pf_meta'] as const;

/** The worker's name where a kept copy of the site answers for the network. */
export const keptName = 'kept';

/** A file by its address; without `buffer` it is only announced, with null it could not be had. */
export interface HandedFile {
  expect: string;
  buffer?: ArrayBuffer | null;
}

/** Keeps what is handed over until it is asked for, each file once. */
export function createHandover(): Handover {
  const files = new Map<
    string,
    { file: Promise<ArrayBuffer | null>; give: (buffer: ArrayBuffer | null) => void }
  >();
  const expect = (url: string) => {
    const known = files.get(url);
    if (known !== undefined) return known;
    let give: (buffer: ArrayBuffer | null) => void = () => undefined;
    const file = new Promise<ArrayBuffer | null>((resolve) => (give = resolve));
    const entry = { file, give };
    files.set(url, entry);
    return entry;
  };
  return {
    receive: ({ expect: url, buffer }) => {
      const entry = expect(url);
      if (buffer !== undefined) entry.give(buffer);
    },
    take: async (address) => {
      // Pagefind asks past caches.
      const url = address.replace(/\?.*$/su, '');
      const buffer = (await files.get(url)?.file) ?? null;
      files.delete(url);
      return buffer;
    },
  };
}

export interface Handover {
  receive: (file: HandedFile) => void;
  /** The file, once, whatever is asked behind its address; null where it was never expected, was taken already, or could not be had. */
  take: (url: string) => Promise<ArrayBuffer | null>;
}

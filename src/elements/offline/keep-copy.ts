/**
 * Brings the whole site onto the device, keeps it like the site, and takes it away again. Pages do the work: the
 * service worker only answers from what is complete, and there is none before the first copy is.
 */
import {
  type CopyFile,
  type CopyList,
  type KeptCopy,
  copyAddress,
  copyNames,
  hashLength,
  listFile,
  readPart,
  workerFile,
} from '../../knowledge/offline-copy.ts';
import { getSiteRoot } from '../../search/search-client.ts';
import { writeStored } from '../stored.ts';

/** Why there is no copy: no secure address, storage refused, no room, no network, no list, files unlike the list. */
export type CopyFault = 'insecure' | 'blocked' | 'full' | 'offline' | 'unlisted' | 'unlike';

export class CopyTrouble extends Error {
  readonly fault: CopyFault;

  constructor(fault: CopyFault) {
    super(fault);
    this.name = 'CopyTrouble';
    this.fault = fault;
  }
}

/** Bytes that are on the device, of all that are wanted. */
export interface CopyProgress {
  done: number;
  all: number;
}

/** What is stored of a reader's wish: `site`, or `all` with the pictures for other sites. */
export const copyWish = 'offline';
/** Requests at one time; more only wait in the browser. */
const lanes = 6;
/** A build that changes while it is fetched is fetched anew, this often. */
const mostTries = 3;
const root = getSiteRoot();
const cacheName = copyNames.cache + root;

/** What the newest build of the site holds. */
export async function readList(): Promise<CopyList> {
  const response = await fetchPast(listFile, String(Date.now()));
  if (!response.ok) throw new CopyTrouble('unlisted');
  return (await response.json().catch(() => {
    throw new CopyTrouble('unlisted');
  })) as CopyList;
}

/** Bytes and files of a list, with or without the pictures for other sites. */
export function measureList(list: CopyList, hasExtras: boolean): { bytes: number; count: number } {
  const parts = list.parts.filter(({ isExtra }) => hasExtras || !isExtra);
  return {
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    count: parts.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The copy in use; null where there is none. */
export async function readKept(): Promise<KeptCopy | null> {
  const storage = openStorage();
  try {
    if (!(await storage.has(cacheName))) return null;
    const found = await (await storage.open(cacheName)).match(root + copyNames.record);
    return found ? ((await found.json()) as KeptCopy) : null;
  } catch {
    throw new CopyTrouble('blocked');
  }
}

/**
 * Makes a copy of the newest build, or brings the one there is up to it: what has not changed is not fetched again, and
 * what a broken try brought is used. Until all is there the copy in use stays as it is; then the new one takes its
 * place at once. Throws a `CopyTrouble`, or what `signal` was aborted with.
 */
export async function keepCopy(
  hasExtras: boolean,
  tell: (progress: CopyProgress) => void,
  signal?: AbortSignal,
): Promise<KeptCopy> {
  const storage = openStorage();
  writeStored(copyWish, hasExtras ? 'all' : 'site');
  // The browser may otherwise clear it away when another site needs room.
  await navigator.storage?.persist?.().catch(() => false);
  for (let tries = 1; ; tries++) {
    const list = await readList();
    try {
      return await fetchCopy(storage, list, hasExtras, tell, signal);
    } catch (error) {
      const isUnlike = error instanceof CopyTrouble && error.fault === 'unlike';
      if (!isUnlike || tries === mostTries || (await readList()).version === list.version) throw error;
    }
  }
}

/** Takes the copy away, with all that was begun. Resolves to the bytes that the copy had. */
export async function removeCopy(): Promise<number> {
  writeStored(copyWish, null);
  const kept = await readKept();
  const registration = await findRegistration();
  await registration?.unregister();
  await openStorage().delete(cacheName);
  return kept?.bytes ?? 0;
}

async function fetchCopy(
  storage: CacheStorage,
  list: CopyList,
  hasExtras: boolean,
  tell: (progress: CopyProgress) => void,
  signal?: AbortSignal,
): Promise<KeptCopy> {
  const files = await readFiles(list, hasExtras);
  const cache = await storage.open(cacheName).catch(() => {
    throw new CopyTrouble('blocked');
  });
  const stored = new Set((await cache.keys()).map(({ url }) => url));
  const progress: CopyProgress = { done: 0, all: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  const missing: CopyFile[] = [];
  for (const file of files) {
    if (stored.has(placeOf(file))) progress.done += file.bytes;
    else missing.push(file);
  }
  await expectRoom(progress.all - progress.done);
  tell(progress);
  let failed = false;
  const work = async () => {
    for (let file = missing.pop(); file && !failed; file = missing.pop()) {
      signal?.throwIfAborted();
      await bringFile(cache, file, signal).catch((error: unknown) => {
        failed = true;
        throw error;
      });
      progress.done += file.bytes;
      tell(progress);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  const kept = await readKept();
  const copy = describeCopy(list, files, hasExtras, progress.all, kept);
  await store(cache, root + copyNames.next, Response.json(copy));
  await switchCopy();
  await sweep(cache, copy);
  return copy;
}

/** The files of a list. Its parts are named by what is in them, so those of another build are simply not there. */
async function readFiles(list: CopyList, hasExtras: boolean): Promise<CopyFile[]> {
  const wanted = list.parts.filter(({ isExtra }) => hasExtras || !isExtra);
  const parts = await Promise.all(
    wanted.map(async ({ file }) => {
      const response = await fetchPast(file, list.version);
      if (!response.ok) throw new CopyTrouble('unlike');
      return readPart(await response.text());
    }),
  );
  return parts.flat();
}

function describeCopy(
  { version }: CopyList,
  files: readonly CopyFile[],
  hasExtras: boolean,
  bytes: number,
  old: KeptCopy | null,
): KeptCopy {
  const hashes = Object.fromEntries(files.map(({ path, hash }) => [path, hash]));
  const copy = { version, bytes, hasExtras, kept: new Date().toISOString(), files: hashes };
  if (!old || old.version === version) return copy;
  const changed = Object.entries(old.files).filter(([path, hash]) => hashes[path] !== hash);
  return { ...copy, before: { files: Object.fromEntries(changed), clients: [] } };
}

async function bringFile(cache: Cache, file: CopyFile, signal?: AbortSignal): Promise<void> {
  const response = await fetchPast(copyAddress(file.path), file.hash, signal);
  const body = response.ok ? await response.arrayBuffer().catch(() => null) : null;
  signal?.throwIfAborted();
  if (!body || (await hashBytes(body)) !== file.hash) throw new CopyTrouble('unlike');
  const headers = new Headers(response.headers);
  // They tell of the way here, not of the file.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'vary', 'date'])
    headers.delete(name);
  await store(cache, placeOf(file), new Response(body, { headers }));
}

/** A file from the network, past the copy. */
async function fetchPast(address: string, hash: string, signal?: AbortSignal): Promise<Response> {
  const url = `${root}${address}?${copyNames.mark}=${hash}`;
  return fetch(url, { cache: 'no-store', signal: signal ?? null }).catch((error: unknown) => {
    throw signal?.aborted ? error : new CopyTrouble('offline');
  });
}

async function store(cache: Cache, url: string, response: Response): Promise<void> {
  await cache.put(url, response).catch((error: unknown) => {
    throw new CopyTrouble(
      error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked',
    );
  });
}

/** The address of a file in the cache. */
function placeOf({ path, hash }: Pick<CopyFile, 'path' | 'hash'>): string {
  return `${root}${path.split('/').map(encodeURIComponent).join('/')}?${copyNames.mark}=${hash}`;
}

async function hashBytes(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const text = btoa(String.fromCharCode(...digest.slice(0, (hashLength * 3) / 4)));
  return text.replaceAll('+', '-').replaceAll('/', '_');
}

async function expectRoom(bytes: number): Promise<void> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  if (quota !== undefined && usage !== undefined && quota - usage < bytes) throw new CopyTrouble('full');
}

/** Has the service worker, started where there is none, take the complete copy for the one in use. */
async function switchCopy(): Promise<void> {
  const registration = await navigator.serviceWorker
    .register(root + workerFile, { scope: root, updateViaCache: 'none' })
    .catch(() => {
      throw new CopyTrouble('blocked');
    });
  const worker = await becomeActive(registration);
  const { port1, port2 } = new MessageChannel();
  const isDone = await new Promise((resolve) => {
    setTimeout(resolve, patience);
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage('replace', [port2]);
  });
  if (isDone !== true) throw new CopyTrouble('blocked');
}

/** Milliseconds to wait for the service worker. */
const patience = 20_000;

async function becomeActive(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const coming = registration.installing ?? registration.waiting;
  if (!coming && registration.active) return registration.active;
  await new Promise((resolve) => {
    setTimeout(resolve, patience);
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'activated' || coming.state === 'redundant') resolve(null);
    });
  });
  if (!registration.active) throw new CopyTrouble('blocked');
  return registration.active;
}

/** Deletes what neither the copy nor the one before it needs. */
async function sweep(cache: Cache, { files, before }: KeptCopy): Promise<void> {
  const needed = new Set(
    [files, before?.files ?? {}]
      .flatMap((hashes) => Object.entries(hashes))
      .map(([path, hash]) => placeOf({ path, hash })),
  );
  needed.add(root + copyNames.record);
  for (const request of await cache.keys()) if (!needed.has(request.url)) await cache.delete(request);
}

/** The registration of this very site, not of one above it on the same host. */
async function findRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker.getRegistration(root).catch(() => undefined);
  return found?.scope === root ? found : undefined;
}

function openStorage(): CacheStorage {
  if (!isSecureContext) throw new CopyTrouble('insecure');
  if (!('caches' in window) || !('serviceWorker' in navigator)) throw new CopyTrouble('blocked');
  return caches;
}

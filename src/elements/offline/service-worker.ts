/**
 * The service worker of a kept copy, the whole of it: the build takes the types away and puts `copyNames` before it. It
 * is registered only by a reader who asks for a copy. It fetches nothing by itself: pages bring files into the cache,
 * it answers from there. A page that was open when the copy was replaced goes on getting the files of its own build.
 */
import type { copyNames as Names, KeptCopy } from '../../knowledge/offline-copy.ts';

declare const copyNames: typeof Names;

interface ServiceWorkerScope {
  registration: { scope: string };
  clients: { claim(): Promise<void>; matchAll(options: object): Promise<{ id: string }[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'message', listener: (event: LastingEvent & MessageEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}
interface LastingEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent {
  request: Request;
  clientId: string;
  resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}

const scope = self as unknown as ServiceWorkerScope;
const root = scope.registration.scope;
const notFound = '404.html';

/** The copy in use; read once in the life of this process. */
let opened: Promise<KeptCopy | null> | undefined;
/** Pages that the copy does not hold, so that they came by the network: all that they ask for comes that way. */
const fromNetwork = new Set<string>();

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
// A copy is complete: from now on it is the one in use.
scope.addEventListener('message', (event) => {
  event.waitUntil(
    replaceCopy().then(
      () => event.ports[0]?.postMessage(true),
      () => event.ports[0]?.postMessage(false),
    ),
  );
});
scope.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || !url.startsWith(root) || new URL(url).searchParams.has(copyNames.mark)) return;
  event.respondWith(answer(event));
});

async function answer(event: FetchEvent): Promise<Response> {
  const { request, clientId, resultingClientId } = event;
  const copy = await (opened ??= readCopy(copyNames.record));
  const isPage = request.mode === 'navigate';
  if (!copy || (!isPage && fromNetwork.has(clientId))) return fetch(request);
  const isOld = !isPage && copy.before?.clients.includes(clientId);
  // Who starts a worker gives it its own build.
  if (isOld && resultingClientId) copy.before?.clients.push(resultingClientId);
  const before = copy.before?.files ?? {};
  // A module of the build before may still be asked for by a page that nobody counted.
  const files = isOld ? [before, copy.files] : [copy.files, before];
  const path = readPath(request.url);
  const kept =
    (await readFile(files, path)) ??
    (findHash(files, `${path}/index.html`)
      ? Response.redirect(`${root}${encodePath(path)}/${new URL(request.url).search}`, 302)
      : null);
  if (kept) return cutRange(kept, request.headers.get('range'));
  try {
    const response = await fetch(request);
    if (isPage && resultingClientId) fromNetwork.add(resultingClientId);
    return response;
  } catch (error) {
    const page = isPage ? await readFile(files, notFound) : null;
    if (!page) throw error;
    return new Response(page.body, { status: 404, headers: page.headers });
  }
}

type Files = readonly Readonly<Record<string, string>>[];

function findHash(files: Files, path: string): string | undefined {
  return files.find((hashes) => Object.hasOwn(hashes, path))?.[path];
}

async function readFile(files: Files, path: string): Promise<Response | null> {
  const hash = findHash(files, path);
  // Open pages ask this worker on when the copy was removed: to open its cache would make an empty one.
  if (hash === undefined || !(await caches.has(copyNames.cache + root))) return null;
  const cache = await caches.open(copyNames.cache + root);
  return (await cache.match(`${root}${encodePath(path)}?${copyNames.mark}=${hash}`)) ?? null;
}

/** The path of a file from the root; a folder's is that of its page. */
function readPath(url: string): string {
  const path = new URL(url).href.slice(root.length).replace(/[?#].*$/su, '');
  try {
    const decoded = decodeURIComponent(path).normalize('NFC');
    return decoded === '' || decoded.endsWith('/') ? `${decoded}index.html` : decoded;
  } catch {
    return path;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Players ask for parts of films, and some refuse an answer that is the whole. */
async function cutRange(response: Response, range: string | null): Promise<Response> {
  const asked = /^bytes=(\d+)-(\d*)$/u.exec(range ?? '');
  if (!asked) return response;
  const body = await response.blob();
  const from = Number(asked[1]);
  const end = Math.min(asked[2] ? Number(asked[2]) + 1 : body.size, body.size);
  const headers = new Headers(response.headers);
  headers.set('content-range', from < end ? `bytes ${from}-${end - 1}/${body.size}` : `bytes */${body.size}`);
  return from < end
    ? new Response(body.slice(from, end), { status: 206, headers })
    : new Response(null, { status: 416, headers });
}

async function readCopy(name: string): Promise<KeptCopy | null> {
  if (!(await caches.has(copyNames.cache + root))) return null;
  const cache = await caches.open(copyNames.cache + root);
  const found = await cache.match(root + name);
  return found ? ((await found.json()) as KeptCopy) : null;
}

/** Puts the complete copy in place of the one in use, at once; open pages keep what differed. */
async function replaceCopy(): Promise<void> {
  const next = await readCopy(copyNames.next);
  if (next) {
    const open = await scope.clients.matchAll({ type: 'all' });
    if (next.before) next.before.clients = open.map(({ id }) => id);
    const cache = await caches.open(copyNames.cache + root);
    await cache.put(root + copyNames.record, Response.json(next));
    await cache.delete(root + copyNames.next);
  }
  opened = undefined;
}

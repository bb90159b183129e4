/** Addresses of everything on the site. `base` is `/` or `/atlas/`; results are percent-encoded, ready for `href`. */

/** A page's path: `stack/rag` → `/atlas/stack/rag/`, with `#anchor` when given. */
export function pagePath(base: string, address: string, anchor?: string): string {
  const path = address ? `${encodePath(address)}/` : '';
  return `${base}${path}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
}

/** The same with the origin in front: what a reader copies. */
export function pageUrl(origin: string, base: string, address: string, anchor?: string): string {
  return origin + pagePath(base, address, anchor);
}

/** A file at the site's root: `feed.xml`. */
export function filePath(base: string, file: string): string {
  return base + encodePath(file);
}

/** Each step of a path encoded, slashes kept. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** What a reader chose, kept by the browser. Storage may be blocked, full or hold anything: then nothing is known. */

/** The stored value, or null where there is none or storage cannot be read. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(`atlas:${key}`);
  } catch {
    return null;
  }
}

/** Keeps a value; null forgets it. False where the browser does not: the choice then lasts as long as the page. */
export function writeStored(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(`atlas:${key}`);
    else localStorage.setItem(`atlas:${key}`, value);
    return true;
  } catch {
    return false;
  }
}

/** What a reader has learned. Sites that share a host share its store, so one below a path has a key of its own. */
export function deckKey(): string {
  const base = document.documentElement.dataset['base'] ?? '/';
  return base === '/' ? 'deck' : `deck:${base}`;
}

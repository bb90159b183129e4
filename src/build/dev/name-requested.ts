/** What the path of a request asks for: a path in the site, NFC, as it is written in addresses of notes. */
export function nameRequested(path: string, base: string): string {
  const name = path.startsWith(base) ? path.slice(base.length) : path.slice(1);
  try {
    return decodeURIComponent(name).normalize('NFC');
  } catch {
    return name;
  }
}

/**
 * File names may hold `#`, `?` and `%`, which Astro's routes cannot. While Astro works, these characters are written
 * as others from Unicode's private area; the built folders then get their true names, and links are percent-encoded.
 */
const standIns: [string, string][] = [
  ['#', '\ue023'],
  ['?', '\ue03f'],
  ['%', '\ue025'],
];

/** An address as a route parameter. */
export function toRoute(address: string): string {
  return standIns.reduce((route, [real, standIn]) => route.replaceAll(real, standIn), address);
}

/** The name that a built folder should have. */
export function fromRoute(route: string): string {
  return standIns.reduce((name, [real, standIn]) => name.replaceAll(standIn, real), route);
}

/**
 * The path of a request as Astro's development server looks it up: characters that need no encoding in a path are
 * written as they are, and those that routes cannot hold by their stand-ins. A path that cannot be read stays.
 */
export function toRoutePath(path: string): string {
  try {
    return path
      .split('/')
      .map((part) => encodeURI(toRoute(decodeURIComponent(part))))
      .join('/');
  } catch {
    return path;
  }
}

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

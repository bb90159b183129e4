import type { Plugin } from 'vite';

/**
 * Leaves out of the search's script the list of what it loads itself: its worker does that, and only a browser without
 * workers waits a round trip more. Every reader would carry the list (0.2 kB). Astro hands the client's `modulePreload`
 * on from plugins only.
 */
export function sparePreloads(): Plugin {
  return {
    name: 'atlas:spare-preloads',
    configEnvironment: (name) =>
      name === 'client'
        ? {
            build: {
              modulePreload: {
                resolveDependencies: (_, parts, { hostId }) =>
                  hostId.includes('search-client') ? [] : parts,
              },
            },
          }
        : null,
  };
}

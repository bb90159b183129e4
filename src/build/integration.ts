import type { AstroIntegration } from 'astro';

/** What the atlas adds to Astro's build and dev server. */
export function atlas(): AstroIntegration {
  return { name: 'atlas', hooks: {} };
}

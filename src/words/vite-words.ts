import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { language } from './words.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Gives browser bundles the site's one language, where everything else reads `words.ts`. */
export function wordsForBrowsers(): Plugin {
  return {
    name: 'atlas-words',
    enforce: 'pre',
    resolveId(id) {
      if (this.environment.name !== 'client') return null;
      if (id === '#words') return here('words-in-browser.ts');
      if (id === '#language') return here(`${language()}.ts`);
      return null;
    },
  };
}

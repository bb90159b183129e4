import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { language } from './words.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const wordImport = /import\s*\{([^{}]*)\}\s*from\s*['"]#words['"];?/g;

/**
 * Gives browser bundles the site's one language, where everything else reads `words.ts`, and each script only the areas
 * that it asks for: an import of `readingWords` becomes one of a module that holds nothing but that area.
 */
export function wordsForBrowsers(): Plugin {
  return {
    name: 'atlas-words',
    enforce: 'pre',
    transform(code) {
      if (this.environment.name !== 'client' || !code.includes('#words')) return null;
      const file = here(`${language()}.ts`);
      return code.replace(wordImport, (_, names: string) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean)
          .map(
            (name) => `import { ${name} } from '${file}?area=${/^\w+?(?=Words\b)/.exec(name)?.[0] ?? name}';`,
          )
          .join(' '),
      );
    },
    resolveId(id) {
      return /\?area=\w+$/.test(id) ? id : null;
    },
    async load(id) {
      const [, file, area] = /^(.+)\?area=(\w+)$/.exec(id) ?? [];
      return file && area ? readArea(await readFile(file, 'utf8'), area) : null;
    },
  };
}

/** One area of a language file as a module of its own, with those of the file's imports that it needs. */
export function readArea(source: string, area: string): string {
  const found = new RegExp(`^export const ${area}\\b[^=]*= (\\{(?:\\};$|[\\s\\S]*?^\\};$))`, 'm').exec(
    source,
  )?.[1];
  if (found === undefined) throw new Error(`no words for ${area}`);
  const imports = (source.match(/^import \{.*$/gm) ?? []).filter(
    (line) => /\{\s*(\w+)/.test(line) && found.includes(/\{\s*(\w+)/.exec(line)?.[1] ?? ''),
  );
  return [...imports, `const ${area} = ${found}`, `export const ${area}Words = () => ${area};`].join('\n');
}

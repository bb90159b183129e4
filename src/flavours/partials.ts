/**
 * `import Intro from './_intro.mdx'` and `<Intro />` (Docusaurus, Astro): the imported text stands where its name does, as
 * part of this note, with its headings. What the text needs as properties is code, and is not filled in.
 */
import type { Parent, Root, RootContent } from 'mdast';
import { problemsWords } from '#words';
import { fromRoot, inlineReferences } from './embeds.ts';
import { type Flavour, report } from './flavour.ts';
import { createRangeTest } from '../markdown/text-places.ts';
import { SKIP, visit } from '../markdown/visit.ts';
import { listCode } from './template-code.ts';

/** A use of an imported text, as `markdown/read-mdx.ts` leaves it. */
export interface PartialUse {
  type: 'partial';
  /** As the import says it. */
  url: string;
  children: RootContent[];
  position?: RootContent['position'];
}

const importPattern = /^[^\S\n]*import\s+([A-Z]\w*)\s+from\s+(['"])([^'"\n]+\.mdx?)\2[^\S\n]*;?[^\S\n]*$/gmu;

/** Texts that a piece of MDX imports, by the name that it gives them. */
export function listPartials(code: string): Map<string, string> {
  const unescape = (text: string) => text.replace(/\\(.)/gu, '$1');
  return new Map(
    [...code.matchAll(importPattern)].map((match) => [match[1] ?? '', unescape(match[3] ?? '')]),
  );
}

/** A text of MDX, with the imports below it that its tool adds to every page, as far as it uses their names. */
export function addSharedImports(body: string, shared: Readonly<Record<string, string>> = {}): string {
  const used = new Set(Array.from(body.matchAll(/<([A-Z]\w*)/gu), ([, name = '']) => name));
  const own = new Set(
    Array.from(
      body.matchAll(/^[^\S\n]*(?:import|export)\s[^;\n]*/gmu),
      ([line]) => line.match(/[A-Z]\w*/gu) ?? [],
    ).flat(),
  );
  const needed = Object.entries(shared).filter(([name]) => used.has(name) && !own.has(name));
  if (!needed.length) return body;
  const lines = needed.map(([name, url]) => `import ${name} from ${JSON.stringify(url)};`);
  const whole = `${body.trimEnd()}\n\n${lines.join('\n')}\n`;
  // Below a fence that nothing closes they would be code.
  return createRangeTest(listCode(whole))(whole.length - 2) ? body : whole;
}

/** What is left of imports when those of texts and of components that are known by name are read. */
export function dropKnownImports(code: string): string {
  return code
    .replace(importPattern, '')
    .replace(
      /^[^\S\n]*import\s+[^;'"]+\s+from\s+(['"])(?:@theme\/[^'"\n]+|@astrojs\/starlight\/components)\1\s*;?\s*$/gmu,
      '',
    )
    .trim();
}

export const partials: Flavour = {
  adapt(tree, context) {
    visit(tree, (node, index, parent) => {
      if ((node.type as string) !== 'partial' || !parent || index === undefined) return undefined;
      const use = node as unknown as PartialUse;
      const found = context.include?.(use.url, context) ?? null;
      if (!found) report(tree, node, problemsWords().embeds.noPartial(use.url));
      const nodes = found ? placePartial(found.tree, found.path, use) : use.children;
      (parent as Parent).children.splice(index, 1, ...(nodes as never[]));
      return [SKIP, index + nodes.length];
    });
  },
};

/** The nodes of an imported text, at the place of its use. */
export function placePartial(
  tree: Root,
  path: string,
  { position }: Pick<PartialUse, 'position'>,
): RootContent[] {
  inlineReferences(tree);
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'image') node.url = fromRoot(node.url, path);
    if (position) node.position = position;
  });
  return tree.children;
}

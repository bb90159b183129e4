import { adaptFlavours } from '../flavours/index.ts';
import type { Root } from 'mdast';
import type { FlavourContext } from '../flavours/flavour.ts';
import { toNfc } from '../knowledge/text.ts';
import { findWikiFile, indexWiki, splitWikiTarget, type WikiFiles } from '../knowledge/wiki-index.ts';
import { type Partials, partialPaths, snippetPath } from './read-partials.ts';
import { parseMarkdown } from '../markdown/parse-note.ts';

/** Lets notes include the texts that they import. */
export function openPartials(texts: Partials): NonNullable<FlavourContext['include']> {
  return (url, from, format = 'mdx') => {
    const path = [...partialPaths(url, from.path), snippetPath(url)].find((candidate) =>
      texts.has(candidate),
    );
    const chain = from.chain ?? [];
    if (path === undefined || chain.includes(path) || chain.length > 8) return null;
    const source = texts.get(path) ?? '';
    const isPlain = /\.(?:qmd|rmd|markdown)$/iu.test(path) || (format === 'md' && !/\.mdx$/iu.test(path));
    const tree = parseMarkdown(source, isPlain ? 'md' : 'mdx');
    // What comes from outside the folder speaks of files as the note does that puts it in.
    const isOutside = path === snippetPath(url);
    const base = isOutside ? from.path : path;
    adaptFlavours(tree, { ...from, path: base, source, chain: [...chain, from.path, path] });
    return { path: base, tree };
  };
}

/**
 * Lets notes embed each other: opens what an address means, as its own flavours read it. Nothing of a note that is kept
 * back or unlisted comes out.
 * @param runs MDX is code here, as in the project's own notes
 */
export function openNotes(files: WikiFiles, runs: boolean): NonNullable<FlavourContext['open']> {
  const index = indexWiki(files);
  const parse = rememberTrees((body, format) => parseMarkdown(body, format, { runs }));
  return (url, from) => {
    const isWiki = url.startsWith('wiki:');
    const target = decode(isWiki ? url.slice('wiki:'.length) : url);
    const { name, anchor } = isWiki ? splitWikiTarget(target) : splitUrl(target);
    const wanted = name ? (isWiki || name.startsWith('/') ? name : `./${name}`) : `/${from.path}`;
    const file = findWikiFile(wanted, from.path, index);
    const found = file ?? (isWiki ? null : findWikiFile(name, from.path, index));
    if (!found || found.kind === 'asset') return null;
    if (found.kind !== 'note') return { kind: 'apart' };
    const { body, format, path } = found.note;
    const read = () => {
      try {
        const tree = parse(body, format);
        const chain = [...(from.chain ?? []), from.path];
        adaptFlavours(tree, { ...from, path, source: body, chain });
        return tree;
      } catch {
        // Its own check says what is wrong with it.
        return null;
      }
    };
    return { kind: 'note', path, length: body.length, read, ...(anchor ? { anchor } : {}) };
  };
}

/** As many notes as embed each other, or are embedded part by part. */
const mostRemembered = 20;

/** Parses the same text once for many embeds of it: a copy of a tree costs a tenth of its reading. */
function rememberTrees(parse: (body: string, format: 'md' | 'mdx') => Root): typeof parse {
  const trees = new Map<string, Root>();
  return (body, format) => {
    const key = `${format}\n${body}`;
    const tree = trees.get(key) ?? parse(body, format);
    trees.delete(key);
    trees.set(key, tree);
    const [oldest] = trees.keys();
    if (trees.size > mostRemembered && oldest !== undefined) trees.delete(oldest);
    return structuredClone(tree);
  };
}

function splitUrl(url: string): { name: string; anchor?: string } {
  const [name = '', ...rest] = url.split('#');
  const anchor = rest.join('#');
  return { name, ...(anchor ? { anchor } : {}) };
}

function decode(text: string): string {
  try {
    return toNfc(decodeURIComponent(text));
  } catch {
    return toNfc(text);
  }
}

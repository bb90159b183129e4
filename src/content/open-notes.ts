import { inlineReferences, mayEmbed, mayHoldParts } from '../flavours/embeds.ts';
import { adaptFlavours, putInOthers, readOwnMarks } from '../flavours/index.ts';
import type { Root } from 'mdast';
import type { FlavourContext, OpenedNote } from '../flavours/flavour.ts';
import type { Note } from '../knowledge/note.ts';
import { toNfc } from '../knowledge/text.ts';
import { findWikiFile, indexWiki, splitWikiTarget, type WikiFiles } from '../knowledge/wiki-index.ts';
import { type Partials, partialPaths, snippetPath } from './read-partials.ts';
import { parseMarkdown } from '../markdown/parse-note.ts';
import { visit } from '../markdown/visit.ts';
import { shareEmbeds } from './share-embeds.ts';

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
  const recallNote = rememberNotes((body, format) => parseMarkdown(body, format, { runs }));
  const find = (url: string, fromPath: string) => {
    const isWiki = url.startsWith('wiki:');
    const target = decode(isWiki ? url.slice('wiki:'.length) : url);
    const { name, anchor } = isWiki ? splitWikiTarget(target) : splitUrl(target);
    const wanted = name ? (isWiki || name.startsWith('/') ? name : `./${name}`) : `/${fromPath}`;
    const file = findWikiFile(wanted, fromPath, index);
    return { file: file ?? (isWiki ? null : findWikiFile(name, fromPath, index)), anchor };
  };
  let room: number | undefined;
  const findRoom = () =>
    shareEmbeds(files.notes, (url, from) => {
      const { file } = find(url, from);
      return file?.kind === 'note' ? file.note : null;
    });
  return (url, from) => {
    const { file: found, anchor } = find(url, from.path);
    if (!found || found.kind === 'asset') return null;
    if (found.kind !== 'note') return { kind: 'apart' };
    const { body, path } = found.note;
    const read = (most: number): ReturnType<OpenedNote['read']> => {
      if (anchor === undefined && body.length > longestWhole) return 'tooMuch';
      try {
        const known = recallNote(found.note);
        const { nodes, isOfItsOwn } = known;
        // Read anew, all that it embeds is looked up and copied.
        const cost = isOfItsOwn ? 0 : nodes * costOfReading;
        if ((isOfItsOwn && anchor === undefined ? nodes : cost) > most) return 'tooMuch';
        if (known.shared) return { tree: known.shared, isShared: true };
        const context = { ...from, path, source: body, chain: [...(from.chain ?? []), from.path] };
        if (!known.isRead && !mayHoldParts(body)) {
          readOwnMarks(known.tree, context);
          known.isRead = true;
        }
        const tree = structuredClone(known.tree);
        if (known.isRead) putInOthers(tree, context);
        else adaptFlavours(tree, context);
        inlineReferences(tree);
        if (!isOfItsOwn) return { tree, isShared: false, cost };
        known.shared = tree;
        return { tree, isShared: true };
      } catch {
        // Its own check says what is wrong with it.
        return null;
      }
    };
    room ??= findRoom();
    return { kind: 'note', path, room, read, ...(anchor ? { anchor } : {}) };
  };
}

/** As many notes as embed each other, or are embedded part by part. */
const mostRemembered = 20;
/** Of short notes, many more. */
const mostNodes = 200_000;

/** Letters of a note that is embedded as a whole: nobody reads more in another. */
const longestWhole = 250_000;
/** As against a node that is put in. */
const costOfReading = 6;

interface KnownNote {
  tree: Root;
  nodes: number;
  /** Its own marks are read. */
  isRead?: boolean;
  /** It embeds nothing: every note that embeds it shows it alike. */
  isOfItsOwn: boolean;
  /** The tree in that shape. */
  shared?: Root;
}

/** Parses a note once for many embeds of it: a copy of a tree costs a tenth of its reading. */
function rememberNotes(
  parse: (body: string, format: 'md' | 'mdx') => Root,
): (note: Pick<Note, 'body' | 'format'>) => KnownNote {
  const known = new Map<Pick<Note, 'body' | 'format'>, KnownNote>();
  let sum = 0;
  return (note) => {
    let found = known.get(note);
    if (found) known.delete(note);
    else {
      const tree = parse(note.body, note.format);
      let nodes = 0;
      visit(tree, () => void nodes++);
      found = { tree, nodes, isOfItsOwn: !mayEmbed(note.body) };
      sum += nodes;
    }
    known.set(note, found);
    for (const [oldest, { nodes }] of known) {
      if (known.size <= mostRemembered || sum <= mostNodes) break;
      known.delete(oldest);
      sum -= nodes;
    }
    return found;
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

import type { Nodes, Root, RootContent } from 'mdast';
import type { PluggableList } from 'unified';
import type { Trouble } from '../knowledge/note.ts';

/**
 * A convention of other tools' notes, brought into the shape that the rest of the code knows. It is pure: what it needs
 * of other files it asks its context.
 */
export interface Flavour {
  /** Marks that only a tokenizer can tell from text. */
  syntax?: PluggableList;
  /** Changes a freshly parsed tree in place; a second time changes nothing more. */
  adapt?: (tree: Root, context: FlavourContext) => void;
}

/** What a flavour may know of the note that it reads. */
export interface FlavourContext {
  /** The note's file, relative to the content folder; empty where the Markdown is no file's. */
  path: string;
  /** The text from which the tree was parsed: nodes point into it. */
  source: string;
  /** The folder is documentation (Docusaurus, VitePress, MkDocs), which writes no `#tag` in its text. */
  isDocumentation?: boolean;
  /** The folder is an Obsidian vault, whose notes are called what their files are called. */
  isVault?: boolean;
  /** The folder is a graph of Logseq. */
  isLogseq?: boolean;
  /** The folder is a vault of Dendron. */
  isDendron?: boolean;
  /** The folder's tool writes references to what it reads from code. */
  hasAutorefs?: boolean;
  /** A line ends where its author ended it. */
  breaksLines?: boolean;
  /** Reads Markdown that stood in the note as something else; what it makes has no places of its own. */
  parse?: (markdown: string) => RootContent[];
  /** Opens the note that an address means in `from`; null where it means no note. */
  open?: (url: string, from: FlavourContext) => OpenedNote | ApartNote | null;
  /**
   * Opens a text that `from` imports as part of itself; null where there is none. What MDX imports is MDX, what a line puts
   * in is what its name says.
   */
  include?: (url: string, from: FlavourContext, format?: 'md' | 'mdx') => { path: string; tree: Root } | null;
  /** The file of code, or its part, that a line of `from` puts there; null where the line is another, or the file is not there. */
  code?: (line: string, from: FlavourContext) => { path: string; text: string } | null;
  /** Paths of the notes that embed this one, outermost first. */
  chain?: string[];
  /** What the outermost has embedded so far: notes, and nodes that were read for it and put in. */
  embedded?: {
    count: number;
    nodes: number;
  };
}

/** A note that may be shown in another. */
export interface OpenedNote {
  kind: 'note';
  path: string;
  /** How many nodes the outermost note may embed. */
  room: number;
  /**
   * Reads it with its own flavours; null where it cannot be read, `tooMuch` where that would take more than `most` nodes.
   */
  read: (most: number) => ReadNote | 'tooMuch' | null;
  /** Heading or block that the address names, without its first `#`. */
  anchor?: string;
}

/** A tree for all embeds of a note, to be copied from; or for one of them, and how many nodes to put in would cost as much. */
export type ReadNote = { tree: Root; isShared: true } | { tree: Root; isShared: false; cost: number };

/** A note whose words stay on its own page, or nowhere. */
export interface ApartNote {
  kind: 'apart';
}

/** Trees carry what is wrong with them to whoever makes the outline. */
export function report(tree: Root, node: Pick<Nodes, 'position'>, message: string): void {
  const data = (tree.data ??= {}) as { troubles?: Trouble[] };
  const { line = 1, column = 1 } = node.position?.start ?? {};
  (data.troubles ??= []).push({ line, column, severity: 'warning', message });
}

/** What the flavours found wrong with a tree. */
export function troublesOf(tree: Root): Trouble[] {
  return (tree.data as { troubles?: Trouble[] } | undefined)?.troubles ?? [];
}

/** A part of a source that its page leaves out, or shows as something else: elements of HTML, and code. */
export interface LeftOut {
  /** Offset in the source; where quotes or lists break HTML into lines, what is written stands a little behind it. */
  from: number;
  /** How it reads, to the letter; or the offset at which it ends. */
  written: string | number;
  /** The element that ends with it; without, it is only what is written. */
  element?: string;
  /** What stands there instead, in Markdown. */
  by?: string;
  /** The address of a link or an image, and the image's words. */
  url?: string;
  alt?: string;
}

/** Says what a page will not have; whoever writes the text out otherwise must not have it either. */
export function leaveOut(tree: Root, part: LeftOut): void {
  const data = (tree.data ??= {}) as { leftOut?: LeftOut[] };
  (data.leftOut ??= []).push(part);
}

/** What the page of a tree will not have. */
export function leftOutOf(tree: Root): LeftOut[] {
  return (tree.data as { leftOut?: LeftOut[] } | undefined)?.leftOut ?? [];
}

/** A node as its author wrote it. */
export function writtenAs(node: Pick<Nodes, 'position'>, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

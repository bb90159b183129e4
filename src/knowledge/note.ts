/** The vocabulary: what a note is made of, as plain data. Nothing here knows Astro, disks or browsers. */
import type { DiagramProblem } from '../diagrams/drawing.ts';
import type { ParsedDiagram } from '../diagrams/graph.ts';

export interface Note {
  /** Unique in the library: the file name of one of our notes, the path without extension of a plain one. NFC. */
  id: string;
  /** Name of its collection; `note` for a plain note. */
  collection: string;
  /** Where it is served, without slashes around it: `devices/router`. */
  address: string;
  /** File relative to the content folder, `/` between folders. */
  path: string;
  format: 'md' | 'mdx';
  title: string;
  english?: string;
  summary: string;
  /** The summary is the first sentences of its text: nothing that stands above the text once more. */
  isSummaryMade?: true;
  /** `YYYY-MM-DD`, or absent where a plain note has none. */
  asOf?: string;
  reviewBy?: string;
  /** The day on which its file last changed, `YYYY-MM-DD`, and the day it was added; absent while not known. */
  changed?: string;
  added?: string;
  tags: string[];
  aliases: string[];
  parent?: string;
  /** Where a book's table of contents has the note, and what it calls it there. */
  chapter?: { title: string; part: string; place: number };
  order?: number;
  /** The address that a plain note asks for: from the root where it begins with `/`, else in its folder. */
  permalink?: string;
  /** The folder under which a plain note is listed, where its address does not lie in it. */
  folder?: string;
  /** The name by which links in its folder may know a plain note instead of its file's: Docusaurus's `id`. */
  linkName?: string;
  /** Addresses that a plain note had before, without slashes around them. */
  formerAddresses?: string[];
  relations: DeclaredRelation[];
  /** What a plain note says is to be read before it, in its author's words: names of notes, or of anything else. */
  required?: string[];
  /** Sources that no sentence cites. */
  sources: string[];
  /** Sources that its own fields name. */
  fieldSources?: string[];
  /** What kind of note it is inside its collection. */
  role?: string;
  /** Its name in diagrams and dense tables, where the title would be too long. */
  short?: string;
  /** The sentence that defines the term which the note is about. */
  definition?: string;
  /** What only its collection's notes have, as its schema parsed it: by the names that `atlas.yaml` declares. */
  fields: Record<string, unknown>;
  /** The Markdown after the front matter, NFC. */
  body: string;
  /** Lines of the file before the body: adding it to a body line gives the file's line. */
  bodyLine: number;
  outline: Outline;
}

/** A note that its author keeps back. Its title and its text are not even here. */
export interface HeldNote {
  id: string;
  path: string;
  address: string;
  /** What keeps it back, as the author wrote it: `draft: true`, `_drafts/`. */
  by: string;
  /** Other names of it: its title, its aliases. */
  names?: string[];
  /** Where it would be served, or was. */
  addresses?: string[];
  /** The ids that Logseq gave its blocks. */
  blocks?: string[];
}

export interface DeclaredRelation {
  type: string;
  to: string;
  /** Heading text or id of the section it means, at the other end. */
  section?: string;
  why?: string;
}

/** Everything in a note's body that something else can point at, or that points somewhere. */
export interface Outline {
  sections: Section[];
  figures: Figure[];
  tables: Table[];
  /** How much it asks besides: terms, folded answers, questions. */
  asked?: number;
  links: Link[];
  images: Link[];
  citations: Citation[];
  /** Ids that elements of the author's own HTML have, as they are written. */
  htmlIds: string[];
  /** Paragraphs and table rows, for finding figures without a source. */
  statements: Statement[];
  /** Plain text, for summaries, reading time and search suggestions. */
  text: string;
  /** Ids that authors gave to blocks, with the mark that links to them use: `^정의`. */
  anchors: string[];
  /** Headings below those of sections, by the ids that they have on the page. */
  deepHeadings: { id: string; text: string }[];
  /** Anchors of the heading that became the title: they lead to the page's top. */
  titleAnchors: string[];
  /** Tags that stand in the text, without their `#`. */
  tags: string[];
  /** Things in the Markdown that no page can show. */
  troubles: Trouble[];
  /** What reads otherwise outside the page, in the order of the text; what encloses another comes before it. */
  marks: Mark[];
}

/** A piece of a note's body, by its offsets there. */
export interface Mark {
  /**
   * `address` stands for itself, `reference` has its address elsewhere, `made-…` is a block made from other notes,
   * `table` may have blank cells, `hidden` is shown nowhere, or as something else.
   */
  kind:
    | 'link'
    | 'address'
    | 'reference'
    | 'definition'
    | 'image'
    | 'citation'
    | 'diagram'
    | 'made-table'
    | 'made-diagram'
    | 'table'
    | 'hidden';
  from: number;
  to: number;
  /** As written. */
  url?: string;
  title?: string;
  /**
   * Words of an image or of a link in double brackets, a definition's name, what a citation holds, a diagram's code, what
   * stands for what is hidden.
   */
  text?: string;
  /** Where the words of a link stand. */
  words?: { from: number; to: number };
}

/** The address of the folder under which a note is listed; `''` at the top. */
export function folderOf({ address, folder }: Pick<Note, 'address' | 'folder'>): string {
  return folder ?? address.slice(0, Math.max(0, address.lastIndexOf('/')));
}

/** The folders above a note, outermost first. */
export function folderSteps(note: Pick<Note, 'address' | 'folder'>): string[] {
  return folderOf(note).split('/').filter(Boolean);
}

/** Whether a file opens its folder: `index.md`, `README.md`, Hugo's `_index.md`. */
export function isEntryPath(path: string): boolean {
  return /(?:^|\/)(?:_?index|readme)\.(?:mdx?|markdown|qmd|rmd)$/iu.test(path);
}

/** An outline of nothing: what a note has before it is read, and what one that cannot be read keeps. */
export function emptyOutline(): Outline {
  return {
    sections: [],
    figures: [],
    tables: [],
    links: [],
    images: [],
    citations: [],
    htmlIds: [],
    statements: [],
    text: '',
    anchors: [],
    deepHeadings: [],
    titleAnchors: [],
    tags: [],
    troubles: [],
    marks: [],
  };
}

export interface Place {
  /** Lines and columns of the body, 1-based. */
  line: number;
  column: number;
}

/** A heading (h2–h4 after levels are put in order) and what stands under it. */
export interface Section extends Place {
  /** Permanent id; empty until the section ids are assigned. */
  id: string;
  /** `{#id}` chosen by the author. */
  chosenId?: string;
  depth: 2 | 3 | 4 | 5 | 6;
  text: string;
  /** What github-slugger makes of the text: the anchor that most other tools would give it. */
  slug: string;
  /** Anchors that must keep leading here: current and former slugs, former ids. */
  aliases?: string[];
  /** The day on which the text under it last changed, `YYYY-MM-DD`; absent while that is not known. */
  changed?: string;
  /** What the last change to the note did to its words; absent where nothing is known or nothing changed. */
  changes?: WordChange[];
  /** Plain text between this heading and the next. */
  body: string;
}

/** Words of a section that were replaced, with a few unchanged ones around them. */
export interface WordChange {
  before: string;
  removed: string;
  added: string;
  after: string;
}

/** A Mermaid fence. */
export interface Figure extends Place {
  id: string;
  code: string;
  title?: string;
  aliases?: string[];
  /** Index of the section it stands in; -1 before the first heading. */
  section: number;
  /** Made from typed data, not written by an author. */
  generated: boolean;
  /** Nodes are not bound to notes by their labels. */
  isUnlinked: boolean;
  /** What Mermaid's parser understood, or what is wrong. */
  graph?: ParsedDiagram;
  problem?: DiagramProblem;
}

export interface Table extends Place {
  id: string;
  caption?: string;
  head: string[];
  aliases?: string[];
  /** The cells under the header, without citations; a blank one stays blank. */
  rows: string[][];
  /** The text of its rows. */
  text: string;
  section: number;
}

export interface Link extends Place {
  /** As written. */
  url: string;
  text: string;
  section: number;
  /** The sentence or cell around it, for backlinks. */
  context: string;
  /** The property whose value it is (`requires:: [[…]]`). */
  property?: string;
}

export interface Citation extends Place {
  source: string;
  locator?: string;
  inHeading: boolean;
  section: number;
}

/** A paragraph or a table row. */
export interface Statement extends Place {
  text: string;
  /** It cites a source, or says that it reckons with assumed figures. */
  isCited: boolean;
}

export interface Trouble extends Place {
  message: string;
  severity: 'error' | 'warning';
}

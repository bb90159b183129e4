import Slugger from 'github-slugger';
import type { Code, Heading, Nodes, Paragraph, Parents, Root, Table as TableNode } from 'mdast';
import { problemsWords } from '#words';
import { isBlankCell } from '../knowledge/cell-value.ts';
import { findNearest, firstSentences } from '../knowledge/text.ts';
import {
  type Citation,
  emptyOutline,
  type Outline,
  type Section,
  type Table,
  type Trouble,
} from '../knowledge/note.ts';
import { readTex } from '../diagrams/tex-text.ts';
import { blockIdOf } from '../flavours/block-ids.ts';
import { isEmbed } from '../flavours/embeds.ts';
import { createPropertyFinder } from '../flavours/property-lines.ts';
import { listTags } from '../flavours/tags.ts';
import { troublesOf } from '../flavours/flavour.ts';
import { hPropertiesOf, mediaNames, readSources } from './media.ts';
import { type BlockNames, diagramTitle, titleAnchorsOf } from './prepare-tree.ts';
import { isBlockName } from './read-html.ts';
import { visitParents } from './visit.ts';

/** Everything in a prepared tree that can be pointed at or that points somewhere. Ids are still empty. */
export function buildOutline(tree: Root, blockNames: BlockNames = { table: [], diagram: [] }): Outline {
  const outline: Outline = { ...emptyOutline(), troubles: [...troublesOf(tree)] };
  const slugger = new Slugger();
  const definitions = new Map<string, string>();
  const bodies: string[][] = [[]];
  const texts: string[] = [];
  const section = () => outline.sections.length - 1;

  visitParents(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });

  outline.tags = listTags(tree);
  outline.titleAnchors = titleAnchorsOf(tree);
  const findProperty = createPropertyFinder();
  const say = (words: string) => {
    bodies.at(-1)?.push(words);
    texts.push(words);
  };
  visitParents(tree, (node, ancestors) => {
    const anchor = blockIdOf(node);
    if (anchor !== undefined) outline.anchors.push(anchor);
    // What another note says is in that note's outline; here it is only seen, and its figures need an id.
    if (isEmbedded(node, ancestors)) return;
    const place = startOf(node);
    if (
      (node.type as string) === 'inlineMath' &&
      !ancestors.some((ancestor) => ancestor.type === 'heading')
    ) {
      say(toString(node));
      return;
    }
    if ((node.type as string) === 'htmlElement') {
      const { hName = '', hProperties = {} } = (node.data ?? {}) as {
        hName?: string;
        hProperties?: Record<string, unknown>;
      };
      if (typeof hProperties['id'] === 'string')
        outline.htmlIds.push(hProperties['id'].replace(/^user-content-/u, ''));
      const files = mediaNames.map((name) => hProperties[name]).filter((value) => typeof value === 'string');
      for (const url of [...files, ...readSources(hProperties['srcSet']).map((source) => source.url)]) {
        outline.links.push({ ...place, url, text: '', section: section(), context: '' });
      }
      if (isBlockName(hName)) say('\n');
      return;
    }
    switch (node.type) {
      case 'heading': {
        const text = headingText(node);
        if (node.depth > 4) {
          const id = hPropertiesOf(node)['id'];
          if (typeof id === 'string') outline.deepHeadings.push({ id, text });
          slugger.slug(toString(node, (tex) => tex));
          texts.push(toString(node));
          break;
        }
        const chosenId = (node.data as { chosenId?: string } | undefined)?.chosenId;
        outline.sections.push({
          ...place,
          id: '',
          ...(chosenId === undefined ? {} : { chosenId }),
          depth: node.depth as Section['depth'],
          text,
          // Tools make anchors of what is written.
          slug: slugger.slug(headingText(node, (tex) => tex)),
          body: '',
        });
        bodies.push([]);
        texts.push('\n', text, '\n');
        break;
      }
      case 'code':
        if (isMermaid(node)) {
          const title = diagramTitle(node);
          const generated = Boolean((node.data as { generated?: boolean } | undefined)?.generated);
          outline.figures.push({
            ...place,
            id: '',
            code: node.value,
            ...(title === undefined ? {} : { title }),
            section: section(),
            generated,
            isUnlinked: /\bnolinks\b/u.test(node.meta ?? ''),
          });
        }
        break;
      case 'table':
        outline.tables.push({ ...place, id: '', ...tableParts(node), section: section() });
        break;
      case 'link': {
        const property = findProperty(node, ancestors.at(-1));
        outline.links.push({
          ...place,
          url: node.url,
          text: toString(node),
          section: section(),
          context: contextOf(node, ancestors),
          ...(property === undefined ? {} : { property }),
        });
        break;
      }
      case 'linkReference': {
        const url = definitions.get(node.identifier);
        if (url !== undefined) {
          outline.links.push({
            ...place,
            url,
            text: toString(node),
            section: section(),
            context: contextOf(node, ancestors),
          });
        }
        break;
      }
      case 'image':
        outline.images.push({
          ...place,
          url: node.url,
          text: node.alt ?? '',
          section: section(),
          context: '',
        });
        break;
      case 'imageReference': {
        const url = definitions.get(node.identifier);
        if (url !== undefined) {
          outline.images.push({ ...place, url, text: node.alt ?? '', section: section(), context: '' });
        }
        break;
      }
      case 'text': {
        const inHeading = ancestors.some((ancestor) => ancestor.type === 'heading');
        if (!inHeading) {
          // A line of a paragraph is no line of its own.
          const text = node.value.replace(citationPattern, '').replace(/\n/gu, ' ');
          say(text);
        }
        outline.citations.push(...findCitations(node.value, place, { inHeading, section: section() }));
        break;
      }
      case 'leafDirective': {
        const { name, attributes } = node as unknown as { name: string; attributes?: Record<string, string> };
        const message = describeDirective(name, attributes?.['of'] ?? '', blockNames);
        outline.troubles.push({ ...place, ...message });
        break;
      }
      case 'inlineCode':
        say(node.value);
        break;
      case 'break':
        say(' ');
        break;
      case 'tableRow': {
        const table = ancestors.at(-1);
        const isHead = table?.type === 'table' && table.children[0] === node;
        const isGenerated = Boolean((table?.data as { generated?: boolean } | undefined)?.generated);
        if (!isHead && !isGenerated) outline.statements.push({ ...place, ...readStatement(node) });
        break;
      }
      case 'paragraph':
        outline.statements.push({ ...place, ...readStatement(node) });
        say('\n');
        break;
      case 'tableCell':
      case 'listItem':
        say('\n');
        break;
    }
  });

  outline.sections.forEach((item, index) => (item.body = tidy(bodies[index + 1] ?? [])));
  outline.text = tidy(texts);
  return outline;
}

/** Within the words of another note, and neither the name of that note nor something that a page numbers. */
function isEmbedded(node: Nodes, ancestors: readonly Nodes[]): boolean {
  const outermost = ancestors.findIndex(isEmbed);
  if (outermost < 0 || node.type === 'code' || node.type === 'table') return false;
  const [source] = (ancestors[outermost] as Parents).children;
  return !(node.type === 'link' && ancestors[outermost + 1] === source);
}

/** Pandoc's citation: `[@id]`, `[@id, 제31조]`, `[@a; @b]`. */
export const citationPattern = /\[(@[a-z0-9][\w-]*(?:\s*[,;][^[\]]*)?)\]/giu;

/** The citations of a run of text, each with its own line and column. */
export function findCitations(
  text: string,
  start: { line: number; column: number },
  where: { inHeading: boolean; section: number },
): Citation[] {
  const found: Citation[] = [];
  let { line, column } = start;
  let past = 0;
  for (const match of text.matchAll(citationPattern)) {
    const between = text.slice(past, match.index).split('\n');
    line += between.length - 1;
    column = (between.length > 1 ? 1 : column) + (between.at(-1)?.length ?? 0);
    past = match.index;
    for (const part of readCitation(match[1] ?? '')) found.push({ ...part, line, column, ...where });
  }
  return found;
}

/** `@a, 제31조; @b` → the sources it names, in order. */
export function readCitation(inside: string): { source: string; locator?: string }[] {
  return inside
    .split(';')
    .map((part) => /^\s*@([\w-]+)\s*(?:,\s*(.*?))?\s*$/u.exec(part))
    .filter((match) => match !== null)
    .map((match) => ({ source: match[1] ?? '', ...(match[2] ? { locator: match[2] } : {}) }));
}

/** A statement rests on what it cites, or on what it says it assumes. */
function readStatement(node: Nodes): { text: string; isCited: boolean } {
  const text =
    node.type === 'tableRow' ? node.children.map((cell) => toString(cell)).join(' | ') : toString(node);
  return {
    text,
    isCited: text.includes('[@') || problemsWords().claims.assumed.test(text),
  };
}

/** What is wrong with a `::line`. */
function describeDirective(
  name: string,
  of: string,
  blockNames: BlockNames,
): Pick<Trouble, 'message' | 'severity'> {
  if (name === 'table' || name === 'diagram') {
    // A known one has been replaced by what it generates.
    const known = blockNames[name];
    const message = problemsWords().references.noBlock(name, of, findNearest(of, known)[0], known);
    return { severity: 'error', message };
  }
  return {
    severity: 'warning',
    message: problemsWords().unknownLine(name),
  };
}

/** Whether a fence holds a Mermaid diagram. */
export function isMermaid(code: Code): boolean {
  return code.lang?.toLowerCase() === 'mermaid';
}

/** The words of a node; where an author broke a line stands a space. */
function toString(node: Nodes, readFormula = readTex): string {
  if (node.type === 'break') return ' ';
  if ((node.type as string) === 'inlineMath') return readFormula((node as { value?: string }).value ?? '');
  if ('value' in node) return node.value;
  if ('alt' in node && node.alt) return node.alt;
  return 'children' in node ? node.children.map((child) => toString(child, readFormula)).join('') : '';
}

function headingText(heading: Heading, readFormula = readTex): string {
  return toString(heading, readFormula).replace(citationPattern, '').replace(/\s+/gu, ' ').trim();
}

function tableParts(table: TableNode): Pick<Table, 'caption' | 'head' | 'rows' | 'text'> {
  const caption = (table.data as { hProperties?: { dataCaption?: string } } | undefined)?.hProperties
    ?.dataCaption;
  const cellText = (cell: Nodes) => toString(cell).replace(citationPattern, '').replace(/\s+/gu, ' ').trim();
  const [head, ...rows] = table.children.map((row) => row.children.map(cellText));
  return {
    ...(caption === undefined ? {} : { caption }),
    head: head ?? [],
    rows,
    text: tidy(table.children.map((row) => `${row.children.map((cell) => toString(cell)).join(' · ')}\n`)),
  };
}

/** The sentence (or table cell, or list item) that holds a link, without Markdown. */
function contextOf(node: Nodes, ancestors: readonly Nodes[]): string {
  const block = [...ancestors]
    .reverse()
    .find((ancestor): ancestor is Paragraph => ['paragraph', 'tableCell', 'heading'].includes(ancestor.type));
  if (!block) return toString(node);
  const cell = block.type as string;
  if (cell === 'tableCell') {
    const row = [...ancestors].reverse().find((ancestor) => ancestor.type === 'tableRow');
    return row ? clip(readRow(row), toString(node)) : '';
  }
  const offset = (node.position?.start.offset ?? 0) - (block.position?.start.offset ?? 0);
  const { text, sentences } = sentencesOf(block);
  const label = toString(node);
  const holding = sentences.filter((sentence) => sentence.text.includes(label));
  if (holding.length <= 1) return clip(holding[0]?.text ?? firstSentences(text, 160), label);
  // The same words stand in several sentences: take the one nearest to where the link was written.
  const share = offset / Math.max(1, (block.position?.end.offset ?? 1) - (block.position?.start.offset ?? 0));
  const distance = ({ start }: Sentence) => Math.abs(start / Math.max(1, text.length) - share);
  return clip(holding.reduce((best, each) => (distance(each) < distance(best) ? each : best)).text, label);
}

interface Sentence {
  text: string;
  /** Where it begins in its block. */
  start: number;
}

/** White space after the end of a sentence; a point after these words ends none. */
const sentenceEnd = /(?<!\b(?:i\.e|e\.g|cf|vs|approx|resp|fig)\.)(?<=[.?!]["'’”)]?)\s+/iu;

/** A block is read once, however many links it holds. */
const blocksRead = new WeakMap<Nodes, { text: string; sentences: Sentence[] }>();

function sentencesOf(block: Nodes): { text: string; sentences: Sentence[] } {
  const known = blocksRead.get(block);
  if (known) return known;
  const text = toString(block).replace(citationPattern, '').replace(/\s+/gu, ' ').trim();
  let start = 0;
  const sentences = text.split(sentenceEnd).map((sentence) => {
    const found = { text: sentence, start };
    start += sentence.length + 1;
    return found;
  });
  const read = { text, sentences };
  blocksRead.set(block, read);
  return read;
}

/** So is a row. */
const rowsRead = new WeakMap<Nodes, string>();

function readRow(row: Nodes): string {
  const known = rowsRead.get(row);
  if (known !== undefined) return known;
  const cells = 'children' in row ? row.children.map((child) => toString(child)) : [];
  // A dash says only that there is nothing.
  const told = cells.filter((cell) => cell && !isBlankCell(cell));
  const text = tidy([told.join(' · ')]).replace(citationPattern, '');
  rowsRead.set(row, text);
  return text;
}

const longestContext = 1000;

/** What is too long to be a sentence is shown around its link. */
function clip(sentence: string, label: string): string {
  if (sentence.length <= longestContext) return sentence;
  const start = Math.max(0, sentence.indexOf(label) - longestContext / 2);
  return sentence.slice(start, start + longestContext);
}

function startOf(node: Nodes): { line: number; column: number } {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

function tidy(parts: string[]): string {
  return parts
    .join('')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/\s*\n\s*/gu, '\n')
    .trim();
}

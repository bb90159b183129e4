import { notesWords } from '#words';
import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import { bindLinks, type NodeLink } from '../diagrams/bindings.ts';
import { describeDiagram, type DescriptionBlock, type DescriptionList } from '../diagrams/describe.ts';
import type { Drawing } from '../diagrams/drawing.ts';
import { chooseRoom, readLeastLetter, readRoom } from '../diagrams/drawing-room.ts';
import { withIdSuffix } from '../diagrams/finish.ts';
import type { ParsedDiagram } from '../diagrams/graph.ts';
import { type BindingData, bindDiagram } from '../knowledge/diagram-links.ts';
import type { Note } from '../knowledge/note.ts';
import { hrefOf } from './note-links.ts';
import { anchorAlias, copyButton } from './section-links.ts';

/** What a figure is drawn from. */
export interface DiagramParts {
  code: string;
  title: string;
  /** `그림 3`, or nothing for a figure outside a note's text. */
  number?: string;
  id?: string;
  /** Anchors that once led to the figure. */
  aliases?: readonly string[];
  /** Absolute link to the figure, for its copy button. */
  url?: string;
  drawing: Drawing | null;
  /** A drawing of the same thing for narrow screens. */
  narrow?: { svg: string } | null;
  graph?: ParsedDiagram;
  /** How often the same drawing stands on the page already: its ids get that suffix. */
  occurrence?: number;
  /** Keeps a drawing out of the tree until the HTML is written (`held-drawings.ts`). */
  hold?: (svg: string) => ElementContent;
}

/** Where nodes lead. */
export interface DiagramWorld extends BindingData {
  base: string;
  here: Note | null;
  byLabel: boolean;
}

/** A diagram as a figure: the drawing with its nodes as links, its source, its caption, and the same thing in words. */
export function buildDiagramFigure(parts: DiagramParts, world: DiagramWorld): Element {
  const { title, number = '', drawing, graph, occurrence = 0 } = parts;
  const label = [number || notesWords().figure, title].filter(Boolean).join(': ');
  const links = graph ? nodeLinks(graph, parts.code, world) : new Map<string, NodeLink>();
  const code = graph ? withoutPrivateLines(graph, parts.code, world) : parts.code;
  // All but the one that the drawing is about; what is made from typed data has few boxes that are only words.
  const unlinked = (graph?.nodes.length ?? 0) - links.size;
  const isLinked = links.size > 2 && (unlinked <= 1 || (!parts.id && unlinked < links.size));
  const draw = (svg: string, copy: number): ElementContent[] => {
    const unique = copy ? withIdSuffix(svg, copy) : svg;
    const bound = bindLinks(unique, links);
    if (parts.hold) return [parts.hold(nameDrawing(bound, label))];
    const nodes = fromHtml(bound, { fragment: true }).children as ElementContent[];
    const [root] = nodes;
    // A drawing without a title of its own is named by its figure.
    if (root?.type === 'element' && !root.properties['ariaLabelledBy']) root.properties['ariaLabel'] = label;
    return nodes;
  };
  const narrow = parts.narrow ?? drawing?.narrow;
  const tall = [
    ...(drawing && drawing.height > tallDrawing ? ['wide'] : []),
    ...(narrow && readSize(narrow.svg, 'height') > tallDrawing ? ['narrow'] : []),
  ].join(' ');
  return h(
    'figure',
    {
      className: ['diagram', ...(narrow ? ['has-narrow'] : []), ...(isLinked ? ['is-linked'] : [])],
      ...(parts.id ? { id: parts.id } : {}),
      dataType: drawing?.type ?? graph?.type ?? '',
      ...(tall ? { dataTall: tall } : {}),
      ...(drawing ? { dataRoom: chooseRoom(readRoom(drawing)) } : {}),
      ...(drawing ? paperData(drawing, narrow?.svg, graph !== undefined) : {}),
    },
    [
      ...(parts.aliases ?? []).map(anchorAlias),
      h('mermaid-diagram', { dataTitle: title, ...(drawing ? {} : undrawnData(links)) }, [
        h(
          'div',
          { className: ['diagram-frame'], tabIndex: 0, role: 'group', ariaLabel: label },
          drawing
            ? draw(drawing.svg, occurrence * 2)
            : [h('pre', { className: ['diagram-source'] }, h('code', code))],
        ),
        h('pre', { hidden: true, dataPagefindIgnore: 'all', className: ['mermaid-source'] }, code),
      ]),
      ...(narrow
        ? [
            h(
              'div',
              { className: ['diagram-narrow'], tabIndex: 0, role: 'group', ariaLabel: label },
              draw(narrow.svg, occurrence * 2 + 1),
            ),
          ]
        : []),
      h('figcaption', [
        ...(number ? [h('span', { className: ['figure-number'] }, number), ' '] : []),
        ...(title ? [h('span', { className: ['figure-title'] }, title)] : []),
        ...(parts.id && parts.url ? [copyButton(parts.id, parts.url, label)] : []),
      ]),
      ...(graph ? [textAlternative(graph, title)] : []),
    ],
  );
}

/** The same drawing named by its figure, where it has no title of its own. */
function nameDrawing(svg: string, label: string): string {
  const [start = ''] = /^<svg(?:\s+[\w:.-]+="[^"]*")*/u.exec(svg) ?? [];
  if (!start || /\saria-label(?:ledby)?="/u.test(start)) return svg;
  const value = label.replace(/&/gu, '&amp;').replace(/"/gu, '&quot;');
  return `${start} aria-label="${value}"${svg.slice(start.length)}`;
}

/** Drawings higher than this (px) are capped on screens that are not. */
const tallDrawing = 1600;

function readSize(svg: string, side: 'width' | 'height'): number {
  return Number(new RegExp(`^<svg [^>]*?\\b${side}="([\\d.]+)"`, 'u').exec(svg)?.[1] ?? 0);
}

/** Room for a drawing on A4 within the margins of `print.css`, in CSS px, with the sheet upright and turned. */
const upright = { width: 672, height: 868 };
const turned = { width: 1000, height: 580 };
/** Letters on paper have at least 7 pt; below 5 pt they are lines. */
const leastPrinted = (7 * 96) / 72;
const leastSeen = (5 * 96) / 72;

/**
 * How a drawing that is too wide or too tall for an upright sheet is printed: as its narrow twin, on a turned sheet, or,
 * where neither leaves its letters large enough, with its words below it; as these alone where nobody could read it.
 */
function paperData(
  drawing: Drawing,
  twin: string | undefined,
  hasWords: boolean,
): { dataPaper?: 'narrow' | 'turned' | 'words'; dataWide?: ''; style?: string } {
  const measure = (room: typeof upright, { svg, width, height }: Omit<Drawing, 'type'>): number =>
    Math.min(1, room.width / width, room.height / height) * readLeastLetter(svg);
  const fits = (room: typeof upright, one: Omit<Drawing, 'type'>): boolean =>
    measure(room, one) >= leastPrinted;
  if (fits(upright, drawing)) return paperHeight(drawing);
  const narrow = twin && { svg: twin, width: readSize(twin, 'width'), height: readSize(twin, 'height') };
  if (narrow && fits(upright, narrow)) return { dataPaper: 'narrow', ...paperHeight(narrow) };
  if (fits(turned, drawing)) return { dataPaper: 'turned' };
  const isSeen = measure(upright, drawing) >= leastSeen;
  return { dataWide: '', ...(hasWords && !isSeen ? { dataPaper: 'words' } : {}) };
}

/** So much of a sheet a drawing may take whatever is above it: a little over a third, in CSS px. */
const easyHeight = 360;

/**
 * A high drawing is printed smaller, as far as its letters allow: whole as it is, it would go to the next sheet and leave
 * most of this one blank.
 */
function paperHeight({ svg, width, height }: Omit<Drawing, 'type'>): { style?: string } {
  const scale = Math.min(1, upright.width / width, upright.height / height);
  const least = Math.max(easyHeight, (height * leastPrinted) / readLeastLetter(svg));
  return least < height * scale ? { style: `--paper-height:${Math.ceil(least)}px` } : {};
}

/** What a reader's browser needs for drawing in the build's place: where the nodes lead. */
function undrawnData(links: ReadonlyMap<string, NodeLink>): Record<string, string> {
  return { dataUndrawn: '', ...(links.size ? { dataLinks: JSON.stringify([...links]) } : {}) };
}

function nodeLinks(graph: ParsedDiagram, code: string, world: DiagramWorld): Map<string, NodeLink> {
  const { bindings } = bindDiagram(graph, code, world.here, world, world.byLabel);
  return new Map(
    bindings.flatMap(({ nodeId, target, tooltip }): [string, NodeLink][] => {
      const href = hrefOf(target, { base: world.base, note: world.here });
      const title = target.kind === 'note' ? { title: target.note.title } : {};
      return href === null ? [] : [[nodeId, { href, ...title, ...(tooltip ? { tooltip } : {}) }]];
    }),
  );
}

/** The source that readers get: a `click` to a note that is kept back would tell of it. */
function withoutPrivateLines(graph: ParsedDiagram, code: string, world: DiagramWorld): string {
  const { broken } = bindDiagram(graph, code, world.here, world, false);
  const kept = new Set(broken.flatMap(({ reason, line }) => (reason === 'private' ? [line] : [])));
  if (kept.size === 0) return code;
  return code
    .split(/\r\n?|\n/u)
    .filter((_, index) => !kept.has(index + 1))
    .join('\n');
}

function textAlternative(graph: ParsedDiagram, title: string): Element {
  const { summary, blocks } = describeDiagram(graph, title);
  return h('details', { className: ['diagram-text'] }, [
    h('summary', notesWords().figureAsText),
    h('p', summary),
    ...blocks.map(drawBlock),
  ]);
}

function drawBlock(block: DescriptionBlock): Element {
  if (block.kind === 'paragraph') return h('p', block.text);
  if (block.kind === 'list') return drawList(block);
  return h('table', [
    ...(block.caption ? [h('caption', block.caption)] : []),
    h(
      'thead',
      h(
        'tr',
        block.head.map((cell) => (cell ? h('th', { scope: 'col' }, cell) : h('td'))),
      ),
    ),
    h(
      'tbody',
      block.rows.map((row) =>
        h(
          'tr',
          row.map((cell) => h('td', cell)),
        ),
      ),
    ),
  ]);
}

function drawList(list: DescriptionList): Element {
  return h(
    list.ordered ? 'ol' : 'ul',
    list.items.map((item) => h('li', [item.text, ...(item.list ? [drawList(item.list)] : [])])),
  );
}

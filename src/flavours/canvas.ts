/**
 * JSON Canvas (`.canvas`, Obsidian) as a note in Markdown: a flowchart of its cards, groups and arrows, and below it the
 * words of every card in reading order (from top to bottom, then from left to right). Where cards lie is not kept: a flowchart can be read on a
 * phone, in print and by ear.
 */
import { notesWords } from '#words';
import { hideComments } from './hide-comments.ts';
import { noteEnding } from '../knowledge/note-file-name.ts';
import { groupBy } from '../knowledge/note-page.ts';

interface Card {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  text?: string;
  file?: string;
  subpath?: string;
  url?: string;
  label?: string;
}

interface Arrow {
  from: string;
  to: string;
  label: string;
  isPlain: boolean;
}

/** The Markdown of a canvas; null for what is none. */
export function writeCanvas(json: string): string | null {
  let data: unknown;
  try {
    data = JSON.parse(json.trim() || '{}');
  } catch {
    return null;
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const { nodes = [], edges = [] } = data as { nodes?: unknown; edges?: unknown };
  if (!Array.isArray(nodes) || !Array.isArray(edges)) return null;
  const cards = nodes.flatMap(readCard).sort((a, b) => a.y - b.y || a.x - b.x);
  const arrows = edges.flatMap(readArrow);
  const words = cards.flatMap((card) => writeCard(card));
  return [drawCards(cards, arrows), ...words].filter(Boolean).join('\n\n') + '\n';
}

function readCard(value: unknown): Card[] {
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  const text = (key: string) => (typeof node[key] === 'string' ? { [key]: node[key] } : {});
  const visible = (key: string) => (typeof node[key] === 'string' ? { [key]: showText(node[key]) } : {});
  const number = (key: string) =>
    typeof node[key] === 'number' && Number.isFinite(node[key]) ? node[key] : 0;
  if (typeof node['id'] !== 'string' || typeof node['type'] !== 'string') return [];
  const place = { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
  return [
    {
      id: node['id'],
      type: node['type'],
      ...place,
      ...text('file'),
      ...text('subpath'),
      ...text('url'),
      ...visible('label'),
      ...visible('text'),
    },
  ];
}

/** Without what its author keeps to themselves. */
function showText(text: string): string {
  return hideComments(text, 'md').body.trim();
}

function readArrow(value: unknown): Arrow[] {
  if (typeof value !== 'object' || value === null) return [];
  const { fromNode, toNode, label, toEnd } = value as Record<string, unknown>;
  if (typeof fromNode !== 'string' || typeof toNode !== 'string') return [];
  return [
    {
      from: fromNode,
      to: toNode,
      label: typeof label === 'string' ? showText(label) : '',
      isPlain: toEnd === 'none',
    },
  ];
}

function drawCards(cards: readonly Card[], arrows: readonly Arrow[]): string {
  const names = new Map(cards.map(({ id }, index) => [id, `n${index}`]));
  const members = new Map(groupBy(cards, placeInGroups(cards)));
  const lines: string[] = [];
  const draw = (inside: Card | undefined, indent: string): void => {
    for (const card of members.get(inside) ?? []) {
      const box = `${names.get(card.id) ?? ''}["${labelOf(card)}"]`;
      if (members.has(card)) {
        lines.push(`${indent}subgraph ${box}`);
        draw(card, `${indent}  `);
        lines.push(`${indent}end`);
      } else lines.push(`${indent}${box}`);
    }
  };
  draw(undefined, '  ');
  for (const { from, to, label, isPlain } of arrows) {
    const [start, end] = [names.get(from), names.get(to)];
    if (!start || !end) continue;
    lines.push(`  ${start} ${isPlain ? '---' : '-->'}${label ? `|"${escapeLabel(label)}"|` : ''} ${end}`);
  }
  return lines.length ? ['```mermaid', 'flowchart TD', ...lines, '```'].join('\n') : '';
}

/** What lies deeper in groups than anybody draws them lies in the last of these. */
const deepestGroup = 30;
/** Of more groups than anybody draws, the largest hold cards. */
const mostGroups = 1000;

/** Says the smallest group around a card. */
function placeInGroups(cards: readonly Card[]): (card: Card) => Card | undefined {
  const isInside = (card: Card, group: Card) =>
    card.x >= group.x &&
    card.y >= group.y &&
    card.x + card.width <= group.x + group.width &&
    card.y + card.height <= group.y + group.height;
  const size = ({ width, height }: Card) => width + height;
  const groups = cards.filter(({ type }) => type === 'group').sort((a, b) => size(a) - size(b));
  const holders = groups.slice(-mostGroups);
  const find = (card: Card) =>
    holders.find(
      (group) => card !== group && isInside(card, group) && !(card.type === 'group' && isInside(group, card)),
    );
  const around = new Map<Card, { group: Card | undefined; depth: number }>();
  const place = (card: Card) => {
    let group = find(card);
    let depth = group ? (around.get(group)?.depth ?? 0) + 1 : 0;
    if (group && depth > deepestGroup) {
      group = around.get(group)?.group;
      depth--;
    }
    around.set(card, { group, depth });
  };
  // From the largest: what lies around a group is known before what lies in it.
  for (const group of [...groups].reverse()) place(group);
  for (const card of cards) if (card.type !== 'group') place(card);
  return (card) => around.get(card)?.group;
}

const longestLabel = 80;

function labelOf(card: Pick<Card, 'text' | 'label' | 'url' | 'file'>): string {
  const written = card.text ?? card.label ?? card.url ?? (card.file === undefined ? '' : fileName(card.file));
  const plain = written
    .replace(/^#+\s+/gmu, '')
    // What is embedded may be kept back; then its name is, too.
    .replace(/(!?)\[\[([^\]|]*)(?:\|([^\]]*))?\]\]/gu, (_, mark: string, name: string, label?: string) =>
      mark ? '' : (label ?? name),
    )
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*_`~=]{2,}|`/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = plain.length > longestLabel ? `${[...plain].slice(0, longestLabel).join('')}…` : plain;
  return escapeLabel(short || notesWords().canvasCard);
}

function fileName(path: string): string {
  return path.split('/').at(-1)?.replace(noteEnding, '') ?? path;
}

/** What the flowchart of a canvas calls the card of a note's file. */
export function nameCard(path: string): string {
  return labelOf({ file: path });
}

function escapeLabel(text: string): string {
  return text.replace(/\s+/gu, ' ').replaceAll('"', '#quot;');
}

/** A card's words, as its tool shows them. */
function writeCard(card: Card): string[] {
  switch (card.type) {
    case 'text':
      return card.text ? [card.text] : [];
    case 'file': {
      if (!card.file) return [];
      const mark = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|pdf|mp3|wav|ogg|m4a|mp4|webm)$/iu.test(card.file)
        ? '!'
        : '';
      return [`${mark}[[${card.file}${card.subpath ?? ''}]]`];
    }
    case 'link':
      return card.url ? [`<${card.url}>`] : [];
    case 'group':
      return card.label ? [`**${card.label.replace(/\s+/gu, ' ')}**`] : [];
    default:
      return [];
  }
}

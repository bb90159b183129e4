import { deepest, mostEmbeds } from '../flavours/embeds.ts';
import type { Note } from '../knowledge/note.ts';
import { splitWikiTarget } from '../knowledge/wiki-index.ts';

/** Nodes that the embeds of one note may put into it. */
const mostInNote = 30_000;
/** Nodes that the embeds of all notes may put in, beside as many as the notes have themselves. */
const mostInAll = 70_000;
/** Texts have about one node for so many letters. */
const lettersOfNode = 5;
/** A block, or a section of a note that has no headings. */
const nodesOfBlock = 20;

const embedPattern = /!\[\[([^[\]|\n]+)|!\[[^\]\n]{0,1000}\]\(([^()\n]+)/gu;

/**
 * How many nodes the embeds of any one note may put into it: where a few kilobytes of notes embed each other into
 * millions, those that embed most share equally what is bearable in all. It follows from the texts alone, so that the
 * check and every build decide alike.
 * @param find the note that an address means
 */
export function shareEmbeds(
  notes: readonly Note[],
  find: (address: string, from: string) => Note | null,
): number {
  const targets = new Map<Note, { note: Note; nodes: number }[]>();
  for (const note of notes) {
    const found = Array.from(note.body.matchAll(embedPattern)).slice(0, mostEmbeds);
    const list = found.flatMap(([, wiki, url]) => {
      const address = wiki === undefined ? (url ?? '') : `wiki:${wiki}`;
      const embedded = find(address, note.path);
      return embedded ? [{ note: embedded, nodes: countNodes(embedded, address) }] : [];
    });
    if (list.length) targets.set(note, list);
  }
  const none = { nodes: 0, embeds: 0 };
  const known = new Map<string, typeof none>();
  const sumUp = (note: Note, depth: number): typeof none => {
    const list = targets.get(note);
    if (!list || depth === 0) return none;
    const key = `${depth} ${note.path}`;
    let sum = known.get(key);
    if (sum) return sum;
    sum = { ...none };
    for (const { note: inner, nodes } of list) {
      const inside = sumUp(inner, depth - 1);
      sum.nodes += nodes + inside.nodes;
      sum.embeds += 1 + inside.embeds;
    }
    known.set(key, sum);
    return sum;
  };
  const asked = [...targets.keys()]
    .map((note) => {
      const { nodes, embeds } = sumUp(note, deepest);
      return Math.min(mostInNote, nodes * Math.min(1, mostEmbeds / embeds));
    })
    .sort((a, b) => a - b);
  let left = mostInAll + notes.reduce((sum, { body }) => sum + body.length / lettersOfNode, 0);
  for (const [index, nodes] of asked.entries()) {
    const share = left / (asked.length - index);
    if (nodes > share) return Math.floor(share);
    left -= nodes;
  }
  return mostInNote;
}

/** About how many nodes an embed of a note, its section or its block puts in. */
function countNodes({ body }: Note, address: string): number {
  const anchor = address.startsWith('wiki:')
    ? splitWikiTarget(address.slice('wiki:'.length)).anchor
    : address.split('#')[1];
  if (anchor?.startsWith('^')) return nodesOfBlock;
  const nodes = body.length / lettersOfNode;
  return anchor ? nodes / Math.max(1, body.match(/^#{1,6}[ \t]/gmu)?.length ?? 0) : nodes;
}

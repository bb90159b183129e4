import type { Note } from '../knowledge/note.ts';
import { toNfc } from '../knowledge/text.ts';
import { contentHash, fingerprint } from './fingerprint.ts';
import type { AnchorEntry } from './section-lock.ts';

/** A heading, figure or table as a note has it now, in the form in which it is compared with the lock. */
export interface Item {
  kind: AnchorEntry['kind'];
  note: string;
  /** Its text as the lock keeps it; empty where it has none. */
  name: string;
  slug: string;
  /** Depth of the heading, or 0. */
  depth: number;
  /** Its place among those of its kind in the note, from 0. */
  index: number;
  /** The section around it. */
  parent: Item | null;
  /** What a new id is drawn from: note, headings above, text, and which of several equal ones. */
  seed: string;
  /** `{#id}` as the author wrote it. */
  wrote?: string;
  /** The same, where it can be used: well-formed and not taken by another heading. */
  chosenId?: string;
  line: number;
  column: number;
  /** Hash of what stands under it; empty for nothing. */
  hash: string;
  /** Fingerprint of the same, or of all that its subsections hold where nothing stands right under it. */
  print: () => string;
  setId: (id: string) => void;
}

export interface NoteItems {
  section: Item[];
  figure: Item[];
  table: Item[];
}

/** Everything in a note that gets an id, in reading order. */
export function listItems(note: Note): NoteItems {
  const { sections, figures, tables } = note.outline;
  const nth = countEqual();
  const seedOf = (parent: Item | null, rest: string) => nth(`${parent?.seed ?? note.id}\n${rest}`);
  const contents = sections.map((section) => section.body);
  for (const figure of figures) {
    // A generated drawing follows other notes: it does not change what this section says.
    if (!figure.generated && figure.section >= 0) contents[figure.section] += `\n${figure.code}`;
  }

  const listed: Item[] = [];
  const open: Item[] = [];
  const bySection = new Map<number, Item>();
  sections.forEach((section, index) => {
    const above = open.findLast((item) => item.depth < section.depth) ?? null;
    if (section.depth > 4) {
      if (above) bySection.set(index, above);
      return;
    }
    const name = clipName(section.text);
    const content = contents[index] ?? '';
    const item: Item = {
      kind: 'section',
      note: note.id,
      name,
      slug: toNfc(section.slug),
      depth: section.depth,
      index: listed.length,
      parent: above,
      seed: seedOf(above, name),
      ...(section.chosenId ? { wrote: toNfc(section.chosenId) } : {}),
      line: section.line,
      column: section.column,
      hash: contentHash(content),
      print: once(() => fingerprint(content.trim() || subtreeText(note, contents, index))),
      setId: (id) => (section.id = id),
    };
    while ((open.at(-1)?.depth ?? 0) >= section.depth) open.pop();
    open.push(item);
    listed.push(item);
    bySection.set(index, item);
  });

  const inside = (
    kind: 'figure' | 'table',
    thing: { id: string; line: number; column: number; section: number },
    index: number,
    text: { name: string; content: string; around: string },
  ): Item => {
    const parent = bySection.get(thing.section) ?? null;
    const name = clipName(text.name);
    return {
      kind,
      note: note.id,
      name,
      slug: '',
      depth: 0,
      index,
      parent,
      seed: seedOf(parent, `${kind}\n${name}`),
      line: thing.line,
      column: thing.column,
      hash: contentHash(text.content),
      print: once(() => fingerprint(`${text.content}\n${text.around}`)),
      setId: (id) => (thing.id = id),
    };
  };
  return {
    section: listed,
    figure: figures.map((figure, index) =>
      inside('figure', figure, index, { name: figure.title ?? '', content: figure.code, around: '' }),
    ),
    table: tables.map((table, index) => {
      const head = table.head.join(' · ');
      // Where the outline does not hold the rows, the section around the table stands in for them.
      const { text } = table as typeof table & { text?: string };
      const content = `${table.caption ?? ''}\n${head}\n${text ?? ''}`;
      const around = text === undefined ? (sections[table.section]?.body ?? '') : '';
      return inside('table', table, index, { name: table.caption ?? head, content, around });
    }),
  };
}

/**
 * A name as the lock keeps and compares it: NFC, single spaces; a very long one is cut and told apart by a hash, so
 * that a line of the lock stays short.
 */
export function clipName(text: string): string {
  const flat = toNfc(text).replace(/\s+/gu, ' ').trim();
  const letters = [...flat];
  return letters.length <= 80 ? flat : `${letters.slice(0, 60).join('')}…${contentHash(flat)}`;
}

/** All that stands below a heading whose own text is empty. */
function subtreeText(note: Note, contents: readonly string[], start: number): string {
  const { sections } = note.outline;
  const depth = sections[start]?.depth ?? 0;
  const parts: string[] = [];
  for (let i = start + 1; i < sections.length && (sections[i]?.depth ?? 0) > depth; i++) {
    parts.push(sections[i]?.text ?? '', contents[i] ?? '');
  }
  return parts.join('\n');
}

/** Marks the second and later of equal texts with their number. */
function countEqual(): (text: string) => string {
  const counts = new Map<string, number>();
  return (text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count + 1);
    return count ? `${text}\n${count}` : text;
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

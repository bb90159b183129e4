import type { Library } from './library.ts';
import type { Note } from './note.ts';
import { hasAnchor, readableUrl, resolveLink } from './resolve-link.ts';

/** How the notes of a library hang together. */
export interface LinkReport {
  notes: number;
  /** Links between notes, each place counted; relations once. */
  links: number;
  relations: number;
  /** Notes that no other note links to or is related to, and that are no note's parent. */
  orphans: Note[];
  /** Notes from which no link and no relation leads to another. */
  deadEnds: Note[];
  /** Notes by how many others link to them or are related to them; those with none are left out. */
  mostLinked: { note: Note; from: number }[];
  /** What links name and nothing is, by how many places name it. */
  unresolved: { wanted: string; places: { path: string; line: number; column: number }[] }[];
}

/** Reads the links of every note in a library's lists. Notes that are kept back are neither counted nor named. */
export function reportLinks(library: Library): LinkReport {
  const { notes, byId, links: index } = library;
  const incoming = new Map<string, Set<string>>(notes.map(({ id }) => [id, new Set()]));
  const outgoing = new Map<string, Set<string>>(notes.map(({ id }) => [id, new Set()]));
  const connect = (from: string, to: string) => {
    if (from === to || !byId.has(to)) return;
    incoming.get(to)?.add(from);
    outgoing.get(from)?.add(to);
  };
  const lost: { wanted: string; path: string; line: number; column: number }[] = [];
  let links = 0;
  for (const note of notes) {
    for (const { url, line, column } of [...note.outline.links, ...note.outline.images]) {
      const target = resolveLink(url, note, index);
      const isLost =
        target.kind === 'missing' ||
        (target.kind === 'note' && target.anchor !== undefined && !hasAnchor(target.note, target.anchor));
      if (isLost) {
        const wanted = target.kind === 'missing' ? target.wanted : readableUrl(url);
        lost.push({ wanted, path: note.path, line: line + note.bodyLine, column });
      }
      if (target.kind !== 'note' || target.note === note) continue;
      links++;
      connect(note.id, target.note.id);
    }
    if (note.parent !== undefined) connect(note.id, note.parent);
  }
  // What figures bind is among the mentions, beside the links.
  for (const [id, mentions] of library.mentions) for (const { from } of mentions) connect(from, id);
  let relations = 0;
  for (const [id, seen] of library.relations) {
    for (const { to, derived } of seen) {
      if (!derived) relations++;
      connect(id, to);
    }
  }
  const count = (id: string) => incoming.get(id)?.size ?? 0;
  return {
    notes: notes.length,
    links,
    relations,
    orphans: notes.filter(({ id }) => !count(id)),
    deadEnds: notes.filter(({ id }) => !outgoing.get(id)?.size),
    mostLinked: notes
      .map((note) => ({ note, from: count(note.id) }))
      .filter(({ from }) => from)
      .sort((a, b) => b.from - a.from),
    unresolved: [...Map.groupBy(lost, ({ wanted }) => wanted)]
      .map(([wanted, places]) => ({ wanted, places }))
      .sort((a, b) => b.places.length - a.places.length),
  };
}

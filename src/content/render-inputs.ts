import { mayEmbed } from '../flavours/embeds.ts';
import { bindDiagram } from '../knowledge/diagram-links.ts';
import { mayHoldBlocks } from '../knowledge/generated-blocks.ts';
import type { Note } from '../knowledge/note.ts';
import { resolveLink } from '../knowledge/resolve-link.ts';
import { hashInputs } from '../store/recall.ts';
import type { Atlas } from './open-atlas.ts';

/**
 * Everything that a note's HTML may depend on, for `recall`: the note itself, what links and labels may be resolved
 * with (names, addresses and files of all notes, terms, sources, the subject's declaration), and the facts of every
 * note that it points at or that points at it. Null for a note that shows blocks made from other notes, or their words:
 * it is rendered anew each time.
 *
 * A plugin that comes to read more of another note than stands here has to add it here; the test that compares warm
 * builds with cold ones tells when it was forgotten.
 */
export function listRenderInputs(note: Note, atlas: Atlas): string[] | null {
  const { library } = atlas;
  if (mayHoldBlocks(note.body) || mayEmbed(note.body)) return null;
  const near = new Set<Note>();
  const pictures = new Map<string, unknown>();
  const add = (id: string) => {
    const other = library.byId.get(id);
    if (other) near.add(other);
  };
  for (const { url } of [...note.outline.links, ...note.outline.images]) {
    const target = resolveLink(url, note, library.links);
    if (target.kind === 'note') near.add(target.note);
    if ('path' in target) pictures.set(target.path, library.links.pictures.get(target.path));
  }
  for (const { graph, code, isUnlinked } of note.outline.figures) {
    if (!graph) continue;
    for (const { target } of bindDiagram(graph, code, note, library, !isUnlinked).bindings)
      if (target.kind === 'note') near.add(target.note);
  }
  const mentions = library.mentions.get(note.id) ?? [];
  const relations = library.relations.get(note.id) ?? [];
  for (const { from } of mentions) add(from);
  for (const { to } of relations) add(to);
  near.delete(note);
  const { sections, figures, tables } = note.outline;
  const shared = [...sections, ...figures, ...tables].map(({ id }) => library.shared.get(id)?.note.id ?? '');
  return [
    JSON.stringify(note),
    hashNames(atlas),
    JSON.stringify([mentions, relations, shared, [...pictures]]),
    ...[...near].map(hashFacts),
  ];
}

const namesOf = new WeakMap<Atlas, string>();

/** By what links, labels, terms and citations find something: of all notes, one hash. */
function hashNames(atlas: Atlas): string {
  const known = namesOf.get(atlas);
  if (known !== undefined) return known;
  const { library, held, assets } = atlas;
  const names = [...library.notes, ...library.unlisted].map(
    ({ id, path, address, collection, title, english, aliases, tags, short }) => [
      ...[id, path, address, collection, title, english, aliases, tags, short],
    ],
  );
  const { collections, plain, relations, sourceKinds } = library.subject;
  const declared = [collections, plain, relations.all, [...sourceKinds]];
  const all = [
    // The two lists are one above.
    library.notes.length,
    Object.entries(atlas.flavour).filter(([, value]) => typeof value === 'boolean'),
    names,
    declared,
    held,
    [...assets.keys()],
    library.terms,
    library.sources,
    [...library.names],
    [...library.links.pictures],
  ];
  const hash = hashInputs([JSON.stringify(all)]).toString('hex');
  namesOf.set(atlas, hash);
  return hash;
}

const factsOf = new WeakMap<Note, string>();

/** What other notes may see of a note: everything but its text. */
function hashFacts(note: Note): string {
  const known = factsOf.get(note);
  if (known !== undefined) return known;
  const { outline } = note;
  const facts = {
    ...note,
    body: '',
    outline: null,
    sections: outline.sections.map((section) => ({ ...section, body: '', changed: '', line: 0 })),
    figures: outline.figures.map(({ id, title, aliases }) => ({ id, title, aliases })),
    tables: outline.tables.map(({ id, caption, aliases, section }) => ({ id, caption, aliases, section })),
    anchors: outline.anchors,
  };
  const hash = hashInputs([JSON.stringify(facts)]).toString('hex');
  factsOf.set(note, hash);
  return hash;
}

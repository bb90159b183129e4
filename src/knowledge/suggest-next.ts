/** The note to read after another, with the reason: every note has one, also where nobody declared a relation. */
import { pagesWords } from '#words';
import { findCollection } from '../subject/subject.ts';
import type { Library, Mention } from './library.ts';
import { isEntryPath, type Note, folderOf } from './note.ts';
import { type RelatedNote, relate } from './note-page.ts';
import { firstSentences, foldWord } from './text.ts';

const mostNext = 3;
/** A sentence that is longer is no reason that anybody reads. */
const longestReason = 160;

/** A sentence as the reason to read a note. */
export function writeReason(sentence: string): string {
  return firstSentences(sentence, longestReason);
}
/** Notes that link to more are lists of notes. */
const mostLinks = 40;

/**
 * Up to three notes worth reading next: what this one needs or is answered by, else what it links and is linked by, else
 * what follows it in its folder.
 */
export function suggestNext(note: Note, library: Library, base: string): RelatedNote[] {
  const related = suggestRelated(note, library, base);
  if (related.length > 0) return related;
  const linked = suggestLinked(note, library, base);
  if (linked.length > 0) return linked;
  const following = suggestFollowing(note, library, base);
  return following ? [following] : [];
}

/** What this one needs or is answered by, before what merely touches it. */
function suggestRelated(note: Note, library: Library, base: string): RelatedNote[] {
  const { relations } = library.subject;
  const seen = new Set<string>();
  return (library.relations.get(note.id) ?? [])
    .map((relation) => ({ relation, score: relations.find(relation.type).weight + (relation.why ? 1 : 0) }))
    .filter(({ score }) => score > 1)
    .sort((a, b) => b.score - a.score)
    .flatMap(({ relation }) => {
      const other = library.byId.get(relation.to);
      if (!other || seen.has(other.id)) return [];
      seen.add(other.id);
      return [relate(other, library, base, relation.why ?? relations.find(relation.type).label)];
    })
    .slice(0, mostNext);
}

/** What is linked both ways first, then what the text leads to most often, then what mentions it. Lists of notes lead nowhere. */
function suggestLinked(note: Note, library: Library, base: string): RelatedNote[] {
  const outgoing = outgoingOf(library);
  const words = pagesWords().ending;
  const from = groupBySource(library.mentions.get(note.id) ?? []);
  const to = outgoing.get(note.id) ?? new Map<string, Mention[]>();
  const isList = (id: string) => (outgoing.get(id)?.size ?? 0) > mostLinks;
  return [...new Set([...to.keys(), ...from.keys()])]
    .flatMap((id) => {
      const other = library.byId.get(id);
      if (!other || other === note || isEntryPath(other.path) || isList(id)) return [];
      const [there, back] = [to.get(id) ?? [], from.get(id) ?? []];
      // A list says nothing of what it lists.
      const score =
        (there.length && back.length ? 4 : 0) +
        (isList(note.id) ? 0 : Math.min(there.length, 3)) +
        back.length / 10;
      const reason =
        [...back, ...there].map(({ context }) => context).find((context) => isReason(context, other, note)) ??
        (there.length ? words.linkedHere : words.linksHere);
      return [{ other, score, why: writeReason(reason) }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, mostNext)
    .map(({ other, why }) => relate(other, library, base, why));
}

/** A link that stands alone says no more than a title. */
function isReason(context: string, ...notes: Note[]): boolean {
  const said = foldWord(context);
  return said.length > 12 && notes.every(({ title }) => said.length > foldWord(title).length + 8);
}

function suggestFollowing(note: Note, library: Library, base: string): RelatedNote | null {
  if (library.unlisted.includes(note)) return null;
  const other = library.notes[library.notes.indexOf(note) + 1];
  if (!other) return null;
  const words = pagesWords().ending;
  const collection = findCollection(library.subject, note.collection);
  if (collection !== library.subject.plain)
    return relate(
      other,
      library,
      base,
      other.collection === note.collection ? words.followsIn(collection.label) : words.follows,
    );
  const [folder, next] = [note, other].map(folderOf);
  const name = folder ? (library.folderNames.get(folder) ?? folder.split('/').at(-1)) : undefined;
  return relate(other, library, base, folder === next && name ? words.followsIn(name) : words.follows);
}

/** By note, what it links: worked out once a library. */
const known = new WeakMap<Library['mentions'], Map<string, Map<string, Mention[]>>>();

function outgoingOf({ mentions }: Library): Map<string, Map<string, Mention[]>> {
  const before = known.get(mentions);
  if (before) return before;
  const found = new Map<string, Map<string, Mention[]>>();
  for (const [to, list] of mentions)
    for (const [from, group] of groupBySource(list)) {
      const links = found.get(from) ?? new Map<string, Mention[]>();
      found.set(from, links.set(to, group));
    }
  known.set(mentions, found);
  return found;
}

function groupBySource(mentions: readonly Mention[]): Map<string, Mention[]> {
  return Map.groupBy(mentions, ({ from }) => from);
}

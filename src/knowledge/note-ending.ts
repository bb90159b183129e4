import type { Backlink, NotePage, NoteRelation, RelatedNote } from './note-page.ts';
import { writeReason } from './suggest-next.ts';

/** What stands under a note's text: each related note once, with its reason and the sentences that mention this one. */
export interface NoteEnding {
  /** The note to read next, and others that would do. */
  next: RelatedNote | null;
  otherNext: RelatedNote[];
  relations: { type: string; label: string; items: EndingItem[] }[];
  /** How many notes are related; one in two relations counts once. */
  relatedCount: number;
  /** Notes that mention this one, have no relation to it, and say more than what is the reason to read them next. */
  mentions: Backlink[];
  mentionCount: number;
}

export interface EndingItem extends NoteRelation {
  /** Where and in which words the related note mentions this one; only at its first relation. */
  mentions: Backlink['mentions'];
}

/** Sentences shown of one note that mentions; the note itself holds the rest. */
const mostSentences = 2;

/** Puts relations and mentions together, so that no note is named twice without saying something new. */
export function buildNoteEnding(page: Pick<NotePage, 'next' | 'relations' | 'backlinks'>): NoteEnding {
  const sentences = new Map(page.backlinks.map(({ id, mentions }) => [id, mentions.slice(0, mostSentences)]));
  const placed = new Set<string>();
  const relations = page.relations.map(({ type, label, items }) => ({
    type,
    label,
    items: items.map((item) => {
      const mentions = placed.has(item.id) ? [] : (sentences.get(item.id) ?? []);
      placed.add(item.id);
      return { ...item, mentions };
    }),
  }));
  const [next = null, ...otherNext] = page.next;
  /** The sentence that is the reason to read a note next is not said again below it. */
  const reasons = new Map(page.next.map(({ id, why }) => [id, why]));
  const isTold = ({ id, mentions }: Backlink) =>
    mentions.length > 0 && mentions.every(({ context }) => writeReason(context) === reasons.get(id));
  return {
    next,
    otherNext,
    relations,
    relatedCount: placed.size,
    mentions: page.backlinks
      .filter((item) => !placed.has(item.id) && !isTold(item))
      .map((item) => ({ ...item, mentions: item.mentions.slice(0, mostSentences) })),
    mentionCount: page.backlinks.length,
  };
}

import { type Backlink, groupBy, type NotePage, type NoteRelation, type RelatedNote } from './note-page.ts';
import { writeReason } from './suggest-next.ts';

/** What stands under a note's text: each related note once, with its reason and the sentences that mention this one. */
export interface NoteEnding {
  /** The note to read next, and others that would do. */
  next: RelatedNote | null;
  otherNext: RelatedNote[];
  /** Related notes by all that relates them: who feeds this one and requires it stands once, under both. */
  relations: { types: RelationName[]; items: EndingItem[] }[];
  /** How many notes are related. */
  relatedCount: number;
  /** Notes that mention this one, have no relation to it, and say more than what is the reason to read them next. */
  mentions: Backlink[];
  mentionCount: number;
}

interface RelationName {
  type: string;
  label: string;
}

export interface EndingItem extends Omit<NoteRelation, 'why'> {
  /** What each of its relations says of itself. */
  reasons: string[];
  /** Where and in which words the related note mentions this one. */
  mentions: Backlink['mentions'];
}

/** Sentences shown of one note that mentions; the note itself holds the rest. */
const mostSentences = 2;

/** Puts relations and mentions together, so that no note is named twice without saying something new. */
export function buildNoteEnding(page: Pick<NotePage, 'next' | 'relations' | 'backlinks'>): NoteEnding {
  const sentences = new Map(page.backlinks.map(({ id, mentions }) => [id, mentions.slice(0, mostSentences)]));
  const placed = new Map<string, { types: RelationName[]; item: EndingItem }>();
  for (const { items, ...name } of page.relations) {
    for (const { why, ...item } of items) {
      const known = placed.get(item.id);
      const reasons = [...(known?.item.reasons ?? []), ...(why ? [why] : [])];
      placed.set(item.id, {
        types: [...(known?.types ?? []), name],
        item: {
          ...known?.item,
          ...item,
          reasons: [...new Set(reasons)],
          mentions: sentences.get(item.id) ?? [],
        },
      });
    }
  }
  const relations = groupBy([...placed.values()], ({ types }) =>
    types.map(({ type }) => type).join('\n'),
  ).map(([, group]) => ({ types: group[0]?.types ?? [], items: group.map(({ item }) => item) }));
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

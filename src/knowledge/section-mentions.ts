import { findCollection } from '../subject/subject.ts';
import { pagePath } from './address.ts';
import type { Library } from './library.ts';
import type { Note } from './note.ts';
import { findSection } from './resolve-link.ts';

/** One note that points at a section: where it does, in which sentence, and how the two notes are related. */
export interface SectionMention {
  /** Id and title of the note that mentions. */
  id: string;
  title: string;
  hue: string;
  /** The place that mentions. */
  href: string;
  /** The sentence around the link. */
  context: string;
  /** The relation as the mentioned note sees it. */
  relation?: string;
}

/**
 * Who points at which section of a note, by the section's place in its outline. A link to a figure or table counts for
 * the section that holds it, one to a former anchor for the section it leads to now. The same sentence counts once.
 */
export function listSectionMentions(
  note: Note,
  library: Pick<Library, 'subject' | 'mentions' | 'relations' | 'byId'>,
  base: string,
): Map<number, SectionMention[]> {
  const found = new Map<number, SectionMention[]>();
  const add = (section: number, mention: SectionMention) => {
    const list = found.get(section) ?? [];
    if (list.some(({ id, context }) => id === mention.id && context === mention.context)) return;
    found.set(section, [...list, mention]);
  };
  const types = library.subject.relations;
  const relations = library.relations.get(note.id) ?? [];
  for (const mention of library.mentions.get(note.id) ?? []) {
    const from = library.byId.get(mention.from);
    const section = mention.anchor === undefined ? -1 : findPlace(note, mention.anchor);
    if (!from || section < 0) continue;
    const related = relations.find(({ to }) => to === from.id);
    add(section, {
      ...describe(from, library),
      href: pagePath(
        base,
        from.address,
        mention.fromFigure ?? from.outline.sections[mention.fromSection]?.id,
      ),
      context: mention.context,
      ...(related ? { relation: types.find(related.type).label } : {}),
    });
  }
  for (const { to, type, why } of relations) {
    const from = library.byId.get(to);
    for (const declared of from?.relations ?? []) {
      if (!from || declared.to !== note.id || !declared.section) continue;
      if (types.find(declared.type).inverse !== type) continue;
      const section = findPlace(note, declared.section);
      if (section < 0) continue;
      add(section, {
        ...describe(from, library),
        href: pagePath(base, from.address),
        context: why ?? from.summary,
        relation: types.find(type).label,
      });
    }
  }
  return found;
}

/** The place in the outline of the section that an anchor or a heading's text leads to; -1 where it leads to none. */
function findPlace(note: Note, anchor: string): number {
  const { sections, figures, tables } = note.outline;
  const section = findSection(note, anchor) ?? sections.find(({ text }) => text === anchor);
  if (section) return sections.indexOf(section);
  const inside = [...figures, ...tables].find(
    ({ id, aliases }) => id === anchor || aliases?.includes(anchor),
  );
  return inside?.section ?? -1;
}

function describe(
  note: Note,
  { subject }: Pick<Library, 'subject'>,
): Pick<SectionMention, 'id' | 'title' | 'hue'> {
  return { id: note.id, title: note.title, hue: findCollection(subject, note.collection).class };
}

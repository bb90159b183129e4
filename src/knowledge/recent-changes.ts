import { pagePath } from './address.ts';
import type { Library } from './library.ts';
import { groupBy, type PageLink, relate, type RelatedNote } from './note-page.ts';
import type { Note, Section, WordChange } from './note.ts';

/** What changed on one day, the note that changed most lately first. */
export interface ChangeDay {
  /** `YYYY-MM-DD`. */
  day: string;
  added: RelatedNote[];
  changed: (RelatedNote & { sections: (PageLink & { changes: WordChange[] })[] })[];
}

/** A section that changed, for feeds. */
export interface ChangedSection {
  note: Note;
  section: Section;
  day: string;
}

/** The last `most` days on which notes changed, the newest first; nothing for notes whose days are not known. */
export function listChangeDays(
  library: Pick<Library, 'notes' | 'subject'>,
  base: string,
  most: number,
): ChangeDay[] {
  const dated = library.notes.flatMap((note) => (note.changed ? [{ note, day: note.changed }] : []));
  return groupBy(dated, ({ day }) => day)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, most)
    .map(([day, group]) => ({
      day,
      added: group.filter(({ note }) => note.added === day).map(({ note }) => relate(note, library, base)),
      changed: group
        .filter(({ note }) => note.added !== day)
        .map(({ note }) => ({
          ...relate(note, library, base),
          sections: note.outline.sections
            .filter(({ changed, depth, text }) => changed === day && depth <= 4 && text)
            .map(({ id, text, changes = [] }) => ({
              href: pagePath(base, note.address, id),
              title: text,
              changes,
            })),
        })),
    }));
}

/** The `most` sections (h2–h3) that changed last, the newest first, in reading order within a day. */
export function listChangedSections(library: Pick<Library, 'notes'>, most: number): ChangedSection[] {
  return library.notes
    .flatMap((note) =>
      note.outline.sections.flatMap((section) =>
        section.changed && section.depth <= 3 ? [{ note, section, day: section.changed }] : [],
      ),
    )
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .slice(0, most);
}

/** Whether a section changed later than most of its note: only then does its day say anything. */
export function isNewerThanMost(
  section: Pick<Section, 'changed'>,
  sections: readonly Pick<Section, 'changed'>[],
): boolean {
  const { changed } = section;
  if (changed === undefined) return false;
  const older = sections.filter((other) => other.changed !== undefined && other.changed < changed);
  return older.length * 2 > sections.length;
}

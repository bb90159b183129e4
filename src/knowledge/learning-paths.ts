import type { Library } from './library.ts';
import { pagePath } from './address.ts';
import type { PageLink } from './note-page.ts';
import { readingMinutes } from './text.ts';

/** An ordered reading. */
export interface PathPage {
  name: string;
  label: string;
  description: string;
  /** Minutes for all of it. */
  minutes: number;
  /** Each note's link with the path in its address, so that the way on follows it. */
  notes: (PageLink & { id: string })[];
}

/** The learning paths that the subject declares, without notes that are not published. */
export function listPaths({ subject, byId }: Pick<Library, 'subject' | 'byId'>, base: string): PathPage[] {
  return subject.paths.flatMap(({ name, label, description, notes }) => {
    const shown = notes.flatMap((id) => byId.get(id) ?? []);
    if (shown.length === 0) return [];
    return [
      {
        name,
        label,
        description,
        minutes: shown.reduce((sum, note) => sum + readingMinutes(note.outline.text), 0),
        notes: shown.map((note) => ({
          id: note.id,
          href: `${pagePath(base, note.address)}?path=${encodeURIComponent(name)}`,
          title: note.title,
        })),
      },
    ];
  });
}

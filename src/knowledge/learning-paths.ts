import { pagesWords } from '#words';
import type { LearningPath } from '../subject/subject.ts';
import type { Library } from './library.ts';
import { pagePath } from './address.ts';
import type { PageLink } from './note-page.ts';
import { resolveLink } from './resolve-link.ts';
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

/** Of inferred paths, how many notes one has at least, and how many there are at most. */
const fewestNotes = 3;
const mostInferred = 12;

/**
 * The learning paths that the subject declares, without notes that are not published; where it declares none, those
 * that follow from what notes require.
 */
export function listPaths(library: Library, base: string): PathPage[] {
  const { subject, byId } = library;
  const paths = subject.paths.length > 0 ? subject.paths : inferPaths(library);
  return paths.flatMap(({ name, label, description, notes }) => {
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

/** Whether a property or a relation says what is read first. */
export function namesRequirement(name: string): boolean {
  return pagesWords().paths.required.includes(name.toLowerCase().replace(/[ _]+/gu, '-'));
}

/** A path to each note that requires others and that nothing requires, the longest first; what is required comes before. */
export function inferPaths({
  notes,
  byId,
  links: index,
}: Pick<Library, 'notes' | 'byId' | 'links'>): LearningPath[] {
  const words = pagesWords().paths;
  const required = new Map<string, string[]>();
  for (const note of notes) {
    const declared = note.relations
      .filter(({ type, to }) => namesRequirement(type) && byId.has(to))
      .map(({ to }) => to);
    // Vaults say it with links: `requires: ["[[…]]"]`.
    const linked = note.outline.links.flatMap(({ url, property }) =>
      property !== undefined && namesRequirement(property) ? [url] : [],
    );
    // What a plain word names may be no note: `requires: Python 3.10`.
    const named = (note.required ?? []).map((name) => `wiki:${encodeURIComponent(name)}`);
    const found = [...linked, ...named].flatMap((url) => {
      const target = resolveLink(url, note, index);
      return target.kind === 'note' && target.note !== note ? [target.note.id] : [];
    });
    const before = new Set([...declared, ...found]);
    if (before.size > 0) required.set(note.id, [...before]);
  }
  const inner = new Set([...required.values()].flat());
  return notes
    .filter(({ id }) => required.has(id) && !inner.has(id))
    .map(({ id, title }) => ({
      name: id,
      label: words.before(title),
      description: words.inferred,
      notes: listBefore(id, required),
    }))
    .filter((path) => path.notes.length >= fewestNotes)
    .sort((a, b) => b.notes.length - a.notes.length)
    .slice(0, mostInferred);
}

/** A note after all that it requires; what requires itself in the end is named once. */
function listBefore(goal: string, required: ReadonlyMap<string, readonly string[]>): string[] {
  const ordered: string[] = [];
  const seen = new Set([goal]);
  const open: { id: string; at: number }[] = [{ id: goal, at: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const next = required.get(top.id)?.[top.at++];
    if (next === undefined) {
      ordered.push(top.id);
      open.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      open.push({ id: next, at: 0 });
    }
  }
  return ordered;
}

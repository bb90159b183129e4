import { findCollection } from '../subject/subject.ts';
import { pagePath } from './address.ts';
import { firstConsonant } from './first-consonant.ts';
import type { Library } from './library.ts';
import { groupBy } from './note-page.ts';
import type { Note } from './note.ts';
import { compareTitles } from './text.ts';

export interface GlossaryItem {
  anchor: string;
  word: string;
  latin: string;
  definition: string;
  /** The note that explains it; a term may name one that is not there. */
  note: { id: string; title: string; href: string } | undefined;
  /** Name of the collection of its note. */
  collection: string;
  alike: string[];
}

/** Terms and the notes that define one, by first consonant; Latin letters and digits first. */
export function buildGlossary(library: Library, base: string): { initial: string; items: GlossaryItem[] }[] {
  const lead = ({ id, title, address }: Note) => ({ id, title, href: pagePath(base, address) });
  const items: GlossaryItem[] = library.terms.map((term) => {
    const note = library.byId.get(term.note);
    return {
      anchor: `term-${term.id}`,
      word: term.term,
      latin: [term.english, term.abbreviation].filter(Boolean).join(', '),
      definition: term.definition,
      note: note && lead(note),
      collection: note?.collection ?? '',
      alike: term.synonyms,
    };
  });
  for (const note of library.notes) {
    if (!findCollection(library.subject, note.collection).isGlossary) continue;
    items.push({
      anchor: `term-${note.id}`,
      word: note.title,
      latin: note.english ?? '',
      definition: note.definition ?? note.summary,
      note: lead(note),
      collection: note.collection,
      alike: note.aliases,
    });
  }
  items.sort((a, b) => compareTitles(a.word, b.word));
  return groupBy(items, ({ word }) => firstConsonant(word) ?? 'A–Z')
    .sort(([a], [b]) => (a === 'A–Z' ? -1 : b === 'A–Z' ? 1 : compareTitles(a, b)))
    .map(([initial, group]) => ({ initial, items: group }));
}

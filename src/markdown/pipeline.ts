/** The plugins that every note passes through, in order. The config composes them; nothing else knows the list. */
import type { PluggableList } from 'unified';
import { remarkCitations } from './citations.ts';
import { rehypeCodeBlocks, remarkCodeLanguages } from './code-blocks.ts';
import { rehypeDates } from './dates.ts';
import { remarkDiagrams } from './diagrams.ts';
import { remarkNoteLinks } from './note-links.ts';
import { remarkParseNote } from './parse-note.ts';
import { remarkPrepareNote } from './prepare-note.ts';
import type { FindContext } from './render-context.ts';
import { rehypeSectionLinks } from './section-links.ts';
import { rehypeSectionMentions } from './section-mentions.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTasks } from './tasks.ts';
import { rehypeTerms } from './terms.ts';

/** remark and rehype plugins for Astro's unified processor. */
export function notePlugins(find: FindContext): {
  remarkPlugins: PluggableList;
  rehypePlugins: PluggableList;
} {
  return {
    remarkPlugins: [
      remarkParseNote,
      [remarkPrepareNote, { find }],
      [remarkNoteLinks, { find }],
      [remarkCitations, { find }],
      [remarkDiagrams, { find }],
      remarkCodeLanguages,
    ],
    rehypePlugins: [
      rehypeCodeBlocks,
      rehypeTasks,
      [rehypeTables, { find }],
      [rehypeTerms, { find }],
      [rehypeSectionLinks, { find }],
      [rehypeSectionMentions, { find }],
      rehypeDates,
    ],
  };
}

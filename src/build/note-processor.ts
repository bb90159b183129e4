import { notesWords } from '#words';
import { unified } from '@astrojs/markdown-remark';
import { notePlugins } from '../markdown/pipeline.ts';
import { findContext } from './render-notes.ts';

type Options = NonNullable<Parameters<typeof unified>[0]>;

/** How code is set in notes: classes of the style sheet instead of colours. */
export const codeOptions = {
  syntaxHighlight: { type: 'shiki' as const, excludeLangs: ['mermaid', 'math'] },
  shikiConfig: { theme: 'css-variables' as const },
};

// The two sides name the type of a plugin in two ways.
const plugins = notePlugins(findContext) as Pick<Options, 'remarkPlugins' | 'rehypePlugins'>;

/** What turns a note's Markdown into HTML, for Astro (which compiles MDX with it) and for `render-note.ts`. */
export const noteProcessor = unified({
  gfm: false,
  smartypants: false,
  ...plugins,
  remarkRehype: {
    // Asked for when a note is rendered: the language is not chosen yet when this is loaded.
    get footnoteLabel() {
      return notesWords().footnotes;
    },
    footnoteBackLabel: (index: number) => notesWords().backToFootnote(index + 1),
  },
});

import { notesWords } from '#words';
import { unified } from '@astrojs/markdown-remark';
import { notePlugins } from '../markdown/pipeline.ts';
import { findContext } from './render-notes.ts';

type Options = NonNullable<Parameters<typeof unified>[0]>;

/** Longer lines of code are set without colours: what they take is not bounded by time, which would be chance. */
const longestLine = 5000;

/** Colours code the same on a fast machine and a slow one: by itself the highlighter gives up a line after half a second. */
const untimed = {
  name: 'atlas-untimed',
  preprocess(_: string, options: { tokenizeTimeLimit?: number; tokenizeMaxLineLength?: number }): void {
    options.tokenizeTimeLimit = 0;
    options.tokenizeMaxLineLength = longestLine;
  },
};

/** How code is set in notes: classes of the style sheet instead of colours. */
export const codeOptions = {
  syntaxHighlight: { type: 'shiki' as const, excludeLangs: ['mermaid', 'math'] },
  shikiConfig: { theme: 'css-variables' as const, transformers: [untimed] },
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
    footnoteLabelProperties: { className: ['visually-hidden'] },
    footnoteBackLabel: (index: number) => notesWords().backToFootnote(index + 1),
  },
});

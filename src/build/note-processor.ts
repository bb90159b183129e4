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
    footnoteLabel: '각주',
    footnoteBackLabel: (index: number) => `본문의 각주 ${index + 1}로 돌아가기`,
  },
});

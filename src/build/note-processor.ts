import { notesWords } from '#words';
import { rehypeHeadingIds, rehypeShiki, unified as astroProcessor } from '@astrojs/markdown-remark';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import remarkRehype from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { VFile } from 'vfile';
import { notePlugins } from '../markdown/pipeline.ts';
import { readsAsWritten } from '../markdown/reads-as-written.ts';
import { visit } from '../markdown/visit.ts';
import { findContext } from './render-notes.ts';

type Options = NonNullable<Parameters<typeof astroProcessor>[0]>;

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
const plugins = notePlugins(findContext);

const footnotes = {
  // Asked for when a note is rendered: the language is not chosen yet when this is loaded.
  get footnoteLabel() {
    return notesWords().footnotes;
  },
  footnoteLabelProperties: { className: ['visually-hidden'] },
  footnoteBackLabel: (index: number) => notesWords().backToFootnote(index + 1),
};

/** What turns a note's Markdown into HTML for Astro, which compiles MDX with it. */
export const noteProcessor = astroProcessor({
  gfm: false,
  smartypants: false,
  ...(plugins as Pick<Options, 'remarkPlugins' | 'rehypePlugins'>),
  remarkRehype: footnotes,
});

/**
 * Opens what turns a note's Markdown into the HTML that `noteProcessor` makes of it. Astro's parses every tree once
 * more, in case HTML in it is out of order, and walks it for pictures, code and headings of which most notes have none
 * that are its business: a quarter of what a note takes.
 */
export function openRenderer(): (
  body: string,
  path: string,
  data: Record<string, unknown>,
) => Promise<string> {
  const processor = unified()
    .use(plugins.remarkPlugins)
    .use(remarkRehype, { allowDangerousHtml: true, ...footnotes })
    .use(rehypeColours)
    .use(plugins.rehypePlugins)
    .use(rehypeBareHeadings)
    .use(rehypeWrite)
    .freeze();
  return async (body, path, data) => String(await processor.process(new VFile({ value: body, path, data })));
}

type Transform = (tree: Root, file: VFile) => Promise<void> | void;

function rehypeColours(): Transform {
  const { syntaxHighlight, shikiConfig } = codeOptions;
  const colour = (rehypeShiki as (...given: unknown[]) => Transform)(
    shikiConfig,
    syntaxHighlight.excludeLangs,
  );
  return async (tree, file) => {
    if (hasSome(tree, ({ tagName }) => tagName === 'pre')) await colour(tree, file);
  };
}

/** Headings that are no sections of the note have ids as Astro makes them. */
function rehypeBareHeadings(): Transform {
  const name = (rehypeHeadingIds as () => Transform)();
  return (tree, file) => {
    if (hasSome(tree, isBareHeading)) return name(tree, file);
  };
}

function rehypeWrite(this: Processor): void {
  this.compiler = (tree) => writeHtml(tree as Root);
}

function writeHtml(tree: Root): string {
  const html = toHtml(tree, { allowDangerousHtml: true });
  return readsAsWritten(tree) ? html : toHtml(fromHtml(html, { fragment: true }));
}

function hasSome(tree: Root, test: (element: Element) => boolean): boolean {
  let isFound = false;
  visit(tree, 'element', (element) => !(isFound ||= test(element)));
  return isFound;
}

function isBareHeading({ tagName, properties }: Element): boolean {
  return /^h[0-6]/u.test(tagName) && typeof properties['id'] !== 'string';
}

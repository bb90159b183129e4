/**
 * The Markdown dialect, in one list: the content check, the backlinks and the pages must read a note alike.
 * Emphasis and strikethrough follow the CJK-friendly rules, because CommonMark leaves `**용어(English)**는` literal
 * (https://github.com/commonmark/commonmark-spec/issues/650).
 */
import { directiveFromMarkdown } from 'mdast-util-directive';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import type { PluggableList, Processor } from 'unified';
import { containers } from '../flavours/container-syntax.ts';
import { flavourSyntax } from '../flavours/index.ts';
import { remarkBoundAutolinks } from './bound-autolinks.ts';
import { htmlBlocks } from './html-blocks.ts';
import { lazyDefinitions } from './lazy-definitions.ts';
import { moveOnlyWhatFollows } from './move-events.ts';
import { remarkUnquotedTags } from './unquoted-tags.ts';

moveOnlyWhatFollows();

export const syntaxPlugins: PluggableList = [
  // A single tilde is a Korean range mark (`5~10명`), never a strikethrough.
  [remarkGfm, { singleTilde: false }],
  remarkBoundAutolinks,
  remarkCjkFriendly,
  [remarkCjkFriendlyStrikethrough, { singleTilde: false }],
  remarkBlockDirectives,
  remarkUnquotedTags,
  // `$20→$0.07` is money: inline maths wants two dollar signs here; `$$…$$` on lines of its own is a block.
  [remarkMath, { singleDollarTextMath: false }],
  ...flavourSyntax,
];

/**
 * `:::note` blocks and `::table` lines, but not `:text` directives: those would swallow ordinary Korean notation
 * such as `1:n` or `14:a`.
 */
function remarkBlockDirectives(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push(containers(), htmlBlocks(), lazyDefinitions());
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

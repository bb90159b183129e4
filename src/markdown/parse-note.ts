import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFileMessage } from 'vfile-message';
import { emptyOutline, type Outline, type Trouble } from '../knowledge/note.ts';
import { buildOutline } from './outline.ts';
import { type PrepareOptions, prepareTree } from './prepare-tree.ts';
import { syntaxPlugins } from './syntax.ts';

const parsers = {
  md: unified().use(remarkParse).use(syntaxPlugins).freeze(),
  mdx: unified().use(remarkParse).use(syntaxPlugins).use(remarkMdx).freeze(),
};

/** Markdown to a tree, as the pages' own pipeline parses it. MDX that is not well-formed throws a `VFileMessage`. */
export function parseMarkdown(body: string, format: 'md' | 'mdx'): Root {
  return parsers[format].parse(body);
}

/**
 * The outline of a note's body, and the title that its first h1 gives it (`''` where it has none) unless `options` say
 * one. Wrong MDX gives an outline without content and one trouble at its place.
 */
export function readOutline(
  body: string,
  format: 'md' | 'mdx',
  options: PrepareOptions,
): { outline: Outline; title: string } {
  try {
    const tree = parseMarkdown(body, format);
    const title = prepareTree(tree, { ...options, flavour: { path: '', ...options.flavour, source: body } });
    return { outline: buildOutline(tree), title };
  } catch (error) {
    return { outline: { ...emptyOutline(), troubles: [readTrouble(error)] }, title: options.title };
  }
}

/** Some MDX errors carry their place only inside the sentence: `… (3:1-3:6)`, counted in the body. */
function readTrouble(error: unknown): Trouble {
  const { line, column, reason, message } = error as Partial<VFileMessage> & Error;
  const said = (reason ?? message).replace(/ \(note: .*\)$/su, '');
  const inside = / ?\((\d+):(\d+)(?:-\d+:\d+)?\)/u.exec(said);
  return {
    line: line ?? Number(inside?.[1] ?? 1),
    column: column ?? Number(inside?.[2] ?? 1),
    severity: 'error',
    message: `MDX 문법이 맞지 않습니다: ${said.replace(/ ?\(\d+:\d+(?:-\d+:\d+)?\)/gu, '')}`,
  };
}

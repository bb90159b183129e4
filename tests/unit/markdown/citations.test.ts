import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { expect, it } from 'vitest';
import { remarkCitations } from '../../../src/markdown/citations.ts';
import { parseMarkdown } from '../../../src/markdown/parse-note.ts';
import type { RenderContext } from '../../../src/markdown/render-context.ts';

it.each([
  ['말 [@kim2020]과 [@a; @b, p. 3]', '말 (kim2020)과 (a; b, p. 3)'],
  ['[-@lee:2019] [see @doe99, p. 3] [@10.1234/a.B-1]', '(lee:2019) (see doe99, p. 3) (10.1234/a.B-1)'],
  ['a@b.c [메일 a@b.c] [@] [@ x]', 'a@b.c [메일 a@b.c] [@] [@ x]'],
])('a citation says whom it means where there is no list of sources: %s', async (written, shown) => {
  const tree: Root = parseMarkdown(written, 'md');
  const context = { library: { sources: [] } } as unknown as RenderContext;
  await remarkCitations({ find: () => Promise.resolve(context) })(tree, new VFile());
  expect(toString(tree)).toBe(shown);
});

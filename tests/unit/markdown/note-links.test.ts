import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { openVault } from '../flavours/vault.ts';
import { remarkNoteLinks } from '../../../src/markdown/note-links.ts';
import type { RenderContext } from '../../../src/markdown/render-context.ts';

/** Only addresses of other sites, which no folder has to be asked about. */
async function render(
  body: string,
  context = { note: {}, base: '/', library: { links: {} } } as RenderContext,
): Promise<string> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkNoteLinks, { find: () => Promise.resolve(context) })
    .use(remarkRehype)
    .use(rehypeStringify);
  return String(await processor.process(body));
}

it('leads from the words of a picture of another site to it', async () => {
  expect(await render('![탑](https://i.example/a.png)')).toBe(
    '<p><a href="https://i.example/a.png" class="external" rel="noopener external">탑</a></p>',
  );
});

it('keeps words of its own in place of a picture out of the search', async () => {
  expect(await render('![](https://i.example/a.png)')).toContain('data-pagefind-ignore');
});

it.each([
  ['[![](https://i.example/a.png)](https://b.example)', '바깥 그림'],
  ['[![탑](https://i.example/a.png)](https://b.example)', '탑'],
  ['[![탑][a]][b]\n\n[a]: https://i.example/a.png\n[b]: https://b.example', '탑'],
  ['[*![탑](https://i.example/a.png)*](https://b.example)', '<em>탑</em>'],
])('leaves a link with such a picture its own address and words: %s', async (body, words) => {
  expect(await render(body)).toBe(
    `<p><a href="https://b.example" class="external" rel="noopener external">${words}</a></p>`,
  );
});

it('shows both words of a citation that leads nowhere', async () => {
  const { library } = (await openVault({ 'a.md': '글' })).atlas;
  const context = { note: library.notes[0], base: '/', library } as RenderContext;
  const words = async (body: string) => (await render(body, context)).replace(/<[^<>]*>/gu, '');
  expect(await words('ReNet [16](RFLA), [2,3](방법)')).toBe('ReNet [16](RFLA), [2,3](방법)');
  expect(await words('[1](a.md) [2](none.md) [글](RFLA)')).toBe('1 2 글');
});

import { afterEach, expect, test, vi } from 'vitest';
import { codeOptions, noteProcessor, openRenderer } from '../../../src/build/note-processor.ts';

afterEach(() => vi.restoreAllMocks());

test('code has the same colours however slow the machine is', async () => {
  const render = openRenderer();
  const note = `\`\`\`js\nconst line = "가나다";\nconst long = "${'x'.repeat(6000)}";\n\`\`\`\n`;
  const usual = await render(note, '/note.md', {});
  // Every look at the clock finds that a minute has passed.
  let now = Date.now();
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 60_000));
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 60_000));
  expect(await render(note, '/note.md', {})).toBe(usual);
  expect(usual).toContain('code-keyword');
  expect(usual.match(/code-keyword">const/gu)).toHaveLength(1);
}, 60_000);

test.each([
  [
    'text',
    '# 가\n\n나 *다* `라` [마](https://example.org)\n\n- 바\n- 사\n\n> ### 아\n\n| 자 |\n| --- |\n| 차 |\n',
  ],
  ['code with marked lines', '```js {1}\nlet a = 1;\nlet b = 2;\n```\n'],
  ['a formula', '$$\na < b\n$$\n'],
  [
    'HTML out of order',
    '<p>가<div>나</div>다</p>\n\n<table><tr><td>라</td></tr></table>\n\n[마 <a href="#x">바</a>](#y)\n',
  ],
])('a note comes out as Astro would write it: %s', async (_, note) => {
  const { render } = await noteProcessor.createRenderer({ image: {}, ...codeOptions });
  expect(await openRenderer()(note, '/note.md', {})).toBe((await render(note, { frontmatter: {} })).code);
});

import { describe, expect, it } from 'vitest';
import { render } from '../flavours/render.ts';

const read = async (body: string) => (await render(body)).html.replace(/\n/gu, '');

describe('blocks of HTML', () => {
  it.each([
    [
      'a fence below the end',
      '<div>\n<b>가</b>\n</div>\n```js\n나\n```\n\n다',
      /<\/div><pre>.*나.*<\/pre><p>다<\/p>$/u,
    ],
    [
      'Markdown in it',
      '<div class="x" markdown="1">\n**가** [나](b.md)\n\n다\n</div>\n**라**',
      /<strong>가<\/strong> <a href="b.md">나<\/a>.*다.*<\/div><p><strong>라<\/strong>/u,
    ],
    ['the short attribute', '<div markdown>\n- 가\n</div>\n글', /<li>가<\/li>.*<\/div><p>글<\/p>/u],
    [
      'one in another',
      '<div>\n<div>\n가\n</div>\n**나**\n</div>\n**다**',
      /나.*<\/div><p><strong>다<\/strong><\/p>$/u,
    ],
    ['one that nothing closes', '<div>\n가\n\n**나**', /<strong>나<\/strong>/u],
    ['a table', '<table>\n<tr><td>가</td></tr>\n</table>\n\n**나**', /가.*<strong>나<\/strong>/u],
    [
      'in a list',
      '- 가\n  <div>\n  나\n  </div>\n  **다**\n\n라',
      /나.*<strong>다<\/strong>.*<\/ul><p>라<\/p>$/u,
    ],
    ['right below a list', '- 가\n<div>\n나\n</div>\n\n다', /<li>가<\/li><\/ul><div>나<\/div><p>다<\/p>$/u],
    ['right below a quote', '> 가\n<div>\n나\n</div>\n**다**', /<\/blockquote><div>나<\/div><p><strong>다/u],
    [
      'an indented tag right below an end',
      '<div>\n  <div>\n\n가\n\n  </div>\n    <div>\n    나\n    </div>\n</div>\n\n다',
      /<div><div><p>가<\/p><\/div><div>나<\/div><\/div><p>다<\/p>$/u,
    ],
    ['a tab right below an end', '<div>가</div>\n\t<p>나</p>\n**다**', /<p>나<\/p><p><strong>다/u],
    [
      'an indented tag in one for Markdown',
      '<div markdown>\n    <div markdown>\n    가\n    </div>\n</div>\n글',
      /^<div><div>가<\/div><\/div><p>글<\/p>$/u,
    ],
    ['code below a blank line', '<div>가</div>\n\n    나\n', /<pre><code>나<\/code><\/pre>$/u],
    ['a list right below an end', '<div>가</div>\n- 나\n', /<\/div><ul><li>나<\/li><\/ul>$/u],
  ])('end with their element: %s', async (_, body, shown) => {
    expect(await read(body)).toMatch(shown);
  });

  it('hide what they hid', async () => {
    const hidden = '<div hidden markdown="1">\n비밀\n</div>\n글';
    expect(await read(hidden)).not.toContain('비밀');
    expect(await read('<div style="display:none">\n비밀\n</div>\n```\n글\n```')).not.toContain('비밀');
  });

  it('are read in the measure of their text where each line is indented', async () => {
    const time = async (count: number) => {
      const start = performance.now();
      await render(`<div>a</div>\n${'    <div>b</div>\n'.repeat(count)}`);
      return performance.now() - start;
    };
    await time(200);
    const [once, twice] = [await time(800), await time(1600)];
    expect(twice / once).toBeLessThan(4);
  });

  it('are read in the measure of their text', async () => {
    const time = async (count: number) => {
      const start = performance.now();
      await render(`<div ${'markdown '.repeat(count)}\n\n${'<div>\n'.repeat(count / 10)}`);
      return performance.now() - start;
    };
    await time(2000);
    const [once, twice] = [await time(8000), await time(16_000)];
    expect(twice / once).toBeLessThan(4);
  });
});

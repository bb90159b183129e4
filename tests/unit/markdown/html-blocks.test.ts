import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/markdown/parse-note.ts';
import { render } from '../flavours/render.ts';
import { secondsOf } from '../processor-time.ts';

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
    ['a rule, and a heading below it', '<hr>\n## 가\n나', /^<hr><h2>가<\/h2><p>나<\/p>$/u],
    [
      'pictures in a row, and text below them',
      '<img src="a.png">\n<img src="b.png">\n글 **가** [[노트]]',
      /^<p><img[^>]*><img[^>]*><\/p><p>글 <strong>가<\/strong> <a/u,
    ],
    [
      'a line break, and a list below it',
      '<br/>\n- 가\n- 나',
      /<br><\/p><ul><li>가<\/li><li>나<\/li><\/ul>$/u,
    ],
    ['a table of HTML', '<table>\n<tr><td>가</td></tr>\n</table>\n## 나', /<\/table><h2>나<\/h2>$/u],
    [
      'an element of a line, which opens no block',
      '<span class="i"></span> [[노트]]\n\n- <span></span> **가**',
      /^<p><span><\/span> <a[^>]*>노트<\/a><\/p><ul><li><span><\/span> <strong>가<\/strong><\/li><\/ul>$/u,
    ],
  ])('end with their element: %s', async (_, body, shown) => {
    expect(await read(body)).toMatch(shown);
  });

  it.each([
    [
      'a list',
      '<details>\n<summary>물음</summary>\n- 가\n  - 나\n</details>\n\n다',
      /<\/summary><ul><li>가<ul><li>나<\/li><\/ul><\/li><\/ul><\/details><p>다<\/p>$/u,
    ],
    [
      'a heading and bold words',
      '<div>\n## 가\n**나**\n</div>',
      /^<div><h2>가<\/h2><p><strong>나<\/strong>/u,
    ],
    [
      'a fence with a blank line',
      '<details>\n<summary>답</summary>\n```js\n가\n\n나\n```\n</details>\n다',
      /<pre><code[^>]*>가나<\/code><\/pre><\/details><p>다<\/p>$/u,
    ],
    ['a quote', '<div>\n> 가\n</div>', /^<div><blockquote><p>가<\/p><\/blockquote><\/div>$/u],
  ])('hold Markdown that follows a tag: %s', async (_, body, shown) => {
    expect(await read(body)).toMatch(shown);
  });

  it('leave as it is written what stands in a tag, in code, and where no mark of Markdown is', async () => {
    expect(await read('<div>\n<pre>\n- 가\n**나**\n</pre>\n</div>')).toContain('<pre>- 가**나**</pre>');
    expect(await read('<div>\n글 2*3*4 <b\n> 가</b>\n</div>')).toBe('<div>글 2*3*4 <b> 가</b></div>');
  });

  it('hide what they hid', async () => {
    const hidden = '<div hidden markdown="1">\n비밀\n</div>\n글';
    expect(await read(hidden)).not.toContain('비밀');
    expect(await read('<div style="display:none">\n비밀\n</div>\n```\n글\n```')).not.toContain('비밀');
  });

  it.each([
    ['a line that goes on', `<div ${'markdown '.repeat(60_000)}\n\n`],
    ['lines that open', '<div>\n'.repeat(8_000)],
    ['indented lines', `<div>a</div>\n${'    <div>b</div>\n'.repeat(8_000)}`],
  ])('are read in the measure of their text: %s', async (_, body) => {
    expect(await secondsOf(() => parseMarkdown(body, 'md'))).toBeLessThan(10);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideComments } from '../../../src/flavours/hide-comments.ts';

const hide = (body: string, format: 'md' | 'mdx' = 'md') => hideComments(body, format).body;

describe('hideComments', () => {
  it.each([
    ['ends with what belongs to it', '{% if false %}비밀{% if a %}비밀{% endif %}비밀{% endif %}뒤', '뒤'],
    ['ends before what is shown', '{% if false %}비밀{% else %}앞{% endif %}뒤', '앞뒤'],
    [
      'holds what has an else of its own',
      '{% if False %}{% for a in b %}비밀{% else %}비밀{% endfor %}비밀{% else %}앞{% endif %}뒤',
      '앞뒤',
    ],
    [
      'leaves what asks again as it is written',
      '{% if false %}비밀{% elsif a %}앞{% endif %}',
      '{% elsif a %}앞{% endif %}',
    ],
    ['holds what nothing closes', '{% if false %}비밀{% for a in b %}비밀{% endif %}뒤', '뒤'],
    ['is text where nothing closes it', '{% if false %}앞', '{% if false %}앞'],
    ['is text in code', '`{% if false %}`앞`{% endif %}`', '`{% if false %}`앞`{% endif %}`'],
  ])('a branch that nobody takes %s', (_, text, seen) => expect(hide(text)).toBe(seen));

  it('a word behind strokes opens no comment, and ends none below it', () => {
    expect(hide('//// later\n////\n비밀\n////')).not.toContain('비밀');
    expect(hide('//// note\n\n글\n\n////\n비밀\n////\n\n끝')).not.toContain('비밀');
    expect(hide('//// note\n\n글\n////\n\n끝')).toContain('////');
    const block = '/// own-row\n//// own-column\n앞\n////\n\n//// tip\n뒤\n////\n///';
    expect(hide(block)).toBe(block);
  });

  it('a fence for nobody may begin in an item of a list', () => {
    expect(hide('- ```ad-private\n  비밀\n  ```\n- 뒤')).toBe('- \n  \n  \n- 뒤');
    expect(hide('> 1. - ```{comment}\n>      비밀\n>      ```\n> 뒤')).not.toContain('비밀');
    const code = '```\n- ```ad-private\n글\n```';
    expect(hide(code)).toBe(code);
  });

  it('a region of something else ends no part that is for nobody', () => {
    const marked = '<!-- draft -->앞<!-- #region a -->글<!-- #endregion -->뒤';
    expect(hide(marked)).toBe('앞글뒤');
    expect(hide('앞<!-- region internal -->비밀<!-- endregion internal -->뒤')).toBe('앞뒤');
  });

  it('a box of notes is for readers where it has a title, and in documentation', () => {
    const titled = ':::notes 제목\n앞\n:::';
    expect(hide(titled)).toBe(titled);
    const bare = '::: notes\n앞\n:::';
    expect(hide(bare)).not.toContain('앞');
    expect(hideComments(bare, 'md', { isDocumentation: true })).toEqual({ body: bare, troubles: [] });
    expect(hide('::: {.notes}\n비밀\n:::')).not.toContain('비밀');
  });

  it.each([
    ['> [!private] 비밀\n> 비밀\n', '[!private]'],
    ['!!! internal "비밀"\n    비밀\n', '!!! internal'],
    ['비밀\n{: .hidden }\n', '{: .hidden }'],
    ['## 비밀 {.private}\n\n비밀\n', '{.private}'],
    ['비밀\n{: style="color:red; display: none" }\n', '{: style="color:red; display: none" }'],
    ['## 비밀 {style="display:none"}\n\n비밀\n', '{style="display:none"}'],
    ['```ad-private 비밀\n비밀\n```\n', '```ad-private 비밀'],
    ['//// private | 비밀\n/// note\n비밀\n///\n////\n', '//// private | 비밀'],
    ['/// private\n비밀\n/// note\n비밀\n///\n비밀\n///\n', '/// private'],
    [':::note{.hidden title="비밀"}\n비밀\n:::\n', ':::note{.hidden'],
    ['::: tip [비밀] {open hidden}\n비밀\n:::\n', '::: tip [비밀] {open hidden}'],
    [':::note{style="display:none"}\n비밀\n:::\n', ':::note{style'],
    ['/// private\n비밀\n/// note\n비밀\n///\n', '/// private'],
    ['/// details | 비밀\n    attrs: {style: "display: none"}\n비밀\n///\n', '/// details | 비밀'],
    ['> [!private] 비밀\n> 비밀\n비밀\n| 비밀 | 비밀 |\n', '[!private]'],
    ['/// admonition | 비밀\n    type: private\n비밀\n///\n', '/// admonition | 비밀'],
    ['/// html | div.hidden\n비밀\n///\n', '/// html | div.hidden'],
    ['/// html | div[style="display:none"]\n비밀\n///\n', '/// html | div[style="display:none"]'],
    ['/// details | 비밀\n    open: true\n    attrs: {class: "a hidden"}\n비밀\n///\n', '/// details | 비밀'],
  ])('a warning names what hides a block as it is written: %j', (text, sign) => {
    const { body, troubles } = hideComments(text, 'md');
    expect(body).not.toContain('비밀');
    expect(troubles.map(({ message }) => message.includes(`${sign}`))).toEqual([true]);
  });

  it.each([
    '> [!private]\n>\n글',
    '> [!private] 비밀\n# 글',
    '> [!private]\n> # 비밀\n글',
    '/// html | hidden\n글\n///',
  ])('what stands below a block for nobody, or is none, stays: %j', (text) => {
    expect(hideComments(text, 'md').body).toContain('글');
  });

  it.each([
    ['inline', '앞 %%비밀%% 뒤', '앞  뒤'],
    ['a word on both sides', '앞%%비밀%%뒤', '앞뒤'],
    ['a block', '앞\n\n%%\n비밀\n\n비밀\n%%\n\n뒤', '앞\n\n\n\n\n\n\n\n뒤'],
    ['over paragraphs from the middle of a line', '앞 %%비밀\n\n비밀%% 뒤', '앞 \n\n 뒤'],
    ['in a heading', '# 제목 %%비밀%%', '# 제목 '],
    ['in a table', '| 가 | 나 |\n| - | - |\n| 다 %%비밀%% | 라 |', '| 가 | 나 |\n| - | - |\n| 다  | 라 |'],
    ['in a quote', '> 앞\n> %%\n> 비밀\n> %%\n> 뒤', '> 앞\n> \n> \n> \n> 뒤'],
    ['in emphasis', '**앞 %%비밀%% 뒤**', '**앞  뒤**'],
    ['at the end of a highlight', '==앞 %%비밀%%== 뒤', '==앞== 뒤'],
    ['at the beginning of emphasis', '**%%비밀%% 앞** * %%비밀%% 뒤', '**앞** *  뒤'],
    ['at the end of emphasis', '**앞 <!-- 비밀 -->**은 %%비밀%% *뒤*', '**앞**은  *뒤*'],
    ['two on a line', '%%비밀%% 가 %%비밀%% 나', ' 가  나'],
    ['with a fence in it', '%%\n```\n비밀\n```\n%%\n뒤', '\n\n\n\n\n뒤'],
    ['an HTML comment', '앞 <!-- 비밀 --> 뒤', '앞  뒤'],
    ['an HTML comment over blank lines', '<!--\n비밀\n\n비밀\n-->\n뒤', '\n\n\n\n\n뒤'],
    [
      'an HTML comment from the middle of a line over paragraphs',
      '앞 <!-- 비밀\n\n비밀 --> 뒤',
      '앞 \n\n 뒤',
    ],
    ['one kind within the other', '%% <!-- 비밀 %% 뒤', ' 뒤'],
    ['of Hugo in its other marks', '앞 {{% comment %}}비밀{{% /comment %}}\n\n뒤', '앞 \n\n뒤'],
    ['text within HTML', '<div>\n%%비밀%%\n</div>', '<div>\n\n</div>'],
    ['empty', '앞 %%%% 뒤', '앞  뒤'],
    ['in the words for an image', '![앞 %%비밀%%](a.png)', '![앞 ](a.png)'],
    ['in the text and the title of a link', '[앞 %%비밀%%](b.md "뒤 %%비밀%%")', '[앞 ](b.md "뒤 ")'],
    ['in the name of a wikilink', '[[b|앞 %%비밀%%]] ![[b|%%비밀%%뒤]]', '[[b|앞 ]] ![[b|뒤]]'],
    [
      'a definition that leads nowhere',
      '앞\n\n[//]: # (비밀)\n\n[x]: <> "비밀"\n[//]: # (비밀)\n\n뒤',
      '앞\n\n\n\n\n\n\n뒤',
    ],
    ['in the title of a definition', '[글]: b.md "앞 %%비밀%%"', '[글]: b.md "앞 "'],
    [
      'in a diagram',
      '> ```mermaid\n> flowchart LR\n>   %% 비밀\n>   A\n> ```',
      '> ```mermaid\n> flowchart LR\n>   \n>   A\n> ```',
    ],
    [
      'a comment around a diagram with one',
      '<!--\n```mermaid\ngraph\n%% 비밀\nA\n```\n-->\n뒤',
      '\n\n\n\n\n\n\n뒤',
    ],
    [
      'in the label of a diagram',
      '```mermaid\ngraph\nA["가 <!-- 비밀 --> 나"]\nB <--> C\n```',
      '```mermaid\ngraph\nA["가  나"]\nB <--> C\n```',
    ],
    [
      'behind a line of a diagram, and in its labels',
      '```mermaid\ngraph\nA[가 %%비밀%%] --> B %% 비밀\nC["100%% 와 200%%"]\n```',
      '```mermaid\ngraph\nA[가 ] --> B \nC["100%% 와 200%%"]\n```',
    ],
    [
      'in the labels of one line of a diagram',
      '```mermaid\ngraph\nA["가 %%비밀%%"] --> B["나 %%비밀%% 다"]\nC[라]%% 비밀\n```',
      '```mermaid\ngraph\nA["가 "] --> B["나  다"]\nC[라]\n```',
    ],
    [
      'in a schedule',
      '```mermaid\ngantt\n# 비밀\n가 %% 비밀 :a, 3d %% 비밀\n나 :b, 3d\n```',
      '```mermaid\ngantt\n\n가 \n나 :b, 3d\n```',
    ],
    [
      'in a diagram between shortcodes',
      '{{< mermaid >}}\n%% 비밀\nA\n{{< /mermaid >}}\n\n{% mermaid %}\n%% 비밀\nA\n{% endmermaid %}',
      '{{< mermaid >}}\n\nA\n{{< /mermaid >}}\n\n{% mermaid %}\n\nA\n{% endmermaid %}',
    ],
    ['in a formula of a line', '가 $a %%비밀%% b$ 나', '가 $a  b$ 나'],
    ['in the name of a link', '[[가 %%비밀%%]] [[가|나 %%비밀%%]]', '[[가 ]] [[가|나 ]]'],
    [
      'in the front matter of a diagram',
      '```mermaid\n---\ntitle: C# 가 # 비밀\n# 비밀\nconfig: "a #fff" # 비밀\n---\npie\n```',
      '```mermaid\n---\ntitle: C# 가 \n\nconfig: "a #fff" \n---\npie\n```',
    ],
    [
      'in the words of kramdown',
      '가 {::comment}비밀{:/} 나\n\n{::comment}\n비밀\n{:/comment}\n다',
      '가  나\n\n\n\n\n다',
    ],
    ['in a shortcode of Hugo', '가 {{< comment >}} 비밀\n{{% 비밀 %}} {{< /comment >}} 나', '가 \n 나'],
    ['in CriticMarkup', '가 {>>비밀<<} 나', '가  나'],
    ['in a block of Logseq', '가\n#+BEGIN_COMMENT\n비밀\n#+END_COMMENT\n나', '가\n\n\n\n나'],
    ['an HTML comment in raw text', '<pre>가 <!-- 비밀 --> %%나%%</pre>', '<pre>가  %%나%%</pre>'],
    ['a comment that holds nothing', '가 <!--> 나 <!---> 다', '가  나  다'],
    ['in the words of Liquid', '가 {%- comment -%}비밀\n\n비밀{%- endcomment %} 나', '가 \n\n 나'],
    ['in the words of Hugo', '가 {{/* 비밀 */}} 나', '가  나'],
    ['the face of a comment', '앞\n\n[^_^]: # (비밀 *비밀*)\n\n뒤', '앞\n\n\n\n뒤'],
    [
      'a definition that a paragraph takes in',
      '앞\n[//]: # (비밀)\n뒤\n\n> - 앞\n>   [숨김]: <> "비밀"\n>   뒤',
      '앞\n\n뒤\n\n> - 앞\n>   \n>   뒤',
    ],
    [
      'a definition whose brackets do not match',
      '[//]: # (비밀 (x) 비밀)\n뒤\n\n[comment]: # (비밀\n비밀 (x) 비밀)\n뒤\n\n[//]: # 비밀',
      '\n뒤\n\n\n\n뒤\n\n',
    ],
    [
      'a definition without a label, or with a sentence for one',
      '[]: # (비밀)\n\n[이 줄은 비밀이다]: #\n\n[//]: // (비밀)\n\n[//]: 비밀',
      '\n\n\n\n\n\n',
    ],
    [
      'what a label calls a comment, or data of the note',
      '[comment]: 비밀\n\n[Comment]: 여러 비밀\n\n앞\n[_metadata_:author]: - "비밀"\n뒤',
      '\n\n\n\n앞\n\n뒤',
    ],
    ['a comment after half a fence in a comment', '%% ``` %%\n\n가 %%비밀%%\n', '\n\n가 \n'],
    ['one that ends as browsers end it too', '앞 <!-- 비밀 --!> 뒤', '앞  뒤'],
    ['of Hugo with hyphens', '가 {{- /* 비밀 */ -}} 나', '가  나'],
    ['in a diagram of MyST', '```{mermaid}\n%% 비밀\nA\n```\n나', '```{mermaid}\n\nA\n```\n나'],
    [
      'in diagrams without a fence',
      '::: mermaid\nA\n %% 비밀\n:::\n\n<div class="mermaid">\n%% 비밀\nA\n</div>\n가 %%비밀%% 나',
      '::: mermaid\nA\n \n:::\n\n<div class="mermaid">\n\nA\n</div>\n가  나',
    ],
    ['the title of a link without words', '가 [](# "비밀") 나', '가  나'],
    [
      'in a block of Logseq that is a list’s',
      '- #+BEGIN_COMMENT\n  비밀\n  #+END_COMMENT\n- 나',
      '- \n  \n  \n- 나',
    ],
    ['in a formula', '$$\nx \\% y % 비밀\n$$\n\n5 % 와 $3 % 나$', '$$\nx \\% y \n$$\n\n5 % 와 $3 % 나$'],
    ['in a shortcode of Hugo that says why', '가 {{< comment "왜" >}} 비밀 {{< /comment >}} 나', '가  나'],
    ['in the words of TeX', '가\n\\begin{comment}\n비밀\n\\end{comment}\n나', '가\n\n\n\n나'],
    ['in raw HTML', '```{=html}\n<!-- 비밀 --><b>가</b>\n```', '```{=html}\n<b>가</b>\n```'],
    ['in the words of Blade and of pages of Java', '가 {{-- 비밀 --}} 나 <%-- 비밀 --%> 다', '가  나  다'],
  ])('hides %s', (_, written, visible) => {
    expect(hide(written)).toBe(visible);
    expect(hideComments(written, 'md').troubles).toEqual([]);
  });

  it.each([
    [
      'in what a label hides',
      '```mermaid\ngraph\nA["가<script>비밀</script>"] --> B["<i style=\'display:none\'>비밀</i>나<b hidden>비밀</b>"]\n```',
      '```mermaid\ngraph\nA["가"] --> B["나"]\n```',
    ],
    ['in the words of Jinja', '가 {# 비밀\n\n비밀 #} 나', '가 \n\n 나'],
    [
      'in the words of Liquid, Handlebars and ERB',
      '가 {% # 비밀 %} 나 {{!-- 비밀 }} --}} 다 {{! 비밀 }} 라 <%# 비밀 %> 마',
      '가  나  다  라  마',
    ],
    [
      'a division that Quarto hides',
      '::: {.content-hidden}\n비밀\n\n::: {.a}\n비밀\n:::\n:::\n나',
      '\n\n\n\n\n\n\n나',
    ],
    [
      'a division that Quarto hides here',
      '::: {.content-hidden when-format="html"}\n비밀\n:::\n나',
      '\n\n\n나',
    ],
    ['a fence of a format that is none', '~~~{=comment}\n비밀\n```\n~~~\n나', '\n\n\n\n나'],
    ['a directive of comments', '> ```{comment}\n> 비밀\n> ```\n나', '> \n> \n> \n나'],
    ['a box of comments', ':::{comment}\n비밀\n:::\n나', '\n\n\n나'],
    ['a division for paper', '::: {.content-visible when-format="pdf"}\n비밀\n:::\n나', '\n\n\n나'],
    ['a division for a profile', '::: {.content-visible when-profile="a"}\n비밀\n:::\n나', '\n\n\n나'],
    ['a box that is named private', '> :::private\n> 비밀\n> :::\n나', '> \n> \n> \n나'],
    ['a paragraph that kramdown hides', '가\n\n비밀\n비밀\n{: .a .hidden }\n\n나', '가\n\n\n\n\n\n나'],
    ['in the words of Jinja without blanks', '가 {#비밀#} 나 {#비밀#}', '가  나 '],
    ['in a sentence, in the words of TeX', '말 \\begin{comment}와 \\end{comment} 사이', '말  사이'],
    ['in braces of MDX in Markdown', '가 {/* 비밀 */} 나', '가  나'],
    ['between percent signs that a number touches', '50%% 비밀 30%% 뒤', '50 뒤'],
    ['between percent signs that lean on one word each', '가 %%나 비밀 %%다', '가 다'],
  ])('hides %s, and says where it did', (_, written, visible) => {
    const { body, troubles } = hideComments(`# 가\n\n${written}`, 'md');
    expect(body).toBe(`# 가\n\n${visible}`);
    expect(troubles.length).toBeGreaterThan(0);
    for (const { line, severity } of troubles) {
      expect(severity).toBe('warning');
      expect([3, 5]).toContain(line);
    }
  });

  it.each([
    '::: {.content-hidden when-format="pdf"}\n글\n:::',
    '::: {.content-visible when-format="html"}\n글\n:::',
    '글\n{: .hidden-things }',
    '글\n{: style="display:block" }',
    '/// private field\n글\n///',
    '/// private\n글',
    '````\n```{=comment}\n글\n```\n````',
    '`\\begin{comment}글\\end{comment}`',
    '```\n:::hidden\n글\n```',
    '\\{# 글 #}',
    '\\{/* 글 */}',
    '`{# 글 #}`',
    '{# 글',
    '{#글}',
  ])('leaves %s', (written) => {
    expect(hideComments(written, 'md')).toEqual({ body: written, troubles: [] });
  });

  it.each([
    '`%%글%%`',
    '```mermaid\n%%{init: {"theme": "dark"}}%%\nflowchart LR\n  A["%% 글"]\n```',
    '```text\n%% 글 %%\n```',
    '{% comments %}',
    '`{# 글 #}` {#id} {::nomarkdown} {>> {# 글',
    '```text\n{::comment}글{:/}\n{>>글<<}\n```',
    '```mermaid\nflowchart LR\n  A["가 %% 나"] --> B(["다"])\n```',
    '    %%글%%',
    '~~~\n<!-- 글 -->\n~~~',
    '[글](https://example.org/%%EA%%)',
    'https://example.org/?q=%%a%%',
    '![글](<a %%b%%.png>)',
    '[[a%%b%%]]',
    '<a href="?q=%%a%%">글</a>',
    '\\%\\%글\\%\\%',
    '<code>%%글%%</code>',
    '$$\na %% b %%\n$$',
    '[글]: https://example.org/%%a%%',
    '[글]: #',
    '[글]: #절 "제목"',
    '[^1]: # (제목)\n\n글[^1]',
    '[^comment]: # (제목)\n\n글[^comment]',
    '`[//]: # (글)`\n\n```\n[//]: # (글)\n```',
    '글의 [//]: # (글)',
    '[글][comment]\n\n[comment]: https://example.org',
    '[여러 말]: #\n\n[여러 말]',
    '{{ !글 }} <% 글 %>',
    '50% 와 60%',
  ])('leaves %j as it is', (written) => {
    expect(hideComments(written, 'md')).toEqual({ body: written, troubles: [] });
  });

  it('leaves what templates show as it is typed', () => {
    const raw = '{% raw %}{# 글 #} {% comment %}글{% endcomment %} {{! 글 }} {{-- 글 --}}{% endraw %}';
    expect(hideComments(raw, 'md')).toEqual({ body: raw, troubles: [] });
    expect(hide('`{% raw %}` {# 비밀 #} {% endraw %}')).toBe('`{% raw %}`  {% endraw %}');
    expect(hide('{% raw %}<!-- 비밀 -->글{% endraw %}{# 비밀 #}')).toBe('{% raw %}글{% endraw %}');
  });

  it.each([
    ['for %%i in (a) do b %%i\n\nfor %%j in (a) do b %%j', [1, 3]],
    ['{# 글 #}\n글\n{# 글 #} {# 글 #}', [1, 3]],
    ['# 글 %%\n\n[100%%](a.md)', [1]],
    ['50%%와 글\n30%%가', [1]],
  ])('names every line of %j on which text may be hidden', (written, lines) => {
    expect(hideComments(written, 'md').troubles.map(({ line }) => line)).toEqual(lines);
  });

  it.each([
    ['가 {/* 비밀 */} 나', '가  나'],
    ['<div {/* 비밀 */}>나</div>', '<div >나</div>'],
    ['export const a = {/* 비밀 */ b: 1}\n\n글 {/* 비밀 */}', 'export const a = { b: 1}\n\n글 '],
    ['<Callout title="가 {/* 나 */}">다</Callout>', '<Callout title="가 {/* 나 */}">다</Callout>'],
    ['가\n\n{/* 비밀\n\n비밀', '가\n\n\n\n'],
  ])('reads %j in MDX', (written, visible) => {
    expect(hideComments(written, 'mdx').body).toBe(visible);
  });

  it('hides what is never closed, and says so at its line', () => {
    const block = hideComments('앞\n\n%%\n비밀\n\n비밀\n', 'md');
    expect(block.body).toBe('앞\n\n\n\n\n\n');
    expect(block.troubles).toMatchObject([{ line: 3, column: 1, severity: 'warning' }]);
    const inline = hideComments('앞 %%비밀\n비밀\n\n뒤', 'md');
    expect(inline.body).toBe('앞 \n\n\n뒤');
    expect(inline.troubles).toMatchObject([{ line: 1, column: 3 }]);
    const html = hideComments('앞\n\n<!-- 비밀\n\n비밀', 'md');
    expect(html.body).toBe('앞\n\n\n\n');
    expect(html.troubles).toMatchObject([{ line: 3, column: 1 }]);
  });

  it('takes a sign without a partner for text, and says so', () => {
    const { body, troubles } = hideComments('앞 100%% 확실하다\n\n뒤', 'md');
    expect(body).toBe('앞 100%% 확실하다\n\n뒤');
    expect(troubles).toMatchObject([{ line: 1, column: 6 }]);
  });

  it('hides the comments of MDX, but not the id of a heading', () => {
    expect(hide('앞 {/* 비밀 */} 뒤', 'mdx')).toBe('앞  뒤');
    expect(hide('앞 <!-- 비밀 --> 뒤', 'mdx')).toBe('앞  뒤');
    expect(hide('## 절 {/* #id */}', 'mdx')).toBe('## 절 {/* #id */}');
    expect(hide('앞 {/* 글 } 뒤', 'md')).toBe('앞 {/* 글 } 뒤');
    expect(hide('## 절 {/* #id */}', 'md')).toBe('## 절 {/* #id */}');
    expect(hide('    %%비밀%%', 'mdx')).toBe('    ');
  });

  it('keeps every line, and hides the canary wherever a comment may stand', () => {
    const outside = fc.constantFrom(
      '글',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '`',
      '```',
      '**',
      '| ',
      '<b>',
      '[a](b)',
      '1. ',
    );
    const comment = fc.constantFrom('%%카나리%%', '%%\n카나리\n%%', '<!-- 카나리 -->', '<!--\n카나리\n\n-->');
    fc.assert(
      fc.property(
        fc.array(outside, { maxLength: 8 }),
        comment,
        fc.array(outside, { maxLength: 8 }),
        (a, hidden, b) => {
          const written = [...a, '\n\n', hidden, '\n\n', ...b].join('');
          const { body } = hideComments(written, 'md');
          expect(body.split('\n').length).toBe(written.split('\n').length);
          // An open fence before it makes it code, which is no comment.
          if (!a.join('').includes('```')) expect(body).not.toContain('카나리');
        },
      ),
    );
  });

  it.each([
    ['앞 {{!이름}} {{!is.open}} 뒤', 2],
    ['앞 <?php echo 1 ?> 뒤', 1],
    ['앞\n\n<!ELEMENT a>', 1],
    ['앞 `{{!a}}` `<?php ?>` <!DOCTYPE html> 뒤', 0],
  ])('shows what is a comment only somewhere, and says so: %j', (written, count) => {
    const { body, troubles } = hideComments(written, 'md');
    expect(body).toBe(written);
    expect(troubles.filter(({ message }) => message.includes('적힌 대로 싣습니다'))).toHaveLength(count);
  });

  it('hides what PlantUML would not draw, and says so once', () => {
    const written = "```plantuml\n' 비밀\nA -> B : it's\n/' 비밀\n 비밀 '/\n```\n\n```js\n' 글\n```";
    const { body, troubles } = hideComments(written, 'md');
    expect(body).toBe("```plantuml\n\nA -> B : it's\n\n \n```\n\n```js\n' 글\n```");
    expect(troubles).toMatchObject([{ line: 4, severity: 'warning' }]);
  });

  it('hides what other drawings would not show', () => {
    const written =
      '```dot\n// 비밀\n# 비밀\n/* 비밀\n비밀 */\na -> b\n```\n\n```d2\n# 비밀\na -> b\n```\n\n```sh\n# 글\n```';
    const { body, troubles } = hideComments(written, 'md');
    expect(body).toBe('```dot\n\n\n\n\na -> b\n```\n\n```d2\n\na -> b\n```\n\n```sh\n# 글\n```');
    expect(troubles.map(({ line }) => line)).toEqual([4]);
  });

  it('hides a section whose heading is hidden, up to the next of its level', () => {
    const written =
      '# 가\n\n## 절 {#a .hidden}\n\n비밀\n\n### 작은 절\n\n```\n# 비밀\n```\n\n## 둘 {.note}\n\n글 [비밀]{#a .hidden}';
    const { body, troubles } = hideComments(written, 'md');
    expect(body).toBe(`# 가${'\n'.repeat(12)}## 둘 {.note}\n\n글 `);
    expect(troubles).toMatchObject([{ line: 3, severity: 'warning' }, { line: 15 }]);
  });

  it.each([
    ['a heading over strokes', '절 {.hidden}\n---\n\n비밀\n\n다음\n---\n\n글', '다음\n---\n\n글'],
    ['a heading in a quote', '> ## 절 {.hidden}\n> 비밀\n\n글', '> \n> \n\n글'],
    ['a heading in a division', '::: note\n## 절 {.hidden}\n비밀\n:::\n글', '::: note\n\n\n:::\n글'],
    ['headings in its quotes', '## 절 {.hidden}\n\n> # 비밀\n\n비밀\n\n## 둘\n글', '> \n\n\n\n## 둘\n글'],
    ['headings in its divisions', '## 절 {.hidden}\n::: a\n# 비밀\n:::\n비밀\n## 둘', '## 둘'],
    ['headings in its lists', '## 절 {.hidden}\n- 비밀\n\n     # 비밀\n\n비밀\n## 둘', '## 둘'],
    ['a line over strokes that is an item', '## 절 {.hidden}\n- 비밀\n---\n비밀\n## 둘', '## 둘'],
  ])('knows where a hidden section ends: %s', (_, written, shown) => {
    const { body } = hideComments(written, 'md');
    expect(body.trim()).toBe(shown);
  });

  it.each([
    ['[비밀](https://example.org/a_(b)){.hidden} 글', '{.hidden}'],
    ['![비밀](a.png "비밀 (비밀)"){.d-none width=30} 글', '{.d-none width=30}'],
    ['[비밀][a]{#b .hidden} 글', '{#b .hidden}'],
  ])('hides the whole link of its attributes, and says by which: %s', (written, attributes) => {
    const { body, troubles } = hideComments(written, 'md');
    expect(body).toBe(' 글');
    expect(troubles).toMatchObject([{ message: expect.stringContaining(attributes) as string }]);
  });

  it('leaves cells and attributes that hide nothing', () => {
    const written = '```{python}\n#| echo: true\nx\n```\n\n[글]{.note} `[글]{.hidden}` {.hidden}\n';
    expect(hideComments(written, 'md').body).toBe(written);
  });
});

it('leaves HTML whole where comments have lines of it for themselves', () => {
  const written =
    '<table>\n  <tr><td>가</td></tr>\n  <!-- a\n  숨은 말\n  -->\n  <!-- b --> <!-- c -->\n      <!-- d --> <tr>\n        <td>나</td>\n      </tr>\n</table>\n\n글\n<!-- e -->\n뒤';
  const shown = hide(written);
  expect(shown.split('\n')).toHaveLength(written.split('\n').length);
  expect(shown.split(/\n\s*\n/u)).toHaveLength(3);
  expect(shown).not.toMatch(/숨은|[a-e] -->/u);
  expect(hide(shown)).toBe(shown);
});

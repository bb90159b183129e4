import { describe, expect, it } from 'vitest';
import { render } from '../flavours/render.ts';

const html = async (body: string) => (await render(body)).html.replace(/\n/gu, '');
const lines = async (body: string) =>
  (await render(body)).troubles.map((trouble) => Number(trouble.split(' ')[0])).sort((a, b) => a - b);

describe('HTML in notes', () => {
  it.each([
    ['/users/<userId> 와 List<String>', '<p>/users/&#x3C;userId> 와 List&#x3C;String></p>'],
    ['Map<String, List<T>> {{ x }}', '<p>Map&#x3C;String, List&#x3C;T>> {{ x }}</p>'],
    ['<userId>는 **굵게**', '<p>&#x3C;userId>는 <strong>굵게</strong></p>'],
    ['> <A-b c="d">\n> 글', '<blockquote><p>&#x3C;A-b c="d">글</p></blockquote>'],
    ['## <T> 형', '<h2>&#x3C;T> 형</h2>'],
    ['</Foo> 글', '<p>&#x3C;/Foo> 글</p>'],
    ['<?php echo 1 ?> 글', '<p>&#x3C;?php echo 1 ?> 글</p>'],
  ])('shows %s as it is written', async (body, wanted) => {
    expect(await html(body)).toContain(wanted);
    expect(await lines(body)).toEqual([]);
  });

  it('shows images of Markdown in its blocks, but not in code', async () => {
    const image = '![가](https://e.org/a.png){ width=40px }';
    expect(await html(`<center>${image}\n\n글</center>`)).toContain(
      '<img src="https://e.org/a.png" alt="가">',
    );
    expect(await html(`<p>\n[${image}](https://e.org/){ target="_blank" }\n</p>`)).toContain(
      '<a href="https://e.org/"><img src="https://e.org/a.png" alt="가" width="40"></a>',
    );
    expect(await html(`<pre>\n${image}\n</pre>`)).toContain('![가](');
  });

  it('says once a note what it took out, and nothing of what only another site would use', async () => {
    const looks = '<a class="button" target="_blank" rel="noopener" href="https://a.example">가</a>';
    expect(await lines(`${looks}\n\n<div class="row" role="list">나</div>`)).toEqual([]);
    const places = '<b onclick="x()">가</b>\n\n<i onclick="x()" name="y">나</i>\n\n<b name="z">다</b>';
    expect(await lines(places)).toEqual([1]);
  });

  it.each([
    ['<img src=./a/b.png alt=가>', '<p><img src="./a/b.png" alt="가"></p>'],
    ['글 <a href=../b.md title="나">다</a>', '<p>글 <a href="../b.md" title="나">다</a></p>'],
    ['글 <b x=a/b <i>다</i>', '<p>글 &#x3C;b x=a/b <i>다</i></p>'],
    ['List<a x/y> `<img src=a/b>`', '<p>List&#x3C;a x/y> <code>&#x3C;img src=a/b></code></p>'],
  ])('reads values without quotes: %j', async (body, wanted) => {
    expect(await html(body)).toBe(wanted);
  });

  it('says over how many lines it left something out', async () => {
    const { troubles } = await render('글\n\n<script>가\n\n나\n</script>\n\n<style>\na\n</style>');
    const said = troubles.map((trouble) => /^(\d+).*\((\d+)(?:줄| lines)\)/u.exec(trouble)?.slice(1));
    expect(said).toEqual([
      ['3', '4'],
      ['8', '3'],
    ]);
  });

  it('keeps styles of text that stays in its lines', async () => {
    const styled = '<b style="font-size: 1.2em; line-height: 1.5; vertical-align: top">글</b>';
    expect(await html(styled)).toBe(`<p>${styled}</p>`);
    expect(await lines(styled)).toEqual([]);
  });

  it.each([
    ['a script', '앞 <script>alert(1)</script> 뒤', '<p>앞  뒤</p>'],
    ['a script over lines', '<script>\nif (a<b) alert("</p>")\n</script>\n\n뒤', '<p>뒤</p>'],
    ['a style sheet', '<style>\np { position: fixed }\n</style>\n\n뒤', '<p>뒤</p>'],
    ['meta and base', '<meta http-equiv="refresh" content="0">\n<base href="//x">\n\n뒤', '<p>뒤</p>'],
    ['handlers', '<b onclick="x()" ONMOUSEOVER=y>글</b>', '<p><b>글</b></p>'],
    [
      'places',
      '<b style="position:fixed;inset:0;font-style:italic">글</b>',
      '<p><b style="font-style: italic">글</b></p>',
    ],
    [
      'what lies over its neighbours',
      '<b style="font-size:9999px;line-height:0;height:0;vertical-align:9px;font-style:italic">글</b>',
      '<p><b style="font-style: italic">글</b></p>',
    ],
    [
      'room in which a text is lost',
      '<b style="padding:9999px;border:500px solid;text-indent:60%;border-left:4px solid red;border-radius:999px">글</b>',
      '<p><b style="border-left: 4px solid red; border-radius: 999px">글</b></p>',
    ],
    ['addresses in styles', '<b style="background:url(//x)">글</b>', '<p><b>글</b></p>'],
    ['names', '<img name=querySelector src="a.png" alt="가">', '<p><img src="a.png" alt="가"></p>'],
    ['forms', '<form action="//x"><button>글</button></form>', '<p>글</p>'],
    ['drawings with scripts', '글 <svg onload=x><text>가</text></svg>', '<p>글 </p>'],
    ['data of our scripts', '<b data-search-open>글</b>', '<p><b>글</b></p>'],
    [
      'frames',
      '<iframe src="https://example.org/x" title="영상"></iframe>',
      '<p><a href="https://example.org/x">영상</a></p>',
    ],
    [
      'a frame that closes itself',
      '<iframe src="https://example.org/x" height="9"/>\n\n뒤',
      /^(?:<p>)?<a href="https:\/\/example.org\/x">.*뒤<\/p>$/u,
    ],
    ['a frame of a script', '<iframe src="javascript:x"></iframe>\n\n뒤', '<p>뒤</p>'],
  ])('takes out %s, and says so', async (_, body, wanted) => {
    if (typeof wanted === 'string') expect(await html(body)).toBe(wanted);
    else expect(await html(body)).toMatch(wanted);
    expect((await lines(body))[0]).toBe(1);
  });

  it.each([
    'script',
    'style',
    'select',
    'title',
    'textarea',
    'div',
    'pre',
    'details',
    'a',
    'b',
    'table',
    'svg',
    'iframe',
  ])('ends a <%s> that nothing closes, loses nothing and warns', async (name) => {
    for (const body of [
      `앞\n\n<${name}>\n\n남는 **글**\n\n## 절`,
      `> 앞 <${name}> 남는\n\n남는 **글**\n\n## 절`,
    ]) {
      const out = await html(body);
      expect(out).toContain('<p>남는 <strong>글</strong></p><h2>절</h2>');
      expect(await lines(body)).toEqual([body.startsWith('>') ? 1 : 3]);
    }
  });

  it.each([
    [
      '<font color="#fc0" size="+1" face="serif">글</font>',
      'color: light-dark(oklch(from #fc0 min(l, 0.52) c h), oklch(from #fc0 max(l, 0.7) c h)); font-size: large; font-family: serif',
    ],
    [
      '<mark style="background: #FFF3A3A6;">글</mark>',
      'background: #FFF3A3A6; color: oklch(from #FFF3A3A6 clamp(0, (0.62 - l) * 100, 1) 0 0 / 1)',
    ],
    ['<span style="background: rgba(9, 9, 9, 0.2)">글</span>', 'background: rgba(9, 9, 9, 0.2)'],
    ['<span style="background: #09090933">글</span>', 'background: #09090933'],
    ['<span style="color: inherit">글</span>', 'color: inherit'],
    ['<b style="background: #eee; color: red">글</b>', 'background: #eee; color: red'],
  ])('keeps how %s looks', async (body, style) => {
    expect(await html(body)).toContain(`style="${style}">글<`);
    expect(await lines(body)).toEqual([]);
  });

  it.each([
    ['a <mark>**b</mark>** c', '<p>a <mark><strong>b</strong></mark> c</p>'],
    ['a **<mark>b**</mark> c', '<p>a <mark><strong>b</strong></mark> c</p>'],
    ['**<mark>b</mark>** *</mark>*', '<p><strong><mark>b</mark></strong> <em></em></p>'],
  ])('reads %s, where a tag and a sign end each other', async (body, wanted) => {
    expect(await html(body)).toBe(wanted);
  });

  it('ends a block that its blanks put into the last item of a list', async () => {
    const list = '<div>\n\n* a\n  * b\n\n    </div>\n\nc';
    expect(await html(list)).toMatch(/<\/ul><\/div><p>c<\/p>$/u);
    expect(await lines(list)).toEqual([]);
    expect(await lines('* a\n\n  <div>\n\n  b\n\n  </div>')).toEqual([]);
  });

  it('keeps an unfinished tag as text', async () => {
    expect(await html('<div class="a\n글\n\n뒤')).toBe('<p>&#x3C;div class="a글</p><p>뒤</p>');
  });

  it('reads HTML around Markdown', async () => {
    expect(await html('<details>\n<summary>접기</summary>\n\n**굵게**\n\n</details>\n\n뒤')).toBe(
      '<details><summary>접기</summary><p><strong>굵게</strong></p></details><p>뒤</p>',
    );
    expect(await html('<ul><li>가<li>나</ul>')).toBe('<ul><li>가</li><li>나</li></ul>');
    expect(await html('<p align="center">\n\n글\n\n</p>')).toBe(
      '<div style="text-align: center"><p>글</p></div>',
    );
  });

  it('keeps ids apart from those of the page', async () => {
    expect(await html('<a name="x"></a><b id="search">글</b>')).toBe(
      '<p><a id="user-content-x"></a><b id="user-content-search">글</b></p>',
    );
  });

  it('unpacks what is nested too deep, and keeps its words', async () => {
    for (const body of [
      `${'>'.repeat(5000)} 깊은 글`,
      `${'<div>'.repeat(3000)}깊은 글${'</div>'.repeat(3000)}`,
    ]) {
      const { html: out, troubles } = await render(body);
      expect(out).toContain('깊은 글');
      expect(troubles).toHaveLength(1);
    }
  });
});

describe('what no reader would see', () => {
  it.each([
    '<p hidden>숨김</p>',
    '<P HIDDEN="">숨김</P>',
    '<div style="display:none">숨김</div>',
    '<div class="row hidden">숨김</div>',
    "<div style='color: red; DISPLAY : NONE !important'>숨김</div>",
    '<b style="visibility: hidden">숨김</b>',
    '<b style="opacity:0">숨김</b>',
    '<b style="font-size:0px">숨김</b>',
    '<div style="content-visibility: hidden">숨김</div>',
    '<div hidden>\n\n**숨김**\n\n- 숨김\n\n</div>',
    '<ul hidden>\n<li>숨김</li>\n</ul>',
    '<h2 hidden>숨김</h2>',
    '<img hidden alt="숨김" src="a.png">',
    '<a hidden href="https://example.org/숨김">숨김</a>',
    '<details hidden><summary>숨김</summary>숨김</details>',
    '<template>숨김</template>',
    '<dialog>숨김</dialog>',
    '<datalist><option value="숨김">숨김</option></datalist>',
    '<title>숨김</title>',
    '<input type="hidden" value="숨김">',
    '<script>숨김</script>',
    '<style>숨김</style>',
    '<object><param name="a" value="숨김"></object>',
  ])('goes with all that stands in it, and is said: %j', async (written) => {
    const places = [
      ['앞\n\n', '\n\n뒤'],
      ['- 앞\n\n  ', '\n\n  뒤'],
      ['> 앞\n>\n> ', '\n>\n> 뒤'],
      ['앞 ', ' 뒤'],
      ['| 앞 |\n|-|\n| 가 ', ' 뒤 |'],
    ];
    for (const [before = '', after = ''] of places) {
      const indent = /\n([> ]*)$/u.exec(before)?.[1] ?? '';
      const isInline = !before.endsWith('\n\n') && !indent;
      const body =
        before + (isInline ? written.replaceAll('\n', '') : written.replaceAll('\n', `\n${indent}`)) + after;
      const { html: out, troubles } = await render(body);
      expect(out).not.toContain('숨김');
      expect(out).toMatch(/앞[^]*뒤/u);
      expect(troubles.length).toBeGreaterThan(0);
    }
  });

  it.each([
    '<div hidden="until-found">글</div>',
    '<dialog open>글</dialog>',
    '<b style="opacity: 0.5; font-size: 0.8em">글</b>',
    '<b style="opacity:">글</b>',
    '<noscript>글</noscript>',
  ])('keeps %j', async (written) => {
    expect(await html(written)).toContain('글');
  });
});

import { describe, expect, it } from 'vitest';
import { readTemplateTags } from '../../../src/flavours/template-tags.ts';
import { render } from './render.ts';
import { openVault } from './vault.ts';
import { secondsOf } from '../processor-time.ts';

/** A tag's note as HTML; what is written instead of it keeps every line. */
async function read(written: string): Promise<string> {
  const body = readTemplateTags(written);
  expect(body.split('\n').length).toBe(written.split('\n').length);
  const { html, troubles } = await render(body);
  expect(troubles).toEqual([]);
  return html;
}

const aside = (look: string, title: string, body: string) =>
  `<aside class="callout callout-${look}" aria-label="${title}">\n<p class="callout-title">${title}</p>\n${body}\n</aside>`;
const tab = (name: string, body: string) =>
  `<section class="tab" aria-label="${name}">\n<p class="tab-title">${name}</p>\n${body}\n</section>`;
const tabs = `<div class="tabs">\n${tab('첫째', '<p>하나</p>')}\n${tab('둘째', '<p>둘</p>')}\n</div>`;

it('reads panes of code, cards, columns and updates', async () => {
  const html = async (written: string) => (await render(readTemplateTags(written))).html.replace(/\n/gu, '');
  const pane = '{{< tabpane lang="bash" >}}\n{{< tab "가" >}}\n# 하나\n{{< /tab >}}\n{{< /tabpane >}}';
  expect(await html(pane)).toContain('<pre><code class="language-bash"># 하나</code></pre>');
  expect(await html(pane.replace('lang="bash"', 'text=true'))).toContain('<h2>하나</h2>');
  expect(await html('{{< card header="**머리**" title="제목" footer="발" >}}\n몸\n{{< /card >}}')).toContain(
    '제목 — 머리 — 발',
  );
  expect(await html('{{< columns >}}\n왼\n<--->\n오른\n{{< /columns >}}')).toBe('<p>왼</p><p>오른</p>');
  expect(await html('{% update date="2026-01-02" %}\n글\n{% endupdate %}')).toContain('2026-01-02');
});

describe('tags of template engines', () => {
  it.each([
    ['{{% notice warning "조심할 것" %}}\n**몸**\n{{% /notice %}}', '조심할 것', 'warning'],
    ['{{< alert title="조심할 것" color="warning" >}}\n**몸**\n{{< /alert >}}', '조심할 것', 'warning'],
    ['{{< callout type="info" >}}\n**몸**\n{{< /callout >}}', '정보', 'note'],
    ['{{% hint danger %}}\n**몸**\n{{% /hint %}}', '위험', 'danger'],
    ['{{< tip >}}\n**몸**\n{{< /tip >}}', '도움말', 'tip'],
    ['{% hint style="success" %}\n**몸**\n{% endhint %}', '성공', 'tip'],
    ['{% note info %}\n**몸**\n{% endnote %}', '정보', 'note'],
    ['{% callout type="caution" title="조심할 것" %}\n**몸**\n{% /callout %}', '조심할 것', 'warning'],
    ['앞\n\n{{% alert %}}**몸**{{% /alert %}}\n\n뒤', '알아 두기', 'note'],
  ])('makes a box of %j', async (written, title, look) => {
    expect(await read(written)).toContain(aside(look, title, '<p><strong>몸</strong></p>'));
  });

  it.each([
    '{{< tabs >}}\n{{< tab "첫째" >}}\n하나\n{{< /tab >}}\n{{< tab name="둘째" >}}\n둘\n{{< /tab >}}\n{{< /tabs >}}',
    '{% tabs %}\n{% tab title="첫째" %}\n하나\n{% endtab %}\n\n{% tab title="둘째" %}\n둘\n{% endtab %}\n{% endtabs %}',
    '::: tabs\n@tab 첫째\n하나\n@tab 둘째\n둘\n:::',
    ':::: tabs\n\n@tab 첫째\n\n하나\n\n@tab:active 둘째\n\n둘\n\n::::',
  ])('shows alternatives one below the other: %j', async (written) => {
    expect(await read(written)).toBe(tabs);
  });

  it.each([
    ['{{< highlight go "linenos=table" >}}\na := "*b*"\n{{< /highlight >}}', 'go'],
    ['{% highlight ruby linenos %}\na := "*b*"\n{% endhighlight %}', 'ruby'],
    ['{% codeblock lang:js %}\na := "*b*"\n{% endcodeblock %}', 'js'],
    ['{{< tab header="x" lang="sh" >}}\na := "*b*"\n{{< /tab >}}', 'sh'],
  ])('shows as code what %j holds', async (written, lang) => {
    expect(await read(written)).toContain(`<pre><code class="language-${lang}">a := "*b*"\n</code></pre>`);
  });

  it.each([
    [
      '{{< figure src="/a.png" alt="그림" caption="설명 **글**" >}}',
      '<img src="/a.png" alt="그림"><br>설명 <strong>글</strong>',
    ],
    ['{{< figure\n  src="a.png"\n  title="제목" >}}', '<img src="a.png" alt="제목">'],
    ['{% asset_img a.png 그림 %}', '<img src="a.png" alt="그림">'],
    ['{% include figure.html image_path="/a.png" alt="그림" %}', '<img src="/a.png" alt="그림">'],
    ['![그림]({{ site.url }}{{ site.baseurl }}/a.png)', '<img src="/a.png" alt="그림">'],
    ['![그림]({{ "/a.png" | relative_url }})', '<img src="/a.png" alt="그림">'],
    [
      '{{< youtube abc >}}',
      '<a href="https://www.youtube.com/watch?v=abc">https://www.youtube.com/watch?v=abc</a>',
    ],
    ['{% embed url="https://example.com/x" %}', '<a href="https://example.com/x">https://example.com/x</a>'],
    ['{% file src="a.pdf" %}', '<a href="a.pdf">a.pdf</a>'],
    ['[글]({{< relref "/b.md#c" >}})', '<a href="/b.md#c">글</a>'],
    ['[글]({% post_url 2020-01-02-b %})', '<a href="2020-01-02-b.md">글</a>'],
    ['[글]({{ site.baseurl }}{% post_url 2020-01-02-b %})', '<a href="2020-01-02-b.md">글</a>'],
    ['[글]({{site.baseurl}}{% link _posts/b.md %})', '<a href="/_posts/b.md">글</a>'],
    [
      '{% include figure.html image_path="{{ site.baseurl }}/a.png" alt="그림" %}',
      '<img src="/a.png" alt="그림">',
    ],
    ['{% raw %}{{ site.url }}/c{% endraw %}', '{{ site.url }}/c'],
    ['글\n\n- {% toc %}\n\n{% row %}{% col %}칸{% endcol %}{% endrow %}', '<p>칸</p>'],
    ['[글]({% link _posts/b.md %})', '<a href="/_posts/b.md">글</a>'],
    ['{{< button href="/b" >}}글{{< /button >}}', '<a href="/b">글</a>'],
    ['{% code title="a.js" %}\n```js\nx\n```\n{% endcode %}', '<p class="code-title">a.js</p>'],
    ['{% raw %}글 {{ a }} {% b %}{% endraw %}', '글 {{ a }} '],
    ['{{< details "더" >}}\n몸\n{{< /details >}}', '<details>\n<summary>더</summary>\n<p>몸</p>\n</details>'],
    ['{{% steps %}}\n\n1. 첫째\n\n{{% /steps %}}', '<ol>\n<li>첫째</li>\n</ol>'],
    ['가 {{% hint %}}나{{% /hint %}} 다', '<p>가 나 다</p>'],
    ['가 {{< details "나" >}}다{{< /details >}}', '<p>가 <strong>나</strong> 다</p>'],
    ['{{% tab "가" %}}나{{% /tab %}}', '<p><strong>가</strong> 나</p>'],
    ['가 {{< notice warning "word" >}}나{{< /notice >}}', '<p>가 <strong>word</strong> 나</p>'],
    ['{{< figure src="a.png" caption="가" attr="나" >}}', '<p><img src="a.png" alt="가"><br>가 — 나</p>'],
  ])('reads %j', async (written, html) => {
    const body = readTemplateTags(written);
    expect((await render(body)).html).toContain(html);
    expect(body.split('\n').length).toBe(written.split('\n').length);
  });

  it.each([
    '`{{< figure src="a.png" >}}` {{< unknown "a" >}}x{{< /unknown >}}',
    '```\n{% highlight js %}\n{% endhighlight %}\n```',
    '{{% notice %}}\n끝이 없다',
    '{% include nav.html %} {% if a %}b{% endif %}',
    '5{% 3과 {{ a }}',
    '```liquid\n{{ site.baseurl }}/a.png {{ "/x" | relative_url }}\n```\n\n`{{ site.url }}/b`',
    '장고에서는 {% block title %} 태그를 쓴다. {% section %}은?',
  ])('leaves %j as it is written', (written) => {
    expect(readTemplateTags(written)).toBe(written);
  });

  it('says what Jekyll’s settings have for a name, but not in code', async () => {
    const { atlas, problems, links } = await openVault({
      '_config.yml':
        'title: The House\nrepository: https://code.example/house\nversion: "2.4<!-- hidden -->"\nowner: { name: Kim }\nurl: https://house.example\nlists: [a]\n',
      'a.md':
        '# A\n\nText [#7]({{ site.repository }}/issues/7) of {{ site.owner.name }}, {{site.version}}, [b]({{ site.url }}/b), {{ site.lists }}.\n\n`{{ site.version }}`\n',
      'b.md': '# B\n\nText\n',
    });
    const outline = atlas.library.byId.get('a')?.outline;
    expect(outline?.text).toContain('Text #7 of Kim, 2.4, b, {{ site.lists }}.');
    expect(outline?.text).toContain('{{ site.version }}');
    expect(atlas.library.byId.get('a')?.body).not.toContain('hidden');
    expect(outline?.links[0]?.url).toBe('https://code.example/house/issues/7');
    expect(links('a')[1]).toBe('b.md');
    expect(problems.join()).not.toContain('error');
  });

  it('tells nothing of settings that lie outside the notes', async () => {
    const { atlas } = await openVault(
      { '_config.yml': 'token: abc123\n', 'notes/a.md': '# A\n\nThe {{ site.token }} of it.\n' },
      'notes',
    );
    expect(atlas.library.notes[0]?.outline.text).toContain('{{ site.token }}');
  });

  it('shows a shortcode that its author escaped, and takes Liquid’s marks of raw text out of code', () => {
    expect(readTemplateTags('`{{</* ref "a" */>}}`')).toBe('`{{< ref "a" >}}`');
    const raw = '```\n{% raw %}\n{{ a }}\n{% endraw %}\n```';
    expect(readTemplateTags(raw, true)).toBe('```\n\n{{ a }}\n\n```');
    // Nobody there runs Liquid: the code shows it.
    expect(readTemplateTags(raw)).toBe(raw);
  });

  it('reads a note with them in a folder, problems at their lines', async () => {
    const { atlas, problems, links } = await openVault({
      '가.md': '# 가\n\n{{< hint info >}}\n글 [나]({{< ref "나.md" >}}) [다](다.md)\n{{< /hint >}}\n',
      '나.md': '# 나\n\n글이다.',
    });
    expect(links('가')).toEqual(['나.md', 'missing']);
    expect(atlas.library.byId.get('가')?.summary).not.toContain('{{');
    expect(problems.join('\n')).toContain('가.md:4:');
  });

  it('takes no longer for many tags that nothing ends', async () => {
    const seconds = await secondsOf(() => {
      for (const part of ['{{< tab "a" ', '{% hint ', '{{< tab >}}\n', '{% raw %}', '{{{%'])
        readTemplateTags(part.repeat(20_000));
      readTemplateTags(`{%${' '.repeat(40_000)}1 %} {{<${' '.repeat(40_000)}1`);
    });
    expect(seconds).toBeLessThan(8);
  });
});

it("names tabs by the comments of Hexo's themes", async () => {
  const { atlas } = await openVault({
    'a.md':
      '{% tabs 표 %}\n<!-- tab 가 나@icon -->\n하나\n<!-- endtab -->\n<!-- tab -->\n둘\n<!-- endtab -->\n{% endtabs %}\n\n<!-- tab 숨김 -->\n',
    'b.md': '글 <!-- tab 숨김 -->\n',
    'c.md': '글 {% tabs %}\n\n<!-- tab 숨김 -->\n',
    'd.md': '{% tabs %}\n<!-- tab 가 -->\n```html\n<!-- tab 보기 -->\n```\n<!-- endtab -->\n{% endtabs %}\n',
  });
  const [a = '', b, c, d] = atlas.library.notes.map(({ outline }) => outline.text);
  expect(a).toMatch(/가 나\s+하나\s+둘/u);
  for (const text of [a, b, c]) expect(text).not.toContain('숨김');
  expect(atlas.library.notes[3]?.body).toContain('<!-- tab 보기 -->');
  expect(d).toContain('가');
});

describe('texts that Liquid keeps under a name', () => {
  it.each([
    [
      '{% capture a %}\n글 *셋*\n{% endcapture %}\n<div>{{ a | markdownify }}</div> {{ b }}',
      '\n글 *셋*\n\n<div></div> {{ b }}',
    ],
    [
      '{% capture a %}\nx = {{ y }} *z*\n{% endcapture %}\n\n{% include code-tabs.html\n  python=a %}',
      '````python\nx = {{ y }} *z*\n````\n\n\n',
    ],
    ['`{% capture a %}` {{ a }} {% endcapture %}', '`{% capture a %}` {{ a }} {% endcapture %}'],
  ])('are shown where they stand: %j', (written, shown) => {
    expect(readTemplateTags(written)).toBe(shown);
  });
});

it('keeps the words of a link whose address a shortcode would make, and says so', async () => {
  const body = readTemplateTags(
    '[가](https://a.b/v{{% hub/version %}}/c) ![나]({{< param "u" >}}/b.png) `[다](v{{< x y >}})` [라](b.md)',
  );
  const { html, troubles } = await render(body);
  expect(html).toBe('<p>가 나 <code>[다](v{{&#x3C; x y >}})</code> <a href="b.md">라</a></p>');
  expect(troubles).toEqual([expect.stringMatching(/^1 .*hub\/version .*2곳/u)]);
});

it('reads the links that programs clip around paragraphs', async () => {
  const html = async (written: string) => {
    const body = readTemplateTags(written);
    expect(body.split('\n')).toHaveLength(written.split('\n').length);
    return (await render(body)).html;
  };
  expect(
    await html(
      '[\n\n### 제목\n\n글 [안](b.md)\n\n](https://a.b/c_(d))[\n\n![그림](a.png)\n\n](https://a.b/e)\n\n끝',
    ),
  ).toBe(
    '<h2><a href="https://a.b/c_(d)">제목</a></h2>\n<p>글 <a href="b.md">안</a></p>\n<p><a href="https://a.b/e"><img src="a.png" alt="그림"></a></p>\n<p>끝</p>',
  );
  expect(await html('[\n판 [2] 안내\n](https://a.b)')).toBe('<p><a href="https://a.b">판 [2] 안내</a></p>');
  for (const text of [
    '[\n```js\n글\n```\n](https://a.b)',
    '[\n\n끝이 없다',
    '```\n[\n\n글\n\n](https://a.b)\n```',
    '앞\n\n](https://a.b)',
  ])
    expect(readTemplateTags(text)).toBe(text);
});

import { describe, expect, it } from 'vitest';
import { hideComments } from '../../../src/flavours/hide-comments.ts';
import { secondsOf } from '../processor-time.ts';
import { render } from './render.ts';
import { openVault } from './vault.ts';

describe('highlights', () => {
  it.each([
    ['==밝게==', '<p><mark>밝게</mark></p>'],
    ['앞 ==밝게==는 뒤', '<p>앞 <mark>밝게</mark>는 뒤</p>'],
    ['==가== 나 ==다==', '<p><mark>가</mark> 나 <mark>다</mark></p>'],
    ['==앞 **굵게** `코드` 뒤==', '<p><mark>앞 <strong>굵게</strong> <code>코드</code> 뒤</mark></p>'],
    ['==**굵게**==', '<p><mark><strong>굵게</strong></mark></p>'],
    ['**앞 ==밝게==**', '<p><strong>앞 <mark>밝게</mark></strong></p>'],
    ['==두\n줄==', '<p><mark>두\n줄</mark></p>'],
    ['a == b == c', '<p>a == b == c</p>'],
    ['`==코드==`', '<p><code>==코드==</code></p>'],
    ['a==b', '<p>a==b</p>'],
    ['c==d이면 (==, !=)이다', '<p>c==d이면 (==, !=)이다</p>'],
    ['동치 연산(==, !=)과 일치 연산(===, !==)', '<p>동치 연산(==, !=)과 일치 연산(===, !==)</p>'],
    ['x==1 이거나 y==2 이면', '<p>x==1 이거나 y==2 이면</p>'],
    ['a!=b와 c!==d, e==f', '<p>a!=b와 c!==d, e==f</p>'],
    ['un==believ==able', '<p>un<mark>believ</mark>able</p>'],
    ['글==강조한 글==글', '<p>글<mark>강조한 글</mark>글</p>'],
    ['=====', '<p>=====</p>'],
    ['x === y === z', '<p>x === y === z</p>'],
  ])('reads %j', async (written, html) => {
    expect((await render(written)).html).toBe(html);
  });
});

describe('marks of an editor', () => {
  it.each([
    ['앞 {++넣은 **글**++}은 뒤', '<p>앞 <ins>넣은 <strong>글</strong></ins>은 뒤</p>'],
    ['{++글++}', '<p><ins>글</ins></p>'],
    ['{--뺀 글--} {--둘--}', '<p><del>뺀 글</del> <del>둘</del></p>'],
    ['{==밝게==} 뒤', '<p><mark>밝게</mark> 뒤</p>'],
    ['{==밝게==}{>>왜<<} 뒤', '<p><mark>밝게</mark> 뒤</p>'],
    ['{~~전~>후~~}는', '<p><del>전</del><ins>후</ins>는</p>'],
    ['{++하나 {--둘--}++}', '<p><ins>하나 <del>둘</del></ins></p>'],
    ['{++열고 끝', '<p>{++열고 끝</p>'],
    ['{ ++i; --j }', '<p>{ ++i; --j }</p>'],
    ['`{++글++}`', '<p><code>{++글++}</code></p>'],
    ['{++\n\n- 글\n\n++}', '<ul>\n<li>글</li>\n</ul>'],
    ['{--\n\n- 글\n\n--}\n\n뒤', '<del><ul>\n<li>글</li>\n</ul></del>\n<p>뒤</p>'],
    ['{--\n\n글', '<p>{--</p>\n<p>글</p>'],
  ])('reads %j', async (written, html) => {
    expect((await render(hideComments(written, 'md').body)).html).toBe(html);
  });

  it.each([
    ['^^넣은 글^^은 뒤', '<ins>넣은 글</ins>은 뒤'],
    ['앞 ^^**글**^^.', '앞 <ins><strong>글</strong></ins>.'],
    ['좋아요^^ 네^^ 음 ^^', '좋아요^^ 네^^ 음 ^^'],
    ['(^^) 네 (^^;; 음^^)', '(^^) 네 (^^;; 음^^)'],
  ])('reads carets in documentation: %j', async (written, html) => {
    expect((await render(written, { isDocumentation: true })).html).toBe(`<p>${html}</p>`);
    const elsewhere = html.replaceAll(/<\/?ins>/gu, '^^');
    expect((await render(written)).html).toBe(`<p>${elsewhere}</p>`);
    const inLogseq = html.replaceAll('ins>', 'mark>');
    expect((await render(written, { isLogseq: true })).html).toBe(`<p>${inLogseq}</p>`);
  });

  it('are read in linear time', async () => {
    for (const sign of ['{++', '{--', '{==', '{~~a~>', ' ^^a', '{--\n\n'])
      expect(await secondsOf(() => render(sign.repeat(3_000), { isDocumentation: true })), sign).toBeLessThan(
        2,
      );
  });
});

describe('signs behind a backslash', () => {
  it.each([
    ['\\:tada\\:', ':tada:'],
    ['\\:tada: 끝', ':tada: 끝'],
    ['H\\~2\\~O와 x\\^2\\^', 'H~2~O와 x^2^'],
    ['\\==글\\==', '==글=='],
    ['==글\\==', '==글=='],
    ['글 \\#태그', '글 #태그'],
    ['\\++글\\++', '++글++'],
    ['C\\# \\+1 \\~3', 'C# +1 ~3'],
    ['글 \\^정의', '글 ^정의'],
    ['\\==글\\== <https://a.kr>', '==글== <a href="https://a.kr">https://a.kr</a>'],
    ['https://a.kr/b를 \\:tada\\:', '<a href="https://a.kr/b">https://a.kr/b</a>를 :tada:'],
  ])('are text: %j', async (written, text) => {
    expect((await render(written)).html).toBe(`<p>${text}</p>`);
  });

  it('do not part what stands around them', async () => {
    const { atlas } = await openVault({ 'a.md': '# C\\# 3\\~5\n\n## 절 \\~ 둘\n\n3\\~5개다.\n' });
    const { title, summary, outline } = atlas.library.notes[0] ?? {};
    expect([title, summary, outline?.sections[0]?.text]).toEqual(['C# 3~5', '3~5개다.', '절 ~ 둘']);
  });
});

it('leaves names of emoji, and letters that answers are numbered with, in a vault', async () => {
  const { html } = await render('- [가] 글 :tada:\n- [?] 둘', { isVault: true });
  expect(html).toContain('[가] 글 :tada:');
  expect(html).not.toContain('[?]');
});

describe('inline footnotes', () => {
  it('hold other marks and stand in order with the others', async () => {
    const { html } = await render('가^[하나 **굵게** [링크](a.md) [x]] 나[^2] 다^[셋]\n\n[^2]: 둘');
    expect(html).toMatch(/가<sup>.*1.*<\/sup> 나<sup>.*2.*<\/sup> 다<sup>.*3.*<\/sup>/u);
    expect(html).toContain('<p>하나 <strong>굵게</strong> <a href="a.md">링크</a> [x] <a');
    expect(html).not.toContain('^[');
  });

  it('shows one that only the title calls without a label', async () => {
    const { html, troubles } = await render('# 제목^[하나]\n\n글 ^[a-z]+ 나^[둘]');
    expect(html).toContain('<p>하나</p>');
    expect(html).toContain('둘');
    expect(html).toContain('^[a-z]+');
    expect(troubles).toEqual([]);
  });

  it.each(['2^[', '^[]', '`^[글]`', 'a^ [글]', 's/^[a-z_]+$/b/ ^[\\d.] ^[ab]{2}'])(
    'leaves %j',
    async (written) => {
      expect((await render(written)).html).not.toContain('<sup>');
    },
  );
});

describe('tags in the text', () => {
  it('are links and tags of the note', async () => {
    const { atlas, links, problems } = await openVault({
      'a.md':
        '# 제목\n\n#태그/아래 글 (#둘) #둘\n\n## #절 아님\n\n`#코드` https://e.org/#부분 #1 #ff8800 C# a#b [글 #속](#제목)',
    });
    expect(atlas.library.byId.get('a')?.tags).toEqual(['태그/아래', '둘']);
    expect(links('a').filter((target) => target === 'page')).toHaveLength(3);
    expect([...atlas.library.tags.keys()].sort()).toEqual(['둘', '태그', '태그/아래']);
    expect(problems.filter((problem) => !problem.includes('anchor'))).toEqual([]);
  });

  it('are text in documentation', async () => {
    expect((await render('#채널', { isDocumentation: true })).html).toBe('<p>#채널</p>');
  });
});

describe('block ids', () => {
  it('are no rows of a table', async () => {
    const { html } = await render('| 가 | 나 |\n| - | - |\n| 1 | 2 |\n| ^2 | |');
    expect(html).toContain('>^2</td>');
  });

  it('leave the text and can be linked to', async () => {
    const { html } = await render(
      '문장 ^one\n\n- 항목 ^two\n- 둘\n\n| 가 |\n| - |\n| 나 |\n\n^three\n\n```js\n1\n```\n\n^four',
    );
    expect(html).toContain('<p id="^one">문장</p>');
    expect(html).toContain('<li id="^two">항목</li>');
    expect(html).toContain('<table id="^three">');
    expect(html).toContain('<span id="^four" class="anchor-alias"></span>\n<pre>');
    expect(html).not.toMatch(/>[^<]*\^/u);
    const { problems } = await openVault({
      'a.md': '[[b#^one]] [[b^one]] [[b#^none]]',
      'b.md': '문장 ^one\n\n2^10은 1024, x ^ y',
    });
    expect(problems).toEqual([expect.stringContaining('#^none')]);
  });
});

describe('fields in a line of a vault', () => {
  it.each([
    ['오늘 [물:: 2]와 [차:: 4].', '<p>오늘 <strong>물:</strong> 2와 <strong>차:</strong> 4.</p>'],
    [
      '약속은 (사람:: **미나**)와 (날:: 2022-10-26)에.',
      '<p>약속은 <strong>미나</strong>와 2022-10-26에.</p>',
    ],
    ['- [ ] 첫 회 [나온 날:: 2020-06-19]', '<strong>나온 날:</strong> 2020-06-19'],
    ['(값:: f(x) 다음)', '<p>f(x) 다음</p>'],
    ['[값:: 열린\n줄]', '<p>[값:: 열린\n줄]</p>'],
    ['(std::string) a[b::c] `[코드:: 1]`', '<p>(std::string) a[b::c] <code>[코드:: 1]</code></p>'],
    ['형 (x :: Int)와 [y :: z]', '형 (x :: Int)와 [y :: z]'],
    ['부름 f(가:: 나)', '부름 f(가:: 나)'],
  ])('%j', async (written, shown) => {
    expect((await render(written, { isVault: true })).html).toContain(shown);
    expect((await render(written)).html).not.toContain('<strong>물');
  });

  it('are read in bounded time', async () => {
    const time = async (count: number) => {
      const start = performance.now();
      await render('[가:: '.repeat(count), { isVault: true });
      return performance.now() - start;
    };
    await time(500);
    expect(await time(4000)).toBeLessThan(3000);
  });
});

it('takes pictures into tags', async () => {
  const { html } = await render('할 일 #📑읽기 #👩‍💻 #1 끝');
  expect(html).toContain(
    '<a href="/tags/📑읽기/">#📑읽기</a>'.replace('/tags/📑읽기/', encodeURI('/tags/📑읽기/')),
  );
  expect(html).toContain('#👩‍💻</a> #1 끝');
});

it('folds queries of Obsidian, and reports them once', async () => {
  const fence = '```dataview\nLIST\n```';
  const { html, troubles } = await render(`${fence}\n\n글\n\n${fence}`);
  expect(html.match(/<details>\s*<summary>Obsidian 질의 \(dataview\)<\/summary>/gu)).toHaveLength(2);
  expect(html).toContain('LIST');
  expect(troubles).toHaveLength(1);
  expect(troubles[0]).toContain('2개');
});

it('reports fields and queries that plugins of Obsidian put into a line, in a vault', async () => {
  const body = '`INPUT[text:이름]` `VIEW[{a} + 1]` `= this.file.name` `a = b` `=`';
  const { html, troubles } = await render(body, { isVault: true });
  expect(html).toContain('<code>INPUT[text:이름]</code>');
  expect(troubles).toEqual([
    '1 Meta Bind 입력칸은 여기서 뜻이 없어 적힌 대로 싣습니다: INPUT[text:이름] (모두 2곳)',
    '1 줄 안의 Dataview 질의는 여기서 뜻이 없어 적힌 대로 싣습니다: = this.file.name',
  ]);
  expect((await render(body)).troubles).toEqual([]);
});

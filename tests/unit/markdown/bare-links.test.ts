import { describe, expect, it } from 'vitest';
import { render } from '../flavours/render.ts';

/** What was written, the address that is linked, what follows it. */
const forms: [string, string, string][] = [
  ['https://example.com/a를 보라', 'https://example.com/a', '를 보라'],
  ['(https://example.com/b)를', 'https://example.com/b', ')를'],
  ['www.example.com에서', 'http://www.example.com', '에서'],
  ['https://example.com에서 본', 'https://example.com', '에서 본'],
  ['https://example.com/은', 'https://example.com/', '은'],
  ['https://example.com/a.html입니다.', 'https://example.com/a.html', '입니다.'],
  ['https://example.com/a에서는', 'https://example.com/a', '에서는'],
  ['https://example.com/a로부터', 'https://example.com/a', '로부터'],
  ['https://example.com/a으로, 그리고', 'https://example.com/a', '으로, 그리고'],
  ['https://example.com/?q=a와', 'https://example.com/?q=a', '와'],
  ['https://example.com/#b의', 'https://example.com/#b', '의'],
  ['https://example.com/a까지.', 'https://example.com/a', '까지.'],
  ['https://example.com/a(https://example.com/b)', 'https://example.com/a(https://example.com/b)', ''],
  ['"https://example.com/a"를', 'https://example.com/a', '"를'],
  ["'https://example.com/a'는", 'https://example.com/a', "'는"],
  ['https://example.com/a(바다 안내)에서', 'https://example.com/a', '(바다 안내)에서'],
  ['https://example.com/aㆍ글', 'https://example.com/a', 'ㆍ글'],
  ['“https://example.com/a”를', 'https://example.com/a', '”를'],
  ['「https://example.com/a」에서', 'https://example.com/a', '」에서'],
  ['『https://example.com/a』', 'https://example.com/a', '』'],
  ['https://example.com/a。다음', 'https://example.com/a', '。다음'],
  ['https://example.com/a，다음', 'https://example.com/a', '，다음'],
  ['（https://example.com/a）', 'https://example.com/a', '）'],
  ['https://example.com/a→다음', 'https://example.com/a', '→다음'],
  ['https://example.com/a⇒https', 'https://example.com/a', '⇒https'],
  ['https://example.com✅ 됨', 'https://example.com', '✅ 됨'],
  ['https://example.com/a▶다음', 'https://example.com/a', '▶다음'],
  ['https://example.com/a※참고', 'https://example.com/a', '※참고'],
  ['https://example.com/a👉다음', 'https://example.com/a', '👉다음'],
  ['https://example.com/a①', 'https://example.com/a', '①'],
  ['https://i❤.ws/a', 'https://i❤.ws/a', ''],
  ['https://en.wikipedia.org/wiki/A–B', 'https://en.wikipedia.org/wiki/A–B', ''],
  ['https://example.com/a…', 'https://example.com/a', '…'],
  ['https://example.com/a·https', 'https://example.com/a', '·https'],
  ['https://example.com/a.를', 'https://example.com/a', '.를'],
  ['https://example.com/a,은', 'https://example.com/a', ',은'],
  ['https://ko.wikipedia.org/wiki/인공지능', 'https://ko.wikipedia.org/wiki/인공지능', ''],
  ['https://ko.wikipedia.org/wiki/인공지능 은', 'https://ko.wikipedia.org/wiki/인공지능', ' 은'],
  ['https://example.com/?q=검색어', 'https://example.com/?q=검색어', ''],
  ['https://example.com/?q=검색어&p=2', 'https://example.com/?q=검색어&p=2', ''],
  ['https://example.com/C언어', 'https://example.com/C언어', ''],
  ['https://example.com/제1장#절', 'https://example.com/제1장#절', ''],
  ['https://한글.kr/a', 'https://한글.kr/a', ''],
  ['https://example.com/a_(b)', 'https://example.com/a_(b)', ''],
  ['https://example.com/a_(b)를', 'https://example.com/a_(b)', '를'],
  ['https://example.com/a_(나)', 'https://example.com/a_(나)', ''],
  ['https://example.com:8080에', 'https://example.com:8080', '에'],
  ['https://example.com/a-나', 'https://example.com/a-나', ''],
  ['https://example.com/a]를', 'https://example.com/a', ']를'],
  ['https://example.com/a?를', 'https://example.com/a', '?를'],
  ['https://example.com/2026년', 'https://example.com/2026년', ''],
  ['https://example.com/a이다', 'https://example.com/a', '이다'],
  ['https://example.com/a,그리고', 'https://example.com/a', ',그리고'],
  ['https://example.com/a!정말', 'https://example.com/a', '!정말'],
  ['https://example.com/?q=a,검색', 'https://example.com/?q=a,검색', ''],
  ['https://example.com/우리,친구', 'https://example.com/우리,친구', ''],
  ['https://example.com/a—곧', 'https://example.com/a', '—곧'],
  ['https://example.com/v1.2를', 'https://example.com/v1.2', '를'],
];

const decode = (text: string) => text.replace(/&#x26;/gu, '&').replace(/&#x22;|&quot;/gu, '"');

describe('bare addresses', () => {
  it.each(forms)('ends %s', async (written, address, after) => {
    const { html } = await render(written);
    const [, before = '', href = '', label = '', rest = ''] =
      /^<p>([^<]*)<a href="([^"]*)">([^<]*)<\/a>(.*)<\/p>$/u.exec(html) ?? [];
    expect(decodeURI(decode(href))).toBe(address);
    expect(decode(rest)).toBe(after);
    expect(before + decode(label) + decode(rest)).toBe(written);
  });

  it('keeps emphasis around an address', async () => {
    const { html } = await render('**https://example.com/a**를');
    expect(html).toBe('<p><strong><a href="https://example.com/a">https://example.com/a</a></strong>를</p>');
  });

  it('links no name in a path or in a longer name', async () => {
    const { html } = await render('bin/www.js로, x.www.example.com, 참고=www.example.com');
    expect(html).toBe('<p>bin/www.js로, x.www.example.com, 참고=www.example.com</p>');
  });

  it('leaves links with a text alone', async () => {
    const { html } = await render(
      '[https://example.com/a를](https://example.com/a를) <https://example.com/b를>',
    );
    expect(decodeURI(html)).toContain('href="https://example.com/a를"');
    expect(decodeURI(html)).toContain('href="https://example.com/b를"');
  });
});

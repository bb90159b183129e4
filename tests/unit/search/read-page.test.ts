import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { readFragment, renderIndexDocument } from '../../../src/search/index-document.ts';
import { readPage } from '../../../src/search/read-page.ts';
import { swapScript } from '../../../src/search/swap-script.ts';
import { listStrengths, removeLineMarks } from '../../../src/search/text-marks.ts';

const note = `<html><body><nav>밖</nav><main><article data-pagefind-body data-note="oven/malt" data-kind="oven" data-title="RAG" data-tags="검색|모델" data-years="2025|2026" data-as-of="2026-11-24" data-facts="층: 미들웨어|상태: 도는 중">
<h1>RAG</h1><p>첫 문단 <b>파운데이션</b>모델<sup><a data-cite="x" data-strength="primary" href="#x">[1]</a></sup>.</p><ul><li>하나</li><li>둘</li></ul>
<h2 id="s-1">왜 쓰나<button>이 절 링크 복사</button></h2><p>글</p>
<figure class="table-figure" id="t-1" data-caption="비교"><table><thead><tr><th>구분</th><th>값</th></tr></thead><tbody><tr><td rowspan="2">가</td><td>1</td></tr><tr><td>2</td></tr></tbody></table></figure>
<p>표 뒤의 글</p>
<figure class="diagram" id="f-1"><mermaid-diagram><svg><text>라벨</text></svg><pre hidden>graph TD</pre></mermaid-diagram><figcaption>흐름</figcaption><details class="diagram-text"><summary>글로 보기</summary><p>질문에서 답으로</p></details></figure>
<dl><dt id="term-a">가드레일</dt><dd>막는 것</dd></dl></article></main></body></html>`;

test('finds the parts of a page, and only what is to be read', () => {
  const page = readPage(fromHtml(note), '/oven/malt/');
  expect(page).toMatchObject({
    note: 'oven/malt',
    kind: 'oven',
    tags: ['검색', '모델'],
    years: ['2025', '2026'],
    asOf: '2026-11-24',
    facts: ['층: 미들웨어', '상태: 도는 중'],
  });
  expect(page?.parts).toEqual([
    { kind: 'lead', id: '', level: 1, title: '', text: '첫 문단 파운데이션모델 ␁.\n␉ 하나\n␉ 둘' },
    { kind: 'section', id: 's-1', level: 2, title: '왜 쓰나', text: '글\n표 뒤의 글' },
    { kind: 'table', id: 't-1', level: 2, title: '비교', text: '␞ 구분 ␟ 값 ␞ 가 ␟ 1 ␞ ␦ ␟ 2' },
    { kind: 'diagram', id: 'f-1', level: 2, title: '흐름', text: '질문에서 답으로' },
    { kind: 'term', id: 'term-a', level: 4, title: '가드레일', text: '막는 것' },
  ]);
});

test.each([
  '',
  '<',
  '<<>><table><tr>',
  '<main data-pagefind-body>',
  '<p data-pagefind-body><h2>열린 제목',
  '\u0000<div data-pagefind-body><table><td rowspan=-1 colspan=9999999>x',
])('odd HTML %j never throws', (html) => {
  expect(() => readPage(fromHtml(html), '/x/')).not.toThrow();
});

test('the document for the index hides what it says until it is read back', () => {
  const page = readPage(fromHtml(note), '/oven/malt/');
  if (page === null) throw new Error('no page');
  const html = renderIndexDocument(page, (text) => text);
  expect(html).not.toContain('파운데이션');
  expect(html).toContain('id="s2.2:s-1"');
  expect(html).not.toContain('graph TD');
});

test('lines, items and sources of a found part can be told apart again; its text is what a reader sees', () => {
  const content = swapScript('RAG 첫 문단 ␁. ␤ ␉ 하나 ␤ ␉ 둘 ␤. 왜 쓰나. 글 ␤.');
  const { parts } = readFragment({
    url: '/a/',
    content,
    meta: { title: 'RAG' },
    anchors: [{ id: 's2.2:s-1', location: 11 }],
  });
  expect(parts.map(({ text, lines }) => [text, lines])).toEqual([
    ['첫 문단. 하나 둘', '첫 문단 ␁. ␤ ␉ 하나 ␤ ␉ 둘 ␤'],
    ['글', '글 ␤'],
  ]);
  expect(listStrengths(parts[0]?.lines ?? '')).toEqual(['primary']);
});

test('an item is marked once for each list it is inside of', () => {
  const html =
    '<article data-pagefind-body><ul><li>하나<ol><li><p>둘</p></li></ol></li><li>셋</li></ul></article>';
  const page = readPage(fromHtml(html), '/list/');
  expect(page?.parts[0]?.text).toBe('␉ 하나\n␉␉ 둘\n␉ 셋');
  expect(removeLineMarks('␤ ␉ 하나 ␤ ␉␉ 둘 ␤')).toBe('하나 둘');
});

test('a strange fragment gives what it can', () => {
  const found = readFragment({
    url: '/a/',
    content: '',
    meta: {},
    anchors: [
      { id: 'x', location: 3 },
      { id: 't9.9:', location: 99 },
    ],
  });
  expect(found.parts.length).toBeGreaterThan(0);
});

test('a paragraph in lines of a certain width is one text, and deep headings part as others do', () => {
  const page = readPage(
    fromHtml(
      '<article data-pagefind-body><h1>T</h1><p>One sentence\nin two lines.\nAnother.</p><p>값을 정함\n뜻을 읽음</p><h5>작은 제목</h5><p>글</p></article>',
    ),
    '/t/',
  );
  expect(page?.parts.map(({ title, text }) => [title, text])).toEqual([
    ['', 'One sentence in two lines. Another.\n값을 정함\n뜻을 읽음'],
    ['작은 제목', '글'],
  ]);
});

test('a formula is one line with its strokes and signs, and what is in no language is read line by line', () => {
  const page = readPage(
    fromHtml(
      '<article data-pagefind-body><h1>T</h1><div><math display="block"><mrow><mtext>밀도</mtext><mo>=</mo><mfrac><mrow><mi>m</mi><mo>+</mo><msub><mi>m</mi><mn>0</mn></msub></mrow><msup><mi>a</mi><mn>3</mn></msup></mfrac></mrow></math></div><p>값 <math><mi>x</mi></math>를 잰다.</p><pre data-language="plaintext">물값 = 양 ÷ 날\n  양: 쓴 물</pre><pre data-language="js">let a;\nlet b;</pre></article>',
    ),
    '/t/',
  );
  expect(page?.parts.map(({ text }) => text)).toEqual([
    '밀도 = (m + m_0) / a^3\n값 x를 잰다.\n물값 = 양 ÷ 날\n양: 쓴 물\nlet a; let b;',
  ]);
});

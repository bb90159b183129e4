import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { joinPrintEdition } from '../../../src/outputs/join-print.ts';
import { readPrintedNote } from '../../../src/outputs/read-printed-note.ts';
import { hashSource } from '../../../src/security.ts';

const note = (title: string, body: string) =>
  `<html><head></head><body><main><article data-note="x" data-pagefind-body><header class="note-header"><h1>${title}</h1></header><div class="prose">${body}</div></article><section data-sources aria-labelledby="sources-title"><h2 id="sources-title">출처</h2></section></main></body></html>`;

const shell = `<!doctype html><html lang="ko"><head><title>모음</title><meta http-equiv="content-security-policy" content="script-src 'self'"><link rel="canonical" href="https://x.kr/c/"><link rel="stylesheet" href="/a.css"></head><body><main>표</main><script src="/a.js"></script></body></html>`;

const html = joinPrintEdition(
  shell,
  [
    {
      href: '/b/one/',
      ...readPrintedNote(
        note(
          '하나',
          '<h2 id="s-1">절</h2><p><a href="#s-1">위</a> <a href="/b/two/#s-2">둘째의 절</a> <a href="/b/two/?h=x">둘째</a> <a href="/b/other/">밖</a></p><a href="#backlinks-title">16</a><button>복사</button><details><summary>접힘</summary></details>',
        ),
      ),
    },
    {
      href: '/b/two/',
      ...readPrintedNote(
        note(
          '둘 & <셋>',
          '<h2 id="s-2">절</h2><svg><marker id="m"></marker><path marker-end="url(#m)"></path></svg><span id="s-1">옛 이름</span><a href="#s-1" aria-labelledby="s-1">여기</a>',
        ),
      ),
    },
  ],
  { title: '모음', href: '/b/c/', volumes: [{ href: '/b/print/c/', isThis: true }] },
);
const { document } = parseHTML(html);

test('a print edition holds every note once, titles one level down, with nothing that needs a screen', () => {
  expect([...document.querySelectorAll('h1')].map((title) => title.textContent)).toEqual(['모음']);
  expect(
    [...document.querySelectorAll('.print-note .note-header h2')].map((title) => title.textContent),
  ).toEqual(['하나', '둘 & <셋>']);
  expect(
    document.querySelector('script[src], button, [data-pagefind-body], link[rel="canonical"]'),
  ).toBeNull();
  expect(document.querySelector('details')?.hasAttribute('open')).toBe(true);
  expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
});

test('figures that are too wide for a sheet keep their words', () => {
  const figure = (wide: string) =>
    `<figure class="diagram"${wide}><details class="diagram-text"><p>말로${wide}</p></details></figure>`;
  const { html: printed } = readPrintedNote(note('셋', figure(' data-wide') + figure('')));
  expect(printed.match(/말로[^<]*/gu)).toEqual(['말로 data-wide']);
});

test('its ids are unique, and links stay inside where they can', () => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const hrefs = [...document.querySelectorAll('.print-note a')].map((link) => link.getAttribute('href'));
  expect(hrefs).toEqual(['#s-1', '#s-2', '#note-2', '/b/other/', '#s-1--2']);
  expect(document.querySelector('path')?.getAttribute('marker-end')).toBe('url(#m)');
  expect(document.querySelectorAll('[aria-labelledby="s-1--2"]').length).toBe(1);
  // A region for every note's sources would only be in the way.
  expect(document.querySelectorAll('[data-sources][aria-labelledby]').length).toBe(0);
});

test('its only script numbers its pages, and its policy allows no other', () => {
  const scripts = [...document.querySelectorAll('script')].map((script) => script.textContent ?? '');
  expect(scripts).toHaveLength(1);
  expect(scripts[0]).toContain('beforeprint');
  expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
    `script-src 'self' ${hashSource(scripts[0] ?? '')}`,
  );
});

test('a volume names its place and leads to the others', () => {
  const volume = joinPrintEdition(shell, [], {
    title: '모음',
    href: '/b/c/',
    volumes: [
      { href: '/b/print/c/', isThis: false },
      { href: '/b/print/c/_2/', isThis: true },
    ],
  });
  const header = parseHTML(volume).document.querySelector('.sheet-header');
  expect(header?.querySelector('h1')?.textContent).toBe('모음 2권(모두 2권)');
  expect([...(header?.querySelectorAll('p:not(.lead) > *') ?? [])].map(({ outerHTML }) => outerHTML)).toEqual(
    ['<a href="/b/print/c/">1권</a>', '<b>2권</b>'],
  );
});

test('a title with markup stays a title', () => {
  const printed = joinPrintEdition(shell, [], {
    title: '</title><img src="x">',
    href: '/b/c/',
    volumes: [{ href: '/b/print/c/', isThis: true }],
  });
  expect(printed).not.toContain('<img');
});

test('what a text says of ids and addresses stays as it is, and links lead to the section of their own note', () => {
  const code = '<code>&#x3C;a href="#개요" id="개요">, href="/b/2/", url(#개요)</code>';
  const own = '<a href="#%EA%B0%9C%EC%9A%94">여기</a>';
  const other = '<a href="/b/2/#%EA%B0%9C%EC%9A%94">거기</a>';
  const image = '<img alt="&#x3C;h2 and <h2 of it">';
  const body = `<h2 id="개요">개요</h2><style>a{fill:url(#개요)}</style>${code}${own}${other}${image}`;
  const printed = readPrintedNote(note('글', body));
  const edition = joinPrintEdition(
    shell,
    [1, 2].map((number) => ({ href: `/b/${number}/`, ...printed })),
    { title: '모음', href: '/b/c/', volumes: [] },
  );
  const [, first = '', second = ''] = edition.split('<section class="print-note"');
  for (const part of [first, second]) {
    expect(part).toContain(code);
    expect(part).toContain(image);
    expect(part).toContain('<a href="#%EA%B0%9C%EC%9A%94--2">거기</a>');
  }
  expect(first).toContain(own);
  expect(first).toContain('<h3 id="개요">개요</h3>');
  expect(second).toContain('<h3 id="개요--2">개요</h3><style>a{fill:url(#개요--2)}</style>');
  expect(second).toContain('<a href="#%EA%B0%9C%EC%9A%94--2">여기</a>');
});

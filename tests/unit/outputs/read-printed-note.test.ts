import { expect, test } from 'vitest';
import { readPrintedNote } from '../../../src/outputs/read-printed-note.ts';

const page = (prose: string, header = '<h1>제목</h1>') =>
  `<html><head><title>x</title></head><body><main><article><header class="note-header">${header}</header>` +
  `<div class="prose">${prose}</div></article></main></body></html>`;
const printed = (prose: string) =>
  readPrintedNote(page(prose)).html.replace(/^.*?<div class="prose">|<\/div>$/gu, '');

test('a title is what its letters say', () => {
  expect(readPrintedNote(page('', '<h1> <em>A</em> &amp; &#x3C;B> </h1>')).title).toBe('A & <B>');
});

test.each([
  ['<p>앞</p><button title="a > b">복사</button><p>뒤</p>', '<p>앞</p><p>뒤</p>'],
  ['<template><p><template></template></p></template><p>뒤</p>', '<p>뒤</p>'],
  ['<script>if (a < b) "<p>"</script><!-- <button> --><p>뒤</p>', '<!-- <button> --><p>뒤</p>'],
  [
    '<pre class="code mermaid-source">a</pre><p title="mermaid-source" class="x">b</p>',
    '<p title="mermaid-source" class="x">b</p>',
  ],
  [
    '<picture class="whole-picture"><source srcset="a"><img src="b"></picture>',
    '<picture class="whole-picture"><img src="b"></picture>',
  ],
  [
    '<picture><source srcset="a"><img src="b"></picture>',
    '<picture><source srcset="a"><img src="b"></picture>',
  ],
  ['<a class="visually-hidden" href="#x">건너뛰기</a><br>b', '<br>b'],
  ['<details><summary>a</summary></details>', '<details open><summary>a</summary></details>'],
])('what only works on a screen is left out of %s', (prose, rest) => {
  expect(printed(prose)).toBe(rest);
});

test('a drawing for narrow screens is printed where the sheet asks for it', () => {
  const figure = (paper: string) =>
    `<div class="diagram"${paper}><svg><g id="a"><path d="M0"/></g></svg><div class="diagram-narrow">좁음</div></div>`;
  expect(printed(figure(''))).not.toContain('좁음');
  expect(printed(figure(' data-paper="narrow"'))).toContain('좁음');
});

test('a link to what is not printed leaves its words', () => {
  expect(
    printed(
      '<p id="s-가"><a href="#s-%EA%B0%80">가</a> <a href="#toc">차례 <b>b</b></a> <a href="#%">c</a></p>',
    ),
  ).toBe('<p id="s-가"><a href="#s-%EA%B0%80">가</a> 차례 <b>b</b> c</p>');
});

import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { readsAsWritten } from '../../../src/markdown/reads-as-written.ts';

/** Written, read as a browser does, and written again. */
const reread = (tree: Root): string => toHtml(fromHtml(toHtml(tree), { fragment: true }));
const root = (...children: Element[]): Root => ({ type: 'root', children });

describe('a tree that a browser reads as it is written', () => {
  test.each<[string, Element]>([
    ['text with its marks', h('p', ['가 ', h('em', [h('strong', '나')]), h('br'), h('code', '<다>')])],
    ['lists in lists', h('ul', [h('li', ['가', h('ol', [h('li', [h('p', '나')])])])])],
    [
      'a table',
      h('table', [h('thead', [h('tr', [h('th', '가')])]), h('tbody', [h('tr', [h('td', [h('p', '나')])])])]),
    ],
    ['an element of our own', h('figure', [h('mermaid-diagram', [h('div', [h('svg')])])])],
    ['a formula', h('math', [h('mrow', [h('mi', 'x'), h('mo', '<')])])],
    ['code that begins with a line break', h('pre', [h('code', '\n가')])],
  ])('%s', (_, element) => {
    const tree = root(element);
    expect(readsAsWritten(tree)).toBe(true);
    expect(reread(tree)).toBe(toHtml(tree));
  });

  test.each<[string, Element]>([
    ['a paragraph in a paragraph', h('p', [h('span', [h('p', '가')])])],
    ['a table in a paragraph', h('p', [h('table')])],
    ['a link in a link', h('a', { href: '#' }, [h('b', [h('a', { href: '#' }, '가')])])],
    ['a heading in a heading', h('h2', [h('h3', '가')])],
    ['rows without a body', h('table', [h('tr', [h('td', '가')])])],
    ['text in a table', h('table', ['가'])],
    ['an item in an item', h('ul', [h('li', [h('li', '가')])])],
    ['a cell outside of a table', h('div', [h('td', '가')])],
    ['a line break at the start of a block of code', h('pre', '\n가')],
    ['an element that is always empty, with text', h('br', '가')],
    ['HTML in a drawing', h('svg', [h('p', '가')])],
    ['HTML in a formula', h('math', [h('mtext', [h('p', '가')])])],
    ['what runs', h('script', '1 < 2')],
    ['a form', h('form', [h('form')])],
    ['characters that a browser replaces', h('p', 'a\0b\rc')],
  ])('is none with %s', (_, element) => {
    expect(readsAsWritten(root(element))).toBe(false);
  });

  test('is none with HTML that nobody has read', () => {
    expect(
      readsAsWritten({ type: 'root', children: [{ type: 'raw', value: '<p>' }] } as unknown as Root),
    ).toBe(false);
  });

  test('is read as it is written, whatever it is made of', () => {
    const names =
      'a b button code col dd div dl dt em figure h2 hr img li math mi mtext ol p path pre section span summary svg table tbody td th thead tr ul x-y script template select option form ruby rt nobr'.split(
        ' ',
      );
    const { element } = fc.letrec<{ element: Element; inside: (Element | string)[] }>((tie) => ({
      element: fc.tuple(fc.constantFrom(...names), tie('inside')).map(([name, inside]) => h(name, inside)),
      inside: fc.array(fc.oneof({ maxDepth: 6 }, fc.constantFrom('가', '\n', ' ', '<'), tie('element')), {
        maxLength: 3,
      }),
    }));
    fc.assert(
      fc.property(fc.array(element, { maxLength: 3 }), (elements) => {
        const tree = root(...elements);
        if (readsAsWritten(tree)) expect(reread(tree)).toBe(toHtml(tree));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});

import { parseHTML } from 'linkedom';
import { beforeAll, expect, it } from 'vitest';
import { listCards } from '../../../../src/elements/study/list-cards.ts';

const page = (prose: string) =>
  parseHTML(`<main><article><div class="prose">${prose}</div></article></main>`).document;
const cards = (prose: string) =>
  listCards(page(prose), ['questions']).map(({ key, question, answer }) => [key, question, answer]);

beforeAll(() => {
  Object.assign(globalThis, { CSS: { escape: (text: string) => text } });
});

it('makes a card of each row: the first column asks, with its group', () => {
  expect(
    cards(
      '<figure class="table-figure" id="t"><table><thead><tr><th>G</th><th>N</th><th>M</th></tr></thead><tbody>' +
        '<tr><td rowspan="2">g</td><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr>' +
        '<tr><td>h</td><td>c</td><td>3</td></tr></tbody></table></figure>',
    ),
  ).toEqual([
    ['t/g › a', 'g › a', 'M: 1'],
    ['t/g › b', 'g › b', 'M: 2'],
    ['t/h', 'h', 'N: c\nM: 3'],
  ]);
});

it('keeps the key of a row when others come and go', () => {
  const table = (rows: string) =>
    `<figure class="table-figure" id="t"><table><tbody>${rows}</tbody></table></figure>`;
  const keyOf = (rows: string) => cards(table(rows)).find(([, question]) => question === 'b')?.[0];
  const row = '<tr><td>b</td><td>2</td></tr>';
  expect(keyOf(row)).toBe(keyOf(`<tr><td>new</td><td>0</td></tr>${row}`));
});

it('takes questions with nested answers, or with the section that they point at', () => {
  expect(
    cards(
      '<div class="section-heading"><h2 id="s">Part</h2></div><p>The answer.</p>' +
        '<div class="section-heading"><h2 id="q">Questions</h2></div>' +
        '<ol><li>Why? <ul><li>Because.</li></ul></li><li>Where? (<a href="#s">Part</a>)</li><li>No answer</li></ol>',
    ),
  ).toEqual([
    ['q/why?', 'Why?', 'Because.'],
    ['q/where?', 'Where?', 'Part\nThe answer.'],
  ]);
});

it('covers both drawings of a figure', () => {
  const [card] = listCards(
    page(
      '<figure id="f"><figcaption><span>Title</span></figcaption><mermaid-diagram><div class="diagram-frame">' +
        '<svg><text>a</text><text>b</text><text>c</text></svg></div></mermaid-diagram>' +
        '<div class="diagram-narrow"><svg><text>a</text></svg></div></figure>',
    ),
    [],
  );
  expect(card?.covered).toHaveLength(2);
});

it('takes terms and the labels of a figure', () => {
  expect(
    cards(
      '<dl><dt id="x">X</dt><dd>what x is</dd></dl><figure id="f"><figcaption><span>Title</span></figcaption>' +
        '<mermaid-diagram><svg><text>a</text><text>b</text><text>c</text></svg></mermaid-diagram></figure>',
    ),
  ).toEqual([
    ['x/x', 'X', 'what x is'],
    ['f/title', 'Title', 'a · b · c'],
  ]);
});

it('tells equal questions apart', () => {
  const row = '<tr><td>a</td><td>1</td></tr>';
  expect(
    cards(`<figure class="table-figure" id="t"><table><tbody>${row}${row}</tbody></table></figure>`).map(
      ([key]) => key,
    ),
  ).toEqual(['t/a', 't/a~2']);
});

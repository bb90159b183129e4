import { parseHTML } from 'linkedom';
import { beforeAll, expect, it } from 'vitest';
import { listCards } from '../../../../src/elements/study/list-cards.ts';

const words = {
  headings: ['self-check'],
  headingEnds: ['questions'],
  marks: ['q', 'question'],
  answers: ['answer', 'solution'],
};
const page = (prose: string) =>
  parseHTML(`<main><article><div class="prose">${prose}</div></article></main>`).document;
const cards = (prose: string) =>
  listCards(page(prose), words).map(({ key, question, answer }) => [key, question, answer]);

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
    words,
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

// linkedom does not know which of two elements comes first where they have different parents.
const sorted = (found: string[][]) => found.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
const cardsWithPlace = (prose: string) =>
  listCards(page(prose), words).map(({ key, question, answer, place }) => ({ key, question, answer, place }));
const heading = (id: string, text: string, depth = 2) =>
  `<div class="section-heading"><h${depth} id="${id}">${text}</h${depth}></div>`;

it('says of each card in which section, and in which table of it, it stands', () => {
  const table = (id: string, caption: string) =>
    `<figure class="table-figure" id="${id}"><figcaption><span>${caption}</span></figcaption><div class="table-frame"><table><tbody><tr><td>GET</td><td>reads</td></tr></tbody></table></div></figure>`;
  const found = cardsWithPlace(
    `${heading('s', 'Methods')}${table('t1', '')}${table('t2', 'Verbs')}<dl><dt>X</dt><dd>x</dd></dl>`,
  );
  expect(sorted(found.map(({ key, place }) => [key, place]))).toEqual([
    ['s/x', 'Methods'],
    ['t1/get', 'Methods'],
    ['t2/get', 'Methods › Verbs'],
  ]);
});

it('reads lines, lists and formulas of an answer as a reader sees them', () => {
  const [card] = cardsWithPlace(
    '<figure class="table-figure" id="t"><table><thead><tr><th>N</th><th>A</th><th>B</th></tr></thead><tbody><tr><td>a<br>b</td>' +
      '<td>one<br>two<ul><li>x</li><li>y</li></ul></td>' +
      '<td><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of <img alt="a bean" src="b.png"></td></tr></tbody></table></figure>',
  );
  expect(card).toMatchObject({ question: 'a b', answer: 'A: one\ntwo\nx\ny\nB: 1 / 2 of a bean' });
});

it('keeps the rows of a formula apart', () => {
  const row = (left: string, right: string) =>
    `<mtr><mtd><mi>${left}</mi></mtd><mtd><mo>=</mo><mi>${right}</mi></mtd></mtr>`;
  const [card] = cardsWithPlace(
    `${heading('q', 'Questions')}<ol><li>Which? <ul><li><math><mtable>${row('a', 'b')}${row('c', 'd')}</mtable></math></li></ul></li></ol>`,
  );
  expect(card?.answer).toBe('a = b\nc = d');
});

it('takes all that is said of a term, and terms that share what is said', () => {
  expect(
    cards('<dl><dt>X</dt><dd>one</dd><dd>two</dd><dt>Y</dt><dt>Z</dt><dd><p>a</p><p>b</p></dd></dl>'),
  ).toEqual([
    ['main/x', 'X', 'one\ntwo'],
    ['main/y, z', 'Y, Z', 'a\nb'],
  ]);
});

it('asks what a fold asks', () => {
  expect(
    cardsWithPlace(
      `${heading('s', 'Heat')}<details><summary>Why does it crack?</summary><p>Steam.</p></details>` +
        '<details><summary>Show code</summary><pre>x</pre></details>' +
        '<details class="callout callout-note callout-question"><summary>Colour</summary>brown</details>',
    ),
  ).toEqual([
    { key: 's/why does it crack?', question: 'Why does it crack?', answer: 'Steam.', place: 'Heat' },
    { key: 's/colour', question: 'Colour', answer: 'brown', place: 'Heat' },
  ]);
});

it('asks what stands before a folded answer', () => {
  expect(
    sorted(
      cards(
        `${heading('e', 'Self-check')}<ol><li>First? <p>A or B</p><details><summary>Answer</summary>A</details></li></ol>` +
          '<p>Second thing</p><details><summary>Hint</summary>h</details><details><summary>Show answer</summary><p>B</p></details>' +
          `<p>Third</p><p>Answer:</p><details><summary>Solution</summary><p>C</p></details>${heading('q', 'Q4. Fourth', 3)}` +
          '<details><summary>Answer</summary><p>D</p></details>',
      ),
    ),
  ).toEqual([
    ['e/first? a or b', 'First?\nA or B', 'A'],
    ['e/second thing', 'Second thing', 'B'],
    ['e/third', 'Third', 'C'],
    ['q/q4. fourth', 'Q4. Fourth', 'D'],
  ]);
});

it('asks once where a folded question holds its folded answer', () => {
  expect(
    cards(
      '<details><summary>Question 1</summary><p>What is printed?</p><details><summary>Answer</summary><p>3</p></details></details>',
    ),
  ).toEqual([['main/question 1 what is printed?', 'Question 1\nWhat is printed?', '3']]);
});

it('asks headings under a heading of questions, and numbered ones anywhere', () => {
  expect(
    cards(
      `${heading('a', 'Why so?')}<p>plain text</p>${heading('f', 'Interview questions')}${heading('g', 'Why so hot?', 3)}` +
        `<p>Because.</p><ul><li>it is</li></ul>${heading('h', 'Later', 2)}<p>text</p>${heading('i', 'Q2. And then', 3)}<p>Done.</p>`,
    ),
  ).toEqual([
    ['g/why so hot?', 'Why so hot?', 'Because.\nit is'],
    ['i/q2. and then', 'Q2. And then', 'Done.'],
  ]);
});

it('asks nothing twice: what an answer holds is asked with it', () => {
  const table =
    '<figure class="table-figure" id="t"><table><tbody><tr><td>a</td><td>1</td></tr></tbody></table></figure>';
  expect(cards(`<details><summary>Which?</summary>${table}</details>`)).toEqual([
    ['main/which?', 'Which?', 'a 1'],
  ]);
});

it('asks rows of tables that an author wrote in HTML', () => {
  expect(
    cards(
      `${heading('s', 'S')}<div class="table-frame"><table><thead><tr><th>n</th><th>m</th></tr></thead><tbody><tr><td>a</td><td>1</td></tr></tbody></table></div>`,
    ),
  ).toEqual([['s/a', 'a', '1']]);
});

it('says where an answer is cut', () => {
  const [card] = cards(`<dl><dt>X</dt><dd>${'word '.repeat(200)}</dd></dl>`);
  expect(card?.[2]).toMatch(/word…$/u);
});

it('asks only the question where its answer is linked, and reads tables that are linked', () => {
  const table =
    '<figure class="table-figure" id="t"><table><tbody><tr><td>a</td><td>1</td></tr></tbody></table></figure>';
  expect(
    cards(
      `${heading('s', 'Signals')}${table}${heading('q', 'Questions')}<ol><li>Where? See <a href="#s">Signals</a>.</li></ol>`,
    ).find(([key]) => key?.startsWith('q')),
  ).toEqual(['q/where?', 'Where?', 'Signals\na 1']);
});

it('puts brackets around a fraction beside a factor', () => {
  const half = '<mfrac><mn>1</mn><mn>2</mn></mfrac>';
  const [card] = cards(`<dl><dt>h</dt><dd><math><mi>h</mi><mo>=</mo>${half}<mi>g</mi></math></dd></dl>`);
  expect(card?.[2]).toBe('h = (1 / 2)g');
});

it('says of a question in a heading under which heading it stands', () => {
  const found = cardsWithPlace(`${heading('f', 'Interview questions')}${heading('g', 'Why?', 3)}<p>So.</p>`);
  expect(found.map(({ place }) => place)).toEqual(['Interview questions']);
});

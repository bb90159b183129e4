import { expect, test } from 'vitest';
import { parseDiagram } from '../../../src/diagrams/parse.ts';
import { protectText, restoreCharacters } from '../../../src/diagrams/protect-text.ts';

const read = (code: string) => restoreCharacters(protectText(code, code.split('\n')[0] ?? ''));

test.each([
  ['List~Map~K, V~~ x', 'List<Map<K, V>> x'],
  ['Promise~Result~T, E~~', 'Promise<Result<T, E>>'],
  ['Map~K, List~V~~', 'Map<K, List<V>>'],
  ['f(List~int~ a, b) Set~T~', 'f(List<int> a, b) Set<T>'],
])('types in types are read whichever has the comma: %s', (written, wanted) => {
  expect(read(`classDiagram\n class A {\n +${written}\n }`)).toContain(wanted);
});

test.each(['oslo', 'x-ray', 'offset'])(
  'a name that begins like the end of a line stands apart from it: %s',
  (name) => {
    expect(read(`flowchart LR\n a---${name}`)).toContain(`--- ${name}`);
  },
);

test.each([
  ['A[fa:fa-car Drive]', 'A[Drive]'],
  ['A["fab:fa-github Stay fa:fa-smile"]', 'A["Stay "]'],
  ['A -->|fa:fa-check yes| B', 'A -->|yes| B'],
  ['A -- fas:fa-sun warm --> B', 'A -- warm --> B'],
  ['A[fa:fa-user-plus]', 'A[user plus]'],
  ['A[sofa:fa-x]', 'A[sofa:fa-x]'],
])('marks of icons are no words, but where there are no others: %s', (written, wanted) => {
  expect(read(`flowchart LR\n ${written}`)).toBe(`flowchart LR\n ${wanted}`);
});

test('a note of a class breaks where its author says', () => {
  expect(read('classDiagram\n note for A "one\\ntwo"')).toContain('"one<br>two"');
});

test('in Markdown of a mind map single stars lean, and stars elsewhere stay', () => {
  expect(read('mindmap\n a["`so *very long* a text`"]')).toContain('`so very long a text`');
  expect(read('mindmap\n 2 * 3 * 4')).toContain('2 * 3 * 4');
});

test.each([
  ['a<b && c>d', 'a<b && c>d'],
  ['if i<s and s>0', 'if i<s and s>0'],
  ['a<b>c', 'a<b>c'],
  ["<i class='x'>a</i> <u>b</u> c<s>d", 'a b c<s>d'],
  ["<span style='color:red'>a</span>", 'a'],
  ['<a href="../x.html#y">a</a> <span style="color:red">b</span>', 'a b'],
  ['List<a> to b', 'List<a> to b'],
])('what compares is no tag: %s', (written, wanted) => {
  expect(read(`flowchart LR\n a[${written}]`)).toContain(`[${wanted}]`);
});

test('members in one line with their class keep their words', () => {
  expect(protectText('classDiagram\n class A { <<x>> +f() }', 'classDiagram')).not.toContain('<');
  expect(read('classDiagram\n class A { <<x>> +f() }')).toContain('class A { <<x>> +f() }');
  expect(protectText('classDiagram\n class A { <<x>> }', 'classDiagram')).toContain('{ <<x>> }');
});

test('what only looks like a tag or an entity keeps its signs', () => {
  const protect = (code: string) => protectText(code, code.split('\n')[0] ?? '');
  const link = 'flowchart LR\n A -- 예 <T> --> B == 아니오 <p> ==> C <--> D';
  expect(read(link)).toBe(link);
  expect(protect(link)).not.toMatch(/<T>|<p>/u);
  expect(protect(link)).toContain('C <--> D');
  expect(read('packet-beta\n0-15: "출발 <p> #foo; &bar;"')).toBe('packet-beta\n0-15: "출발 <p> #foo; &bar;"');
  expect(protect('packet-beta\n0-15: "<p> #foo;"')).not.toMatch(/<p>|#foo;/u);
  expect(read('packet-beta\n0-15: "<p>출발</p>"')).toBe('packet-beta\n0-15: "출발"');
});

test.each([
  ['C:\\temp\\new', 'C:\\temp\\new'],
  ['C:\\Program Files\\nodejs\\Notes', 'C:\\Program Files\\nodejs\\Notes'],
  ['\\\\server\\new', '\\\\server\\new'],
  ['%APPDATA%\\npm', '%APPDATA%\\npm'],
  ['\\neq와 \\nabla', '\\neq와 \\nabla'],
  ['one\\ntwo', 'one two'],
  ['C:\\temp\\nTwo', 'C:\\temp Two'],
  ['C:\\temp\\n둘', 'C:\\temp 둘'],
])('in a path a stroke before an n ends no line: %s', async (written, wanted) => {
  for (const code of [`flowchart LR\n A["${written}"]`, `sequenceDiagram\n A->>B: ${written}`]) {
    const parsed = await parseDiagram(code);
    expect(JSON.stringify(parsed)).toContain(JSON.stringify(wanted).slice(1, -1));
  }
});

test.each([
  ['gantt\n dateFormat YYYY-MM-DD\n section A: b\n Task: D:\\names :a, 2020-01-01, 3d', 'Task: D:\\names'],
  ['gantt\n dateFormat YYYY-MM-DD\n section A: b\n Task: a, 2020-01-01, 3d', 'A: b'],
  ['journey\n section A: b\n Make: tea: 5: Me', 'Make: tea'],
  ['journey\n section A\n Tea: 3: Me: you, Her', 'Me: you'],
  ['timeline\n section A: b\n 2020 : c', 'A: b'],
  ['classDiagram\n class A\n A : path = "C:\\name"', 'path = "C:\\name"'],
  [
    'stateDiagram-v2\n s1\n note right of s1\n  List<String> 글\n  둘 <T>\n end note',
    'List<String> 글 둘 <T>',
  ],
  ['mindmap\n root\n  Machine Learning (ML)', 'Machine Learning (ML)'],
  ['mindmap\n root\n  A: b [c] d', 'A: b [c] d'],
  ['mindmap\n root\n  b ((원))\n  id[글]', '원'],
  ['erDiagram\n "50% A" ||--o{ B : c', '50% A'],
])('a sign that separates elsewhere stays in a name: %s', async (code, wanted) => {
  expect(JSON.stringify(await parseDiagram(code))).toContain(JSON.stringify(wanted).slice(1, -1));
});

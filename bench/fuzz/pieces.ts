/** What notes are made of when somebody, or something, has been at them: pieces of real notes, cut, joined and damaged. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import fc from 'fast-check';

const fixtures = 'tests/fixtures';

/** Everything of a kind that the test notes hold. */
function readAll(folder: string, extension: RegExp): string[] {
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && extension.test(extname(entry.name)))
      .map((entry) => join(entry.parentPath, entry.name))
      // What links to these loses its titles with them.
      .filter((file) => !file.includes('비공개'))
      .sort()
      .map((file) => readFileSync(file, 'utf8').replace(/\r\n?/gu, '\n'))
  );
}

const notes = readAll(fixtures, /^\.mdx?$/u);
const diagrams = readAll(join(fixtures, 'diagrams'), /^\.mmd$/u);
const fence = (language: string, text: string) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** Fields of real front matter, and fields that nobody should write. */
const fields = [
  ...new Set(notes.flatMap((text) => /^---\n([^]*?)\n---/u.exec(text)?.[1]?.split(/\n(?=\S)/u) ?? [])),
  ...[
    'title: 제목',
    'title:',
    'title: [a, b]',
    'title: {a: 1}',
    'title: "a\\u0000b"',
    'title: !!binary aGk=',
    'title: &t 제목',
  ],
  ...[
    'summary: *t',
    '<<: *t',
    '<<: {title: 딴}',
    '<<: [{a: 1}, 2]',
    '? [a]\n: b',
    '? {a: 1}\n: b',
    '__proto__: {title: 딴}',
  ],
  ...[
    'constructor: 1',
    'toString: x',
    'tags: __proto__',
    'tags: [constructor, a/../b, "", 3.10, null]',
    'tags: {a: b}',
  ],
  ...[
    'aliases: [[]]',
    'aliases: 2026-01-01',
    'parent: a',
    'parent: [b]',
    'order: .inf',
    'order: -0',
    'order: 1e999',
  ],
  ...[
    'relations: [{type: __proto__, to: a}]',
    'relations: a',
    'relations: {uses: [b, c]}',
    'sources: [a, [b]]',
  ],
  ...[
    'draft: false',
    'publish: yes',
    'unlisted: false',
    'permalink: /a/../b/',
    'slug: "?#%"',
    'redirect_from: [/x, ""]',
  ],
  ...[
    'date: 2026-13-99',
    'asOf: 2026',
    'a: "',
    "b: '",
    'c: [',
    'd: {',
    'e: |',
    '  - f',
    '\tg: 1',
    '%YAML 1.2',
    '# 주석',
    '...',
  ],
];

/** Blocks of Markdown: of real notes, and what breaks readers of Markdown. */
const blocks = [
  ...new Set(
    notes.flatMap((text) =>
      text
        .replace(/^---\n[^]*?\n---\n/u, '')
        .split(/\n{2,}(?=#|\||[-*>]|\w|[가-힣])/u)
        .map((block) => block.slice(0, 1500)),
    ),
  ),
  ...diagrams.map((text) => fence('mermaid', text)),
  ...[
    '# 제목',
    '## 절 {#고른-id}',
    '## 절 {#a b}',
    '##### 깊은 절',
    '절\n===',
    '절\n---',
    '> [!note]- 상자\n> 글',
    ':::note 제목\n글\n:::',
  ],
  ...[
    '::table{of="x"}',
    '::diagram{of=x',
    ':::',
    '- [ ] 할 일\n- [x] 한 일',
    '1. 하나\n   - 둘\n\n     셋',
    '표: 이름\n\n| a | b |\n|-|:-:|\n| 1 | 2 | 3 |',
  ],
  ...[
    '| a |\n|---|',
    '|||\n|||',
    '$$\na + b\n$$',
    '$$ x',
    '[^1]: 주\n\n    더',
    '글[^1] 글[^없음]',
    '[d]: b.md "제목"\n\n[d] [d][] [글][d]',
  ],
  ...[
    '![[b]]',
    '![[b#둘]]',
    '![[없음.png|100]]',
    '[[b|글]] [[#절]] [[c^블록]]',
    '![그림](없음.png) ![](a.svg)',
    '[글](<b c.md>) [글](b.md#절) [글](javascript:alert(1))',
  ],
  ...[
    '<div style="position:fixed" onclick="a()">글</div>',
    '<script>글</script>',
    '<details><summary>글</summary>\n\n글\n\n</details>',
    '<table><tr><td>글<td>글</table>',
  ],
  ...[
    '<svg><script>글</script></svg>',
    '<iframe src="https://example.org/">글</iframe>',
    '<img src=x onerror=a>',
    '<a name=x href="data:text/html,글">글</a>',
    '<!-- 글',
    '%% 글 %%',
    '%%\n글\n%%',
  ],
  ...[
    '<Callout title="글">\n\n글\n\n</Callout>',
    '<Foo {...x}>글</Foo>',
    '{1 + 1}',
    "import A from './a'\n\n<A/>",
    'export const a = 1',
    '{/* 글 */}',
    '<></>',
    '<Steps>\n1. 글\n</Steps>',
  ],
  ...[
    fence('mermaid', 'flowchart LR\n  A["글"] --> B{글}\n  click A "note:b"'),
    fence('mermaid', 'sequenceDiagram\n  A->>B: 글'),
    fence('mermaid', 'graph'),
    fence('mermaid', ''),
  ],
  ...[
    fence('js', 'let 글 = 1'),
    fence('diff', '+ 글'),
    fence('글 {1,2} title="글"', '글'),
    '~~~\n글',
    '    글',
    '\t글',
    '***',
    '<https://example.org/글>',
    'https://example.org/글을 본다.',
  ],
  ...[
    '{{ 글 }}',
    '{% include "글" %}',
    '=={글}==',
    '++글++',
    '#글 #a/b',
    'H~2~O ^2^',
    '[글]{.x #y}',
    '글\\\n글',
    '&amp;&#0;&#xD800;&nope;',
    '\u202E글\u202C \u200B\uFEFF',
    '👨‍👩‍👧‍👦 🇰🇷',
    '가\u0301',
  ],
];

/** What is put into the middle of things. */
const tokens = [
  ...[
    ' ',
    '\n',
    '\n\n',
    '\t',
    '\r\n',
    '\r',
    '    ',
    '\n> ',
    '\n- ',
    '\n1. ',
    '\n# ',
    '\n---\n',
    '\n+++\n',
    '\n```\n',
    '\n~~~\n',
    '\n```mermaid\n',
    '\n:::note\n',
    '\n:::\n',
    '\n$$\n',
    '\n|',
    '|',
    '\n|-|-|\n',
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '`',
    '``',
    '[',
    ']',
    '](',
    '(',
    ')',
    '![',
    '[[',
    ']]',
    '![[',
    '[^',
    '[^1]: ',
    '[@',
    '\\',
    '&',
    '&#',
    ';',
    '$',
    '$$',
    '==',
    '^',
    '~',
    '#',
    '%%',
    '{',
    '}',
    '{{',
    '}}',
    '{%',
    '%}',
    '{/*',
    '*/}',
  ],
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<!',
    '<!--',
    '-->',
    '<?',
    '?>',
    '<![CDATA[',
    ']]>',
    '<b>',
    '</b>',
    '<div>',
    '</div>',
    '<p>',
    '<li>',
    '<td>',
    '<a href="',
    '<img src=',
    '"',
    "'",
    '=',
    '<script>',
    '</script>',
    '<style>',
    '<svg>',
    '<math>',
    '<template>',
    '<select>',
    '<textarea>',
    '<title>',
    '<plaintext>',
    '<pre>',
    '<Foo>',
    '</Foo>',
    '<x:y>',
  ],
  ...[
    ':',
    ': ',
    ',',
    '- ',
    '? ',
    '&a ',
    '*a ',
    '!!',
    '!',
    '|',
    '%',
    '@',
    '\0',
    '\u200B',
    '\u202E',
    '\u2028',
    '\uFEFF',
    '\uFFFD',
    '\u0301',
    '\u{1F600}',
    '\u{E0001}',
    '\uD800',
    '가',
    'ﬁ',
    '㎏',
    'ｈｔｔｐ',
  ],
  ...[
    '-->',
    '---',
    '-.->',
    '==>',
    'subgraph ',
    '\nend\n',
    '\nclick A ',
    'note:',
    ':::risk',
    '%%{init: {}}%%',
    '\ndirection RL\n',
    'graph TD;',
    'classDef x fill:#f00',
    'style A fill:url(x)',
    'javascript:',
    'data:',
    'file:///',
    '../',
    '//',
    'https://',
  ],
];

/** One thing that happens to a text. `at` and `to` are ten-thousandths of its length. */
const edit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      at: fc.nat(10_000),
      token: fc.constantFrom(...tokens),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('repeat' as const),
      at: fc.nat(10_000),
      token: fc.constantFrom(...tokens),
      times: fc.integer({ min: 2, max: 300 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('remove' as const),
      at: fc.nat(10_000),
      length: fc.integer({ min: 1, max: 80 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('copy' as const),
      at: fc.nat(10_000),
      to: fc.nat(10_000),
      length: fc.integer({ min: 1, max: 200 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: fc.nat(10_000) }) },
);
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function apply(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, change) => {
    const place = (tenThousandths: number) => Math.round((tenThousandths / 10_000) * before.length);
    const at = place(change.at);
    if (change.kind === 'cut') return before.slice(0, at);
    if (change.kind === 'remove') return before.slice(0, at) + before.slice(at + change.length);
    if (change.kind === 'copy') {
      const to = place(change.to);
      return before.slice(0, to) + before.slice(at, at + change.length) + before.slice(to);
    }
    return (
      before.slice(0, at) +
      change.token.repeat(change.kind === 'repeat' ? change.times : 1) +
      before.slice(at)
    );
  }, text);
}

/** Marks the lines of a body with words that can be looked for afterwards. */
function mark(text: string, places: readonly number[]): string {
  const words = text.split(/(?<=[\s가-힣])(?=\S)/u);
  for (const [index, place] of places.entries())
    words.splice(Math.round((place / 10_000) * words.length), 0, ` 말${index}끝 `);
  return words.join('');
}

const frontMatter = fc
  .record({
    fields: fc.array(fc.constantFrom(...fields), { maxLength: 6 }),
    edits: fc.array(edit, { maxLength: 2 }),
  })
  .map((each) => (each.fields.length ? `---\n${apply(each.fields.join('\n'), each.edits)}\n---\n\n` : ''));

/** Bytes in which a text arrives; the numbers say which are wrong. */
const damage = fc.oneof(
  { weight: 12, arbitrary: fc.constant([] as [number, number][]) },
  { weight: 1, arbitrary: fc.array(fc.tuple(fc.nat(10_000), fc.nat(255)), { minLength: 1, maxLength: 4 }) },
);

/** A note in bytes. */
export const note = fc
  .record({
    front: frontMatter,
    blocks: fc.array(fc.constantFrom(...blocks), { maxLength: 8 }),
    edits: fc.array(edit, { maxLength: 6 }),
    marks: fc.array(fc.nat(10_000), { maxLength: 10 }),
    damage,
    ending: fc.constantFrom('\n', '\n', '\n', '\n', '\r\n', '\r'),
    hasBom: fc.integer({ min: 0, max: 20 }).map((number) => number === 20),
  })
  .map(({ front, blocks: parts, edits, marks, damage: flips, ending, hasBom }) => {
    const text = front + mark(apply(parts.join('\n\n'), edits), marks);
    const bytes = Buffer.from((hasBom ? '\uFEFF' : '') + text.replaceAll('\n', ending), 'utf8');
    for (const [at, value] of flips)
      if (bytes.length) bytes[Math.floor((at / 10_001) * bytes.length)] = value;
    return bytes;
  });

/** YAML files of a folder: whole ones, damaged. */
function damaged(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .record({
      text: fc.constantFrom(...texts),
      edits: fc.array(edit, { maxLength: 4 }),
      extra: fc.subarray(fields, { maxLength: 2 }),
    })
    .map(({ text, edits, extra }) => apply(text, edits) + extra.map((line) => `\n${line}`).join(''));
}

export const declaration = damaged([
  ...readAll(fixtures, /^\.yaml$/u),
  'title: 시험\nlanguage: ko\n',
  'title: 시험\ncollections:\n  sub:\n    label: 모음\n    hue: 200\n    fields:\n      zone: { type: select, options: { a: 가, b: 나 }, show: [facts, table, facet] }\n      n: { type: number }\n    tables:\n      t: { title: 표, group: zone }\nrelations:\n  uses: { label: 쓰는 것, inverse: 쓰는 곳 }\npaths:\n  - { id: p, title: 길, notes: [a, b] }\n',
]);
export const sources = damaged([
  '- id: s1\n  title: 출처\n  url: https://example.org/\n  publisher: 누구\n  date: 2026-01-01\n  kind: paper\n- id: s2\n  title: 둘\n  url: javascript:alert(1)\n',
]);
export const terms = damaged([
  '- id: t1\n  term: 낱말\n  english: word, words\n  abbreviation: W\n  definition: 뜻이다.\n  note: b\n  synonyms: [말, 단어]\n- id: t2\n  term: 둘째\n',
]);

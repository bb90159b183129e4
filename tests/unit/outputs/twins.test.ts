import { resolve } from 'node:path';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../src/markdown/visit.ts';
import { readAtlas } from '../../../src/content/open-atlas.ts';
import { repeatGroups } from '../../../src/outputs/repeat-groups.ts';
import { writeSectionTwin, writeTwin } from '../../../src/outputs/write-twin.ts';

const site = { origin: 'https://x.kr', base: '/b/' };

async function readFolder(files: Record<string, string>) {
  const root = await mkdtemp(join(tmpdir(), 'twins-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(resolve(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return (await readAtlas(root)).library;
}

const note = `# 노트

머리말 [다른 곳](sub/b.md#둘).

## 하나

\`\`\`mermaid
flowchart LR
  A[가] --> B[나]
\`\`\`

| 무리 | 값 |
| --- | --- |
| 가 | 1 |
| | 2 |

### 하나의 아래

![사진](a.png) 과 [파일](data.csv).

## 둘

\`\`\`mermaid
flowchart LR
  C[다] --> D[라]
\`\`\`
`;

describe('twins', async () => {
  const library = await readFolder({
    'a.md': note,
    'sub/b.md': '# 비\n\n## 둘\n\n글.\n',
    'data.csv': 'a',
    'a.png': '',
  });
  const a = library.byId.get('a');
  if (!a) throw new Error('no note');

  it('of a note have absolute links, diagrams in words, and pictures by name', () => {
    const twin = writeTwin(a, library, site);
    expect(twin).toMatch(/\[다른 곳\]\(https:\/\/x\.kr\/b\/sub\/b\/#s-[a-z0-9]+\)/u);
    expect(twin).toContain('[파일](https://x.kr/b/files/data.csv)');
    expect(twin).toContain('[그림: 사진](https://x.kr/b/a/)');
    expect(twin).toMatch(/```\n\n> .+\n>\n> - 가/u);
  });

  it('of a section hold it and what lies below it, each diagram with its own words', () => {
    const first = writeSectionTwin(a, 0, library, site);
    expect(first.startsWith('## 하나\n')).toBe(true);
    expect(first).toContain('### 하나의 아래');
    expect(first).toContain('| 가 | 2 |');
    expect(first).not.toContain('## 둘');
    const last = writeSectionTwin(a, 2, library, site);
    expect(last).toMatch(/^> .*다/mu);
    expect(last).not.toMatch(/^> .*가[ ,’]/mu);
    expect(last).toMatch(/주소 https:\/\/x\.kr\/b\/s\/s-[a-z0-9]+\//u);
  });
});

describe('the words of a diagram', () => {
  const labels = [
    '<b>굵게</b> 아닌 <script>',
    'Map<String, List<T>>',
    '*별* __init__ max_reply_tokens',
    '`코드` [괄호](x) ![그림]',
    '&lt;b&gt; 와 &',
    '2~3월과 5~6월',
    'C:\\길 \\* 끝',
    '# 제목',
    '- 항목',
    '1. 첫째',
    '> 인용',
    '---',
    'a | b',
  ];

  it('read in a twin as they are written', async () => {
    // In double quotes, so that the sign itself is the label's.
    const write = (label: string) => label.replaceAll('&', '#amp;').replaceAll('`', '#96;');
    const code = `pie\n${labels.map((label) => ` "${write(label)}" : 3`).join('\n')}`;
    const sequence = `sequenceDiagram\n${labels.map((label) => ` A->>B: ${write(label)}`).join('\n')}`;
    const library = await readFolder({
      'a.md': `# 노트\n\n\`\`\`mermaid\n${code}\n\`\`\`\n\n\`\`\`mermaid\n${sequence}\n\`\`\`\n`,
    });
    const note = library.byId.get('a');
    if (!note) throw new Error('no note');
    const figures = note.outline.figures.map(({ graph }) => JSON.stringify(graph));
    const said = writeTwin(note, library, site).replace(/```[^]*?```/gu, '');
    const tree = unified().use(remarkParse).use(remarkGfm).parse(said);
    const words = toString(tree);
    for (const label of labels) {
      const isRead = figures.every((figure) => figure.includes(JSON.stringify(label).slice(1, -1)));
      if (isRead) expect(words.split(label).length, label).toBeGreaterThan(2);
    }
    const isRead = labels.filter((label) =>
      figures.every((figure) => figure.includes(JSON.stringify(label).slice(1, -1))),
    );
    expect(isRead.length).toBeGreaterThan(8);
    const kinds = new Set<string>();
    visit(tree, 'blockquote', (quote) => visit(quote, ({ type }) => void kinds.add(type)));
    for (const kind of ['emphasis', 'strong', 'delete', 'html', 'link', 'inlineCode', 'thematicBreak'])
      expect(kinds).not.toContain(kind);
  });
});

describe('repeatGroups', () => {
  it('writes out blank leading cells, nested ones too', () => {
    const table = '| a | b | c |\n|---|---|---|\n| 가 | 나 | 1 |\n|  |  | 2 |\n|  | 다 | 3 |';
    expect(repeatGroups(table).split('\n').slice(3)).toEqual(['| 가 | 나 | 2 |', '| 가 | 다 | 3 |']);
  });

  it('leaves plain tables and escaped pipes alone', async () => {
    const plain = '<!-- table: plain -->\n\n| a | b |\n|---|---|\n| 가 | 1 |\n|  | 2 |';
    const library = await readFolder({ 'a.md': plain });
    const [a] = library.notes;
    expect(a && writeTwin(a, library, site)).toContain(plain);
    const escaped = '| a | b |\n|---|---|\n| 가 \\| 나 | 1 |\n|  | 2 |';
    expect(repeatGroups(escaped)).toContain('| 가 \\| 나 | 2 |');
  });

  it('leaves out the code of MDX, which no page shows', async () => {
    const { notes } = await readFolder({
      'a.mdx':
        "import x from './y' // 비밀\nexport const a = 1\n\n# 가\n\n글이다.\n\n```js\nimport z from 'z'\n```\n",
    });
    const [a] = notes;
    const twin = a ? writeTwin(a, await readFolder({}), site) : '';
    expect(twin).not.toContain('비밀');
    expect(twin).toContain("글이다.\n\n```js\nimport z from 'z'");
  });
});

it('keep every word of a note, whatever it is written in', async () => {
  const pieces = [
    '글[^1] zq01\n\n[^1]: zq02 각주 zq03\n    둘째 줄 zq04',
    '인라인^[zq05 각주]',
    '[ref]: ./gone.md\n\n[zq07][ref] 과 [zq08]',
    '> [!tip]- zq09 *zq10* [[b|zq11]]\n> zq12',
    '[zq13]([[b]]) [zq14](<b.md>) [zq15](b.md "제목") [zq17][] [zq18](gone.md)',
    '![zq19](gone.png) ![zq20](https://x.kr/a.png)',
    '<div>zq21 <b>zq22</b></div>\n\n<details><summary>zq23</summary>\n\nzq24\n\n</details>',
    '==zq25== ~~zq26~~ `zq27` $zq28$ %%secret%% zq29',
    '| zq30 | zq31 |\n| --- | --- |\n| [zq32](b.md) | `[zq33](b.md)` | zq34 |',
    ':::note zq35\nzq36\n:::',
    '::: details zq37\nzq38\n:::',
    '!!! warning "zq39"\n    zq40',
    'term zq41\n: zq42',
    '- [ ] zq43\n- [?] zq44\n  1. zq45',
    '```js title="zq46"\nzq47 [a](b.md)\n```',
    '    zq48 [[b]]',
    'key:: zq49\n\n(inline:: zq50)',
    '## zq51 {#own-id}\n\nzq52 {#not-id}',
    '<https://zq53.kr> http://zq54.kr [zq55](https://x.kr/a_(b)) \\[zq56\\](b.md)',
    '[zq57 [zq58] zq59](b.md) [![zq60](a.png)](b.md)',
    '<!-- secret --> zq61\n\n<!-- a\n\nsecret\n\n--> zq62',
    '[@nosource] zq63 [@x, zq64]',
    '#태그 zq65 ^block-id\n\nzq66 ^zq67',
    '{{ zq68 }} {% zq69 %} {{< zq70 "zq71" >}} <zq72> List<zq73>',
    'Setext zq74\n===\n\nzq75\n---',
    '[zq76]: <b.md>\n[zq77]: b.md\n\n[zq76] [zq77]',
    '$$\nzq78\n$$\n\n~~~text\nzq79\n~~~',
  ];
  const library = await readFolder({ 'a.md': `# 노트\n\n${pieces.join('\n\n')}\n`, 'b.md': '# 비\n\n글.\n' });
  const a = library.byId.get('a');
  if (!a) throw new Error('no note');
  const twin = writeTwin(a, library, site);
  const words = [...new Set(pieces.join('\n').match(/zq\d\d/gu))];
  expect(words.filter((word) => !twin.includes(word))).toEqual([]);
  expect(twin).not.toContain('secret');
});

it('leave code to the letter wherever it stands, and resolve all else from the tree', async () => {
  const library = await readFolder({
    'a.md': `# 노트

\`[c1](b.md) [[b]]\` [@law] \`\`[@law]\`\` [w1](b.md "말") [w2][r] [w3](내 글.md) [w4]([[b]]) [w5 [x] **y**](b.md)

[r]: b.md "제목"

- 목록

  ~~~js
  [c2](b.md) [@law]
  ~~~

> 인용 [w6](b.md)
>
> \`\`\`mermaid
> flowchart LR
>   A[가] --> B[나]
> \`\`\`

| 무리 | 값 |
| --- | --- |
| 가 | [[b|w7]] |
|  | [[b\\|w8]] \`[c3](b.md)\` |

    [c4](b.md)

## 절 [w9](b.md) {#own}

글 {#not-an-id}
`,
    'b.md': '# 비\n',
    '내 글.md': '# 내\n',
  });
  const a = library.byId.get('a');
  if (!a) throw new Error('no note');
  const twin = writeTwin(a, library, site);
  const b = 'https://x.kr/b/b/';
  for (const kept of [
    '`[c1](b.md) [[b]]`',
    '``[@law]``',
    '  [c2](b.md) [@law]',
    '`[c3](b.md)`',
    '    [c4](b.md)',
  ])
    expect(twin).toContain(kept);
  expect(twin).toContain(`[w1](${b} "말") [w2][r] [w3](https://x.kr/b/`);
  expect(twin).toContain(`[w4](${b}) [w5 [x] **y**](${b})`);
  expect(twin).toContain(`[r]: ${b} "제목"`);
  expect(twin).toMatch(/^> {3}A\[가\] --> B\[나\]\n> ```\n> \n> > .+\n> >\n> > - 가/mu);
  expect(twin).toContain(`| 가 | [w7](${b}) |\n| 가 | [w8](${b}) \`[c3](b.md)\` |`);
  expect(twin).toContain(`## 절 [w9](${b})\n`);
  expect(twin).toContain('글 {#not-an-id}');
});

it('have nothing that the page leaves out, and lose none of its words', async () => {
  const library = await readFolder({
    'a.md': `# 노트

앞 <script>secret()</script> zq01 <span onclick="secret()" title="zq02" style="position: fixed; color: red">zq03</span>

> <style>
> .x { content: "secret" }
> </style>
>
> zq04 <template>secret</template> <svg><svg>secret</svg>secret</svg> zq05

<noscript>zq06</noscript> <button onclick="secret()">zq07</button> <a href="javascript:secret()">zq08</a> \`<script>zq09</script>\`

<iframe src="https://x.kr/zq10" title="zq11" onload="secret()"></iframe> <a class="x" href="b.md#둘">zq12</a> <a href="secret-plan.md">zq13</a> [zq14][r] [zq15][] [r2] [zq16](b.md)

<img src="secret-plan.png" alt="zq17"> <img src='gone.png' onerror="secret()">

[r]: secret-plan.md
[zq15]: secret-plan.md
[r2]: b.md

## zq18

<script>
secret
</script>

zq19
`,
    'b.mdx': `import secret from './secret'

# 비

{/* secret */}글 {secret.name} {"zq01"} <Foo secret={secret}>zq02</Foo> <div onClick={() => secret()} title="zq03">zq04</div>

<Bar>

zq05

</Bar>

## 둘
`,
    'secret-plan.md': '---\ndraft: true\n---\n# secret\n',
  });
  for (const id of ['a', 'b']) {
    const read = library.byId.get(id);
    if (!read) throw new Error('no note');
    const twin = writeTwin(read, library, site);
    expect(twin).not.toContain('secret');
    const words = [...new Set(read.body.match(/zq\d\d/gu))];
    expect(words.filter((word) => !twin.includes(word))).toEqual([]);
    expect(twin).not.toMatch(/position|<(?:style|svg|Foo|Bar)\b/u);
  }
  const [first] = library.notes.filter(({ id }) => id === 'a');
  const section = first && writeSectionTwin(first, 0, library, site);
  expect(section).toMatch(/^## zq18\n[^]*zq19/u);
  expect(section).not.toContain('secret');
});

it('what was no link does not become one when what stood inside it is not shown', async () => {
  const { notes, ...library } = await readFolder({
    'a.md':
      '# 가\n\n[글](<data:text/html,<script>alert(1)</script>>) 낱<script>x</script>말\n\n| [글](<data:text/html,<script>alert(1)</script>>) |\n| --- |\n',
  });
  const [a] = notes;
  if (!a) throw new Error('no note');
  const twin = writeTwin(a, { notes, ...library }, site);
  expect(twin).toContain('[글](<data:text/html,<!-- -->>) 낱말');
  expect(twin).toContain('| [글](<data:text/html,<!-- -->>) |');
  const { notes: other, ...rest } = await readFolder({
    'a.md': '# 가\n\n> - <script src="e.js"></script> [파일](e.js)\n\n![그림](<//x.example/x.png>)\n',
  });
  const [b] = other;
  if (!b) throw new Error('no note');
  const written = writeTwin(b, { notes: other, ...rest }, site);
  expect(written).toContain('> - <!-- --> [파일](e.js)');
  expect(written).toContain('![그림](https://x.example/x.png)');
});

it('lose what elements in braces lose on the page', async () => {
  const folder = await readFolder({
    'a.mdx': '# 가\n\n앞 {<b>글</b>} 뒤\n\n{<div>보이는 글{false && <i>남몰래</i>}</div>}\n',
  });
  const found = folder.byId.get('a');
  const twin = found ? writeTwin(found, folder, site) : '';
  expect(twin).toContain('앞 글 뒤\n\n보이는 글');
  expect(twin).not.toContain('남몰래');
});

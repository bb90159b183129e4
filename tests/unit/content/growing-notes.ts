/** A note of `units` repetitions of something, for asking how the time of its check grows. */
export type Shape = readonly [name: string, write: (units: number) => string, extension?: 'md' | 'mdx'];

const lines = (units: number, line: (n: number) => string) =>
  Array.from({ length: units }, (_, n) => line(n)).join('\n');
const fence = (body: string, language = 'mermaid') => `# 제목\n\n\`\`\`${language}\n${body}\n\`\`\`\n`;

/** Each unit is a few bytes; the same thing many times over is where a pattern or a list is read once for each of its parts. */
export const shapes: readonly Shape[] = [
  [
    'links in one paragraph of sentences',
    (n) => lines(n, (k) => `[말](x${k}.md)이다.`).replaceAll('\n', ' '),
  ],
  [
    'links in one table row',
    (n) =>
      `| ${lines(n, () => 'a').replaceAll('\n', ' | ')} |\n|${' - |'.repeat(n)}\n| ${lines(n, (k) => `[말](x${k}.md)`).replaceAll('\n', ' | ')} |`,
  ],
  ['wikilinks', (n) => lines(n, (k) => `[[없는 ${k}]]`).replaceAll('\n', ' ')],
  ['links to anchors', (n) => `# 제목\n\n${lines(n, (k) => `[말](#x${k})\n\n## 절 ${k}\n`)}`],
  ['links to one anchor', (n) => `${lines(n, () => `[말](#없음)`)}`],
  ['definitions', (n) => `${lines(n, (k) => `[d${k}]: x${k}.md`)}\n\n${lines(n, (k) => `[d${k}]`)}`],
  ['blanks in a heading', (n) => `# 제목\n\n## a${' '.repeat(n * 10)}b\n`],
  ['blank lines', (n) => `# 제목\n${'\n'.repeat(n * 10)}끝\n`],
  ['blank lines in a diagram', (n) => fence('\n'.repeat(n * 10))],
  ['blank lines in a flowchart', (n) => fence(`flowchart TB\n${'\n'.repeat(n * 10)}A --> B`)],
  ['comments in a diagram', (n) => fence(`flowchart TB\n${lines(n, () => '%%{ a')}`)],
  ['brackets in a diagram', (n) => fence(`flowchart TB\n${'[('.repeat(n)}`)],
  ['nodes of a flowchart', (n) => fence(`flowchart TB\n${lines(n / 4, (k) => `A${k}[말] --> A${k + 1}`)}`)],
  ['messages of a sequence', (n) => fence(`sequenceDiagram\n${lines(n / 4, (k) => `A->>B: 말 ${k}`)}`)],
  ['headings of one name', (n) => `# 제목\n\n${lines(n, () => `## 절\n\n글.\n`)}`],
  ['citations', (n) => lines(n, (k) => `글 [@s${k}].`).replaceAll('\n', ' ')],
  ['open citations', (n) => `# 제목\n\n${'[@a,'.repeat(n)}`],
  ['footnotes', (n) => lines(n, (k) => `글[^${k}]\n\n[^${k}]: 주 ${k}\n`)],
  ['table rows', (n) => `| a | b |\n|---|---|\n${lines(n, (k) => `| ${k} | 말 |`)}`],
  ['quotes in quotes', (n) => `${'> '.repeat(n)}글`],
  ['lists in lists', (n) => `${'- '.repeat(n)}글`],
  ['open brackets', (n) => `${'['.repeat(n)}`],
  ['open wikilinks', (n) => `${'[[a|'.repeat(n)}`],
  ['open comments', (n) => `글 ${'%% a <!-- '.repeat(n)}`],
  ['open instructions', (n) => `글 ${'<? a '.repeat(n)}`],
  ['open sections of data', (n) => `글 ${'<![CDATA[ a '.repeat(n)}`],
  ['open declarations', (n) => `글 ${'<!A a '.repeat(n)}`],
  ['open quotes in tags', (n) => `글 ${'<a b="'.repeat(n)}`],
  ['open raw elements', (n) => `글 ${'<pre> a %% '.repeat(n)}`],
  ['brackets behind an address', (n) => `https://example.org/${')가'.repeat(n)}`],
  ['maths', (n) => `글 ${'$a $$b '.repeat(n)}`],
  ['open elements', (n) => `글 ${'<div>'.repeat(n)}`],
  ['elements on lines', (n) => lines(n, () => `<div>\n\n말\n\n</div>`)],
  ['open angle brackets', (n) => `글 ${'<a '.repeat(n)}`],
  ['bare addresses', (n) => lines(n, (k) => `https://example.org/${k}을 본다.`).replaceAll('\n', ' ')],
  ['long address', (n) => `https://example.org/${'(a'.repeat(n * 3)}`],
  ['boxes', (n) => lines(n, () => `> [!note] 말\n> 글\n`)],
  ['generated blocks', (n) => lines(n, (k) => `::table{of="x${k}"}\n`)],
  ['embeds', (n) => lines(n, (k) => `![[없는 ${k}]]\n`)],
  ['one long line of words', (n) => `# 제목\n\n${'말 '.repeat(n * 4)}`],
  ['sentences', (n) => lines(n, (k) => `문장 ${k}은 2026년 기준 ${k}%이다.`)],
  ['front matter keys', (n) => `---\ntitle: 제목\n${lines(n, (k) => `k${k}: 1`)}\n---\n글\n`],
  [
    'front matter tags',
    (n) => `---\ntitle: 제목\ntags: [${lines(n, (k) => `t${k}`).replaceAll('\n', ', ')}]\n---\n글\n`,
  ],
  [
    'front matter aliases',
    (n) => `---\ntitle: 제목\naliases: [${lines(n, (k) => `t${k}`).replaceAll('\n', ', ')}]\n---\n글\n`,
  ],
  ['front matter that never ends', (n) => `---\n${lines(n, (k) => `k${k}: 1`)}\n`],
  ['blanks in a title', (n) => `---\ntitle: "a${' '.repeat(n * 5)}b"\n---\n글\n`],
  ['components', (n) => lines(n, (k) => `<Callout title="말 ${k}">\n\n글\n\n</Callout>\n`), 'mdx'],
  ['expressions', (n) => lines(n, () => `글 {1 + 1} {/* 말 */}\n`), 'mdx'],
  ['open braces', (n) => `글 ${'{'.repeat(n)}`, 'mdx'],
];

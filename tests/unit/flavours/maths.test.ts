import { describe, expect, it } from 'vitest';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../../src/markdown/parse-note.ts';
import { nameDefinitions, pickDefinitions } from '../../../src/flavours/typeset.ts';
import { render } from './render.ts';
import { openVault } from './vault.ts';

function formulas(written: string): string[] {
  const found: string[] = [];
  visit(parseMarkdown(written, 'md'), (node) => {
    if (/^(?:inlineM|m)ath$/u.test(node.type))
      found.push((node as unknown as { value: string }).value.trim());
  });
  return found;
}

/** Sentences with money, formulas or both, and the formulas in them. */
const sentences: [written: string, found: string[]][] = [
  ['요금이 $20→$0.07로 내렸다.', []],
  ['한 달에 $20, 일 년에 $200이다.', []],
  ['입력 $2.50/출력 $10이다.', []],
  ['입력($2.50)·출력($10)을 따로 받는다.', []],
  ['값은 $5~$10이다.', []],
  ['값은 $5–$10/월이다.', []],
  ['US$5와 US$6 사이다.', []],
  ['가격은 $3이고 환율은 원/$이다.', []],
  ['(단위: $)이며 합계($)는 아래와 같다.', []],
  ['$1,000,000짜리 장비와 $2M짜리 장비.', []],
  ['$5B를 투자해 $1B를 벌었다.', []],
  ['매출 $13.2B(2025), 이익 $1.1B(2026).', []],
  ['백만 토큰당 $0.15에서 $0.60까지.', []],
  ['A100은 시간당 $1.5, H100은 $2.9.', []],
  ['$99/월(연간 결제 시 $79/월)이다.', []],
  ['\\$20는 글이고 \\$30도 글이다.', []],
  ['예산 $100에서 $40을 뺀 나머지.', []],
  ['-$5의 손실과 +$7의 이익.', []],
  ['환경 변수 $HOME과 $PATH를 본다.', []],
  ['$HOME/bin:$PATH 순서다.', []],
  ['[[ "$a" =~ ^[0-9]+$ ]] || exit 1', []],
  ["grep '^$' f | sed 's/$//'", []],
  ['x=$((a*b)); y=$[a+b]', []],
  ['$f\'(x)$와 $"a"$', ["f'(x)", '"a"']],
  ['$HOME은 $th와 $stop을 본다. $5th는 $6thing이다.', []],
  ['the $i$th example, the $(n+1)$st and the $k$-th', ['i', '(n+1)', 'k']],
  ['`$x$`는 코드다.', []],
  ['정규식 /^a$/와 /b$/를 쓴다.', []],
  ['jQuery의 $(a)와 $(b)를 부른다.', []],
  ['달러($)와 유로(€), 그리고 다시 달러($)이다.', []],
  ['$ 표시와 $ 표시 사이에는 빈칸이 있다.', []],
  ['$5 million, $6 million이다.', []],
  ['1$는 약 1,400원이고 2$는 2,800원이다.', []],
  ['A$5, NZ$6, HK$7은 다른 돈이다.', []],
  ['$0(무료)부터 $30(팀)까지.', []],
  ['비용이 $12.5k→$9.8k로 줄었다.', []],
  ['분산은 $\\sigma^2$이다.', ['\\sigma^2']],
  ['$x$는 변수이고 $y$도 변수다.', ['x', 'y']],
  ['$n=3$일 때 $2^n=8$이다.', ['n=3', '2^n=8']],
  ['복잡도는 $O(n \\log n)$이다.', ['O(n \\log n)']],
  ['$d_{model}$은 512이다.', ['d_{model}']],
  ['$QK^T/\\sqrt{d_k}$를 구한다.', ['QK^T/\\sqrt{d_k}']],
  ['$P(A|B)$와 $P(B|A)$는 다르다.', ['P(A|B)', 'P(B|A)']],
  ['$a*b*c$는 기울임이 아니다.', ['a*b*c']],
  ['$a_1, a_2, \\ldots, a_n$의 합.', ['a_1, a_2, \\ldots, a_n']],
  ['구간 $[0, 1)$에서 고른다.', ['[0, 1)']],
  ['확률이 $0.05$보다 작다.', ['0.05']],
  ['$100$개 가운데 $5$개.', ['100', '5']],
  ['$95\\%$ 신뢰 구간이다.', ['95\\%']],
  ['$2x+1=5$를 푼다.', ['2x+1=5']],
  ['$3 \\times 4 = 12$이다.', ['3 \\times 4 = 12']],
  ['$\\text{비용} = \\text{단가} \\times n$이다.', ['\\text{비용} = \\text{단가} \\times n']],
  ['$비용 = 단가 × 수량$으로 셈한다.', ['비용 = 단가 × 수량']],
  ['평균($\\mu$)과 표준편차($\\sigma$)이다.', ['\\mu', '\\sigma']],
  ['**$x$**는 굵다.', ['x']],
  ['$f: X \\to Y$라 하자.', ['f: X \\to Y']],
  ['값$x$와 붙어 있다.', ['x']],
  ['$\\{1, 2\\}$는 집합이다.', ['\\{1, 2\\}']],
  ['$\\$5$는 수식 안의 돈이다.', ['\\$5']],
  ['가격은 $5이고 변수는 $x$이다.', ['x']],
  ['$x$의 값은 $5에서 $10까지다.', ['x']],
  ['월 $20을 내면 $n \\le 100$까지 쓴다.', ['n \\le 100']],
  ['$p$달러가 $10이면 $2p$는 $20이다.', ['p', '2p']],
  ['시간당 $2.9, $t$시간이면 $2.9t$달러다.', ['t', '2.9t']],
  ['$20→$0.07은 돈, $a \\to b$는 수식이다.', ['a \\to b']],
  ['$$x^2$$는 늘 수식이고 $5는 돈이다.', ['x^2']],
];

/** What touches letters, as in the notes of physicists and chemists. */
const touching: [written: string, found: string[]][] = [
  ['H$_2$O and CO$_{2}$ and $^{14}$Si', ['_2', '_{2}', '^{14}']],
  ['3 $\\mu$m, $T_{p}=255$K, $\\simeq 14\\degree$C', ['\\mu', 'T_{p}=255', '\\simeq 14\\degree']],
  ['$\\alpha-$decay of $5\\times$number', ['\\alpha-', '5\\times']],
  ['O${}_3$ and O${} _3$ and ($_2^4$He)', ['{}_3', '{} _3', '_2^4']],
  ['50 W m$^{-2}$ $\\mu$m$^{-1}$', ['^{-2}', '\\mu', '^{-1}']],
  ['for dielectrics ($\\mu_{r} \\simeq 1)$, the rest', ['\\mu_{r} \\simeq 1)']],
  ['US$5 and A$6/B$7, US$8$9', []],
  ['$HOME_DIR/$x', []],
  ['it costs $5_000$6', []],
  // As students write: the formula touches the word behind it, or begins with a number.
  ['at $R$bps, between $-1$and $y$and, $O(n)$s, the $0$s, $F^+$la', ['R', '-1', 'y', 'O(n)', '0', 'F^+']],
  ['above $32^2$px, 2$3^2$px and $5_000$a', ['32^2']],
  ['($32-n$ bit), ($1/m$), $1-x$, $10-x$ cifre', ['32-n', '1/m', '1-x', '10-x']],
  ['$2(n-1)$ constants, from $1, ..., k$ and $1.9, 1.3, 0.9$', ['2(n-1)', '1, ..., k', '1.9, 1.3, 0.9']],
  ['$0 V$ and $1,000,000 V$', ['0 V', '1,000,000 V']],
  ['two steps and$j-1$, to solve', ['j-1']],
  ['$20/$user, $5-$10, $5(USD$), $10/US$, CA$5 US$, $5 US$', []],
  ['$HOME$PATH, $A$B, $x$y, $PATH/$name, $5 a$b', []],
];

describe('maths', () => {
  it.each(touching)('tells formulas beside letters: %s', (written, found) => {
    expect(formulas(written)).toEqual(found);
  });

  it.each([
    '$\\newcommand{\\R}{\\mathbb R}\\R$',
    '$$\\newcommand{\\oiint}{\\iint} \\oiint$$',
    '$$\\DeclareMathOperator{\\tr}{tr}\\newcommand{\\set}[1]{\\{#1\\}}$$\n\n$\\set{\\tr A}$',
    '$\\begin{align*}a&=b\\end{align*}$',
    '$$\\begin{eqnarray}a&=&b\\end{eqnarray}$$',
    '$$\\begin{multlined}a\\\\b\\end{multlined}$$',
    '$$\\begin{flalign*}a&=b&\\end{flalign*}$$',
    '$\\require{cancel}\\href{https://a.example}{x}\\class{b}{y}\\bbox[5px]{z}\\SI{3}{\\ohm}\\hfill\\ang{9}$',
  ])('reads what MathJax reads: %s', async (written) => {
    const { html, troubles } = await render(written);
    expect(troubles).toEqual([]);
    expect(html).not.toMatch(/math-source|merror/u);
  });

  it('has 60 sentences and more', () => expect(sentences.length).toBeGreaterThan(60));

  it.each(sentences)('tells formulas from money: %s', (written, found) => {
    expect(formulas(written)).toEqual(found);
  });

  it.each([
    ['$$\nx\n$$', ['x']],
    ['$$x$$', ['x']],
    ['$$\\begin{aligned}\na &= b\n\\end{aligned}$$\n\n뒤', ['\\begin{aligned}\na &= b\n\\end{aligned}']],
    ['> $$\n> x \\\\\n> y\n> $$', ['x \\\\\ny']],
    ['- 가\n  $$x$$\n- 나', ['x']],
    ['앞 글\n$$\nx\n\t$$뒤 글 $\\Delta y$ 글\n\n다른 글\n$$\nz\n$$\n끝', ['x', '\\Delta y', 'z']],
    ['$$\nx\n$$ is called **it**, with $\\alpha$ and\n$$\ny\n$$', ['x', '\\alpha', 'y']],
    ['- 가\n\n  $$\n  x\n  $$ 라고 한다.', ['x']],
    ['> $$\\begin{align}\n> x\n\\end{align}$$\n> 뒤', ['\\begin{align}\nx\n\\end{align}']],
    ['```math\nx\n```', ['x']],
  ])('reads blocks: %j', async (written, found) => {
    const { html, troubles } = await render(written);
    expect(html).toContain('<div class="math" tabindex="0"><math');
    expect(troubles).toEqual([]);
    if (!written.startsWith('```')) expect(formulas(written)).toEqual(found);
  });

  it('shows what TeX does not understand as it is written, with its line', async () => {
    const { html, troubles } = await render('앞\n\n$\\frac{a}{$ 뒤');
    expect(html).toContain('<code>$\\frac{a}{$</code></span> 뒤');
    expect(troubles).toEqual([expect.stringMatching(/^3 .*\\frac/u)]);
    for (const broken of ['$^$', '$a_b_c$', '$\\nope{a}$', '$$\n{`${a}\n$$']) {
      const said = (await render(broken)).troubles;
      expect(said).toEqual([expect.stringMatching(/^1 수식/u)]);
      // What the library says is for programmers.
      expect(said.join()).not.toMatch(/position|Expected|Cannot|function/u);
    }
  });

  it.each(['- 목록', '1. 번호', '> 인용', '문단'])('ends %j above it', async (above) => {
    const { html } = await render(`${above}\n$$\na = b\n$$\n\n뒤`);
    expect(html).toContain('<math');
    expect(html).not.toContain('$$');
    const inside = await render(`- ${above}\n  $$\n  a = b\n  $$\n- 다음`);
    expect(inside.html).toContain('<math');
    expect(inside.html).not.toContain('$$');
  });

  it('keeps the text of a sign that nobody closes', async () => {
    expect((await render('- 목록\n$$\n글 하나\n\n글 둘')).html).toMatch(/목록[^]*\$\$\s*글 하나[^]*글 둘/u);
  });

  it('keeps its words where a search finds them', async () => {
    expect((await render('$\\text{비용} = n$')).html).toContain('비용');
  });
});

it('is words where a note is spoken of: in its summary, its contents and what links to it', async () => {
  const { atlas, links, problems } = await openVault({
    'a.md':
      '두 확률 분포 $P$와 $Q_1$의 차이를 정량화하는 척도이다. [[#$\\gamma = 0$]]\n\n## $\\gamma = 0$\n\n글 $x^2$ 글',
    'b.md': '[[a#$\\gamma = 0$]] [c](a.md#gamma--0)',
  });
  const note = atlas.library.byId.get('a');
  expect(note?.summary).toContain('두 확률 분포 P와 Q₁의 차이를');
  expect(note?.outline.sections).toMatchObject([{ text: 'γ = 0', slug: 'gamma--0', body: '글 x² 글' }]);
  expect(links('b').every((target) => target.startsWith('a.md#'))).toBe(true);
  expect(problems).toEqual([]);
});

it('lets a formula in a line scroll for itself where a phone has no room for it, and no other', async () => {
  const terms = Array.from({ length: 12 }, (_, at) => `\\beta_{${at}} x^{${at}}`).join(' + ');
  const { html } = await render(
    `짧은 $x^2 + y^2$, 긴 $${terms}$, 이름이 긴 $\\mathrm{E} = \\boldsymbol{\\Sigma}$`,
  );
  expect(html.match(/<span class="math"[^>]*>/gu)).toEqual([
    '<span class="math">',
    '<span class="math" tabindex="0">',
    '<span class="math">',
  ]);
});

it('ends a formula that began in a line at signs that stand alone', async () => {
  const { html, troubles } = await render(
    '앞의 말이다. $$ \\begin{align} a &= b \\\\\n&= c\n\\end{align}\n$$\n사이\n$$\nx\n$$\n\n## 절\n\n글 $$y$$ 글\n$$\nz\n$$\n끝',
  );
  expect(html.match(/<div class="math"/gu)).toHaveLength(3);
  expect(html).toContain('<h2>절</h2>');
  expect(html).toContain('사이');
  expect(html.replace(/<[^>]*>/gu, '')).not.toContain('$');
  expect(troubles).toEqual([]);
});

it('takes from other formulas the definitions that one needs, the last of each and those that they need', () => {
  const known = nameDefinitions([
    String.raw`\def\a{1}\def\b{\a+\c}`,
    String.raw`\newcommand{\c}[1]{#1}\DeclareMathOperator{\tr}{tr}\def\a{2}`,
  ]);
  expect(pickDefinitions(String.raw`\b + x`, known)).toEqual([
    String.raw`\def\a{2}`,
    String.raw`\newcommand{\c}[1]{#1}`,
    String.raw`\def\b{\a+\c}`,
  ]);
  expect(pickDefinitions(String.raw`\def\a{3} \a`, known)).toEqual([]);
});

it('sets as many signs as a chapter has, and shows what comes after as written', async () => {
  const long = `\\text{${'가'.repeat(40_000)}}`;
  const { html, troubles } = await render(`$$\n${long}\n$$\n\n글\n\n\`\`\`math\n${long}\n\`\`\`\n\n$z_1$`);
  expect(html.match(/<math/gu)).toHaveLength(1);
  expect(html).toContain('<code>$z_1$</code>');
  expect(troubles).toEqual([expect.stringMatching(/^7 .*60,000자.*2개/u)]);
});

it('sets formulas in blocks of HTML, but not in code there', async () => {
  for (const written of ['<p>\n$$\nx^2\n$$\n</p>', '<div align="center">$$x^2$$</div>'])
    expect((await render(written)).html).toMatch(/<math[^]*<msup>/u);
  expect((await render('<pre>$$x^2$$</pre>')).html).toBe('<pre>$$x^2$$</pre>');
});

describe('a formula stays in its place', () => {
  it.each([
    'x\\kern{-30em}\\colorbox{red}{덮는 글}',
    '\\def\\a{\\kern-2em}\\a\\a\\a x',
    '\\smash{\\rule[-20em]{60em}{40em}}x',
    '\\llap{\\colorbox{red}{왼쪽을 덮는 긴 글}}',
    '\\smash{\\raisebox{-20em}{x}}',
  ])('a formula that would lie over the page is shown as written: %s', async (tex) => {
    const { html, troubles } = await render(`앞 $${tex}$ 뒤`);
    expect(html).toContain('math-source');
    expect(troubles.join('\n')).toContain('덮');
  });

  it.each([
    'a\\!\\!b \\kern-.1em c \\raisebox{1pt}{x}',
    '\\sum_{\\mathclap{1\\le i\\le n}} x \\llap{/}D',
    '\\smash{\\hat{f}}\\vphantom{\\rule{1em}{9em}} \\rlap{\\rule{1em}{1pt}}x',
    '\\colorbox{yellow}{x} \\hspace{2cm} \\rule{3em}{1pt}',
  ])('a formula that only moves its parts is set: %s', async (tex) => {
    expect((await render(`앞 $${tex}$ 뒤`)).html).toContain('<math');
  });

  it('no space in a formula is wider than a page', async () => {
    expect((await render('앞 $\\rule{9999em}{9999em}$ 뒤')).html).toMatch(/width="40em" height="40em"/u);
  });
});

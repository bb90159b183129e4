import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isPlain, sanitiseSeldom } from '../../../src/diagrams/quick-sanitising.ts';

test('the one place where Mermaid sanitises a whole drawing is found', () => {
  const code = readFileSync('node_modules/mermaid/dist/mermaid.esm.min.mjs', 'utf8');
  expect(code.match(/\.sanitize\(\w+,\{ADD_TAGS:/gu)).toHaveLength(1);
  expect(sanitiseSeldom(code)).toMatch(
    /\b(\w+)=\(function isPlain\([^]*?\)\(\1\)\?\1:\w+\.sanitize\(\1,\{ADD_TAGS:/u,
  );
});

const draw = (inner: string) =>
  `<svg id="d1-a" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`;

test.each([
  '<style>#d1-a .n{fill:url(#d1-b)}</style><g class=" n " transform="translate(1, 2)"><rect width="9" height="9"></rect></g>',
  '<text x="1" style="fill: #333"><tspan dy="1em">a &lt;script&gt; b</tspan></text>',
  '<path d="M1,2L3,4" id="d1-L_A_B_0" data-id="a:b" marker-end="url(#d1-end)"></path>',
])('shapes and texts are written as they are: %s', (inner) => {
  expect(isPlain(draw(inner))).toBe(true);
});

test.each([
  '<script>x</script>',
  '<foreignObject><div>a</div></foreignObject>',
  '<image href="a.png"></image>',
  '<a xlink:href="javascript:x"><text>a</text></a>',
  '<g onclick="x"></g>',
  '<g class="javascript:x"></g>',
  '<g id="title"></g>',
  '<g id="__proto__"></g>',
  '<g data-a="</style>"></g>',
  '<style><img src=x onerror=x></style>',
  '<!-- a --><g></g>',
  '<use href="#d1-b"></use>',
  '<animate attributeName="x"></animate>',
  "<g class='a'></g>",
])('all else is sanitised: %s', (inner) => {
  expect(isPlain(draw(inner))).toBe(false);
});

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sanitiseSvg } from '../../../src/content/sanitise-svg.ts';

const wrap = (inner: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;
const clean = (inner: string, attributes = '') => sanitiseSvg(wrap(inner, attributes));

describe('an SVG that acts', () => {
  const hostile: Record<string, string> = {
    script: '<script>alert(1)</script>',
    'script by link': '<script xlink:href="https://evil.example/x.js"/>',
    'script of another prefix': '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
    handler: '<rect onload="alert(1)" width="1" height="1"/>',
    'handler in capitals': '<rect ONCLICK="alert(1)"/>',
    link: '<a xlink:href="javascript:alert(1)"><text>눌러</text></a>',
    'link by animation':
      '<a><animate attributeName="href" values="javascript:alert(1)"/><text>눌러</text></a>',
    'values of an animation': '<animate attributeName="x" values="javascript:alert(1)"/>',
    'foreign markup':
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></body></foreignObject>',
    'markup of another space':
      '<g xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://evil.example/"/></g>',
    use: '<use href="https://evil.example/x.svg#a"/>',
    'use of data': '<use href="data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=#x"/>',
    image: '<image href="https://evil.example/x.png"/>',
    'image of data': '<image href="data:image/svg+xml,&lt;svg/&gt;"/>',
    style: '<style>@import url(https://evil.example/x.css);</style>',
    'style that loads': '<style>rect{fill:url(https://evil.example/x.svg#a)}</style>',
    'style in escapes': '<style>rect{fill:\\75\\72\\6c(https://evil.example/)}</style>',
    'paint that loads': '<rect fill="url(https://evil.example/#a)"/>',
    'style attribute': '<rect style="background:url(//evil.example/x)"/>',
    set: '<set attributeName="onmouseover" to="alert(1)"/>',
    handlers: '<handler type="application/ecmascript">alert(1)</handler>',
  };
  test.each(Object.entries(hostile))('%s', (_, inner) => {
    const { svg } = clean(inner);
    expect(svg).not.toMatch(/script|alert|evil|\son|foreignObject|iframe|data:image\/svg|xhtml/iu);
  });

  test('instructions, entities and comments are gone', () => {
    const source = `<?xml version="1.0"?><?xml-stylesheet href="https://evil.example/x.xsl"?><!DOCTYPE svg [<!ENTITY a "b">]>${wrap('<!-- 비밀 --><rect/>')}`;
    expect(sanitiseSvg(source).svg).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><rect /></svg>\n',
    );
  });

  test('names what was taken out, and keeps a link’s words', () => {
    const { svg, removed } = clean(
      '<a href="https://x.example"><text>글</text></a><script/><rect onclick="x"/><image href="a.png"/>',
    );
    expect(removed).toEqual(['@href', '@onclick', 'script']);
    expect(svg).toContain('<text>글</text>');
  });
});

test('a drawing of a usual tool stays as it is', () => {
  const inner =
    '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff" /></linearGradient></defs>' +
    '<style>.b{fill:url(#a)}</style><g class="b" style="fill:url(#a);font-family:Arial"><path d="M0 0h1" /></g>' +
    '<use xlink:href="#a" /><text x="1">A &#x26; B &#x3C;C></text><image href="data:image/png;base64,iVBORw0KGgo=" />';
  const { svg, removed } = clean(inner, 'viewBox="0 0 10 20"');
  expect(removed).toEqual([]);
  expect(svg).toContain(inner);
});

test('a style sheet that asks for a font loses that alone', () => {
  const rule = '.t{fill:#333;font-size:14px}';
  for (const asks of [
    "@import url('https://evil.example/css2?family=A:wght@400;700&amp;display=swap');",
    '@import "https://evil.example/a.css" screen;',
    '@import url(https://evil.example/a.css);',
    '@font-face { font-family: A; src: url(data:font/woff2;base64,AA==) format("woff2") }',
  ]) {
    const { svg, removed } = clean(`<style>${asks}\n${rule}</style><text class="t">글</text>`);
    expect(svg).toContain(rule);
    expect(svg).not.toMatch(/evil|data:|@import|@font-face/u);
    expect(removed).toEqual([/^@[a-z-]+/u.exec(asks)?.[0]]);
  }
  // What is not plainly such a rule takes the whole sheet with it.
  expect(clean(`<style>@import url("https://evil.example/a.css" ${rule}</style>`).svg).not.toContain('evil');
});

test.each([
  ['width="10" height="20"', { width: 10, height: 20 }],
  ['width="1in" height="48pt"', { width: 96, height: 64 }],
  ['viewBox="0 0 30 40"', { width: 30, height: 40 }],
  ['width="60" viewBox="0 0 30 40"', { width: 60, height: 80 }],
  ['width="100%" height="100%" viewBox="0,0,30,40"', { width: 30, height: 40 }],
  ['width="0" height="5"', null],
  ['', null],
])('its size: %s', (attributes, size) => {
  expect(clean('', attributes).size).toEqual(size);
});

test.each(['', '글', '<html/>', '<svg', `${'<g>'.repeat(20_000)}`])(
  'what is no SVG is refused: %#',
  (source) => {
    expect(() => sanitiseSvg(source)).toThrow();
  },
);

test('a layer that is switched off, a comment of a style sheet and what an inner photograph tells are for no reader', async () => {
  const photograph = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
    .withExif({ IFD0: { Artist: 'canary' } })
    .jpeg()
    .toBuffer();
  expect(photograph.includes('canary')).toBe(true);
  const draw = (inner: string) =>
    sanitiseSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inner}</svg>`).svg;
  const seen = '<text>글</text>';
  const { length } = draw(seen);
  expect(draw(`${seen}<g display="none"><text>canary</text></g>`)).toHaveLength(length);
  expect(draw(`${seen}<g style="opacity:1; display: none"><text>canary</text></g>`)).toHaveLength(length);
  expect(draw(`<style>/* canary */ text { fill: red }</style>${seen}`)).not.toContain('canary');
  // A style sheet or a motion may bring it to light.
  expect(draw(`<style>g { display: inline }</style><g display="none">${seen}</g>`)).toContain('글');
  expect(draw(`<g style="display:none"><animate attributeName="display" to="inline"/>${seen}</g>`)).toContain(
    '글',
  );
  const image = draw(`<image href="data:image/jpeg;base64,${photograph.toString('base64')}"/>`);
  const [, data = ''] = /base64,([^"]+)/u.exec(image) ?? [];
  const inside = Buffer.from(data, 'base64');
  expect(inside.includes('canary')).toBe(false);
  expect((await sharp(inside).metadata()).width).toBe(4);
});

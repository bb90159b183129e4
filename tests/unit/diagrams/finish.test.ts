import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adaptColour, chooseInk, measureContrast, namedColour } from '../../../src/diagrams/colour.ts';
import { drawingKey, ENGINE_VERSION } from '../../../src/diagrams/drawing.ts';
import { finishSvg, withIdSuffix } from '../../../src/diagrams/finish.ts';
import { diagramFont, mermaidConfig, mermaidVersion } from '../../../src/diagrams/mermaid-config.ts';
import { palette, type PaletteName } from '../../../src/diagrams/palette.ts';
import { shortenPath } from '../../../src/diagrams/path-data.ts';
import { isSafeHref } from '../../../src/diagrams/sanitise.ts';
import { parseSvg, printSvg } from '../../../src/diagrams/svg-tree.ts';
import { commonClasses } from '../../../src/diagrams/semantic-classes.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const options = { id: 'd01234567', type: 'flowchart-v2', box: { x: 0, y: 0, width: 100.4, height: 50 } };

test('hostile parts of a drawing do not survive', () => {
  const { svg } = finishSvg(
    `<svg onload="alert(1)"><style>*{fill:red}</style><script>alert(1)</script><foreignObject><b>x</b></foreignObject>
     <image href="https://evil.example/x.png"/><a href="java&#10;script:alert(1)"><text onclick="alert(1)">가</text></a>
     <a href="https://example.org/"><text>나</text></a><rect width="9" height="9" fill="url(https://evil.example/#x)" stroke="none"/>
     <use href="https://evil.example/#x"/><g style="background:url(//evil)" transform="rotate(1)"><path d="M0 0h1" fill="none" stroke="var(--d-line)"/></g></svg>`,
    options,
  );
  expect(svg).not.toMatch(/script|style|onload|onclick|evil|foreignObject|image|<use/i);
  expect(svg).toContain('<a href="https://example.org/">');
  expect(svg).toContain('가');
});

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\tscript:x',
  'data:text/html,x',
  'vbscript:x',
  '//evil.example/',
  'file:///etc/passwd',
])('%j is not a safe link', (href) => {
  expect(isSafeHref(href)).toBe(false);
});

test.each(['/notes/a/', '#x', '?q=1', 'https://example.org/', 'mailto:a@example.org', 'notes/a'])(
  '%j is a safe link',
  (href) => {
    expect(isSafeHref(href)).toBe(true);
  },
);

test('malformed text is refused', () => {
  expect(() => finishSvg('<svg><g></svg>', options)).toThrow();
  expect(() => finishSvg('nothing', options)).toThrow();
});

test('a title names the drawing', () => {
  const { svg, width } = finishSvg('<svg><text>가</text></svg>', {
    ...options,
    title: '그림 <1>',
    description: '설명',
  });
  expect(width).toBe(109);
  expect(svg).toContain('role="img" aria-labelledby="d01234567-t" aria-describedby="d01234567-d"');
  expect(svg).toContain('<title id="d01234567-t">그림 &lt;1&gt;</title>');
});

test('ids carry the prefix, and a second copy its number', () => {
  const source =
    '<svg><defs><marker id="0"><path d="M0 0h1" fill="none" stroke="var(--d-line)"/></marker></defs><path d="M0 0l9 9" fill="none" stroke="var(--d-line)" marker-end="url(#0)"/></svg>';
  const { svg } = finishSvg(source, { ...options, title: '제목 url(#d01234567-0)' });
  expect(svg).toContain('id="d01234567-0"');
  expect(svg).toContain('marker-end="url(#d01234567-0)"');
  expect(withIdSuffix(svg, 1)).toBe(svg);
  const second = withIdSuffix(svg, 2);
  expect(second).toContain('id="d01234567-2-0"');
  expect(second).toContain('marker-end="url(#d01234567-2-0)"');
  expect(second).toContain('aria-labelledby="d01234567-2-t"');
});

test('XML goes in and out unchanged', () => {
  const svg = '<svg a="1 &amp; &quot;2&quot;"><text>가 &lt;나&gt;</text><path d="M0 0"/></svg>';
  expect(printSvg(parseSvg(svg))).toBe(svg);
});

test('paths lose what says nothing', () => {
  expect(shortenPath('M10.123,20L10.123,30C10.1,32,10.1,34,10.123,40L10.12,50')).toBe('M10.1 20v30');
  expect(shortenPath('M0,0L10,0L10,10L0,10Z')).toBe('M0 0h10v10h-10z');
  expect(shortenPath('M 0 0 C 0 10, 10 10, 10 0')).toBe('M0 0c0 10 10 10 10 0');
  expect(shortenPath('M0 0A5 5 0 0 1 10 0')).toBe('M0 0a5 5 0 0 1 10 0');
});

test("authors' colours keep their light look and get a readable dark one", () => {
  const pale = adaptColour([255, 243, 205], 'fill');
  expect(pale.css).toMatch(/^light-dark\(#fff3cd,#[\da-f]{6}\)$/);
  const ink = chooseInk(adaptColour([102, 77, 3], 'text'), pale);
  expect(measureContrast(ink.light, pale.light)).toBeGreaterThanOrEqual(4.5);
  expect(measureContrast(ink.dark, pale.dark)).toBeGreaterThanOrEqual(4.5);
});

test('any fill gets an ink that reads on it in both schemes', () => {
  for (let red = 0; red < 256; red += 51) {
    for (let green = 0; green < 256; green += 51) {
      for (let blue = 0; blue < 256; blue += 51) {
        const fill = adaptColour([red, green, blue], 'fill');
        const ink = chooseInk(namedColour('ink'), fill);
        expect(measureContrast(ink.light, fill.light), fill.css).toBeGreaterThanOrEqual(4.5);
        expect(measureContrast(ink.dark, fill.dark), fill.css).toBeGreaterThanOrEqual(4.5);
      }
    }
  }
});

test('the style sheet has every colour, in both schemes, and every class', () => {
  const css = read('src/styles/diagram.css');
  for (const name of Object.keys(palette) as PaletteName[]) {
    const [light, dark] = palette[name];
    const value = new RegExp(`--d-${name}: ([^;]+);`).exec(css)?.[1];
    expect(value === `light-dark(${light}, ${dark})` || value?.startsWith('var(--'), name).toBe(true);
  }
  for (const name of commonClasses) expect(css).toContain(`.d-${name} {`);
});

test('no two palette names share a light literal, because that is how they are told apart', () => {
  const literals = Object.values(palette).map(([light]) => light);
  expect(new Set(literals).size).toBe(literals.length);
});

test('the engine version names what is installed', () => {
  expect(JSON.parse(read('node_modules/mermaid/package.json'))).toHaveProperty('version', mermaidVersion);
  expect(JSON.parse(read('node_modules/pretendard/package.json'))).toHaveProperty(
    'version',
    diagramFont.version,
  );
  expect(ENGINE_VERSION).toContain(mermaidVersion);
  expect(mermaidConfig.securityLevel).toBe('strict');
});

test('the key does not depend on how an editor saved the source', () => {
  const key = drawingKey('flowchart LR\n a --> b\n');
  expect(key).toMatch(/^[\da-f]{32}$/);
  expect(drawingKey('\nflowchart LR \r\n a --> b\r\n\r\n')).toBe(key);
  expect(drawingKey('flowchart LR\n a --> c\n')).not.toBe(key);
});

test('the ground of a label inside a group has the colour of the group', () => {
  const group =
    '<g transform="translate(10 10)"><rect fill="var(--d-group)" stroke="var(--d-rim)" width="100" height="60"/></g>';
  const veil = (x: number) =>
    `<rect fill="var(--d-veil)" stroke="none" x="${x}" y="20" width="30" height="20"/>`;
  const { svg } = finishSvg(`<svg>${group}${veil(20)}${veil(90)}</svg>`, {
    id: 'd00000000',
    type: 'flowchart-v2',
    box: { x: 0, y: 0, width: 200, height: 100 },
  });
  expect(svg.match(/class="[vw]" x="\d+"/g)).toEqual(['class="w" x="20"', 'class="v" x="90"']);
});

import { expect, test } from 'vitest';
import { exportSvg, nameFile } from '../../../src/diagrams/export-svg.ts';
import { parseSvg, walkElements } from '../../../src/diagrams/svg-tree.ts';

const drawing = parseSvg(
  '<svg class="drawing" viewBox="-4 -4 100 60" width="100" height="60" role="img" aria-labelledby="d0-t" style="width:9px">' +
    '<title id="d0-t">제목</title>' +
    '<g class="d-risk" data-node="A"><rect class="n" width="80" height="40"/><text x="4">가 &amp; 나</text></g>' +
    '<path class="e" d="M0 0h9" stroke="var(--d-line)" marker-end="url(#d0-m)"/><g class="k" onclick="x()"><path d="M0 0"/></g></svg>',
);
const ink = { fill: '#112233', stroke: 'none', 'stroke-width': '1', 'font-weight': '400', display: 'inline' };
const box = { ...ink, fill: '#ffeeee', stroke: '#aa0000', 'stroke-width': '2' };
const line = { ...ink, fill: 'none', stroke: '#555555' };
const looks = [ink, ink, ink, box, ink, line, { ...ink, display: 'none' }, ink];
const options = { looks, background: '#fefdfc', fontFamily: 'Pretendard, sans-serif' };
const text = exportSvg(drawing, options);

test('an exported drawing needs no page: no variables, classes, handlers or page attributes', () => {
  expect(text).not.toMatch(/var\(|class=|data-|role=|onclick|style=/u);
  expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
  expect(text).toContain('font-family="Pretendard, sans-serif"');
});

test('each element has its literal look, said once where children share it', () => {
  const [root, , ground, , rect, label, path] = [...walkElements(parseSvg(text))];
  expect(root?.attributes).toMatchObject({ fill: '#112233', width: '100', height: '60' });
  expect(ground?.attributes).toMatchObject({ x: '-4', width: '100', fill: '#fefdfc' });
  expect(rect?.attributes).toEqual({
    width: '80',
    height: '40',
    fill: '#ffeeee',
    stroke: '#aa0000',
    'stroke-width': '2',
  });
  expect(label?.attributes).toEqual({ x: '4' });
  expect(path?.attributes).toMatchObject({ fill: 'none', stroke: '#555555', 'marker-end': 'url(#d0-m)' });
});

test('what is not shown is left out, and the title is the drawing’s own or the one given', () => {
  expect([...walkElements(parseSvg(text))].filter(({ name }) => name === 'path')).toHaveLength(1);
  expect(text).toContain('<title id="d0-t">제목</title>');
  const untitled = parseSvg('<svg viewBox="0 0 1 1"/>');
  expect(exportSvg(untitled, { ...options, looks: [{}], title: '그림 & 글' })).toContain(
    '<title>그림 &amp; 글</title>',
  );
});

test.each([
  ['할루시네이션의 네 원인', '할루시네이션의 네 원인.svg'],
  ['입력/출력: "A" <B>?', '입력 출력 A B.svg'],
  ['..', '도식.svg'],
  ['', '도식.svg'],
  ['가'.repeat(200), `${'가'.repeat(80)}.svg`],
])('a file for %j is called %j', (title, name) => {
  expect(nameFile(title, 'svg')).toBe(name);
});

import { expect, test } from 'vitest';
import { readEvidence } from '../../../src/search/answers/evidence.ts';
import { secondsOf } from '../processor-time.ts';

const page = {
  ...{ url: '/a/', title: 'A', markedTitle: 'A', aliases: '', kind: 'note', kindLabel: '', breadcrumb: '' },
  ...{ hue: '', asOf: '', facts: [] },
};

test('a line of a hundred thousand signs is read at once, and only its beginning', async () => {
  const long = 'A roast is added in '.repeat(5000);
  const lines = `${long} ␤ Is it ${long} ␤ What is it?`;
  let read = readEvidence({ ...page, parts: [] });
  const work = () =>
    (read = readEvidence({
      ...page,
      parts: [
        { kind: 'section', id: 's', level: 2, title: 'B', text: lines, lines },
        { kind: 'table', id: 't', level: 2, title: 'C', text: '', lines: `␞ Name ␟ ${long} ␞ One ␟ ${long}` },
      ],
    }));
  expect(await secondsOf(work)).toBeLessThan(1);
  const texts = read.sections.flatMap(({ lines, table }) => [
    ...lines.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
    ...(table?.head ?? []),
    ...(table?.rows.flat().map(({ text }) => text) ?? []),
  ]);
  expect(texts.filter((text) => /^A roast is added in .* in…$/u.test(text))).toHaveLength(3);
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(1002);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAtlas } from '../../../src/content/open-atlas.ts';
import type { Library } from '../../../src/knowledge/library.ts';
import { reportLinks } from '../../../src/knowledge/link-report.ts';
import { reportSources } from '../../../src/knowledge/source-report.ts';

let room: string;
let library: Library;
const files = {
  'hub.md': '# Hub\n\n[a](a.md) [[b]] [gone](gone.md) [gone](gone.md) ![](no.png)\n',
  'a.md':
    '# A\n\n[hub](hub.md) [part](hub.md#none)\n\n지연은 40ms다.[@spec] 폭은 12Gbps다.[@spec]\n\n2024년에 나왔다.[@leaflet]\n',
  'b.md': '# B\n\n글.\n\n[hub][h]\n\n[h]: hub.md\n',
  'alone.md': '# Alone\n\n글 [[hidden]].\n',
  'hidden.md': '---\ndraft: true\n---\n[[alone]]\n',
  'sources.yaml': `- {id: spec, title: Spec, publisher: P, kind: standard, strength: primary, checked: "2025-01-10", caution: "40ms를 읽었다"}
- {id: leaflet, title: News, publisher: P, kind: article, strength: secondary, checked: "2025-12-31"}
- {id: unused, title: Unused, publisher: P, kind: article, strength: copy, checked: "2026-01-01"}
`,
};
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'atlas-reports-'));
  for (const [path, text] of Object.entries(files)) await writeFile(join(room, path), text);
  ({ library } = await readAtlas(room));
});
afterAll(() => rm(room, { recursive: true, force: true }));

test('links: who is linked to most, who not at all, and what does not exist; what is kept back is not named', () => {
  const { links, orphans, deadEnds, mostLinked, unresolved } = reportLinks(library);
  expect(links).toBe(5);
  expect(mostLinked[0]).toMatchObject({ note: { id: 'hub' }, from: 2 });
  expect(orphans.map(({ id }) => id)).toEqual(['alone']);
  expect(deadEnds.map(({ id }) => id)).toEqual(['alone']);
  expect(unresolved.map(({ wanted, places }) => [wanted, places.map(({ line }) => line)])).toEqual([
    ['gone.md', [3, 3]],
    ['hub.md#none', [3]],
    ['no.png', [3]],
  ]);
});

test('sources: citations by strength and age, and figures that no caution mentions', () => {
  const { strengths, citations, ages, unsaid, unused } = reportSources(library, '2026-01-15');
  expect(citations).toBe(3);
  expect(strengths.filter(({ citations: count }) => count)).toEqual([
    { strength: 'primary', citations: 2, sources: 1 },
    { strength: 'secondary', citations: 1, sources: 1 },
  ]);
  expect(ages.map(({ source, months }) => [source.id, months])).toEqual([
    ['spec', 12],
    ['leaflet', 0],
  ]);
  expect(unsaid.map(({ source, claims }) => [source.id, claims.flatMap(({ figures }) => figures)])).toEqual([
    ['spec', ['12Gbps다']],
  ]);
  expect(unused.map(({ id }) => id)).toEqual(['unused']);
});

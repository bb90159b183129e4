import { expect, test } from 'vitest';
import { drawAppIcon, appIcons, writeAppManifest } from '../../../src/outputs/write-app-manifest.ts';
import { makeSubject } from '../subject/make-subject.ts';

test('a device is told the name, the language and the place of the site, below any base', () => {
  const subject = makeSubject('title: 정원 노트와 아주 긴 이름\nenglish: Garden\nlanguage: ko\n');
  const manifest = JSON.parse(writeAppManifest(subject, '/docs/', [['검색', 'search/']])) as {
    icons: { src: string; sizes: string; purpose: string }[];
  };
  expect(manifest).toMatchObject({
    id: '/docs/',
    name: '정원 노트와 아주 긴 이름',
    short_name: 'Garden',
    lang: 'ko',
    start_url: '/docs/',
    scope: '/docs/',
    shortcuts: [{ name: '검색', url: '/docs/search/' }],
  });
  expect(manifest.icons.map(({ src, purpose }) => [src.startsWith('/docs/'), purpose])).toContainEqual([
    true,
    'maskable',
  ]);
});

test('icons carry the colour of the first collection', () => {
  const subject = makeSubject('title: x\ncollections:\n  plant:\n    hue: 140\n');
  const [collection] = subject.collections;
  for (const icon of appIcons) expect(drawAppIcon(subject, icon)).toContain(collection?.hue.hex);
});

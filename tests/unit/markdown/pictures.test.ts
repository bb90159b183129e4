import type { Nodes } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { drawPicture, sizeImage } from '../../../src/markdown/pictures.ts';

const picture = {
  width: 1600,
  height: 800,
  copies: [
    {
      type: 'image/avif',
      files: [
        { width: 480, name: 'x-480.avif' },
        { width: 1440, name: 'x-1440.avif' },
      ],
    },
  ],
};

function draw(
  given = {},
  place: { isFirst?: boolean; ancestors?: object[] } = {},
  own: object = picture,
): string {
  const { isFirst = false, ancestors = [] } = place;
  const node = drawPicture(
    { address: '/b/files/x.jpg', alt: '글', given, picture: own, base: '/b/' },
    { isFirst, ancestors: ancestors as Nodes[] },
  );
  const processor = unified().use(remarkRehype).use(rehypeStringify);
  return processor.stringify(processor.runSync({ type: 'root', children: [node] } as never));
}

it('offers copies to the browser, and the original to whoever opens the picture', () => {
  expect(draw()).toBe(
    '<a href="/b/files/x.jpg" class="whole-picture" title="원본 그림 보기"><picture>' +
      '<source type="image/avif" srcset="/b/files/_sized/x-480.avif 480w, /b/files/_sized/x-1440.avif 1440w" sizes="(min-width: 728px) 688px, calc(100vw - 40px)">' +
      '<img src="/b/files/x.jpg" alt="글" width="1600" height="800" loading="lazy" decoding="async"></picture></a>',
  );
});

it('loads the first picture at once, and keeps the size that the author chose', () => {
  expect(draw({ width: 300 }, { isFirst: true })).toContain('width="300" height="150" loading="eager"');
  expect(draw({ width: 300 })).toContain('sizes="(min-width: 340px) 300px, calc(100vw - 40px)"');
});

it('puts no link into a link, and leaves an author’s own choice of files alone', () => {
  expect(draw({}, { ancestors: [{ type: 'link' }] })).toMatch(/^<picture>/u);
  expect(draw({ srcSet: '/b/files/y.jpg 2x' })).toMatch(/^<img [^>]*srcset="\/b\/files\/y\.jpg 2x"/u);
  expect(draw({}, { ancestors: [{ type: 'htmlElement', data: { hName: 'picture' } }] })).toMatch(/^<img /u);
});

it('shows a picture without copies as it is', () => {
  expect(draw({}, {}, { width: 20, height: 10 })).toBe(
    '<img src="/b/files/x.jpg" alt="글" width="20" height="10" loading="lazy" decoding="async">',
  );
  expect(draw({}, {}, { ...picture, width: 100, height: 50 })).toMatch(/^<picture>/u);
});

it('keeps proportions where one side is given', () => {
  expect(sizeImage({ height: 10 }, { width: 3000, height: 1 })).toEqual({ width: 30_000, height: 10 });
  expect(sizeImage({ width: 10 }, { width: 3000, height: 1 })).toEqual({ width: 10, height: 1 });
  expect(sizeImage({}, {})).toEqual({});
});

import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { openSealedCache } from '../../../src/build/sealed-cache.ts';
import { openSiteFiles } from '../../../src/build/output/site-files.ts';
import { sizePictures } from '../../../src/build/size-pictures.ts';
import { openVault } from '../flavours/vault.ts';

/** A picture with as much in it as a photograph has. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });

let photo: Buffer;
let moving: Buffer;
beforeAll(async () => {
  photo = await noise(700, 500).jpeg({ quality: 95 }).toBuffer();
  const frames = await Promise.all([1, 2].map(() => noise(200, 150).png().toBuffer()));
  moving = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
});

async function open(files: Record<string, string | Uint8Array>) {
  const { atlas, problems } = await openVault(files);
  const folder = await mkdtemp(join(tmpdir(), 'atlas-pictures-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const cache = openSealedCache(join(folder, 'cache'));
  const lines: string[] = [];
  const size = (loadTool?: () => Promise<null>) =>
    sizePictures(
      atlas,
      openSiteFiles(folder),
      (line) => lines.push(line),
      loadTool ? { cache, loadTool } : { cache },
    );
  const copies = (path: string) => atlas.library.links.pictures.get(path)?.copies ?? [];
  return { problems, folder, cache: join(folder, 'cache'), lines, size, copies };
}

it('makes copies once for each content, keeps them, and makes them again where the cache is damaged', async () => {
  const vault = await open({
    'a.md': '# 가\n\n![가](a.jpg) ![나](나/b.jpg)\n',
    'a.jpg': photo,
    '나/b.jpg': photo,
  });
  expect(await vault.size()).toEqual({ all: 2, fresh: 1 });
  const [avif, webp] = vault.copies('나/b.jpg');
  expect(avif?.type).toBe('image/avif');
  expect(avif?.files.map(({ width }) => width)).toEqual([480, 700]);
  expect(webp?.files.map(({ width }) => width)).toEqual([700]);
  for (const { width, name } of avif?.files ?? []) {
    const file = join(vault.folder, 'files/_sized', name);
    expect((await sharp(await readFile(file)).metadata()).width).toBe(width);
    expect((await stat(file)).size).toBeLessThan(photo.length);
  }
  expect(await vault.size()).toEqual({ all: 2, fresh: 0 });
  const [entry = ''] = await readdir(vault.cache);
  await writeFile(join(vault.cache, entry), (await readFile(join(vault.cache, entry))).subarray(0, 2000));
  expect(await vault.size()).toEqual({ all: 2, fresh: 1 });
});

it('turns a picture as the camera was held, in the colours of screens', async () => {
  const turned = await sharp(photo).withMetadata({ orientation: 6 }).toBuffer();
  const printed = await sharp(photo).toColourspace('cmyk').jpeg().toBuffer();
  const vault = await open({
    'a.md': '# 가\n\n![가](a.jpg) ![나](b.jpg)\n',
    'a.jpg': turned,
    'b.jpg': printed,
  });
  await vault.size();
  for (const [path, width, height] of [
    ['a.jpg', 500, 700],
    ['b.jpg', 700, 500],
  ] as const) {
    const name = vault.copies(path)[0]?.files.at(-1)?.name ?? '';
    const made = await sharp(await readFile(join(vault.folder, 'files/_sized', name))).metadata();
    expect(made).toMatchObject({ width, height, space: 'srgb' });
  }
});

it('leaves alone what moves, what is small, what is no picture, and says what it could not open', async () => {
  const vault = await open({
    'a.md': '# 가\n\n![a](a.gif)\n\n![b](b.png)\n\n![c](c.png)\n\n![d](d.jpg)\n\n![e](e.png)\n',
    'a.gif': moving,
    'b.png': await sharp({ create: { width: 40, height: 40, channels: 4, background: '#f000' } })
      .png()
      .toBuffer(),
    'c.png': 'no picture',
    'd.jpg': photo.subarray(0, photo.length / 2),
    'e.png': new Uint8Array(),
  });
  expect(await vault.size()).toEqual({ all: 0, fresh: 1 });
  expect(vault.lines).toEqual([expect.stringMatching(/a\.md:9:1 warning image: .*"d\.jpg"/u)]);
  expect(vault.problems.filter((line) => line.includes('image'))).toHaveLength(2);
});

it('serves originals, and says so once, where the image tool is not installed', async () => {
  const vault = await open({
    'a.md': '# 가\n\n![가](a.jpg) ![나](b.jpg)\n',
    'a.jpg': photo,
    'b.jpg': moving,
  });
  expect(await vault.size(() => Promise.resolve(null))).toEqual({ all: 0, fresh: 0 });
  expect(vault.copies('a.jpg')).toEqual([]);
  expect(vault.lines).toHaveLength(1);
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSealedCache } from '../../../src/build/sealed-cache.ts';

test('what was kept comes back, and what was damaged does not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-cache-'));
  const cache = openSealedCache(join(folder, 'deep'));
  const bytes = Buffer.from('그림의 바이트');
  expect(await cache.read('a.png')).toBeNull();
  const file = join(folder, 'deep', 'a.png');
  await cache.write('a.png', bytes);
  expect(await cache.read('a.png')).toEqual(bytes);
  const whole = await readFile(file);
  const flipped = Buffer.from(whole);
  flipped[3] = (flipped[3] ?? 0) ^ 1;
  for (const damaged of [Buffer.alloc(0), whole.subarray(0, 10), whole.subarray(1), flipped, bytes]) {
    await writeFile(file, damaged);
    expect(await cache.read('a.png')).toBeNull();
    expect(await readdir(join(folder, 'deep'))).toEqual([]);
  }
  await writeFile(join(folder, 'file'), '');
  await expect(openSealedCache(join(folder, 'file')).write('x', bytes)).resolves.toBeUndefined();
  await rm(folder, { recursive: true });
});

import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packFiles } from '../../../src/search/pack-files.ts';

test('the list gets smaller and stays the same; the others are not touched', async () => {
  const list = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * index) % 97));
  const text = gzipSync('본문'.repeat(200), { level: 1 });
  const files = new Map<string, Uint8Array>([
    ['pagefind/pagefind.ko_1.pf_meta', gzipSync(list, { level: 1 })],
    ['pagefind/fragment/ko_1.pf_fragment', text],
  ]);
  const packed = await packFiles(files);
  expect([...packed.keys()]).toEqual([...files.keys()]);
  expect(packed.get('pagefind/fragment/ko_1.pf_fragment')).toBe(text);
  const [smaller = Buffer.of()] = packed.values();
  const [larger = Buffer.of()] = files.values();
  expect(smaller.length).toBeLessThan(larger.length);
  expect(gunzipSync(smaller).equals(list)).toBe(true);
});

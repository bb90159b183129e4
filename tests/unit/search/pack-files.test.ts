import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packFiles } from '../../../src/search/pack-files.ts';

test('the two large files get smaller and stay the same; the others are not touched', async () => {
  const program =
    'export const addNumbers = (firstNumber, secondNumber) => {\n  // adds\n  return firstNumber + secondNumber;\n};\n';
  const machine = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * index) % 97));
  const text = gzipSync('본문'.repeat(200), { level: 1 });
  const files = new Map<string, Uint8Array>([
    ['pagefind/pagefind.js', Buffer.from(program)],
    ['pagefind/wasm.unknown.pagefind', gzipSync(machine, { level: 1 })],
    ['pagefind/fragment/ko_1.pf_fragment', text],
  ]);
  const packed = await packFiles(files);
  expect([...packed.keys()]).toEqual([...files.keys()]);
  expect(packed.get('pagefind/fragment/ko_1.pf_fragment')).toBe(text);
  const wasm = packed.get('pagefind/wasm.unknown.pagefind') ?? Buffer.of();
  expect(wasm.length).toBeLessThan(files.get('pagefind/wasm.unknown.pagefind')?.length ?? 0);
  expect(gunzipSync(wasm).equals(machine)).toBe(true);
  const code = Buffer.from(packed.get('pagefind/pagefind.js') ?? []).toString('utf8');
  expect(code.length).toBeLessThan(program.length);
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
    addNumbers: (one: number, other: number) => number;
  };
  expect(module.addNumbers(2, 3)).toBe(5);
});

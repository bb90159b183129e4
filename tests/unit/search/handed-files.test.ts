import { expect, test } from 'vitest';
import { createHandover, readMetaFile } from '../../../src/search/handed-files.ts';

const bytes = new ArrayBuffer(3);

test('a file that is expected is waited for, and given once', async () => {
  const handover = createHandover();
  handover.receive({ expect: '/a' });
  const taken = handover.take('/a');
  handover.receive({ expect: '/a', buffer: bytes });
  expect(await taken).toBe(bytes);
  expect(await handover.take('/a')).toBeNull();
});

test('what was never expected, or could not be had, is for the network', async () => {
  const handover = createHandover();
  expect(await handover.take('/b')).toBeNull();
  handover.receive({ expect: '/c', buffer: null });
  expect(await handover.take('/c')).toBeNull();
});

test('the file behind the description of the index', () => {
  expect(readMetaFile('{"languages":{"ko":{"hash":"ko_1"}}}')).toBe('pagefind/pagefind.ko_1.pf_meta');
  expect(readMetaFile('{')).toBeNull();
  expect(readMetaFile('{}')).toBeNull();
});

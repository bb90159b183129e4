import { expect, test } from 'vitest';
import { createHandover, handedFiles } from '../../../src/search/handed-files.ts';
import { listFile, startFile } from '../../../src/search/start-file.ts';

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

test('a file is given to whoever asks past caches', async () => {
  const handover = createHandover();
  handover.receive({ expect: '/d.json', buffer: bytes });
  expect(await handover.take('/d.json?ts=1')).toBe(bytes);
});

test('the page hands over what the loader asks for first', () => {
  expect(handedFiles).toEqual([startFile, listFile]);
});

import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, test, vi } from 'vitest';
import { createSearchFiles } from '../../../src/search/build-index.ts';

test('an indexer that is killed ends the build with a reason, and the next one is made', async () => {
  const html = '<main data-pagefind-body><h1>글</h1><p>본문이 있다.</p></main>';
  const pages = Array.from({ length: 200 }, (_, at) => ({ url: `/n/${at}/`, html }));
  const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const kill = (message: unknown) => {
    const { process: program } = message as { process: ChildProcess };
    program.once('spawn', () => program.kill('SIGKILL'));
  };
  subscribe('child_process', kill);
  await expect(createSearchFiles({ pages, synonyms: [] })).rejects.toThrow('Pagefind ended (SIGKILL)');
  unsubscribe('child_process', kill);
  const { files } = await createSearchFiles({ pages, synonyms: [] });
  expect([...files.keys()].some((path) => path.endsWith('.pf_meta'))).toBe(true);
  silence.mockRestore();
});

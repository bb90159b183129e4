import { describe, expect, it } from 'vitest';
import { readCanvases } from '../../../src/content/read-canvases.ts';
import type { Folder } from '../../../src/content/read-folder.ts';

async function listWarnings(paths: readonly string[]): Promise<string[]> {
  const folder = { files: [], assets: new Map(paths.map((path) => [path, `/none/${path}`])) };
  const said: string[] = [];
  await readCanvases(folder as unknown as Folder, (path, { line, column, message }) =>
    said.push(`${path}:${line}:${column} ${message}`),
  );
  return said;
}

describe('files that people write notes in, but not in Markdown', () => {
  it('are named once a kind, with their count', async () => {
    expect(await listWarnings(['b/two.ipynb', 'a/one.IPYNB', 'guide.rst', 'photo.png'])).toEqual([
      'a/one.IPYNB:1:1 .ipynb 파일은 Markdown이 아니라 쪽이 되지 않습니다(2개)',
      'guide.rst:1:1 .rst 파일은 Markdown이 아니라 쪽이 되지 않습니다',
    ]);
  });
});

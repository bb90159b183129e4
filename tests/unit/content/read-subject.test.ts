import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFolder } from '../../../src/content/read-folder.ts';
import { readSubject } from '../../../src/content/read-subject.ts';

test('a folder called like the declaration is said, and the rest is read as without one', async () => {
  const root = await mkdtemp(join(tmpdir(), 'atlas-subject-'));
  await mkdir(join(root, 'atlas.yaml'));
  const said: string[] = [];
  const { subject } = await readSubject(await readFolder(root), 'notes', (path, { line, column, message }) =>
    said.push(`${path}:${line}:${column} ${message}`),
  );
  expect(said).toEqual([expect.stringMatching(/^atlas\.yaml:1:1 "atlas\.yaml".*(?:folder|폴더)/u)]);
  expect(subject.title).toBe('notes');
  await rm(root, { recursive: true });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createReadingMemory } from '../../../src/content/reading-memory.ts';
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

test('while an author breaks the declaration the last that could be read holds, and the place is said', async () => {
  const root = await mkdtemp(join(tmpdir(), 'atlas-subject-'));
  const memory = createReadingMemory();
  const read = async (yaml: string) => {
    await writeFile(join(root, 'atlas.yaml'), yaml);
    const said: string[] = [];
    const { subject } = await readSubject(
      await readFolder(root),
      'notes',
      (path, { line, column, message }) => said.push(`${path}:${line}:${column} ${message}`),
      memory,
    );
    return { title: subject.title, collections: subject.collections.map(({ name }) => name), said };
  };
  const good = 'title: Trees\nlanguage: en\ncollections: { tree: {} }\n';
  expect(await read(good)).toEqual({ title: 'Trees', collections: ['tree'], said: [] });
  const broken = await read(good.replace('{ tree: {} }', '[ tree: {'));
  expect(broken).toMatchObject({ title: 'Trees', collections: ['tree'] });
  expect(broken.said).toContainEqual(
    expect.stringMatching(/^atlas\.yaml:\d+:\d+ .*the last one that could be read holds/u),
  );
  expect(await read(good.replace('tree', 'bush'))).toEqual({
    title: 'Trees',
    collections: ['bush'],
    said: [],
  });
  await rm(root, { recursive: true });
});

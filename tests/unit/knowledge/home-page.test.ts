import { expect, it } from 'vitest';
import { buildHomePage } from '../../../src/knowledge/home-page.ts';
import { openVault } from '../flavours/vault.ts';

const declaration = `title: 노트
collections:
  다리: { label: 다리 }
  배: { label: 배 }
`;

it('shows how a long collection begins, and says how much more its own page lists', async () => {
  const many = (folder: string, count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `${folder}/${folder}${at + 10}.md`,
        `---\ntitle: ${folder} ${at + 10}\nsummary: 짧은 설명이다.\n---\n\n글.\n`,
      ]),
    );
  const { atlas } = await openVault({ 'atlas.yaml': declaration, ...many('다리', 31), ...many('배', 30) });
  const { territories } = buildHomePage(atlas.library, '/');
  expect(territories.map(({ title, count, notes, more }) => [title, count, notes.length, more])).toEqual([
    ['다리', 31, 12, 19],
    ['배', 30, 30, 0],
  ]);
});

it('shows less of each collection the more there are, and leaves dozens to the map', async () => {
  const open = async (count: number) => {
    const names = Array.from({ length: count }, (_, at) => `c${at + 10}`);
    const notes = [
      ...names.map((name) => `${name}/n0.md`),
      ...Array.from({ length: 8 }, (_, at) => `c10/n${at + 1}.md`),
    ];
    const collections = names.map((name) => `  ${name}: { label: ${name} }`).join('\n');
    const { atlas } = await openVault({
      'atlas.yaml': `title: 노트\ncollections:\n${collections}\n`,
      ...Object.fromEntries(notes.map((name) => [name, '글.\n'])),
    });
    return buildHomePage(atlas.library, '/').territories.map((one) => [one.notes.length, one.more]);
  };
  expect((await open(12))[0]).toEqual([9, 0]);
  expect((await open(16))[0]).toEqual([6, 3]);
  expect(await open(33)).toEqual([]);
});

it('says under its heading what the README of the folder says, where the declaration says nothing', async () => {
  const files = { 'README.md': '# 노트\n\n물가의 것을 적는다.\n', '다리/하나.md': '# 하나\n\n글.\n' };
  const lead = async (atlasYaml: string) => {
    const { atlas } = await openVault({ 'atlas.yaml': atlasYaml, ...files });
    return buildHomePage(atlas.library, '/').lead;
  };
  expect(await lead(declaration)).toBe('물가의 것을 적는다.');
  expect(await lead(`${declaration}description: 다리와 배\n`)).toBe('다리와 배');
});

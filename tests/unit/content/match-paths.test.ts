import { describe, expect, test } from 'vitest';
import { coversFile, matchesName, readPattern } from '../../../src/content/match-paths.ts';

const covers = (pattern: string, path: string, floats: boolean) => {
  const read = readPattern(pattern, floats);
  return read !== null && coversFile(read, path);
};

describe('patterns of paths', () => {
  test.each([
    ['drafts', 'a/drafts/b.md'],
    ['drafts/', 'drafts/a/b.md'],
    ['/drafts', 'drafts/b.md'],
    ['*.wip.md', 'a/b.wip.md'],
    ['a/**/z.md', 'a/z.md'],
    ['a/**/z.md', 'a/b/c/z.md'],
    ['a/**', 'a/b.md'],
    ['**/b', 'a/b/c.md'],
    ['x.{md,txt}', 'x.md'],
    ['?.md', '가.md'],
    ['[a-c][!x].md', 'by.md'],
    ['비밀'.normalize('NFD'), '비밀/a.md'],
    ['Draft.md', 'draft.md'],
    ['\\#a.md', '#a.md'],
  ])('%s covers %s in every folder', (pattern, path) => expect(covers(pattern, path, true)).toBe(true));

  test.each([
    ['/drafts', 'a/drafts/b.md'],
    ['a.md/', 'a.md'],
    ['# drafts', 'drafts'],
    ['', 'a.md'],
    ['/', 'a.md'],
    ['a/**', 'a'],
    ['*.md', 'a.mdx'],
    ['/*', 'a/b.md'],
    ['draft', 'drafts.md'],
  ])('%s does not cover %s', (pattern, path) => expect(covers(pattern, path, true)).toBe(false));

  test('a name counts from the folder of the settings on, where it does not float', () => {
    expect(covers('drafts', 'drafts/a.md', false)).toBe(true);
    expect(covers('drafts', 'a/drafts/a.md', false)).toBe(false);
    expect(covers('./drafts/*', 'drafts/a.md', false)).toBe(true);
  });

  test('many stars find what is there, and end where nothing is', () => {
    expect(matchesName('*a*a*b', 'xaaxab')).toBe(true);
    expect(matchesName(`${'*a'.repeat(60)}c`, `${'a'.repeat(250)}b`)).toBe(false);
    const deep = `${'a/'.repeat(60)}y`;
    expect(covers(`${'**/'.repeat(40)}x`, deep, false)).toBe(false);
    expect(covers(`${'**/'.repeat(40)}y`, deep, false)).toBe(true);
  });
});

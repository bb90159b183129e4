import { describe, expect, it } from 'vitest';
import { inferPaths, listPaths } from '../../../src/knowledge/learning-paths.ts';
import { buildLibrary } from '../../../src/knowledge/library.ts';
import { makeNote } from '../sections/make-note.ts';
import { makeSubject } from '../subject/make-subject.ts';

const subject =
  'language: en\ncollections: { kit: {} }\nrelations: { requires: { label: Requires }, feeds: { label: Feeds } }\n';

function library(requires: Record<string, string[]>, yaml = subject) {
  const notes = Object.entries(requires).map(([id, needed]) =>
    makeNote(id, [{ text: 'One' }], {
      title: id,
      relations: needed.map((to) => ({ type: 'requires', to })),
    }),
  );
  return buildLibrary({ subject: makeSubject(yaml), notes, sources: [], terms: [], assets: new Set() });
}

const pathsOf = (requires: Record<string, string[]>) =>
  inferPaths(library(requires)).map(({ name, notes }) => [name, ...notes]);

describe('paths that follow from what notes require', () => {
  it('lead to what nothing else requires, each note after all that it requires', () => {
    expect(pathsOf({ d: ['b', 'c'], c: ['a'], b: ['a'], a: [], e: ['a'] })).toEqual([
      ['d', 'a', 'b', 'c', 'd'],
    ]);
  });

  it('end where notes require each other', () => {
    expect(pathsOf({ a: ['b'], b: ['c'], c: ['a'], d: ['a'] })).toEqual([['d', 'c', 'b', 'a', 'd']]);
  });

  it('follow plain words that name a note, and pass over those that name something else', () => {
    const needs: Record<string, string[]> = { c: ['b', 'Python 3.10'], b: ['basics/a.md'], a: [] };
    const notes = Object.entries(needs).map(([name, required]) =>
      makeNote(`basics/${name}`, [{ text: 'One' }], {
        title: name,
        path: `basics/${name}.md`,
        collection: 'note',
        required,
      }),
    );
    const plain = {
      subject: makeSubject('title: Kit\n'),
      notes,
      sources: [],
      terms: [],
      assets: new Set<string>(),
    };
    expect(inferPaths(buildLibrary(plain)).map(({ notes: order }) => order)).toEqual([
      ['basics/a', 'basics/b', 'basics/c'],
    ]);
  });

  it('pass over what is not there', () => {
    expect(pathsOf({ a: ['gone'], b: ['a'] })).toEqual([]);
  });

  it('are not made up where paths are declared', () => {
    const needs = { c: ['b'], b: ['a'], a: [] };
    const declared = library(needs, `${subject}paths: { first: { label: First, notes: [a] } }`);
    expect(listPaths(declared, '/').map(({ name }) => name)).toEqual(['first']);
    expect(listPaths(library(needs), '/').map(({ label }) => label)).toEqual(['Up to “c”']);
  });
});

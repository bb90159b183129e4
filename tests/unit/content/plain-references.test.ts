import { describe, expect, it } from 'vitest';
import { indexNames } from '../../../src/content/plain-references.ts';
import { makeNote } from '../sections/make-note.ts';

const notes = [
  makeNote('one', [], { path: 'a/one.md', title: 'First' }),
  makeNote('one-2', [], { path: 'b/one.md', title: 'Second' }),
  makeNote('two', [], { path: 'b/two.md', title: 'Third', aliases: ['Both'] }),
  makeNote('three', [], { path: 'b/three.md', title: 'Both' }),
];

describe('names of notes in front matter', () => {
  it.each([
    ['a path', 'b/one.md', 'one-2'],
    ['a path without its ending', 'b/one', 'one-2'],
    ['a path in brackets', '[[b/one]]', 'one-2'],
    ['a title in any case', 'second', 'one-2'],
    ['an id', 'one', 'one'],
    ['what names several', 'Both', undefined],
    ['what names none', 'c/one', undefined],
  ])('finds a note by %s', (_, written, id) => {
    expect(indexNames(notes)(written)).toBe(id);
  });

  it('means the file beside the note that says its name', () => {
    const find = indexNames(notes);
    expect(find('one', 'b/two.md')).toBe('one-2');
    expect(find('one', 'a/one.md')).toBe('one');
    expect(find('one', 'c/four.md')).toBe('one');
  });
});

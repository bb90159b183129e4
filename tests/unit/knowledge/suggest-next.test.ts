import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../src/knowledge/library.ts';
import type { Note } from '../../../src/knowledge/note.ts';
import { suggestNext } from '../../../src/knowledge/suggest-next.ts';
import { setLanguage } from '../../../src/words/words.ts';
import { makeNote } from '../sections/make-note.ts';
import { makeSubject } from '../subject/make-subject.ts';

function plain(path: string, links: [url: string, context: string][] = []): Note {
  const address = path.replace(/\.md$/u, '');
  const note = makeNote(address, [{ text: 'One' }], { collection: 'note', address, path, title: address });
  for (const [url, context] of links)
    note.outline.links.push({ url, context, text: '', section: 0, line: 1, column: 1 });
  return note;
}

function nextOf(id: string, notes: Note[]): [string, string | undefined][] {
  const library = buildLibrary({ subject: makeSubject(), notes, sources: [], terms: [], assets: new Set() });
  setLanguage('en');
  const note = library.byId.get(id);
  return note ? suggestNext(note, library, '/').map((next) => [next.id, next.why]) : [];
}

describe('the next note of a folder without relations', () => {
  it('is one that is linked both ways, for the reason that a sentence gives', () => {
    const notes = [
      plain('kit/a.md', [
        ['c.md', 'c'],
        ['b.md', 'b'],
      ]),
      plain('kit/b.md', [['a.md', 'Before this comes what is measured with a.']]),
      plain('kit/c.md'),
    ];
    expect(nextOf('kit/a', notes)).toEqual([
      ['kit/b', 'Before this comes what is measured with a.'],
      ['kit/c', 'Linked in this note'],
    ]);
    expect(nextOf('kit/c', notes)).toEqual([['kit/a', 'Leads to this note']]);
  });

  it('follows in the folder where nothing is linked, and in the order at its end', () => {
    const notes = [plain('kit/a.md'), plain('kit/b.md'), plain('zoo/c.md')];
    expect(nextOf('kit/a', notes)).toEqual([['kit/b', 'Follows in kit']]);
    expect(nextOf('kit/b', notes)).toEqual([['zoo/c', 'Follows in the order of reading']]);
    expect(nextOf('zoo/c', notes)).toEqual([]);
  });

  it('is no list of notes', () => {
    const many = Array.from({ length: 60 }, (_, at) => plain(`kit/n${at}.md`));
    const list = plain(
      'kit/all.md',
      many.map(({ id }) => [`${id.slice(4)}.md`, id]),
    );
    const index = plain('kit/index.md', [['n1.md', 'n1']]);
    const found = nextOf('kit/n1', [list, index, ...many]);
    expect(found.map(([id]) => id)).not.toContain('kit/all');
    expect(found.map(([id]) => id)).not.toContain('kit/index');
  });
});

import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../../src/knowledge/library.ts';
import { listSectionMentions } from '../../../src/knowledge/section-mentions.ts';
import type { Note } from '../../../src/knowledge/note.ts';
import { makeNote } from '../sections/make-note.ts';
import { makeSubject } from '../subject/make-subject.ts';

function target(): Note {
  const note = makeNote('malt', [
    { text: '하나' },
    { text: '둘', tables: [{ caption: '표', head: ['가', '나'] }] },
  ]);
  note.outline.sections.forEach((section, index) => {
    section.id = `s-${index}`;
    section.aliases = [section.slug, `옛-제목-${index}`];
  });
  const [table] = note.outline.tables;
  if (table) table.id = 't-1';
  return note;
}

function linking(id: string, links: { url: string; context: string }[], more: Partial<Note> = {}): Note {
  const note = makeNote(id, [{ text: '처음' }], more);
  for (const link of links) {
    note.outline.links.push({ ...link, text: '', section: 0, line: 1, column: 1 });
  }
  return note;
}

const subject = makeSubject(`collections: { stack: {}, note1: {} }
relations: { requires: { label: [앞, 뒤에 오는 것], inverse: comes-after } }`);

const mentionsOf = (notes: Note[]) => {
  const library = buildLibrary({ subject, notes, sources: [], terms: [], assets: new Set() });
  const [note] = notes;
  return note ? [...listSectionMentions(note, library, '/')] : [];
};

describe('mentions of a section', () => {
  it('come from links by id, slug, former heading, and by what stands in the section', () => {
    const found = mentionsOf([
      target(),
      linking('a', [
        { url: 'malt.md#s-0', context: '아이디로' },
        { url: 'malt.md#%EB%91%98', context: '슬러그로' },
        { url: 'malt.md#옛-제목-1', context: '옛 제목으로' },
        { url: 'malt.md#t-1', context: '표로' },
        { url: 'malt.md', context: '노트로' },
      ]),
    ]);
    expect(found.map(([place, list]) => [place, list.map(({ context }) => context)])).toEqual([
      [0, ['아이디로']],
      [1, ['슬러그로', '옛 제목으로', '표로']],
    ]);
  });

  it('count a sentence once, and name the relation of the two notes', () => {
    const found = mentionsOf([
      target(),
      linking(
        'a',
        [
          { url: 'malt.md#s-0', context: '같다' },
          { url: 'malt.md#하나', context: '같다' },
        ],
        {
          relations: [{ type: 'requires', to: 'malt' }],
        },
      ),
    ]);
    expect(found[0]?.[1]).toMatchObject([{ id: 'a', context: '같다', relation: '뒤에 오는 것' }]);
  });

  it('come from relations that mean one section', () => {
    const found = mentionsOf([
      target(),
      linking('a', [], { relations: [{ type: 'requires', to: 'malt', section: '둘', why: '먼저 읽는다' }] }),
    ]);
    expect(found).toMatchObject([[1, [{ id: 'a', context: '먼저 읽는다' }]]]);
  });

  it('are none where no section is meant', () => {
    expect(mentionsOf([target(), linking('a', [{ url: 'malt.md#없는-절', context: '깨진' }])])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { listShared, listSharePages, writeCopyUrl } from '../../../src/knowledge/share-pages.ts';
import { type MadeSection, makeNote } from '../sections/make-note.ts';

function makeNotes(sections: Record<string, (MadeSection & { id: string })[]>) {
  return Object.entries(sections).map(([id, made]) => {
    const note = makeNote(id, made);
    note.outline.sections.forEach((section, index) => (section.id = made[index]?.id ?? ''));
    return note;
  });
}

const world = (notes: ReturnType<typeof makeNotes>) => ({
  shared: listShared(notes),
  byId: new Map(notes.map((note) => [note.id, note])),
});

describe('share pages', () => {
  it('are for sections down to h3', () => {
    const [note] = makeNotes({
      a: [
        { id: 's-1', text: '하나' },
        { id: 's-2', text: '둘', depth: 3 },
        { id: 's-3', text: '셋', depth: 4 },
      ],
    });
    if (!note) throw new Error('no note');
    const context = { library: world([note]), origin: 'https://x.kr', base: '/b/' };
    expect([...context.library.shared.keys()]).toEqual(['s-1', 's-2']);
    expect(writeCopyUrl('s-2', note, context)).toBe('https://x.kr/b/s/s-2/');
    expect(writeCopyUrl('s-3', note, context)).toBe('https://x.kr/b/oven/a/#s-3');
  });

  it('belong to the first of two notes that chose one id; the other keeps its anchor', () => {
    const notes = makeNotes({ a: [{ id: 'intro', text: '처음' }], b: [{ id: 'intro', text: '또 처음' }] });
    const context = { library: world(notes), origin: '', base: '/' };
    expect(notes.map((note) => writeCopyUrl('intro', note, context))).toEqual([
      '/s/intro/',
      '/oven/b/#intro',
    ]);
  });

  it('leave out ids that no folder can be called', () => {
    const notes = makeNotes({
      a: [
        { id: 'x/y', text: '하나' },
        { id: '..', text: '둘' },
        { id: '', text: '셋' },
      ],
    });
    expect(listShared(notes).size).toBe(0);
  });

  it('say the section and its note, and lead to it', () => {
    const notes = makeNotes({ a: [{ id: 's-1', text: '하나', body: '첫 문장이다.\n목록 하나\n목록 둘' }] });
    expect(listSharePages(world(notes), [], '/')[0]).toMatchObject({
      title: '하나 — 노트 a',
      description: '첫 문장이다. 목록 하나 · 목록 둘',
      href: '/oven/a/#s-1',
    });
  });

  it('read no section before they are asked what it says', () => {
    const notes = makeNotes({ a: [{ id: 's-1', text: '하나' }] });
    let reads = 0;
    Object.defineProperty(notes[0]?.outline.sections[0], 'body', { get: () => `문장 ${++reads}.` });
    const [page] = listSharePages(world(notes), [], '/');
    expect(reads).toBe(0);
    expect(page?.description).toBe('문장 1.');
  });

  it('keep former ids on their way: to the section, or to the note that took its place', () => {
    const notes = makeNotes({ a: [{ id: 's-1', text: '하나' }] });
    const pages = listSharePages(
      world(notes),
      [
        { former: 's-old', note: 'a', id: 's-1' },
        { former: 's-gone', note: 'a', id: null },
        { former: 's-1', note: 'a', id: null },
      ],
      '/',
    );
    expect(pages.map(({ id, href }) => [id, href])).toEqual([
      ['s-1', '/oven/a/#s-1'],
      ['s-old', '/oven/a/#s-1'],
      ['s-gone', '/oven/a/'],
    ]);
  });
});

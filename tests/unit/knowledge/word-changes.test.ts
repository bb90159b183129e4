import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOutlines, compareWords } from '../../../src/knowledge/word-changes.ts';
import { emptyOutline, type Section } from '../../../src/knowledge/note.ts';

const section = (slug: string, body: string, more: Partial<Section> = {}): Section => ({
  id: `id-${slug}`,
  line: 1,
  column: 1,
  depth: 2,
  text: slug,
  slug,
  body,
  ...more,
});

describe('compareWords', () => {
  it('shows what was said before and after, with a few words around', () => {
    expect(
      compareWords('하나 둘 셋 넷 다섯 여섯 값은 3%다 끝', '하나 둘 셋 넷 다섯 여섯 값은 5%다 끝'),
    ).toEqual([{ before: '… 셋 넷 다섯 여섯 값은', removed: '3%다', added: '5%다', after: '끝' }]);
  });

  it('finds nothing where only white space changed', () => {
    expect(compareWords('가  나\n다', '가 나 다')).toEqual([]);
  });

  it('is bounded, whatever the texts are', () => {
    const words = fc.array(fc.constantFrom('가', '나', '다', '라'), { maxLength: 300 });
    fc.assert(
      fc.property(words, words, (before, now) => {
        const changes = compareWords(before.join(' '), now.join(' '));
        expect(changes.length).toBeLessThanOrEqual(4);
        for (const { removed, added } of changes) {
          expect(removed.split(' ').length).toBeLessThanOrEqual(41);
          expect(added.split(' ').length).toBeLessThanOrEqual(41);
        }
        if (before.join() !== now.join()) expect(changes.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('compareOutlines', () => {
  it('finds a section again under its old heading and leaves unchanged ones out', () => {
    const before = { ...emptyOutline(), sections: [section('a', '같다'), section('옛-이름', '세 가지')] };
    const now = {
      ...emptyOutline(),
      sections: [section('a', '같다'), section('새-이름', '네 가지', { aliases: ['옛-이름'] })],
    };
    expect([...compareOutlines(before, now)]).toEqual([
      ['id-새-이름', [{ before: '', removed: '세', added: '네', after: '가지' }]],
    ]);
  });

  it('shows the words of a section that is new', () => {
    const now = { ...emptyOutline(), sections: [section('a', '새 글')] };
    expect(compareOutlines(emptyOutline(), now).get('id-a')).toEqual([
      { before: '', removed: '', added: '새 글', after: '' },
    ]);
  });
});

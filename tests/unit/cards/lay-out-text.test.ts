import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, clampLine, fitLines } from '../../../src/cards/lay-out-text.ts';

/** Every letter one em wide. */
const measure = (text: string) => [...text].length;

describe('breakLines', () => {
  it('keeps Korean words whole', () => {
    expect(breakLines('검색 증강 생성의 한계', 6, 3, measure).lines).toEqual(['검색 증강', '생성의 한계']);
  });

  it('cuts only a word that is too long for a line', () => {
    expect(breakLines('가 나다라마바사아 자', 4, 5, measure).lines).toEqual([
      '가',
      '나다라마',
      '바사아',
      '자',
    ]);
  });

  it('says nothing where there is no room for a line', () => {
    expect(breakLines('하나 둘', 5, 0, measure)).toEqual({ lines: [], isCut: true });
  });

  it('ends in dots where lines run out', () => {
    expect(breakLines('하나 둘 셋 넷 다섯 여섯', 5, 2, measure)).toEqual({
      lines: ['하나 둘', '셋 넷…'],
      isCut: true,
    });
  });

  it('never exceeds the width, never loses a letter that fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.integer({ min: 3, max: 30 }),
        (text, width) => {
          const { lines, isCut } = breakLines(
            text,
            width,
            4,
            (part) => [...new Intl.Segmenter('ko').segment(part)].length,
          );
          expect(lines.length).toBeLessThanOrEqual(4);
          if (!isCut) expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        },
      ),
    );
  });
});

describe('fitLines', () => {
  it('takes the largest size at which nothing is cut', () => {
    expect(fitLines('가나다 라마바', 40, 1, [10, 5], measure)).toEqual({ lines: ['가나다 라마바'], size: 5 });
  });

  it('cuts at the smallest size', () => {
    expect(fitLines('가나다 라마바', 20, 1, [10, 5], measure)).toEqual({ lines: ['가나다…'], size: 5 });
  });
});

it('clampLine leaves a short line as it is', () => {
  expect(clampLine('짧다', 5, measure)).toBe('짧다');
  expect(clampLine('조금 더 길다', 5, measure)).toBe('조금 더…');
});

import { describe, expect, it } from 'vitest';
import { breakWord } from '../../../src/diagrams/break-words.ts';

const room =
  (letters: number) =>
  (piece: string): boolean =>
    piece.length <= letters;

describe('a word wider than its room', () => {
  it('is broken behind its signs, before brackets and before capitals inside it', () => {
    expect(breakWord('(Street-Lantern)', room(15))).toEqual(['(Street-', 'Lantern)']);
    expect(breakWord('docs/street/lantern.md', room(14))).toEqual(['docs/street/', 'lantern.md']);
    expect(breakWord('StreetLanternFactory', room(16))).toEqual(['StreetLantern', 'Factory']);
    expect(breakWord('가로등(가스등)', room(7))).toEqual(['가로등', '(가스등)']);
  });

  it('leaves no letter and no closing sign alone where nothing says where to break', () => {
    expect(breakWord('가나다라마바사아자차', room(9))).toEqual(['가나다라마', '바사아자차']);
    expect(breakWord('lanternlighters)', room(15))).toEqual(['lanternl', 'ighters)']);
  });

  it('stays whole where it fits, and ends where not even two letters do', () => {
    expect(breakWord('lantern', room(7))).toEqual(['lantern']);
    expect(breakWord('abc', room(1))).toEqual(['a', 'b', 'c']);
    expect(breakWord('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', room(1))).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
    expect(breakWord('', room(1))).toEqual(['']);
  });
});

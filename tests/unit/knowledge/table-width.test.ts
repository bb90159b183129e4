import { describe, expect, it } from 'vitest';
import { fitsPhone } from '../../../src/knowledge/table-width.ts';

describe('fitsPhone', () => {
  it('lets columns of words be as narrow as their longest word', () => {
    expect(
      fitsPhone([
        ['방법', '연속 배칭'],
        ['원리', '요청을 반복마다 다시 묶어 빈자리를 채운다'],
        ['한계', '지연 변동'],
      ]),
    ).toBe(true);
    expect(
      fitsPhone([
        ['Phase', 'Drying'],
        ['What happens', 'water leaves the bean'],
        ['Ends at', '150 °C'],
        ['Risk', 'baked'],
      ]),
    ).toBe(true);
  });

  it('leaves room to scroll for words that do not break', () => {
    const long = 'a_long_name_without_any_place_to_end_a_line';
    expect(fitsPhone([['a'], [long], ['c']])).toBe(false);
    expect(
      fitsPhone([['가'], ['사물인터넷전자상거래개인정보보호법'], ['전자금융감독규정시행세칙'], ['다']]),
    ).toBe(false);
  });

  it('always tries two columns and never five', () => {
    expect(fitsPhone([['a'], ['x'.repeat(80)]])).toBe(true);
    expect(fitsPhone([['1'], ['2'], ['3'], ['4'], ['5']])).toBe(false);
    expect(fitsPhone([])).toBe(true);
  });

  it('ends a line after a hyphen or a slash and before a bracket that follows Hangul', () => {
    const parts = (glue: string) => [
      ['가'],
      [`전자상거래개인정보${glue}보호법률시행령규칙`],
      ['나다라마바사아자'],
    ];
    expect(fitsPhone(parts(''))).toBe(false);
    for (const glue of ['/', '-', '(', ' ']) expect(fitsPhone(parts(glue)), glue).toBe(true);
  });

  it('takes a column of any length', () => {
    expect(fitsPhone([Array.from({ length: 200_000 }, () => '말 말'), ['b'], ['c']])).toBe(true);
  });
});

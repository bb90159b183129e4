import { describe, expect, test } from 'vitest';
import { readPageCharacters } from '../../../../src/knowledge/fonts/page-characters.ts';

const shown = (html: string): string =>
  String.fromCodePoint(...[...readPageCharacters(html).shown].sort((a, b) => a - b));

describe('the characters that a page shows', () => {
  test.each([
    ['text and drawings', '<p>나<b>가</b></p><svg><text x="1"><tspan>다</tspan></text></svg>', '가나다'],
    [
      'no head, script, template or dialog',
      '<head><title>가</title></head><script>나</script><template><p>다</p></template><dialog>라</dialog>마',
      '마',
    ],
    [
      'no attribute but a placeholder',
      '<p title="가" data-text="a > 나">다</p><input placeholder="라">',
      '다라',
    ],
    ['nothing hidden, to the end of the element', '<div hidden><div>가</div>나</div>다', '다'],
    ['an element after a hidden void one', '<input hidden>가', '가'],
    [
      'the summary of a closed disclosure only',
      '<details class="x"><summary>가<b>나</b></summary>다<details><summary>라</summary></details>마</details>바',
      '가나바',
    ],
    ['all of an open disclosure', '<details open><summary>가</summary>나</details>', '가나'],
    ['no code, which has a font of its own', '<pre><code>가</code></pre><code>나</code>다', '다'],
    ['no comment', '<!-- 가 <b> -->나', '나'],
    [
      'what character references stand for',
      '<p>&#xAC00;&#45208;</p>',
      '#&04258;ACx가나'.split('').sort().join(''),
    ],
    ['composed syllables too', '<p>\u1112\u1161\u11ab</p>', '\u1112\u1161\u11ab한'],
    ['letters beyond the first plane', '<p>🗺</p>', '🗺'],
  ])('%s', (_, html, expected) => {
    expect(shown(html)).toBe(expected);
  });

  test('knows everything else of the page as text that may come later', () => {
    const { all, shown: visible } = readPageCharacters('<p title="가">나</p><template>다</template>');
    for (const letter of '가나다') expect(all.has(letter.codePointAt(0) ?? 0)).toBe(true);
    expect([...visible].every((point) => all.has(point))).toBe(true);
  });

  test('odd HTML never throws', () => {
    for (const html of ['', '<', '<p', '</', '<details><summary>', '< p>가', '<p hidden', '<!-- 가']) {
      expect(() => readPageCharacters(html)).not.toThrow();
    }
  });
});

import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/content/decode-text.ts';
import { openVault } from '../flavours/vault.ts';

const korean = '---\ntitle: 가나\n---\n\n# 가나다\n\n서울은 수도이다. Seoul.\n';
const utf8 = (text: string) => new TextEncoder().encode(text);

/** `서울은 수도이다.` and a syllable that only CP949 has (똠), in CP949. */
const cp949 = Uint8Array.from([
  0x23, 0x20, 0xbc, 0xad, 0xbf, 0xef, 0xc0, 0xba, 0x20, 0xbc, 0xf6, 0xb5, 0xb5, 0xc0, 0xcc, 0xb4, 0xd9, 0x2e,
  0x0a, 0x8c, 0x63, 0x0a,
]);

function utf16(text: string, isLittle: boolean, hasMark: boolean): Uint8Array {
  const marked = hasMark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}

describe('decodeText', () => {
  it('reads UTF-8 with and without its mark, and every line end', () => {
    expect(decodeText(utf8(korean))).toEqual({ text: korean, broken: [] });
    expect(decodeText(utf8(`\ufeff${korean}`.replaceAll('\n', '\r\n')))).toEqual({
      text: korean,
      broken: [],
    });
  });

  it.each([
    ['little endian', true, true],
    ['big endian', false, true],
    ['little endian without a mark', true, false],
    ['big endian without a mark', false, false],
  ])('reads UTF-16, %s', (_, isLittle, hasMark) => {
    expect(decodeText(utf16(korean, isLittle, hasMark))).toEqual({
      text: korean,
      encoding: 'UTF-16',
      broken: [],
    });
  });

  it('reads UTF-8 as such where its author pasted signs that stand for broken bytes', () => {
    const text = '⬇️ 서울은 \ufffd 수도\ufffd\ufffd이다 \ufffd. Seoul is the capital.\n';
    expect(decodeText(utf8(text))).toMatchObject({ text });
    expect(decodeText(utf8(text))).not.toHaveProperty('encoding');
  });

  it('reads EUC-KR and what Windows has added to it', () => {
    expect(decodeText(cp949)).toEqual({
      text: '# 서울은 수도이다.\n똠\n',
      encoding: 'EUC-KR(CP949)',
      broken: [],
    });
  });

  it.each([
    ['in UTF-8', [...utf8(korean), 0xff, ...utf8('끝\n')], `${korean}\ufffd끝\n`, { line: 8, column: 1 }],
    [
      'in the middle of a syllable',
      [...utf8('서울은 수도'), 0xec, 0x9d, ...utf8(' 끝')],
      '서울은 수도\ufffd 끝',
      { line: 1, column: 7 },
    ],
    [
      'a letter of a Western encoding',
      [...utf8('a cafe, caf'), 0xe9, ...utf8(' and more')],
      'a cafe, caf\ufffd and more',
      { line: 1, column: 12 },
    ],
    [
      'two of them',
      [...utf8('Z'), 0xfc, ...utf8('rich, '), 0xc4, ...utf8('pfel and pears')],
      'Z\ufffdrich, \ufffdpfel and pears',
      { line: 1, column: 2 },
    ],
    ['in EUC-KR', [...cp949, 0xff, 0x0a], '# 서울은 수도이다.\n똠\n\ufffd\n', { line: 3, column: 1 }],
    ['NUL', [...utf8('글자 사이'), 0, ...utf8(' 하나')], '글자 사이\ufffd 하나', { line: 1, column: 6 }],
  ])('keeps the text around a broken byte: %s', (_, bytes, text, place) => {
    const found = decodeText(Uint8Array.from(bytes));
    expect(found?.text).toBe(text);
    expect(found?.broken[0]).toEqual(place);
  });

  it('takes no pixels for text', () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31 + index * 7) % 256);
    expect(decodeText(bytes)).toBeNull();
  });

  it('reads a large file of broken bytes in one go', () => {
    expect(decodeText(new Uint8Array(1_500_000).fill(0xff))).toBeNull();
    const lines = utf8('abcdefgh\n'.repeat(100_000));
    const found = decodeText(Uint8Array.from(lines, (byte, at) => (at % 9 === 7 ? 0xff : byte)));
    expect(found?.broken).toHaveLength(100_000);
    expect(found?.broken.at(-1)).toEqual({ line: 100_000, column: 8 });
  });
});

it('shows a note in another encoding whole, and says so', async () => {
  const { atlas, problems } = await openVault({
    'a.md': cp949,
    'b.md': utf16(korean, true, true),
    'c.md': Uint8Array.from([...utf8('# 다\n\n글 '), 0xff]),
    'd.md': utf16('---\ndraft: true\n---\n\n# 초안\n', true, true),
  });
  expect(atlas.library.notes.map(({ title }) => title).sort()).toEqual(['가나', '다', '서울은 수도이다.']);
  expect(problems.map((problem) => problem.replace(/^[^/]*\//u, ''))).toEqual([
    expect.stringMatching(/^a\.md:1:1 warning markdown: .*EUC-KR/u),
    expect.stringMatching(/^b\.md:1:1 warning markdown: .*UTF-16/u),
    expect.stringMatching(/^c\.md:3:3 warning markdown: .*�/u),
  ]);
});

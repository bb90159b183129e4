import { beforeAll, describe, expect, it } from 'vitest';
import { type CardFonts, cutCardFonts } from '../../../src/build/card-font.ts';
import type { Card } from '../../../src/cards/card.ts';
import { drawCard } from '../../../src/cards/draw-card.ts';
import { keepDrawable, shapeText } from '../../../src/cards/drawable-card.ts';

const base: Card = {
  hue: '#335577',
  crumbs: ['안내서'],
  title: '',
  sentence: '',
  picture: null,
  site: '내 노트',
};

/** What the fonts draw, in the form in which it is drawn. */
const drawn = {
  Hanja: ['論語 풀이', '論語 풀이'],
  'Japanese and its own Chinese characters': ['日本語の記事、気象データ', '日本語の記事、気象データ'],
  'half-width kana': ['ﾃﾞｰﾀ', 'ﾃﾞｰﾀ'],
  'Latin Extended': ['Łódź, Nguyễn, Škoda, Ærøskøbing', 'Łódź, Nguyễn, Škoda, Ærøskøbing'],
  Cyrillic: ['Привет, Україна', 'Привет, Україна'],
  Greek: ['λόγος α β Ω', 'λόγος α β Ω'],
  emoji: ['🚀 시작 😀', '🚀 시작 😀'],
  'emoji in sequences': ['가족 👨‍👩‍👧 👍🏽 ❤️ 1️⃣', '가족 👨👩👧 👍 ❤ 1'],
  'syllables in their letters': ['한글'.normalize('NFD'), '한글'],
  'marks that nobody sees': ['가\u200b나\u00ad다\ufeff', '가나다'],
} as const;

/** What no font here draws: the text is left out. */
const undrawn = {
  Arabic: 'السلام عليكم',
  Thai: 'สวัสดี 안내',
  Devanagari: 'नमस्ते',
  'old Hangul': '나랏말\u110a\u119e\u11b7',
  'simplified Chinese': '论语 풀이',
  'private use': '아이콘 \ue000',
  'half of a pair': '가 \ud83d',
};

let fonts: CardFonts;
beforeAll(async () => {
  const texts = [
    ...Object.values(drawn).map(([text]) => text),
    ...Object.values(undrawn),
    JSON.stringify(base),
  ];
  fonts = await cutCardFonts(new Set(shapeText(texts.join(' '))));
});

const read = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text ?? '');
const draw = (card: Card, drawing = '') => {
  const drawable = keepDrawable(card, fonts.hasGlyph, () => drawing);
  const lines = read(drawCard(drawable, { measure: fonts.measure, findDrawing: () => [] }));
  for (const character of lines.join('').replace(/\s/gu, ''))
    expect(fonts.hasGlyph(character), character).toBe(true);
  return { drawable, lines };
};

describe('a card', () => {
  it.each(Object.entries(drawn))('draws %s', (_, [text, shaped]) => {
    const { drawable, lines } = draw({ ...base, title: text, sentence: text });
    expect(drawable).toMatchObject({ title: shaped, sentence: shaped });
    expect(lines).toContain(shaped);
    expect(fonts.measure(shaped, 'bold')).toBeGreaterThan(1);
  });

  it.each(Object.entries(undrawn))('leaves a text with %s out whole', (_, text) => {
    expect(draw({ ...base, title: '제목', sentence: `${text} 다음 말` }).lines).toEqual([
      '안내서',
      '제목',
      '내 노트',
    ]);
    expect(draw({ ...base, title: text, sentence: '뜻' }).lines).toEqual(['', '안내서', '내 노트']);
    expect(draw({ ...base, crumbs: ['안내서', text], title: '절' }).lines).toEqual([
      '안내서',
      '절',
      '내 노트',
    ]);
    expect(draw({ ...base, crumbs: [text], title: text, site: text }).lines.join('')).toBe('');
  });

  it('shows no picture with a character that cannot be drawn', () => {
    const table = { kind: 'table', head: ['가', '나'], rows: [['다', undrawn.Thai]] } as const;
    const picture = { ...table, head: [...table.head], rows: table.rows.map((row) => [...row]) };
    expect(draw({ ...base, title: '표', picture }).drawable.picture).toBeNull();
    const diagram = { kind: 'diagram', code: 'flowchart LR', hues: {} } as const;
    expect(draw({ ...base, title: '도식', picture: diagram }, undrawn.Thai).drawable.picture).toBeNull();
    expect(draw({ ...base, title: '도식', picture: diagram }, '시작').drawable.picture).toBe(diagram);
  });
});

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFontCoverage } from '../../../../src/knowledge/fonts/font-coverage.ts';
import { formatUnicodeRange, writeFontCss } from '../../../../src/knowledge/fonts/font-css.ts';
import { fontPlaceholder, linkFonts } from '../../../../src/knowledge/fonts/font-links.ts';

describe('the coverage of the typeface', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('pretendard/package.json'));
  const font = readFileSync(join(folder, 'dist/public/variable/PretendardVariable.ttf'));

  test('holds Hangul and Latin, and no Hanja or emoji', () => {
    const covered = readFontCoverage(font);
    for (const letter of 'A~가힣ㄱ·“”→') expect(covered.has(letter.codePointAt(0) ?? 0), letter).toBe(true);
    for (const letter of '漢🗺') expect(covered.has(letter.codePointAt(0) ?? 0), letter).toBe(false);
  });

  test('refuses what is no font', () => {
    expect(() => readFontCoverage(new Uint8Array(64))).toThrow(/cmap/u);
  });
});

describe('the style sheet of the fonts', () => {
  test('joins neighbours, and runs across gaps only where that asks for nothing', () => {
    expect(formatUnicodeRange([0x41, 0x42, 0x43, 0x61], () => false)).toBe('U+41-43,U+61');
    expect(formatUnicodeRange([0xac00, 0xac03, 0xac06], (point) => point < 0xac04)).toBe(
      'U+AC00-AC03,U+AC06',
    );
    expect(formatUnicodeRange([], () => true)).toBe('');
  });

  test('names files in their folder and swaps', () => {
    const css = writeFontCss([{ file: 'core.0.woff2', range: 'U+41' }], '/atlas/fonts/');
    expect(css).toContain('src:url(/atlas/fonts/core.0.woff2);unicode-range:U+41}');
    expect(css).toContain('font-display:swap');
  });

  test('comes last in the head with what is needed at once, its stand-in where the placeholder stood', () => {
    const html = linkFonts(`<head>${fontPlaceholder}<link rel="stylesheet"></head>`, '/atlas/', {
      css: '@font-face{}$&',
      script: 'blank()',
      preloads: ['core.2.woff2'],
    });
    expect(html).toBe(
      '<head><script>blank()</script><link rel="stylesheet">' +
        '<link rel="preload" href="/atlas/fonts/core.2.woff2" as="font" type="font/woff2" crossorigin>' +
        '<style>@font-face{}$&</style></head>',
    );
    expect(linkFonts('<p>$&</p>', '/', { css: 'x', script: 'y', preloads: [] })).toBe('<p>$&</p>');
  });
});

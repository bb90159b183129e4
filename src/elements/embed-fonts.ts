/** A picture is painted without the page's fonts, so it carries the parts of them that its text needs. */

/** `@font-face` rules, fonts inside, for the letters of a text; empty where the page has none. */
export async function embedFonts(text: string): Promise<string> {
  const missing = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  const faces = [...document.styleSheets]
    .flatMap((sheet) =>
      readRules(sheet)
        .filter((rule) => rule instanceof CSSFontFaceRule)
        .map(({ style }) => ({ style, base: sheet.href ?? location.href })),
    )
    // Of the rules that have a letter the last one counts.
    .reverse()
    .filter(({ style }) => style.getPropertyValue('src').includes('url('))
    .filter(({ style }) => takeCovered(style.getPropertyValue('unicode-range'), missing));
  const rules = await Promise.all(faces.map(({ style, base }) => writeFace(style, base).catch(() => '')));
  return rules.join('');
}

function readRules(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

/** Takes the letters that lie in the ranges out of those that are missing; false when there are none. */
function takeCovered(ranges: string, missing: Set<number>): boolean {
  const parsed = ranges.split(',').flatMap((range) => {
    const [, from, to] = /U\+([\da-f]+)(?:-([\da-f]+))?/i.exec(range.trim()) ?? [];
    return from ? [[parseInt(from, 16), parseInt(to ?? from, 16)] as const] : [];
  });
  const covered = [...missing].filter((point) => parsed.some(([from, to]) => point >= from && point <= to));
  for (const point of covered) missing.delete(point);
  return covered.length > 0;
}

async function writeFace(style: CSSStyleDeclaration, base: string): Promise<string> {
  const [, address] = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src')) ?? [];
  if (!address) return '';
  const response = await fetch(new URL(address, base));
  if (!response.ok) return '';
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const descriptors = ['font-family', 'font-style', 'font-weight', 'unicode-range']
    .filter((name) => style.getPropertyValue(name) !== '')
    .map((name) => `${name}:${style.getPropertyValue(name)};`)
    .join('');
  return `@font-face{${descriptors}src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`;
}

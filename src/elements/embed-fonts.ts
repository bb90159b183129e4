/** A picture is painted without the page's fonts, so it carries the parts of them that its text needs. */

/** `@font-face` rules, fonts inside, for the letters of a text; empty where the page has none. */
export async function embedFonts(text: string): Promise<string> {
  const points = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  const faces = [...document.styleSheets].flatMap((sheet) =>
    readRules(sheet)
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .filter((rule) => isNeeded(rule.style.getPropertyValue('unicode-range'), points))
      .map((rule) => ({ style: rule.style, base: sheet.href ?? location.href })),
  );
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

function isNeeded(ranges: string, points: ReadonlySet<number>): boolean {
  const parsed = ranges.split(',').flatMap((range) => {
    const [, from, to] = /U\+([\da-f]+)(?:-([\da-f]+))?/i.exec(range.trim()) ?? [];
    return from ? [[parseInt(from, 16), parseInt(to ?? from, 16)] as const] : [];
  });
  return [...points].some((point) => parsed.some(([from, to]) => point >= from && point <= to));
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
    .map((name) => `${name}:${style.getPropertyValue(name)};`)
    .join('');
  return `@font-face{${descriptors}src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2")}`;
}

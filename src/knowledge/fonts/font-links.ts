/** Stands in the head of every page until the fonts are cut, which needs the text of all pages. */
export const fontPlaceholder = '<meta name="atlas-fonts">';

/**
 * Puts the font's style sheet, and the files that the page shows at once, where the placeholder stands. A page without
 * one is returned as it is.
 */
export function linkFonts(html: string, base: string, css: string, preloads: readonly string[]): string {
  const links = [
    `<link rel="stylesheet" href="${base}fonts/${css}">`,
    ...preloads.map(
      (file) => `<link rel="preload" href="${base}fonts/${file}" as="font" type="font/woff2" crossorigin>`,
    ),
  ];
  return html.replace(fontPlaceholder, links.join(''));
}

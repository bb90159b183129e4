/** Stands in the head of every page until the fonts are cut, which needs the text of all pages. */
export const fontPlaceholder = '<meta name="atlas-fonts">';

/** Files in the site's `fonts/`. */
export interface FontLinks {
  css: string;
  /** What makes the blank stand-in known. */
  script: string;
  preloads: readonly string[];
}

/**
 * Puts the font's style sheet, its stand-in, and the files that the page shows at once, where the placeholder stands. A page without
 * one is returned as it is.
 */
export function linkFonts(html: string, base: string, { css, script, preloads }: FontLinks): string {
  const links = [
    `<link rel="stylesheet" href="${base}fonts/${css}">`,
    `<script src="${base}fonts/${script}"></script>`,
    ...preloads.map(
      (file) => `<link rel="preload" href="${base}fonts/${file}" as="font" type="font/woff2" crossorigin>`,
    ),
  ];
  return html.replace(fontPlaceholder, links.join(''));
}

/** Stands in the head of every page until the fonts are cut, which needs the text of all pages. */
export const fontPlaceholder = '<meta name="atlas-fonts">';

/** What a page needs to be set in the cut typeface. */
export interface FontLinks {
  /** The faces as CSS. */
  css: string;
  /** What makes the blank stand-in known. */
  script: string;
  /** Files in the site's `fonts/` that the page shows at once. */
  preloads: readonly string[];
}

/**
 * Puts the faces, their stand-in, and the files that the page shows at once, where the placeholder stands. All but the
 * files are part of the page, for nothing is painted before they are there. A page without a placeholder is returned as it is.
 */
export function linkFonts(html: string, base: string, { css, script, preloads }: FontLinks): string {
  const links = [
    ...preloads.map(
      (file) => `<link rel="preload" href="${base}fonts/${file}" as="font" type="font/woff2" crossorigin>`,
    ),
    `<style>${css}</style>`,
    `<script>${script}</script>`,
  ];
  return html.replace(fontPlaceholder, () => links.join(''));
}

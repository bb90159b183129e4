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
 * Puts the stand-in where the placeholder stands, and the faces with the files that the page shows at once at the end
 * of its head: after the style sheet, which is then asked for first and shares the line with fewer. All but the files are
 * part of the page, for nothing is painted before they are there; the stand-in comes before the style sheet, for which a
 * script would wait. A page without a placeholder is returned as it is.
 */
export function linkFonts(html: string, base: string, { css, script, preloads }: FontLinks): string {
  const at = html.indexOf(fontPlaceholder);
  if (at < 0) return html;
  const end = html.indexOf('</head>', at);
  const links = preloads.map(
    (file) => `<link rel="preload" href="${base}fonts/${file}" as="font" type="font/woff2" crossorigin>`,
  );
  return [
    html.slice(0, at),
    `<script>${script}</script>`,
    html.slice(at + fontPlaceholder.length, end),
    ...links,
    `<style>${css}</style>`,
    html.slice(end),
  ].join('');
}

/**
 * Mermaid reads each of its drawings anew, takes what could harm out of it, and writes it again: a tenth of what drawing
 * takes. In shapes and texts alone there is nothing to take out, and it writes them as they were. Only in the browser
 * that draws for a build; where Mermaid's code is not as expected, it stays as it is.
 */
export function sanitiseSeldom(code: string): string {
  return code.replace(
    /\w+\.sanitize\((\w+), ?\{ ?ADD_TAGS:/u,
    (whole, markup: string) => `(${isPlain.toString()})(${markup})?${markup}:${whole}`,
  );
}

/**
 * Whether an SVG consists of nothing but shapes and texts, with attributes that are let through whatever they say. Its
 * source is put into Mermaid's, so it uses nothing from outside.
 */
export function isPlain(markup: string): boolean {
  const names =
    'circle|clipPath|defs|ellipse|feDropShadow|filter|g|line|marker|path|polygon|polyline|rect|style|svg|symbol|text|tspan';
  const attributes =
    'alignment-baseline|class|clip-rule|cx|cy|d|dominant-baseline|dx|dy|fill|fill-rule|flood-color|flood-opacity|font-size|font-style|font-weight|height|label-offset-y|marker-end|marker-start|markerHeight|markerUnits|markerWidth|orient|points|r|refX|refY|role|rx|ry|stdDeviation|stroke|stroke-width|text-anchor|transform|viewBox|width|x|x1|x2|y|y1|y2';
  // What looks like an address may be taken out, and so is an id that hides something of the page.
  const kept = `(?:${attributes})="[^":<>]*"|id="[^":<>]*(?:-|[a-z]\\d|\\d[a-z])[^":<>]*"`;
  const free = '(?:aria-roledescription|data-[a-z-]+|style|xmlns|xmlns:xlink)="[^"<>]*"';
  const tags = new RegExp(`</?(?:${names})(?: (?:${kept}|${free}))*>`, 'g');
  return !markup.replace(tags, '').includes('<');
}

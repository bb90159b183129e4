/** Adds the looks of something that opens on demand, at once and after the page's own: they come with the code that opens it. */
export function adoptStyles(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}

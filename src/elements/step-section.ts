/** Goes to the next or previous heading of the note, seen from where the reader is. */
export function stepSection(step: 1 | -1): void {
  const headings = [...document.querySelectorAll<HTMLElement>('main :is(h2, h3, h4)')];
  const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  const tops = headings.map((heading) => Math.round(heading.getBoundingClientRect().top - line));
  const place = step > 0 ? tops.findIndex((top) => top > 4) : tops.findLastIndex((top) => top < -4);
  const heading = headings[place];
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}

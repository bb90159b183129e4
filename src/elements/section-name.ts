/** What the section, figure or table beside a copy button is called, and the note that it stands in. */
export function nameOf(button: Element): { note: string; section: string } {
  const heading = button.closest('.section-heading')?.querySelector('h2, h3, h4');
  const caption = button
    .closest('figcaption')
    ?.querySelector(':scope > span:not(.figure-number):not(:empty)');
  return {
    note: document.querySelector('h1')?.textContent?.trim() ?? document.title,
    section: (heading ?? caption)?.textContent?.trim() ?? '',
  };
}

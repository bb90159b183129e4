/** The keyboard in a search: arrows walk the answer, the notes and their hits; letters go back to the field. */

const stops =
  '[data-search-answer] .answer-place, .search-note, [data-search-result] a[href], .search-left, .search-recent-query, .search-empty :is(a, button)';

/** What the arrows stop at, in reading order. */
export function listStops(panel: HTMLElement): HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>(stops)].filter((stop) => stop.closest('[hidden]') === null);
}

/** Moves the focus as the key asks. Returns true where Enter was pressed in the field, which is for the caller. */
export function walkResults(panel: HTMLElement, input: HTMLElement | null, event: KeyboardEvent): boolean {
  // An input method owns Enter and the arrows while it composes; 229 is what older engines report then.
  if (event.isComposing || event.keyCode === 229) return false;
  const list = listStops(panel);
  const at = list.indexOf(document.activeElement as HTMLElement);
  const inField = document.activeElement === input;
  const go = (index: number): void => {
    event.preventDefault();
    if (index < 0) input?.focus();
    else list[Math.min(index, list.length - 1)]?.focus();
  };
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === 'ArrowDown' && list.length > 0 && (inField || at >= 0)) go(at + 1);
  else if (event.key === 'ArrowUp' && at >= 0) go(at - 1);
  else if (event.key === 'Home' && at >= 0) go(0);
  else if (event.key === 'End' && at >= 0) go(list.length - 1);
  else if (event.key === 'Enter' && inField) return true;
  else if (at >= 0 && isPlain && event.key.length === 1 && event.key !== ' ') input?.focus();
  return false;
}

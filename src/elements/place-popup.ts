/**
 * Puts an open popover below a rectangle of the page, or above it where there is more room, always inside the window.
 * It is placed on the page, not on the window, so it scrolls along with what it belongs to.
 */
export function placePopup(popup: HTMLElement, anchor: DOMRect, gap = 6): void {
  const edge = 8;
  const { clientWidth, clientHeight } = document.documentElement;
  const below = clientHeight - anchor.bottom - gap - edge;
  const above = anchor.top - gap - edge;
  popup.style.maxBlockSize = '';
  const goesUp = popup.offsetHeight > below && above > below;
  popup.style.maxBlockSize = `${Math.max(Math.floor(goesUp ? above : below), 120)}px`;
  const top = goesUp ? Math.max(anchor.top - gap - popup.offsetHeight, edge) : anchor.bottom + gap;
  const left = Math.max(edge, Math.min(anchor.left, clientWidth - popup.offsetWidth - edge));
  popup.style.insetBlockStart = `${Math.round(top + window.scrollY)}px`;
  popup.style.insetInlineStart = `${Math.round(left + window.scrollX)}px`;
}

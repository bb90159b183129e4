/**
 * Arriving at a section: closed `<details>` around it open, and the keyboard goes on from there. The mark that fades
 * is the stylesheet's. Without this the browser still scrolls to the place.
 */
function land(): void {
  const name = decode(location.hash.slice(1));
  if (!name) return;
  // Links may carry Hangul in the decomposed form that some systems write.
  const target = document.getElementById(name) ?? document.getElementById(name.normalize('NFC'));
  if (!target) return;
  let isMoved = target.id !== name;
  for (
    let around = target.closest('details');
    around;
    around = around.parentElement?.closest('details') ?? null
  ) {
    if (!around.open) isMoved = true;
    around.open = true;
  }
  const place = target.matches('.anchor-alias')
    ? (target.parentElement?.querySelector('[id][tabindex]') ?? target)
    : target;
  if (isMoved) place.scrollIntoView();
  if (place instanceof HTMLElement) {
    if (!place.hasAttribute('tabindex') && place.matches('figure')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
}

function decode(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

window.addEventListener('hashchange', land);
land();

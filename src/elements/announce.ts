let region: HTMLElement | null = null;
let timer = 0;

/** Says something once, to eyes (a toast) and to screen readers (a live region that already exists when it speaks). */
export function announce(message: string): void {
  if (!region) {
    region = document.createElement('p');
    region.className = 'toast';
    region.setAttribute('role', 'status');
  }
  // What lies behind an open dialog is neither seen nor read out.
  const home = document.querySelector('dialog:modal') ?? document.body;
  if (region.parentElement !== home) home.append(region);
  const current = region;
  current.textContent = '';
  window.clearTimeout(timer);
  // A region that is filled in the same task as it is made stays unheard.
  window.setTimeout(() => (current.textContent = message), 30);
  // Long enough to be read.
  timer = window.setTimeout(() => (current.textContent = ''), Math.max(2600, 70 * message.length));
}

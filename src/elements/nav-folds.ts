/**
 * The lists of the navigation tree stay as the reader left them: closed ones are remembered by their address. The tree
 * shows the place of the page; the page itself does not move.
 */
import { readStored, writeStored } from './stored.ts';

const closed = new Set((readStored('folds') ?? '').split('\n').filter(Boolean));
for (const fold of document.querySelectorAll<HTMLDetailsElement>('.nav-fold')) {
  const name = fold.dataset['fold'] ?? '';
  if (closed.has(name)) fold.open = false;
  fold.addEventListener('toggle', () => {
    if (fold.open) closed.delete(name);
    else closed.add(name);
    writeStored('folds', closed.size ? [...closed].slice(-50).join('\n') : null);
  });
}

const tree = document.querySelector<HTMLElement>('.nav-tree');

function revealPlace(): void {
  const place = tree?.querySelector<HTMLElement>('[aria-current="page"]');
  if (!tree || !place || tree.scrollHeight <= tree.clientHeight) return;
  const [list, link] = [tree.getBoundingClientRect(), place.getBoundingClientRect()];
  if (link.top >= list.top && link.bottom <= list.bottom - 40) return;
  tree.scrollTop += (link.top + link.bottom) / 2 - (list.top + list.bottom) / 2;
}

revealPlace();
tree?.addEventListener('toggle', revealPlace);

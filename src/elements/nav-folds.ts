/** The lists of the navigation tree stay as the reader left them: closed ones are remembered by their address. */
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

/** On the page of learning paths: what was read is marked, and how far each path has been walked is said. */
import { placesWords } from '#words';
import { hideWords } from './hidden-words.ts';
import { readRead } from './path-store.ts';

const read = readRead();
for (const path of document.querySelectorAll<HTMLElement>('[data-path]')) {
  const links = [...path.querySelectorAll<HTMLAnchorElement>('a[data-note]')];
  let done = 0;
  for (const link of links) {
    if (!read.has(link.dataset['note'] ?? '')) continue;
    done++;
    link.classList.add('is-read');
    link.append(hideWords(` ${placesWords().path.read}`));
  }
  if (done > 0) {
    const line = document.createElement('p');
    line.className = 'path-progress';
    line.textContent = placesWords().path.progress(done, links.length);
    path.querySelector('ol')?.before(line);
  }
}

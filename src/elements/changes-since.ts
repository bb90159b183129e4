/** `/changes/`: which of the changes came after this reader's last visit. */
import { readingWords } from '#words';
import { hideWords } from './hidden-words.ts';
import { writeStored } from './stored.ts';
import { readVisits, recordVisit, visitsKey } from './visits.ts';

const place = document.querySelector<HTMLElement>('[data-since-visit]');
if (place) showSince(place);

function showSince(line: HTMLElement): void {
  const words = readingWords().since;
  const isFirst = readVisits() === null;
  const { last, notes } = recordVisit();
  if (isFirst || last === null) {
    line.textContent = words.first;
    return;
  }
  let count = 0;
  for (const item of document.querySelectorAll<HTMLElement>('.change-list > li, .added-list > li')) {
    const link = item.querySelector('a');
    const day = item.closest('.change-day')?.querySelector('time')?.dateTime ?? '';
    const read = link ? notes.get(new URL(link.href).pathname)?.latest : undefined;
    if (!link || day <= (read?.changed ?? last)) continue;
    count++;
    item.classList.add('is-since');
    link.append(hideWords(` ${words.changed}`));
  }
  const erase = document.createElement('button');
  erase.type = 'button';
  erase.textContent = words.erase;
  erase.addEventListener('click', () => {
    writeStored(visitsKey, null);
    for (const item of document.querySelectorAll('.is-since')) item.classList.remove('is-since');
    line.textContent = words.erased;
    line.tabIndex = -1;
    line.focus();
  });
  line.replaceChildren(`${words.changes(last, count)} `, erase);
}

/** Marks in a note what has changed since this reader read it last. Nothing moves: what has no room stays a mark. */
import { readingWords } from '#words';
import { hideWords } from './hidden-words.ts';
import { recordVisit } from './visits.ts';

/** Remembers that the note is read, and marks its sections that have changed since the time before. */
export function markSince(): void {
  const changedAt = document.querySelector<HTMLElement>('.facts [data-changed]');
  const changed = changedAt?.querySelector('time')?.dateTime;
  if (!changedAt || !changed) return;
  const before = recordVisit(location.pathname, changed).notes.get(location.pathname)?.before;
  if (!before || changed <= before.changed) return;
  const words = readingWords().since;
  const headings = [...document.querySelectorAll<HTMLElement>('.section-heading[data-changed]')].filter(
    ({ dataset }) => (dataset['changed'] ?? '') > before.changed,
  );
  for (const heading of headings) {
    heading.classList.add('is-since');
    const id = heading.querySelector('h2, h3, h4')?.id ?? '';
    for (const link of document.querySelectorAll(`.toc-list a[href="#${CSS.escape(id)}"]`))
      link.classList.add('is-since');
    const copy = heading.querySelector('.copy-section');
    copy?.before(hideWords(words.changed));
  }
  const text = words.note(before.day, headings.length);
  const link = changedAt.querySelector('a');
  const first = headings[0]?.querySelector('h2, h3, h4')?.id;
  if (!link) return;
  link.classList.add('is-since');
  if (first) link.href = `#${first}`;
  link.title = text;
  // Words only where they push nothing: the facts beside them stay where they are.
  const facts = [...(changedAt.closest('.facts')?.children ?? [])] as HTMLElement[];
  const measure = () => facts.map(({ offsetLeft, offsetTop }) => `${offsetLeft} ${offsetTop}`).join();
  const places = measure();
  const said = document.createElement('span');
  said.className = 'since-words';
  said.textContent = ` ${words.short(headings.length)}`;
  link.append(said);
  if (measure() !== places) said.remove();
  link.append(hideWords(`. ${text}`));
}

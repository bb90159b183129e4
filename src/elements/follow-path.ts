/** On a note that was opened from a learning path: the way on and back follows the path, and its end is remembered. */
import { placesWords } from '#words';
import type { PathPage } from '../knowledge/learning-paths.ts';
import { keepRead } from './path-store.ts';

/** Follows the path of that name; does nothing where there is none or the note is not on it. */
export async function followPath(name: string): Promise<void> {
  const base = document.documentElement.dataset['base'] ?? '/';
  const response = await fetch(`${base}paths.json`);
  if (!response.ok) return;
  const path = ((await response.json()) as PathPage[]).find((candidate) => candidate.name === name);
  const at =
    path?.notes.findIndex(({ href }) => new URL(href, location.href).pathname === location.pathname) ?? -1;
  const note = path?.notes[at];
  const pager = document.querySelector('.pager');
  if (!path || !note || !pager) return;
  const words = placesWords().path;
  const place = document.createElement('a');
  place.className = 'path-place';
  place.href = `${base}paths/`;
  place.textContent = words.place(path.label, at + 1, path.notes.length);
  const link = (target: PathPage['notes'][number] | undefined, rel: 'prev' | 'next', label: string) => {
    if (!target) return [];
    const made = document.createElement('a');
    made.rel = rel;
    made.href = target.href;
    const kind = document.createElement('span');
    kind.textContent = label;
    made.append(kind, target.title);
    return [made];
  };
  // The way on is the path's, also for the key that steps to the next note.
  document.querySelector('.next-note')?.removeAttribute('rel');
  pager.replaceChildren(
    place,
    ...link(path.notes[at - 1], 'prev', words.previous),
    ...link(path.notes[at + 1], 'next', words.following),
  );
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    keepRead(note.id);
    observer.disconnect();
  }).observe(pager);
}

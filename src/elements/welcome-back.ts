/**
 * On home, a reader who was here before is offered the way on: what is due, where they stopped, or what the last note
 * that they finished led to. It lies over the page's foot, so that nothing moves.
 */
import { readingWords } from '#words';
import './popup-styles.ts';
import { readNext, readPlaces } from './place-store.ts';
import { deckKey, readStored } from './stored.ts';
import { countDue } from './study/count-due.ts';

export function offerWayOn(): void {
  const words = readingWords().resume;
  const base = document.documentElement.dataset['base'] ?? '/';
  const links: HTMLAnchorElement[] = [];
  const add = (href: string, kind: string, title = '') => {
    const link = document.createElement('a');
    link.href = href;
    const name = document.createElement('span');
    name.textContent = title;
    link.append(kind, name);
    links.push(link);
  };
  const due = countDue(readStored(deckKey()), new Date());
  if (due > 0) add(`${base}review/`, words.due(due));
  // Another site on the same host keeps its places in the same store.
  const isHere = (path: string) => path.startsWith(base);
  const [path, place] = [...readPlaces()].findLast(([note, { title }]) => isHere(note) && title) ?? [];
  const next = readNext();
  if (path && place) add(path, words.go, [place.title, place.name].filter(Boolean).join(' › '));
  else if (next && isHere(next.href)) add(next.href, words.next, next.title);
  if (links.length === 0) return;
  const box = document.createElement('nav');
  box.className = 'resume';
  box.ariaLabel = words.label;
  const list = document.createElement('div');
  list.append(...links);
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '✕';
  close.ariaLabel = words.close;
  close.addEventListener('click', () => box.remove());
  box.append(list, close);
  document.body.append(box);
}

/**
 * Where a reader stopped in a note is kept by the browser. Coming back without a target they are offered the way
 * there; the page never jumps by itself.
 */
import { readingWords } from '#words';
import './popup-styles.ts';
import { markSince } from './note-since.ts';
import { keepNext, keepPlaces, type Place, readPlaces } from './place-store.ts';

let isWatching = false;

/** Starts remembering, and offers the remembered place if there is one; on home, the way on. */
export function watchPlace(): void {
  if (isWatching) return;
  isWatching = true;
  if (document.querySelector('main.home')) {
    void import('./welcome-back.ts').then(({ offerWayOn }) => offerWayOn());
    return;
  }
  markSince();
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const place = readPlaces().get(location.pathname);
  // Reloading and going back restore the place by themselves; an address with a target says where to go.
  const isFresh = visit?.type === 'navigate' && !location.hash && !location.search && window.scrollY < 200;
  if (place && isFresh) offer(place);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep());
  window.addEventListener('pagehide', keep);
}

function offer(place: Place): void {
  const heading = document.getElementById(place.at);
  if (!heading) return;
  const box = document.createElement('div');
  box.className = 'resume';
  const go = document.createElement('button');
  go.type = 'button';
  const name = document.createElement('span');
  name.textContent = heading.textContent;
  go.append(`${readingWords().resume.go} `, name);
  go.addEventListener('click', () => {
    box.remove();
    heading.focus({ preventScroll: true });
    const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
    const top = heading.getBoundingClientRect().top + window.scrollY - line + place.below;
    window.scrollTo({ top, behavior: 'instant' });
  });
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '✕';
  close.ariaLabel = readingWords().resume.close;
  close.addEventListener('click', () => box.remove());
  box.append(go, close);
  document.body.append(box);
  const leave = () => {
    if (window.scrollY < window.innerHeight) return;
    box.remove();
    document.removeEventListener('scroll', leave);
  };
  document.addEventListener('scroll', leave, { passive: true });
}

function keep(): void {
  const places = readPlaces();
  places.delete(location.pathname);
  const article = document.querySelector('article[data-note] .prose')?.getBoundingClientRect();
  const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  const headings = [...document.querySelectorAll<HTMLElement>('article .section-heading [id][tabindex]')];
  const current = headings.findLast((heading) => heading.getBoundingClientRect().top <= line + 8);
  const isFinished = article !== undefined && article.bottom < window.innerHeight;
  if (current && !isFinished && window.scrollY > window.innerHeight) {
    const below = Math.max(0, Math.round(line - current.getBoundingClientRect().top));
    const title = document.querySelector('article h1')?.textContent.trim() ?? document.title;
    places.set(location.pathname, { at: current.id, below, title, name: current.textContent.trim() });
  }
  keepPlaces(places);
  // On a learning path the pager leads along it.
  const onPath = document.querySelector<HTMLAnchorElement>('.path-place ~ a[rel="next"]');
  const next = onPath ?? document.querySelector<HTMLAnchorElement>('.next-note');
  if (isFinished && next)
    keepNext({
      href: new URL(next.href).pathname + new URL(next.href).search,
      title: (next.querySelector('strong') ?? next.lastChild)?.textContent?.trim() ?? '',
    });
}

import { commandsWords } from '#words';
import { liveAddress } from './serve-own-files.ts';
import type { LiveState } from './live-pages.ts';

/** The entry of a page's `Server-Timing` header that says after how many readings of the folder it was made. */
export const readingEntry = 'atlas-reading';

/** The script of every page while it is written: see `keepLive`. */
export function writeLiveScript(base: string): string {
  const { panel } = commandsWords().writing;
  return `(${keepLive.toString()})(${JSON.stringify({ address: liveAddress(base), readingEntry, panel })})`;
}

/**
 * Runs in the browser, so it may use nothing from outside: loads the page again, at the same place, when the folder has
 * been read since it was made, and lists what is wrong with the notes.
 */
function keepLive(given: {
  address: string;
  readingEntry: string;
  panel: { title: string; close: string };
}): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const made = navigation?.serverTiming.find(({ name }) => name === given.readingEntry);
  /** NaN where the browser does not tell: then what comes first is taken for it. */
  let shown = Number(made?.description ?? NaN);
  const host = document.createElement('atlas-problems');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { position: fixed; inset: auto 1rem 1rem; z-index: 2147483647; max-inline-size: 60rem; margin-inline: auto; }
    details { background: #fff; color: #1f2530; border: 2px solid #b3261e; border-radius: 8px; padding: .5rem 1rem;
      font: 14px/1.6 system-ui, sans-serif; box-shadow: 0 4px 24px #0005; }
    details.mild { border-color: #8a6d00; inline-size: fit-content; margin-inline-start: auto; }
    summary { cursor: pointer; font-weight: 600; }
    ul { margin: .5rem 0 0; padding: 0; list-style: none; max-block-size: 40vh; overflow: auto; }
    li { padding-block: .25rem; overflow-wrap: anywhere; white-space: pre-wrap; }
    button { font: inherit; margin-block: .5rem .25rem; }
    @media (prefers-color-scheme: dark) { details { background: #14120f; color: #ece7df; } }
    @media print { :host { display: none; } }
  `);
  root.adoptedStyleSheets = [sheet];
  const list = ({ errors, warnings }: LiveState) => {
    root.replaceChildren();
    const lines = [...errors, ...warnings];
    if (!lines.length) return host.remove();
    const details = document.createElement('details');
    details.open = errors.length > 0;
    if (!errors.length) details.className = 'mild';
    const summary = document.createElement('summary');
    summary.setAttribute('role', 'status');
    summary.textContent = `${given.panel.title} ${lines.length}`;
    const items = document.createElement('ul');
    for (const line of lines) items.appendChild(document.createElement('li')).textContent = line;
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = given.panel.close;
    close.addEventListener('click', () => host.remove());
    details.append(summary, items, close);
    root.append(details);
    document.documentElement.append(host);
  };
  const source = new EventSource(`${given.address}?page=${encodeURIComponent(location.pathname)}`);
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const state = JSON.parse(data) as LiveState;
    if (Number.isNaN(shown)) shown = state.reading;
    // Another server counts anew.
    if (state.reading !== shown) location.reload();
    else list(state);
  });
  // A page that is left would hold its connection, of which a browser has few.
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

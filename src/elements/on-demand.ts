/** Listens for what a reader is about to do and only then loads the code for it. */
import { readStored } from './stored.ts';

const previewed = 'a[data-note], a.term, a[data-cite], svg a[href]';
/** Notes that have been read halfway, and those that have been read: what `reading-place.ts` and `visits.ts` keep. */
const known = ['places', 'visits'];

function find<Found extends Element = HTMLElement>(event: Event, selector: string): Found | null {
  return event.target instanceof Element ? event.target.closest<Found>(selector) : null;
}

for (const type of ['pointerover', 'focusin', 'pointerdown'] as const) {
  document.addEventListener(type, (event) => {
    const link = find<Element>(event, previewed);
    if (link) void import('./link-preview.ts').then(({ considerPreview }) => considerPreview(link, event));
    const titled = find(event, '.section-heading, figure[id]');
    // The menu's button may take room from the heading: what is pressed beside it must not move away.
    if (titled && !find(event, '.section-mentions'))
      void import('./section-menu.ts').then(({ offerMenuButton }) => offerMenuButton(titled));
  });
}

document.addEventListener('click', (event) => {
  const table = find(event, '[data-copy-table]');
  if (table) void import('./copy-table.ts').then(({ offerTable }) => offerTable(table));
  if (find(event, '[data-keyboard-help]')) help();
  if (find(event, '[data-self-test]')) selfTest();
  if (find(event, '[data-offline]')) void loadOffline().then(({ openOffline }) => openOffline());
});

document.addEventListener('contextmenu', (event) => {
  const button = find<HTMLButtonElement>(event, '[data-copy-section]');
  if (!button) return;
  event.preventDefault();
  void import('./section-menu.ts').then(({ openSectionMenu }) => openSectionMenu(button, button));
});

for (const type of ['pointerup', 'keyup'] as const) document.addEventListener(type, selection);
selection();

function selection(): void {
  if (getSelection()?.isCollapsed === false)
    void import('./selection-link.ts').then(({ offerLink }) => offerLink());
}

// Popovers tell only themselves that they open.
document.addEventListener('beforetoggle', settings, true);
document.addEventListener('change', settings);

function settings(event: Event): void {
  const form = find<HTMLFormElement>(event, '#reading-settings');
  if (form) void import('./reading-settings.ts').then(({ useSettings }) => useSettings(form, event));
}

document.addEventListener('keydown', (event) => {
  const isOther =
    event.isComposing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey;
  if (isOther || find(event, 'input, textarea, select, dialog, [contenteditable]')) return;
  if (readStored('single-keys') === 'off') return;
  // Letters by their place on the keyboard: under a Korean layout J is ㅓ.
  if (event.key === '?') help();
  else if (event.key === '[') document.querySelector<HTMLElement>('main [rel="prev"]')?.click();
  else if (event.key === ']') document.querySelector<HTMLElement>('main [rel="next"]')?.click();
  else if (event.code === 'KeyT' && document.querySelector('[data-self-test]')) selfTest();
  else if (event.code === 'KeyJ' || event.code === 'KeyK') {
    const step = event.code === 'KeyJ' ? 1 : -1;
    void import('./step-section.ts').then(({ stepSection }) => stepSection(step));
  }
});

function selfTest(): void {
  const opener = document.querySelector<HTMLElement>('[data-self-test]');
  void import('./study/self-test.ts').then(({ toggleSelfTest }) => toggleSelfTest(opener));
}

const asked = new URLSearchParams(location.search);
if (asked.has('study')) selfTest();
const path = asked.get('path');
if (path) void import('./follow-path.ts').then(({ followPath }) => followPath(path));

function help(): void {
  void import('./keyboard-help.ts').then(({ openHelp }) => openHelp());
}

// Readers who keep a copy of the site; nobody else has any of this.
if (navigator.serviceWorker?.controller || readStored('offline'))
  void loadOffline().then(({ followCopy }) => followCopy());

function loadOffline() {
  return import('./offline/offline-dialog.ts');
}

if (document.querySelector('article[data-note], main.home')) {
  const watch = () => void import('./reading-place.ts').then(({ watchPlace }) => watchPlace());
  // Of home's address every note's is a continuation: it leads on whoever has read one.
  if (scrollY > 0 || known.some((key) => readStored(key)?.includes(`"${location.pathname}`))) watch();
  else document.addEventListener('scroll', watch, { once: true, passive: true });
}

/** The dialog that lists the keys, and the switch for those that are a single letter. */
import './popup-styles.ts';
import { listShortcuts } from '../knowledge/shortcuts.ts';
import { readingWords } from '#words';
import { readStored, writeStored } from './stored.ts';

let dialog: HTMLDialogElement | null = null;

/** Opens the list; a second call while it is open does nothing. */
export function openHelp(): void {
  dialog ??= makeDialog();
  const box = dialog.querySelector('input');
  if (box) box.checked = readStored('single-keys') !== 'off';
  const settings = document.getElementById('reading-settings');
  if (settings?.matches(':popover-open')) settings.hidePopover();
  if (!dialog.open) dialog.showModal();
}

function makeDialog(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'help';
  made.setAttribute('aria-labelledby', 'help-title');
  const title = document.createElement('h2');
  title.id = 'help-title';
  title.textContent = readingWords().keys.title;
  const list = document.createElement('dl');
  list.className = 'keys';
  for (const [names, does] of listShortcuts()) {
    const term = document.createElement('dt');
    for (const name of names) {
      const key = document.createElement('kbd');
      key.textContent = name;
      term.append(key, ' ');
    }
    const meaning = document.createElement('dd');
    meaning.textContent = does;
    const row = document.createElement('div');
    row.append(term, meaning);
    list.append(row);
  }
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.addEventListener('change', () => writeStored('single-keys', box.checked ? null : 'off'));
  label.append(box, ` ${readingWords().keys.singleKeys}`);
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = readingWords().close;
  close.addEventListener('click', () => made.close());
  made.append(title, list, label, close);
  made.addEventListener('click', (event) => event.target === made && made.close());
  document.body.append(made);
  return made;
}

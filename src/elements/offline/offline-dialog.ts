/** The dialog that keeps the whole site on the device, tells what it takes, and takes it away again. */
import { offlineWords, readingWords } from '#words';
import { announce } from '../announce.ts';
import '../popup-styles.ts';
import { currentTask, startCopy } from './copy-task.ts';
import {
  type CopyFault,
  type CopyProgress,
  CopyTrouble,
  measureList,
  readKept,
  readList,
  removeCopy,
} from './keep-copy.ts';

// One module for the page to ask for: whoever has a copy also has what keeps it like the site.
export { followCopy } from './follow-copy.ts';

let dialog: HTMLDialogElement | null = null;

/** Opens the dialog over the page. */
export function openOffline(): void {
  const words = offlineWords();
  const opener = document.activeElement;
  const settings = document.getElementById('reading-settings');
  if (settings?.matches(':popover-open')) settings.hidePopover();
  if (dialog?.open) return;
  dialog?.remove();
  const made = document.createElement('dialog');
  made.className = 'help offline';
  made.setAttribute('aria-labelledby', 'offline-title');
  const title = element('h2', words.title);
  title.id = 'offline-title';
  const body = document.createElement('div');
  body.className = 'offline-state';
  made.append(
    title,
    element('p', words.lead),
    body,
    button(readingWords().close, () => made.close()),
  );
  made.addEventListener('click', (event) => event.target === made && made.close());
  made.addEventListener(
    'close',
    () => opener instanceof HTMLElement && opener.focus({ preventScroll: true }),
  );
  document.body.append(made);
  dialog = made;
  made.showModal();
  void show(body);
}

/** Shows what is: a copy under way, a kept one, or what one would take. */
async function show(body: HTMLElement): Promise<void> {
  const words = offlineWords();
  const running = currentTask();
  if (running) return showProgress(body, running);
  body.replaceChildren(element('p', words.looking));
  try {
    const kept = await readKept();
    if (kept) {
      const day = new Date(kept.kept).toLocaleDateString('sv');
      body.replaceChildren(
        element('p', words.kept(kept.bytes, day)),
        makeRow(
          button(words.renew, () => void renew(body, kept.version, kept.hasExtras)),
          button(words.remove, () => void remove(body)),
        ),
      );
      return;
    }
    await offer(body);
  } catch (error) {
    fail(body, error);
  }
}

async function offer(body: HTMLElement): Promise<void> {
  const words = offlineWords();
  const list = await readList();
  const small = measureList(list, false);
  const whole = measureList(list, true);
  const { quota, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  const size = element('p', words.size(small.count, small.bytes));
  size.className = 'offline-size';
  const extras = document.createElement('input');
  extras.type = 'checkbox';
  extras.addEventListener('change', () => {
    const { count, bytes } = extras.checked ? whole : small;
    size.textContent = words.size(count, bytes);
  });
  const label = document.createElement('label');
  label.append(extras, ` ${words.extras(whole.bytes - small.bytes)}`);
  body.replaceChildren(
    size,
    ...(quota === undefined ? [] : [element('p', words.room(quota - usage))]),
    ...(whole.bytes > small.bytes ? [label] : []),
    makeRow(button(words.keep, () => void showProgress(body, startCopy(extras.checked)))),
  );
}

async function showProgress(body: HTMLElement, task: ReturnType<typeof startCopy>): Promise<void> {
  const words = offlineWords();
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', words.title);
  const text = element('p', words.looking);
  let isStopped = false;
  body.replaceChildren(
    bar,
    text,
    makeRow(
      button(words.stop, () => {
        isStopped = true;
        task.stop();
      }),
    ),
  );
  task.watch(({ done, all }: CopyProgress) => {
    bar.max = all;
    bar.value = done;
    text.textContent = words.progress(done, all);
  });
  try {
    await task.done;
    announce(words.done);
    await show(body);
  } catch (error) {
    if (!isStopped) return fail(body, error);
    // A copy that was there before stays.
    if (!(await readKept().catch(() => null))) await removeCopy().catch(() => 0);
    announce(words.stopped);
    await show(body);
  }
}

async function renew(body: HTMLElement, version: string, hasExtras: boolean): Promise<void> {
  const words = offlineWords();
  try {
    if ((await readList()).version === version) announce(words.upToDate);
    else await showProgress(body, startCopy(hasExtras));
  } catch (error) {
    fail(body, error);
  }
}

async function remove(body: HTMLElement): Promise<void> {
  try {
    announce(offlineWords().removed(await removeCopy()));
    await show(body);
  } catch (error) {
    fail(body, error);
  }
}

/** Says why not, with a way to try again. */
function fail(body: HTMLElement, error: unknown): void {
  const words = offlineWords();
  const fault: CopyFault = error instanceof CopyTrouble ? error.fault : 'blocked';
  const text = element('p', words.faults[fault]);
  text.className = 'offline-fault';
  text.setAttribute('role', 'alert');
  const isFinal = fault === 'insecure' || fault === 'unlisted';
  body.replaceChildren(text, ...(isFinal ? [] : [makeRow(button(words.again, () => void show(body)))]));
}

function makeRow(...buttons: HTMLElement[]): HTMLElement {
  const row = document.createElement('p');
  row.className = 'offline-row';
  row.append(...buttons);
  return row;
}

function element(name: 'p' | 'h2', text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(text: string, does: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', does);
  return made;
}

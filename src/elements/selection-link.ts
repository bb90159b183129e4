/** A sentence that is selected in a note's text can be taken along as a link that finds it again. */
import { readingWords } from '#words';
import './popup-styles.ts';
import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';
import { placePopup } from './place-popup.ts';
import { textFragment } from './text-fragment.ts';

let button: HTMLButtonElement | null = null;

/** Offers a link to the sentence under the selection; it goes when the selection does. */
export function offerLink(): void {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const text = selection?.toString().trim() ?? '';
  const end = range && elementOf(range.endContainer);
  const prose = end?.closest('article .prose');
  if (
    !range ||
    !end ||
    !prose ||
    text.length < 4 ||
    text.length > 2000 ||
    !prose.contains(range.startContainer)
  )
    return hide();
  const address = addressOf(range, prose);
  button ??= makeButton();
  button.onclick = async () => {
    announce(
      (await copyText(address + textFragment(text)))
        ? readingWords().sentence.copied
        : readingWords().copyFailed,
    );
    hide();
  };
  // Inside the block that was selected in, so that the Tab key comes to it next.
  (end.closest('p, li, td, th, dd, h2, h3, h4, blockquote') ?? prose).append(button);
  button.showPopover();
  const lines = range.getClientRects();
  placePopup(button, lines[lines.length - 1] ?? range.getBoundingClientRect(), 10);
}

function makeButton(): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'popup popup-action';
  made.popover = 'manual';
  made.textContent = readingWords().sentence.copy;
  // Pressing it must not clear what is selected.
  made.addEventListener('pointerdown', (event) => event.preventDefault());
  document.addEventListener('selectionchange', () => {
    if (getSelection()?.isCollapsed !== false && document.activeElement !== made) hide();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  return made;
}

function hide(): void {
  button?.remove();
}

/** The absolute address of the section that the selection starts in: on the note's page, for a share page would lose the sentence. */
function addressOf(range: Range, prose: Element): string {
  let found: string | undefined;
  for (const copy of prose.querySelectorAll<HTMLElement>('.section-heading > [data-copy-section]')) {
    if (range.comparePoint(copy, 0) > 0) break;
    found = copy.dataset['copySection'] ?? found;
  }
  const page =
    document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ??
    location.href.split('#')[0] ??
    '';
  return `${page}#${found ? encodeURIComponent(found) : ''}`;
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

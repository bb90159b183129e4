/** The dialog that shows one diagram large, and beside it, when asked, its source to be changed. */
import { readingWords } from '#words';
import { leastLetter, readLeastLetter } from '../diagrams/drawing-room.ts';
import rules from '../styles/diagram-viewer.css?inline';
import type { DiagramEditor } from './diagram-editor.ts';
import { copyDrawing, drawingSize } from './copy-drawing.ts';
import { findShown, readSource } from './diagram-source.ts';
import { PanZoom } from './pan-zoom.ts';
import { adoptStyles } from './adopt-styles.ts';

adoptStyles(rules);

/** Sources that readers have changed, as long as the page stays. */
const drafts = new WeakMap<Element, string>();

let current: HTMLDialogElement | null = null;

/**
 * Opens the dialog for a `<mermaid-diagram>`; `opener` gets the focus back.
 * @param options.code a source that came with the address, instead of the note's own
 * @param options.at the place on screen that was tapped: the dialog opens there
 */
export function openViewer(
  diagram: HTMLElement,
  opener: HTMLElement,
  isEditing: boolean,
  { code, at }: { code?: string; at?: DOMPoint } = {},
): void {
  if (current) return;
  const words = readingWords().figures;
  const figure = diagram.closest('figure');
  if (!figure) return;
  const title = figure.querySelector('.figure-title')?.textContent?.trim() || words.untitled;
  const dialog = document.createElement('dialog');
  current = dialog;
  dialog.className = 'diagram-viewer';
  dialog.ariaLabel = title;
  dialog.innerHTML = `
    <header class="viewer-head">
      <h2></h2>
      <button type="button" data-do="edit" aria-expanded="false">${words.edit}</button>
      <button type="button" data-do="menu" class="is-square" aria-label="${words.menu}" title="${words.menu}" aria-haspopup="menu" aria-expanded="false">···</button>
      <button type="button" data-do="close" class="is-square" aria-label="${readingWords().close}" title="${words.closeKey}">✕</button>
    </header>
    <div class="viewer-body">
      <div class="viewer-stage" tabindex="0" role="group"></div>
      <div class="viewer-zoom" role="group" aria-label="${words.zoom}">
        <button type="button" data-do="out" class="is-square" aria-label="${words.zoomOut}" title="${words.zoomOut} (−)">−</button>
        <output aria-label="${words.scale}"></output>
        <button type="button" data-do="in" class="is-square" aria-label="${words.zoomIn}" title="${words.zoomIn} (+)">+</button>
        <button type="button" data-do="fit" title="${words.fitKey}">${words.fit}</button>
        <button type="button" data-do="actual" aria-label="${words.actual}" title="${words.actualKey}">1:1</button>
      </div>
    </div>`;
  const find = <Found extends HTMLElement>(selector: string) =>
    dialog.querySelector<Found>(selector) as Found;
  find('h2').textContent = title;
  const stage = find('.viewer-stage');
  stage.ariaLabel = words.stage(title);
  const output = find<HTMLOutputElement>('output');
  const view = new PanZoom(stage, (scale) => (output.value = `${Math.round(scale * 100)}%`));
  const show = (svg: SVGSVGElement, width: number, height: number, focus: DOMPoint | null = null): void =>
    view.show(svg, width, height, leastLetter / readLeastLetter(svg.outerHTML), focus);
  let editor: DiagramEditor | null = null;

  const edit = async (): Promise<void> => {
    if (editor) return editor.focus();
    const { DiagramEditor: Editor } = await import('./diagram-editor.ts');
    if (!dialog.open) return;
    editor = new Editor(diagram, {
      code: code ?? drafts.get(diagram) ?? null,
      shared: code !== undefined,
      original: () => findShown(figure),
      show,
      keep: (draft) => (draft === null ? drafts.delete(diagram) : drafts.set(diagram, draft)),
    });
    find('.viewer-body').append(editor.pane);
    dialog.classList.add('is-editing');
    find('[data-do="edit"]').ariaExpanded = 'true';
    editor.start();
  };
  const actions: Record<string, (button: HTMLElement) => void> = {
    edit: () => void edit(),
    menu: (button) =>
      void import('./diagram-menu.ts').then(({ openDialogMenu }) =>
        openDialogMenu(button, {
          svg: () => stage.querySelector('svg'),
          code: editor?.code ?? readSource(diagram),
          title,
        }),
      ),
    close: () => dialog.close(),
    in: () => view.zoomBy(1.25),
    out: () => view.zoomBy(0.8),
    fit: () => view.fit(),
    actual: () => view.showActual(),
  };
  dialog.addEventListener('click', (event) => {
    const target = event.target as Element;
    const button = target.closest<HTMLElement>('[data-do]');
    if (button) actions[button.dataset['do'] ?? '']?.(button);
    // A link to a place on this page would lead behind the dialog.
    const link = target.closest('svg a');
    if (link && !event.defaultPrevented && isHere(link)) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Tab' && !event.defaultPrevented) keepFocus(dialog, event);
    const isTyping = event.target instanceof HTMLTextAreaElement;
    if (
      isTyping ||
      event.isComposing ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.defaultPrevented
    )
      return;
    if ((event.target as Element).closest('[popover]')) return;
    if (view.takeKey(event.key)) event.preventDefault();
  });
  const leave = stayAboveKeyboard(dialog);
  dialog.addEventListener('close', () => {
    leave();
    editor?.stop();
    dialog.remove();
    current = null;
    if (location.hash.startsWith('#diagram='))
      history.replaceState(history.state, '', location.pathname + location.search);
    if (opener.isConnected) opener.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  const drawn = at ? findShown(figure) : chooseDrawing(figure, stage);
  if (drawn) show(copyDrawing(drawn), ...drawingSize(drawn), findFocus(drawn, at));
  stage.focus({ preventScroll: true });
  if (isEditing || !drawn || code !== undefined) void edit();
}

/**
 * A phone's keyboard covers the page without making it smaller: the dialog ends above it, so that what is typed and its
 * drawing are both seen. Not while the page itself is zoomed. Returns what ends it.
 */
function stayAboveKeyboard(dialog: HTMLDialogElement): () => void {
  const view = window.visualViewport;
  const follow = (): void => {
    const isCovered = view !== null && view.scale < 1.01 && view.height < window.innerHeight - 1;
    dialog.style.blockSize = isCovered ? `${view.height}px` : '';
    dialog.style.insetBlockStart = isCovered ? `${view.offsetTop}px` : '';
  };
  view?.addEventListener('resize', follow);
  view?.addEventListener('scroll', follow);
  return () => {
    view?.removeEventListener('resize', follow);
    view?.removeEventListener('scroll', follow);
  };
}

/** The form that the page shows, or the other one where only that can be read whole on this stage. */
function chooseDrawing(figure: Element, stage: HTMLElement): SVGSVGElement | null {
  const shown = findShown(figure);
  const forms = [...figure.querySelectorAll<SVGSVGElement>('.diagram-frame > svg, .diagram-narrow > svg')];
  if (!shown || forms.length < 2) return shown;
  const scale = (form: SVGSVGElement): number => {
    const [width, height] = drawingSize(form);
    return Math.min(stage.clientWidth / width, stage.clientHeight / height);
  };
  const isReadable = (form: SVGSVGElement): boolean =>
    scale(form) * readLeastLetter(form.outerHTML) >= leastLetter;
  return isReadable(shown) ? shown : (forms.find(isReadable) ?? shown);
}

/** Where to look first, in px of the drawing: where it was tapped, or at the first word that a search led to. */
function findFocus(drawn: SVGSVGElement, at: DOMPoint | undefined): DOMPoint | null {
  const found = drawn.querySelector('.found')?.getBoundingClientRect();
  const place = at ?? (found && new DOMPoint(found.x + found.width / 2, found.y + found.height / 2));
  const box = drawn.getBoundingClientRect();
  if (!place || box.width === 0) return null;
  const [width, height] = drawingSize(drawn);
  return new DOMPoint(((place.x - box.x) / box.width) * width, ((place.y - box.y) / box.height) * height);
}

function isHere(link: Element): boolean {
  const url = new URL(link.getAttribute('href') ?? '', location.href);
  return url.pathname === location.pathname && url.hash !== '';
}

/** Tab goes round inside the dialog. */
function keepFocus(dialog: HTMLElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>('button, textarea, [tabindex="0"], a[href]')].filter(
    (element) => element.checkVisibility(),
  );
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

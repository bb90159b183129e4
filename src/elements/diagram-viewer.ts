/** The dialog that shows one diagram large, and beside it, when asked, its source to be changed. */
import rules from '../styles/diagram-viewer.css?inline';
import type { DiagramEditor } from './diagram-editor.ts';
import { copyDrawing, drawingSize } from './copy-drawing.ts';
import { readSource } from './diagram-source.ts';
import { PanZoom } from './pan-zoom.ts';
import { adoptStyles } from './adopt-styles.ts';

adoptStyles(rules);

/** Sources that readers have changed, as long as the page stays. */
const drafts = new WeakMap<Element, string>();

let current: HTMLDialogElement | null = null;

/**
 * Opens the dialog for a `<mermaid-diagram>`; `opener` gets the focus back.
 * @param code a source that came with the address, instead of the note's own
 */
export function openViewer(
  diagram: HTMLElement,
  opener: HTMLElement,
  isEditing: boolean,
  code?: string,
): void {
  if (current) return;
  const figure = diagram.closest('figure');
  if (!figure) return;
  const title = figure.querySelector('.figure-title')?.textContent?.trim() || '도식';
  const dialog = document.createElement('dialog');
  current = dialog;
  dialog.className = 'diagram-viewer';
  dialog.ariaLabel = title;
  dialog.innerHTML = `
    <header class="viewer-head">
      <h2></h2>
      <button type="button" data-do="edit" aria-expanded="false">고쳐 보기</button>
      <button type="button" data-do="menu" class="is-square" aria-label="저장과 복사" title="저장과 복사" aria-haspopup="menu" aria-expanded="false">⋯</button>
      <button type="button" data-do="close" class="is-square" aria-label="닫기" title="닫기 (Esc)">✕</button>
    </header>
    <div class="viewer-body">
      <div class="viewer-stage" tabindex="0" role="group"></div>
      <div class="viewer-zoom" role="group" aria-label="크기">
        <button type="button" data-do="out" class="is-square" aria-label="축소" title="축소 (−)">−</button>
        <output aria-label="배율"></output>
        <button type="button" data-do="in" class="is-square" aria-label="확대" title="확대 (+)">+</button>
        <button type="button" data-do="fit" title="화면에 맞춤 (0)">맞춤</button>
        <button type="button" data-do="actual" aria-label="원래 크기 1:1" title="원래 크기 (1)">1:1</button>
      </div>
    </div>`;
  const find = <Found extends HTMLElement>(selector: string) =>
    dialog.querySelector<Found>(selector) as Found;
  find('h2').textContent = title;
  const stage = find('.viewer-stage');
  stage.ariaLabel = `${title}: 화살표로 옮기고 +, −, 0으로 크기를 바꿉니다`;
  const output = find<HTMLOutputElement>('output');
  const view = new PanZoom(stage, (scale) => (output.value = `${Math.round(scale * 100)}%`));
  let editor: DiagramEditor | null = null;

  const edit = async (): Promise<void> => {
    if (editor) return editor.focus();
    const { DiagramEditor: Editor } = await import('./diagram-editor.ts');
    if (!dialog.open) return;
    editor = new Editor(diagram, {
      code: code ?? drafts.get(diagram) ?? null,
      show: (svg, width, height) => view.show(svg, width, height),
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
  dialog.addEventListener('close', () => {
    editor?.stop();
    dialog.remove();
    current = null;
    if (location.hash.startsWith('#diagram='))
      history.replaceState(history.state, '', location.pathname + location.search);
    if (opener.isConnected) opener.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  const drawn = chooseDrawing(figure, stage);
  if (drawn) view.show(copyDrawing(drawn), ...drawingSize(drawn));
  stage.focus({ preventScroll: true });
  if (isEditing || !drawn || code !== undefined) void edit();
}

/** Of the two layouts of a figure, the one that is larger on this stage. */
function chooseDrawing(figure: Element, stage: HTMLElement): SVGSVGElement | null {
  const drawings = [...figure.querySelectorAll<SVGSVGElement>('.diagram-frame > svg, .diagram-narrow > svg')];
  const rate = (svg: SVGSVGElement): number => {
    const [width, height] = drawingSize(svg);
    return Math.min(stage.clientWidth / width, stage.clientHeight / height);
  };
  return drawings.sort((a, b) => rate(b) - rate(a))[0] ?? null;
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

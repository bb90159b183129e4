/** The source of a diagram beside its drawing: it is drawn again as one types. Nothing is sent anywhere. */
import { readingWords } from '#words';
import { normaliseCode, type Drawing } from '../diagrams/drawing.ts';
import { readRoom } from '../diagrams/drawing-room.ts';
import { packSource } from '../diagrams/share-source.ts';
import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';
import { copyDrawing, drawingSize } from './copy-drawing.ts';
import { nameFigure, readSource } from './diagram-source.ts';
import { readLinks } from './draw-undrawn.ts';

/** After the last key, in ms. */
const pause = 250;
/** Longer sources are not even put into the field. */
const longest = 100_000;

export interface EditorHost {
  /** The source to start with; null for the note's own. */
  code: string | null;
  /** The source came with the address, from somebody else. */
  shared: boolean;
  /** The note's own drawing. */
  original: () => SVGSVGElement | null;
  show: (svg: SVGSVGElement, width: number, height: number) => void;
  /** Is told the changed source, null where it is the note's own again. */
  keep: (draft: string | null) => void;
}

export class DiagramEditor {
  readonly pane = document.createElement('section');
  readonly #diagram: HTMLElement;
  readonly #host: EditorHost;
  readonly #original: string;
  readonly #field: HTMLTextAreaElement;
  readonly #numbers: HTMLElement;
  readonly #state: HTMLElement;
  #timer = 0;
  #turn = 0;
  #leavesByTab = false;

  constructor(diagram: HTMLElement, host: EditorHost) {
    this.#diagram = diagram;
    this.#host = host;
    this.#original = readSource(diagram).replace(/\n$/, '');
    this.pane.className = 'editor';
    const words = readingWords().figures;
    this.pane.ariaLabel = words.source;
    this.pane.innerHTML = `
      <div class="editor-shared" role="group" aria-label="${words.shared}" hidden>
        <p>${words.shared}</p>
        <button type="button" data-edit="shared" aria-pressed="true">${words.showShared}</button>
        <button type="button" data-edit="own" aria-pressed="false">${words.showOwn}</button>
      </div>
      <div class="editor-source">
        <pre class="editor-numbers" aria-hidden="true"></pre>
        <textarea aria-label="${words.sourceField}" aria-describedby="editor-state editor-help" wrap="off" spellcheck="false" autocapitalize="off" autocomplete="off"></textarea>
      </div>
      <p class="editor-state" id="editor-state" role="status"></p>
      <div class="editor-foot">
        <button type="button" data-edit="undo">${words.undo}</button>
        <button type="button" data-edit="share">${words.shareLink}</button>
        <p id="editor-help">${words.help}</p>
      </div>`;
    this.#field = this.pane.querySelector('textarea') as HTMLTextAreaElement;
    this.#numbers = this.pane.querySelector('.editor-numbers') as HTMLElement;
    this.#state = this.pane.querySelector('.editor-state') as HTMLElement;
    this.#field.value = host.code ?? this.#original;
    this.#field.addEventListener('input', () => this.#onInput());
    this.#field.addEventListener('scroll', () => (this.#numbers.scrollTop = this.#field.scrollTop));
    this.#field.addEventListener('keydown', (event) => this.#onKey(event));
    this.pane.addEventListener('click', (event) => {
      const action = (event.target as Element).closest<HTMLElement>('[data-edit]')?.dataset['edit'];
      if (action === 'undo') this.#revert();
      if (action === 'share') void this.#share();
      if (action === 'shared' || action === 'own') this.#choose(action === 'shared');
    });
    const bar = this.pane.querySelector<HTMLElement>('.editor-shared');
    if (bar) bar.hidden = !host.shared || !this.#isChanged();
  }

  get code(): string {
    return this.#field.value;
  }

  /** Numbers the lines and puts the caret into the source; draws when it is not the note's own. */
  start(): void {
    this.#number();
    this.focus();
    if (this.#isChanged() || !this.#diagram.querySelector('.diagram-frame > svg')) void this.#draw();
  }

  stop(): void {
    window.clearTimeout(this.#timer);
    this.#turn += 1;
  }

  focus(): void {
    this.#field.focus({ preventScroll: true });
    this.#field.setSelectionRange(0, 0);
  }

  #isChanged(): boolean {
    return normaliseCode(this.code) !== normaliseCode(this.#original);
  }

  #onInput(): void {
    this.#host.keep(this.#isChanged() ? this.code : null);
    this.#number();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#draw(), pause);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !this.#leavesByTab) {
      // The first Esc gives Tab back to the page, the second closes the dialog.
      event.preventDefault();
      this.#leavesByTab = true;
      announce(readingWords().figures.escaped);
      return;
    }
    if (event.key === 'Tab' && !event.shiftKey && !this.#leavesByTab) {
      event.preventDefault();
      // The one way of writing into a field that its own undo knows.
      document.execCommand('insertText', false, '  ');
      return;
    }
    if (event.key !== 'Shift') this.#leavesByTab = false;
  }

  /** Between what came with the link and what the note has; what the reader changed since then goes. */
  #choose(isShared: boolean): void {
    for (const button of this.pane.querySelectorAll<HTMLElement>('.editor-shared button'))
      button.ariaPressed = String((button.dataset['edit'] === 'shared') === isShared);
    this.#field.value = isShared ? (this.#host.code ?? this.#original) : this.#original;
    this.#onInput();
  }

  #revert(): void {
    this.#field.value = this.#original;
    this.#onInput();
    this.#field.focus();
  }

  async #share(): Promise<void> {
    const url = new URL(location.href);
    url.hash = packSource({ figure: nameFigure(this.#diagram), code: this.code });
    const { figures, copyFailed } = readingWords();
    announce((await copyText(url.href)) ? figures.linkCopied : copyFailed);
  }

  #number(problemLine = 0): void {
    const count = this.code.length > longest ? 1 : this.code.split('\n').length;
    const write = (from: number, to: number): string =>
      Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => `${from + index}\n`).join('');
    const mark = document.createElement('span');
    mark.className = 'is-problem';
    mark.textContent = write(problemLine, Math.min(problemLine, count));
    this.#numbers.replaceChildren(
      write(1, problemLine ? problemLine - 1 : count),
      ...(problemLine ? [mark, write(problemLine + 1, count)] : []),
    );
    this.#numbers.scrollTop = this.#field.scrollTop;
  }

  async #draw(): Promise<void> {
    const turn = (this.#turn += 1);
    const { code } = this;
    const words = readingWords().figures;
    if (code.length > longest) {
      this.#say(words.tooLong(code.length, longest));
      return;
    }
    const original = this.#isChanged() ? null : this.#host.original();
    if (original) {
      // The build's own drawing: nothing is loaded for it, and no layout differs.
      this.#say('');
      this.#host.show(copyDrawing(original), ...drawingSize(original));
      return;
    }
    this.pane.ariaBusy = 'true';
    const drawn = await import('./draw-diagram.ts')
      .then(({ drawDiagram }) => drawDiagram(code, readLinks(this.#diagram)))
      .catch(() => ({ problem: { line: 1, message: words.notLoaded } }));
    // Something newer is on its way.
    if (turn !== this.#turn) return;
    this.pane.ariaBusy = 'false';
    if ('problem' in drawn)
      return this.#say(words.problem(drawn.problem.line, drawn.problem.message), drawn.problem.line);
    this.#say('');
    this.#show(drawn.drawing);
  }

  /** An empty message means that all is well. */
  #say(message: string, line = 0): void {
    this.pane.ariaBusy = 'false';
    this.#state.textContent = message;
    this.#field.ariaInvalid = message ? 'true' : 'false';
    this.#number(line);
  }

  #show(drawing: Drawing): void {
    const place = document.createElement('div');
    const isNarrow = window.innerWidth < readRoom(drawing) && drawing.narrow !== undefined;
    const { svg, width, height } = isNarrow && drawing.narrow ? drawing.narrow : drawing;
    place.innerHTML = svg.replace(/\bd[\da-f]{8}(?=-)/g, '$&-z');
    const element = place.querySelector('svg');
    if (!element) return;
    if (!element.hasAttribute('aria-labelledby'))
      element.setAttribute('aria-label', readingWords().figures.edited);
    this.#host.show(element, width, height);
  }
}

/** A drawing on a stage that is moved and scaled by wheel, pinch, drag, keys and calls. */

const largest = 8;
/** Space (px) around a drawing that fits. */
const margin = 24;
/** A press that moves less than this (px) is a press, not a drag. */
const dragThreshold = 4;
const doubleTap = { time: 320, distance: 28 };

interface Point {
  x: number;
  y: number;
}

export class PanZoom {
  readonly #stage: HTMLElement;
  readonly #onChange: (scale: number) => void;
  #drawing: SVGSVGElement | null = null;
  #size = { width: 1, height: 1 };
  /** The scale below which letters could not be read. */
  #readable = 0;
  /** Where to look first, in the drawing's px; its beginning unless said. */
  #focus: Point | null = null;
  #scale = 1;
  #at: Point = { x: 0, y: 0 };
  #isFitted = true;
  readonly #pointers = new Map<number, Point>();
  #isDragging = false;
  #lastTap: (Point & { time: number }) | null = null;

  /** @param onChange is told the scale after every change */
  constructor(stage: HTMLElement, onChange: (scale: number) => void) {
    this.#stage = stage;
    this.#onChange = onChange;
    stage.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
    stage.addEventListener('pointerdown', (event) => this.#onDown(event));
    stage.addEventListener('pointermove', (event) => this.#onMove(event));
    for (const type of ['pointerup', 'pointercancel'] as const)
      stage.addEventListener(type, (event) => this.#onUp(event));
    // A drag that ends on a link must not follow it, and a link must not be dragged off itself.
    stage.addEventListener('click', (event) => this.#isDragging && event.preventDefault(), true);
    stage.addEventListener('dragstart', (event) => event.preventDefault());
    stage.addEventListener('focusin', (event) => this.#reveal(event.target));
    new ResizeObserver(() => (this.#isFitted ? this.fit() : this.#apply())).observe(stage);
  }

  /**
   * Puts a drawing on the stage; the view stays where the reader has chosen one.
   * @param readable the least scale at which its letters can be read
   * @param focus the place to look at first where not all of it can be seen so, in px of the drawing
   */
  show(
    drawing: SVGSVGElement,
    width: number,
    height: number,
    readable = 0,
    focus: Point | null = null,
  ): void {
    this.#drawing = drawing;
    this.#size = { width, height };
    this.#readable = readable;
    this.#focus = focus;
    this.#stage.replaceChildren(drawing);
    if (this.#isFitted) this.fit();
    else this.#apply();
  }

  /** The whole drawing, as large as it fits; where that is too small to be read, the part that was asked for. */
  fit(): void {
    const { clientWidth, clientHeight } = this.#stage;
    this.#scale = this.#fitScale();
    const place = (stage: number, size: number, focus: number | undefined): number => {
      const length = size * this.#scale;
      if (length <= stage) return (stage - length) / 2;
      if (focus === undefined) return margin;
      return Math.max(stage - margin - length, Math.min(margin, stage / 2 - focus * this.#scale));
    };
    this.#at = {
      x: place(clientWidth, this.#size.width, this.#focus?.x),
      y: place(clientHeight, this.#size.height, this.#focus?.y),
    };
    this.#apply();
    this.#isFitted = true;
  }

  /** One unit of the drawing is one pixel: its text is as large as the page's. */
  showActual(): void {
    this.zoomTo(1);
  }

  /** Scales about a point of the stage, its middle unless said. */
  zoomTo(scale: number, about: Point = this.#middle()): void {
    const least = Math.min(this.#wholeScale(), 1) / 2;
    const next = Math.max(least, Math.min(largest, scale));
    const ratio = next / this.#scale;
    this.#scale = next;
    this.#at = { x: about.x - (about.x - this.#at.x) * ratio, y: about.y - (about.y - this.#at.y) * ratio };
    this.#isFitted = false;
    this.#apply();
  }

  zoomBy(factor: number, about?: Point): void {
    this.zoomTo(this.#scale * factor, about);
  }

  panBy(x: number, y: number): void {
    this.#at = { x: this.#at.x + x, y: this.#at.y + y };
    this.#isFitted = false;
    this.#apply();
  }

  /** Arrows, `+`, `-`, `0` (fit), `1` (actual size). True when the key was one of them. */
  takeKey(key: string): boolean {
    const step = 60;
    const actions: Record<string, () => void> = {
      ArrowLeft: () => this.panBy(step, 0),
      ArrowRight: () => this.panBy(-step, 0),
      ArrowUp: () => this.panBy(0, step),
      ArrowDown: () => this.panBy(0, -step),
      '+': () => this.zoomBy(1.25),
      '=': () => this.zoomBy(1.25),
      '-': () => this.zoomBy(0.8),
      '0': () => this.fit(),
      '1': () => this.showActual(),
    };
    const action = actions[key];
    action?.();
    return action !== undefined;
  }

  #fitScale(): number {
    return Math.max(this.#wholeScale(), this.#readable);
  }

  /** The scale at which all of the drawing is on the stage. */
  #wholeScale(): number {
    const { clientWidth, clientHeight } = this.#stage;
    const wide = (clientWidth - 2 * margin) / this.#size.width;
    const high = (clientHeight - 2 * margin) / this.#size.height;
    return Math.max(0.05, Math.min(wide, high, 2.5));
  }

  #middle(): Point {
    return { x: this.#stage.clientWidth / 2, y: this.#stage.clientHeight / 2 };
  }

  /** A part of the drawing always stays on the stage. */
  #apply(): void {
    const { clientWidth, clientHeight } = this.#stage;
    const width = this.#size.width * this.#scale;
    const height = this.#size.height * this.#scale;
    const keep = 64;
    this.#at.x = Math.max(keep - width, Math.min(clientWidth - keep, this.#at.x));
    this.#at.y = Math.max(keep - height, Math.min(clientHeight - keep, this.#at.y));
    if (this.#drawing) {
      // A size instead of a scale keeps text and lines sharp in every browser.
      this.#drawing.style.inlineSize = `${width}px`;
      this.#drawing.style.blockSize = `${height}px`;
      this.#drawing.style.transform = `translate(${this.#at.x}px, ${this.#at.y}px)`;
    }
    this.#onChange(this.#scale);
  }

  #place(event: MouseEvent): Point {
    const box = this.#stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  #onWheel(event: WheelEvent): void {
    event.preventDefault();
    if (event.shiftKey) return this.panBy(-(event.deltaX || event.deltaY), 0);
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
    // A pinch on a trackpad comes as a wheel with Ctrl and small steps.
    const speed = event.ctrlKey && Math.abs(pixels) < 40 ? 0.01 : 0.0016;
    this.zoomBy(Math.exp(-Math.max(-240, Math.min(240, pixels)) * speed), this.#place(event));
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#isDragging = false;
    this.#pointers.set(event.pointerId, this.#place(event));
  }

  #onMove(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = this.#place(event);
    const [other] = [...this.#pointers].flatMap(([id, point]) => (id === event.pointerId ? [] : [point]));
    if (!this.#isDragging && !other && distance(before, now) < dragThreshold) return;
    if (!this.#isDragging) {
      this.#isDragging = true;
      // Not at the press: a captured press would never reach a link.
      this.#stage.setPointerCapture(event.pointerId);
    }
    if (other) this.zoomBy(distance(now, other) / Math.max(1, distance(before, other)), other);
    this.panBy((now.x - before.x) / (other ? 2 : 1), (now.y - before.y) / (other ? 2 : 1));
    this.#pointers.set(event.pointerId, now);
  }

  #onUp(event: PointerEvent): void {
    if (!this.#pointers.delete(event.pointerId) || this.#isDragging || event.type !== 'pointerup') return;
    const isLink = event.target instanceof Element && event.target.closest('a') !== null;
    const tap = { ...this.#place(event), time: event.timeStamp };
    const last = this.#lastTap;
    this.#lastTap = isLink ? null : tap;
    if (isLink || !last || tap.time - last.time > doubleTap.time || distance(tap, last) > doubleTap.distance)
      return;
    this.#lastTap = null;
    if (this.#scale > this.#fitScale() * 2.5) this.fit();
    else this.zoomBy(2, tap);
  }

  /** A link that the keyboard reaches comes into view by moving the drawing, not by scrolling the stage. */
  #reveal(target: EventTarget | null): void {
    this.#stage.scrollTo(0, 0);
    if (!(target instanceof Element) || target === this.#stage || !target.matches(':focus-visible')) return;
    const stage = this.#stage.getBoundingClientRect();
    const box = target.getBoundingClientRect();
    const edge = 16;
    const x = Math.max(0, stage.left + edge - box.left) - Math.max(0, box.right + edge - stage.right);
    const y = Math.max(0, stage.top + edge - box.top) - Math.max(0, box.bottom + edge - stage.bottom);
    if (x || y) this.panBy(x, y);
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

import { breakWord } from '../break-words.ts';
import { createElement, type SvgNode } from '../svg-tree.ts';

/** How wide a text is in px, in the font that readers get. */
export type Measure = (text: string, size: number, weight: number) => number;

/** A drawing of our own hand: what is painted, and the plane that it takes, in px. */
export interface Form {
  children: SvgNode[];
  width: number;
  height: number;
}

export interface TextStyle {
  size?: number;
  weight?: 400 | 600;
  /** A name of the palette. */
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  /** The colour of what the text stands on, painted between it and lines that pass below. */
  ground?: string | undefined;
}

/** The size of labels, and of what stands beside them, in px. */
export const labelSize = 15;
export const smallSize = 13;
const leading = 1.4;

/** Collects what is painted on a plane of a given width. */
export class Sheet {
  readonly width: number;
  readonly measure: Measure;
  children: SvgNode[] = [];
  /** How far what is painted reaches to the right. */
  #reach = 0;

  get reach(): number {
    return this.#reach;
  }

  constructor(width: number, measure: Measure) {
    this.width = width;
    this.measure = measure;
  }

  /** A text's lines, none wider than `width`: broken at spaces, and inside a word only where it is wider alone. */
  wrap(text: string, width: number, { size = labelSize, weight = 400 }: TextStyle = {}): string[] {
    const fits = (line: string): boolean => this.measure(line, size, weight) <= width;
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(/\s+/).filter(Boolean)) {
      const longer = line ? `${line} ${word}` : word;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line) lines.push(line);
      const pieces = breakWord(word, fits);
      line = pieces.pop() ?? '';
      lines.push(...pieces);
    }
    if (line) lines.push(line);
    return lines.length > 0 ? lines : [''];
  }

  /** Sets lines below `top`; returns where the next thing may begin. */
  text(x: number, top: number, lines: readonly string[], style: TextStyle = {}): number {
    const { size = labelSize, weight = 400, fill, anchor = 'start', ground } = style;
    const at = lines
      .map((line, index) => ({ line, y: top + size * (1.08 + leading * index) }))
      .filter(({ line }) => line !== '');
    const long = Math.max(0, ...lines.map((line) => this.measure(line, size, weight)));
    this.#reach = Math.max(
      this.#reach,
      anchor === 'start' ? x + long : anchor === 'middle' ? x + long / 2 : x,
    );
    if (ground)
      for (const { line, y } of at) {
        const wide = this.measure(line, size, weight);
        const begin = x - (anchor === 'end' ? wide : anchor === 'middle' ? wide / 2 : 0);
        const left = Math.max(0, begin - 2);
        this.add('rect', {
          x: round(left),
          y: round(y - size * 0.88),
          width: round(Math.min(begin + wide + 2, this.width) - left),
          height: round(size * 1.12),
          fill: `var(--d-${ground})`,
        });
      }
    const shared = {
      'text-anchor': anchor === 'start' ? undefined : anchor,
      'font-size': size,
      'font-weight': weight === 400 ? undefined : weight,
      fill: fill ? `var(--d-${fill})` : undefined,
    };
    const [first] = at;
    if (first && at.length === 1)
      this.children.push(createElement('text', { x, y: first.y, ...shared }, [first.line]));
    else if (first)
      this.children.push(
        createElement(
          'text',
          shared,
          at.map(({ line, y }) => createElement('tspan', { x, y }, [line])),
        ),
      );
    return top + lines.length * size * leading;
  }

  add(name: string, attributes: Record<string, string | number | undefined>): void {
    this.children.push(createElement(name, attributes));
  }

  rect(x: number, y: number, width: number, height: number, paint: Paint, radius?: number): void {
    this.#reach = Math.max(this.#reach, x + width);
    this.add('rect', { x, y, width, height, rx: radius, ...readPaint(paint) });
  }

  /** What a pointer hits of a node that paints nothing there. */
  target(x: number, y: number, width: number, height: number): void {
    this.add('rect', {
      x,
      y: round(y),
      width: round(width),
      height: round(height),
      fill: 'none',
      'pointer-events': 'all',
    });
  }

  circle(cx: number, cy: number, r: number, paint: Paint): void {
    this.add('circle', { cx, cy, r, ...readPaint(paint) });
  }

  path(d: string, paint: Paint): void {
    this.add('path', { d, ...readPaint(paint) });
  }

  /** A line from point to point. */
  line(points: readonly (readonly [x: number, y: number])[], paint: Paint = { stroke: 'line' }): void {
    this.path(`M${points.map((point) => point.map(round).join(' ')).join('L')}`, paint);
  }

  /** A filled arrowhead whose tip is at a point. */
  arrow(x: number, y: number, towards: 'left' | 'right' | 'down' | 'up'): void {
    const [a, b] = {
      left: ['l7 -4v8z', ''],
      right: ['l-7 -4v8z', ''],
      down: ['l-4 -7h8z', ''],
      up: ['l-4 7h8z', ''],
    }[towards];
    this.path(`M${round(x)} ${round(y)}${a ?? ''}${b ?? ''}`, { fill: 'line' });
  }

  /** What `draw` paints becomes one node of the author's, with its classes; links are bound to it. */
  node(id: string | undefined, classes: readonly string[], draw: () => void): void {
    const outer = this.children;
    this.children = [];
    draw();
    const inner = this.children;
    this.children = outer;
    if (id === undefined) this.children.push(...inner);
    else this.children.push(createElement('g', { 'data-node': id, class: classes[0] }, inner));
  }

  finish(height: number): Form {
    return {
      children: this.children,
      width: Math.min(this.width, Math.ceil(this.#reach) + 1),
      height: Math.ceil(height),
    };
  }
}

interface Paint {
  /** Names of the palette. */
  fill?: string;
  stroke?: string;
  width?: number | undefined;
  dash?: string;
}

function readPaint({ fill, stroke, width, dash }: Paint): Record<string, string | number | undefined> {
  return {
    fill: fill ? `var(--d-${fill})` : 'none',
    stroke: stroke ? `var(--d-${stroke})` : 'none',
    'stroke-width': width,
    'stroke-dasharray': dash,
  };
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A title above a form, as Mermaid sets one; returns where the form begins. */
export function drawTitle(sheet: Sheet, title: string): number {
  if (!title) return 0;
  const style = { size: 16, weight: 600 } as const;
  return sheet.text(0, 0, sheet.wrap(title, sheet.width, style), style) + 12;
}

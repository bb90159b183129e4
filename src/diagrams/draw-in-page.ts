import type { Mermaid } from 'mermaid';
import { correctDrawing, layoutKinds } from './correct.ts';
import { drawingKey, normaliseCode, type Drawing } from './drawing.ts';
import { mostOnPhone, readLeastRoom, readRoom } from './drawing-room.ts';
import { finishSvg, type FinishedSvg } from './finish.ts';
import { drawFittingForm, drawOwnForms, formWidths } from './forms/draw-forms.ts';
import { measureForm } from './forms/measure-form.ts';
import type { Form } from './forms/sheet.ts';
import type { ParsedDiagram } from './graph.ts';
import { type Attempt, findFittingLayout, findLayout, type Layout } from './find-layout.ts';
import { measureFaults, measureWidth, readPieces, slideLabels } from './measure-faults.ts';
import { fontFamily } from './theme-variables.ts';
import { flattenSvg } from './flatten.ts';
import { readClassNames } from './semantic-classes.ts';
import { diagramFont, fitMermaidConfig, mermaidConfig } from './mermaid-config.ts';
import { prepareSource, readHeader, turnSideways, turnTopDown } from './prepare.ts';
import { withoutStyleElements, takeStyleRules } from './style-stand-in.ts';
import { dropBold, splitBold } from './protect-text.ts';
import { writeFlowchart } from './write-flowchart.ts';
import { createElement, isElement, type SvgElement, type SvgNode } from './svg-tree.ts';

/**
 * Draws a diagram with the page's Mermaid, or by our own hand: the one way of drawing, used by the build in its Chromium
 * and by the live editor. The font must be loaded. Throws what Mermaid throws. Calls must not overlap, because Mermaid
 * keeps its configuration in module state.
 */
export async function drawInPage(mermaid: Mermaid, code: string, options: DrawOptions): Promise<Drawing> {
  const parsed = keepKnownClasses(options.parsed, code);
  const id = `d${drawingKey(code).slice(0, 8)}`;
  const flowchart = parsed.type === 'c4' ? writeFlowchart(parsed) : null;
  const source = prepareSource(flowchart ?? normaliseCode(code));
  const own = drawOwnForms(parsed, measureText);
  if (own) {
    const faults = [own.wide, ...(own.narrow ? [own.narrow] : [])].flatMap((form) =>
      measureForm(form, measureText),
    );
    return {
      ...finishForm(own.wide, parsed, id),
      ...(own.narrow ? { narrow: pickPicture(finishForm(own.narrow, parsed, `${id}-v`)) } : {}),
      ...(faults.length > 0 ? { faults: faults.slice(0, 5) } : {}),
    };
  }
  if (options.isListed || isTooLargeToLayOut(parsed)) {
    const rows = drawFittingForm(parsed, formWidths.wide, measureText);
    const narrow = drawFittingForm(parsed, formWidths.narrow, measureText);
    if (rows && narrow)
      return {
        ...finishForm(rows, parsed, id),
        ...(rows.width > mostOnPhone ? { narrow: pickPicture(finishForm(narrow, parsed, `${id}-v`)) } : {}),
      };
  }
  const attempt =
    (suffix: string, most = Infinity) =>
    (layout: Layout): Promise<Attempt> => {
      const turn = layout.isSideways ? turnSideways : layout.isTurned ? turnTopDown : null;
      const turned = turn?.(source.code) ?? source.code;
      return renderOnce(mermaid, `${id}${suffix}`, turned, source.restoreMarked, layout, options, most);
    };
  const found = await findLayout(attempt(''), wideLayouts(parsed, source.code, options), columnRoom);
  const wide = { ...found, type: parsed.type };
  const fitting = (width: number, suffix: string): Drawing | null => {
    const form = drawFittingForm(parsed, width, measureText);
    return form ? finishForm(form, parsed, `${id}${suffix}`) : null;
  };
  const isWhole = wide.room <= columnRoom && wide.faults.length === 0;
  const replaced = isWhole ? null : fitting(formWidths.wide, '');
  const first: Drawing = {
    ...pickDrawing(replaced ?? wide),
    ...(wide.faults.length > 0 ? { faults: wide.faults.slice(0, 5) } : {}),
  };
  if (readRoom(first) <= mostOnPhone) return first;
  const narrow = isGraph(parsed)
    ? await findFittingLayout(attempt('-v', phoneRoom), narrowLayouts(parsed, options), phoneRoom)
    : null;
  const second = narrow ?? fitting(formWidths.narrow, '-v');
  return second ? { ...first, narrow: pickPicture(second) } : first;
}

/** Classes that the source defines itself have colours of their own, which forms of our own hand do not take. */
function keepKnownClasses(parsed: ParsedDiagram, code: string): ParsedDiagram {
  const known = readClassNames(code);
  const nodes = parsed.nodes.map((node) => ({
    ...node,
    classes: node.classes.filter((name) => known.has(name)),
  }));
  return { ...parsed, nodes };
}

/** Room (px) for a drawing in the widest text column, and on the narrowest phone. */
const columnRoom = 688;
const phoneRoom = 322;

function isGraph({ type, nodes }: ParsedDiagram): boolean {
  return isGraphKind(type) && nodes.length <= mostLaidOut;
}

function isGraphKind(type: string): boolean {
  return layoutKinds.test(type) || type === 'c4';
}

/** A layout would take longer than a drawing may, for a picture that fits no column and that nobody can follow. */
function isTooLargeToLayOut({ type, nodes, edges }: ParsedDiagram): boolean {
  return isGraphKind(type) && (nodes.length > mostLaidOut || edges.length > 2 * mostLaidOut);
}

/** Graphs with more nodes than this, or twice as many edges, are drawn as lists from the start. */
const mostLaidOut = 120;

function wideLayouts(parsed: ParsedDiagram, code: string, { isQuick }: DrawOptions): Layout[] {
  if (!isGraph(parsed) || isQuick) return [{}];
  const runsAcross = turnTopDown(code) !== null;
  const closeWrap = 160;
  return [
    {},
    // Between entities stand a name and a mark at either end; their boxes stand further apart from the start.
    { nodeSpacing: 60, rankSpacing: parsed.type === 'er' ? 96 : 76, mendsFaultsOnly: parsed.type !== 'er' },
    {
      nodeSpacing: 24,
      wrappingWidth: closeWrap,
      mendsFaultsOnly: runsAcross && parsed.groups.length === 0 && measureWidestLabel(parsed) <= closeWrap,
    },
    ...(runsAcross ? [{ isTurned: true }] : []),
    { layout: 'elk' },
    { layout: 'elk', nodeSpacing: 60, rankSpacing: 80, mendsFaultsOnly: parsed.type !== 'er' },
    ...(runsAcross
      ? [
          { isTurned: true, nodeSpacing: 24, wrappingWidth: 150 },
          { isTurned: true, layout: 'elk' as const, wrappingWidth: 160 },
        ]
      : []),
    ...(turnSideways(code)
      ? [
          { isSideways: true, nodeSpacing: 20, rankSpacing: 48, wrappingWidth: 150 },
          { isSideways: true, nodeSpacing: 16, rankSpacing: 40, wrappingWidth: 108 },
        ]
      : []),
  ];
}

function narrowLayouts(parsed: ParsedDiagram, { isQuick }: DrawOptions): Layout[] {
  const turned = { isTurned: true } as const;
  // Between classes stand a name and a number at either end.
  const rankSpacing = parsed.type.startsWith('class') ? 64 : parsed.type === 'er' ? 84 : 44;
  return [
    { ...turned, nodeSpacing: 24, rankSpacing, wrappingWidth: 150 },
    { ...turned, nodeSpacing: 16, rankSpacing, wrappingWidth: 112 },
    ...(isQuick || parsed.nodes.length > 24
      ? []
      : [
          {
            ...turned,
            nodeSpacing: 8,
            rankSpacing: parsed.type === 'er' ? rankSpacing : 40,
            wrappingWidth: 76,
            padding: 8,
          },
          {
            ...turned,
            nodeSpacing: 4,
            rankSpacing: parsed.type === 'er' ? rankSpacing : 36,
            wrappingWidth: 60,
            padding: 6,
          },
        ]),
  ];
}

function pickPicture({ svg, width, height }: Drawing): NonNullable<Drawing['narrow']> {
  return { svg, width, height };
}

function pickDrawing({ type, svg, width, height }: Drawing): Drawing {
  return { type, svg, width, height };
}

function finishForm({ children, width, height }: Form, parsed: ParsedDiagram, id: string): Drawing {
  const { accTitle, accDescription, type } = parsed;
  const finished = finishSvg(createElement('svg', {}, children), {
    id,
    type,
    box: { x: 0, y: 0, width, height },
    ...(accTitle ? { title: accTitle } : {}),
    ...(accDescription ? { description: accDescription } : {}),
  });
  return { type, ...finished };
}

let context: CanvasRenderingContext2D | null = null;

/** How wide a text is, in px. */
function measureText(text: string, size: number, weight: number): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * size;
  context.font = `${weight} ${size}px ${fontFamily}`;
  return context.measureText(text).width;
}

/** One layout. What needs more room than `most` is only measured: nobody will see it. */
async function renderOnce(
  mermaid: Mermaid,
  id: string,
  code: string,
  restore: (text: string) => string,
  layout: Layout,
  options: DrawOptions,
  most: number,
): Promise<Attempt> {
  mermaid.initialize(
    fitMermaidConfig(readHeader(code), {
      ...layout,
      wrappingWidth: chooseWrappingWidth(code, layout.wrappingWidth),
      hasFigures: /^[^\S\n]*(?:create\s+)?(?:actor\s|participant\s[^@\n]*@\{)/m.test(code),
    }),
  );
  const stage = document.createElement('div');
  stage.setAttribute('aria-hidden', 'true');
  stage.setAttribute(
    'style',
    `position:fixed;left:0;top:0;width:1200px;clip-path:inset(50%);pointer-events:none;text-align:start;white-space:normal;word-break:normal;letter-spacing:normal;visibility:visible;opacity:1;font:${diagramFont.size}px ${mermaidConfig.fontFamily};color:#1b1f28;line-height:1.5;z-index:-1`,
  );
  document.body.append(stage);
  const sheet = new CSSStyleSheet();
  try {
    const render = () => mermaid.render(id, code, stage);
    let { svg: markup, diagramType } = await (options.hasStylePolicy
      ? withoutStyleElements(render)
      : render());
    if (options.hasStylePolicy) {
      // The same rules as a constructed sheet, and once more from the start.
      sheet.replaceSync(takeStyleRules(markup).rules);
      document.adoptedStyleSheets.push(sheet);
      ({ svg: markup, diagramType } = await withoutStyleElements(render));
      markup = takeStyleRules(markup).rest;
    }
    stage.innerHTML = markup;
    const svg = stage.querySelector('svg');
    if (!svg) throw new Error('Mermaid returned no drawing');
    svg.style.maxWidth = 'none';
    const viewBox = svg.viewBox.baseVal;
    if (viewBox.width > 0) {
      svg.setAttribute('width', String(viewBox.width));
      svg.setAttribute('height', String(viewBox.height));
    }
    correctDrawing(svg, diagramType, code);
    const pieces = readPieces(svg);
    const leastRoom = readLeastRoom(measureWidth(pieces));
    if (leastRoom > most)
      return { type: diagramType, svg: '', width: 0, height: 0, faults: [], room: leastRoom };
    if (layoutKinds.test(diagramType)) slideLabels(pieces);
    const faults = measureFaults(svg, diagramType, pieces).map((fault) => ({
      ...fault,
      words: dropBold(restore(fault.words)),
    }));
    const flat = flattenSvg(svg, readClassNames(code));
    const title = dropBold(restore(flat.title));
    const description = dropBold(restore(flat.description));
    const finished: FinishedSvg = finishSvg(restoreText(flat.root, restore), {
      id,
      type: diagramType,
      box: flat.box,
      ...(title ? { title } : {}),
      ...(description ? { description } : {}),
    });
    return { type: diagramType, ...finished, faults, room: readRoom(finished) };
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    stage.remove();
  }
}

function restoreText(element: SvgElement, restore: (text: string) => string): SvgElement {
  return {
    ...element,
    children: element.children.flatMap((child): SvgNode[] =>
      isElement(child)
        ? [restoreText(child, restore)]
        : splitBold(decodeEntities(restore(child))).map(({ text, isBold }) =>
            isBold ? createElement('tspan', { 'font-weight': '600' }, [text]) : text,
          ),
    ),
  };
}

/** Mermaid leaves `#35;` in SVG labels as an entity that is shown as it stands. */
function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d{1,7});/g, (whole, code: string) =>
      Number(code) > 31 && Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole,
    )
    .replace(
      /&(quot|nbsp|amp|lt|gt);/g,
      (_, name: string) => ({ quot: '"', nbsp: '\u00a0', amp: '&', lt: '<', gt: '>' })[name] ?? '',
    );
}

/** How wide labels may be (px): as wanted, or more where one word of the source needs it. */
function chooseWrappingWidth(code: string, wanted = mermaidConfig.flowchart?.wrappingWidth ?? 200): number {
  return Math.max(wanted, Math.min(wanted < 200 ? 260 : 480, measureLongestWord(code) + 4));
}

function measureLongestWord(code: string): number {
  const words = new Set(code.split(/<br\s*\/?>|[\s"'`[\](){}|<>]+/));
  return Math.ceil(Math.max(0, ...[...words].map((word) => measureText(word, diagramFont.size, 600))));
}

/** The widest line (px) of any box or edge where nothing wraps it. */
function measureWidestLabel({ nodes, edges }: ParsedDiagram): number {
  const labels = [
    ...nodes.flatMap(({ label, details }) => [label, ...details]),
    ...edges.map(({ label }) => label),
  ];
  const lines = labels.flatMap((label) => label.split('\n'));
  return Math.max(0, ...lines.map((line) => measureText(line, diagramFont.size, 600)));
}

export interface DrawOptions {
  /** What the parser made of the source. */
  parsed: ParsedDiagram;
  /** The page's policy forbids style elements, so Mermaid's rules are applied in another way. */
  hasStylePolicy: boolean;
  /** While somebody types: no second layouts for what the first one gets wrong. */
  isQuick?: boolean;
  /** No layout was ready in time: what can be a list is one. */
  isListed?: boolean;
}

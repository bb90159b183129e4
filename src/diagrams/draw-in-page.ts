import type { Mermaid } from 'mermaid';
import { correctDrawing } from './correct.ts';
import { drawingKey, normaliseCode, type Drawing } from './drawing.ts';
import { finishSvg, type FinishedSvg } from './finish.ts';
import { flattenSvg } from './flatten.ts';
import { diagramFont, fitMermaidConfig, mermaidConfig } from './mermaid-config.ts';
import { prepareSource, readHeader, turnTopDown } from './prepare.ts';
import { withoutStyleElements, takeStyleRules } from './style-stand-in.ts';
import { dropBold, splitBold } from './protect-text.ts';
import { createElement, isElement, type SvgElement, type SvgNode } from './svg-tree.ts';

/** Flowcharts wider than this (px) are tried top-down for narrow screens. */
const wideFlowchart = 640;
/** A top-down drawing is kept when it is at most this wide, or clearly narrower than the first one. */
const narrowWidth = 420;

/**
 * Draws a diagram with the page's Mermaid: the one way of drawing, used by the build in its Chromium and by the live
 * editor. The font must be loaded. Throws what Mermaid throws. Calls must not overlap, because Mermaid keeps its
 * configuration in module state.
 */
export async function drawInPage(
  mermaid: Mermaid,
  code: string,
  options: DrawOptions = { hasStylePolicy: false },
): Promise<Drawing> {
  const id = `d${drawingKey(code).slice(0, 8)}`;
  const source = prepareSource(normaliseCode(code));
  const wide = await renderOnce(mermaid, id, source.code, source.restoreMarked, options);
  const turned = wide.width > wideFlowchart ? turnTopDown(source.code) : null;
  if (!turned) return wide;
  const tall = await renderOnce(mermaid, `${id}-v`, turned, source.restoreMarked, options);
  const { width, height } = tall;
  const isBetter = width <= wide.width * 0.75 && (width <= narrowWidth || width <= wide.width * 0.5);
  return isBetter ? { ...wide, narrow: { svg: tall.svg, width, height } } : wide;
}

async function renderOnce(
  mermaid: Mermaid,
  id: string,
  code: string,
  restore: (text: string) => string,
  options: DrawOptions,
): Promise<Drawing> {
  mermaid.initialize(fitMermaidConfig(readHeader(code), chooseWrappingWidth(code)));
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
    correctDrawing(svg, diagramType);
    const flat = flattenSvg(svg);
    const title = dropBold(restore(flat.title));
    const description = dropBold(restore(flat.description));
    const finished: FinishedSvg = finishSvg(restoreText(flat.root, restore), {
      id,
      type: diagramType,
      box: flat.box,
      ...(title ? { title } : {}),
      ...(description ? { description } : {}),
    });
    return { type: diagramType, ...finished };
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

/** How wide labels may be (px): the usual width, or more where one word of the source needs it. */
function chooseWrappingWidth(code: string): number {
  return Math.max(mermaidConfig.flowchart?.wrappingWidth ?? 200, Math.min(480, measureLongestWord(code) + 4));
}

function measureLongestWord(code: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return 0;
  context.font = `600 ${diagramFont.size}px "${diagramFont.family}"`;
  const words = new Set(code.split(/<br\s*\/?>|[\s"'`[\](){}|<>]+/));
  return Math.ceil(Math.max(0, ...[...words].map((word) => context.measureText(word).width)));
}

export interface DrawOptions {
  /** The page's policy forbids style elements, so Mermaid's rules are applied in another way. */
  hasStylePolicy: boolean;
}

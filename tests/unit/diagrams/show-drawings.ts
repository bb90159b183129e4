import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright';
import { findChromium } from '../../../src/build/chromium.ts';
import { diagramFont } from '../../../src/diagrams/mermaid-config.ts';

const read = (path: string): URL => new URL(`../../../${path}`, import.meta.url);

/** A page with the site's tokens, font and drawing styles that holds each drawing in a figure of its name. */
export async function showDrawings(
  drawings: ReadonlyMap<string, string>,
): Promise<{ browser: Browser; page: Page }> {
  const found = await findChromium();
  if (!found) throw new Error('these tests need a Chromium: set CHROMIUM or install the packages');
  const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args });
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  const font = readFileSync(
    read('node_modules/pretendard/dist/web/variable/woff2/PretendardVariable.woff2'),
  ).toString('base64');
  const css = ['src/styles/tokens.css', 'src/styles/diagram.css']
    .map((path) => readFileSync(read(path), 'utf8'))
    .join('\n');
  const figures = [...drawings].map(([name, svg]) => `<figure data-name="${name}">${svg}</figure>`).join('');
  await page.setContent(
    `<!doctype html><html data-theme="light"><style>@font-face{font-family:"${diagramFont.family}";font-weight:45 920;src:url(data:font/woff2;base64,${font})}${css}
     body{background:var(--raised)}figure{width:max-content}</style><body>${figures}</body></html>`,
  );
  await page.evaluate(async (family) => {
    await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 15px "${family}"`, '가A')));
  }, diagramFont.family);
  return { browser, page };
}

/** What is wrong with the labels on the page: too small, outside of the drawing, wider than their box, overlapping. */
export async function findLabelFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const area = (box: DOMRect): number => box.width * box.height;
    for (const svg of document.querySelectorAll<SVGSVGElement>('figure > svg')) {
      const name = svg.closest('figure')?.dataset['name'] ?? '';
      const frame = svg.getBoundingClientRect();
      const shapes = [...svg.querySelectorAll<SVGGeometryElement>('rect,path,circle,ellipse')]
        .filter(
          (shape) =>
            !shape.closest('defs') && !shape.matches('.v,.k,.e') && getComputedStyle(shape).fill !== 'none',
        )
        .map((shape) => ({ shape, box: shape.getBoundingClientRect() }));
      const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim() !== '');
      for (const text of texts) {
        const box = text.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const words = `${name}: ${text.textContent}`;
        if (parseFloat(getComputedStyle(text).fontSize) < 12) faults.push(`${words} is too small`);
        if (
          box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 4 ||
          box.bottom > frame.bottom + 4
        )
          faults.push(`${words} is outside`);
        if (text.closest('[transform*="rotate"]')) continue;
        const ground = shapes
          .filter(
            ({ shape, box: outer }) =>
              x > outer.left &&
              x < outer.right &&
              y > outer.top &&
              y < outer.bottom &&
              shape.isPointInFill(new DOMPoint(x, y).matrixTransform(shape.getScreenCTM()?.inverse())),
          )
          .sort((a, b) => area(a.box) - area(b.box))[0];
        // Rows and weekends of a schedule lie behind all of it; a label may run across them.
        const isBackdrop = name === 'gantt' && (!ground || ground.box.height > 40 || ground.box.width > 600);
        if (ground && !isBackdrop && (box.left < ground.box.left - 1 || box.right > ground.box.right + 1))
          faults.push(`${words} is wider than its box`);
        for (const other of texts) {
          if (
            other === text ||
            other.closest('[transform*="rotate"]') ||
            !(text.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING)
          )
            continue;
          const also = other.getBoundingClientRect();
          const across = Math.min(box.right, also.right) - Math.max(box.left, also.left);
          const down = Math.min(box.bottom, also.bottom) - Math.max(box.top, also.top);
          if (across > 2 && down > 6) faults.push(`${words} overlaps ${other.textContent}`);
        }
      }
    }
    return faults;
  });
}

/** Labels whose contrast with what they stand on is below 4.5:1, in one colour scheme. */
export async function findPaleLabels(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  return page.evaluate((theme) => {
    document.documentElement.dataset['theme'] = theme;
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!context) return ['no canvas'];
    const toRgba = (css: string): number[] => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = css;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (rgb: readonly number[]): number => {
      const [r = 0, g = 0, b = 0] = rgb.map((channel) =>
        channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const pale: string[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>('figure > svg')) {
      const shapes = [...svg.querySelectorAll<SVGGeometryElement>('rect,path,circle,ellipse')].filter(
        (shape) => !shape.closest('defs') && getComputedStyle(shape).fill !== 'none',
      );
      for (const text of svg.querySelectorAll('text')) {
        const box = text.getBoundingClientRect();
        const point = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
        let ground = toRgba(getComputedStyle(document.body).backgroundColor).slice(0, 3);
        for (const shape of shapes) {
          if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
          if (!shape.isPointInFill(point.matrixTransform(shape.getScreenCTM()?.inverse()))) continue;
          const style = getComputedStyle(shape);
          const [r = 0, g = 0, b = 0, a = 255] = toRgba(style.fill);
          const alpha = (a / 255) * Number(style.fillOpacity) * Number(style.opacity);
          ground = [r, g, b].map((channel, index) => channel * alpha + (ground[index] ?? 0) * (1 - alpha));
        }
        const [light, dark] = [
          luminance(toRgba(getComputedStyle(text).fill).slice(0, 3)),
          luminance(ground),
        ].sort((a, b) => b - a);
        const contrast = ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
        if (contrast < 4.45)
          pale.push(
            `${svg.closest('figure')?.dataset['name'] ?? ''}: ${text.textContent} ${contrast.toFixed(2)}`,
          );
      }
    }
    return pale;
  }, scheme);
}

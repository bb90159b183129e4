import { expect, test } from 'playwright/test';
import { collection, note } from './sites.ts';

/** Every kind of page: fingers and weak eyes meet them all. */
const pages = [
  '/',
  note,
  collection,
  '/glossary/',
  '/sources/',
  '/tags/',
  '/changes/',
  '/compare/',
  '/paths/',
  '/map/',
  '/print/roasting/',
  '/review/',
  '/search/?q=crack',
  '/about/',
];
/** CSS pixels: WCAG 2.5.8 for everything that is no link within a sentence, 2.5.5 for what is used most. */
const smallest = 24;
const usual = 44;
/** WCAG 1.4.11. */
const leastContrast = 3;

for (const path of pages) {
  test(`targets are a finger wide: ${path}`, async ({ page }) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    const small = await page.evaluate(
      ({ smallest, usual }) => {
        const found: string[] = [];
        const often =
          '.icon-button, .search-open, .copy-section, .toc-inline summary, .self-test, .fold > summary, .pager a';
        for (const target of document.querySelectorAll(
          'a[href], button, input, select, summary, [role="button"]',
        )) {
          if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
          if (
            target.closest('.visually-hidden, .skip-link, svg, [inert]') ||
            target.matches('.visually-hidden')
          )
            continue;
          const box = target.getBoundingClientRect();
          if (box.width === 0) continue;
          const label = target.closest('label')?.getBoundingClientRect();
          const width = Math.max(box.width, label?.width ?? 0);
          const height = Math.max(box.height, label?.height ?? 0);
          const least = target.matches(often) ? usual : smallest;
          // A link within a sentence is as high as its line.
          const isInSentence =
            getComputedStyle(target).display === 'inline' &&
            [...(target.parentElement?.childNodes ?? [])].some(
              (node) => node.nodeType === 3 && (node.textContent ?? '').trim().length > 0,
            );
          if (isInSentence) continue;
          if (Math.min(width, height) < least - 0.5) {
            found.push(`${target.outerHTML.slice(0, 90)} ${width.toFixed(0)}×${height.toFixed(0)}`);
          }
        }
        return [...new Set(found)].slice(0, 12);
      },
      { smallest, usual },
    );
    expect(small).toEqual([]);
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`borders and underlines that carry meaning are seen: ${path}, ${scheme}`, async ({
      page,
      isMobile,
    }) => {
      test.skip(isMobile, 'colours are the same on every width');
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(path, { waitUntil: 'networkidle' });
      const faint = await page.evaluate((least) => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 1;
        const context = canvas.getContext('2d', { willReadFrequently: true });
        if (!context) return ['no canvas'];
        const paint = (...colours: string[]): number[] => {
          context.clearRect(0, 0, 1, 1);
          for (const colour of colours) {
            context.fillStyle = colour;
            context.fillRect(0, 0, 1, 1);
          }
          return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
        };
        const light = (rgb: number[]) =>
          rgb
            .map((part) => part / 255)
            .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
            .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
        const contrast = (a: number[], b: number[]) => {
          const [low = 0, high = 0] = [light(a), light(b)].sort((one, other) => one - other);
          return (high + 0.05) / (low + 0.05);
        };
        const groundOf = (element: Element): string[] => {
          const grounds: string[] = [];
          for (let at: Element | null = element; at; at = at.parentElement)
            grounds.unshift(getComputedStyle(at).backgroundColor);
          return ['white', ...grounds];
        };
        const found: string[] = [];
        const judge = (element: Element, colour: string, what: string) => {
          const ground = groundOf(element.parentElement ?? element);
          const ratio = contrast(paint(...ground, colour), paint(...ground));
          if (ratio < least) found.push(`${what} of ${element.outerHTML.slice(0, 80)}: ${ratio.toFixed(2)}`);
        };
        for (const element of document.querySelectorAll(
          'main a, input, select, textarea, .search-open, .term',
        )) {
          if (!element.checkVisibility()) continue;
          const style = getComputedStyle(element);
          if (style.textDecorationLine.includes('underline'))
            judge(element, style.textDecorationColor, 'underline');
          const hasBorder = parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== 'none';
          if (
            element.matches('input:not([type="checkbox"], [type="radio"]), select, textarea, .search-open') &&
            hasBorder
          )
            judge(element, style.borderTopColor, 'border');
        }
        return [...new Set(found)].slice(0, 10);
      }, leastContrast);
      expect(faint).toEqual([]);
    });
  }
}

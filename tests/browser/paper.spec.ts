import { expect, test } from 'playwright/test';
import { collection, note } from './sites.ts';

const notes = [note, '/roasting/development/', collection, '/print/roasting/', '/print/machines/'];
/** A4 with the margins of `print.css`, in CSS pixels. */
const sheet = { width: 672, height: 986 };
/** 5.5 pt, the smallest letters that a wide drawing may shrink to on a sheet, in CSS pixels. */
const smallest = 7.3;

test.describe('on paper', () => {
  test.skip(({ isMobile }) => isMobile, 'paper has one size');

  for (const path of notes) {
    test(`no figure is cut and nothing is clipped: ${path}`, async ({ page }) => {
      await page.goto(path, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.setViewportSize(sheet);
      const faults = await page.evaluate(
        ({ width, height, smallest }) => {
          const found: string[] = [];
          const isShown = (element: Element): boolean =>
            element.checkVisibility({ visibilityProperty: true });
          for (const element of document.querySelectorAll('main *')) {
            if (!isShown(element) || element.closest('.visually-hidden, svg *')) continue;
            const box = element.getBoundingClientRect();
            if (box.width > 1 && box.right > width + 1)
              found.push(`${element.tagName}.${element.getAttribute('class') ?? ''} ends at ${box.right}`);
          }
          for (const drawing of document.querySelectorAll<SVGSVGElement>('svg.drawing')) {
            if (!isShown(drawing)) continue;
            const frame = drawing.getBoundingClientRect();
            // On a turned sheet there is half as much room again.
            const isTurned = drawing.closest('[data-paper="turned"]') !== null;
            if (frame.height > height) found.push(`a drawing is ${frame.height} high`);
            if (getComputedStyle(drawing.closest('figure') ?? drawing).breakInside !== 'avoid')
              found.push('a figure may be cut');
            for (const label of drawing.querySelectorAll('text')) {
              const box = label.getBoundingClientRect();
              const { a = 1, b = 0 } = label.getScreenCTM() ?? {};
              const size =
                parseFloat(getComputedStyle(label).fontSize) * Math.hypot(a, b) * (isTurned ? 1.45 : 1);
              if (label.textContent?.trim() && size < smallest)
                found.push(`“${label.textContent}” is ${size.toFixed(1)} px small`);
              if (box.left < frame.left - 2 || box.right > frame.right + 2)
                found.push(`“${label.textContent ?? ''}” is clipped`);
            }
          }
          return found;
        },
        { ...sheet, smallest },
      );
      expect(faults).toEqual([]);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.length).toBeGreaterThan(20_000);
    });
  }
});

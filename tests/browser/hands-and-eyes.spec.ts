import { expect, type Page, test } from 'playwright/test';
import { collection, findOwnPages, note, plain } from './sites.ts';

/** Every kind of page, and every state in which one is used: fingers and weak eyes meet them all. */
const pages: Record<string, string> = {
  home: '/',
  note,
  collection,
  glossary: '/glossary/',
  sources: '/sources/',
  tags: '/tags/',
  'a tag': '/tags/phases/',
  changes: '/changes/',
  compare: '/compare/',
  'two notes compared': '/compare/?a=scorching&b=tipping',
  paths: '/paths/',
  map: '/map/',
  'print edition': '/print/roasting/',
  review: '/review/',
  search: '/search/?q=crack',
  about: '/about/',
  'all titles': '/a-z/',
  missing: '/no-such-note/',
  'plain home': plain,
  'plain folder': `${plain}알고리즘/정렬/`,
  'plain note': `${plain}알고리즘/정렬/퀵 정렬/`,
};

const states: Record<string, (page: Page) => Promise<void>> = {
  'share page without scripts': async (page) => {
    await page.goto(note);
    const id = (await page.locator('[data-pagefind-body] h2').first().getAttribute('id')) ?? '';
    const html = await (await page.request.get(`/s/${id}/`)).text();
    await page.route('**/plain-share/', (route) =>
      route.fulfill({ contentType: 'text/html', body: html.replace(/<script>[^]*?<\/script>/gu, '') }),
    );
    await page.goto('/plain-share/');
  },
  'dialog of search': async (page) => {
    await page.goto(note, { waitUntil: 'networkidle' });
    await page.locator('.search-open').click();
    await page.keyboard.type('crack');
    await page.locator('dialog [data-search-result]').first().waitFor();
  },
  'enlarged figure': async (page) => {
    await page.goto(note, { waitUntil: 'networkidle' });
    await page.locator('.diagram-enlarge').first().click();
    await page.locator('.viewer-stage > svg').waitFor();
  },
  'editor of a figure': async (page) => {
    await page.goto(note);
    await page.getByRole('button', { name: /Edit/u }).first().click();
    await page.getByRole('textbox', { name: 'Mermaid source' }).waitFor();
    await page.waitForLoadState('networkidle');
  },
  'menu of a section': async (page) => {
    await page.goto(note);
    await page.locator('.section-more').first().click();
    await page.getByRole('menuitem').first().waitFor();
  },
  'reading settings': async (page) => {
    await page.goto(note, { waitUntil: 'networkidle' });
    await page.locator('[popovertarget="reading-settings"]').click();
  },
  'self-test': async (page) => {
    await page.goto(note, { waitUntil: 'networkidle' });
    await page.locator('[data-self-test]').click();
    await page.locator('.study-bar').waitFor();
    await page.keyboard.press('Space');
    await page.locator('.study-answer.is-shown').first().waitFor();
  },
  'a card in review': async (page) => {
    await page.clock.install({ time: new Date('2026-03-01T09:00:00') });
    await page.goto(note);
    await page.locator('[data-self-test]').click();
    await page.locator('.study-bar').waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('2');
    await page.clock.setFixedTime(new Date('2026-04-20T09:00:00'));
    await page.goto('/review/');
    await page.locator('.study-start').click();
    await page.locator('.study-asked').waitFor();
    await page.keyboard.press('Space');
    await page.locator('.study-answered').waitFor();
  },
};

const kinds = Object.entries({
  ...Object.fromEntries(
    Object.entries(pages).map(([kind, path]) => [
      kind,
      async (page: Page) => void (await page.goto(path, { waitUntil: 'networkidle' })),
    ]),
  ),
  ...states,
});

/** CSS pixels: WCAG 2.5.8 for everything that is no link within a sentence, 2.5.5 for what is used most. */
const smallest = 24;
const usual = 44;
/** WCAG 1.4.11. */
const leastContrast = 3;

for (const [kind, open] of kinds) {
  test(`targets are a finger wide: ${kind}`, async ({ page }) => {
    await open(page);
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
    test(`borders, underlines, dots and rings that carry meaning are seen: ${kind}, ${scheme}`, async ({
      page,
      isMobile,
    }) => {
      test.skip(isMobile, 'colours are the same on every width');
      await page.emulateMedia({ colorScheme: scheme });
      await open(page);
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
        for (const mark of document.querySelectorAll('.kind-mark, .nav-tree > ul > li > a, .strength')) {
          if (!mark.checkVisibility()) continue;
          const style = getComputedStyle(mark, mark.matches('.kind-mark') ? null : '::before');
          const { backgroundColor, borderTopColor, borderTopWidth } = style;
          judge(mark, parseFloat(borderTopWidth) > 0 ? borderTopColor : backgroundColor, 'dot');
        }
        const seen = new Set<string>();
        for (const element of document.querySelectorAll<HTMLElement>(
          'a[href], button, input, select, textarea, summary, [tabindex="0"]',
        )) {
          const name = `${element.localName}.${element.className}`;
          if (seen.has(name) || element.matches('svg *') || !element.checkVisibility()) continue;
          seen.add(name);
          (document.activeElement as HTMLElement | null)?.blur();
          const form = element.closest('form');
          const line = form && getComputedStyle(form).borderBottomColor;
          element.focus({ preventScroll: true, focusVisible: true });
          if (!element.matches(':focus-visible')) continue;
          // Of a field the ring may stand around its box or be the line below it, of a hidden choice around its words.
          const places = [element, element.nextElementSibling, element.parentElement, form];
          const ring = places.find((place) => place && getComputedStyle(place).outlineStyle !== 'none');
          if (ring) judge(ring, getComputedStyle(ring).outlineColor, 'ring');
          else if (form && getComputedStyle(form).borderBottomColor !== line)
            judge(form, getComputedStyle(form).borderBottomColor, 'line');
          else if (!element.closest('.visually-hidden'))
            found.push(`no ring: ${element.outerHTML.slice(0, 80)}`);
        }
        return [...new Set(found)].slice(0, 10);
      }, leastContrast);
      expect(faint).toEqual([]);
    });
  }
}

/** Of each kind of page: dates that could break over two lines at their hyphens. */
test('no date breaks over two lines', async ({ page, isMobile }) => {
  test.skip(isMobile, 'what never breaks does on no width');
  test.slow();
  const whole: string[] = [];
  for (const path of [...Object.values(pages), ...Object.values(findOwnPages())]) {
    await page.goto(path);
    const found = await page.evaluate(() => {
      const date = /(?<![\w./-])\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\w/]|-\w|\.\d)/u;
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const place = text.parentElement;
        const match = date.exec(text.textContent ?? '');
        if (!match || !place || place.closest('svg, pre, code, script, style, template, .visually-hidden'))
          continue;
        if (getComputedStyle(place).whiteSpace !== 'nowrap') found.push(`${match[0]} in ${place.outerHTML}`);
      }
      return found;
    });
    whole.push(...found.map((date) => `${path}: ${date.slice(0, 160)}`));
  }
  expect(whole).toEqual([]);
});

import { expect, test } from 'playwright/test';
import { collection, note } from './sites.ts';

/** What a screen reader hears of a note, in its order: landmarks with names, headings with levels, named controls. */
test('the note page is a clear outline to a screen reader', async ({ page, viewport }) => {
  await page.goto(note);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to the text"
    - banner:
      - link "The Roasting Bench"
      - button "Search notes, sections, tables, figures"
      - button /Colour scheme/
      - button "Reading settings"
    - main:
      - article:
        - navigation "Breadcrumb":
          - list:
            - listitem:
              - link "Roasting"
        - heading "First crack" [level=1]
        - heading "What happens" [level=2]
        - button /What happens/
        - figure:
          - group:
            - table:
              - rowgroup:
                - row:
                  - columnheader
        - heading [level=2]
      - region "Read next"
      - group:
        - heading /Relations/ [level=2]
      - group:
        - heading /Sources/ [level=2]
      - group:
        - heading /mentioned in/ [level=2]
      - navigation "Tags"
      - navigation "Previous and next note":
        - link /Previous/
        - link /Next/
    - contentinfo
  `);
  if ((viewport?.width ?? 0) < 1000) return;
  await expect(page.getByRole('navigation', { name: 'Notes', exact: true })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'On this page' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Site' })).toBeVisible();
});

const kinds = {
  home: '/',
  note,
  collection,
  glossary: '/glossary/',
  sources: '/sources/',
  tags: '/tags/',
  search: '/search/',
  changes: '/changes/',
  about: '/about/',
  missing: '/no/such/note/',
};

for (const [kind, path] of Object.entries(kinds)) {
  test(`the Tab key goes through ${kind} in reading order, and what it reaches is seen and named`, async ({
    page,
    viewport,
  }) => {
    test.skip((viewport?.width ?? 0) < 1000, 'a keyboard belongs to the desktop');
    // A page that glides is not there yet when the next key is pressed.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path, { waitUntil: 'networkidle' });
    const areas: string[] = [];
    for (let step = 0; step < 45; step++) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const box = element.getBoundingClientRect();
        const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
        const parts = [
          '.skip-link',
          '.site-header',
          '.nav-tree',
          '.toc-side',
          'main',
          '.site-footer',
          'link-preview',
        ];
        const area = parts.find((name) => element.closest(name)) ?? 'other';
        // What is in the header is not under it; everything else must show at least in part.
        const isUnder = ['main', '.toc-side', '.site-footer', '.nav-tree'].includes(area);
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return {
          area,
          isHidden: isUnder && (box.bottom <= header || box.top >= window.innerHeight),
          hasRing: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
          isField: element.matches('input'),
          name: element.outerHTML.slice(0, 120),
        };
      });
      if (!place) continue;
      // Once around.
      if (place.area === '.skip-link' && areas.length > 1) break;
      expect(place.isHidden, place.name).toBe(false);
      // A field shows its focus by its frame.
      expect(place.hasRing || place.isField, place.name).toBe(true);
      if (place.area !== 'link-preview' && areas.at(-1) !== place.area) areas.push(place.area);
    }
    const order = ['.skip-link', '.site-header', '.nav-tree', '.toc-side', 'main', '.site-footer', 'other'];
    const places = areas.map((area) => order.indexOf(area));
    expect(areas[0]).toBe('.skip-link');
    expect(places, areas.join(' ')).toEqual([...places].sort((a, b) => a - b));
  });
}

import { expect, test } from 'playwright/test';

/** What a screen reader hears of a note, in its order: landmarks with names, headings with levels, named controls. */
test('the note page is a clear outline to a screen reader', async ({ page, viewport }) => {
  await page.goto('/limitation/hallucination/');
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "본문으로 건너뛰기"
    - banner:
      - link "생성형 AI 아틀라스"
      - button "노트, 절, 표, 그림 검색"
      - button /화면 밝기/
      - button "읽기 설정"
    - main:
      - article:
        - navigation "위치":
          - list:
            - listitem:
              - link "한계"
        - heading "할루시네이션" [level=1]
        - heading "그럴듯함과 참은 다른 성질이다" [level=2]
        - button /그럴듯함과 참은 다른 성질이다.* 링크 복사/
        - figure:
          - group:
            - table:
              - rowgroup:
                - row:
                  - columnheader
        - heading [level=2]
      - region "다음에 읽을 노트"
      - group:
        - heading /관계/ [level=2]
      - group:
        - heading /출처/ [level=2]
      - group:
        - heading /언급한 곳/ [level=2]
      - navigation "태그"
      - navigation "앞뒤 노트":
        - link /이전/
        - link /다음/
    - contentinfo
  `);
  if ((viewport?.width ?? 0) < 1000) return;
  await expect(page.getByRole('navigation', { name: '노트', exact: true })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '이 노트에서' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '사이트' })).toBeVisible();
});

const kinds = {
  home: '/',
  note: '/limitation/hallucination/',
  collection: '/limitation/',
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

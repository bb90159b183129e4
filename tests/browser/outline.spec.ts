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
          - group "할루시네이션의 세 모습과 확인 방법":
            - table:
              - rowgroup:
                - row:
                  - columnheader "모습"
        - heading [level=2]
      - navigation "태그"
      - region "관계":
        - heading "관계" [level=2]
      - region "출처":
        - heading "출처" [level=2]
        - list
      - region /이 노트를 언급한 곳/
      - region "다음에 읽을 노트"
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

test('the keyboard goes through the page in reading order and is never hidden', async ({
  page,
  viewport,
}) => {
  test.skip((viewport?.width ?? 0) < 1000, 'a keyboard belongs to the desktop');
  // A page that glides is not there yet when the next key is pressed.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/limitation/hallucination/');
  const seen: string[] = [];
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const header = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
      const area = ['.site-header', '.nav-tree', 'main', '.toc-side', '.site-footer'].find((name) =>
        element.closest(name),
      );
      // What is in the header is not under it; everything else must show at least in part.
      const isHidden =
        area !== '.site-header' &&
        !element.closest('.skip-link, link-preview') &&
        (box.bottom <= header || box.top >= window.innerHeight);
      return { area: area ?? 'other', isHidden, name: element.outerHTML.slice(0, 120) };
    });
    if (!place) continue;
    expect(place.isHidden, place.name).toBe(false);
    if (seen.at(-1) !== place.area) seen.push(place.area);
  }
  expect(seen.filter((area) => area !== 'other').slice(0, 3)).toEqual(['.site-header', '.nav-tree', 'main']);
});

/** The menu of a section, figure or table: the ways to take it along. */
import { announce } from './announce.ts';
import { copyAsLink, copyText } from './clipboard.ts';
import { type MenuItem, openMenu } from './popup-menu.ts';
import { nameOf } from './section-name.ts';

/** Puts the `⋯` beside the copy button of a heading or figure, once. */
export function offerMenuButton(place: Element): void {
  const copy = place.querySelector<HTMLButtonElement>(
    ':scope > [data-copy-section], :scope > figcaption > [data-copy-section]',
  );
  if (!copy || copy.nextElementSibling?.matches('.section-more')) return;
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'copy-section section-more';
  more.textContent = '⋯';
  more.ariaLabel = `${(copy.ariaLabel ?? '링크').replace(/ 링크 복사$/u, '')} 다른 방법으로 복사`;
  more.title = '다른 방법으로 복사';
  more.ariaHasPopup = 'menu';
  more.ariaExpanded = 'false';
  more.addEventListener('click', () => openSectionMenu(copy, more));
  copy.after(more);
}

/** Opens the menu for the section of `copy`, beside `opener`. */
export function openSectionMenu(copy: HTMLButtonElement, opener: HTMLElement): void {
  const url = copy.dataset['url'] ?? location.href;
  const { note, section } = nameOf(copy);
  const name = [note, section].filter(Boolean).join(' › ');
  const say = async (work: Promise<boolean>, done: string) =>
    announce((await work) ? done : '복사하지 못했습니다');
  const heading = copy.closest('.section-heading');
  const items: (MenuItem | false)[] = [
    { label: '링크 복사', run: () => say(copyAsLink(url, name), '링크를 복사했습니다') },
    { label: '제목과 링크 복사', run: () => say(copyText(`${name}\n${url}`), '제목과 링크를 복사했습니다') },
    heading !== null && {
      label: 'Markdown으로 복사',
      run: async () => {
        const { sectionMarkdown } = await import('./section-markdown.ts');
        await say(sectionMarkdown(heading, url).then(copyText), '이 절을 Markdown으로 복사했습니다');
      },
    },
    {
      label: '인용 표기 복사',
      run: () => say(copyText(writeReference(note, section, url)), '인용 표기를 복사했습니다'),
    },
    {
      label: 'QR 코드 보기',
      run: async () => {
        const { openQr } = await import('./qr-dialog.ts');
        openQr(url, name, opener);
      },
    },
    {
      label: '주소창에 넣기',
      run: () => {
        const id = copy.dataset['copySection'] ?? '';
        // Replaced, not followed: the page stays where it is, and back leads out of it as before.
        history.replaceState(history.state, '', `#${encodeURIComponent(id)}`);
        announce('주소창이 이 자리를 가리킵니다');
      },
    },
    'share' in navigator &&
      matchMedia('(pointer: coarse)').matches && {
        label: '공유…',
        // A reader who closes the sheet has changed their mind; nothing has failed.
        run: () => navigator.share({ title: name, url }).catch(() => undefined),
      },
  ];
  openMenu(
    opener,
    `‘${section || note}’ 가져가기`,
    items.filter((item) => item !== false),
  );
}

/** 「제목」, 절, 사이트, 기준일, 주소. */
function writeReference(note: string, section: string, url: string): string {
  const site = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content');
  const asOf = document.querySelector('.facts time')?.getAttribute('datetime');
  return [`「${note}」`, section && `‘${section}’`, site, asOf && `기준일 ${asOf}`, url]
    .filter(Boolean)
    .join(', ');
}

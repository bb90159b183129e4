/** The menu of a section, figure or table: the ways to take it along. */
import { readingWords } from '#words';
import { announce } from './announce.ts';
import { copyAsLink, copyText } from './clipboard.ts';
import { type MenuItem, openMenu } from './popup-menu.ts';
import { nameOf } from './section-name.ts';

/** Puts the `···` beside the copy button of a heading or figure, once. */
export function offerMenuButton(place: Element): void {
  const words = readingWords().section;
  const copy = place.querySelector<HTMLButtonElement>(
    ':scope > [data-copy-section], :scope > figcaption > [data-copy-section]',
  );
  if (!copy || copy.nextElementSibling?.matches('.section-more')) return;
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'copy-section section-more';
  more.textContent = '···';
  more.ariaLabel = words.moreNamed(nameOf(copy).section || nameOf(copy).note);
  more.title = words.more;
  more.ariaHasPopup = 'menu';
  more.ariaExpanded = 'false';
  more.addEventListener('click', () => openSectionMenu(copy, more));
  copy.after(more);
}

/** Opens the menu for the section of `copy`, beside `opener`. */
export function openSectionMenu(copy: HTMLButtonElement, opener: HTMLElement): void {
  const words = readingWords().section;
  const url = copy.dataset['url'] ?? location.href;
  const { note, section } = nameOf(copy);
  const name = [note, section].filter(Boolean).join(' › ');
  const say = async (work: Promise<boolean>, done: string) =>
    announce((await work) ? done : readingWords().copyFailed);
  const heading = copy.closest('.section-heading');
  const items: (MenuItem | false)[] = [
    { label: words.link, run: () => say(copyAsLink(url, name), words.linkCopied) },
    { label: words.titled, run: () => say(copyText(`${name}\n${url}`), words.titledCopied) },
    heading !== null && {
      label: readingWords().copyMarkdown,
      run: async () => {
        const { sectionMarkdown } = await import('./section-markdown.ts');
        await say(sectionMarkdown(heading, url).then(copyText), words.markdownCopied);
      },
    },
    {
      label: words.reference,
      run: () => say(copyText(writeReference(note, section, url)), words.referenceCopied),
    },
    {
      label: words.qr,
      run: async () => {
        const { openQr } = await import('./qr-dialog.ts');
        openQr(url, name, opener);
      },
    },
    {
      label: words.addressBar,
      run: () => {
        const id = copy.dataset['copySection'] ?? '';
        // Replaced, not followed: the page stays where it is, and back leads out of it as before.
        history.replaceState(history.state, '', `#${encodeURIComponent(id)}`);
        announce(words.addressBarDone);
      },
    },
    'share' in navigator &&
      matchMedia('(pointer: coarse)').matches && {
        label: words.share,
        // A reader who closes the sheet has changed their mind; nothing has failed.
        run: () => navigator.share({ title: name, url }).catch(() => undefined),
      },
  ];
  openMenu(
    opener,
    words.takeAlong(section || note),
    items.filter((item) => item !== false),
  );
}

/** Title, section, site, as-of day, address. */
function writeReference(note: string, section: string, url: string): string {
  const site = document.querySelector('meta[property="og:site_name"]')?.getAttribute('content');
  const asOf = document.querySelector('.facts time')?.getAttribute('datetime');
  return readingWords().section.writeReference({ note, section, site: site ?? '', asOf: asOf ?? '', url });
}

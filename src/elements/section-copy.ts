/**
 * Buttons `[data-copy-section]`: copy the absolute link of a section, say so, and change nothing else. On phones the
 * same button opens the system's own sheet, which copies too.
 */
import { readingWords } from '#words';
import { announce } from './announce.ts';
import { copyAsLink } from './clipboard.ts';
import { nameOf } from './section-name.ts';

const sharesBySheet = 'share' in navigator && matchMedia('(pointer: coarse)').matches;

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button[data-copy-section]');
  const url = button?.dataset['url'];
  if (!button || !url) return;
  const { note, section } = nameOf(button);
  const name = [note, section].filter(Boolean).join(' › ');
  void (sharesBySheet ? shareLink(button, url, name) : copyLink(button, url, name));
});

if (sharesBySheet) {
  const words = readingWords().section;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy-section]')) {
    const { note, section } = nameOf(button);
    button.ariaLabel = words.shareNamed(section || note);
    button.title = words.share;
  }
}

async function shareLink(button: HTMLButtonElement, url: string, name: string): Promise<void> {
  try {
    await navigator.share({ title: name, url });
  } catch (error) {
    // A reader who closes the sheet has changed their mind; where there is none after all, the link is copied.
    if ((error as Error).name !== 'AbortError') await copyLink(button, url, name);
  }
}

async function copyLink(button: HTMLButtonElement, url: string, name: string): Promise<void> {
  const words = readingWords().section;
  if (!(await copyAsLink(url, name))) {
    announce(words.copyFailedAt(url));
    return;
  }
  button.dataset['copied'] = '';
  window.setTimeout(() => delete button.dataset['copied'], 1600);
  announce(words.linkCopied);
}

/** Buttons `[data-copy-section]`: copy the absolute link of a section, say so, and change nothing else. */
import { announce } from './announce.ts';
import { copyAsLink } from './clipboard.ts';
import { nameOf } from './section-name.ts';

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button[data-copy-section]');
  const url = button?.dataset['url'];
  if (!button || !url) return;
  void copyLink(button, url);
});

async function copyLink(button: HTMLButtonElement, url: string): Promise<void> {
  const { note, section } = nameOf(button);
  if (!(await copyAsLink(url, [note, section].filter(Boolean).join(' › ')))) {
    announce(`복사하지 못했습니다. 주소: ${url}`);
    return;
  }
  button.dataset['copied'] = '';
  window.setTimeout(() => delete button.dataset['copied'], 1600);
  announce('링크를 복사했습니다');
}

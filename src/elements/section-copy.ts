/** Buttons `[data-copy-section]`: copy the absolute link of a section, say so, and change nothing else. */
import { announce } from './announce.ts';

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button[data-copy-section]');
  const url = button?.dataset['url'];
  if (!button || !url) return;
  void copyLink(button, url);
});

async function copyLink(button: HTMLButtonElement, url: string): Promise<void> {
  const section = button.closest('.section-heading')?.querySelector('h2, h3, h4')?.textContent?.trim();
  const figure = button.closest('figcaption')?.textContent?.trim();
  const note = document.querySelector('h1')?.textContent?.trim() ?? document.title;
  const name = [note, section ?? figure].filter(Boolean).join(' › ');
  if (!(await writeClipboard(url, name))) {
    announce(`복사하지 못했습니다. 주소: ${url}`);
    return;
  }
  button.dataset['copied'] = '';
  window.setTimeout(() => delete button.dataset['copied'], 1600);
  announce('링크를 복사했습니다');
}

/** Plain text is the bare address; rich text is a link with the section's name. False when nothing was copied. */
async function writeClipboard(url: string, name: string): Promise<boolean> {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = name;
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([url], { type: 'text/plain' }),
        'text/html': new Blob([link.outerHTML], { type: 'text/html' }),
      }),
    ]);
    return true;
  } catch {
    return copyPlain(url);
  }
}

/** For pages without a secure origin, and browsers that only take plain text. */
async function copyPlain(url: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(url);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = url;
    area.className = 'visually-hidden';
    document.body.append(area);
    const before = document.activeElement;
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return copied;
  }
}

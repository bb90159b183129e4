/** The dialog that shows a link as a QR code: for a projector, for paper, for the phone beside the screen. */
import { readingWords } from '#words';
import './popup-styles.ts';
import { correction, generate } from 'lean-qr';
import { writeQrSvg } from './qr-picture.ts';
import { nameFile } from '../diagrams/export-svg.ts';

let dialog: HTMLDialogElement | null = null;

/** Opens the code of `url`; `name` says what the link leads to. The focus goes back to `opener` afterwards. */
export function openQr(url: string, name: string, opener: HTMLElement): void {
  dialog?.remove();
  const made = document.createElement('dialog');
  made.className = 'help qr';
  made.setAttribute('aria-labelledby', 'qr-title');
  const title = document.createElement('h2');
  title.id = 'qr-title';
  title.textContent = name;
  const code = generate(url, { minCorrectionLevel: correction.M });
  const text = writeQrSvg(code);
  const picture = document.createElement('img');
  picture.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
  picture.alt = readingWords().qr.alt(url);
  picture.width = picture.height = 272;
  const address = document.createElement('p');
  address.textContent = url;
  const save = document.createElement('a');
  save.href = picture.src;
  save.download = nameFile(`${name} QR`, 'svg');
  save.textContent = readingWords().qr.save;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = readingWords().close;
  close.addEventListener('click', () => made.close());
  made.append(title, picture, address, save, close);
  made.addEventListener('click', (event) => event.target === made && made.close());
  made.addEventListener('close', () => {
    made.remove();
    opener.focus({ preventScroll: true });
  });
  document.body.append(made);
  dialog = made;
  made.showModal();
  close.focus({ preventScroll: true });
}

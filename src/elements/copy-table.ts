/** The menu behind a table's ‘표 복사’. */
import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';
import { openMenu } from './popup-menu.ts';
import { writeCsv, writeMarkdownTable } from './table-text.ts';

/** Offers the table of the button's figure as Markdown and as CSV. */
export function offerTable(button: HTMLElement): void {
  const table = button.closest('figure')?.querySelector('table');
  if (!table) return;
  const copy = (text: string, name: string) => async () =>
    announce((await copyText(text)) ? `표를 ${name}로 복사했습니다` : '복사하지 못했습니다');
  openMenu(button, '표 복사', [
    { label: 'Markdown으로 복사', run: copy(writeMarkdownTable(table), 'Markdown으') },
    { label: 'CSV로 복사', run: copy(writeCsv(table), 'CSV') },
  ]);
}

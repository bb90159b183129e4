/** The menu behind a table's copy button. */
import { readingWords } from '#words';
import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';
import { openMenu } from './popup-menu.ts';
import { writeCsv, writeMarkdownTable } from './table-text.ts';

/** Offers the table of the button's figure as Markdown and as CSV. */
export function offerTable(button: HTMLElement): void {
  const table = button.closest('figure')?.querySelector('table');
  if (!table) return;
  const words = readingWords();
  const copy = (text: string, name: string) => async () =>
    announce((await copyText(text)) ? words.table.copied(name) : words.copyFailed);
  openMenu(button, words.table.copy, [
    { label: words.copyMarkdown, run: copy(writeMarkdownTable(table), 'Markdown') },
    { label: words.table.copyCsv, run: copy(writeCsv(table), 'CSV') },
  ]);
}

/** Draws the answer that the notes give to a query: the answer first, then where it stands and how well it is founded. */
import type { Answer } from '../search/answers/answer.ts';
import { searchWords } from '#words';
import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';
import { make, makeButton } from './search-dom.ts';
import { makeHref } from './search-link.ts';

/** One box with all answers, or null when there is none. Their places mark `words`, but those that define the one word. */
export function makeAnswers(answers: readonly Answer[], words: readonly string[]): HTMLElement | null {
  if (answers.length === 0) return null;
  return make(
    'section',
    { class: 'search-answer', 'data-search-answer': '', 'aria-label': searchWords().answer.name },
    ...answers.map((answer) => makeAnswer(answer, words)),
  );
}

function makeAnswer(answer: Answer, words: readonly string[]): HTMLElement {
  const { kinds, strengths, asOf, copy, copyOf } = searchWords().answer;
  const isShort = answer.kind === 'date' || answer.kind === 'fact';
  const head = make('p', { class: 'answer-kind' }, kinds[answer.kind]);
  if (answer.subject !== '') head.append(' · ', answer.subject);
  const box = make('article', { 'data-answer': answer.kind }, head);
  if (answer.text !== '')
    box.append(
      make(
        'p',
        { class: isShort && answer.text.length <= 40 ? 'answer-text is-short' : 'answer-text' },
        answer.text,
      ),
    );
  if (answer.context !== '') box.append(make('p', { class: 'answer-context' }, answer.context));
  if (answer.items.length > 0)
    box.append(make('ul', { class: 'answer-items' }, ...answer.items.map((item) => make('li', {}, item))));
  if (answer.table !== null) box.append(makeTable(answer.table));
  const place = answer.section === '' ? answer.note : `${answer.note} › ${answer.section}`;
  const href = makeHref(answer.url, []);
  const marked = makeHref(answer.url, answer.kind === 'definition' ? [] : words);
  const link = make('a', { class: 'answer-place', href: marked }, place);
  const facts = [
    answer.kindLabel,
    answer.strength === '' ? '' : strengths[answer.strength],
    answer.asOf === '' ? '' : asOf(answer.asOf),
  ].filter((fact) => fact !== '');
  const button = makeButton(copy, 'answer-copy', () => void copyLink(new URL(href, location.href).href));
  button.setAttribute('aria-label', copyOf(place));
  box.append(
    make(
      'p',
      { class: 'answer-source' },
      link,
      ...facts.map((fact) => make('span', { class: 'answer-fact' }, fact)),
      button,
    ),
  );
  if (answer.compared) {
    const [a, b] = answer.compared.map((url) =>
      encodeURIComponent(decodeURIComponent(url).replace(/^\/|\/$/gu, '')),
    );
    const side = makeHref(`/compare/?a=${a}&b=${b}`, []);
    box.append(
      make('p', { class: 'answer-compare' }, make('a', { href: side }, searchWords().answer.sideBySide)),
    );
  }
  return box;
}

function makeTable({ head, rows }: NonNullable<Answer['table']>): HTMLElement {
  return make(
    'div',
    {
      class: 'answer-frame',
      tabindex: '0',
      role: 'group',
      'aria-label': head.filter((cell) => cell !== '').join(', '),
    },
    make(
      'table',
      { class: 'answer-table' },
      make(
        'thead',
        {},
        make(
          'tr',
          {},
          ...head.map((cell) => make(cell === '' ? 'td' : 'th', cell === '' ? {} : { scope: 'col' }, cell)),
        ),
      ),
      make(
        'tbody',
        {},
        ...rows.map(([first = '', ...cells]) =>
          make('tr', {}, make('th', { scope: 'row' }, first), ...cells.map((cell) => make('td', {}, cell))),
        ),
      ),
    ),
  );
}

async function copyLink(url: string): Promise<void> {
  const { copied, copyFailed } = searchWords().answer;
  announce((await copyText(url)) ? copied : copyFailed(url));
}

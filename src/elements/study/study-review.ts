/** `<study-review>`: what is due over all notes, one question after another, and the ways in and out of the deck. */
import './study-styles.ts';
import { studyWords } from '#words';
import { announce } from '../announce.ts';
import {
  type Deck,
  emptyDeck,
  type Grade,
  type LearnedCard,
  listDue,
  listProgress,
  mergeDecks,
  nameOrigin,
  rateCard,
  readDeck,
  writeAnki,
} from './deck.ts';
import { isDeckNewer, keepDeck, loadDeck, siteName } from './stored-deck.ts';
import { makeStudyButton, readStudyKey } from './study-keys.ts';

class StudyReview extends HTMLElement {
  #deck: Deck = emptyDeck('');
  /** Ends the listening for the keys of the question that is asked. */
  #asking: AbortController | null = null;

  connectedCallback(): void {
    this.#deck = loadDeck();
    this.#showOverview();
  }

  get #base(): string {
    return document.documentElement.dataset['base'] ?? '/';
  }

  disconnectedCallback(): void {
    this.#asking?.abort();
  }

  #showOverview(): void {
    this.#asking?.abort();
    const words = studyWords();
    if (isDeckNewer()) return this.replaceChildren(element('p', 'lead', words.newerDeck));
    const now = new Date();
    const due = listDue(this.#deck, now);
    const all = Object.keys(this.#deck.cards).length;
    const summary = element('p', 'lead', all === 0 ? words.empty : words.dueNow(due.length, all));
    const start = button(words.start(due.length), () => this.#review(due));
    start.className = 'study-start';
    const list = element('ul', 'note-list study-notes');
    for (const note of listProgress(this.#deck, now)) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `${this.#base}${note.page}`;
      link.textContent = note.title;
      item.append(link, element('p', '', words.noteProgress(note.due, note.all, formatTime(note.next, now))));
      list.append(item);
    }
    this.replaceChildren(
      summary,
      ...(due.length > 0 ? [start] : []),
      ...(all > 0 ? [list] : []),
      this.#makeTools(all, due),
    );
  }

  #makeTools(all: number, due: readonly string[]): HTMLElement {
    const words = studyWords();
    const tools = element('div', 'study-tools');
    const file = document.createElement('input');
    file.type = 'file';
    file.accept = 'application/json,.json';
    file.className = 'visually-hidden';
    file.tabIndex = -1;
    file.ariaLabel = words.importJson;
    file.addEventListener('change', () => void this.#import(file));
    const importing = button(words.importJson, () => file.click());
    if (all > 0) {
      tools.append(
        button(words.exportJson, () =>
          download(JSON.stringify(this.#deck, null, 1), 'deck.json', 'application/json'),
        ),
        button(words.exportAnki, () =>
          download(
            writeAnki(
              this.#deck,
              ({ page, anchor }) => new URL(`${this.#base}${page}#${anchor}`, location.href).href,
            ),
            'anki.txt',
            'text/plain',
          ),
        ),
        button(words.printSheet, () => this.#print(due.length > 0 ? due : Object.keys(this.#deck.cards))),
      );
    }
    tools.append(importing, file);
    if (all > 0) {
      const erase = button(words.erase, () => {
        if (!confirm(words.eraseSure)) return;
        this.#deck = emptyDeck(siteName());
        keepDeck(this.#deck);
        this.#showOverview();
      });
      tools.append(erase);
    }
    return tools;
  }

  async #import(file: HTMLInputElement): Promise<void> {
    const words = studyWords();
    const text = await file.files?.[0]?.text();
    if (text === undefined) return;
    try {
      this.#deck = mergeDecks(this.#deck, readDeck(text, siteName()));
    } catch (error) {
      const refusals: Record<string, string> = { other: words.otherSite, newer: words.newerFile };
      announce(refusals[(error as Error).message] ?? words.brokenFile);
      return;
    }
    keepDeck(this.#deck);
    this.#showOverview();
    announce(words.imported(Object.keys(this.#deck.cards).length));
  }

  /** Answers come from the notes as they are now; one that is gone keeps its last words. */
  async #refresh(keys: readonly string[]): Promise<void> {
    const pages = new Set(keys.flatMap((key) => this.#deck.cards[key]?.page ?? []));
    const words = studyWords().asked;
    // Who only looks at what is due need not read pages.
    const reader = await import('./list-cards.ts').catch(() => null);
    if (!reader) return;
    for (const page of pages) {
      try {
        const response = await fetch(`${this.#base}${page}`);
        if (!response.ok) continue;
        const html = (await response.text()).replace(/<style>[^]*?<\/style>/u, '');
        const cards = reader.listCards(new DOMParser().parseFromString(html, 'text/html'), words);
        for (const { key, answer, place } of cards) {
          const known = this.#deck.cards[`${page}#${key}`];
          if (known) Object.assign(known, { answer, place });
        }
      } catch {
        // Without a network the kept words serve.
      }
    }
  }

  #review(keys: readonly string[]): void {
    // Meanwhile the first question is asked.
    void this.#refresh(keys);
    let at = 0;
    const ask = () => {
      const key = keys[at];
      const card = key === undefined ? undefined : this.#deck.cards[key];
      if (key === undefined || !card) {
        this.#showOverview();
        announce(studyWords().done(keys.length));
        return;
      }
      this.#showCard(card, at, keys.length, (grade) => {
        rateCard(this.#deck, key, card, grade, new Date());
        // A note may be tested in another tab meanwhile.
        this.#deck = mergeDecks(this.#deck, loadDeck());
        keepDeck(this.#deck);
        at++;
        ask();
      });
    };
    ask();
  }

  #showCard(card: LearnedCard, at: number, all: number, rate: (grade: Grade) => void): void {
    const words = studyWords();
    const place = document.createElement('a');
    place.href = `${this.#base}${card.page}#${encodeURIComponent(card.anchor)}`;
    place.textContent = nameOrigin(card);
    const question = element('h2', 'study-asked', card.question);
    question.tabIndex = -1;
    const answer = element('div', 'study-answered');
    answer.hidden = true;
    const buttons = element('div', 'study-buttons');
    const end = () => this.#showOverview();
    const show = () => {
      for (const line of card.answer.split('\n')) answer.append(element('p', '', line));
      answer.hidden = false;
      const good = makeStudyButton(words.good, '2', () => rate('good'));
      buttons.replaceChildren(
        makeStudyButton(words.again, '1', () => rate('again')),
        good,
      );
      good.focus({ preventScroll: true });
    };
    buttons.append(makeStudyButton(words.show, 'Space', show));
    this.#asking?.abort();
    this.#asking = new AbortController();
    document.addEventListener(
      'keydown',
      (event) => {
        const action = readStudyKey(event, !answer.hidden);
        if (action) event.preventDefault();
        if (action === 'show') show();
        else if (action === 'end') end();
        else if (action) rate(action);
      },
      { signal: this.#asking.signal },
    );
    const from = element('p', 'study-progress', `${words.progress(at, all)} · `);
    from.append(place);
    this.replaceChildren(from, question, answer, buttons, makeStudyButton(words.end, 'Esc', end));
    question.focus({ preventScroll: true });
  }

  #print(keys: readonly string[]): void {
    const words = studyWords();
    const cards = keys.flatMap((key) => this.#deck.cards[key] ?? []);
    const sheet = element('section', 'study-sheet');
    const questions = document.createElement('ol');
    const answers = document.createElement('ol');
    for (const card of cards) {
      const asked = element('li', '', card.question);
      asked.prepend(element('small', '', nameOrigin(card)));
      questions.append(asked);
      answers.append(element('li', '', card.answer));
    }
    sheet.append(
      element('h2', '', words.questions),
      questions,
      element('h2', 'study-answers', words.answers),
      answers,
    );
    this.append(sheet);
    document.documentElement.dataset['printing'] = 'sheet';
    addEventListener(
      'afterprint',
      () => {
        sheet.remove();
        delete document.documentElement.dataset['printing'];
      },
      { once: true },
    );
    print();
  }
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function button(label: string, run: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', run);
  return made;
}

/** The hour of what comes today, else the day. */
function formatTime(time: Date, now: Date): string {
  const isToday = time.toDateString() === now.toDateString();
  const style = isToday ? { timeStyle: 'short' as const } : { dateStyle: 'medium' as const };
  return new Intl.DateTimeFormat(document.documentElement.lang, style).format(time);
}

function download(text: string, name: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

customElements.define('study-review', StudyReview);

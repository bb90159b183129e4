/**
 * Testing oneself on a note: answers are covered, shown by a press or the space bar, and rated; what was rated comes
 * back on the page of reviews when it is due. Nothing on the page changes its place while it is covered.
 */
import './study-styles.ts';
import { studyWords } from '#words';
import { announce } from '../announce.ts';
import { followEdits, type Grade, rateCard } from './deck.ts';
import { listCards, type StudyCard } from './list-cards.ts';
import { isDeckNewer, keepDeck, loadDeck, pagePathOf } from './stored-deck.ts';
import { makeStudyButton, readStudyKey } from './study-keys.ts';

let running: SelfTest | null = null;

/** Covers the page's answers, or ends a test that runs. */
export function toggleSelfTest(opener: HTMLElement | null): void {
  if (running) running.end();
  else running = SelfTest.start(opener, () => (running = null));
}

class SelfTest {
  readonly #cards: StudyCard[];
  readonly #opener: HTMLElement | null;
  readonly #ended: () => void;
  readonly #covers = new Map<StudyCard, Cover[]>();
  readonly #rated = new Set<StudyCard>();
  readonly #bar: StudyBar;
  #current: StudyCard | null = null;

  /** Null, and said so, where the page holds nothing to ask. */
  static start(opener: HTMLElement | null, ended: () => void): SelfTest | null {
    const cards = listCards(document, studyWords().asked);
    if (cards.length > 0) {
      const deck = loadDeck();
      if (followEdits(deck, pagePathOf(location.pathname), cards)) keepDeck(deck);
      return new SelfTest(cards, opener, ended);
    }
    announce(studyWords().nothing);
    return null;
  }

  private constructor(cards: StudyCard[], opener: HTMLElement | null, ended: () => void) {
    this.#cards = cards;
    this.#opener = opener;
    this.#ended = ended;
    this.#bar = new StudyBar({
      show: () => this.#showHere(),
      rate: (grade) => this.#rate(grade),
      end: () => this.end(),
    });
    for (const card of cards) {
      const covers = card.covered.map(
        (element, at) => new Cover(element, card.question, at === 0, () => this.#show(card)),
      );
      this.#covers.set(card, covers);
    }
    document.addEventListener('keydown', this.#onKey);
    opener?.setAttribute('aria-pressed', 'true');
    this.#ask(cards[0] ?? null, false);
    announce(isDeckNewer() ? studyWords().newerDeck : studyWords().started(cards.length));
  }

  end(): void {
    document.removeEventListener('keydown', this.#onKey);
    for (const covers of this.#covers.values()) for (const cover of covers) cover.remove();
    this.#bar.remove();
    this.#opener?.setAttribute('aria-pressed', 'false');
    this.#opener?.focus({ preventScroll: true });
    this.#ended();
  }

  #onKey = (event: KeyboardEvent): void => {
    const action = readStudyKey(event, this.#current && this.#isShown(this.#current));
    if (action === 'end') return this.end();
    if (action) event.preventDefault();
    if (action === 'show') this.#showHere();
    else if (action) this.#rate(action);
  };

  #isShown(card: StudyCard): boolean {
    return this.#covers.get(card)?.every((cover) => cover.isOpen) ?? false;
  }

  #ask(card: StudyCard | null, scrolls = true): void {
    this.#current = card;
    if (!card) {
      this.#bar.done(this.#rated.size);
      return;
    }
    if (scrolls) bringInView(card);
    this.#bar.ask(card.question, this.#rated.size, this.#cards.length);
  }

  /** From the bar, which stands by wherever the page is. */
  #showHere(): void {
    this.#show(this.#current);
    if (this.#current) bringInView(this.#current);
  }

  #show(card: StudyCard | null): void {
    if (!card) return;
    this.#current = card;
    for (const cover of this.#covers.get(card) ?? []) cover.open();
    this.#bar.answer(card.question, this.#rated.size, this.#cards.length);
  }

  #rate(grade: Grade): void {
    const card = this.#current;
    if (!card) return;
    const page = pagePathOf(location.pathname);
    const deck = loadDeck();
    const { question, answer, anchor, place } = card;
    const title = document.querySelector('h1')?.textContent?.trim() ?? document.title;
    rateCard(
      deck,
      `${page}#${card.key}`,
      { page, title, anchor, place, question, answer },
      grade,
      new Date(),
    );
    keepDeck(deck);
    this.#rated.add(card);
    const at = this.#cards.indexOf(card);
    const later = [...this.#cards.slice(at + 1), ...this.#cards.slice(0, at)];
    this.#ask(later.find((other) => !this.#rated.has(other)) ?? null);
  }
}

/** Covers what an element says, without moving anything: the words keep their room and are out of reach for every sense. */
class Cover {
  isOpen = false;
  readonly #element: Element;
  readonly #answer: HTMLElement;
  readonly #button: HTMLButtonElement;

  constructor(element: Element, question: string, isStop: boolean, show: () => void) {
    this.#element = element;
    this.#answer = document.createElement('span');
    this.#answer.className = 'study-answer';
    this.#button = document.createElement('button');
    this.#button.type = 'button';
    this.#button.className = 'study-cover';
    this.#button.ariaLabel = studyWords().showNamed(question);
    // One stop a question: the other cells of its row open with it.
    if (!isStop) this.#button.tabIndex = -1;
    this.#button.addEventListener('click', show);
    // A drawing keeps its boxes and lines: only its words are asked for.
    if (element.matches('svg')) this.#button.classList.add('is-clear');
    if (element.matches('td, th, dd')) {
      this.#answer.append(...element.childNodes);
      element.append(this.#answer, this.#button);
      element.classList.add('study-place');
      return;
    }
    const place = document.createElement('span');
    place.className = `study-place ${element.matches('a') ? 'is-inline' : 'is-block'}`;
    if (element.matches('details')) {
      // Its line asks, or says that an answer follows.
      this.#answer.append(...[...element.childNodes].filter((node) => node.nodeName !== 'SUMMARY'));
      element.append(place);
    } else {
      element.replaceWith(place);
      this.#answer.append(element);
    }
    place.append(this.#answer, this.#button);
  }

  open(): void {
    this.isOpen = true;
    this.#answer.classList.add('is-shown');
    this.#button.remove();
    for (
      let fold = this.#answer.closest('details');
      fold;
      fold = fold.parentElement?.closest('details') ?? null
    )
      fold.open = true;
  }

  remove(): void {
    this.#button.remove();
    if (this.#element.classList.contains('study-place')) {
      this.#element.classList.remove('study-place');
      this.#answer.replaceWith(...this.#answer.childNodes);
    } else if (this.#element.matches('details'))
      this.#answer.parentElement?.replaceWith(...this.#answer.childNodes);
    else this.#answer.parentElement?.replaceWith(this.#element);
  }
}

interface StudyActions {
  show(): void;
  rate(grade: Grade): void;
  end(): void;
}

/** Of a figure that is drawn for several widths only one is seen. */
function bringInView({ covered }: StudyCard): void {
  covered.find((element) => element.checkVisibility())?.scrollIntoView({ block: 'center' });
}

/** The line at the window's foot: which question, how far, and what can be done next. */
class StudyBar {
  readonly #bar = document.createElement('section');
  readonly #question = document.createElement('p');
  readonly #progress = document.createElement('p');
  readonly #buttons = document.createElement('div');
  readonly #actions: StudyActions;

  constructor(actions: StudyActions) {
    const words = studyWords();
    this.#actions = actions;
    this.#bar.className = 'study-bar';
    this.#bar.ariaLabel = words.title;
    this.#question.className = 'study-question';
    this.#question.setAttribute('role', 'status');
    this.#progress.className = 'study-progress';
    this.#buttons.className = 'study-buttons';
    const end = makeStudyButton(words.end, 'Esc', () => actions.end());
    this.#bar.append(this.#progress, this.#question, this.#buttons, end);
    document.body.append(this.#bar);
    document.documentElement.dataset['studying'] = '';
    // The keys are the bar's from here on: a space on the button that began would end it again.
    this.#bar.tabIndex = -1;
    this.#bar.focus({ preventScroll: true });
  }

  ask(question: string, done: number, all: number): void {
    this.#set(question, done, all, [makeStudyButton(studyWords().show, 'Space', () => this.#actions.show())]);
  }

  answer(question: string, done: number, all: number): void {
    const words = studyWords();
    this.#set(question, done, all, [
      makeStudyButton(words.again, '1', () => this.#actions.rate('again')),
      makeStudyButton(words.good, '2', () => this.#actions.rate('good')),
    ]);
  }

  done(rated: number): void {
    const words = studyWords();
    const link = document.createElement('a');
    link.href = `${document.documentElement.dataset['base'] ?? '/'}review/`;
    link.textContent = words.toReviews;
    this.#set(words.done(rated), rated, rated, []);
    this.#buttons.append(link);
  }

  remove(): void {
    this.#bar.remove();
    delete document.documentElement.dataset['studying'];
  }

  #set(question: string, done: number, all: number, buttons: HTMLButtonElement[]): void {
    const hadFocus = this.#buttons.contains(document.activeElement);
    this.#question.textContent = question;
    this.#progress.textContent = studyWords().progress(done, all);
    this.#buttons.replaceChildren(...buttons);
    if (hadFocus) this.#bar.focus({ preventScroll: true });
  }
}

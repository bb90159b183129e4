/** What a reader has learned: plain data on their device, with the schedule of FSRS (ts-fsrs). */
import { type Card, createEmptyCard, fsrs, Rating, State } from 'ts-fsrs';

/** One card that was rated at least once. */
export interface LearnedCard {
  /** Path of its page below the site's base: `devices/router/`. */
  page: string;
  title: string;
  anchor: string;
  /** Section and caption where it stands; decks from before this was kept say none. */
  place?: string;
  question: string;
  answer: string;
  schedule: Card;
}

export interface Deck {
  version: 1;
  /** The site that it belongs to: another's cards mean nothing here. */
  site: string;
  /** By `<page>#<card key>`. */
  cards: Record<string, LearnedCard>;
}

export type Grade = 'again' | 'good';

const scheduler = fsrs({ enable_fuzz: false });

export function emptyDeck(site: string): Deck {
  return { version: 1, site, cards: {} };
}

/**
 * Reads a stored or imported deck. Throws `RangeError('broken')` for what is no deck, `RangeError('newer')` for one of a
 * version to come, `RangeError('other')` for another site's.
 */
export function readDeck(text: string, site: string): Deck {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new RangeError('broken');
  }
  const deck = data as (Omit<Partial<Deck>, 'version'> & { version?: number }) | null;
  if (typeof deck?.version === 'number' && deck.version > 1 && typeof deck.site === 'string')
    throw new RangeError('newer');
  if (deck?.version !== 1 || typeof deck.site !== 'string' || typeof deck.cards !== 'object' || !deck.cards)
    throw new RangeError('broken');
  if (deck.site !== site) throw new RangeError('other');
  const cards: Deck['cards'] = {};
  for (const [key, card] of Object.entries(deck.cards)) {
    const read = readCard(card);
    if (read) cards[key] = read;
  }
  return { version: 1, site, cards };
}

function readCard(value: unknown): LearnedCard | null {
  if (typeof value !== 'object' || value === null) return null;
  const { page, title, anchor, place, question, answer, schedule } = value as Record<string, unknown>;
  const texts = [page, title, anchor, question, answer];
  if (!texts.every((text) => typeof text === 'string') || typeof schedule !== 'object' || !schedule)
    return null;
  const { due, last_review: last, ...numbers } = schedule as Record<string, unknown>;
  const dueDay = new Date(typeof due === 'string' ? due : NaN);
  if (Number.isNaN(dueDay.getTime())) return null;
  const names = [
    'stability',
    'difficulty',
    'elapsed_days',
    'scheduled_days',
    'learning_steps',
    'reps',
    'lapses',
    'state',
  ];
  if (!names.every((name) => Number.isFinite(numbers[name])) || !isSchedule(numbers)) return null;
  const lastDay = typeof last === 'string' ? new Date(last) : null;
  if (lastDay && Number.isNaN(lastDay.getTime())) return null;
  // An address is followed: only one below this site's base is taken.
  if (/^[/\\]|:|\.\./u.test(page as string)) return null;
  return {
    page: page as string,
    title: title as string,
    anchor: anchor as string,
    ...(typeof place === 'string' ? { place } : {}),
    question: question as string,
    answer: answer as string,
    schedule: {
      ...(Object.fromEntries(names.map((name) => [name, numbers[name]])) as unknown as Card),
      due: dueDay,
      ...(lastDay ? { last_review: lastDay } : {}),
    },
  };
}

/** Whether the scheduler can go on from there: from anything else it throws when the card is rated. */
function isSchedule({ state, stability, difficulty }: Record<string, unknown>): boolean {
  if (state === State.New) return true;
  const isKnown = state === State.Learning || state === State.Review || state === State.Relearning;
  return isKnown && Number(stability) > 0 && Number(difficulty) >= 1 && Number(difficulty) <= 10;
}

/** Rates a card and says when it comes again. The deck is changed in place. */
export function rateCard(
  deck: Deck,
  key: string,
  card: Omit<LearnedCard, 'schedule'>,
  grade: Grade,
  now: Date,
): Date {
  const known: Card = deck.cards[key]?.schedule ?? createEmptyCard(now);
  // Where the clock was set back, or another device's went ahead, the last time was to come.
  const before: Card = known.last_review && known.last_review > now ? { ...known, last_review: now } : known;
  const { card: schedule } = scheduler.next(before, now, grade === 'good' ? Rating.Good : Rating.Again);
  deck.cards[key] = { ...card, schedule };
  return schedule.due;
}

/**
 * Cards of a page whose question was edited keep what was learned: one that the page no longer asks passes on to the only
 * new one in its place with the same answer. The deck is changed in place; false where nothing was.
 */
export function followEdits(
  deck: Deck,
  page: string,
  asked: readonly (Pick<LearnedCard, 'anchor' | 'question' | 'answer'> & { key: string })[],
): boolean {
  const current = new Set(asked.map(({ key }) => `${page}#${key}`));
  const byAnswer = new Map<string, { gone: string[]; fresh: (typeof asked)[number][] }>();
  const groupOf = ({ anchor, answer }: Pick<LearnedCard, 'anchor' | 'answer'>) => {
    const name = `${anchor}\n${answer}`;
    const group = byAnswer.get(name) ?? { gone: [], fresh: [] };
    byAnswer.set(name, group);
    return group;
  };
  for (const [key, card] of Object.entries(deck.cards))
    if (card.page === page && !current.has(key)) groupOf(card).gone.push(key);
  for (const card of asked) if (!deck.cards[`${page}#${card.key}`]) groupOf(card).fresh.push(card);
  let isChanged = false;
  for (const { gone, fresh } of byAnswer.values()) {
    const [[from, ...otherGone], [to, ...otherFresh]] = [gone, fresh];
    const known = from === undefined ? undefined : deck.cards[from];
    if (from === undefined || !known || !to || otherGone.length > 0 || otherFresh.length > 0) continue;
    deck.cards[`${page}#${to.key}`] = { ...known, question: to.question };
    Reflect.deleteProperty(deck.cards, from);
    isChanged = true;
  }
  return isChanged;
}

/** The keys of cards that are due, the longest overdue first. */
export function listDue(deck: Deck, now: Date): string[] {
  return Object.entries(deck.cards)
    .filter(([, { schedule }]) => schedule.due <= now)
    .sort(([, a], [, b]) => a.schedule.due.getTime() - b.schedule.due.getTime())
    .map(([key]) => key);
}

/** Learned notes with how many of their cards are due and the next day on which one is. */
export function listProgress(deck: Deck, now: Date) {
  const notes = new Map<string, { page: string; title: string; all: number; due: number; next: Date }>();
  for (const { page, title, schedule } of Object.values(deck.cards)) {
    const note = notes.get(page) ?? { page, title, all: 0, due: 0, next: schedule.due };
    note.all++;
    if (schedule.due <= now) note.due++;
    if (schedule.due < note.next) note.next = schedule.due;
    notes.set(page, note);
  }
  return [...notes.values()].sort((a, b) => b.due - a.due || a.next.getTime() - b.next.getTime());
}

/** Two decks as one: of a card in both, the one that was rated later. */
export function mergeDecks(one: Deck, other: Deck): Deck {
  const cards = { ...one.cards };
  for (const [key, card] of Object.entries(other.cards)) {
    const known = cards[key]?.schedule.last_review?.getTime() ?? -1;
    if ((card.schedule.last_review?.getTime() ?? 0) > known) cards[key] = card;
  }
  return { ...one, cards };
}

/** What a card is from: the note, and the section or table in it. */
export function nameOrigin({ title, place }: Pick<LearnedCard, 'title' | 'place'>): string {
  return place && place !== title ? `${title} › ${place}` : title;
}

/**
 * Questions and answers for Anki, tab-separated with its file headers
 * (https://docs.ankiweb.net/importing/text-files.html). Anki takes cards of one first field for one card: no two are equal.
 * @param linkTo the absolute address of a card's place, percent-encoded
 */
export function writeAnki(deck: Deck, linkTo: (card: LearnedCard) => string): string {
  const field = (html: string) => `"${html.replaceAll('"', '""')}"`;
  const taken = new Map<string, number>();
  const rows = Object.values(deck.cards).map((card) => {
    const asked = `${nameOrigin(card)}\n${card.question}`;
    const times = (taken.get(asked) ?? 0) + 1;
    taken.set(asked, times);
    const address = escapeHtml(linkTo(card)).replaceAll('"', '&quot;');
    return [
      field(writeHtml(times > 1 ? `${asked} (${times})` : asked)),
      field(`${writeHtml(card.answer)}<br><a href="${address}">${writeHtml(card.title)}</a>`),
    ].join('\t');
  });
  return ['#separator:tab', '#html:true', ...rows, ''].join('\n');
}

/** On one line of the file, whatever it says. */
function writeHtml(text: string): string {
  return escapeHtml(text)
    .replace(/\r?\n|\r/gu, '<br>')
    .replaceAll('\t', ' ');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

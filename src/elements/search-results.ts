/** Draws what a search found: groups of hits, further notes, explanations, help for empty results. */
import type { Hit, HitGroup, NoteName, SearchOutcome } from '../search/outcome.ts';
import { getSiteRoot } from '../search/search-client.ts';
import { searchWords } from '#words';
import { make, makeButton, makeIcon, makeSegments } from './search-dom.ts';
import { makeHref } from './search-link.ts';
import { listTargets } from './search-status.ts';

/** Words that a landing link carries at most; more make it unreadable. */
const mostLandingWords = 6;

/** A note of which only the name is known, is looked through for so many. */
const mostRestWords = 4;

/** One note with its hits. */
export function makeGroup(group: HitGroup): HTMLElement {
  const words = findWords(group);
  const place = describePlace(group);
  const head = make(
    'header',
    { class: 'search-group-head' },
    makeKind(place.kind),
    make('a', { class: 'search-note', href: makeHref(group.url, words) }, makeSegments(group.title)),
  );
  if (place.crumb !== '') head.append(make('span', { class: 'search-crumb' }, place.crumb));
  const list = make('ul', { class: 'search-hits' }, ...group.hits.map((hit) => makeHit(hit, group, words)));
  const section = make(
    'section',
    { class: 'search-group', 'data-search-group': '', 'data-hue': group.hue || group.kind },
    head,
    list,
  );
  if (group.more.length > 0) section.append(makeMoreButton(group, list, words));
  return section;
}

/** Where a note stands: its collection, or its folder where the site has no collections, and what is between. */
function describePlace({ kind, kindLabel, breadcrumb }: HitGroup): { kind: string; crumb: string } {
  const crumbs = breadcrumb.split('›').map((crumb) => crumb.trim());
  const [first = '', ...others] = crumbs;
  if (first === '') return { kind: kindLabel, crumb: '' };
  const isFolder = kindLabel === '' || kind === 'note';
  return first === kindLabel || isFolder
    ? { kind: first, crumb: others.join(' › ') }
    : { kind: kindLabel, crumb: crumbs.join(' › ') };
}

/** Opens the further sections of a note, and puts the reader on the first of them. */
function makeMoreButton(group: HitGroup, list: HTMLElement, words: string[]): HTMLButtonElement {
  const sections = group.more.filter(({ depth }) => depth === 0).length;
  const button = makeButton(searchWords().moreSections(sections), 'search-left', () => {
    const items = group.more.map((hit) => makeHit(hit, group, words));
    list.append(...items);
    button.remove();
    items[0]?.querySelector('a')?.focus();
  });
  return button;
}

/** Notes that were found but are not drawn in full, by name. */
export function makeRest(notes: readonly NoteName[], words: readonly string[]): HTMLElement {
  const items = notes.map((note) =>
    make(
      'li',
      { 'data-search-result': '', 'data-hue': note.hue || note.kind },
      make(
        'a',
        { href: makeHref(note.url, words.slice(0, mostRestWords), true) },
        makeKind(note.kindLabel),
        note.title,
      ),
    ),
  );
  return make('ul', { class: 'search-rest' }, ...items);
}

/** Says what was searched instead of what was typed, with the way back to it. */
export function makeExplanation(
  { explanations, query }: SearchOutcome,
  onSearch: OnSearch,
): HTMLElement | null {
  const [first] = explanations;
  if (first === undefined) return null;
  const line = make(
    'p',
    { class: 'search-explanation', 'data-search-explanation': first.kind },
    `${searchWords().explanations[first.kind]}: `,
  );
  for (const word of listTargets(explanations))
    line.append(
      makeButton(word, 'search-word', () => onSearch(word, false)),
      ' ',
    );
  const typed = query.trim();
  const literally = searchWords().literally(shorten(typed));
  line.append(makeButton(literally, 'search-literal', () => onSearch(typed, true)));
  return line;
}

/** What to do when nothing was found: the nearest words and notes, then the lists of everything. */
export function makeEmpty(outcome: SearchOutcome, onSearch: OnSearch): HTMLElement {
  const box = make(
    'div',
    { class: 'search-empty' },
    make('p', {}, searchWords().empty.text(shorten(outcome.query.trim()))),
  );
  const words = outcome.suggestions.filter((suggestion) => suggestion.kind === 'word');
  const pages = outcome.suggestions.flatMap((suggestion) => (suggestion.kind === 'word' ? [] : [suggestion]));
  if (words.length > 0) {
    const line = make('p', { class: 'search-words' }, `${searchWords().empty.words} `);
    for (const { text } of words)
      line.append(
        makeButton(text, 'search-word', () => onSearch(text, false)),
        ' ',
      );
    box.append(line);
  }
  if (pages.length > 0) {
    const items = pages.map(({ text, url }) => make('li', {}, make('a', { href: makeHref(url, []) }, text)));
    box.append(make('p', {}, searchWords().empty.places), make('ul', { class: 'search-rest' }, ...items));
  }
  box.append(makeElsewhere());
  return box;
}

/** Links to the lists of everything. */
export function makeElsewhere(): HTMLElement {
  const root = getSiteRoot();
  const { allTerms, allTags } = searchWords();
  return make(
    'p',
    { class: 'search-elsewhere' },
    make('a', { href: `${root}glossary/` }, allTerms),
    ' · ',
    make('a', { href: `${root}tags/` }, allTags),
  );
}

function makeHit(hit: Hit, group: HitGroup, words: readonly string[]): HTMLElement {
  const title =
    hit.title.length > 0
      ? makeSegments(hit.title)
      : hit.kind === 'lead'
        ? makeSegments(group.title)
        : searchWords().kinds[hit.kind];
  const own = findSegmentWords([...hit.title, ...hit.excerpt]);
  const link = make(
    'a',
    { href: makeHref(hit.url, own.length > 0 ? own : words) },
    make(
      'span',
      { class: 'search-hit-kind' },
      makeIcon(hit.kind),
      make('span', {}, searchWords().kinds[hit.kind]),
    ),
    make('span', { class: 'search-hit-title' }, title),
  );
  if (hit.excerpt.length > 0)
    link.append(make('span', { class: 'search-hit-text' }, makeSegments(hit.excerpt)));
  return make(
    'li',
    {
      'data-search-result': '',
      'data-kind': hit.kind,
      'data-depth': hit.depth > 0 ? String(hit.depth) : null,
    },
    link,
  );
}

function makeKind(label: string): HTMLElement {
  return make(
    'span',
    { class: 'search-kind' },
    make('span', { class: 'kind-mark', 'aria-hidden': 'true' }),
    label || searchWords().note,
  );
}

function findWords(group: HitGroup): string[] {
  return findSegmentWords([...group.title, ...group.hits.flatMap((hit) => [...hit.title, ...hit.excerpt])]);
}

function findSegmentWords(segments: HitGroup['title']): string[] {
  return [...new Set(segments.filter(({ hit }) => hit).map(({ text }) => text))].slice(0, mostLandingWords);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

export type OnSearch = (query: string, literal: boolean) => void;

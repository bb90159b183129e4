/** Draws what a search found: groups of hits, further notes, explanations, help for empty results. */
import type { Hit, HitGroup, NoteName, SearchOutcome } from '../search/engine.ts';
import type { Explanation } from '../search/plan-query.ts';
import { getSiteRoot } from '../search/search-client.ts';
import { make, makeButton, makeIcon, makeSegments } from './search-dom.ts';

const hitWords = { lead: '첫머리', section: '절', table: '표', diagram: '그림', term: '용어' } as const;

/** Collections whose hue has another name. */
const hues: Record<string, string> = { 'business-model': 'business', glossary: 'term' };

/** Words that a landing link carries at most; more make it unreadable. */
const mostLandingWords = 6;

/** One note with its hits. */
export function makeGroup(group: HitGroup): HTMLElement {
  const words = findWords(group);
  const head = make(
    'header',
    { class: 'search-group-head' },
    makeKind(group.kindLabel),
    make(
      'a',
      { class: 'search-note', href: makeHref(group.url, words), tabindex: '-1' },
      makeSegments(group.title),
    ),
  );
  const crumb = group.breadcrumb.split('›').slice(1).join('›').trim();
  if (crumb !== '') head.append(make('span', { class: 'search-crumb' }, crumb));
  const list = make('ul', { class: 'search-hits' }, ...group.hits.map((hit) => makeHit(hit, group, words)));
  const section = make(
    'section',
    { class: 'search-group', 'data-search-group': '', 'data-hue': getHue(group.kind) },
    head,
    list,
  );
  if (group.left > 0)
    section.append(make('p', { class: 'search-left' }, `이 노트의 다른 절 ${group.left}곳에도 나옵니다`));
  return section;
}

/** Notes that were found but are not drawn in full, by name. */
export function makeRest(notes: readonly NoteName[], words: readonly string[]): HTMLElement {
  const items = notes.map((note) =>
    make(
      'li',
      { 'data-search-result': '', 'data-hue': getHue(note.kind) },
      make('a', { href: makeHref(note.url, words.slice(0, 2)) }, makeKind(note.kindLabel), note.title),
    ),
  );
  return make('ul', { class: 'search-rest' }, ...items);
}

/** Says what was searched instead of what was typed, with the way back to it. */
export function makeExplanation(
  { explanations, literal }: SearchOutcome,
  onSearch: OnSearch,
): HTMLElement | null {
  const [first] = explanations;
  if (first === undefined) return null;
  const lines: Record<Explanation['kind'], string> = {
    typo: '비슷한 낱말로 찾았습니다',
    keyboard: '한/영 자판을 바꾸어 찾았습니다',
    choseong: '첫소리로 찾았습니다',
    synonym: '같은 뜻의 말도 함께 찾았습니다',
    fewer: '모두 나오는 노트가 없어 일부 낱말로 찾았습니다',
  };
  const line = make(
    'p',
    { class: 'search-explanation', 'data-search-explanation': first.kind },
    `${lines[first.kind]}: `,
  );
  const words = [
    ...new Set(explanations.filter(({ kind }) => kind === first.kind).flatMap(({ to }) => to)),
  ].slice(0, 5);
  for (const word of words)
    line.append(
      makeButton(word, 'search-word', () => onSearch(word, false)),
      ' ',
    );
  line.append(
    makeButton(`‘${shorten(literal)}’ 그대로 찾기`, 'search-literal', () => onSearch(literal, true)),
  );
  return line;
}

/** What to do when nothing was found: the nearest words and notes, then the lists of everything. */
export function makeEmpty(outcome: SearchOutcome, onSearch: OnSearch): HTMLElement {
  const box = make(
    'div',
    { class: 'search-empty' },
    make(
      'p',
      {},
      `‘${shorten(outcome.query.trim())}’에 맞는 노트가 없습니다. 낱말을 줄이거나 바꾸어 보십시오.`,
    ),
  );
  const words = outcome.suggestions.filter((suggestion) => suggestion.kind === 'word');
  const pages = outcome.suggestions.flatMap((suggestion) => (suggestion.kind === 'word' ? [] : [suggestion]));
  if (words.length > 0) {
    const line = make('p', { class: 'search-words' }, '가까운 낱말: ');
    for (const { text } of words)
      line.append(
        makeButton(text, 'search-word', () => onSearch(text, false)),
        ' ',
      );
    box.append(line);
  }
  if (pages.length > 0) {
    const items = pages.map(({ text, url }) => make('li', {}, make('a', { href: makeHref(url, []) }, text)));
    box.append(make('p', {}, '가까운 노트와 용어:'), make('ul', { class: 'search-rest' }, ...items));
  }
  const root = getSiteRoot();
  box.append(
    make(
      'p',
      { class: 'search-elsewhere' },
      make('a', { href: `${root}glossary/` }, '용어 전체'),
      ' · ',
      make('a', { href: `${root}tags/` }, '태그 전체'),
    ),
  );
  return box;
}

/** Address of a hit, with the words to highlight there: `/stack/rag/?mark=임베딩#s-7k2fq`. */
export function makeHref(url: string, words: readonly string[]): string {
  const address = new URL(url.replace(/^\//, ''), getSiteRoot());
  if (words.length > 0) address.searchParams.set('mark', words.join(','));
  return address.pathname + address.search + address.hash;
}

function makeHit(hit: Hit, group: HitGroup, words: readonly string[]): HTMLElement {
  const title =
    hit.title.length > 0
      ? makeSegments(hit.title)
      : hit.kind === 'lead'
        ? makeSegments(group.title)
        : hitWords[hit.kind];
  const own = findSegmentWords([...hit.title, ...hit.excerpt]);
  const link = make(
    'a',
    { href: makeHref(hit.url, own.length > 0 ? own : words) },
    make('span', { class: 'search-hit-kind' }, makeIcon(hit.kind), make('span', {}, hitWords[hit.kind])),
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
    label || '노트',
  );
}

function getHue(kind: string): string {
  return hues[kind] ?? kind;
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

/**
 * `<search-panel>`: a search field and what it finds, the same in the dialog and on `/search/`. Improves a form that
 * works as a plain GET without it. With `data-in-url` the query lives in the address (`?q=&kind=&tag=&year=`).
 */
import type { Facets, SearchOutcome } from '../search/engine.ts';
import { searchNotes, SearchUnavailable, warmSearch } from '../search/search-client.ts';
import { forgetRecentSearch, keepRecentSearch, listRecentSearches } from './recent-searches.ts';
import { make, makeButton } from './search-dom.ts';
import { makeFacets } from './search-facets.ts';
import type { FacetChoice } from './search-facets.ts';
import { makeEmpty, makeExplanation, makeGroup, makeHref, makeRest } from './search-results.ts';

export { warmSearch };

/** Groups loaded at first: what a screen shows. More come when the reader gets there. */
const firstGroups = 3;
const moreGroups = 5;

/** While a syllable is being typed, "nothing found" waits this long (ms) before it replaces results. */
const patience = 450;

export class SearchPanel extends HTMLElement {
  #input: HTMLInputElement | null = null;
  #body: HTMLElement | null = null;
  #status: HTMLElement | null = null;
  /** What the page says before anything is searched. */
  #hint: Element | null = null;
  #facets: HTMLElement | null = null;
  #choice: FacetChoice = {};
  #literal = false;
  #outcome: SearchOutcome | null = null;
  #asked = 0;
  #busy = false;
  #again = false;
  #composing = false;
  #emptyTimer = 0;
  #statusTimer = 0;
  #wantsFacets = false;
  #sentinel: IntersectionObserver | null = null;

  connectedCallback(): void {
    if (this.#input !== null) return;
    this.#input = this.querySelector('input[type="search"]');
    this.#body = this.querySelector('[data-search-body]');
    this.#status = this.querySelector('[data-search-status]');
    this.#hint = this.querySelector('.search-hint');
    this.#facets = this.querySelector('[data-search-facets]');
    this.#input?.addEventListener('focus', warmSearch, { once: true });
    this.#input?.addEventListener('compositionstart', () => (this.#composing = true));
    this.#input?.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#update();
    });
    this.#input?.addEventListener('input', () => {
      this.#literal = false;
      this.#update();
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      keepRecentSearch(this.query);
      this.#update();
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('[data-search-result] a, .search-note'))
        keepRecentSearch(this.query);
    });
    if (this.hasAttribute('data-in-url')) {
      // What was typed before this came is what the reader wants.
      if (this.query === '') this.#readAddress();
      addEventListener('popstate', () => this.#readAddress());
    }
    this.#update();
  }

  /** What is in the field. */
  get query(): string {
    return this.#input?.value ?? '';
  }

  /** Puts a query into the field and searches it. */
  search(query: string, literal = false): void {
    if (this.#input !== null) this.#input.value = query;
    this.#literal = literal;
    this.#update();
    this.#input?.focus();
  }

  #readAddress(): void {
    const { searchParams } = new URL(location.href);
    if (this.#input !== null) this.#input.value = searchParams.get('q') ?? '';
    this.#literal = searchParams.get('exact') === '1';
    this.#choice = {};
    for (const name of ['kind', 'tag', 'year'] as const) {
      const value = searchParams.get(name);
      if (value !== null && value !== '') this.#choice[name] = value;
    }
    this.#update();
  }

  #writeAddress(): void {
    if (!this.hasAttribute('data-in-url')) return;
    const address = new URL(location.href);
    const state = { q: this.query.trim(), ...this.#choice, exact: this.#literal ? '1' : '' };
    for (const name of ['q', 'kind', 'tag', 'year', 'exact']) {
      const value = (state as Record<string, string | undefined>)[name];
      if (value === undefined || value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value.slice(0, 200));
    }
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  }

  /** Searches what is in the field now. One search at a time; what is typed meanwhile is searched next. */
  #update(): void {
    this.#writeAddress();
    if (this.query.trim() === '') {
      this.#asked++;
      this.#outcome = null;
      this.#drawIdle();
      return;
    }
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    void this.#run().finally(() => {
      this.#busy = false;
      if (!this.#again) return;
      this.#again = false;
      this.#update();
    });
  }

  async #run(): Promise<void> {
    const asked = ++this.#asked;
    const slow = setTimeout(() => this.#outcome ?? this.#say('색인을 불러오는 중입니다.'), 400);
    try {
      const outcome = await searchNotes(this.query, {
        limit: firstGroups,
        literal: this.#literal,
        ...this.#choice,
        ...(this.#wantsFacets && { facets: true }),
      });
      if (asked !== this.#asked) return;
      clearTimeout(this.#emptyTimer);
      const shown = this.#outcome;
      if (outcome.total === 0 && shown !== null && shown.total > 0 && this.#composing) {
        // Half a syllable: the results of the last whole one stay until it is clear that nothing comes.
        this.#emptyTimer = window.setTimeout(() => asked === this.#asked && this.#draw(outcome), patience);
      } else this.#draw(outcome);
    } catch (error) {
      if (asked === this.#asked) this.#drawFailure(error);
    } finally {
      clearTimeout(slow);
    }
  }

  #draw(outcome: SearchOutcome): void {
    this.#outcome = outcome;
    const onSearch = (query: string, literal: boolean): void => this.search(query, literal);
    const parts: Node[] = [];
    const suggestions = this.#makeSuggestions(outcome);
    const explanation = makeExplanation(outcome, onSearch);
    if (suggestions !== null && outcome.total > 0) parts.push(suggestions);
    if (explanation !== null) parts.push(explanation);
    if (this.#literal && outcome.total > 0) parts.push(this.#makeLiteralNote());
    parts.push(...this.#makeGroups(outcome));
    if (outcome.total === 0) parts.push(makeEmpty(outcome, onSearch));
    if (outcome.failed > 0)
      parts.push(
        make(
          'p',
          { class: 'search-failed' },
          `노트 ${outcome.failed}개는 불러오지 못했습니다. 연결을 확인하고 다시 찾아 주세요.`,
        ),
      );
    this.#body?.replaceChildren(...parts);
    if (this.#body !== null) this.#body.scrollTop = 0;
    this.#drawFacets(outcome);
    this.#drawMore(outcome);
    this.#say(outcome.total === 0 ? '찾은 노트가 없습니다.' : `노트 ${outcome.total}개에서 찾았습니다.`);
  }

  #makeGroups(outcome: SearchOutcome): Node[] {
    const groups = outcome.groups.map((group) => ({ element: makeGroup(group), scattered: group.scattered }));
    const firstScattered = groups.findIndex(({ scattered }) => scattered);
    const nodes: Node[] = groups.map(({ element }) => element);
    if (firstScattered > 0)
      nodes.splice(
        firstScattered,
        0,
        make('p', { class: 'search-divider' }, '낱말이 흩어져 있거나 다른 낱말 속에 든 노트'),
      );
    return nodes;
  }

  /** The notes behind the first ones: by name at once, in full when the reader comes near. */
  #drawMore(outcome: SearchOutcome): void {
    this.#sentinel?.disconnect();
    this.#body?.querySelector('.search-more')?.remove();
    if (outcome.offset >= outcome.total) return;
    const box = make(
      'section',
      { class: 'search-more' },
      make('h2', {}, `더 찾은 노트 ${outcome.total - outcome.offset}개`),
    );
    const button = makeButton('내용까지 더 보기', 'search-load', () => void this.#loadMore());
    box.append(button);
    if (outcome.rest.length > 0) box.append(makeRest(outcome.rest, outcome.words));
    this.#body?.append(box);
    this.#sentinel = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting) && this.#hasScrolled()) void this.#loadMore();
    });
    this.#sentinel.observe(button);
  }

  #hasScrolled(): boolean {
    return (this.#body?.scrollTop ?? 0) > 0 || scrollY > 0;
  }

  async #loadMore(): Promise<void> {
    const outcome = this.#outcome;
    if (outcome === null || this.#busy) return;
    const asked = this.#asked;
    this.#sentinel?.disconnect();
    try {
      const next = await searchNotes(outcome.query, {
        limit: moreGroups,
        offset: outcome.offset,
        literal: this.#literal,
        ...this.#choice,
      });
      if (asked !== this.#asked) return;
      this.#outcome = next;
      const more = this.#body?.querySelector('.search-more');
      const hadFocus = more?.contains(document.activeElement) ?? false;
      more?.remove();
      const groups = this.#makeGroups(next);
      this.#body?.append(...groups);
      this.#drawMore(next);
      const first = groups[0];
      if (hadFocus && first instanceof Element)
        first.querySelector<HTMLElement>('[data-search-result] a')?.focus();
    } catch (error) {
      this.#drawFailure(error);
    }
  }

  #drawFacets(outcome: SearchOutcome): void {
    if (this.#facets === null) return;
    const wasOpen = this.#facets.querySelector('details')?.open ?? false;
    const focused =
      document.activeElement instanceof HTMLElement && this.#facets.contains(document.activeElement)
        ? document.activeElement.dataset
        : null;
    const wasAsked = this.#wantsFacets && this.#facets.querySelector('button.search-more-facets') !== null;
    const isChosen = this.#choice.tag !== undefined || this.#choice.year !== undefined;
    const more = outcome.hasFacets ? wasOpen || wasAsked || isChosen : this.#makeMoreFacets();
    const facets =
      outcome.hasFacets || outcome.total > 0
        ? makeFacets(outcome.facets, this.#choice, more, (name, value) => this.#choose(name, value))
        : null;
    this.#facets.replaceChildren(...(facets === null ? [] : [facets]));
    this.#facets.hidden = facets === null;
    if (focused === null) return;
    if (focused['facet'] === undefined) {
      this.#facets.querySelector('summary')?.focus();
      return;
    }
    const buttons = [...this.#facets.querySelectorAll<HTMLElement>('[data-facet]')];
    buttons
      .find(({ dataset }) => dataset['facet'] === focused['facet'] && dataset['value'] === focused['value'])
      ?.focus();
  }

  /** Tags and years are loaded when they are asked for. */
  #makeMoreFacets(): HTMLElement {
    return makeButton('더 거르기', 'search-load search-more-facets', () => {
      this.#wantsFacets = true;
      this.#update();
    });
  }

  #choose(name: keyof Facets, value: string | undefined): void {
    if (value === undefined) delete this.#choice[name];
    else this.#choice[name] = value;
    this.#update();
  }

  #makeSuggestions(outcome: SearchOutcome): HTMLElement | null {
    if (outcome.suggestions.length === 0) return null;
    const items = outcome.suggestions.map((suggestion) =>
      suggestion.kind === 'word'
        ? makeButton(suggestion.text, 'search-suggestion', () => this.search(suggestion.text))
        : make('a', { class: 'search-suggestion', href: makeHref(suggestion.url, []) }, suggestion.text),
    );
    return make(
      'div',
      { class: 'search-suggestions', 'data-search-suggestions': '', role: 'group', 'aria-label': '추천' },
      ...items,
    );
  }

  #makeLiteralNote(): HTMLElement {
    const line = make('p', { class: 'search-explanation' }, '입력한 그대로 찾은 결과입니다. ');
    line.append(makeButton('같은 뜻의 말까지 찾기', 'search-literal', () => this.search(this.query)));
    return line;
  }

  #drawIdle(): void {
    this.#say('');
    if (this.#facets !== null) this.#facets.hidden = true;
    const recent = listRecentSearches();
    if (recent.length === 0) {
      this.#body?.replaceChildren(...(this.#hint === null ? [] : [this.#hint]));
      return;
    }
    const items = recent.map((query) =>
      make(
        'li',
        {},
        makeButton(query, 'search-recent-query', () => this.search(query)),
        this.#makeForget(`‘${query}’ 지우기`, query),
      ),
    );
    const clear = makeButton('모두 지우기', 'search-clear', () => {
      forgetRecentSearch();
      this.#drawIdle();
      this.#input?.focus();
    });
    this.#body?.replaceChildren(
      make(
        'section',
        { class: 'search-recent' },
        make('h2', {}, '최근 검색'),
        clear,
        make('ul', {}, ...items),
      ),
    );
  }

  #makeForget(label: string, query: string): HTMLButtonElement {
    const button = makeButton('', 'search-forget', () => {
      forgetRecentSearch(query);
      this.#drawIdle();
      this.#input?.focus();
    });
    button.setAttribute('aria-label', label);
    return button;
  }

  #drawFailure(error: unknown): void {
    const offline = error instanceof SearchUnavailable && error.offline;
    const text = offline
      ? '네트워크에 연결되어 있지 않아 검색할 수 없습니다. 연결되면 다시 찾아 주세요.'
      : '검색 색인을 불러오지 못했습니다. 잠시 뒤 다시 찾아 주세요.';
    const root = document.documentElement.dataset['base'] ?? '/';
    this.#outcome = null;
    if (offline) addEventListener('online', () => this.#update(), { once: true });
    this.#body?.replaceChildren(
      make('p', { class: 'search-failed' }, text),
      makeButton('다시 찾기', 'search-load', () => this.#update()),
      make(
        'p',
        { class: 'search-elsewhere' },
        make('a', { href: `${root}glossary/` }, '용어 전체'),
        ' · ',
        make('a', { href: `${root}tags/` }, '태그 전체'),
      ),
    );
    this.#say(text);
  }

  /** Tells screen readers, once typing has paused, and shows the count. */
  #say(text: string): void {
    clearTimeout(this.#statusTimer);
    this.#statusTimer = window.setTimeout(() => {
      if (this.#status !== null && this.#status.textContent !== text) this.#status.textContent = text;
    }, 250);
  }

  #onKey(event: KeyboardEvent): void {
    // An input method owns Enter and the arrows while it composes; 229 is what older engines report then.
    if (event.isComposing || event.keyCode === 229) return;
    const links = [...this.querySelectorAll<HTMLElement>('[data-search-result] a[href]')];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const inField = document.activeElement === this.#input;
    const go = (index: number): void => {
      event.preventDefault();
      if (index < 0) this.#input?.focus();
      else links[Math.min(index, links.length - 1)]?.focus();
    };
    if (event.key === 'ArrowDown' && links.length > 0 && (inField || at >= 0)) go(at + 1);
    else if (event.key === 'ArrowUp' && at >= 0) go(at - 1);
    else if (event.key === 'Home' && at >= 0) go(0);
    else if (event.key === 'End' && at >= 0) go(links.length - 1);
    else if (event.key === 'Enter' && inField && !this.#busy && this.#outcome?.query === this.query)
      this.#openFirst(event, links[0]);
    else if (
      at >= 0 &&
      event.key.length === 1 &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      event.key !== ' '
    )
      this.#input?.focus();
  }

  #openFirst(event: KeyboardEvent, link: HTMLElement | undefined): void {
    // On the page of its own, Enter only searches; in the dialog it goes to the best hit.
    if (
      !(link instanceof HTMLAnchorElement) ||
      (this.hasAttribute('data-in-url') && !event.ctrlKey && !event.metaKey)
    )
      return;
    event.preventDefault();
    keepRecentSearch(this.query);
    if (event.ctrlKey || event.metaKey) window.open(link.href, '_blank', 'noopener');
    else link.click();
  }
}

if (!customElements.get('search-panel')) customElements.define('search-panel', SearchPanel);

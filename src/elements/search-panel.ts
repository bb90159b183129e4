/**
 * `<search-panel>`: a search field and what it finds, the same in the dialog and on `/search/`. Improves a form that
 * works as a plain GET without it. With `data-in-url` the query lives in the address (`?q=&kind=&tag=&year=`).
 */
import type { Facets, SearchOutcome } from '../search/outcome.ts';
import { searchNotes, SearchUnavailable, warmSearch } from '../search/search-client.ts';
import { searchWords } from '#words';
import { keepLastSearch, keepRecentSearch, readLastSearch } from './recent-searches.ts';
import { readAddress, writeAddress } from './search-address.ts';
import { makeAnswers } from './search-answer.ts';
import { make, makeButton } from './search-dom.ts';
import { makeFacets } from './search-facets.ts';
import type { FacetChoice } from './search-facets.ts';
import { makeKeep, makeRecent } from './search-idle.ts';
import { listStops, walkResults } from './search-keys.ts';
import { makeHref } from './search-link.ts';
import { makeElsewhere, makeEmpty, makeExplanation, makeGroup, makeRest } from './search-results.ts';
import { describeOutcome } from './search-status.ts';

/** Groups loaded at first: what a screen shows. More come when the reader gets there. */
const firstGroups = 2;
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
  /** Enter was pressed before there was anything to go to. */
  #goesOn = false;
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
      this.#goesOn = false;
      this.#update();
    });
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      keepRecentSearch(this.query);
      this.#goesOn = !this.#isPage && this.query.trim() !== '';
      this.#update();
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('click', (event) => {
      if (
        event.target instanceof Element &&
        event.target.closest('[data-search-result] a, .search-note, .answer-place')
      )
        keepRecentSearch(this.query);
    });
    if (this.#isPage) {
      // What was typed before this came is what the reader wants.
      if (this.query === '') this.#readAddress();
      addEventListener('popstate', () => this.#readAddress());
    } else if (this.query === '' && this.#input !== null) {
      // The dialog goes on where it was left, on whichever page; typing replaces it.
      this.#input.value = readLastSearch();
      this.#input.select();
    }
    this.#update();
  }

  /** On a page of its own, where Enter only searches and the address tells the search. */
  get #isPage(): boolean {
    return this.hasAttribute('data-in-url');
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
    const { query, choice, literal } = readAddress(new URL(location.href));
    if (this.#input !== null) this.#input.value = query;
    this.#literal = literal;
    this.#choice = choice;
    this.#update();
  }

  #writeAddress(): void {
    keepLastSearch(this.query);
    if (!this.#isPage) return;
    const state = { query: this.query, choice: this.#choice, literal: this.#literal };
    const address = writeAddress(new URL(location.href), state);
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
    const slow = setTimeout(() => this.#outcome ?? this.#say(searchWords().loading), 400);
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
    const answers = makeAnswers(outcome.answers, outcome.words);
    if (answers !== null) parts.push(answers);
    const suggestions = this.#makeSuggestions(outcome);
    const explanation = makeExplanation(outcome, onSearch);
    if (suggestions !== null && outcome.total > 0) parts.push(suggestions);
    if (explanation !== null) parts.push(explanation);
    if (this.#literal && outcome.total > 0) parts.push(this.#makeLiteralNote());
    parts.push(...this.#makeGroups(outcome));
    if (outcome.total === 0) parts.push(makeEmpty(outcome, onSearch));
    if (outcome.failed > 0)
      parts.push(make('p', { class: 'search-failed' }, searchWords().notLoaded(outcome.failed)));
    // First: behind what is new it would have the whole page laid out once more.
    if (this.#body !== null) this.#body.scrollTop = 0;
    this.#body?.replaceChildren(...parts);
    this.#drawFacets(outcome);
    this.#drawMore(outcome);
    this.#say(describeOutcome(outcome));
    if (this.#goesOn) this.#openFirst();
  }

  #makeGroups(outcome: SearchOutcome): Node[] {
    const groups = outcome.groups.map((group) => ({ element: makeGroup(group), scattered: group.scattered }));
    const firstScattered = groups.findIndex(({ scattered }) => scattered);
    const nodes: Node[] = groups.map(({ element }) => element);
    if (firstScattered > 0)
      nodes.splice(firstScattered, 0, make('p', { class: 'search-divider' }, searchWords().scattered));
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
      make('h2', {}, searchWords().moreNotes(outcome.total - outcome.offset)),
    );
    const button = makeButton(searchWords().loadMore, 'search-load', () => void this.#loadMore());
    box.append(button);
    this.#body?.append(box);
    // After the results are on the screen, which need not wait for what stands below them.
    if (outcome.rest.length > 0)
      requestAnimationFrame(() => setTimeout(() => box.append(makeRest(outcome.rest, outcome.words))));
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
    const isChosen = Object.keys(this.#choice).some((name) => name !== 'kind');
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
    return makeButton(searchWords().moreFacets, 'search-load search-more-facets', () => {
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
      {
        class: 'search-suggestions',
        'data-search-suggestions': '',
        role: 'group',
        'aria-label': searchWords().suggestions,
      },
      ...items,
    );
  }

  #makeLiteralNote(): HTMLElement {
    const line = make('p', { class: 'search-explanation' }, `${searchWords().isLiteral} `);
    line.append(makeButton(searchWords().withSynonyms, 'search-literal', () => this.search(this.query)));
    return line;
  }

  #drawIdle(): void {
    this.#say('');
    if (this.#facets !== null) this.#facets.hidden = true;
    const recent = makeRecent(
      (query) => this.search(query),
      () => {
        this.#drawIdle();
        this.#input?.focus();
      },
    );
    const first = recent ?? this.#hint;
    this.#body?.replaceChildren(...(first === null ? [] : [first]), makeKeep());
    void this.#drawKinds();
  }

  /** What there is to read at all, by collection, once the catalogue is there. */
  async #drawKinds(): Promise<void> {
    const asked = this.#asked;
    const outcome = await searchNotes('', { ...this.#choice }).catch(() => null);
    if (outcome === null || asked !== this.#asked || this.query.trim() !== '') return;
    this.#drawFacets(outcome);
    this.#body?.querySelector('.search-rest')?.remove();
    if (outcome.rest.length > 0)
      this.#body?.querySelector('.search-keep')?.before(makeRest(outcome.rest, []));
  }

  #drawFailure(error: unknown): void {
    const offline = error instanceof SearchUnavailable && error.offline;
    const { failure } = searchWords();
    const text = offline ? failure.offline : failure.noIndex;
    this.#outcome = null;
    if (offline) addEventListener('online', () => this.#update(), { once: true });
    this.#body?.replaceChildren(
      make('p', { class: 'search-failed' }, text),
      makeButton(failure.retry, 'search-load', () => this.#update()),
      makeElsewhere(),
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
    if (!walkResults(this, this.#input, event)) return;
    const isNewTab = event.ctrlKey || event.metaKey;
    // On the page of its own, Enter only searches; in the dialog it goes to the answer, or else to the best hit.
    const isReady = !this.#busy && this.#outcome?.query === this.query;
    if (!isReady || (this.#isPage && !isNewTab)) return;
    event.preventDefault();
    this.#openFirst(isNewTab);
  }

  #openFirst(isNewTab = false): void {
    this.#goesOn = false;
    const first = this.querySelector<HTMLAnchorElement>('.answer-place, [data-search-result] a[href]');
    if (first === null || listStops(this).length === 0) return;
    keepRecentSearch(this.query);
    if (isNewTab) window.open(first.href, '_blank', 'noopener');
    else first.click();
  }
}

if (!customElements.get('search-panel')) customElements.define('search-panel', SearchPanel);

/** What the search is made from, what it is asked, and what it finds. */
import type { Answer } from './answers/answer.ts';
import type { TermEntry } from './answers/answer-world.ts';
import type { Catalog } from './catalog.ts';
import type { Segment } from './excerpt.ts';
import type { RawResult } from './merge-results.ts';
import type { Explanation } from './plan-query.ts';
import type { Suggestion } from './suggest.ts';
import type { SynonymGroups } from './synonyms.ts';

export interface SearchSource {
  words: string;
  synonyms: SynonymGroups;
  catalog: Catalog | undefined;
  /** Loads what the catalogue lacks. */
  loadCatalog?: () => Promise<Partial<Catalog>>;
  /** Loads the headings of all pages, for suggestions and initials, and the addresses of the catalogue's terms. */
  loadNames?: () => Promise<{ headings: string[]; termUrls: string[] }>;
  /** Loads the words that are too rare to be in `words`. */
  loadWords?: () => Promise<string>;
  /** Loads terms of the glossary by their places in the catalogue's list. */
  loadTerms?: (at: readonly number[]) => Promise<TermEntry[]>;
  /** One plain Pagefind search; `isWide` also looks for longer words that begin with those of the text. */
  search: (text: string, isWide?: boolean) => Promise<RawResult[]>;
}

export interface Engine {
  /** Finds notes. Pages that could not be loaded are left out and counted in `failed`. */
  search: (query: string, options?: SearchOptions) => Promise<SearchOutcome>;
}

export interface SearchOptions {
  /** How many groups to load, and how many to skip. */
  limit?: number;
  offset?: number;
  kind?: string;
  tag?: string;
  year?: string;
  /** A field that the subject declares as a facet, by its label. */
  [field: FieldFacet]: string | undefined;
  /** Count facets, even where the catalogue must be loaded for it. */
  facets?: boolean;
  /** Search just what was typed: no synonyms, no guesses. */
  literal?: boolean;
}

export interface SearchOutcome {
  query: string;
  literal: string;
  /** What the notes answer to it; empty where they hold no answer. */
  answers: Answer[];
  /** Pages found in all. */
  total: number;
  groups: HitGroup[];
  /** Pages found but not loaded, by name (empty on very large sites). */
  rest: NoteName[];
  /** Where the next groups begin. */
  offset: number;
  explanations: Explanation[];
  /** False while tags and years are not loaded: ask again with `facets`. */
  hasFacets: boolean;
  facets: Facets;
  /** Words to highlight where a hit leads. */
  words: string[];
  suggestions: Suggestion[];
  failed: number;
}

/** What was found on one page. */
export interface HitGroup {
  url: string;
  title: Segment[];
  kind: string;
  kindLabel: string;
  hue: string;
  breadcrumb: string;
  scattered: boolean;
  hits: Hit[];
  /** Further sections that hold the words, shown on wish. */
  more: Hit[];
}

export interface Hit {
  kind: 'lead' | 'section' | 'table' | 'diagram' | 'term';
  /** From the site's root, without `BASE_PATH` and landing words. */
  url: string;
  /** 1 for what stands inside the section above it. */
  depth: number;
  title: Segment[];
  /** Empty where only something inside the section was found. */
  excerpt: Segment[];
}

export interface NoteName {
  url: string;
  title: string;
  kind: string;
  kindLabel: string;
  hue: string;
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** A facet that the subject declares: `field:` and the label that readers see. */
export type FieldFacet = `field:${string}`;

export interface Facets {
  kind: FacetValue[];
  tag: FacetValue[];
  year: FacetValue[];
  [field: FieldFacet]: FacetValue[];
}

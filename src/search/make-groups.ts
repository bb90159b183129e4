/** Makes what a reader sees of a page that was found: its title, and the sections, tables and figures that hold the words. */
import type { Catalog } from './catalog.ts';
import { chooseSections } from './choose-sections.ts';
import type { ChosenPlace } from './choose-sections.ts';
import { cleanText, highlightText, makeExcerpt, makeTableExcerpt } from './excerpt.ts';
import type { FoundPage } from './index-document.ts';
import type { MergedResult } from './merge-results.ts';
import type { Hit, HitGroup, NoteName } from './outcome.ts';
import { getPhraseKey } from './plan-query.ts';
import type { Plan } from './plan-query.ts';

/** Hits shown of one page before "more". */
const hitsPerGroup = 4;

/** One page with the places to show, best first. */
export function makeGroup(page: FoundPage, result: MergedResult, plan: Plan): HitGroup {
  const { terms } = plan;
  const { sections } = chooseSections(page, terms, getPhraseKey(plan), plan.literal);
  const makeHit = (place: ChosenPlace, kind: Hit['kind'], depth: number): Hit => {
    const { part } = place;
    const excerpt =
      place.ownScore <= 0 && kind === 'section'
        ? []
        : part.kind === 'table'
          ? makeTableExcerpt(part.text, terms)
          : makeExcerpt(part.text, terms);
    return { kind, url: link(page.url, place.link), depth, title: highlightText(part.title, terms), excerpt };
  };
  const hits: Hit[] = [];
  const more: Hit[] = [];
  for (const section of sections) {
    const group = [
      makeHit(section, section.part.kind, 0),
      ...section.children.slice(0, 2).map((child) => makeHit(child, child.part.kind, 1)),
    ];
    if (hits.length === 0 || hits.length + group.length <= hitsPerGroup + 1) hits.push(...group);
    else more.push(...group);
  }
  return {
    url: page.url,
    title: highlightText(page.markedTitle, terms),
    kind: page.kind,
    kindLabel: page.kindLabel,
    hue: page.hue,
    breadcrumb: cleanText(page.breadcrumb),
    scattered: result.scattered,
    hits,
    more,
  };
}

function link(url: string, id: string): string {
  return id === '' ? url : `${url}#${id}`;
}

/** A page by its name alone, as far as the catalogue knows it. */
export function nameNote(at: number | undefined, catalog: Catalog | undefined): NoteName[] {
  const url = catalog?.urls?.[at ?? -1];
  if (catalog === undefined || at === undefined || url === undefined) return [];
  const [kind = 'note', kindLabel = '', hue = ''] = catalog.kinds[catalog.kindOf[at] ?? -1] ?? [];
  return [{ url, title: catalog.titles?.[at] ?? url, kind, kindLabel, hue }];
}

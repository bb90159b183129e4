import type { AnswerWorld } from '../../../src/search/answers/answer-world.ts';
import { readEvidence } from '../../../src/search/answers/evidence.ts';
import { createNames } from '../../../src/search/answers/names.ts';
import type { FoundPart } from '../../../src/search/index-document.ts';
import { planQuery } from '../../../src/search/plan-query.ts';
import { createSynonyms } from '../../../src/search/synonyms.ts';
import { parseWordList } from '../../../src/search/word-list.ts';

const list = parseWordList('');
const noSynonyms = createSynonyms([]);

/** What answers are made from on a site of these notes, all of which are found for every question. */
export function makeWorld(
  notes: readonly { title: string; parts: FoundPart[] }[],
  isHangul: boolean,
): AnswerWorld {
  const pages = notes.map(({ title, parts }, at) =>
    readEvidence({
      ...{ url: `/${String(at)}/`, title, markedTitle: title, aliases: '', kind: 'note', kindLabel: '' },
      ...{ breadcrumb: '', hue: '', asOf: '', facts: [], parts },
    }),
  );
  const titles = notes.map(({ title }) => title);
  const urls = pages.map(({ page }) => page.url);
  return {
    names: createNames({ ids: [], kinds: [], kindOf: [], titles, urls }, noSynonyms),
    urlOf: (at) => urls[at],
    titleOf: (at) => titles[at],
    isHangul,
    planTerms: (text) => planQuery(text, list, noSynonyms).terms,
    listKind: () => undefined,
    loadPages: () => Promise.resolve(pages),
    loadPassages: () => Promise.resolve([]),
    rateRarity: () => 1,
    loadTerms: () => Promise.resolve([]),
  };
}

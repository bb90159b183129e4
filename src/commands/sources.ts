/** `npm run sources`: citations by strength and by age, and what the list of sources does not say. `--all`: no limits. */
import { openSession } from '../content/session.ts';
import { reportSources } from '../knowledge/source-report.ts';
import { commandsWords, pagesWords } from '#words';
import { today } from '../site.ts';
import { printList } from './print-list.ts';

const atlas = await openSession().atlas();
const words = commandsWords().sources;
const { strengths, citations, ages, unsaid, unused } = reportSources(atlas.library, today());
const limit = process.argv.includes('--all') ? Infinity : 20;

console.log(words.count(citations, ages.length));
printList(
  words.byStrength,
  strengths.map(({ strength, citations: count, sources }) =>
    words.strength(
      pagesWords().strengths[strength].name,
      count,
      `${Math.round((count / Math.max(1, citations)) * 100)} %`,
      sources,
    ),
  ),
  words,
);
printList(
  words.byAge,
  ages.map(
    ({ source, months, notes }) =>
      `${source.id}  ${words.age(months, source.checked)}  ${notes.map(({ id }) => id).join(', ')}`,
  ),
  words,
  limit,
);
printList(
  words.unsaid(unsaid.length),
  unsaid.flatMap(({ source, claims }) =>
    claims.map(
      ({ path, line, column, figures }) =>
        `${source.id}  ${atlas.name}/${path}:${line}:${column}  ${figures.join(', ')}`,
    ),
  ),
  words,
  limit,
);
printList(
  words.unused(unused.length),
  unused.map(({ id, title }) => `${id}  ${title}`),
  words,
  limit,
);

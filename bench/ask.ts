import { readFileSync } from 'node:fs';
import type { Answer } from '../src/search/answers/answer.ts';
import { escapeSigns } from '../src/search/answers/text-patterns.ts';
import { openSearch } from '../tests/site/open-search.ts';

/** A question, and what its answer must say: what a pattern matches, nothing, or anything. */
interface Asked {
  query: string;
  wanted: RegExp | 'none' | 'any';
}

/**
 * Asks the search of a built site the questions of a file, one a line: `question`, or behind a tabulator what its answer
 * must say (a regular expression whose case does not matter; `-` or `^$`: there may be no answer). A `.json` of the
 * tests' gold questions works as well. Prints question → answer → place, and counts what is right, wrong and missing, and
 * of the missing how many are told by what the first result shows (`shown`, marked `◦`).
 */
export async function ask(site: string, file: string, print: (line: string) => void): Promise<void> {
  const engine = await openSearch(site);
  const counts = { right: 0, wrong: 0, missing: 0, shown: 0 };
  for (const { query, wanted } of readQuestions(file)) {
    const { answers, groups } = await engine.search(query, { limit: 3 });
    const said = answers.map(readAnswer).join(' ‖ ');
    const isRight = wanted === 'any' || (wanted === 'none' ? answers.length === 0 : wanted.test(said));
    const verdict =
      isRight && (answers.length > 0 || wanted === 'none')
        ? 'right'
        : answers.length > 0
          ? 'wrong'
          : 'missing';
    counts[verdict] += 1;
    const [hit] = groups[0]?.hits ?? [];
    const excerpt = (hit?.excerpt ?? []).map(({ text }) => text).join('');
    const isShown = verdict === 'missing' && wanted instanceof RegExp && wanted.test(excerpt);
    if (isShown) counts.shown += 1;
    const place = answers[0]?.url ?? `(${hit?.url ?? '-'})`;
    const sign = isShown ? '◦' : { right: ' ', wrong: '✗', missing: '·' }[verdict];
    print(
      `${sign} ${query} → [${answers[0]?.kind ?? ''}] ${said.slice(0, 300) || '-'} → ${decodeURIComponent(place)}`,
    );
  }
  print(JSON.stringify(counts));
}

function readQuestions(file: string): Asked[] {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.json'))
    return (JSON.parse(text) as { query: string; answer: string | null }[]).map(({ query, answer }) => ({
      query,
      wanted: answer === null ? 'none' : new RegExp(escapeSigns(answer), 'iu'),
    }));
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [query = '', wanted = ''] = line.split('\t');
      return { query, wanted: readWanted(wanted) };
    });
}

function readWanted(text: string): Asked['wanted'] {
  if (text === '') return 'any';
  return text === '-' || text === '^$' ? 'none' : new RegExp(text, 'iu');
}

function readAnswer({ subject, text, context, items, table }: Answer): string {
  const rows = table === null ? [] : [table.head, ...table.rows].map((row) => row.join(' | '));
  return [subject && `«${subject}»`, text, context && `(${context})`, items.join(' · '), rows.join(' / ')]
    .filter((part) => part !== '')
    .join(' ');
}

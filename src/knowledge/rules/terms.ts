import type { Problem } from '../problem.ts';
import { foldWord } from '../text.ts';
import type { Rule } from './rule.ts';

const file = 'glossary/terms.yaml';

/** A word with two definitions: a reader could be told either. */
export const findTermProblems: Rule = ({ library, locateData }) => {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const note of library.notes) {
    if (note.collection === 'glossary') owners.set(foldWord(note.title), note.path);
  }
  library.terms.forEach((term, index) => {
    const words: [PropertyKey[], string | undefined][] = [
      [['term'], term.term],
      [['english'], term.english],
      [['abbreviation'], term.abbreviation],
      ...term.synonyms.map((word, place): [PropertyKey[], string] => [['synonyms', place], word]),
      ...term.misspellings.map((word, place): [PropertyKey[], string] => [['misspellings', place], word]),
    ];
    for (const [field, word] of words) {
      const key = word === undefined ? '' : foldWord(word);
      const owner = owners.get(key);
      if (key && owner !== undefined && owner !== term.id) {
        problems.push({
          path: file,
          ...locateData(file, [index, ...field]),
          severity: 'error',
          kind: 'duplicate',
          message: `"${word ?? ''}"은(는) ${owner}에도 있습니다. 한 낱말은 한 곳에서만 풀이합니다`,
        });
      } else if (key) owners.set(key, term.id);
    }
  });
  return problems;
};

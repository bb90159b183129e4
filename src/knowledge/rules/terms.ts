import { problemsWords } from '#words';
import { findCollection } from '../../subject/subject.ts';
import type { Problem } from '../problem.ts';
import { foldWord } from '../text.ts';
import type { Rule } from './rule.ts';

/** A word with two definitions: a reader could be told either. */
export const findTermProblems: Rule = ({ library, locateData, termsFile: file, isStrict }) => {
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  for (const note of library.notes) {
    if (findCollection(library.subject, note.collection).isGlossary)
      owners.set(foldWord(note.title), note.path);
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
          severity: isStrict ? 'error' : 'warning',
          kind: 'duplicate',
          message: problemsWords().references.definedTwice(word ?? '', owner),
        });
      } else if (key) owners.set(key, term.id);
    }
  });
  return problems;
};

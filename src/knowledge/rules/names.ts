import { problemsWords } from '#words';
import type { Problem } from '../problem.ts';
import { toNfc } from '../text.ts';
import type { Rule } from './rule.ts';

/**
 * Other names of a note that are another's title: what such a name leads to would be either. What plain notes are called is
 * their tools' affair.
 */
export const findTakenAliases: Rule = ({ library, locate, isStrict }) => {
  const words = problemsWords().names;
  const notes = library.notes.filter(({ collection }) => collection !== library.subject.plain.name);
  const problems: Problem[] = [];
  const say = (note: (typeof notes)[number], field: PropertyKey[], message: string) =>
    problems.push({
      path: note.path,
      ...locate(note.id, field),
      severity: isStrict ? 'error' : 'warning',
      kind: 'duplicate',
      message,
    });
  const titles = new Map(notes.map((note) => [spell(note.title), note]));
  for (const note of notes) {
    note.aliases.forEach((alias, index) => {
      const titled = titles.get(spell(alias));
      if (titled && titled !== note) say(note, ['aliases', index], words.aliasIsTitle(alias, titled.path));
    });
  }
  return problems;
};

/** A name as readers see it: `1.1` and `11` are two. */
function spell(name: string): string {
  return toNfc(name).toLowerCase().replace(/\s+/gu, ' ').trim();
}

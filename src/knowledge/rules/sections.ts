import { problemsWords } from '#words';
import type { Problem } from '../problem.ts';
import { inFile, type Rule } from './rule.ts';

/** Ids that authors chose: their form, and that each is chosen once in the whole site. */
export const findSectionIdProblems: Rule = ({ library, isStrict }) => {
  const problems: Problem[] = [];
  const first = new Map<string, string>();
  for (const note of library.notes) {
    for (const section of note.outline.sections) {
      if (section.chosenId !== undefined) {
        const place = inFile(note, section);
        if (!/^[A-Za-z][A-Za-z0-9_-]*$/u.test(section.chosenId)) {
          const message = problemsWords().chosenIds.badForm(section.chosenId);
          problems.push({ ...place, severity: 'error', kind: 'section-id', message });
        }
        const known = first.get(section.chosenId);
        // In other tools an id is one of its page.
        const isInPage = known?.startsWith(`${note.path}:`);
        if (known && (isStrict || note.collection !== 'note' || isInPage)) {
          const message = problemsWords().chosenIds.taken(section.chosenId, known);
          problems.push({ ...place, severity: 'error', kind: 'section-id', message });
        } else if (!known) first.set(section.chosenId, `${place.path}:${place.line}`);
      }
      if (!section.text) {
        const message = problemsWords().chosenIds.emptyHeading;
        problems.push({ ...inFile(note, section), severity: 'warning', kind: 'markdown', message });
      }
    }
    for (const trouble of note.outline.troubles) {
      const { severity, message } = trouble;
      problems.push({ ...inFile(note, trouble), severity, kind: 'markdown', message });
    }
  }
  return problems;
};

import { diagramsWords, problemsWords } from '#words';
import { lintDiagram } from '../../diagrams/lint.ts';
import { findLosses } from '../../diagrams/find-losses.ts';
import { bindDiagram, type BrokenBinding } from '../diagram-links.ts';
import type { Figure, Note } from '../note.ts';
import type { Problem } from '../problem.ts';
import { createGuesser } from '../text.ts';
import type { Rule } from './rule.ts';

/** Diagrams that Mermaid cannot read, nodes bound to notes that do not exist, and what makes a drawing hard to read. */
export const findDiagramProblems: Rule = ({ library, isStrict }) => {
  const problems: Problem[] = [];
  const kinds = library.subject.collections.map((collection) => collection.class);
  for (const note of library.notes) {
    const guess = createGuesser(() => library.byId.keys());
    for (const figure of note.outline.figures) {
      if (figure.problem) {
        const severity = isStrict ? 'error' : 'warning';
        problems.push({
          ...inFence(note, figure, figure.problem),
          severity,
          kind: 'diagram',
          message: figure.problem.message,
        });
      }
      if (!figure.graph || figure.generated) continue;
      for (const broken of bindDiagram(figure.graph, figure.code, note, library).broken) {
        // In a folder of somebody else a dead link is a warning, in a figure as in the text.
        const severity = isStrict && broken.reason !== 'private' ? 'error' : 'warning';
        const message = describeBroken(broken, guess);
        problems.push({ ...inFence(note, figure, broken), severity, kind: 'diagram', message });
      }
      for (const loss of findLosses(figure.graph, figure.code))
        problems.push({
          ...inFence(note, figure, loss),
          severity: 'warning',
          kind: 'diagram',
          message: loss.message,
        });
      if (!isStrict) continue;
      for (const found of lintDiagram(figure.graph, figure.code, figure.title, kinds)) {
        // A missing title is a matter of the fence, not of the code inside it.
        const isTitle = found.line === 1 && found.column === 1;
        const place = isTitle
          ? { path: note.path, line: figure.line + note.bodyLine, column: figure.column }
          : inFence(note, figure, found);
        problems.push({ ...place, severity: 'warning', kind: 'diagram', message: found.message });
      }
    }
  }
  return problems;
};

function describeBroken(broken: BrokenBinding, guess: (wanted: string) => string | undefined): string {
  const words = diagramsWords().click;
  switch (broken.reason) {
    case 'node':
      return words.node(broken.nodeId);
    case 'private':
      return problemsWords().references.heldNote('click', broken.wanted);
    case 'scheme':
      return words.scheme(broken.wanted);
    case 'anchor':
      return words.anchor(broken.note?.title ?? '', broken.wanted);
    case 'place': {
      const wanted = broken.wanted.replace(/^note:\s*/u, '').replace(/#.*$/u, '');
      const name =
        wanted
          .replace(/\/$|\.mdx?$/giu, '')
          .split('/')
          .at(-1) ?? wanted;
      return words.place(wanted, guess(name));
    }
  }
}

/** A place in the code of a fence, in the note's file. Generated code has no lines of its own. */
function inFence(note: Note, figure: Figure, place: { line: number; column: number }) {
  const line = figure.line + note.bodyLine;
  if (figure.generated || figure.code.trim() === '') return { path: note.path, line, column: figure.column };
  return { path: note.path, line: line + place.line, column: place.column + figure.column - 1 };
}

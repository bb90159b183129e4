import { problemsWords } from '#words';
import { lintDiagram } from '../../diagrams/lint.ts';
import { bindDiagram } from '../diagram-links.ts';
import type { Figure, Note } from '../note.ts';
import type { Problem } from '../problem.ts';
import { findNearest } from '../text.ts';
import type { Rule } from './rule.ts';

/** Diagrams that Mermaid cannot read, nodes bound to notes that do not exist, and what makes a drawing hard to read. */
export const findDiagramProblems: Rule = ({ library, isOwn }) => {
  const problems: Problem[] = [];
  for (const note of library.notes) {
    for (const figure of note.outline.figures) {
      if (figure.problem) {
        const severity = isOwn ? 'error' : 'warning';
        problems.push({
          ...inFence(note, figure, figure.problem),
          severity,
          kind: 'diagram',
          message: figure.problem.message,
        });
      }
      if (!figure.graph || figure.generated) continue;
      for (const broken of bindDiagram(figure.graph, figure.code, note, library).broken) {
        if (library.links.held.has(broken.wanted) || library.links.unlisted.has(broken.wanted)) {
          const message = problemsWords().references.heldNote('click', broken.wanted);
          problems.push({ ...inFence(note, figure, broken), severity: 'warning', kind: 'diagram', message });
          continue;
        }
        const [nearest] = findNearest(broken.wanted, library.byId.keys());
        const message = broken.isUnknownNode
          ? `click: 그림에 "${broken.nodeId}"라는 노드가 없습니다`
          : `click: "${broken.wanted}"라는 노트가 없습니다${nearest ? `; 혹시 "${nearest}"?` : ''}`;
        problems.push({ ...inFence(note, figure, broken), severity: 'error', kind: 'diagram', message });
      }
      if (!isOwn) continue;
      for (const found of lintDiagram(figure.graph, figure.code, figure.title)) {
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

/** A place in the code of a fence, in the note's file. Generated code has no lines of its own. */
function inFence(note: Note, figure: Figure, place: { line: number; column: number }) {
  const line = figure.line + note.bodyLine;
  if (figure.generated || figure.code.trim() === '') return { path: note.path, line, column: figure.column };
  return { path: note.path, line: line + place.line, column: place.column + figure.column - 1 };
}

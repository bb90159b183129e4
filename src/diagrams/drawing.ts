import { diagramFont, mermaidConfig, mermaidVersion } from './mermaid-config.ts';
import { hashText } from './hash.ts';
import type { Fault } from './measure-faults.ts';

/** What draws, besides our own code, which `engine.ts` knows. */
export const ENGINE_VERSION = [
  `mermaid ${mermaidVersion}`,
  `config ${hashText(JSON.stringify(mermaidConfig)).slice(0, 12)}`,
  `font ${diagramFont.family} ${diagramFont.version} ${diagramFont.size}px`,
].join(' · ');

/**
 * The address of a diagram: 32 hex digits from its source. Line endings, trailing spaces and blank lines around it do
 * not matter.
 */
export function drawingKey(code: string): string {
  return hashText(normaliseCode(code));
}

/** The same source for every way an editor may have saved it: NFC, LF, no trailing spaces, no blank edges. */
export function normaliseCode(code: string): string {
  return code
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

/** One finished drawing: inline SVG coloured by `diagram.css`; sizes in CSS px at which its text is 15 px. */
export interface Drawing {
  type: string;
  svg: string;
  width: number;
  height: number;
  /** The same diagram for a room in which the first one does not fit. */
  narrow?: { svg: string; width: number; height: number };
  /** What every layout that was tried gets wrong; the drawing is then a list of its nodes, where there is one. */
  faults?: Fault[];
}

/** A mistake in a diagram's source. `line` 1 is the first line of the code, `column` 1 its first character. */
export interface DiagramProblem {
  line: number;
  column: number;
  message: string;
}

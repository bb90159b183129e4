import { randomUUID } from 'node:crypto';
import type { Atlas } from '../content/open-atlas.ts';
import { listRenderInputs } from '../content/render-inputs.ts';
import { openSession } from '../content/session.ts';
import { drawingKey } from '../diagrams/drawing.ts';
import { describeFault } from '../content/faults.ts';
import type { Note } from '../knowledge/note.ts';
import { formatProblem, NamedFault } from '../knowledge/problem.ts';
import { problemsWords } from '#words';
import { carryHeld, holdDrawings } from '../markdown/held-drawings.ts';
import { basePath, siteOrigin } from '../site.ts';
import { hashInputs, recallAsync } from '../store/recall.ts';
import { openRenderer } from './note-processor.ts';

let renderer: ReturnType<typeof openRenderer> | undefined;

/**
 * The HTML of a Markdown note's text, from the store where everything it depends on is as it was. MDX is not for here:
 * it is code that Vite compiles. Where one of our own notes cannot be rendered, rejects with its path and the step.
 */
export async function renderNote(note: Note, atlas: Atlas): Promise<string> {
  const missing = listUndrawn(note);
  if (missing.length) await openSession().draw?.(missing);
  const inputs = listTextInputs(note, atlas);
  const render = async () => {
    renderer ??= openRenderer();
    const held = holdDrawings(randomUUID());
    return held.putInto(await renderer(note.body, fileOf(note, atlas), carryHeld(held)));
  };
  try {
    if (!inputs) return await render();
    return await recallAsync('html', inputs, render);
  } catch (error) {
    const fault = formatProblem({ path: note.path, ...describeFault('render', error) });
    if (atlas.subject.isStrict) throw new NamedFault(fault, { cause: error });
    // In somebody else's folder a note that cannot be drawn costs no other one its page.
    failed.add(note);
    console.warn(`${fault} ${problemsWords().faults.shownAsWritten}`);
    return showAsWritten(note.body);
  }
}

const failed = new WeakSet<Note>();

/** Whether a note's text could not be rendered and is shown as it is written, which its author must hear each time. */
export function hasFailed(note: Note): boolean {
  return failed.has(note);
}

/**
 * A hash of all that the HTML of a Markdown note's text depends on; null where that is not known, and where it may yet
 * come out otherwise.
 */
export function nameText(note: Note, atlas: Atlas): string | null {
  if (listUndrawn(note).length) return null;
  let names = namesOf.get(atlas);
  if (!names) namesOf.set(atlas, (names = new Map<Note, string | null>()));
  let name = names.get(note);
  if (name === undefined) {
    const inputs = listTextInputs(note, atlas);
    names.set(note, (name = inputs && hashInputs(inputs).toString('hex')));
  }
  return name;
}

/** Names of texts whose diagrams are all drawn. */
const namesOf = new WeakMap<Atlas, Map<Note, string | null>>();

function listTextInputs(note: Note, atlas: Atlas): string[] | null {
  const inputs = listRenderInputs(note, atlas);
  const undrawn = new Set(listUndrawn(note));
  const drawn = note.outline.figures.map(({ code }) => (undrawn.has(code) ? '0' : '1')).join('');
  return inputs && [siteOrigin(), basePath(), drawn, ...inputs];
}

/** Diagrams of a note that are not drawn. */
function listUndrawn(note: Note): string[] {
  const { drawings } = openSession();
  return note.outline.figures.map(({ code }) => code).filter((code) => !drawings.has(drawingKey(code)));
}

function showAsWritten(body: string): string {
  const escaped = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<pre tabindex="0"><code>${escaped}</code></pre>`;
}

const filesOf = new WeakMap<Atlas, Map<Note, string>>();

/** Where a note lies on this disk. */
function fileOf(note: Note, atlas: Atlas): string {
  let files = filesOf.get(atlas);
  if (!files) filesOf.set(atlas, (files = new Map([...atlas.byFile].map(([file, each]) => [each, file]))));
  const file = files.get(note);
  if (file === undefined) throw new Error(`${note.path}: no file`);
  return file;
}

import { pathToFileURL } from 'node:url';
import type { Atlas } from '../content/open-atlas.ts';
import { listRenderInputs } from '../content/render-inputs.ts';
import { openSession } from '../content/session.ts';
import { drawingKey } from '../diagrams/drawing.ts';
import { describeFault } from '../content/faults.ts';
import type { Note } from '../knowledge/note.ts';
import { formatProblem, NamedFault } from '../knowledge/problem.ts';
import { problemsWords } from '#words';
import { basePath, siteOrigin } from '../site.ts';
import { recallAsync } from '../store/recall.ts';
import { codeOptions, noteProcessor } from './note-processor.ts';

type Renderer = Awaited<ReturnType<typeof noteProcessor.createRenderer>>;
let renderer: Promise<Renderer> | undefined;

/**
 * The HTML of a Markdown note's text, from the store where everything it depends on is as it was. MDX is not for here:
 * it is code that Vite compiles. Where one of our own notes cannot be rendered, rejects with its path and the step.
 */
export async function renderNote(note: Note, atlas: Atlas): Promise<string> {
  const codes = note.outline.figures.map(({ code }) => code);
  const { drawings, draw } = openSession();
  const missing = codes.filter((code) => !drawings.has(drawingKey(code)));
  if (missing.length) await draw?.(missing);
  const drawn = codes.map((code) => (drawings.has(drawingKey(code)) ? '1' : '0')).join('');
  const inputs = listRenderInputs(note, atlas);
  const render = async () => {
    renderer ??= noteProcessor.createRenderer({ image: {}, ...codeOptions });
    const file = fileOf(note, atlas);
    const { code } = await (
      await renderer
    ).render(note.body, {
      fileURL: pathToFileURL(file),
      frontmatter: {},
    });
    return code;
  };
  try {
    if (!inputs) return await render();
    return await recallAsync('html', [siteOrigin(), basePath(), drawn, ...inputs], render);
  } catch (error) {
    const fault = formatProblem({ path: note.path, ...describeFault('render', error) });
    if (atlas.subject.isStrict) throw new NamedFault(fault, { cause: error });
    // In somebody else's folder a note that cannot be drawn costs no other one its page.
    console.warn(`${fault} ${problemsWords().faults.shownAsWritten}`);
    return showAsWritten(note.body);
  }
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

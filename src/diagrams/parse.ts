import { diagramsWords } from '#words';
import type { Mermaid } from 'mermaid';
import { parseDocument } from 'yaml';
import type { DiagramProblem } from './drawing.ts';
import type { ParsedDiagram } from './graph.ts';
import { suggestHeader } from './headers.ts';
import { maxNodes, maxSourceLength, mermaidConfig } from './mermaid-config.ts';
import { readParseError } from './parse-error.ts';
import { prepareSource } from './prepare.ts';
import { readDiagram } from './read-diagram.ts';
import { keepDiagramLines, type KeptLines } from './source-lines.ts';

/**
 * Reads a diagram's source with Mermaid's own parser, without a browser: what is in it, or the first mistake at its
 * line. Calls may overlap; they are worked on one after the other, because Mermaid keeps global state.
 */
export function parseDiagram(code: string): Promise<ParsedDiagram | { problem: DiagramProblem }> {
  const next = queue.then(() => parseOne(code));
  queue = next.catch(() => undefined);
  return next;
}

let queue: Promise<unknown> = Promise.resolve();

/** Whether Mermaid may hold other settings than ours. Taking them back copies nine hundred of them. */
let areSettingsChanged = true;

async function parseOne(code: string): Promise<ParsedDiagram | { problem: DiagramProblem }> {
  if (code.length > maxSourceLength) {
    return problem(1, diagramsWords().faults.tooLong(code.length, maxSourceLength));
  }
  const prepared = prepareSource(code);
  const kept = keepDiagramLines(prepared.code);
  if (kept.code.trim() === '') return problem(1, diagramsWords().faults.empty);
  const mermaid = await (loading ??= loadMermaid());
  const broken = findFrontMatterProblem(kept);
  // Mermaid's reader of YAML is more lenient than ours; only what it refuses too is a mistake.
  if (broken) {
    areSettingsChanged = true;
    if (!(await mermaid.parse(prepared.code, { suppressErrors: true }))) return { problem: broken };
  }
  try {
    // Some grammars depend on settings, such as the name of the first branch; the next reset takes them back.
    const hasSettings = /config\s*:/.test(kept.frontMatter) || prepared.code.includes('%%{');
    if (hasSettings) await mermaid.parse(prepared.code, { suppressErrors: true });
    else if (areSettingsChanged) mermaid.mermaidAPI.reset();
    areSettingsChanged = true;
    const { type, db } = await readWith(mermaid, kept.code);
    // The one kind that changes them by itself.
    areSettingsChanged = hasSettings || type === 'flowchart-elk';
    const parsed = restoreTexts(readDiagram(type, db, prepared.code), prepared.restore);
    const title = parsed.title || readFrontMatterTitle(kept.frontMatter);
    if (parsed.nodes.length > maxNodes)
      return problem(kept.lines[0] ?? 1, diagramsWords().faults.tooMany(parsed.nodes.length, maxNodes));
    return { ...parsed, title };
  } catch (error) {
    if (error instanceof Error && error.name === 'UnknownDiagramError') {
      const header = kept.code.trim().split(/\s/)[0] ?? '';
      const guess = suggestHeader(header);
      return problem(kept.lines[0] ?? 1, diagramsWords().faults.unknownType(header.slice(0, 40), guess));
    }
    const found = readParseError(error, kept.code);
    return {
      problem: { ...found, line: kept.lines[found.line - 1] ?? 1, message: prepared.restore(found.message) },
    };
  }
}

function problem(line: number, message: string): { problem: DiagramProblem } {
  return { problem: { line, column: 1, message } };
}

let loading: Promise<Mermaid> | undefined;

/**
 * Mermaid cleans labels with DOMPurify, which needs a DOM. Here nothing is shown, so its place is held by functions
 * that let the text through; the drawing in the browser is cleaned by the real one, and by our own list after that.
 */
async function loadMermaid(): Promise<Mermaid> {
  const { default: purify } = await import('dompurify');
  const stub = purify as unknown as { addHook?: () => void; sanitize?: (text: unknown) => string };
  stub.addHook ??= () => undefined;
  stub.sanitize ??= String;
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize(mermaidConfig);
  return mermaid;
}

/** Only the sequence parser needs a `window`, to ask whether a word is a colour; it goes at once after that. */
async function readWith(mermaid: Mermaid, code: string): Promise<{ type: string; db: unknown }> {
  const read = (): Promise<{ type: string; db: unknown }> => mermaid.mermaidAPI.getDiagramFromText(code);
  const scope = globalThis as { window?: unknown };
  if (!code.trimStart().startsWith('sequence') || scope.window !== undefined) return read();
  scope.window = { CSS: { supports: (_property: string, value: string) => isColour(value) } };
  try {
    return await read();
  } finally {
    delete scope.window;
  }
}

const colourNames =
  /^(?:transparent|black|silver|gr[ae]y|white|maroon|red|purple|fuchsia|green|lime|olive|yellow|navy|blue|teal|aqua|orange|pink|gold|cyan|magenta|brown|beige|ivory|khaki|coral|salmon|plum|orchid|violet|indigo|crimson|tomato|lavender|linen|snow|wheat|tan|azure|(?:light|dark|medium|pale|deep|hot)\w+|\w+(?:blue|green|white|red|pink|yellow|gr[ae]y|orchid))$/i;

function isColour(value: string): boolean {
  return /^(?:rgba?|hsla?)\s*\(/i.test(value) || colourNames.test(value);
}

function findFrontMatterProblem(kept: KeptLines): DiagramProblem | null {
  if (!kept.frontMatter) return null;
  const error = readFrontMatter(kept.frontMatter).errors[0];
  const at = error?.linePos?.[0];
  return error
    ? {
        line: at?.line ?? 1,
        column: at?.col ?? 1,
        message: diagramsWords().faults.frontMatter(error.message.split('\n')[0] ?? ''),
      }
    : null;
}

function readFrontMatterTitle(frontMatter: string): string {
  if (!frontMatter) return '';
  const document = readFrontMatter(frontMatter);
  const value: unknown = document.errors.length > 0 ? null : document.toJS();
  const title =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['title'] : undefined;
  return typeof title === 'string' ? title : '';
}

function readFrontMatter(frontMatter: string): ReturnType<typeof parseDocument> {
  // The fences become blank lines, so that the positions are those of the source.
  return parseDocument(frontMatter.replace(/^[^\S\n]*---[ \t]*$/gm, ''));
}

/** Puts an author's words back wherever a stand-in went through the parser. */
function restoreTexts<Value>(value: Value, restore: (text: string) => string): Value {
  if (typeof value === 'string') return restore(value) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => restoreTexts(item, restore)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, restoreTexts(item as unknown, restore)]),
  ) as Value;
}

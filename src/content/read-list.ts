import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { language, problemsWords } from '#words';
import type { Problem } from '../knowledge/problem.ts';
import { decodeText } from './decode-text.ts';
import { describeIssue } from './describe-issue.ts';
import { readYaml } from './front-matter.ts';
import { type Folder, listDoubts } from './read-folder.ts';
import { readInside } from './read-inside.ts';
import { hideInFields } from './read-note.ts';
import { createReadingMemory, type ReadingMemory } from './reading-memory.ts';

/** The items of a list, and where a field of one stands. */
export interface ReadItems<Item> {
  items: Item[];
  locate: (field: readonly PropertyKey[]) => { line: number; column: number };
}

/** A list that is not there. */
function noList<Item>() {
  return { items: [] as Item[], locate: () => ({ line: 1, column: 1 }) };
}

/** A YAML list of typed items; items that do not fit are reported and left out. */
export async function readList<Schema extends z.ZodObject<{ id: z.ZodType<string> }>>(
  folder: Folder,
  file: string,
  schema: Schema,
  severity: Problem['severity'],
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
  { lists }: Pick<ReadingMemory, 'lists'> = createReadingMemory(),
): Promise<ReadItems<z.infer<Schema>>> {
  const bytes = await readBytes(folder, file);
  if (bytes === null) return noList();
  const text = decodeText(bytes)?.text ?? '';
  for (const doubt of listByteProblems(bytes)) say(file, { ...doubt, severity, kind: 'front-matter' });
  const key = [language(), severity, text].join('\n');
  let known = lists.get(file);
  if (known?.key !== key) {
    const problems: Omit<Problem, 'path'>[] = [];
    const read = parseList(text, file, schema, severity, (_, problem) => problems.push(problem));
    lists.set(file, (known = { key, problems, read }));
  }
  for (const problem of known.problems) say(file, problem);
  // What was kept under a file's name was read by its schema.
  return known.read as ReadItems<z.infer<Schema>>;
}

function parseList<Schema extends z.ZodObject<{ id: z.ZodType<string> }>>(
  text: string,
  file: string,
  schema: Schema,
  severity: Problem['severity'],
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
): ReadItems<z.infer<Schema>> {
  const { data, locate: locateIn, troubles, doubts, isUnreadable } = readYaml(text);
  const named = namedItems(data);
  const locate: ReadItems<unknown>['locate'] = ([index, ...field]) =>
    locateIn([named?.[Number(index)]?.id ?? index, ...field].filter((step) => step !== undefined));
  for (const trouble of troubles) say(file, { ...trouble, severity, kind: 'front-matter' });
  for (const doubt of doubts) say(file, { ...doubt, severity: 'warning', kind: 'front-matter' });
  if (isUnreadable) return { items: [], locate };
  if (!Array.isArray(data) && data !== null)
    say(file, {
      line: 1,
      column: 1,
      severity,
      kind: 'front-matter',
      message: problemsWords().fields.listExpected,
    });
  const all = Array.isArray(data) ? (data as unknown[]) : (named ?? []);
  const items: z.infer<Schema>[] = [];
  /** Where the items that are used stand in the file. */
  const kept: number[] = [];
  const first = new Map<string, number>();
  all.map(hideInFields).forEach((item, index) => {
    const result = schema.safeParse(item);
    if (!result.success) {
      for (const issue of result.error.issues) {
        for (const { path, kind: problemKind, message } of describeIssue(issue, item, (at) =>
          at.length ? [] : Object.keys(schema.shape),
        )) {
          say(file, { ...locate([index, ...path]), severity, kind: problemKind, message });
        }
      }
    }
    const id = (item as { id?: unknown } | null)?.id;
    if (typeof id !== 'string') return;
    const known = first.get(id);
    if (known !== undefined) {
      const message = problemsWords().fields.idTaken(id, locate([known, 'id']).line);
      say(file, { ...locate([index, 'id']), severity, kind: 'duplicate', message });
      return;
    }
    first.set(id, index);
    // A source with a wrong field still is a source: citing it is not a second mistake.
    // So is one that lacks fields, where it says what it is; a list of another tool is none of ours.
    const isKept = severity === 'error' || 'title' in (item as object) || 'term' in (item as object);
    const usable = result.success ? result.data : mend(item as object, schema.shape, isKept);
    if (!usable) return;
    items.push(usable as z.infer<Schema>);
    kept.push(index);
  });
  return { items, locate: ([item, ...field]) => locate([kept[Number(item)] ?? item ?? 0, ...field]) };
}

/** Items that a map names: `manual: { title: … }` says what `- id: manual` says, though the file is to be a list. */
function namedItems(data: unknown): { id: string }[] | undefined {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return undefined;
  const entries = Object.entries(data as Record<string, unknown>);
  // A map of another tool is none of ours.
  const isItem = (item: unknown) =>
    item !== null && typeof item === 'object' && ('title' in item || 'term' in item);
  if (!entries.every(([, item]) => isItem(item))) return undefined;
  return entries.map(([id, item]) => ({ id, ...(item as object) }));
}

/**
 * What can be used of an item that does not fit: the fields that do, and the others as plain text or as the last of
 * their choices. Null where one that every item needs is missing, unless `isKept`.
 */
function mend(
  item: object,
  shape: Readonly<Record<string, z.ZodType>>,
  isKept: boolean,
): Record<string, unknown> | null {
  const written = new Map<string, unknown>(Object.entries(item));
  const mended: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(shape)) {
    const value = written.get(name);
    const read = [value, undefined]
      .map((candidate) => type.safeParse(candidate))
      .find(({ success }) => success);
    if (read) mended[name] = read.data;
    else if (value === undefined && !isKept) return null;
    else if (type instanceof z.ZodEnum) mended[name] = type.options.at(-1);
    else mended[name] = ['string', 'number', 'boolean'].includes(typeof value) ? `${value as string}` : '';
  }
  return mended;
}

/** The bytes of a file of the folder; null where there is none. */
export async function readBytes(
  { assets, homes }: Pick<Folder, 'assets' | 'homes'>,
  file: string,
): Promise<Uint8Array | null> {
  const realPath = assets.get(file);
  return realPath === undefined ? null : await readInside(homes, realPath).catch(() => null);
}

/** What is wrong with bytes that should be a text. */
export function listByteProblems(bytes: Uint8Array): { line: number; column: number; message: string }[] {
  const decoded = decodeText(bytes);
  return decoded ? listDoubts(decoded) : [{ line: 1, column: 1, message: problemsWords().folder.isBinary }];
}

/** The text of a file with LF line ends, or null where there is none. */
export async function readOptional(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).replace(/\r\n?/gu, '\n');
  } catch {
    return null;
  }
}

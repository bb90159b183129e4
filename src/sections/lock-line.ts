import { sectionsWords } from '#words';
import type { AnchorEntry, LockEntry, NoteEntry } from './section-lock.ts';

/** What a line of the lock holds: its header with the version, an entry, or the reason why it cannot be read. */
export type LockLine = { header: number } | { entry: LockEntry } | { reason: string };

/** Reads one line. Fields that may be missing get their defaults; a field of the wrong type spoils the line. */
export function parseLockLine(content: string): LockLine {
  const words = sectionsWords().lines;
  // Its parser takes its time to say what is wrong with a line: half a million are soon told from objects.
  if (!content.startsWith('{')) return { reason: words.noObject };
  if (!content.endsWith('}')) return { reason: words.noJson };
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(content) as typeof fields;
  } catch {
    return { reason: words.noJson };
  }
  if (typeof fields['lock'] === 'number' && fields['id'] === undefined) return { header: fields['lock'] };
  for (const [name, isRight] of Object.entries(types)) {
    const field = fields[name];
    if (field !== undefined && !isRight(field)) return { reason: words.wrong(name) };
  }
  const { id, kind } = fields;
  if (typeof id !== 'string' || !id) return { reason: words.noId };
  if (kind === 'note') {
    if (fields['address'] === undefined) return { reason: words.noAddress };
    return { entry: { texts: [], addresses: [], ...fields } as unknown as NoteEntry };
  }
  if (kind !== 'section' && kind !== 'figure' && kind !== 'table') return { reason: words.noKind };
  if (fields['note'] === undefined || fields['texts'] === undefined) return { reason: words.noNote };
  return { entry: { slugs: [], depth: 0, place: 0, body: '', ...fields } as unknown as AnchorEntry };
}

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isList = (value: unknown) => Array.isArray(value) && value.every(isText);

const types: Record<string, (value: unknown) => boolean> = {
  id: isText,
  kind: isText,
  note: isText,
  texts: isList,
  slugs: isList,
  depth: isNumber,
  place: isNumber,
  parent: isText,
  body: isText,
  hash: isText,
  ids: isList,
  retired: isText,
  notes: isList,
  changed: isText,
  address: isText,
  addresses: isList,
};

/**
 * Whether a note is published at all. Authors say so in the words of many tools, and what they keep back must never
 * come out by a slip: text counts as the yes or no that it spells, and a doubtful draft stays a draft.
 */
import type { HeldNote } from '../knowledge/note.ts';

export interface Visibility {
  /** `unlisted`: it has its page, and nothing leads there. `held`: nothing of it is published. */
  kind: 'public' | 'unlisted' | 'held';
  /** The words of the note that hold it back: `draft: true`. */
  by?: HeldNote['by'];
  /** Fields that are understood here and mean nothing else: `draft`, `publish` … as the note spells them. */
  fields: string[];
  /** A field whose value is neither yes nor no; the note is held back to be safe. */
  doubtful?: string;
}

/** Field → the answer that holds a note back. */
const holding: Record<string, boolean> = {
  draft: true,
  private: true,
  publish: false,
  published: false,
  public: false,
  hidden: true,
  isdraft: true,
  'dg-publish': false,
};
/** Fields of the state of a note, and the states in which nobody publishes one. */
const stateFields = new Set(['status', 'visibility']);
const heldStates = new Set(['draft', 'private', 'hidden', 'unpublished', '초안', '비공개', '미공개']);
/** The days between which Hugo publishes a note. */
const fromField = 'publishdate';
const untilField = 'expirydate';

/** Fields that hold back what they do not clearly release; the others often carry days (`published: 2026-01-01`). */
const cautious = new Set(['draft', 'private', 'unlisted']);

const answers: Record<string, boolean> = {
  true: true,
  yes: true,
  on: true,
  y: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  n: false,
  '0': false,
};

/**
 * Reads what the front matter of a note says about publishing it.
 * @param day the day of the build, `YYYY-MM-DD`
 * @param declared fields that the subject declares: a `status` there is a property of its matter
 */
export function readVisibility(
  data: Readonly<Record<string, unknown>>,
  day: string,
  declared: ReadonlySet<string> = new Set(),
): Visibility {
  const found: Visibility = { kind: 'public', fields: [] };
  for (const [field, value] of Object.entries(data)) {
    const key = field.trim().toLowerCase();
    const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
    if (!declared.has(field) && isHeldState(key, text, day)) {
      found.kind = 'held';
      found.by ??= `${key}: ${text}`;
    }
    if (!declared.has(field) && stateFields.has(key) && text === 'unlisted' && found.kind === 'public') found.kind = 'unlisted';
    if (!Object.hasOwn(holding, key) && key !== 'unlisted') continue;
    const answer = readAnswer(value);
    if (answer === null) {
      if (!cautious.has(key)) continue;
      found.doubtful ??= field;
    } else found.fields.push(field);
    if (key === 'unlisted') {
      if ((answer === true || answer === null) && found.kind === 'public') found.kind = 'unlisted';
    } else if (answer === null || answer === holding[key]) {
      found.kind = 'held';
      found.by ??= `${key}: ${answer === null ? '?' : answer}`;
    }
  }
  return found;
}

function isHeldState(key: string, text: string, day: string): boolean {
  if (stateFields.has(key)) return heldStates.has(text);
  const date = /^\d{4}-\d{2}-\d{2}/u.exec(text)?.[0];
  if (date === undefined) return false;
  return (key === fromField && date > day) || (key === untilField && date <= day);
}

/**
 * Properties that stand as lines at the top of a text (`public:: false`), as Logseq and Dataview write them.
 */
export function readPropertyLines(body: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of body.split('\n').slice(0, 50)) {
    if (!line.trim()) continue;
    const [, key, value = ''] = /^\s*(?:[-*]\s+)?([\p{L}][\p{L}\p{N}_-]*)::(?:\s+(.*))?$/u.exec(line) ?? [];
    if (key === undefined) break;
    found[key] = value;
  }
  return found;
}

/** Yes or no; an empty field is a box that nobody ticked, which reads as what releases the note. Null where unclear. */
function readAnswer(value: unknown): boolean | null | undefined {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value) && value.length === 1) return readAnswer(value[0]);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const spelt = String(value).trim().toLowerCase();
  return Object.hasOwn(answers, spelt) ? (answers[spelt] ?? null) : null;
}

/**
 * What a front matter that cannot be read seems to say, line by line: a quote that is never closed must not publish a
 * draft. Returns the words that hold the note back, or null.
 */
export function guessHeld(text: string, day: string): string | null {
  for (const line of text.split('\n').slice(0, 20_000)) {
    const [, key, value = ''] = /^\s*["']?([\w-]+)["']?\s*[:=]\s*["']?([^\s"'#,{}[\]]+)["']?\s*,?\s*(?:#.*)?$/u.exec(line) ?? [];
    if (key === undefined) continue;
    const { kind, by, doubtful } = readVisibility({ [key]: value }, day);
    if (kind !== 'public' && doubtful === undefined) return by ?? 'unlisted: true';
  }
  return null;
}

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

/** Field → the answer that holds a note back. Fields are read without regard to case, `_` and `-`. */
const holding: Record<string, boolean> = {
  draft: true,
  isdraft: true,
  private: true,
  isprivate: true,
  hidden: true,
  unpublished: true,
  headless: true,
  publish: false,
  published: false,
  public: false,
  visible: false,
  dgpublish: false,
  초안: true,
  비공개: true,
  공개: false,
};
/** Field → the answer that takes a note out of all lists. */
const unlisting: Record<string, boolean> = { unlisted: true, listed: false };
/** Fields of the state of a note, and the states in which nobody publishes one. */
const stateFields = new Set(['status', 'state', 'visibility', 'access', '상태', '공개범위']);
const heldStates = new Set(['draft', 'private', 'hidden', 'unpublished', '초안', '비공개', '미공개']);
/** What `published` may say instead of a no. */
const refusals = new Set([...heldStates, 'never', 'none', 'not yet', '안함', '미정']);
/** The days between which Hugo publishes a note. */
const fromField = 'publishdate';
const untilField = 'expirydate';

/** Fields that hold back what they do not clearly release; the others often carry days (`published: 2026-01-01`). */
const cautious = new Set(['draft', 'private', 'unlisted', '초안', '비공개']);

const answers: Record<string, boolean> = {
  true: true,
  yes: true,
  on: true,
  y: true,
  예: true,
  네: true,
  참: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  n: false,
  아니오: false,
  거짓: false,
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
    const name = field.trim().toLowerCase();
    const key = name.replace(/[_-]/gu, '');
    const text = typeof value === 'string' || value === false ? String(value).trim().toLowerCase() : '';
    if (!declared.has(field) && isHeldState(key, text, day)) {
      found.kind = 'held';
      found.by ??= `${name}: ${text}`;
    }
    if (!declared.has(field) && stateFields.has(key) && text === 'unlisted' && found.kind === 'public')
      found.kind = 'unlisted';
    if (key === 'build' && readRendering(value) === 'never') {
      found.kind = 'held';
      found.by ??= `${name}: render: never`;
    }
    const holds = Object.hasOwn(holding, key) ? holding[key] : undefined;
    const unlists = Object.hasOwn(unlisting, key) ? unlisting[key] : undefined;
    if (holds === undefined && unlists === undefined) continue;
    // `published: never`, `publish: draft`: no day, and no yes.
    const isRefused = holds === false && refusals.has(text);
    const answer = isRefused ? false : readAnswer(value);
    if (answer === null) {
      if (!cautious.has(key)) continue;
      found.doubtful ??= field;
    } else found.fields.push(field);
    if (unlists !== undefined) {
      if ((answer === unlists || answer === null) && found.kind === 'public') found.kind = 'unlisted';
    } else if (answer === null || answer === holds) {
      found.kind = 'held';
      found.by ??= `${name}: ${answer === null ? '?' : answer}`;
    }
  }
  return found;
}

/** The day on which Jekyll publishes a post, by its head or else its name; null for what is no such post. */
function dayOfPost(path: string, date: unknown): string | null {
  const [, ...named] = /(?:^|\/)_posts\/(?:.*\/)?(\d{4})-(\d{1,2})-(\d{1,2})-[^/]+$/u.exec(path) ?? [];
  if (!named.length) return null;
  const text = date instanceof Date ? date.toISOString() : typeof date === 'string' ? date.trim() : '';
  const [, ...written] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(text) ?? [];
  return (written.length ? written : named).map((part) => part.padStart(2, '0')).join('-');
}

/**
 * Holds back a post whose day has not come, as Jekyll does: its author schedules it so.
 * @param path of the note in its folder
 */
export function holdEarlyPost(
  visibility: Visibility,
  path: string,
  data: Readonly<Record<string, unknown>>,
  day: string,
): Visibility {
  const date = dayOfPost(path, data['date']);
  if (visibility.kind === 'held' || date === null || date <= day) return visibility;
  return { ...visibility, kind: 'held', by: `date: ${date}` };
}

function isHeldState(key: string, text: string, day: string): boolean {
  if (stateFields.has(key)) return heldStates.has(text) || (key === 'visibility' && text === 'false');
  // Eleventy writes no page of it, nor does Hugo.
  if (key === 'permalink') return text === 'false';
  const date = /^\d{4}-\d{2}-\d{2}/u.exec(text)?.[0];
  if (date === undefined) return false;
  return (key === fromField && date > day) || (key === untilField && date <= day);
}

/** Hugo's `build: { render: never }`. */
function readRendering(value: unknown): unknown {
  const render =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['render'] : null;
  return render === false ? 'never' : render;
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
    const [, key, value = ''] =
      /^\s*["']?([\p{L}\p{N}_-]+)["']?\s*[:=]\s*["']?([^\s"'#,{}[\]]+)["']?\s*,?\s*(?:#.*)?$/u.exec(line) ??
      [];
    if (key === undefined) continue;
    const { kind, by, doubtful } = readVisibility({ [key]: value }, day);
    if (kind !== 'public' && doubtful === undefined) return by ?? 'unlisted: true';
  }
  return null;
}

/** Names that some authors give to what is not for others. No tool keeps a note back for one of them. */
const privateNames = new Set(['draft', 'drafts', 'private', 'wip', '초안', '비공개']);
const privateFolders = new Set([...privateNames, 'archive', 'archives']);

/** Whether a note that is published looks as if its author kept it to themselves: by a tag, or by its folder. */
export function looksPrivate({ path, tags }: { path: string; tags: readonly string[] }): boolean {
  const fold = (name: string) => name.normalize('NFC').toLowerCase();
  return (
    tags.some((tag) =>
      fold(tag)
        .split('/')
        .some((step) => privateNames.has(step)),
    ) ||
    path
      .split('/')
      .slice(0, -1)
      .some((folder) => privateFolders.has(fold(folder)))
  );
}

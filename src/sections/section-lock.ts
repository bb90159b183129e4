/**
 * The lock file: which permanent id belongs to which heading, figure or table, and which addresses a note has had.
 * A header line, then one JSON object a line, sorted by id: two branches that add entries merge line by line.
 */
import { sectionsWords } from '#words';
import { compareText } from '../knowledge/problem.ts';
import { parseLockLine } from './lock-line.ts';
import { isSameThing, mergeEntries } from './merge-entries.ts';

/** A line of the lock. Every entry counts as published: once written, its links may be anywhere. */
export type LockEntry = AnchorEntry | NoteEntry;

/** Something inside a note that has an id. */
export interface AnchorEntry {
  id: string;
  kind: 'section' | 'figure' | 'table';
  /** Id of the note that holds it now. */
  note: string;
  /** What it was called, the newest last: heading texts, figure titles, table captions; long ones clipped. */
  texts: string[];
  /** Slugs that have led here, the newest last; `note#slug` for one that it had in another note. */
  slugs: string[];
  /** Depth of the heading, or 0. */
  depth: number;
  /** Where it stands among those of its kind in the note: ascending, not counting. */
  place: number;
  /** Id of the section it stands in. */
  parent?: string;
  /** A fingerprint of the text under it, for telling a renamed heading from a new one. */
  body: string;
  /** A hash of the text under it: it differs when the text was changed. */
  hash?: string;
  /** Ids it had before its author chose another one. */
  ids?: string[];
  /** Where an id that is no longer in use leads: another id, or `note:` and a note's id. */
  retired?: string;
  /** Notes that held it before. */
  notes?: string[];
  /** The day on which the text under it last changed, `YYYY-MM-DD`; absent while that is not known. */
  changed?: string;
}

/** A note and where it has been served. */
export interface NoteEntry {
  id: string;
  kind: 'note';
  texts: string[];
  /** Where it is served, without slashes around it. */
  address: string;
  /** Where it was served before. */
  addresses: string[];
  /** Ids it had before its file was renamed. */
  ids?: string[];
  /** A fingerprint of its text; only for a note without headings. */
  body?: string;
  /** Where a note that is gone leads: `note:` and a note's id, or a section's id. */
  retired?: string;
}

/** A line of the lock that cannot be used as it is. */
export interface LockTrouble {
  line: number;
  message: string;
  /** `npm run ids -- repair` can put it right without losing anything. */
  canRepair: boolean;
}

/** Version of the format; a lock of a later one is read as far as possible and never rewritten. */
const lockVersion = 1;

/** The lock's text, ready to be written: the same for the same entries, in whatever order they come. */
export function writeLock(entries: readonly LockEntry[]): string {
  const sorted = sortEntries(entries);
  return [JSON.stringify({ lock: lockVersion }), ...sorted.map(writeLine)].join('\n') + '\n';
}

/** Entries by id in code-unit order, notes after anchors of the same id. */
export function sortEntries<Entry extends LockEntry>(entries: readonly Entry[]): Entry[] {
  const key = (entry: LockEntry) => (entry.kind === 'note' ? 1 : 0);
  return [...entries].sort((a, b) => compareText(a.id, b.id) || key(a) - key(b));
}

/**
 * The entries of a lock and the lines that could not be read. Never throws: whatever is readable is kept, lines that
 * give one id twice are united. A lock with troubles must not be rewritten, or what could not be read would be lost.
 */
export function readLock(text: string): { entries: LockEntry[]; troubles: LockTrouble[] } {
  const words = sectionsWords().lines;
  const found = new Map<string, { entry: LockEntry; line: number; text: string }>();
  const troubles: LockTrouble[] = [];
  const base: { content: string; line: number }[] = [];
  let isInBase = false;
  const add = (content: string, line: number, isBase: boolean) => {
    const parsed = parseLockLine(content);
    if ('header' in parsed) {
      if (parsed.header > lockVersion) {
        troubles.push({ line, message: words.newer(parsed.header), canRepair: false });
      }
      return;
    }
    if ('reason' in parsed) {
      troubles.push({ line, message: words.unreadable(parsed.reason), canRepair: false });
      return;
    }
    const { entry } = parsed;
    const key = `${entry.kind === 'note' ? 'note:' : ''}${entry.id}`;
    const known = found.get(key);
    if (!known) {
      found.set(key, { entry, line, text: content });
      return;
    }
    if (isBase || known.text === content || writeLine(known.entry) === writeLine(entry)) return;
    const canRepair = isSameThing(known.entry, entry);
    const message = canRepair ? words.twice(entry.id, known.line) : words.clash(entry.id, known.line);
    troubles.push({ line, message, canRepair });
    if (canRepair) known.entry = mergeEntries(known.entry, entry);
  };
  text.split('\n').forEach((raw, index) => {
    const content = raw.replace(/^\uFEFF|\r$/gu, '').trim();
    const line = index + 1;
    if (!content) return;
    if (/^(?:<{7}|={7}|>{7}|\|{7})/u.test(content)) {
      isInBase = content.startsWith('|');
      troubles.push({ line, message: words.merging, canRepair: true });
    } else if (isInBase) base.push({ content, line });
    else add(content, line, false);
  });
  // What both sides started from is old, yet an id that only stands there must not be lost either.
  for (const { content, line } of base) add(content, line, true);
  return { entries: [...found.values()].map(({ entry }) => entry), troubles };
}

/** Who reads a hundred lines of what is wrong knows that the file is no lock. */
const mostTroubles = 100;

/** The first of many troubles, and one that says how many more there are. */
export function boundTroubles(troubles: readonly LockTrouble[]): LockTrouble[] {
  const shown = troubles.slice(0, mostTroubles);
  const next = troubles[mostTroubles];
  if (!next) return shown;
  const message = sectionsWords().lines.more(troubles.length - mostTroubles);
  return [...shown, { ...next, message }];
}

/** Fields in one order, whatever order they were set in; what is empty and optional is left out. */
function writeLine(entry: LockEntry): string {
  if (entry.kind === 'note') {
    const { id, kind, texts, address, addresses, ids, body, retired } = entry;
    return JSON.stringify({
      id,
      kind,
      texts,
      address,
      addresses,
      ids: some(ids),
      body: body || undefined,
      retired,
    });
  }
  const { id, kind, note, texts, slugs, depth, place, parent, body, hash, ids, retired, notes, changed } =
    entry;
  return JSON.stringify({
    id,
    kind,
    note,
    texts,
    slugs,
    depth,
    place,
    parent,
    body,
    hash: hash || undefined,
    ids: some(ids),
    retired,
    notes: some(notes),
    changed,
  });
}

function some(list: string[] | undefined): string[] | undefined {
  return list?.length ? list : undefined;
}

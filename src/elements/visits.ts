/**
 * When this reader was here before and what they read then, kept on the device alone. Days are all that the site knows
 * of its changes, so a note is remembered with the day of its last change as it was read: what changes later is new.
 */
import { readStored, writeStored } from './stored.ts';

/** A visit to a note: its day, and the day on which the note had last changed; both `YYYY-MM-DD`. */
export interface NoteVisit {
  day: string;
  changed: string;
}

export interface Visits {
  /** The day of the visit to the site before the present one. */
  last: string | null;
  /** The day of the present visit. */
  now: string;
  /** By path: the visit before today's, and the latest one. */
  notes: Map<string, { before: NoteVisit | null; latest: NoteVisit }>;
}

export const visitsKey = 'visits';
const mostNotes = 400;
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/u.test(value);

/** The reader's own day. */
export function today(): string {
  return new Date().toLocaleDateString('sv');
}

/** What is stored; null where there is nothing, or nothing that can be read. */
export function readVisits(): Visits | null {
  try {
    const { last, now, notes } = JSON.parse(readStored(visitsKey) ?? 'null') as Record<string, unknown>;
    if (!isDay(now)) return null;
    const read = (list: unknown[]): NoteVisit | null =>
      isDay(list[0]) && isDay(list[1]) ? { day: list[0], changed: list[1] } : null;
    const entries = (Array.isArray(notes) ? (notes as unknown[]) : []).flatMap((entry) => {
      if (!Array.isArray(entry) || typeof entry[0] !== 'string') return [];
      const latest = read(entry.slice(1, 3));
      return latest ? [[entry[0], { latest, before: read(entry.slice(3, 5)) }] as const] : [];
    });
    return { last: isDay(last) ? last : null, now, notes: new Map(entries) };
  } catch {
    return null;
  }
}

/** Counts today as a visit, and the note at `path` as read. Returns what holds now, also where it cannot be kept. */
export function recordVisit(path?: string, changed?: string): Visits {
  const day = today();
  const known = readVisits();
  const visits: Visits =
    known === null
      ? { last: null, now: day, notes: new Map() }
      : known.now === day
        ? known
        : { ...known, last: known.now, now: day };
  if (path !== undefined && changed !== undefined) {
    const note = visits.notes.get(path);
    // All of today is one visit: reloading a page must not take its marks away.
    const before = note ? (note.latest.day === day ? note.before : note.latest) : null;
    visits.notes.delete(path);
    visits.notes.set(path, { latest: { day, changed }, before });
  }
  const notes = [...visits.notes]
    .slice(-mostNotes)
    .map(([at, { latest, before }]) => [
      at,
      latest.day,
      latest.changed,
      ...(before ? [before.day, before.changed] : []),
    ]);
  writeStored(visitsKey, JSON.stringify({ last: visits.last, now: visits.now, notes }));
  return visits;
}

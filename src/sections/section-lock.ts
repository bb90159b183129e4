/** The lock file: which permanent id belongs to which heading. One JSON object a line, sorted by id. */
import { compareText } from '../knowledge/problem.ts';

export interface LockEntry {
  id: string;
  kind: 'section' | 'figure' | 'table';
  /** Id of the note that holds it now. */
  note: string;
  /** What it was called, the newest last: heading texts, figure titles, table captions. */
  texts: string[];
  /** Slugs that have led here, the newest last. */
  slugs: string[];
  /** Depth of the heading, or 0. */
  depth: number;
  /** Its place among those of its kind in the note, from 0. */
  place: number;
  /** A fingerprint of the text under it, for telling a renamed heading from a new one. */
  body: string;
  /** Where an id that is no longer in use leads: another id, or a note's id. */
  retired?: string;
  /** Notes that held it before. */
  notes?: string[];
  /** The day on which the text under it last changed, `YYYY-MM-DD`. */
  changed?: string;
}

/** The lock's text, ready to be written. */
export function writeLock(entries: readonly LockEntry[]): string {
  const sorted = [...entries].sort((a, b) => compareText(a.id, b.id));
  return `${sorted.map((entry) => JSON.stringify(entry)).join('\n')}\n`;
}

/** The entries of a lock and the lines that could not be read. */
export function readLock(text: string): { entries: LockEntry[]; troubles: { line: number; message: string }[] } {
  const entries: LockEntry[] = [];
  const troubles: { line: number; message: string }[] = [];
  const lines = new Map<string, number>();
  text.split('\n').forEach((content, index) => {
    const line = index + 1;
    if (!content.trim()) return;
    if (/^(?:<{7}|={7}|>{7})/u.test(content)) {
      troubles.push({ line, message: '합치다 만 자국이 있습니다. 두 쪽의 줄을 모두 남기고 표시만 지우십시오' });
      return;
    }
    try {
      const entry = JSON.parse(content) as LockEntry;
      if (typeof entry.id !== 'string' || typeof entry.note !== 'string' || !Array.isArray(entry.texts)) {
        throw new SyntaxError('id, note, texts가 있어야 합니다');
      }
      const first = lines.get(entry.id);
      if (first !== undefined) {
        if (JSON.stringify(entries.find(({ id }) => id === entry.id)) !== content) {
          troubles.push({ line, message: `id "${entry.id}"이(가) ${first}번째 줄에도 있습니다. 하나만 남기십시오` });
        }
        return;
      }
      lines.set(entry.id, line);
      entries.push(entry);
    } catch (error) {
      troubles.push({ line, message: `읽을 수 없는 줄입니다: ${(error as Error).message}` });
    }
  });
  return { entries, troubles };
}

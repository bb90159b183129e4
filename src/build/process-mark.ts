import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names a running process, so that what it left behind is known from what it still uses. */
export interface ProcessMark {
  pid: number;
  host: string;
  /** When it started, as the system counts; empty where the system does not tell. A number is used again, a start is not. */
  started: string;
}

/** This process. */
export function markProcess(): ProcessMark {
  return { pid: process.pid, host: hostname(), started: readStart(process.pid) };
}

/**
 * Whether the process of a mark still runs. One on another machine cannot be asked: it counts as running.
 * What is no mark names nobody.
 */
export function isRunning(mark: unknown): boolean {
  if (typeof mark !== 'object' || mark === null) return false;
  const { pid, host, started } = mark as Partial<ProcessMark>;
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return false;
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !started || started === readStart(pid);
}

function readStart(pid: number): string {
  try {
    // The name, in parentheses, may hold blanks itself; the 20th value after it is the start.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

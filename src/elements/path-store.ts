/** Which notes of the learning paths this reader has read, kept on the device: ids in a list. */
import { readStored, writeStored } from './stored.ts';

export function readRead(): Set<string> {
  return new Set((readStored('read') ?? '').split('\n').filter(Boolean));
}

/** Remembers that a note was read to its end. */
export function keepRead(id: string): void {
  const read = readRead();
  if (read.has(id)) return;
  read.add(id);
  writeStored('read', [...read].slice(-2000).join('\n'));
}

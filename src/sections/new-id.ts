import { createHash } from 'node:crypto';
import { remember } from './remember.ts';
import type { AnchorEntry } from './section-lock.ts';

/** Crockford's base 32: safe to say aloud and to type from paper. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A new id: `s-`, `f-` or `t-` and five letters drawn from `seed`, which is the same on every machine. Drawn again
 * while `isTaken` says that the id is in use.
 */
export function newId(kind: AnchorEntry['kind'], seed: string, isTaken: (id: string) => boolean): string {
  for (let salt = 0; ; salt++) {
    const id = `${kind[0]}-${drawLetters(`${kind}\n${seed}\n${salt}`)}`;
    if (!isTaken(id)) return id;
  }
}

const drawLetters = remember((text) => {
  const digest = createHash('sha256').update(text).digest();
  return [...digest.subarray(0, 5)].map((byte) => letters[byte % 32]).join('');
});

/** The form an author's own id must have to be used as it is. */
export function isUsableId(id: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]*$/u.test(id);
}

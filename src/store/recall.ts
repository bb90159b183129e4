import { createHash } from 'node:crypto';
import { language } from '../words/words.ts';
import { openStoreFile, type Store } from './store.ts';

/**
 * The store of this process. Astro loads its config, the collections and the pages in separate module graphs, so it
 * stands under a global symbol (as in `content/session.ts`). Where no command has opened one, everything is worked out.
 */
const key = Symbol.for('atlas.store');
interface Opened {
  store: Store | null;
  /** Hash of the code that makes the values. */
  code: string;
}
const process_ = globalThis as { [key]?: Opened };

/** Opens the process's store; `code` names the code that makes the values: under other code nothing is found. */
export function openStore(file: string, code: string): void {
  process_[key] ??= { store: openStoreFile(file), code };
}

/** Writes what is new and closes; without an open store nothing happens. */
export function closeStore(): void {
  process_[key]?.store?.close();
  delete process_[key];
}

/**
 * The result of `make`, from the store where it was made of the same inputs before. `make` must depend on nothing but
 * `inputs` and code, and its result must be plain data that JSON keeps.
 * @param kind what is made: keeps apart what is made of the same inputs
 */
export function recall<Value>(kind: string, inputs: readonly string[], make: () => Value): Value {
  const found = look<Value>(kind, inputs);
  if (found.value !== undefined) return found.value;
  const value = make();
  found.keep(value);
  return value;
}

/**
 * `recall` for what is made asynchronously.
 * @param isFinal asked of what was made: whether it may be remembered
 */
export async function recallAsync<Value>(
  kind: string,
  inputs: readonly string[],
  make: () => Promise<Value>,
  isFinal: () => boolean = () => true,
): Promise<Value> {
  const found = look<Value>(kind, inputs);
  if (found.value !== undefined) return found.value;
  const value = await make();
  if (isFinal()) found.keep(value);
  return value;
}

function look<Value>(
  kind: string,
  inputs: readonly string[],
): { value?: Value; keep: (value: Value) => void } {
  const opened = process_[key];
  if (!opened?.store) return { keep: () => undefined };
  const { store, code } = opened;
  const name = hashInputs([code, language(), kind, ...inputs]);
  const text = store.get(name);
  const keep = (value: Value) => store.put(name, JSON.stringify(value));
  return text === undefined ? { keep } : { value: JSON.parse(text) as Value, keep };
}

/** One hash of several texts, each with its length, so that moving a letter from one to the next changes it. */
export function hashInputs(inputs: readonly string[]): Buffer {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(`${input.length}:`).update(input);
  return hash.digest().subarray(0, 16);
}

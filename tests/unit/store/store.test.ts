import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeStore, openStore, recall } from '../../../src/store/recall.ts';
import { openStoreFile } from '../../../src/store/store.ts';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'store-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => closeStore());

/** Asks for a value in a process of its own, as far as the store can tell; whether it had to be made. */
function ask(file: string, code: string, inputs: string[], value: unknown): { made: boolean; got: unknown } {
  openStore(file, code);
  let made = false;
  const got = recall('kind', inputs, () => {
    made = true;
    return value;
  });
  closeStore();
  return { made, got };
}

describe('what was worked out before', () => {
  it('is found again under the same inputs and code, and under no others', () => {
    const file = join(folder, 'a.sqlite');
    expect(ask(file, 'code', ['ab', 'c'], { text: '글' })).toEqual({ made: true, got: { text: '글' } });
    expect(ask(file, 'code', ['ab', 'c'], null)).toEqual({ made: false, got: { text: '글' } });
    expect(ask(file, 'code', ['a', 'bc'], 1).made).toBe(true);
    expect(ask(file, 'other code', ['ab', 'c'], 1).made).toBe(true);
  });

  it('is found before it has been written', () => {
    openStore(join(folder, 'd.sqlite'), 'code');
    expect([1, 2].map((value) => recall('kind', ['x'], () => value))).toEqual([1, 1]);
  });

  it('is made anew where its file was cut, overwritten or flipped', () => {
    const file = join(folder, 'b.sqlite');
    const long = Array.from({ length: 4000 }, (_, index) => `글 ${index * 7919}`).join(' ');
    ask(file, 'code', ['x'], long);
    for (const spoil of [
      () => truncateSync(file, Math.floor(statSync(file).size / 2)),
      () => writeFileSync(file, 'no database'),
      () => {
        const bytes = readFileSync(file);
        for (let at = 4200; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
        writeFileSync(file, bytes);
      },
    ]) {
      spoil();
      expect(ask(file, 'code', ['x'], long).got).toBe(long);
      // What was thrown away is there again after at most one more build.
      ask(file, 'code', ['x'], long);
      expect(ask(file, 'code', ['x'], 'other')).toEqual({ made: false, got: long });
    }
  });

  it('stays where another process is writing', () => {
    const file = join(folder, 'e.sqlite');
    ask(file, 'code', ['x'], 1);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    expect(ask(file, 'code', ['y'], 2).got).toBe(2);
    other.exec('COMMIT');
    other.close();
    expect(ask(file, 'code', ['x'], 3)).toEqual({ made: false, got: 1 });
  });

  it('is worked out where no store can be had', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(ask(join(file, 'below', 'a.sqlite'), 'code', ['x'], 1)).toEqual({ made: true, got: 1 });
    expect(recall('kind', ['x'], () => 2)).toBe(2);
  });

  it('is let go when the file grows beyond its bound', () => {
    const file = join(folder, 'c.sqlite');
    const noise = (seed: number) =>
      Array.from({ length: 20_000 }, (_, at) => ((at * seed * 7919) % 65_521).toString(36)).join('');
    for (let at = 1; at <= 12; at++) {
      const store = openStoreFile(file, 200_000);
      store?.put(Buffer.from(String(at)), noise(at));
      store?.close();
    }
    expect(statSync(file).size).toBeLessThan(400_000);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { describe, expect, test, vi } from 'vitest';
import { quickenSettings } from '../../../src/diagrams/quick-settings.ts';

/** Mermaid's own function, as it stands in a folder of its package. */
function findCopy(folder: string, ended: RegExp): { name: string; code: string } {
  for (const name of readdirSync(join('node_modules/mermaid/dist/chunks', folder))) {
    if (!name.endsWith('.mjs')) continue;
    const text = readFileSync(join('node_modules/mermaid/dist/chunks', folder, name), 'utf8');
    const code = ended.exec(text)?.[0];
    if (code !== undefined) return { name: /\w+(?= ?=)/u.exec(code.replace(/^var /u, ''))?.[0] ?? '', code };
  }
  throw new Error(`not found in ${folder}`);
}

describe.each([
  ['mermaid.core', /var assignWithDepth = [^]*?"assignWithDepth"\);/u],
  ['mermaid.esm.min', /\b\w+=\w+\(\(\w+,\w+,\{depth:\w+=2\}=\{\}\)=>\{[^]*?,"assignWithDepth"\)/u],
])('the settings of %s', (folder, ended) => {
  const { name, code } = findCopy(folder, ended);
  const quick = quickenSettings(code);
  /** The function in this realm: objects of another one are none of its plain ones. */
  const open = (source: string) =>
    // The name that Mermaid gives its functions is of no use here.
    runInThisContext(
      `(() => { const a = (given) => given, __name = a; ${source.replace(/^(?!var )/u, 'var ')}; return ${name}; })()`,
    ) as (to: unknown, from: unknown) => unknown;
  /** With what JSON would leave out. */
  const write = (made: unknown) =>
    JSON.stringify(made, (_, value: unknown) => (value === undefined ? 'undefined' : value));

  test('are found, and copied the quick way', () => {
    const assigned = vi.spyOn(Object, 'assign');
    open(quick)({}, { a: { b: 1 } });
    expect(assigned).toHaveBeenCalledTimes(2);
    assigned.mockRestore();
  });

  test.each<[unknown, unknown]>([
    [
      {},
      { a: 1, b: { c: 2, d: [1, 1, 2], e: { f: { g: 1 } } }, h: null, i: undefined, j: 'x', k: [{ l: 1 }] },
    ],
    [
      { a: 0, b: { c: 1, x: 1 } },
      { a: 1, b: { c: 2 } },
    ],
    [{}, {}],
    [{}, [{ a: 1 }, { b: { c: 2 } }]],
    [[1], [1, 2]],
    [{}, { toString: 'own', constructor: { a: 1 } }],
    [{}, JSON.parse('{"__proto__":{"a":1},"b":2}')],
    [{}, { 2: 'b', 1: 'a', x: { y: { z: { deep: 1 } } } }],
    [null, { a: 1 }],
    [{ a: 'text' }, { a: { b: 1 } }],
  ])('are copied as Mermaid copies them: %j %j', (to, from) => {
    const copy = (value: unknown): unknown => structuredClone(value);
    expect(write(open(quick)(copy(to), copy(from)))).toBe(write(open(code)(copy(to), copy(from))));
  });
});

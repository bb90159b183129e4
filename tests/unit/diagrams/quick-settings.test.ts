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

const copies: Record<string, RegExp> = {
  'mermaid.core': /var assignWithDepth = [^]*?"assignWithDepth"\);/u,
  'mermaid.esm.min': /\b\w+=\w+\(\(\w+,\w+,\{depth:\w+=2\}=\{\}\)=>\{[^]*?,"assignWithDepth"\)/u,
};

/** Code of the minified Mermaid is one of many declarations. */
const withVar = (code: string) => code.replace(/^(?!var )/u, 'var ');

describe.each(Object.entries(copies))('the settings of %s', (folder, ended) => {
  const { name, code } = findCopy(folder, ended);
  const quick = quickenSettings(code);
  /** The function in this realm: objects of another one are none of its plain ones. */
  const open = (source: string) =>
    // The name that Mermaid gives its functions is of no use here.
    runInThisContext(
      `(() => { const a = (given) => given, __name = a; ${withVar(source)}; return ${name}; })()`,
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

/** Looked at as a tree of anything. */
interface Settings {
  [name: string]: Settings;
}

describe.each([
  ['mermaid.core', /\bgetConfig = [^]*?"getConfig"\);/u],
  ['mermaid.esm.min', /\b\w+=\w+\(\(\)=>\w+\(\{\},\w+\),"getConfig"\)/u],
])('the asked settings of %s', (folder, asked) => {
  const { name: copyName, code: copy } = findCopy(folder, copies[folder] ?? /^$/u);
  const { name, code } = findCopy(folder, asked);
  const [, called = copyName, current = ''] = /(\w+)\(\{\}, ?(\w+)\)/u.exec(code) ?? [];
  const open = (source: string, settings: object) =>
    (
      runInThisContext(
        `(${current}) => { const a = (given) => given, __name = a; ${withVar(copy)}; ${called === copyName ? '' : `const ${called} = ${copyName};`} ${withVar(source)}; return ${name}; }`,
      ) as (settings: object) => () => Settings
    )(settings);
  const make = () => ({
    a: 1,
    deep: { b: 2, deeper: { c: 3, deepest: { d: 4 } }, list: [1, 1, 2], none: null, unset: undefined },
    none: null,
    unset: undefined,
    list: ['x', 'x'],
    2: 'number',
    toString: 'own',
  });
  const show = (made: unknown) =>
    JSON.stringify(made, (_, value: unknown) => (value === undefined ? 'undefined' : value));

  test('are found', () => {
    expect(quickenSettings(code)).not.toBe(code);
  });

  test.each<[string, (made: Settings) => unknown]>([
    ['whole', (made) => show(made)],
    ['in another order', ({ list, deep, a, ...others }) => show([list, deep, a, others])],
    ['after one was read', (made) => [made['list'], show(made)]],
    ['by name', (made) => ['a', 'none', 'unset', 'missing', 'toString'].map((name) => made[name])],
    ['by what is there', (made) => [Object.keys(made), 'none' in made, Object.hasOwn(made, 'unset')]],
    ['below', ({ deep }) => [Object.keys(deep ?? {}), deep?.['deeper']]],
    ['what every object has', (made) => ['valueOf', 'constructor', '__proto__'].map((name) => made[name])],
    ['spread', (made) => show([{ ...made }, { ...made['deep'] }, Object.assign({}, made)])],
    ['cloned deep', (made) => show(JSON.parse(JSON.stringify(made)))],
  ])('read the same: %s', (_, read) => {
    expect(read(open(quickenSettings(code), make())())).toEqual(read(open(code, make())()));
  });

  test('can be written without a trace in what the next one is given', () => {
    const settings = make();
    const give = open(quickenSettings(code), settings);
    const writeInto = (made: Settings) => {
      const { deep, list, unset } = made;
      for (const part of [made, deep, deep?.['deeper']]) Object.assign(part ?? {}, { a: 9, fresh: { e: 5 } });
      for (const each of [list, deep?.['list']]) (each as unknown as number[]).push(9);
      delete made['2'];
      return show([made, unset]);
    };
    const before = show(give());
    expect(writeInto(give())).toBe(writeInto(open(code, make())()));
    expect(show(give())).toBe(before);
    expect(show(settings)).toBe(show(make()));
  });
});

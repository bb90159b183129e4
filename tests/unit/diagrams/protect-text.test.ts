import { expect, test } from 'vitest';
import { protectText, restoreCharacters } from '../../../src/diagrams/protect-text.ts';

const read = (code: string) => restoreCharacters(protectText(code, code.split('\n')[0] ?? ''));

test.each([
  ['List~Map~K, V~~ x', 'List<Map<K, V>> x'],
  ['Promise~Result~T, E~~', 'Promise<Result<T, E>>'],
  ['Map~K, List~V~~', 'Map<K, List<V>>'],
  ['f(List~int~ a, b) Set~T~', 'f(List<int> a, b) Set<T>'],
])('types in types are read whichever has the comma: %s', (written, wanted) => {
  expect(read(`classDiagram\n class A {\n +${written}\n }`)).toContain(wanted);
});

test.each(['oslo', 'x-ray', 'offset'])(
  'a name that begins like the end of a line stands apart from it: %s',
  (name) => {
    expect(read(`flowchart LR\n a---${name}`)).toContain(`--- ${name}`);
  },
);

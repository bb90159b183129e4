import { expect, test } from 'vitest';
import { writeZenuml } from '../../../src/diagrams/read-zenuml.ts';
import { secondsOf } from '../processor-time.ts';
import { parseDiagram } from '../../../src/diagrams/parse.ts';

const write = (...lines: string[]) =>
  writeZenuml(['zenuml', ...lines].join('\n'), 'zenuml')
    ?.split('\n')
    .slice(1);

test('messages go from one to the other', () => {
  expect(
    write('title Greeting', 'A->B: hello', '"Front desk" -> B: 손님', '// said later', '@return B->A: hi'),
  ).toEqual(['title Greeting', 'A->>B: hello', 'Front desk->>B: 손님', '%% // said later', 'B-->>A: hi']);
});

test('what says that the next message is a reply stands in a line of its own', () => {
  expect(write('A.b() {', '@return', 'A->B: x', '@reply', '', '  B->A: y', '}')).toEqual([
    '▷->>A: b()',
    '',
    'A-->>B: x',
    '',
    '',
    'B-->>A: y',
    '',
  ]);
});

test('what stands in a call is called by its receiver, and returns to who called', () => {
  expect(
    write(
      '@Actor Guest',
      'Guest->Desk.ask(room) {',
      '  id = Store.find(room)',
      '  return id',
      '}',
      'Desk.close()',
    ),
  ).toEqual([
    'actor Guest',
    'Guest->>Desk: ask(room)',
    'Desk->>Store: id = find(room)',
    'Desk-->>▷: id',
    '',
    '▷->>Desk: close()',
  ]);
});

test('who starts is nobody unless it is said', () => {
  expect(write('@Starter(Guest)', 'Desk.ask() {', 'return x', '}')).toEqual([
    'participant Guest',
    'Guest->>Desk: ask()',
    'Desk-->>Guest: x',
    '',
  ]);
});

test('blocks have their branches, on one line with the end of the last or on the next', () => {
  expect(
    write('if (free) {', 'A->B: yes', '} else if (soon) {', 'A->B: wait', '}', 'else {', 'A->B: no', '}'),
  ).toEqual(['alt free', 'A->>B: yes', 'else soon', 'A->>B: wait', '', 'else', 'A->>B: no', 'end']);
  expect(write('while(open) {', 'try {', 'new Room(3)', '} catch (e) {', 'count()', '}}')).toEqual([
    'loop open',
    'alt try',
    '▷->>Room: new Room(3)',
    'else catch e',
    '▷->>▷: count()',
    'end;end',
  ]);
});

test.each([['A.b() {'], ['}'], ['if (x) {', 'A->B: y'], ['<<what>> is this'], ['A->B: x {']])(
  'what is not read as it is meant is not read: %j',
  (...lines) => {
    expect(write(...lines)).toBeUndefined();
  },
);

test('other kinds are left alone', () => {
  expect(writeZenuml('sequenceDiagram\n A->>B: x', 'sequenceDiagram')).toBeNull();
});

test('Mermaid reads it as a sequence', async () => {
  const parsed = await parseDiagram(
    'zenuml\n A.call(x; y) {\n  if (a) {\n   while (b) {\n    B->C: 말\n   }}\n }',
  );
  expect(parsed).toMatchObject({ type: 'sequence', body: { participants: ['▷', 'A', 'B', 'C'] } });
});

test.each([
  ['A.b() {\n', '}\n'],
  ['A->B: x\n', ''],
  ['a = ', ''],
  ['"', ''],
  ['}', ''],
  ['if (', ')'],
])('a long source is read in seconds: %j', async (part, end) => {
  const code = `zenuml\n${part.repeat(30_000)}${end.repeat(30_000)}`;
  expect(await secondsOf(() => writeZenuml(code, 'zenuml'))).toBeLessThan(3);
});

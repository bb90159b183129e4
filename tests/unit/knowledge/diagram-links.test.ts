import { expect, test } from 'vitest';
import { parseDiagram } from '../../../src/diagrams/parse.ts';
import { bindDiagram } from '../../../src/knowledge/diagram-links.ts';
import { emptyOutline, type Note } from '../../../src/knowledge/note.ts';
import { indexNotes } from '../../../src/knowledge/resolve-link.ts';
import { makeSubject } from '../subject/make-subject.ts';

function makeNote(path: string): Note {
  const id = path.replace(/\.md$/u, '');
  return {
    id,
    path,
    address: id,
    title: id,
    collection: 'note',
    tags: [],
    aliases: [],
    body: '',
    outline: emptyOutline(),
  } as unknown as Note;
}

const notes = ['a.md', 'b.md', 'folder/c.md'].map(makeNote);
const links = indexNotes(notes, new Set(['table.csv']), {}, makeSubject('collections: {}'));
const data = { byId: links.byId, names: new Map<string, string>(), links };

async function bind(click: string, nodes = 'A --> B'): Promise<ReturnType<typeof bindDiagram>> {
  const code = `flowchart LR\n ${nodes}\n ${click}`;
  const parsed = await parseDiagram(code);
  if ('problem' in parsed) throw new Error(parsed.problem.message);
  return bindDiagram(parsed, code, notes[0] ?? null, data);
}

test.each(['"./b.md"', 'href "b.md"', '"/b/"', 'href "note:b"'])(
  'click A %s leads to the note',
  async (target) => {
    const { bindings, broken } = await bind(`click A ${target} "도움말"`);
    expect(broken).toEqual([]);
    expect(bindings).toEqual([
      {
        nodeId: 'A',
        target: expect.objectContaining({ kind: 'note', note: notes[1] }) as unknown,
        tooltip: '도움말',
      },
    ]);
  },
);

test('a click to another site, or to a file, stays one', async () => {
  expect((await bind('click A "https://example.org/x"')).bindings[0]?.target.kind).toBe('external');
  expect((await bind('click A "table.csv"')).bindings[0]?.target.kind).toBe('asset');
});

test.each([
  ['click A "./none.md"', 'place'],
  ['click A "b.md#none"', 'anchor'],
  ['click A "obsidian://open?x"', 'scheme'],
  ['click Z "b.md"', 'node'],
])('%s is broken at its line: %s', async (click, reason) => {
  const { bindings, broken } = await bind(click);
  expect(bindings).toEqual([]);
  expect(broken).toEqual([expect.objectContaining({ line: 3, reason }) as unknown]);
});

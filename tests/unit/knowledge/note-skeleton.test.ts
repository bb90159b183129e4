import { expect, test } from 'vitest';
import { listSchemas } from '../../../src/content/write-schemas.ts';
import { schemaName, writeSkeleton } from '../../../src/knowledge/note-skeleton.ts';
import { openVault } from '../flavours/vault.ts';

const declaration = `
strict: true
language: en
fields:
  title: { required: true }
  english: { required: true }
  tags: { required: true }
  aliases: { required: true }
  parent: { required: true }
  order: { required: true }
  relations: { required: true }
  sources: { required: true }
  state: { options: { 1.0: New, 2: Worn }, default: 2 }
collections:
  "dial / hand":
    folder: dials
    fields:
      made: { type: date, precision: year, required: true }
      size: { type: number, hint: in millimetres, required: true }
      count: { type: number, default: 4 }
      lit: { type: boolean, default: true }
      maker: { type: note, required: true }
      page: { type: source, list: true, required: true }
      kind: { options: { yes: Sun, no: Moon }, list: true, required: true }
      note: { type: text, label: "Remark: all of it", required: true }
      parts: { list: true, required: true, fields: { what: { required: true }, at: { type: date, required: true } } }
      later: {}
relations:
  under: { label: Under, from: [case] }
  on: { label: On }
sources: { kinds: { book: Book } }
`;
const front =
  'title: First\nenglish: First\ntags: [a]\naliases: [b]\nparent: first\norder: 1\nrelations: [{ type: on, to: second }]\nsources: [s]\nmade: 1571\nsize: 1\nmaker: second\npage: [s]\nkind: ["yes"]\nnote: x\nparts: [{ what: x, at: 2026-01-01 }]';

test.each(['first-dial', '2024', 'null', '1e5', 'yes'])(
  'a new note %j of a demanding collection passes the check',
  async (id) => {
    const files = {
      'atlas.yaml': declaration.replace('collections:', 'collections:\n  case: {}'),
      'sources.yaml':
        '- { id: s, title: S, publisher: P, kind: book, strength: primary, checked: "2026-01-01" }\n',
      'dials/first.md': `---\n${front.replace('parent: first\n', 'parent: second\n')}\n---\n## A\n\nText.\n`,
      'dials/second.md': `---\n${front.replace('title: First', 'title: Second').replace('[b]', '[c]').replace('parent: first\n', 'parent: third\n').replace('to: second', 'to: first')}\n---\n## A\n\nText.\n`,
      'dials/third.md': `---\n${front.replace('title: First', 'title: Third').replace('[b]', '[d]').replace('parent: first\n', 'parent: third\n')}\n---\n## A\n\nText.\n`,
    };
    const { atlas } = await openVault(files);
    const collection = atlas.subject.collections.find(({ folder }) => folder === 'dials');
    if (!collection) throw new Error('no collection');
    const text = writeSkeleton(collection, id, '2026-11-24', atlas.library);
    const { problems } = await openVault({ ...files, [`dials/${id}.md`]: `${text}Text.\n` });
    expect(problems.filter((line) => line.startsWith(`dials/${id}.md`))).toEqual([]);
    expect(text).toContain('\nstate: "2" # 1.0, 2\n');
    expect(text).toContain('\ncount: 4\nlit: true\n');
    expect(text).toContain('\nsize: 0 # in millimetres\n');
    expect(text).not.toContain('later');
    // No folder of schemas is made of a name that is no file's.
    expect([...listSchemas(atlas).keys()]).toContain(schemaName(collection));
    expect(schemaName(collection)).toMatch(/^[\w-]+\.schema\.json$/u);
    expect(text).toContain(`/${schemaName(collection)}\n`);
  },
);

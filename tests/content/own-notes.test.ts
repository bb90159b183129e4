import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkAtlas } from '../../src/content/check-atlas.ts';
import { type Atlas, readAtlas } from '../../src/content/open-atlas.ts';
import { listSchemas } from '../../src/content/write-schemas.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';

/** What the original note held, and where each item has to be found. */
const items = JSON.parse(readFileSync('tests/content/original-items.json', 'utf8')) as {
  item: string;
  says: string;
  notes: { id: string; section?: string }[];
}[];

let atlas: Atlas;
beforeAll(async () => {
  atlas = await readAtlas('content');
});

test('our own notes have no errors', () => {
  const errors = checkAtlas(atlas).filter(({ severity }) => severity === 'error');
  expect(errors.map(formatProblem)).toEqual([]);
});

describe('every item of the original note is found', () => {
  test('all of them are listed', () => {
    expect(items).toHaveLength(66);
  });

  test.each(items)('$item: $says', ({ item, notes }) => {
    for (const { id, section: wanted } of notes) {
      const note = atlas.library.byId.get(id);
      expect(note, `${item} is in ${id}`).toBeDefined();
      if (wanted === undefined) continue;
      const section = note?.outline.sections.find(({ text }) => text === wanted);
      expect(section, `${id} has the section "${wanted}"`).toBeDefined();
      expect(
        section?.body || note?.outline.sections.some(({ depth }) => depth > (section?.depth ?? 9)),
        'and it says something',
      ).toBeTruthy();
    }
  });
});

describe('the generated tables agree with the notes', () => {
  const rowsOf = (id: string, caption: string) =>
    atlas.library.byId.get(id)?.outline.tables.find((table) => table.caption === caption)?.text ?? '';

  test('every business model, limitation and duty is in its map', () => {
    const maps = [
      ['business-model-map', '생성형 AI 비즈니스 모델', 'model'],
      ['limitation-map', '생성형 AI의 한계와 대응', 'limitation'],
    ] as const;
    for (const [map, caption, role] of maps) {
      for (const note of atlas.library.notes.filter(({ fields }) => fields['role'] === role)) {
        expect(rowsOf(map, caption)).toContain(note.title);
      }
    }
    for (const note of atlas.library.notes.filter(({ fields }) => fields['role'] === 'duty')) {
      expect(rowsOf('consideration-map', '주체별 고려사항')).toContain(String(note.fields['action']));
    }
  });

  test('every box of the stack is in its diagram', () => {
    const code =
      atlas.library.byId.get('genai-tech-stack')?.outline.figures.find(({ generated }) => generated)?.code ??
      '';
    for (const note of atlas.library.notes.filter(
      ({ fields }) => fields['role'] === 'box' || fields['role'] === 'layer',
    )) {
      if (note.fields['layer'] !== 'interface') expect(code).toContain(`"note:${note.id}"`);
    }
    expect(code).toContain('공개/폐쇄형 API');
  });
});

test('the seventy notes, their relations and their sources', () => {
  const { notes, sources, terms } = atlas.library;
  expect(notes.length).toBeGreaterThanOrEqual(70);
  expect(notes.flatMap((note) => note.relations).length).toBeGreaterThanOrEqual(235);
  const used = new Set(notes.flatMap((note) => note.relations.map(({ type }) => type)));
  expect(
    atlas.subject.relations.all.filter(({ type, inverse }) => !used.has(type) && !used.has(inverse)),
  ).toEqual([]);
  expect(sources.length).toBeGreaterThanOrEqual(100);
  expect(terms.length).toBeGreaterThanOrEqual(60);
});

test('the larger notes end with an answer skeleton and three questions', () => {
  const maps = atlas.library.notes.filter(
    ({ fields }) => fields['role'] === 'map' || fields['role'] === 'entry',
  );
  for (const note of maps) {
    const texts = note.outline.sections.map(({ text }) => text);
    expect(texts, note.path).toEqual(
      expect.arrayContaining(['답안 골격', '1교시형', '2교시형', '확인 질문']),
    );
  }
});

test('every written diagram has a title, and every section says something', () => {
  for (const note of atlas.library.notes) {
    for (const figure of note.outline.figures) expect(figure.title, note.path).toBeTruthy();
    note.outline.sections.forEach((section, index) => {
      const next = note.outline.sections[index + 1];
      const holdsMore =
        (next && next.depth > section.depth) ||
        [...note.outline.figures, ...note.outline.tables].some((item) => item.section === index);
      expect(section.body || holdsMore, `${note.path}: ${section.text}`).toBeTruthy();
    });
  }
});

test('the schemas beside the declaration are those that it gives', () => {
  for (const [name, text] of listSchemas(atlas))
    expect(readFileSync(`content/.atlas/${name}`, 'utf8'), name).toBe(text);
});

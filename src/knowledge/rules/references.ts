import { problemsWords } from '#words';
import { sourceIds } from '../library.ts';
import type { Problem, ProblemKind } from '../problem.ts';
import { inverseRelation } from '../relations.ts';
import { findSection } from '../resolve-link.ts';
import { findNearest } from '../text.ts';
import { inFile, type Rule } from './rule.ts';

/** Ids in front matter that name no note: parent, examples, answers, counter-measures, terms. */
export const findBrokenReferences: Rule = (input) => {
  const { library } = input;
  const problems: Problem[] = [];
  const expect = (noteId: string, field: PropertyKey[], id: string, kind: ProblemKind = 'reference') => {
    const note = library.byId.get(noteId);
    if (!note || library.byId.has(id)) return;
    if (library.links.held.has(id) || library.links.unlisted.has(id)) {
      const message = problemsWords().references.heldNote(String(field[0]), id);
      problems.push({ path: note.path, ...input.locate(noteId, field), severity: 'warning', kind, message });
      return;
    }
    problems.push({
      path: note.path,
      ...input.locate(noteId, field),
      severity: 'error',
      kind,
      message: `${String(field[0])}: "${id}"라는 노트가 없습니다${hint(id, library.byId.keys())}`,
    });
  };
  for (const note of library.notes) {
    if (note.parent !== undefined) expect(note.id, ['parent'], note.parent);
    note.relations.forEach((relation, index) =>
      expect(note.id, ['relations', index, 'to'], relation.to, 'relation'),
    );
    note.relations.forEach(({ to, section }, index) => {
      const target = library.byId.get(to);
      if (section === undefined || !target) return;
      const { sections } = target.outline;
      if (findSection(target, section) ?? sections.some(({ text }) => text === section)) return;
      problems.push({
        path: note.path,
        ...input.locate(note.id, ['relations', index, 'section']),
        severity: 'error',
        kind: 'anchor',
        message: `relations: "${to}"에 "${section}"라는 절이 없습니다${hint(
          section,
          sections.map(({ text }) => text),
        )}`,
      });
    });
    for (const field of ['examples', 'answers'] as const) {
      const ids = note.fields[field];
      if (Array.isArray(ids)) ids.forEach((id, index) => expect(note.id, [field, index], String(id)));
    }
    const measures = note.fields['countermeasures'];
    if (Array.isArray(measures)) {
      measures.forEach((measure: { notes?: string[] }, index) =>
        measure.notes?.forEach((id, place) =>
          expect(note.id, ['countermeasures', index, 'notes', place], id),
        ),
      );
    }
    note.covers.forEach((cover, index) => {
      if (cover.section === undefined) return;
      const exists = note.outline.sections.some(
        (section) =>
          section.text === cover.section ||
          section.id === cover.section ||
          section.chosenId === cover.section,
      );
      if (!exists) {
        problems.push({
          path: note.path,
          ...input.locate(note.id, ['covers', index, 'section']),
          severity: 'error',
          kind: 'anchor',
          message: `covers: "${cover.section}"라는 절이 이 노트에 없습니다${hint(
            cover.section,
            note.outline.sections.map((section) => section.text),
          )}`,
        });
      }
    });
  }
  library.terms.forEach((term, index) => {
    if (library.byId.has(term.note) || library.links.held.has(term.note)) return;
    problems.push({
      path: 'glossary/terms.yaml',
      ...input.locateData('glossary/terms.yaml', [index, 'note']),
      severity: 'error',
      kind: 'reference',
      message: `note: "${term.note}"라는 노트가 없습니다${hint(term.note, library.byId.keys())}`,
    });
  });
  return problems;
};

/** Source ids that no source has, and citations where a reader could not follow them. */
export const findBrokenCitations: Rule = (input) => {
  const { library } = input;
  const problems: Problem[] = [];
  for (const note of library.notes) {
    if (note.collection === 'note') continue;
    for (const citation of note.outline.citations) {
      if (!library.sourceById.has(citation.source)) {
        problems.push({
          ...inFile(note, citation),
          severity: 'error',
          kind: 'source',
          message: `"${citation.source}"라는 출처가 없습니다${hint(citation.source, library.sourceById.keys())}`,
        });
      }
      if (citation.inHeading) {
        problems.push({
          ...inFile(note, citation),
          severity: 'error',
          kind: 'source',
          message: '제목에는 인용을 달지 않습니다. 근거가 필요한 문장 끝으로 옮기십시오',
        });
      }
    }
    note.sources.forEach((id, index) => {
      if (library.sourceById.has(id)) return;
      problems.push({
        path: note.path,
        ...input.locate(note.id, ['sources', index]),
        severity: 'error',
        kind: 'source',
        message: `"${id}"라는 출처가 없습니다${hint(id, library.sourceById.keys())}`,
      });
    });
    if (!sourceIds(note).length && note.outline.text) {
      problems.push({
        path: note.path,
        line: 1,
        column: 1,
        severity: 'warning',
        kind: 'source',
        message: '출처가 하나도 없습니다',
      });
    }
  }
  return problems;
};

/** Relations that cannot both be true: a note related to itself, A part of B and B part of A, loops of parents. */
export const findContradictions: Rule = (input) => {
  const { library } = input;
  const problems: Problem[] = [];
  const say = (noteId: string, field: PropertyKey[], kind: ProblemKind, message: string) => {
    const path = library.byId.get(noteId)?.path ?? '';
    problems.push({ path, ...input.locate(noteId, field), severity: 'error', kind, message });
  };
  const wholes = new Map<string, Set<string>>();
  for (const note of library.notes) {
    const declared = new Set<string>();
    note.relations.forEach((relation, index) => {
      const field = ['relations', index];
      const key = `${relation.type} ${relation.to}`;
      if (relation.to === note.id)
        say(note.id, field, 'relation', '노트가 자기 자신과 관계를 맺을 수 없습니다');
      if (declared.has(key)) say(note.id, field, 'duplicate', `관계 "${key}"가 두 번 적혀 있습니다`);
      declared.add(key);
      const opposite = inverseRelation(relation.type);
      if (opposite !== relation.type && declared.has(`${opposite} ${relation.to}`)) {
        say(
          note.id,
          field,
          'relation',
          `"${relation.to}"와의 ${relation.type}와 ${opposite}는 함께 참일 수 없습니다`,
        );
      }
      if (relation.type === 'part-of')
        wholes.set(note.id, (wholes.get(note.id) ?? new Set()).add(relation.to));
    });
  }
  for (const loop of findLoops(wholes)) {
    const [first = '', second = ''] = loop;
    const index = library.byId
      .get(first)
      ?.relations.findIndex((relation) => relation.type === 'part-of' && relation.to === second);
    say(first, ['relations', index ?? 0], 'relation', `part-of가 돕니다: ${[...loop, first].join(' → ')}`);
  }
  const parents = new Map(
    library.notes
      .filter((note) => note.parent !== undefined)
      .map((note) => [note.id, new Set([note.parent ?? ''])]),
  );
  for (const loop of findLoops(parents)) {
    say(loop[0] ?? '', ['parent'], 'reference', `parent가 돕니다: ${[...loop, loop[0] ?? ''].join(' → ')}`);
  }
  return problems;
};

/** Loops of a directed graph, each once, starting at its smallest id. */
function findLoops(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const loops = new Map<string, string[]>();
  const finished = new Set<string>();
  const walk = (id: string, path: string[]) => {
    const at = path.indexOf(id);
    if (at >= 0) {
      const loop = path.slice(at);
      const start = loop.indexOf([...loop].sort()[0] ?? '');
      const turned = [...loop.slice(start), ...loop.slice(0, start)];
      loops.set(turned.join(' '), turned);
      return;
    }
    if (finished.has(id)) return;
    for (const next of arrows.get(id) ?? []) walk(next, [...path, id]);
    finished.add(id);
  };
  for (const id of arrows.keys()) walk(id, []);
  return [...loops.values()];
}

function hint(wanted: string, existing: Iterable<string>): string {
  const [nearest] = findNearest(wanted, existing);
  return nearest === undefined ? '' : `; 혹시 "${nearest}"?`;
}

import { problemsWords } from '#words';
import { notesOfStory } from '../../subject/story.ts';
import { type Field, findCollection, listFields } from '../../subject/subject.ts';
import { sourceIds } from '../library.ts';
import type { Note } from '../note.ts';
import type { Problem, ProblemKind } from '../problem.ts';
import { findSection } from '../resolve-link.ts';
import { createGuesser, findNearest, foldWord } from '../text.ts';
import { inFile, type Rule, type RuleInput } from './rule.ts';

/** Ids that name no note: in front matter, in the list of terms, in `atlas.yaml`. */
export const findBrokenReferences: Rule = (input) => {
  const { library } = input;
  const { subject } = library;
  const words = problemsWords().references;
  const severity = input.isStrict ? 'error' : 'warning';
  const problems: Problem[] = [];
  const nearest = guessNotes(library);
  const expect = (
    note: Note,
    field: PropertyKey[],
    id: string,
    kind: ProblemKind = 'reference',
    only?: string,
  ) => {
    const found = library.byId.get(id);
    const place = { path: note.path, ...input.locate(note.id, field) };
    const name = String(field[0]);
    if (found && only !== undefined && found.collection !== only) {
      const [expected, actual] = [only, found.collection].map((of) => findCollection(subject, of).label);
      problems.push({
        ...place,
        severity,
        kind,
        message: words.otherCollection(name, id, expected ?? '', actual ?? ''),
      });
    }
    if (found) return;
    if (library.links.held.has(id) || library.links.unlisted.has(id)) {
      problems.push({ ...place, severity: 'warning', kind, message: words.heldNote(name, id) });
      return;
    }
    problems.push({ ...place, severity, kind, message: words.noNote(name, id, nearest(id)) });
  };
  const expectField = (note: Note, field: Field, value: unknown, at: PropertyKey[]) => {
    if (value === undefined || value === null) return;
    if (field.isList && Array.isArray(value)) {
      const item = { ...field, isList: false };
      value.forEach((inner, index) => expectField(note, item, inner, [...at, index]));
    } else if (field.type === 'note' && typeof value === 'string')
      expect(note, at, value, 'reference', field.collection);
    else if (field.type === 'source' && typeof value === 'string')
      expectSource(input, problems, note, at, value);
    else if (field.type === 'object' && typeof value === 'object') {
      for (const inner of field.fields)
        expectField(note, inner, (value as Record<string, unknown>)[inner.name], [...at, inner.name]);
    }
  };
  for (const note of library.notes) {
    if (note.parent !== undefined) expect(note, ['parent'], note.parent);
    note.relations.forEach((relation, index) => {
      expect(note, ['relations', index, 'to'], relation.to, 'relation');
      expectEnds(input, problems, note, index);
    });
    note.relations.forEach(({ to, section }, index) => {
      const target = library.byId.get(to);
      if (section === undefined || !target) return;
      const { sections } = target.outline;
      if (findSection(target, section) ?? sections.some(({ text }) => text === section)) return;
      const [near] = findNearest(
        section,
        sections.map(({ text }) => text),
      );
      problems.push({
        path: note.path,
        ...input.locate(note.id, ['relations', index, 'section']),
        severity,
        kind: 'anchor',
        message: words.noSection(to, section, near),
      });
    });
    for (const field of findCollection(subject, note.collection).fields)
      expectField(note, field, note.fields[field.name], [field.name]);
  }
  library.terms.forEach((term, index) => {
    // A term that names none has been told so where the list was read.
    if (!term.note || library.byId.has(term.note)) return;
    problems.push({
      path: input.termsFile,
      ...input.locateData(input.termsFile, [index, 'note']),
      severity,
      kind: 'reference',
      message: words.noNote('note', term.note, nearest(term.note)),
    });
  });
  const declared: [PropertyKey[], string][] = [
    ...subject.home.start.map((id, index): [PropertyKey[], string] => [['home', 'start', index], id]),
    ...subject.paths.flatMap(({ name, notes }) =>
      notes.map((id, index): [PropertyKey[], string] => [['paths', name, 'notes', index], id]),
    ),
    ...subject.collections.flatMap(({ name, story }) =>
      notesOfStory(story).map((id): [PropertyKey[], string] => [['collections', name, 'story'], id]),
    ),
    ...listFields(subject).flatMap(({ at, type, default: start, options }): [PropertyKey[], string][] => [
      ...options.flatMap(({ value, note }): [PropertyKey[], string][] =>
        note === undefined ? [] : [[[...at, 'options', value, 'note'], note]],
      ),
      ...(type === 'note' && start !== undefined
        ? [[[...at, 'default'], start] as [PropertyKey[], string]]
        : []),
    ]),
  ];
  for (const [place, id] of declared) {
    if (library.byId.has(id)) continue;
    const isHeld = library.links.held.has(id) || library.links.unlisted.has(id);
    const key = place.findLast((step) => typeof step === 'string') ?? '';
    problems.push({
      path: input.subjectFile,
      ...input.locateData(input.subjectFile, place),
      severity: isHeld ? 'warning' : severity,
      kind: 'declaration',
      message: isHeld ? words.heldNote(key, id) : words.noNote(key, id, nearest(id)),
    });
  }
  return problems;
};

/** The id that an author may have meant, who wrote a link, a path, a title, a file's name, or nearly the id. */
function guessNotes({ byId, notes }: RuleInput['library']): (wanted: string) => string | undefined {
  const nearest = createGuesser(() => byId.keys());
  let titles: Map<string, string> | undefined;
  let files: Map<string, string> | undefined;
  return (wanted) => {
    const [target = ''] = wanted.replace(/^\[\[|\]\]$/gu, '').split(/[|#]/u);
    const name = target
      .replace(/^.*\//u, '')
      .replace(/\.mdx?$/u, '')
      .trim();
    titles ??= new Map(notes.map(({ title, id }) => [foldWord(title), id]));
    files ??= new Map([...byId.keys()].map((id) => [foldWord(id.replace(/^.*\//u, '')), id]));
    return (
      [target, name].find((id) => byId.has(id)) ??
      titles.get(foldWord(name)) ??
      files.get(foldWord(name)) ??
      nearest(wanted)
    );
  };
}

/** A relation joins notes of the collections that its type declares. */
function expectEnds(
  { library, locate, isStrict }: RuleInput,
  problems: Problem[],
  note: Note,
  index: number,
): void {
  const { subject } = library;
  const relation = note.relations[index];
  const target = relation && library.byId.get(relation.to);
  if (!relation || !target) return;
  const { from, to } = subject.relations.find(relation.type);
  const label = (names: readonly string[]) =>
    names.map((name) => findCollection(subject, name).label).join(', ');
  const words = problemsWords().references;
  const say = (message: string) =>
    problems.push({
      path: note.path,
      ...locate(note.id, ['relations', index, 'type']),
      severity: isStrict ? 'error' : 'warning',
      kind: 'relation',
      message,
    });
  if (from && !from.includes(note.collection)) say(words.wrongStart(relation.type, label(from)));
  if (to && !to.includes(target.collection)) say(words.wrongEnd(relation.type, relation.to, label(to)));
}

function expectSource(
  { library, locate, isStrict, hasLostSources }: RuleInput,
  problems: Problem[],
  note: Note,
  field: PropertyKey[],
  id: string,
): void {
  if (hasLostSources || library.sourceById.has(id)) return;
  const [nearest] = findNearest(id, library.sourceById.keys());
  problems.push({
    path: note.path,
    ...locate(note.id, field),
    severity: isStrict ? 'error' : 'warning',
    kind: 'source',
    message: problemsWords().references.noSource(id, nearest),
  });
}

/** Source ids that no source has, and citations where a reader could not follow them. */
export const findBrokenCitations: Rule = (input) => {
  const { library, isStrict, hasLostSources } = input;
  const words = problemsWords().references;
  const severity = isStrict ? 'error' : 'warning';
  const problems: Problem[] = [];
  // Where nobody keeps a list of sources, `[@name]` is text.
  if (!library.sources.length && !isStrict) return problems;
  const guess = createGuesser(() => library.sourceById.keys());
  for (const note of library.notes) {
    for (const citation of note.outline.citations) {
      if (!hasLostSources && !library.sourceById.has(citation.source)) {
        const nearest = guess(citation.source);
        problems.push({
          ...inFile(note, citation),
          severity,
          kind: 'source',
          message: words.noSource(citation.source, nearest),
        });
      }
      if (citation.inHeading)
        problems.push({ ...inFile(note, citation), severity, kind: 'source', message: words.citedInHeading });
    }
    note.sources.forEach((id, index) => expectSource(input, problems, note, ['sources', index], id));
    if (isStrict && !sourceIds(note).length && note.outline.text) {
      problems.push({
        path: note.path,
        line: 1,
        column: 1,
        severity: 'warning',
        kind: 'source',
        message: words.noSources,
      });
    }
  }
  return problems;
};

/** Relations that cannot both be true: a note related to itself, both directions of one type, circles. */
export const findContradictions: Rule = (input) => {
  const { library } = input;
  const types = library.subject.relations;
  const words = problemsWords().references;
  const problems: Problem[] = [];
  const say = (noteId: string, field: PropertyKey[], kind: ProblemKind, message: string) => {
    const path = library.byId.get(noteId)?.path ?? '';
    problems.push({
      path,
      ...input.locate(noteId, field),
      severity: input.isStrict ? 'error' : 'warning',
      kind,
      message,
    });
  };
  const arrows = new Map<string, Map<string, Set<string>>>();
  for (const note of library.notes) {
    const declared = new Set<string>();
    note.relations.forEach((relation, index) => {
      const field = ['relations', index];
      const key = `${relation.type} ${relation.to}`;
      if (relation.to === note.id) say(note.id, [...field, 'to'], 'relation', words.selfRelation);
      if (declared.has(key)) say(note.id, field, 'duplicate', words.relationTwice(key));
      declared.add(key);
      const { inverse, isAcyclic } = types.find(relation.type);
      if (inverse !== relation.type && declared.has(`${inverse} ${relation.to}`))
        say(note.id, field, 'relation', words.bothWays(relation.to, relation.type, inverse));
      if (!isAcyclic) return;
      const ofType = arrows.get(relation.type) ?? new Map<string, Set<string>>();
      arrows.set(relation.type, ofType.set(note.id, (ofType.get(note.id) ?? new Set()).add(relation.to)));
    });
  }
  for (const [type, ofType] of arrows) {
    for (const loop of findLoops(ofType)) {
      const [first = '', second = ''] = loop;
      const index = library.byId
        .get(first)
        ?.relations.findIndex((relation) => relation.type === type && relation.to === second);
      say(first, ['relations', index ?? 0], 'relation', words.circle(type, [...loop, first].join(' → ')));
    }
  }
  const parents = new Map(
    library.notes
      .filter((note) => note.parent !== undefined)
      .map((note) => [note.id, new Set([note.parent ?? ''])]),
  );
  for (const loop of findLoops(parents))
    say(loop[0] ?? '', ['parent'], 'reference', words.circle('parent', [...loop, loop[0] ?? ''].join(' → ')));
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

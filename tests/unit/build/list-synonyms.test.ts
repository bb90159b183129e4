import { expect, test } from 'vitest';
import { listSynonyms } from '../../../src/build/build-search.ts';
import { buildLibrary } from '../../../src/knowledge/library.ts';
import type { Term } from '../../../src/knowledge/schema.ts';
import { makeNote } from '../sections/make-note.ts';
import { makeSubject } from '../subject/make-subject.ts';

const makeTerm = (id: string, term: string, english: string, synonyms: string[] = []): Term => ({
  id,
  term,
  english,
  definition: `${term}의 뜻`,
  note: 'drying',
  synonyms,
  misspellings: [],
});

function groupOf(title: string, aliases: string[], terms: Term[]): string[] | undefined {
  const library = buildLibrary({
    subject: makeSubject('collections: { stack: {} }'),
    notes: [makeNote('drying', [{ text: '처음' }], { title, aliases })],
    sources: [],
    terms,
    assets: new Set(),
  });
  return listSynonyms({ library }).find(([first]) => first === title);
}

const terms = [
  makeTerm('sun', '햇볕 건조', 'sun drying', ['천일 건조']),
  makeTerm('bed', '건조대', 'raised bed'),
];

test("a note's other names mean the same, but not those that the glossary defines by themselves", () => {
  expect(groupOf('말리기', ['건조', 'Raised Bed', '천일 건조'], terms)).toEqual(['말리기', '건조']);
});

test('a name that the glossary defines as the title is one of them', () => {
  expect(groupOf('말리기(햇볕 건조)', ['천일 건조', '건조대'], terms)).toEqual([
    '말리기(햇볕 건조)',
    '천일 건조',
  ]);
});

test('all names of a note without a glossary', () => {
  expect(groupOf('말리기', ['건조', 'Drying'], [])).toEqual(['말리기', '건조', 'Drying']);
});

test('a list of numbers in a name parts it into none', () => {
  const library = buildLibrary({
    subject: makeSubject('collections: { stack: {} }'),
    notes: [makeNote('drying', [{ text: '처음' }])],
    sources: [],
    terms: [makeTerm('grade', '등급 1·2·3', 'Grade 1, 2, 3, cupping grade')],
    assets: new Set(),
  });
  expect(listSynonyms({ library })).toContainEqual(['등급 1·2·3', 'Grade 1, 2, 3', 'cupping grade']);
});

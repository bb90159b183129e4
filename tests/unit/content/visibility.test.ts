import { describe, expect, test } from 'vitest';
import { guessHeld, readVisibility } from '../../../src/content/visibility.ts';

describe('a note is held back', () => {
  test.each([
    { draft: true },
    { draft: 'true' },
    { draft: ' Yes ' },
    { Draft: 1 },
    { publish: false },
    { publish: 'no' },
    { published: 'false' },
    { public: 0 },
    { private: 'on' },
    { draft: [true] },
    { draft: 'perhaps' },
    { draft: { is: 1 } },
    { unlisted: true, draft: true },
    { publish: true, draft: true },
  ])('by %j', (data) => expect(readVisibility(data).kind).toBe('held'));
});

describe('a note is published', () => {
  test.each([
    {},
    { draft: false },
    { draft: 'false' },
    { draft: null },
    { draft: '' },
    { publish: true },
    { publish: 'true' },
    { publish: null },
    { published: '2026-01-01' },
    { published: 2026 },
    { publisher: false },
    { unlisted: 'no' },
  ])('with %j', (data) => expect(readVisibility(data).kind).toBe('public'));
});

test('an unlisted note is neither', () => {
  expect(readVisibility({ unlisted: true }).kind).toBe('unlisted');
  expect(readVisibility({ unlisted: 'yes', draft: 'false' }).kind).toBe('unlisted');
});

test('says what held it back, and which fields it understood', () => {
  expect(readVisibility({ title: '가', publish: 'FALSE' })).toEqual({
    kind: 'held',
    by: 'publish: false',
    fields: ['publish'],
  });
  expect(readVisibility({ draft: 'perhaps' })).toMatchObject({ doubtful: 'draft', fields: [] });
  // A day is a field of its own, for whoever declares one.
  expect(readVisibility({ published: '2026-01-01' }).fields).toEqual([]);
});

test('a front matter that cannot be read still holds back', () => {
  expect(guessHeld('---\ntitle: "열림\ndraft: true\n---\n')).toBe('draft: true');
  expect(guessHeld('+++\npublish = false # 아직\n+++\n')).toBe('publish: false');
  expect(guessHeld('{\n  "unlisted": "yes",\n}')).toBe('unlisted: true');
  expect(guessHeld('---\ntitle: "열림\ndraft: false\n---\n')).toBeNull();
});

/**
 * Data beside the notes: sources and terms, the same in every subject. Front matter of notes is compiled from the
 * declaration (`subject/compile-schema.ts`).
 */
import { z } from 'zod';
import { problemsWords } from '#words';
import { dateSchema, day, line } from '../subject/compile-schema.ts';

/** An id that notes write: lower-case ASCII. */
export const dataId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, { error: () => problemsWords().idExpected });

/** How near to the original a source was read: the original, a public copy of it, a report on it, not at all. */
export const strengths = ['primary', 'copy', 'secondary', 'unverified'] as const;

/** A source: what a figure, a date or a law in a note rests on. Editors show what each field means. */
export const source = z.strictObject({
  id: dataId.describe('Cited in notes as `[@id]`.'),
  title: line(),
  publisher: line().describe('Who published it.'),
  date: dateSchema('year')
    .optional()
    .describe('When: `2026`, `2026-04`, `2026-04-16`; left out for pages that are always current.'),
  url: z
    .url({ protocol: /^https?$/u, error: () => problemsWords().urlExpected })
    .optional()
    .describe('Left out only for a document that has no address.'),
  kind: line().describe(
    'What kind of document it is: one of `sources.kinds` in `atlas.yaml`, where kinds are declared.',
  ),
  strength: z
    .enum(strengths)
    .describe(
      'How near to the original it was read: the original, a public copy, a report on it, not at all.',
    ),
  caution: line().optional().describe('What was read and what must be kept in mind when using it.'),
  checked: day().describe('The day its content was last looked at.'),
});

/** A short term without a note of its own; `terms.yaml` in the folder of the glossary. */
export const term = z.strictObject({
  id: dataId,
  term: line().describe('The standard form, used in notes.'),
  english: line().optional(),
  abbreviation: line().optional(),
  synonyms: z.array(line()).default([]).describe('Other correct forms, searched alike.'),
  misspellings: z
    .array(line())
    .default([])
    .describe('Old or wrong spellings: found by search, never suggested, refused in notes.'),
  definition: line().describe('One sentence that defines it.'),
  note: line().describe('Id of the note that explains it.'),
});

export type Source = z.infer<typeof source>;
export type Term = z.infer<typeof term>;

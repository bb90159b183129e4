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

/** A source: what a figure, a date or a law in a note rests on. */
export const source = z.strictObject({
  /** Cited in notes as `[@id]`. */
  id: dataId,
  title: line(),
  /** Who published it. */
  publisher: line(),
  /** When: `2026`, `2026-04`, `2026-04-16`; left out for pages that are always current. */
  date: dateSchema('year').optional(),
  /** Left out only for a document that has no address. */
  url: z.url({ protocol: /^https?$/u, error: () => problemsWords().urlExpected }).optional(),
  /** What kind of document it is: one of `sources.kinds` in `atlas.yaml`, where kinds are declared. */
  kind: line(),
  strength: z.enum(strengths),
  /** What was read and what must be kept in mind when using it. */
  caution: line().optional(),
  /** The day its content was last looked at. */
  checked: day(),
});

/** A short term without a note of its own; `terms.yaml` in the folder of the glossary. */
export const term = z.strictObject({
  id: dataId,
  /** The standard form, used in notes. */
  term: line(),
  english: line().optional(),
  abbreviation: line().optional(),
  /** Other correct forms, searched alike. */
  synonyms: z.array(line()).default([]),
  /** Old or wrong spellings: found by search, never suggested, refused in notes. */
  misspellings: z.array(line()).default([]),
  /** One sentence that defines it. */
  definition: line(),
  /** The note that explains it. */
  note: line(),
});

export type Source = z.infer<typeof source>;
export type Term = z.infer<typeof term>;

import type { Library } from './library.ts';
import type { Note } from './note.ts';
import { type Source, strengths } from './schema.ts';

/** What the sentences of a library rest on. */
export interface SourceReport {
  /** Citations and sources by strength, the strongest first. */
  strengths: { strength: Source['strength']; citations: number; sources: number }[];
  citations: number;
  /** Sources that notes cite, by how long ago they were last looked at, in months, the longest first. */
  ages: { source: Source; months: number; notes: Note[] }[];
  /** Cited sources of which a caution tells what was read, though not the figures that sentences take from them. */
  unsaid: { source: Source; claims: Claim[] }[];
  /** Sources that no note cites. */
  unused: Source[];
}

/** A sentence with figures that rests on one source. */
export interface Claim {
  path: string;
  line: number;
  column: number;
  /** Numbers with what follows them, as they stand in the sentence. */
  figures: string[];
}

/**
 * Reads every citation of a library.
 * @param today `YYYY-MM-DD`
 */
export function reportSources(library: Library, today: string): SourceReport {
  const { notes, sources, citedBy } = library;
  const counts = new Map<string, number>();
  const claims: (Claim & { source: string })[] = [];
  for (const note of notes) {
    for (const { source } of note.outline.citations) counts.set(source, (counts.get(source) ?? 0) + 1);
    for (const { text, line, column } of note.outline.statements) {
      const cited = [...new Set([...text.matchAll(/@([a-z0-9][\w-]*)/giu)].map((match) => match[1] ?? ''))];
      const [only] = cited;
      const figures = readFigures(text);
      // Of several sources nobody can tell which one says what.
      if (only === undefined || cited.length > 1 || !figures.length) continue;
      claims.push({ source: only, path: note.path, line: line + note.bodyLine, column, figures });
    }
  }
  const used = sources.filter(({ id }) => citedBy.has(id));
  const claimsOf = Map.groupBy(claims, ({ source }) => source);
  return {
    strengths: strengths.map((strength) => {
      const own = used.filter((source) => source.strength === strength);
      const citations = own.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0);
      return { strength, citations, sources: own.length };
    }),
    citations: used.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0),
    ages: used
      .map((source) => ({
        source,
        months: monthsBetween(source.checked, today),
        notes: citedBy.get(source.id) ?? [],
      }))
      .sort((a, b) => b.months - a.months),
    unsaid: used.flatMap((source) => {
      const said = source.caution === undefined ? '' : plain(source.caution + source.title);
      if (!said) return [];
      const unsaid = (claimsOf.get(source.id) ?? []).flatMap((claim) => {
        const figures = claim.figures.filter((figure) => !said.includes(numberOf(figure)));
        return figures.length ? [{ ...claim, figures }] : [];
      });
      return unsaid.length ? [{ source, claims: unsaid }] : [];
    }),
    unused: sources.filter(({ id }) => !citedBy.has(id)),
  };
}

/** Numbers with their unit; years, articles of laws and numbers of lists say nothing that a source must. */
function readFigures(text: string): string[] {
  const bare = text.replace(/\[@[^\]]*\]/gu, ' ');
  return [...bare.matchAll(/\d[\d,.]*\d|\d/gu)]
    .map((match) => ({ number: match[0], after: bare.slice(match.index + match[0].length), at: match.index }))
    .filter(({ number, after, at }) => {
      const isYear = /^(?:19|20)\d{2}$/u.test(number);
      const isWord = /[\p{L}\p{N}_-]/u.test(bare[at - 1] ?? '');
      const isArticle = bare[at - 1] === '제' || /^(?:조|항|호|절|장|월|일)/u.test(after);
      return !isYear && !isWord && !isArticle && /^\s?[\p{L}%℃$€₩]/u.test(after);
    })
    .map(({ number, after }) => number + (/^\s?[\p{L}%℃$€₩/]+/u.exec(after)?.[0] ?? ''));
}

function numberOf(figure: string): string {
  return plain(/^[\d,.]+/u.exec(figure)?.[0] ?? figure);
}

function plain(text: string): string {
  return text.replace(/[\s,]/gu, '');
}

/** Whole months from one day to another. */
function monthsBetween(from: string, to: string): number {
  const [start, end] = [from, to].map((day) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return year * 12 + month + (date - 1) / 31;
  }) as [number, number];
  return Math.max(0, Math.floor(end - start));
}

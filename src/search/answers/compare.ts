/** Finds what tells two things apart: a table that has both, or the section that puts them side by side. */
import { makeKey } from '../synonyms.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import type { PageEvidence } from './evidence.ts';
import { isName } from './define.ts';
import { languages } from './question.ts';

/** Rows of a comparison that are shown; the rest is behind its link. */
const mostRows = 6;

/** The rows or columns of the two in the table that says most of them; null where no table has both. */
export function compareInTable(
  pages: readonly PageEvidence[],
  one: readonly string[],
  other: readonly string[],
): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  pages.forEach((evidence, rank) => {
    for (const section of evidence.sections) {
      const { table } = section;
      if (table === null || section.isEcho) continue;
      const place = (labels: readonly string[], names: readonly string[]): number =>
        labels.findIndex((label) => isLabelled(label, names));
      const labels = table.rows.map((row) => row[0]?.text ?? '');
      const rows = [place(labels, one), place(labels, other)];
      const columns = [place(table.head, one), place(table.head, other)];
      const isRows = rows.every((at) => at >= 0) && rows[0] !== rows[1];
      const isColumns = columns.every((at) => at > 0) && columns[0] !== columns[1];
      if (!isRows && !isColumns) continue;
      const cells = table.rows.map((row) => row.map((cell) => cell.text));
      const shown = isColumns
        ? {
            head: [table.head[0] ?? '', ...columns.map((at) => table.head[at] ?? '')],
            rows: cells.map((row) => [row[0] ?? '', ...columns.map((at) => row[at] ?? '')]),
          }
        : {
            head: ['', ...rows.map((at) => labels[at] ?? '')],
            rows: table.head
              .slice(1)
              .map((head, at) => [head, ...rows.map((row) => cells[row]?.[at + 1] ?? '')]),
          };
      const kept = shown.rows.filter((row) => row[1] !== '' || row[2] !== '').slice(0, mostRows);
      if (kept.length === 0) continue;
      const title = makeKey(section.title);
      const score =
        kept.length +
        (languages.some(({ comparisonHeading }) => comparisonHeading.test(section.title)) ? 2 : 0) +
        (title.includes(makeKey(one[0] ?? '')) ? 1 : 0) -
        rank * 0.3;
      if (score <= (best?.score ?? -Infinity)) continue;
      best = {
        score,
        answer: makeAnswer('difference', evidence.page, section, {
          subject: section.title,
          table: { head: shown.head, rows: kept },
        }),
      };
    }
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** The sentences of the section whose heading names both. */
export function compareInSection(
  pages: readonly PageEvidence[],
  one: readonly string[],
  other: readonly string[],
): Answer | null {
  for (const evidence of pages)
    for (const section of evidence.sections) {
      if (section.isEcho || section.kind !== 'section') continue;
      const title = makeKey(section.title);
      const holds = (names: readonly string[]): boolean =>
        names.some((name) => makeKey(name).length > 1 && title.includes(makeKey(name)));
      const sentences = section.lines.flatMap((line) => line.sentences).slice(0, 2);
      if (!holds(one) || !holds(other) || sentences.length === 0) continue;
      return makeAnswer('difference', evidence.page, section, {
        subject: section.title,
        text: sentences.map(({ text }) => text).join(' '),
        strength: sentences[0]?.strength ?? '',
      });
    }
  return null;
}

function isLabelled(label: string, names: readonly string[]): boolean {
  const bare = label.replace(/\s*[(（].*$/u, '');
  // A product's number behind its maker's name: NVIDIA H100.
  const number = /\s(\S*\d\S*)$/u.exec(bare)?.[1];
  const parts = [label, bare, ...(number ? [number] : []), ...label.split(/\s*[·,]\s*/u)];
  return label !== '' && parts.some((part) => isName(part, names));
}

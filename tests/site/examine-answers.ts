import type { Engine } from '../../src/search/engine.ts';

export interface GoldQuestion {
  kind: string;
  query: string;
  /** What the answer must say; null where none may be shown. */
  answer: string | null;
}

/** Shares of questions that are answered right (or rightly not at all), and of answers that are shown and wrong. */
export async function examineAnswers(
  engine: Engine,
  gold: readonly GoldQuestion[],
): Promise<{ right: number; wrong: number; faults: string[] }> {
  const faults: string[] = [];
  let wrong = 0;
  for (const { kind, query, answer } of gold) {
    const { answers } = await engine.search(query, { limit: 3 });
    const text = answers
      .flatMap(({ text, context, items, table }) => [
        text,
        context,
        ...items,
        ...(table === null ? [] : [...table.head, ...table.rows.flat()]),
      ])
      .join(' ');
    const isShown = answers.length > 0;
    if (answer === null ? !isShown : isShown && text.includes(answer)) continue;
    if (isShown) wrong++;
    faults.push(`\n  ${kind} «${query}»: wanted ${answer ?? 'none'}, got ${text.slice(0, 120) || 'none'}`);
  }
  return { right: 1 - faults.length / gold.length, wrong: wrong / gold.length, faults };
}

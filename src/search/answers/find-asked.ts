/** Finds the heading that asks what was asked: what stands below it answers. */
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { listAskedPatterns } from './asked-patterns.ts';
import { cover, union } from './choose-facts.ts';
import { readSection } from './choose-passage.ts';
import type { PassageQuestion } from './choose-passage.ts';
import type { PageEvidence } from './evidence.ts';
import { keepsRelation } from './confirm.ts';
import { isFillWord } from './question.ts';

/** A heading with more other words asks something else. */
const leastShared = 0.6;

/** The answer below the heading that asks `ask` with the same question word; null where none does. */
export function findAsked(pages: readonly PageEvidence[], ask: PassageQuestion): Answer | null {
  const way = readWay(ask.asked);
  let best: { answer: Answer; score: number } | null = null;
  if (way === '' || ask.terms.length === 0) return null;
  pages.forEach((evidence, rank) => {
    evidence.sections.forEach((section, at) => {
      if (section.isEcho || section.table !== null || readWay(section.title) !== way) return;
      const own = cover(section.title, ask.terms).found;
      const above = cover([evidence.page.title, ...section.titles.slice(0, -1)].join('\n'), ask.terms).found;
      if (own.size === 0 || union(own, above).size < ask.terms.length) return;
      if (!keepsRelation(ask.asked, section.title)) return;
      const words = listContent(section.title);
      const shared = words.filter((word) => cover(word, ask.terms).found.size > 0).length / words.length;
      const score = shared + own.size - rank * 0.05;
      if (shared < leastShared || score <= (best?.score ?? 0)) return;
      const found = readSection(evidence, at, { ...ask, wants: '', isMeaning: false });
      if (found !== null) best = { score, answer: makeAnswer('passage', evidence.page, section, found) };
    });
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** How a text asks: when, who, how long; empty where it does not. */
export function readWay(text: string): string {
  const [way = ''] = listAskedPatterns().flatMap(
    ({ askingHead }) => askingHead.exec(text.toLowerCase())?.groups?.['way'] ?? [],
  );
  return way.replace(/\s+/gu, ' ');
}

function listContent(title: string): string[] {
  const text = listAskedPatterns().reduce(
    (left, { askingHead }) => left.replace(askingHead, ''),
    title.toLowerCase(),
  );
  return text.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => word !== '' && !isFillWord(word, title));
}

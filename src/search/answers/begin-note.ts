/** What a note begins with: the answer to what something is, where a note bears its very name and defines it nowhere. */
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { isWhole } from './choose-passage.ts';
import { isName } from './define.ts';
import { findForms, prepareText } from '../match-text.ts';
import type { PageEvidence } from './evidence.ts';
import { splitTitle } from './names.ts';

/** Sentences that are shown, and letters that they have together at most. */
const mostSentences = 2;
const longest = 320;

/** The first sentences of the page that is called by one of `names`; null where none is, or where it begins otherwise. */
export function beginNote(pages: readonly PageEvidence[], names: readonly string[]): Answer | null {
  const page = pages.find(({ page }) =>
    [page.title, ...page.title.split(/\s*[/·&]\s*/u)].some((title) => isName(title, names)),
  );
  const section = page?.sections.find(({ lines, kind }) => lines.length > 0 && kind !== 'diagram');
  if (page === undefined || section === undefined || section.isEcho) return null;
  const [first, second] = section.lines.filter(({ isItem }) => !isItem).flatMap(({ sentences }) => sentences);
  if (first === undefined || !isWhole(first) || first.led !== undefined || !/[.!。다요]$/u.test(first.text))
    return null;
  const isBoth = second !== undefined && isWhole(second) && second.led === undefined;
  const text = [first, ...(isBoth ? [second] : [])]
    .slice(0, mostSentences)
    .map((sentence) => sentence.text)
    .join(' ');
  // “Two things can be turned” does not say what turning is.
  if (findForms(prepareText(text), [...names, ...splitTitle(page.page.title)]).length === 0) return null;
  return makeAnswer('passage', page.page, section, {
    subject: page.page.title,
    text: text.length > longest ? first.text : text,
    strength: first.strength,
  });
}

/** Finds the value that something has unless it is set: “http_port … Default: 80”. */
import type { PlanTerm } from '../plan-query.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { beginsGiving, cover, dropBrackets, union } from './choose-facts.ts';
import type { PageEvidence, SectionEvidence, Sentence } from './evidence.ts';
import { languages } from './question.ts';

/** A name is what was asked for when the words are at least this part of its letters. */
const leastShare = 0.45;

/** What stands before the verb of a longer sentence is no name. */
const longestName = 40;

/** The value given below the name that the terms are, which a heading, or the line or item itself, begins with. */
export function findGiven(pages: readonly PageEvidence[], terms: readonly PlanTerm[]): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  if (terms.length === 0) return null;
  pages.forEach((evidence, rank) => {
    for (const section of evidence.sections) {
      if (section.isEcho || section.kind === 'diagram') continue;
      const above = cover([evidence.page.title, ...section.titles].join('\n'), terms).found;
      const heading = cover(dropBrackets(section.titles.at(-1) ?? evidence.page.title), terms);
      const given = listGiven(section);
      for (const { name, isNoun, said, value } of given) {
        const lead = cover(name, terms);
        // Where there are several, only its own name tells of what each is.
        const own = lead.share >= leastShare ? lead : given.length === 1 && !isNoun ? heading : null;
        if (
          own === null ||
          own.found.size === 0 ||
          // What says the question again gives no value.
          cover(value.text, terms).found.size === terms.length ||
          union(above, lead.found, cover(said, terms).found).size < terms.length
        )
          continue;
        const score = own.share + own.found.size * 0.1 - rank * 0.05;
        if (score <= (best?.score ?? 0)) continue;
        const label = own === lead ? name : section.title;
        best = { score, answer: makeAnswer('fact', evidence.page, section, { ...value, context: label }) };
      }
    }
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** The values that a section gives so, each with the name that its line, or the item which that belongs to, begins with. */
function listGiven({
  lines,
}: SectionEvidence): { name: string; isNoun: boolean; said: string; value: Sentence }[] {
  let item = '';
  let said = '';
  return lines.flatMap(({ isItem, sentences }) => {
    const begun = readName(sentences[0]?.text ?? '');
    if (isItem) [item, said] = [begun, sentences[0]?.text ?? ''];
    return sentences.flatMap(({ text, strength }) =>
      languages.flatMap(({ given }) => {
        const found = given.exec(text);
        const { of, value } = found?.groups ?? {};
        if (found === null || value === undefined) return [];
        // “On a file (default: active file)”: what the value says again is what it is of.
        const noun = /(?:^|\s)(\S+)\s*$/u.exec(text.slice(0, found.index))?.[1] ?? '';
        const isNoun = noun !== '' && value.toLowerCase().split(/\s+/u).includes(noun.toLowerCase());
        // What an item says that its name is (“status is the code to write”) is a part of what it is called.
        return [
          { name: isNoun ? noun : (of ?? (begun || item)), isNoun, said, value: { text: value, strength } },
        ];
      }),
    );
  });
}

/** The name that a line begins with, before what is said of it; empty where it begins otherwise. */
function readName(text: string): string {
  if (languages.some(({ given }) => beginsGiving(given.exec(text)))) return '';
  const [name = ''] = text.split(
    /\s(?:is|are|the|an?|sets?|specifies|defines|controls|how|whether|to)\s|\s?[:：—–(]/u,
  );
  return name.length <= longestName && name !== text ? name : '';
}

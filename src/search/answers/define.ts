/** Finds the sentence that says what something is. */
import { foldForms } from '../hangul.ts';
import { makeKey } from '../synonyms.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import type { PageEvidence, SectionEvidence, Sentence } from './evidence.ts';
import { splitTitle } from './names.ts';
import { languages } from './question.ts';

/** A definition is a sentence: shorter is a label, longer a paragraph. */
const shortest = 8;

/** Below this a sentence only happens to begin with the name. */
const leastScore = 2.05;

/** From here on a sentence is a definition even for a word that nobody asked about. */
const sureScore = 3.8;

const longest = 320;

/**
 * What `page` says that a thing with one of these names is, best first; none where it does not say so. `isNamed` where
 * the page itself bears the name: then its first sentence may leave the name out. With `isSure` only what can be nothing else counts.
 */
export function defineSubject(
  evidence: PageEvidence,
  names: readonly string[],
  isNamed: boolean,
  isSure = false,
): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  const offer = (section: SectionEvidence, sentence: Sentence, score: number): void => {
    if (section.isEcho) score -= 3;
    if (score < (isSure ? sureScore : leastScore) || score <= (best?.score ?? 0)) return;
    const found = {
      subject: spell(evidence.page.title, sentence.text, names[0] ?? ''),
      text: sentence.text,
      strength: sentence.strength,
    };
    best = { answer: makeAnswer('definition', evidence.page, section, found), score };
  };
  evidence.sections.forEach((section, at) => {
    if (section.kind === 'diagram') return;
    if (section.table !== null) {
      const column = section.table.head.findIndex((cell) =>
        languages.some(({ meaningColumn }) => meaningColumn.test(cell.toLowerCase())),
      );
      if (column > 0)
        for (const row of section.table.rows) {
          const cell = row[column];
          if (cell !== undefined && cell.text !== '' && isName(row[0]?.text ?? '', names))
            offer(section, cell, isNamed ? 2.5 : sureScore);
        }
      return;
    }
    const heading = section.title.toLowerCase();
    const isDefinition = languages.some(({ definitionHeading }) => definitionHeading.test(heading));
    const isAbout = [
      section.title,
      ...languages.map(({ definitionWords }) => section.title.replace(definitionWords, '')),
    ].some((title) => isName(title, names));
    if (section.kind === 'term' && isAbout) {
      const first = section.lines[0]?.sentences[0];
      if (first !== undefined) offer(section, first, 6);
    }
    section.lines.forEach((line, lineAt) => {
      line.sentences.forEach((sentence, sentenceAt) => {
        const rest =
          findRest(sentence.text, names) ??
          // PEFT는 …이고, LoRA는 …: two in one sentence.
          (section.kind === 'lead' ? findRest(sentence.text.replace(/^[^,;]+[,;]\s+/u, ''), names) : null);
        const isFirst = lineAt === 0 && sentenceAt === 0;
        const early = section.kind === 'lead' ? 1.2 : at <= 2 ? 0.4 : 0;
        if (rest !== null && sentence.text.length >= shortest && sentence.text.length <= longest) {
          const score = rateDefinition(sentence.text, rest);
          if (score > 0)
            offer(
              section,
              sentence,
              score + early + (isNamed ? 0.6 : 0) + (isDefinition || isAbout ? 0.8 : 0),
            );
        } else if (isDefinition && isFirst && isNamed && isPlain(sentence.text)) {
          offer(section, sentence, 2.4);
        } else if (
          isFirst &&
          !line.isItem &&
          (isNamed ? section.kind === 'lead' || (at <= 1 && !hasLead(evidence)) : isAbout)
        ) {
          // The title has said the name already.
          if (isDefining(sentence.text)) offer(section, sentence, 2.3);
        } else if (isNamed && line.isItem && sentenceAt === 0) {
          const label = /^([^:：]{1,20}?)\s*[:：]\s*(.+)$/u.exec(sentence.text);
          if (languages.some(({ meaningColumn }) => meaningColumn.test((label?.[1] ?? '').toLowerCase())))
            offer(section, { ...sentence, text: label?.[2] ?? '' }, 3.5);
        }
      });
    });
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** The name as the page writes it, in its title or else in the sentence; as it was typed where neither holds it. */
function spell(title: string, sentence: string, name: string): string {
  const titled = splitTitle(title).find((part) => makeKey(part) === makeKey(name));
  const at = sentence.toLowerCase().indexOf(name.toLowerCase());
  return titled ?? (at < 0 ? name : sentence.slice(at, at + name.length));
}

/** The sentence behind the name it begins with and the word that makes it the topic; null where it begins otherwise. */
function findRest(sentence: string, names: readonly string[]): { rest: string; isLabel: boolean } | null {
  const text = foldForms(sentence)
    .replace(/^["'“”‘’『「\s]+/u, '')
    .trim();
  for (const { article } of languages) {
    const bare = text.replace(article, '');
    for (const name of names) {
      if (name === '' || bare.slice(0, name.length).toLowerCase() !== name.toLowerCase()) continue;
      const behind = bare
        .slice(name.length)
        .replace(/^["'“”‘’』」]+/u, '')
        .replace(/^\s?[(（][^)）]{1,60}[)）]/u, '');
      for (const { topic } of languages) {
        const rest = behind.replace(topic, '');
        if (rest !== behind) return { rest: rest.trim(), isLabel: false };
      }
      const label = /^\s*[:：]\s+|^\s+[—–-]\s+/u.exec(behind);
      if (label !== null) return { rest: behind.slice(label[0].length).trim(), isLabel: true };
    }
  }
  return null;
}

/** How likely the sentence defines what it begins with; 0 where it does not. */
function rateDefinition(sentence: string, { rest, isLabel }: { rest: string; isLabel: boolean }): number {
  if (rest.length < shortest / 2 || languages.some(({ notDefining }) => notDefining.test(sentence))) return 0;
  if (isLabel) return 2;
  const hasHangul = /[가-힣]/u.test(rest);
  const [korean, english] = languages;
  if (!hasHangul) return english?.definingEnd.test(sentence) === true ? 3 : 0;
  return korean?.definingEnd.test(sentence) === true ? 3 : 1;
}

/** True for a sentence that says what its title is without naming it. */
function isDefining(sentence: string): boolean {
  if (!isPlain(sentence) || /^(?:이|그|저|이런|그런|it\b|they\b|this\b|these\b)\s/iu.test(sentence))
    return false;
  if (!/[가-힣]/u.test(sentence)) return /^(?:an?|the)\s/iu.test(sentence);
  const bare = sentence.replace(/[.。]$/u, '');
  return languages[0]?.definingEnd.test(sentence) === true || !/(?:다|요|까|오)$/u.test(bare);
}

function isPlain(sentence: string): boolean {
  return (
    sentence.length >= shortest &&
    sentence.length <= longest &&
    !languages.some(({ notDefining }) => notDefining.test(sentence))
  );
}

function hasLead({ sections }: PageEvidence): boolean {
  return sections[0]?.kind === 'lead' && sections[0].lines.length > 0;
}

/** True where a page has a row, an item or a heading of this name: it is a part of what the page is about. */
export function hasLabel({ sections }: PageEvidence, name: string): boolean {
  return sections.some(
    (section) =>
      isName(section.title, [name]) ||
      section.table?.rows.some((row) => isName(row[0]?.text ?? '', [name])) === true ||
      section.lines.some(
        ({ isItem, sentences }) => isItem && isName(sentences[0]?.text.split(/[:：]/u)[0] ?? '', [name]),
      ),
  );
}

/** True where a heading or label is one of the names, also behind a number or in brackets. */
export function isName(label: string, names: readonly string[]): boolean {
  const keys = new Set(names.map(makeKey));
  const bare = label.replace(/^\s*\d+(?:\.\d+)*[.)]?\s+/u, '');
  return makeKey(bare) !== '' && [bare, ...splitTitle(bare)].some((name) => keys.has(makeKey(name)));
}

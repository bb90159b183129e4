/** Finds days, numbers and cells: what a text or a table says of one property of one thing. */
import { findForms, prepareText } from '../match-text.ts';
import type { PlanTerm } from '../plan-query.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import type { PageEvidence, SectionEvidence, Sentence, TableEvidence } from './evidence.ts';
import { toPlainStyle } from './plain-style.ts';
import { escapeSigns } from './text-patterns.ts';
import { cutDayWord, languages, listAspect, listGroup } from './question.ts';

/** A sentence with more days than this is a history. */
const mostDays = 3;

/** Rows of a table of days that are shown; the rest is behind its link. */
const mostRows = 8;

/** A longer sentence tells of several things. */
const longestTopic = 240;

/** A sentence that says until when something was so. */
export const noMore = /\bno\s(?:longer|more)\s(?!than)/iu;

/** A label is about the words asked for when they are at least this part of its letters. */
const leastShare = 0.45;

/** Of a row and column that alone name what is asked for, one is little else. */
const leastAlone = 0.9;

/** So much of a label is all of it. */
const leastFolded = 0.8;

/** Of a title its first word may be the name: Huila Caturra. */
const leastTitleShare = 0.36;

/** Of a heading the name may be one of three words: The CAP theorem. */
const leastHeadingShare = 0.25;

/** Of a heading the subject is all but a number. */
const leastTopicShare = 0.6;

/** Less is enough for a name behind its maker's, where the column is named in full: B200 in NVIDIA B200. */
const leastNameShare = 0.35;

/** A number with what it counts. */
const number =
  /(?<![\p{L}\d.,-])(?:약\s*)?[$€£¥₩]?\d[\d,.]*(?:\s?[~–-]\s?\d[\d,.]*)?(?:\s?(?:%|[A-Za-z°µ/]{1,8}|[가-힣]{1,4}))?/gu;

/** Numbers that count nothing: 2차, 제3조, 4장, a year. */
const ordinal = /^\d+\s?(?:차|번째|절|장|조|항|호|쪽|판|교시|단계)|^(?:19|20)\d{2}(?:년)?$/u;

/** Where an English sentence goes on to say something else. */
const newClause = /;|,\s(?:so|but|and|which|while|when|where|whereas)\s/iu;

/** The day on which what a sentence says was so, which is that of no event. */
const asOf = /\bAs of (?:[A-Z]\w+ \d{1,2}[a-z]{0,2}, )?[^,]{4,20}, /u;

/** A day that leaves out its year. */
const yearless = /\s\d{2}-\d{2}(?![\d-])/u;

/** The day on which what the terms name happens: from fields, rows of tables, sentences. */
export function findDate(pages: readonly PageEvidence[], ask: FactQuestion): Answer | null {
  const patterns = languages.map(({ date }) => date);
  const isSpan = languages.some(({ days }) => days.test(ask.attribute)) || ask.isUntil;
  const found = findInText(
    pages,
    ask,
    'date',
    isSpan ? [...patterns, ...languages.map(({ span }) => span)] : patterns,
  );
  if (found === null || !ask.isUntil) return found;
  // The day on which something begins is not the one on which it ends.
  const said = [found.text, found.context, ...found.items, ...(found.table?.head ?? [])].join(' ');
  return languages.some(({ until }) => until.said.test(said)) ? found : null;
}

/** The number that a text gives for a property; for how many of something, in figures or words. */
export function findNumber(pages: readonly PageEvidence[], ask: FactQuestion): Answer | null {
  const { counted, unit: asked } = ask;
  // 8비트의 영역 is no length of what is spoken of: the number is another thing's.
  if (asked !== null) {
    const end = ask.attributeTerms.size === 0 ? '(?!의\\s)' : '';
    return findInText(pages, ask, 'fact', [new RegExp(`${asked.source}${end}`, 'gu')]);
  }
  if (counted === null)
    return findInText(pages, ask, 'fact', [
      number,
      ...languages.flatMap(({ spans, spanWords }) =>
        spans.some(({ asked, said }) => asked.test(ask.attribute) && said.test('two hours'))
          ? [new RegExp(spanWords.source, 'giu')]
          : [],
      ),
    ]);
  const unit = counted === '' ? '개|가지|종|갈래|곳' : counted;
  const figures = new RegExp(`(?<![\\p{L}\\d.,-])\\d[\\d,]*\\s?[천백만억]?\\s?(?:${unit})`, 'gu');
  return findInText(
    pages,
    ask,
    'fact',
    counted === '' ? [figures, ...languages.map(({ countWords }) => countWords)] : [figures],
  );
}

/** The properties asked for that a cell says by its unit alone: 용량 where it is 80GB, how long where it is 90 s. */
function sayUnits(text: string, { terms }: FactQuestion): Set<number> {
  if (terms.length < 2 || !/\d/u.test(text)) return new Set();
  return new Set(
    terms.flatMap(({ forms }, at) =>
      languages.some(
        ({ unitWords, spans }) =>
          (terms.length > 2 && forms.some((form) => unitWords.test(form))) ||
          spans.some(({ asked, said, isNamed }) => !isNamed && asked.test(forms[0] ?? '') && said.test(text)),
      )
        ? [at]
        : [],
    ),
  );
}

/** The words that only say that a value is asked for: level, of the field “Roast”. */
function listFilling(terms: readonly PlanTerm[]): Set<number> {
  return new Set(
    terms.flatMap(({ forms: [form = ''] }, at) =>
      languages.some(({ fillNoun }) => fillNoun.test(form)) ? [at] : [],
    ),
  );
}

/** The cell in the row of one part of the question and the column of the other. */
export function findCell(pages: readonly PageEvidence[], ask: FactQuestion): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  const { terms } = ask;
  const isMaking = languages.some(({ makingForms }) => makingForms.test(ask.attribute));
  pages.forEach((evidence, rank) => {
    const said = cover(evidence.page.title, terms);
    const isNamed = ask.named.includes(evidence.page.url);
    // A page that bears the name under another one need not say it.
    const named = isNamed ? union(said.found, ask.nameTerms) : said.found;
    // 개발 in the title of a book is no maker of what stands in its tables.
    const title = { ...said, found: isMaking ? minus(named, ask.attributeTerms) : named };
    for (const section of evidence.sections) {
      const { table } = section;
      if (table === null || section.isEcho) continue;
      const context = union(
        title.found,
        cover(section.titles.join('\n'), terms).found,
        cover(section.title, terms).found,
      );
      const heads = table.head.map((cell) => cover(dropBrackets(cell), terms));
      // A table of properties may be that of what its heading names: 4급 under 고리형.
      const isHeaded = cover(dropBrackets(section.titles.at(-1) ?? ''), ask.terms).share >= leastShare;
      const first = findKeyColumn(table);
      // Where rows are grouped in the first column, the second says what they are of.
      const keyed = table.rows.flatMap((row) =>
        (first === 0 && row.length > 2 ? [0, 1] : [first]).map((key) => ({ row, key })),
      );
      // What the first column is headed with, its rows need not say: 지문 기법 in the row 지문 under 기법.
      const kindOfRow = heads[0]?.found ?? new Set<number>();
      for (const { row, key } of keyed) {
        // NVIDIA H100(SXM) is labelled H100.
        const label = cover(dropBrackets(row[key]?.text ?? ''), terms);
        if (label.found.size === 0 && context.size === 0) continue;
        for (let column = 0; column < row.length; column++) {
          if (column === key) continue;
          const head = heads[column];
          const cell = row[column];
          // A tick says that there is one, and not what.
          if (head === undefined || cell === undefined || !/[\p{L}\p{N}]/u.test(cell.text)) continue;
          if (!isNamed && title.share < leastShare && isAsked(cell.text, terms)) continue;
          // What a row and a column are called is no value of either.
          if ([row[key]?.text, table.head[column]].includes(cell.text)) continue;
          const group = key === 0 && column > 1 ? cover(row[1]?.text ?? '', terms).found : new Set<number>();
          const named = union(label.found, head.found, context, group, kindOfRow);
          const all = union(named, sayUnits(cell.text, ask), listFilling(terms));
          if (all.size < terms.length) continue;
          // A rack's power in an ordinary hall is not the power of halls: one of the two is named in full.
          if (label.found.size > 0 && head.found.size > 0 && Math.max(label.share, head.share) < leastAlone)
            continue;
          // Both ways in must be named: the row, and the column or, in a table of properties, the page.
          const isClear =
            label.share >= leastShare ||
            (head.share >= 0.8 &&
              (label.share >= leastNameShare || isLedBy(table, key, row, label.found, terms)));
          const leastHead = label.share >= 0.9 ? leastNameShare : leastShare;
          const isPair = label.found.size > 0 && isClear && head.found.size > 0 && head.share >= leastHead;
          const isProperty =
            row.length === 2 &&
            label.found.size > 0 &&
            label.share >= 0.6 &&
            (title.found.size > 0 || isHeaded);
          // By the second column only what is named whole.
          // The row that is called by all of the question gives its first figure: 2026년 예산.
          const isCalled =
            column === key + 1 &&
            label.share >= leastAlone &&
            label.found.size === terms.length &&
            /\d/u.test(cell.text);
          const isFirst = key === first;
          // A price is the only amount in the column, or row, of what it is of.
          const isOnly =
            isFirst &&
            (label.found.size === 0 || head.found.size === 0) &&
            Math.max(label.share, head.share) >= leastAlone &&
            sayUnits(cell.text, ask).size > 0 &&
            (label.found.size > 0 ? row.slice(1) : table.rows.flatMap((one) => one[column] ?? [])).filter(
              ({ text }) => sayUnits(text, ask).size > 0,
            ).length === 1;
          if (isFirst ? !isPair && !isProperty && !isCalled && !isOnly : !isPair || label.share < 0.8)
            continue;
          const score =
            label.share +
            head.share +
            (isPair ? 1 : 0) +
            title.found.size * 0.1 -
            rank * 0.05 -
            (isFirst ? 0 : 0.3);
          if (score <= (best?.score ?? 0)) continue;
          const labels = [row[key]?.text ?? '', row.length === 2 ? '' : (table.head[column] ?? '')];
          best = {
            score,
            answer: makeAnswer(
              'fact',
              evidence.page,
              { id: section.id, titles: section.titles },
              {
                text: cell.text,
                context: labels.filter((text) => text !== '').join(' · '),
                strength: cell.strength,
              },
            ),
          };
        }
      }
    }
    for (const { place, label: name, value } of listLabelled(evidence)) {
      const label = cover(name, terms);
      // What is under a heading of the subject is of it as well; types of routers are not what stands under Types.
      const heading = cover(place.titles.join('\n'), terms);
      const isUnder =
        heading.share >= leastHeadingShare &&
        [...heading.found].some((term) => listAspect(terms[term]?.forms[0] ?? '').length === 0) &&
        [...label.found].some((term) => !heading.found.has(term));
      // Wellness: $100 in a list of amounts: the label is all of the thing, and its unit says what is asked of it.
      const units = sayUnits(value.text, ask);
      const isAlone = label.share >= leastAlone && units.size > 0;
      // What is named in full may leave to its folder what it is of.
      const trail =
        label.share >= leastFolded ? cover(evidence.page.breadcrumb, terms).found : new Set<number>();
      const given =
        isUnder || isAlone
          ? union(title.found, heading.found, trail, isAlone ? cover(value.text, terms).found : new Set())
          : union(title.found, trail);
      const all = union(label.found, given, units, listFilling(terms));
      if (label.found.size === 0 || all.size < terms.length) continue;
      if (!isNamed && title.share < leastShare && isAsked(value.text, terms)) continue;
      const score = 2.4 + label.share * 0.1 - rank * 0.05;
      if (
        ((title.found.size > 0 && (title.share >= leastTitleShare || isNamed)) ||
          trail.size > 0 ||
          isUnder ||
          isAlone) &&
        label.share >= leastShare &&
        score > (best?.score ?? 0)
      )
        best = {
          score,
          answer: makeAnswer('fact', evidence.page, place, {
            text: value.text,
            context: name,
            strength: value.strength,
          }),
        };
    }
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** True for a value that the question has said itself: what has it, is asked for nothing. */
function isAsked(value: string, terms: readonly PlanTerm[]): boolean {
  return cover(value, terms).share >= 0.9;
}

/** True for the only row whose label begins with what was asked for: Bartz, of Bartz v. Anthropic. */
function isLedBy(
  { rows }: TableEvidence,
  key: number,
  row: readonly Sentence[],
  found: ReadonlySet<number>,
  terms: readonly PlanTerm[],
): boolean {
  const asked = [...found].flatMap((at) => terms[at] ?? []);
  const says = (label: string): boolean => cover(label, asked).found.size === asked.length;
  const [lead = ''] = dropBrackets(row[key]?.text ?? '').split(' ');
  return says(lead) && rows.filter((one) => says(one[key]?.text ?? '')).length === 1;
}

/** A label without what its brackets add: PTQ(Post-Training Quantization); nor of what each its values are: gas an hour. */
export function dropBrackets(label: string): string {
  return label.replace(/(?<=\S)\s*[(（][^)）]*[)）]/gu, '').replace(/\s(?:an?|per)\s[a-z]+$/u, '');
}

/** The column that says what a row is of: the first, or the next where that holds days or numbers. */
function findKeyColumn({ rows }: TableEvidence): number {
  const isValue = (row: readonly Sentence[]): boolean => /^\d{4}[\s\d.,/~–-]*$/u.test(row[0]?.text ?? '');
  return rows.length > 1 && rows.every(isValue) ? 1 : 0;
}

/**
 * The sentence that says what a property is in so many words: “정식 번호는 …”, “the batch size is …”. In a note on the
 * subject, or in a sentence that begins with it.
 */
export function findTopic(pages: readonly PageEvidence[], ask: FactQuestion): Answer | null {
  const attribute = ask.attribute.toLowerCase();
  if (attribute.length < 2) return null;
  const said = [
    attribute,
    ...listAspect(attribute).filter((word) => languages.every(({ counter }) => counter !== word)),
    ...listGroup('measureForms', attribute),
  ];
  const findEnd = (text: string): number =>
    Math.max(
      ...languages.flatMap(({ topicOf }) =>
        said.map((word) => {
          const found = topicOf(word).exec(text.toLowerCase());
          return found === null ? -1 : found.index + found[0].length;
        }),
      ),
    );
  const isTopic = (text: string): boolean => findEnd(text) >= 0;
  return chooseSentence(pages, ask, (evidence, isAbout) => (text) => {
    if (text.length > longestTopic || /[?？]$/u.test(text) || !isTopic(text)) return 0;
    const plain = toPlainStyle(text);
    if (languages.some(({ denying, pointing }) => denying.test(plain) || pointing.test(plain))) return 0;
    // The modules of a pool are no other modules that have to do with it.
    const isOne = /^[^가-힣]+$/u.test(ask.asked) && ask.asked.endsWith(attribute);
    const topic = isOne ? text.slice(0, findEnd(text)) : text;
    const own = cover(topic, ask.terms).found;
    const isNamed = [...ask.subjectTerms].every((term) => own.has(term));
    // A note on the subject need not name it again, but must say what else is asked.
    const isRest = [...ask.subjectTerms].every((term) => own.has(term) || ask.nameTerms.has(term));
    // Where a note gives several (the default is …), each is that of something else.
    const isOnly = (): boolean => evidence.sections.flatMap(listTexts).filter(isTopic).length === 1;
    if (!isNamed && !(isAbout && isRest && isOnly())) return 0;
    return (isNamed ? 2 : 0) + (isAbout ? 1 : 0);
  });
}

function listTexts({ lines }: SectionEvidence): string[] {
  return lines.flatMap(({ sentences }) => sentences.map(({ text }) => text));
}

/**
 * The sentence that is worth the most, those of the first pages a little more; null where none is worth anything.
 * @param weighIn for a page, which may be about the subject: what a sentence of it is worth, 0 for no answer
 * @param withRows reads the cells of tables as well, each behind the label of its row
 */
export function chooseSentence(
  pages: readonly PageEvidence[],
  { named, terms, subjectTerms }: FactQuestion,
  weighIn: (evidence: PageEvidence, isAbout: boolean) => (text: string) => number,
  withRows = false,
): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  const subject = [...subjectTerms].flatMap((at) => terms[at] ?? []);
  pages.forEach((evidence, rank) => {
    const isNamed = named.includes(evidence.page.url);
    const weighs = [false, true].map((isAbout) => weighIn(evidence, isAbout));
    for (const section of evidence.sections) {
      if (section.isEcho || section.kind === 'diagram') continue;
      const isHeaded = section.titles.some((title) => isTitleOf(title, subject));
      for (const [label, ...cells] of withRows ? (section.table?.rows ?? []) : [])
        for (const cell of cells) {
          const score = (weighs[0]?.(`${label?.text ?? ''}: ${cell.text}`) ?? 0) - rank * 0.2;
          if (label === undefined || score <= Math.max(0, best?.score ?? 0)) continue;
          const named = dropBrackets(label.text);
          const { found: said, share } = cover(named, subject);
          // Its maker may stand before the name: Adobe Firefly.
          const isBehind = said.size === subject.length && /^[A-Z][A-Za-z]+\s/u.test(named);
          if (share < leastAlone && !isBehind) continue;
          const found = { text: cell.text, context: label.text, strength: cell.strength };
          best = { score, answer: makeAnswer('fact', evidence.page, section, found) };
        }
      const sentences = section.lines.flatMap((line) => line.sentences);
      // What goes on in an item is about what that is about: 기본값은 … behind a sentence on one of the settings.
      const ofOthers = new Set(
        section.lines.flatMap((line) =>
          !line.isItem || saysAll(line.sentences.map(({ text }) => text).join(' '), subject)
            ? []
            : line.sentences.slice(1),
        ),
      );
      for (const [at, sentence] of sentences.entries()) {
        const { text: said, strength, led } = sentence;
        if (said.endsWith(':') && !led?.length) continue;
        const isAbout =
          isHeaded ||
          (isNamed && !ofOthers.has(sentence) && isClaimed(evidence, section, said, subject)) ||
          beginsWith(sentences[at - 1]?.text ?? '', subject);
        const weigh = weighs[Number(isAbout)] ?? (() => 0);
        const behind = sentences[at + 1];
        const next = languages.some(({ given }) => beginsGiving(given.exec(behind?.text ?? '')))
          ? behind
          : undefined;
        const text = next === undefined ? said : `${said} ${next.text}`;
        const worth = weigh(said);
        const score = worth - rank * 0.2;
        if (worth === 0 || score <= (best?.score ?? 0)) continue;
        best = {
          score,
          answer: makeAnswer('fact', evidence.page, section, { text, strength, items: led ?? [] }),
        };
      }
    }
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** True for a sentence that begins with its value by default, and leaves to the one before it what that is of. */
export function beginsGiving(found: RegExpExecArray | null): boolean {
  return found?.index === 0 && found.groups?.['of'] === undefined;
}

/** True for a heading that names all of the subject and little else: L4 전송 계층. */
function isTitleOf(title: string, subject: readonly PlanTerm[]): boolean {
  const { found, share } = cover(dropBrackets(title), subject);
  return subject.length > 0 && found.size === subject.length && share >= leastTopicShare;
}

function saysAll(text: string, subject: readonly PlanTerm[]): boolean {
  return subject.length > 0 && cover(text, subject).found.size === subject.length;
}

/** True for a sentence that has the subject as its topic: the next one need not name it. */
function beginsWith(sentence: string, subject: readonly PlanTerm[]): boolean {
  const [topic = ''] =
    /^\S+(?:\s\S+){0,2}?(?:(?<=[가-힣)）])[은는](?=\s)|\s(?:is|are|was|were)\b)/u.exec(sentence) ?? [];
  return saysAll(topic, subject);
}

/**
 * False where the page's title lists several things (HTTP & HTTPS) and neither the text nor a heading above it names the
 * one that is asked for: what stands there may be of the others.
 */
export function isClaimed(
  { page }: PageEvidence,
  { titles }: Pick<SectionEvidence, 'titles'>,
  text: string,
  terms: readonly PlanTerm[],
): boolean {
  // 물레의 값과 무게: what has the several is one thing.
  const several = dropBrackets(page.title)
    .toLowerCase()
    .replace(/^.*의\s/u, '');
  const parts = languages.reduce<string[]>(
    (left, { listMark }) => left.flatMap((part) => part.split(listMark)),
    several.split(/\s*&\s*/u),
  );
  if (parts.length < 2) return true;
  const names = (one: string, words: readonly PlanTerm[]): boolean => cover(one, words).found.size > 0;
  const own = parts.filter((part) => names(part, terms));
  // What names none of them, or all, is not about one.
  if (own.length === 0 || own.length === parts.length) return true;
  const titled = terms.filter((term) => own.some((part) => names(part, [term])));
  return [text, ...titles].some((one) => names(one, titled));
}

/** What a page gives as `label: value`: its own fields, and items of lists. */
function listLabelled({ page, sections }: PageEvidence): Labelled[] {
  const read = (place: Labelled['place'], { text, strength }: Sentence): Labelled[] => {
    const [, label, value] = /^([^:：]{1,24}?)\s*[:：]\s+(.{1,120})$/u.exec(text) ?? [];
    return label === undefined || value === undefined
      ? []
      : [{ place, label, value: { text: value, strength } }];
  };
  return [
    ...page.facts.flatMap((text) => read({ id: '', titles: [] }, { text, strength: '' })),
    ...sections
      .filter(({ isEcho, kind }) => !isEcho && kind !== 'diagram')
      .flatMap((section) =>
        section.lines.flatMap(({ isItem, sentences }) =>
          isItem && sentences[0] ? read(section, sentences[0]) : [],
        ),
      ),
  ];
}

interface Labelled {
  place: { id: string; titles: readonly string[] };
  label: string;
  value: Sentence;
}

function findInText(
  pages: readonly PageEvidence[],
  ask: FactQuestion,
  kind: 'date' | 'fact',
  patterns: readonly RegExp[],
): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  const { terms } = ask;
  const subject = [...ask.subjectTerms].flatMap((at) => terms[at] ?? []);
  const offer = (
    evidence: PageEvidence,
    section: Pick<SectionEvidence, 'id' | 'titles'>,
    sentence: Sentence,
    score: number,
    label: string,
    values = listValues(sentence.text, patterns),
  ): void => {
    if (score <= (best?.score ?? 0)) return;
    // Days that leave out their year are days as well: 2026-07-08, 발효 07-27.
    const isOnly = values.length === 1 && !yearless.test(sentence.text);
    const alone = isOnly ? (values[0] ?? '').trim() : '';
    const found =
      alone === '' || alone === sentence.text
        ? { text: sentence.text, context: label }
        : {
            text: kind === 'date' ? alone : sentence.text,
            context: kind === 'date' ? joinLabel(label, sentence.text) : label,
          };
    best = {
      score,
      answer: makeAnswer(kind, evidence.page, section, { ...found, strength: sentence.strength }),
    };
  };
  const offerTable = (evidence: PageEvidence, section: SectionEvidence, score: number): void => {
    if (section.table === null || score <= (best?.score ?? 0)) return;
    const { head, rows } = section.table;
    // Where the columns are things, that of the one which was asked for.
    const own = findOwnColumn(head, subject);
    const columns = own > 0 ? [0, own] : [0, 1, 2];
    const show = (cells: readonly string[]): string[] => columns.flatMap((at) => cells[at] ?? []);
    const table = {
      head: show(head),
      rows: rows.slice(0, mostRows).map((row) => show(row.map(({ text }) => text))),
    };
    best = { score, answer: makeAnswer(kind, evidence.page, section, { subject: section.title, table }) };
  };
  const offerList = (
    evidence: PageEvidence,
    section: SectionEvidence,
    items: string[],
    score: number,
  ): void => {
    if (score <= (best?.score ?? 0)) return;
    best = {
      score,
      answer: makeAnswer(kind, evidence.page, section, {
        subject: section.title,
        items: items.slice(0, mostRows),
      }),
    };
  };
  pages.forEach((evidence, rank) => {
    const title = cover(evidence.page.title, terms);
    const isAbout = ask.named.includes(evidence.page.url);
    const given = isAbout ? union(title.found, ask.nameTerms) : title.found;
    const base = (isAbout ? 2 : 0) - rank * 0.15;
    if (kind === 'date' && isAbout)
      for (const fact of evidence.page.facts) {
        const [name = '', value = ''] = fact.split(/:\s+/u);
        if (
          listValues(value, patterns).length > 0 &&
          union(given, cover(name, terms).found).size >= terms.length
        )
          offer(evidence, { id: '', titles: [] }, { text: value, strength: '' }, base + 6, name);
      }
    for (const section of evidence.sections) {
      if (section.isEcho) continue;
      const heading = cover([...section.titles, section.title].join('\n'), terms).found;
      // A heading that names all of it: 데이터센터 전력의 총량.
      const isTold = (units: ReadonlySet<number>): boolean =>
        kind === 'fact' && union(cover(section.title, terms).found, units).size === terms.length;
      const rows = section.table?.rows ?? [];
      const dated = rows.filter((row) => row.some((cell) => isMostlyValue(cell.text, patterns)));
      // A table of days under a heading that names the event answers as a whole.
      if (
        kind === 'date' &&
        isAbout &&
        dated.length >= 2 &&
        ask.attributeTerms.size > 0 &&
        union(given, heading).size >= terms.length
      )
        offerTable(evidence, section, base + 4);
      const list = listDatedLines(section, patterns);
      const named = union(given, cover(section.title, terms).found);
      if (kind === 'date' && isAbout && list.length >= 2 && named.size >= terms.length)
        offerList(evidence, section, list, base + 4.5);
      const days: { row: Sentence[]; score: number }[] = [];
      for (const row of rows) {
        const text = row.map((cell) => cell.text).join(' \n ');
        const own = cover(text, terms).found;
        // Where the columns are things, and one cell names those of its own: SB 53은 2026-01-01, SB 942는 ….
        const named = isMostlyValue(row[0]?.text ?? '', patterns)
          ? undefined
          : row.slice(1).find(({ text }) => saysAll(text, subject) && listValues(text, patterns).length > 0);
        const inOwn = row[findOwnColumn(section.table?.head ?? [], subject)];
        const dated =
          named ??
          (inOwn !== undefined && listValues(inOwn.text, patterns).length > 0 ? inOwn : undefined) ??
          row.find((cell) => isMostlyValue(cell.text, patterns)) ??
          findDayOf(row, ask, patterns, union(given, heading));
        if (dated === undefined || kind === 'fact') continue;
        const column = row.indexOf(dated);
        const headText = section.table?.head[column] ?? '';
        const isDay =
          languages.some(({ dateHead }) => dateHead.test(headText.toLowerCase())) ||
          saysBeginning([headText], cutDayWord(ask.attribute)) ||
          // The day of a row that names all of the thing is that on which it came out.
          ([...ask.subjectTerms].every((term) => own.has(term)) &&
            languages.some(({ comingOut }) => comingOut.test(ask.attribute)) &&
            !isOtherEvent(dated.text, listValues(dated.text, patterns)[0] ?? '', ''));
        const head = union(cover(headText, terms).found, isDay ? ask.attributeTerms : new Set());
        if (own.size === 0 || union(own, given, heading, head).size < terms.length) continue;
        const labels =
          named === undefined
            ? row.filter((cell) => cell !== dated && cell.text !== '').map((cell) => cell.text)
            : [row[0]?.text ?? '', headText];
        // What the heading says is said of all rows, whether or not one says it again.
        const score = base + 2 + rateOwn(union(own, head, heading), ask);
        const values = listValues(dated.text, patterns);
        const isSaid = saysAll(
          dated.text,
          [...ask.attributeTerms].flatMap((at) => terms[at] ?? []),
        );
        const ofIt =
          isSaid || named === undefined
            ? listDaysOf(dated.text, values, ask)
            : listBehind(dated.text, values, subject);
        // Another's event is told there: 적용한 절차.
        if (isSaid && ask.attributeTerms.size > 0 && ofIt.length === 0) continue;
        if (named === undefined) days.push({ row, score });
        // “From when”: which day of it this is, is said by its column.
        const begun = saysBeginning([headText], cutDayWord(ask.attribute)) ? [headText] : [];
        const label = [...begun, ...labels.slice(0, 2)].filter((text) => text !== '').join(' · ');
        offer(evidence, section, dated, score, label, ofIt.length === 1 ? ofIt : values);
      }
      // Rows that answer alike answer together: which of them is meant is for the reader.
      const top = Math.max(...days.map(({ score }) => score));
      const alike = days.filter(({ score }) => score === top);
      const isSeveral = alike.some(
        ({ row }) => row.filter((cell) => listValues(cell.text, patterns).length > 0).length >= 2,
      );
      if ((alike.length >= 2 || isSeveral) && section.table !== null)
        offerTable(
          evidence,
          { ...section, table: { ...section.table, rows: alike.map(({ row }) => row) } },
          top + 0.01,
        );
      for (const { sentences } of section.lines)
        for (const [at, sentence] of sentences.entries()) {
          const values = listValues(sentence.text, patterns);
          const isTopic =
            kind === 'fact' && languages.some(({ topicOf }) => topicOf(ask.attribute).test(sentence.text));
          const isHistory = values.length > mostDays && !isTopic;
          if (values.length === 0 || isHistory) continue;
          const said = cover(sentence.text, terms).found;
          if (languages.some(({ example }) => example.test(sentence.text))) continue;
          if (!isClaimed(evidence, section, sentence.text, subject)) continue;
          // How long asks for a time, whatever the words.
          if (kind === 'fact' && section.kind === 'diagram') continue;
          const units = kind === 'fact' ? readUnits(sentence.text, ask) : new Set<number>();
          // In its own note “it” is the thing.
          const isIt = isAbout && (units?.size ?? 0) > 0 && /^(?:It|They)\s/u.test(sentence.text);
          if (units === null || (said.size === 0 && !isIt)) continue;
          const own = union(said, units);
          const before = at > 0 ? (sentences[at - 1]?.text ?? '') : '';
          const led = beginsWith(before, subject) ? ask.subjectTerms : new Set<number>();
          const out = kind === 'date' && isDatedName(sentence.text, values, ask) ? ask.attributeTerms : led;
          if (union(own, given, heading, led, out).size < terms.length) continue;
          // What has a note of its own is told of elsewhere only by its name.
          if (
            ask.named.length > 0 &&
            !isAbout &&
            ![...ask.subjectTerms].every((term) => own.has(term) || led.has(term))
          )
            continue;
          // A field of one thing says nothing of its kind.
          if (!isAbout && evidence.page.facts.includes(sentence.text)) continue;
          // What is asked for must stand in the sentence itself; a day in brackets behind the name is that of its coming out.
          const isOut = kind === 'date' && isDatedName(sentence.text, values, ask);
          if (
            !isOut &&
            ask.attributeTerms.size > 0 &&
            ![...ask.attributeTerms].every((term) => own.has(term))
          )
            continue;
          const words = new Set([...ask.attributeTerms].filter((term) => !units.has(term)));
          // In its own note what begins with its name is of it, to the end.
          const isBegun =
            isAbout && units.size > 0 && saysAll(sentence.text.split(' ').slice(0, 3).join(' '), subject);
          const near = isIt || isBegun || isNear(sentence.text, values, terms, words) ? 1 : 0;
          if (kind === 'fact' && near === 0) continue;
          const plain = toPlainStyle(sentence.text);
          if (kind === 'fact' && languages.some(({ pointing }) => pointing.test(plain))) continue;
          // After 6 weeks they get none: that is not for how long they do.
          if (kind === 'fact' && units.size > 0 && noMore.test(plain)) continue;
          if (
            kind === 'fact' &&
            languages.some(({ counts }) => counts(ask.asked)?.test(sentence.text) === false)
          )
            continue;
          // How many there are of a thing alone: a count elsewhere in the sentence is of others.
          if (
            ask.counted !== null &&
            ask.attributeTerms.size === 0 &&
            !follows(sentence.text, values, { ...ask, attributeTerms: ask.subjectTerms })
          )
            continue;
          // A question finds its number anywhere; mere words only where the number follows them.
          if (
            kind === 'fact' &&
            !ask.isAsked &&
            (!isAbout || (!isIt && !follows(sentence.text, values, ask)))
          )
            continue;
          if (kind === 'date' && languages.some(({ denying }) => denying.test(plain))) continue;
          const days = kind === 'date' ? listDaysOf(sentence.text, values, ask) : values;
          if (days.length === 0) continue;
          // 8월 26일 of a drawing says less than a day with its year.
          const isVague =
            kind === 'date' && (yearless.test(sentence.text) || days.every((value) => !/\d{4}/u.test(value)));
          offer(
            evidence,
            section,
            sentence,
            base +
              rateOwn(own, ask) +
              near +
              (isTold(units) ? 2.5 : 0) +
              (days.length === 1 ? 1 : 0) -
              (isVague ? 1.5 : 0),
            '',
            days,
          );
        }
    }
  });
  const least = kind === 'date' ? 1.5 : 2.5;
  const found = best as { answer: Answer; score: number } | null;
  return found !== null && found.score >= least ? found.answer : null;
}

/** The properties asked for that a text gives by the unit of its value; null where it gives a value of another kind. */
function readUnits(text: string, { terms, attributeTerms }: FactQuestion): Set<number> | null {
  const units = new Set<number>();
  for (const term of attributeTerms) {
    const [form = ''] = terms[term]?.forms ?? [];
    const kinds = languages.flatMap(({ spans }) => spans.filter(({ asked }) => asked.test(form)));
    if (kinds.length === 0) continue;
    if (!kinds.some(({ said }) => said.test(text))) return null;
    if (!kinds.some(({ isNamed }) => isNamed)) units.add(term);
  }
  return units;
}

/** The one column whose head names the subject, or a part of it that no other head does: 일본 of 일본 AI법; -1 where none does. */
function findOwnColumn(head: readonly string[], subject: readonly PlanTerm[]): number {
  const said = head.map((cell, at) => (at === 0 ? 0 : cover(cell, subject).found.size));
  const most = Math.max(0, ...said);
  return most > 0 && said.filter((size) => size === most).length === 1 ? said.indexOf(most) : -1;
}

/** The cell that tells of one day and says all that the rest of its row does not: 2025-06-23 판단. */
function findDayOf(
  row: readonly Sentence[],
  ask: FactQuestion,
  patterns: readonly RegExp[],
  given: ReadonlySet<number>,
): Sentence | undefined {
  const { terms } = ask;
  return row.find((cell) => {
    const values = listValues(cell.text, patterns);
    if (cell.text.length > longestTopic || values.length === 0) return false;
    if (values.length > 1 && listDaysOf(cell.text, values, ask).length !== 1) return false;
    const others = row.filter((one) => one !== cell).map(({ text }) => text);
    const said = union(cover(others.join('\n'), terms).found, given);
    const rest = terms.filter((_, at) => !said.has(at));
    return rest.length > 0 && cover(cell.text, rest).found.size === rest.length;
  });
}

/** True for a cell that is a day and little else: one that only mentions a day is about something else. */
function isMostlyValue(text: string, patterns: readonly RegExp[]): boolean {
  const [value] = listValues(text, patterns);
  return value !== undefined && text.length <= value.length + 14;
}

/** The items of a list, or what a drawing says, where each is of a day. */
function listDatedLines(section: SectionEvidence, patterns: readonly RegExp[]): string[] {
  const lines = section.lines.filter(({ isItem }) => isItem || section.kind === 'diagram');
  const dated = lines
    .map(({ sentences }) => sentences.map(({ text }) => text).join(' '))
    .filter(
      (text) => text.length < 120 && listValues(text.slice(0, 40), patterns).some((day) => day !== text),
    );
  return dated.length * 2 > lines.length ? dated : [];
}

/** A sentence that names the property is worth more than one that names its subject, which the page has named. */
function rateOwn(own: ReadonlySet<number>, { attributeTerms, subjectTerms }: FactQuestion): number {
  const property = [...attributeTerms].filter((term) => own.has(term)).length;
  const subject = [...subjectTerms].every((term) => own.has(term)) ? 1.2 : 0;
  return property * 1.5 + subject;
}

/** The values in a text, each once. */
function listValues(text: string, patterns: readonly RegExp[]): string[] {
  const told = text.replace(asOf, '');
  const values = new Set(patterns.flatMap((pattern) => told.match(pattern) ?? []));
  return [...values].filter((value) => !patterns.includes(number) || !ordinal.test(value.trim()));
}

/** True where a value stands close to a word that was asked for. */
function isNear(
  text: string,
  values: readonly string[],
  terms: readonly PlanTerm[],
  asked: ReadonlySet<number>,
): boolean {
  const prepared = prepareText(text);
  const wanted = asked.size > 0 ? [...asked] : terms.map((_, at) => at);
  const places = wanted.flatMap((at) => findForms(prepared, terms[at]?.forms ?? []).map(([from]) => from));
  return values.some((value) => places.some((place) => Math.abs(text.indexOf(value) - place) <= 40));
}

/** True where a value stands right behind the property's name. */
function follows(text: string, values: readonly string[], { terms, attributeTerms }: FactQuestion): boolean {
  const prepared = prepareText(text);
  const ends = [...attributeTerms].flatMap((at) =>
    findForms(prepared, terms[at]?.forms ?? []).map(([, to]) => to),
  );
  return values.some((value) =>
    ends.some((end) => text.indexOf(value) >= end && text.indexOf(value) - end <= 14),
  );
}

/**
 * The days that a sentence gives for the event asked for: the one right behind its word (시행일은 …), or else the last one
 * before it (…에 시행했다). Without an event, all but those that are said to be of another.
 */
function listDaysOf(text: string, values: readonly string[], ask: FactQuestion): string[] {
  const { attributeTerms, attribute, subjectTerms, terms } = ask;
  if (attributeTerms.size === 0 || isDatedName(text, values, ask))
    return values.filter((value) => !isOtherEvent(text, value, attribute));
  const forms = [...attributeTerms].flatMap((at) => terms[at]?.forms ?? []);
  // A year may stand there more than once.
  const days = values
    .flatMap((value) =>
      [...text.matchAll(new RegExp(escapeSigns(value), 'gu'))].map(({ index }) => ({
        value,
        from: index,
        to: index + value.length,
      })),
    )
    .sort((one, other) => one.from - other.from);
  const said = findForms(prepareText(text), forms).flatMap(([from, to]) => {
    if (languages.some(({ foretold }) => foretold.test(text.slice(to)))) return [];
    // 적용한 절차: what is said of another thing by the way is no event of this one.
    if (
      languages.some(({ modifying }) => modifying.test(text.slice(to))) &&
      !saysAll(
        text.slice(to),
        [...subjectTerms].flatMap((at) => terms[at] ?? []),
      )
    )
      return [];
    // 발효 07-27: its day leaves out the year, which another one has.
    if (text.slice(to).search(yearless) === 0) return values;
    const behind = days.find((day) => day.from >= to && isBeside(text.slice(to, day.from)));
    const before = days.findLast((day) => day.to <= from);
    // Another clause tells of something else.
    const near = days.find((day) => day.from >= to && !newClause.test(text.slice(to, day.from)));
    return (behind ?? before ?? near)?.value ?? [];
  });
  return [...new Set(said)];
}

/** The first day behind the last word of the subject, which is that of it and not of what the text names next. */
function listBehind(text: string, values: readonly string[], subject: readonly PlanTerm[]): string[] {
  const [last] = subject.slice(-1);
  const end = Math.max(0, ...findForms(prepareText(text), last?.forms ?? []).map(([, to]) => to));
  return values.filter((value) => text.indexOf(value) >= end).slice(0, 1);
}

/** True for what only links a word for an event with the day behind it: 시행일은 …, 공포: …, 발효(…, applies since …. */
function isBeside(text: string): boolean {
  return /^[a-z]{0,4}\s(?:(?:on|in|since|from|by|until|around|as\sof)\s)?$|^(?:일자?|날짜|시기|시점)?\s?(?:은|는|이|가|은\s?약)?[\s:：(（·|]{0,3}$/u.test(
    text,
  );
}

/** True for a day in brackets right behind the name of what came out: 윤리 원칙(2026-08-21). */
function isDatedName(
  text: string,
  values: readonly string[],
  { subjectTerms, terms, attribute }: FactQuestion,
): boolean {
  if (!isComingOut(attribute)) return false;
  const last = terms[Math.max(...subjectTerms)]?.forms ?? [];
  const ends = findForms(prepareText(text), last).map(([, to]) => to);
  return values.some((value) =>
    ends.some((end) =>
      /^[」』”’"'*\s]{0,4}[(（]$/u.test(text.slice(end, Math.max(end, text.indexOf(value)))),
    ),
  );
}

/** True where one of the heads is that of days from which something holds, and the event such a beginning, or none. */
export function saysBeginning(heads: readonly string[], event: string): boolean {
  return languages.some(
    ({ beginning }) =>
      (event === '' || beginning.events.test(event)) &&
      heads.some((head) => beginning.head.test(head.toLowerCase())),
  );
}

/** True for an event by which something comes out: 발표, release. */
export function isComingOut(attribute: string): boolean {
  const event = cutDayWord(attribute);
  return [event, ...listGroup('eventForms', event)].some((form) =>
    languages.some(({ comingOut }) => comingOut.test(form)),
  );
}

/** True where the day is said to be that of something else: 2026년 개정 is no answer to 시행. */
function isOtherEvent(text: string, value: string, attribute: string): boolean {
  const behind = text.slice(text.indexOf(value) + value.length);
  return languages.some(({ events, laterEvents }) => {
    const event = events.exec(behind)?.groups?.['event'];
    if (event === undefined) return false;
    return attribute === '' ? laterEvents.test(event) : !attribute.startsWith(event);
  });
}

/** What a word is put together with, where it goes on without a blank. */
const compounded =
  /^(?:file|name|dir|path|type|list|base|code|store|space|port|book|room|work|time|word)s?(?![a-z])/iu;

/** Which terms a text holds, and how much of its letters they are. */
export function cover(text: string, terms: readonly PlanTerm[]): { found: Set<number>; share: number } {
  const prepared = prepareText(text);
  const found = new Set<number>();
  let letters = 0;
  terms.forEach((term, at) => {
    const ranges = term.forms.flatMap((form) => {
      const all = findForms(prepared, [form]);
      return all.filter(
        ([from, to]) =>
          // MAC is no beginning of machine, but GPU is GPUs.
          (!/^[a-z]{2,3}$/iu.test(form) ||
            !/^(?:[a-rt-z]|s[a-z])/iu.test(prepared.clean.slice(to, to + 2))) &&
          // Nor is a file one of the words it is put together with: lockfile is no lock.
          !(/^[a-z]{4,}$/iu.test(form) && compounded.test(prepared.clean.slice(to, to + 8))) &&
          !isDenied(prepared.clean.slice(Math.max(0, from - 5), from)),
      );
    });
    if (ranges.length === 0) return;
    found.add(at);
    letters += Math.max(...ranges.map(([from, to]) => to - from));
  });
  return { found, share: Math.min(1, letters / Math.max(1, prepared.stream.replaceAll('\n', '').length)) };
}

/** True behind what makes a word another one: 비선점 is no 선점, 재확인 no 확인, non-blocking not blocking. */
function isDenied(before: string): boolean {
  return /(?:(?:^|[^가-힣])[비미무불재]|\b(?:non|un)-?)$/iu.test(before);
}

/** What any of the sets holds. */
export function union(...sets: readonly ReadonlySet<number>[]): Set<number> {
  return new Set(sets.flatMap((set) => [...set]));
}

function minus(set: ReadonlySet<number>, other: ReadonlySet<number>): Set<number> {
  return new Set([...set].filter((one) => !other.has(one)));
}

function joinLabel(label: string, text: string): string {
  return label === '' ? text : `${label} · ${text}`;
}

export interface FactQuestion {
  terms: readonly PlanTerm[];
  /** Which of the terms name the property, and which the subject. */
  attributeTerms: ReadonlySet<number>;
  subjectTerms: ReadonlySet<number>;
  /** Those of the subject that are its name: a page that bears it gives them. */
  nameTerms: ReadonlySet<number>;
  attribute: string;
  /** The whole question. */
  asked: string;
  isAsked: boolean;
  /** The last day is asked for. */
  isUntil: boolean;
  /** Of what kind how many are asked for (명), empty for things of any kind; null where no count is. */
  counted: string | null;
  /** The number of what is asked for (몇 년); null where any number may answer. */
  unit: RegExp | null;
  /** Addresses of the pages that bear the subject's name. */
  named: readonly string[];
}

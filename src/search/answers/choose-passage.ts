/**
 * Finds the place that speaks of all that a query names: the section whose heading says it, or else the row of a table
 * or the sentence that holds every word. For questions that ask neither a definition nor a day, number or list.
 */
import { findForms, prepareText } from '../match-text.ts';
import type { PlanTerm } from '../plan-query.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { cover as coverWords, dropBrackets, isClaimed, noMore } from './choose-facts.ts';
import type { QuestionKind } from './language.ts';
import { isEchoHeading, languages, listAspect } from './question.ts';
import { isName } from './define.ts';
import type { PageEvidence, SectionEvidence, Sentence } from './evidence.ts';
import { isOfKinds, listItems, namesSeveral } from './list-items.ts';
import { toPlainStyle } from './plain-style.ts';
import { makeKey } from '../synonyms.ts';
import { dottedName } from './text-patterns.ts';

const mostSentences = 2;
const mostRows = 6;
const mostColumns = 3;
const longest = 320;

/** Less than this says nothing. */
const shortest = 9;

/** A heading whose letters are less of the words than this is about something else that has to do with them. */
const leastShare = 0.2;

/** A heading that adds more to a name is that of something else: Sprint Demo is no sprint. */
const leastMeaningShare = 0.75;
const leastKoreanShare = 0.5;

/** Items of so few words and letters are names. */
const mostNameWords = 4;
const longestName = 30;

/** The subject of an English sentence stands among its first words. */
const mostSubjectWords = 6;

/** So many words stand between somebody, or a place, and what is done. */
const mostDoerWords = 4;

/** A sentence with more values of the unit that is asked for tells of several things. */
const mostValues = 2;

/** What only says what a page is about. */
const teaser =
  /\bLearn\s(?:how|about|more|to)\s|^This\s(?:page|guide|article|section|note)\s(?:describes|shows|explains|lists|covers)\s/u;

/** A text that is so much of the question's own words says nothing else. */
const mostEcho = 0.7;

/** Of what is asked a sentence must say so much itself. */
const leastOwn = 0.6;

/** Of a heading that says nothing but an aspect, the rest is what it is an aspect of. */
const leastAspectShare = 0.6;

/** The best place for `ask`; null where none speaks of all of it. */
export function findPassage(pages: readonly PageEvidence[], ask: PassageQuestion): Answer | null {
  let best: { answer: Answer; score: number } | null = null;
  const { terms, isAsked, form } = ask;
  /** Without a word that asks, only what holds a number answers. */
  const said: PassageQuestion = ask.isMeasured ? { ...ask, wants: 'number' } : ask;
  // A sentence or row that names what is asked for a definition, list or comparison need not hold it.
  const isLoose =
    ask.wants === '' &&
    !ask.isMeasured &&
    (form === 'definition' || form === 'list' || form === 'difference');
  const isSubjectOnly = ask.subjectTerms.size >= terms.length;
  if (terms.length === 0 || (terms.length === 1 && !isAsked)) return null;
  const isWhoAsked = /^who\s/u.test(ask.asked);
  const isWhereAsked = languages.some(({ where }) => where.asked.test(ask.asked));
  // What is to be done about a thing is not told under its bare name.
  const isDeedAsked =
    isAsked &&
    terms.length === 1 &&
    form === 'passage' &&
    !languages.some(({ asksDoing, lightWords }) => asksDoing.test(ask.asked) || lightWords.test(ask.asked)) &&
    languages.some(({ modal }) => modal.test(ask.asked));
  /** The subject may stand there under any of its names. */
  const cover = (text: string): { found: Set<number>; share: number } => {
    const covered = coverWords(text, terms);
    const key = makeKey(text);
    const spelling = ask.spellings
      .filter((name) => coverWords(text, [{ forms: [name] }]).found.size > 0)
      .map(makeKey)
      .find((name) => name.length > 1);
    // Alone, another name may be that of something else on the same page.
    if (
      spelling === undefined ||
      ask.subjectTerms.size === terms.length ||
      [...ask.subjectTerms].every((term) => covered.found.has(term))
    )
      return covered;
    return {
      found: new Set([...covered.found, ...ask.subjectTerms]),
      share: Math.min(1, covered.share + spelling.length / key.length),
    };
  };
  /** What brackets add to a label is not asked for: CXL (Compute Express Link). */
  const coverLabel = (text: string): { found: Set<number>; share: number } => {
    const [whole, bare] = [cover(text), cover(dropBrackets(text))];
    return bare.found.size === whole.found.size ? bare : whole;
  };
  const holdsAll = (...found: readonly ReadonlySet<number>[]): boolean =>
    terms.every((_, at) => found.some((set) => set.has(at)));
  pages.forEach((evidence, rank) => {
    const { page, sections } = evidence;
    const isNamed = ask.named.includes(page.url);
    const title = coverWords(page.title, terms).found;
    // A page of the subject need not name it again.
    const given = isNamed ? new Set([...title, ...ask.subjectTerms]) : title;
    const lead = sections[0]?.lines[0]?.sentences[0]?.text ?? '';
    const above = coverWords(`${page.breadcrumb}\n${lead}`, terms).found;
    const base = (isNamed ? 0.6 : 0) - rank * 0.3;
    const offer = (section: SectionEvidence, score: number, found: Partial<Answer> | null): void => {
      if (found === null || score <= (best?.score ?? 0)) return;
      best = { score, answer: makeAnswer('passage', page, section, found) };
    };
    sections.forEach((section, at) => {
      if (section.kind === 'diagram') return;
      const told = section.lines.flatMap(({ sentences }) => sentences.map(({ text }) => text));
      // A value below a heading of a page on several things may be that of another.
      if (
        said.wants === 'number' &&
        section.table === null &&
        !isClaimed(evidence, section, told.join(' '), terms)
      )
        return;
      const whole = cover(section.title);
      // What stands in brackets, and a note behind a stroke, make a heading no longer.
      const bare = cover(dropBrackets(section.title).replace(/\s[-–—]\s.*$/u, ''));
      const own = bare.found.size === whole.found.size ? bare : whole;
      const path = cover(section.titles.slice(0, -1).join('\n')).found;
      const isWholly = holdsAll(own.found);
      const isNew =
        (isWholly && (form === 'definition' || own.share >= 0.95 || !holdsAll(given))) ||
        (form !== 'difference' && [...own.found].some((term) => !given.has(term)));
      // 증류의 종류 is of something else than 양자화 종류.
      const isOthers =
        !isWholly &&
        own.share < leastAspectShare &&
        [...own.found].every((term) => given.has(term) || listAspect(terms[term]?.forms[0] ?? '').length > 0);
      const isMeant =
        !ask.isMeaning ||
        isHeadOf(
          section.title,
          cover(dropBrackets(section.title)).share,
          cover(dropBrackets(section.title).replace(/^what\s(?:is|are)\s(?:an?\s|the\s)?/iu, '')).share,
          terms.length > 1,
        );
      // What is to be done with a thing is not told where nobody asks for that.
      const isOrder =
        !ask.isHow &&
        (!isAsked || /^(?:what|which)\s(?:\w+\s)?\w+s\s/u.test(ask.asked)) &&
        languages.some(({ orders }) => orders.test(section.title) && !orders.test(ask.asked));
      const isTold =
        !isOrder &&
        section.title !== '' &&
        isNew &&
        !isOthers &&
        (!ask.isMeaning || (isWholly && isMeant)) &&
        own.share >= leastShare &&
        (holdsAll(own.found, given) ||
          // A heading above gives the subject; what is asked of it is the heading's own.
          ((isAsked || own.found.has(terms.length - 1)) && holdsAll(own.found, given, path)));
      // A heading that asks the question, or says the deed, may leave to what the note begins with what it is of.
      const isAsking =
        isAsked &&
        own.share >= leastShare &&
        own.found.size > (ask.isHow && ask.isHeading === true ? 1 : /[?？]$/u.test(section.title) ? 0 : 9);
      if (isAsking && !isTold && isMeant && holdsAll(own.found, given, above, path))
        offer(section, base + 3.8 + own.share, readSection(evidence, at, ask));
      // What tells how something is started says not who started it.
      const isOfWhom = !isWhoAsked || languages.some(({ who }) => who.test(section.title.toLowerCase()));
      // Nor does one on storage say where it is: a sentence below it has to.
      const isPlaced =
        !isWhereAsked || told.some((text) => fitsAsked(text, said) && cover(text).found.size > 0);
      if (isDeedAsked && isWholly && !/\s/u.test(section.title.trim())) return;
      if (
        isTold &&
        isOfWhom &&
        isPlaced &&
        !isEchoHeading(section.title) &&
        (!section.isEcho || own.share >= 0.4)
      )
        offer(section, base + 4 + own.share, readSection(evidence, at, ask));
      if ((!isAsked && !ask.isMeasured) || section.isEcho || ask.isHeading === true) return;
      for (const row of section.table?.rows ?? []) {
        const found = cover(row.map(({ text }) => text).join(' \n ')).found;
        const label = coverLabel(row[0]?.text ?? '');
        if (
          (terms.length === 1 || form === 'definition') &&
          (!ask.isMeaning || row.length <= 2 || tellsWhat(row[1]?.text ?? '')) &&
          isName(row[0]?.text ?? '', ask.typed)
        )
          offer(section, base + 3, readRow(section, row, ask));
        // HTTP 404 뜻: the row 404 on a page of HTTP. Where rows are grouped, the second column says what they are of.
        const keys = row.length > 2 && form === 'definition' ? [0, 1] : [0];
        const key = keys.find((at) => {
          const { found, share } = cover(dropBrackets(row[at]?.text ?? ''));
          return share >= 0.9 && holdsAll(found, given) && !holdsAll(given);
        });
        const isRowOf = key !== undefined;
        if (terms.length < 2 || (isLoose && !isRowOf) || (isSubjectOnly && label.share < 0.9)) continue;
        const heads = cover((section.table?.head ?? []).join('\n')).found;
        if ((label.share < leastShare && !isRowOf) || !holdsAll(found, given, heads, own.found)) continue;
        if (found.size < 2 && given.size === 0) continue;
        if ([...found].every((term) => given.has(term))) continue;
        offer(section, base + 2.5 + found.size / terms.length, readRow(section, row, said, key));
      }
      if (terms.length < 2 || isLoose || isSubjectOnly) return;
      for (const { sentences } of section.lines)
        for (const sentence of sentences) {
          if (!isWhole(sentence) || !answersWant(sentence, said) || !fitsAsked(sentence.text, said)) continue;
          if (said.wants !== '' && languages.some(({ example }) => example.test(sentence.text))) continue;
          // What has a page of its own is only mentioned elsewhere.
          if (ask.isKnown && given.size === 0 && terms.length < 3) continue;
          const found = cover(sentence.text).found;
          const isSaid = holdsAll(found, given);
          // What heads a sentence that holds most of it may have the rest.
          const isHeaded =
            found.size > 1 &&
            found.size >= terms.length * leastOwn &&
            holdsAll(found, given, own.found, path);
          if (!isSaid && !isHeaded) continue;
          if (found.size < Math.min(2, terms.length - given.size + 1)) continue;
          // Of what the page gives as a matter of course, the rest must be said here.
          if ([...found].every((term) => given.has(term))) continue;
          if (!isSaidOf(sentence.text, said, own.found.has(0) || title.has(0))) continue;
          const near = own.found.size / terms.length;
          offer(section, base + 1.5 + found.size / terms.length + near, readSentence(sentence));
        }
    });
  });
  return (best as { answer: Answer } | null)?.answer ?? null;
}

/** What a section says first: its table, its list, or its first sentences; null where it says nothing that answers. */
export function readSection(
  evidence: PageEvidence,
  at: number,
  ask: PassageQuestion,
): Partial<Answer> | null {
  const section = evidence.sections[at];
  if (section === undefined) return null;
  const subject = section.title;
  // A heading that only names the thing gives no reason for it.
  if (
    ask.wants === 'reason' &&
    ask.terms.length === 1 &&
    !languages.some(({ because, wants }) => because.test(subject) || wants.reason.test(subject))
  )
    return null;
  // How long is not said by why.
  if (
    ask.wants === 'number' &&
    languages.some(({ wants }) => wants.reason.test(subject.toLowerCase())) &&
    !section.lines.some(({ sentences }) => sentences.some(({ text }) => answersWant({ text }, ask)))
  )
    return null;
  // A heading that asks the question has the answer below it, whatever it looks like.
  const headed = coverWords(section.title, ask.terms);
  const asksReason =
    headed.found.size === ask.terms.length &&
    languages.some(({ wants }) => wants.reason.test(subject.toLowerCase()));
  const isExact =
    (headed.share >= 0.6 && (ask.wants !== 'reason' || ask.terms.length > 1)) ||
    (ask.wants === 'reason' && asksReason);
  const isMoment = ask.wants === 'moment' && languages.some(({ moment }) => moment.test(section.title));
  const all = section.lines.flatMap(({ sentences }) => sentences);
  // A heading that only names the thing says nothing of when or how many.
  const isGiven =
    (ask.wants !== 'day' && ask.wants !== 'number') ||
    all.some(
      (sentence) =>
        answersWant(sentence, ask) &&
        languages.every(({ counts }) => counts(ask.asked)?.test(`${subject} ${sentence.text}`) !== false),
    );
  const isPlain = ask.wants === '' || (isExact && isGiven) || isMoment;
  if (section.table === null && !isGiven) return null;
  if (section.table !== null) {
    if (!isExact && ask.wants === 'reason') return null;
    const { head, rows } = section.table;
    const table = {
      head: head.slice(0, mostColumns),
      rows: rows.slice(0, mostRows).map((row) => row.slice(0, mostColumns).map(({ text }) => text)),
    };
    return rows.length === 0 ? null : { subject, table };
  }
  // One item alone lists nothing: it is the text.
  const isList = section.lines.filter(({ isItem }) => isItem).length > 1;
  const prose = section.lines
    .filter(({ isItem }) => !isItem || !isList)
    .flatMap(({ sentences }) => sentences)
    // What is to be learned there, and the page itself, answer nothing.
    .filter(({ text }) => !teaser.test(text))
    // What leads up to a second list says nothing above the first.
    .filter(
      ({ text }, order, all) =>
        !text.endsWith(':') || all.findIndex((one) => one.text.endsWith(':')) === order,
    );
  const wanted = prose.filter((sentence) => isWhole(sentence) && answersWant(sentence, ask));
  const reason = ask.wants === 'reason' ? wanted[0] : undefined;
  const text =
    reason !== undefined && !prose.slice(0, mostSentences).includes(reason)
      ? leadTo(prose, reason)
      : (isPlain ? prose : wanted).slice(0, mostSentences);
  // What gives a reason is told; what is listed below may be anything.
  const items = isPlain && reason === undefined ? listItems(evidence, at, []) : [];
  // Kinds are several: a sentence that neither lists nor counts them is only on them.
  if (
    ask.form === 'list' &&
    items.length < 2 &&
    ask.terms.some(({ forms: [form = ''] }) => isOfKinds(listAspect(form))) &&
    !namesSeveral(text.map((one) => one.text).join(' '))
  )
    return null;
  // The names of what the note says elsewhere define nothing: 개념 · 역할 · 예시.
  if (ask.isMeaning && text.length === 0 && items.every(isBareName)) return null;
  if (items.length < 2 && text.reduce((sum, one) => sum + one.text.length, 0) < shortest) return null;
  return {
    subject,
    text: text
      .map((sentence) => sentence.text)
      .join(' ')
      .slice(0, longest * 2),
    strength: text[0]?.strength ?? '',
    items: items.length >= 2 && (text[0]?.text.length ?? 0) < longest / 2 ? items : [],
  };
}

/** The sentence that gives a reason, with the one before it, which it follows from. */
function leadTo(prose: readonly Sentence[], reason: Sentence): Sentence[] {
  const at = prose.indexOf(reason);
  return prose.slice(Math.max(0, at - 1), at + 1);
}

/** True for a cell in words, which says something of its row; a figure does not say what that is. */
function tellsWhat(cell: string): boolean {
  return /\p{L}{2}.*\s/u.test(cell) && !/\d/u.test(cell);
}

function isBareName(item: string): boolean {
  return (
    item.length <= longestName &&
    item.split(/\s+/u).length <= mostNameWords &&
    !/[.!:：]|[다요음임함됨]$/u.test(item)
  );
}

/** A sentence, with what it leads up to. */
export function readSentence({ text, strength, led = [] }: Sentence): Partial<Answer> {
  return { text, strength, items: led };
}

/** A row by the heads of its columns. */
export function readRow(
  { table, title }: SectionEvidence,
  row: readonly Sentence[],
  ask: PassageQuestion,
  key = 0,
): Partial<Answer> | null {
  const head = table?.head ?? [];
  const cells = row.slice(key + 1).map(({ text }, at): [string, string] => [head[at + key + 1] ?? '', text]);
  const rows = cells.filter(([, text]) => text !== '').slice(0, mostRows);
  if (!answersWant({ text: cells.flat().join(' ') }, ask)) return null;
  // What only says the question again answers nothing, whatever it is called in a program.
  const isEcho = (text: string): boolean => coverWords(text, ask.terms).share >= mostEcho;
  if (
    rows.some(([, text]) => isEcho(text)) &&
    rows.every(([, text]) => isEcho(text) || dottedName.test(text))
  )
    return null;
  return rows.length === 0
    ? null
    : {
        subject: title,
        table: { head: ['', row[key]?.text ?? ''], rows },
        strength: row[key + 1]?.strength ?? '',
      };
}

/** True for a sentence that says something alone, or leads up to what does. */
export function isWhole({ text, led }: Sentence, least = 12): boolean {
  return (
    text.length >= least &&
    text.length <= longest &&
    // Neither a question nor code.
    !/[?？;]$|\);/u.test(text) &&
    !teaser.test(text) &&
    (!text.endsWith(':') || (led?.length ?? 0) > 0) &&
    !languages.some(({ pointing }) => pointing.test(toPlainStyle(text)))
  );
}

/**
 * True for a heading that may say of something what it is: “What is X?”, X; in Korean whatever tells no deed, where
 * the thing is most of it, or has several words (`isLong`).
 */
function isHeadOf(title: string, share: number, bareShare: number, isLong: boolean): boolean {
  const isDeed = /[가-힣]기$/u.test(title);
  // “What are conflicting yarns?” says not what yarn is.
  const isOther = /^what\s(?:is|are)\s/iu.test(title) && bareShare < leastMeaningShare;
  return (
    share >= leastMeaningShare ||
    (/[가-힣]/u.test(title) && !isDeed && (isLong || share >= leastKoreanShare)) ||
    (!isOther && languages.some(({ definitionHeading }) => definitionHeading.test(title.toLowerCase())))
  );
}

/** False where a price, a time, a share, a place or a count is asked for, and the text gives none. */
export function fitsAsked(text: string, { terms, wants, asked, unit }: PassageQuestion): boolean {
  // To start it, turn the key: nobody has.
  if (/^who\s/u.test(asked) && (/^to\s/iu.test(text) || !namesSomebody(text, terms))) return false;
  // Nor who does something by what you want to do.
  if (
    /^who\s(?!(?:do|should|can|may|is|are)\s)/u.test(asked) &&
    /\byou\s(?:want|can|need|like)\b/iu.test(text)
  )
    return false;
  // “You may take it” does not say who may.
  if (/^who\s(?:can|may|could|is\s(?:allowed|eligible))\s/u.test(asked) && /^(?:you|they|we)\s/iu.test(text))
    return false;
  // Nor is who may do something said by what is not for them.
  if (/^who\s/u.test(asked) && languages.some(({ denying }) => denying.test(text))) return false;
  if (/^who\s(?!(?:is|are|was|were|do|does|did|can|should)\s)/u.test(asked) && !namesDoer(text, terms))
    return false;
  if (wants === 'number' && (noMore.test(text) || !holdsOther(text, terms))) return false;
  if ((wants === 'moment' || wants === 'day') && isCondition(text, terms)) return false;
  // 3년, 1년, 5년: which of them is meant, is not for the question.
  if (unit !== null && (text.match(new RegExp(unit.source, 'giu')) ?? []).length > mostValues) return false;
  return languages.every(
    ({ spans, where, counts }) =>
      (!where.asked.test(asked) || listNear(text, terms).some((part) => where.said.test(part))) &&
      counts(asked)?.test(text) !== false &&
      spans.every(
        ({ asked, said, isAlways }) =>
          (wants !== 'number' && isAlways !== true) ||
          said.test(text) ||
          !terms.some(({ forms }) => asked.test(forms[0] ?? '')),
      ),
  );
}

/** True for an English sentence that has what was asked for only where it says on what condition something else holds. */
function isCondition(text: string, terms: readonly PlanTerm[]): boolean {
  const [clause = ''] = /^(?:if|when|while|once)\s[^,.]+,/iu.exec(text) ?? [];
  const rest = coverWords(text.slice(clause.length), terms).found;
  return clause !== '' && [...coverWords(clause, terms).found].some((term) => !rest.has(term));
}

/** False for a text whose only numbers stand in what was asked about: 1-on-1. */
function holdsOther(text: string, terms: readonly PlanTerm[]): boolean {
  const marks = terms.filter(({ forms: [form = ''] }) => /\d/u.test(form));
  if (marks.length === 0 || !/\d/u.test(text)) return true;
  const prepared = prepareText(text);
  const ranges = marks.flatMap(({ forms }) => findForms(prepared, forms));
  return [...text.matchAll(/\d+/gu)].some(
    ({ index }) => !ranges.some(([from, to]) => index >= from && index < to),
  );
}

/**
 * False for an English sentence that only mentions what is asked about by yes or no, or for a reason: it is about the
 * thing where that is among its first words, or where a heading names it (`isHeaded`).
 */
export function isSaidOf(text: string, { terms, asked, wants }: PassageQuestion, isHeaded: boolean): boolean {
  const [first] = terms;
  const isOf = languages.some(
    ({ yesNo, ofSelf }) => !ofSelf.test(asked) && (yesNo.test(asked) || wants === 'reason'),
  );
  if (!isOf || first === undefined || /[가-힣]/u.test(asked)) return true;
  const begun = text.split(/\s+/u, mostSubjectWords).join(' ');
  // Whether it is something: a sentence that says what it does, says not that.
  if (/^(?:is|are|was|were)\s/u.test(asked) && !/\s(?:is|are|was|were)\b/u.test(begun)) return false;
  return isHeaded || coverWords(begun, [first]).found.size > 0;
}

/** What stands around each of the words. */
function listNear(text: string, terms: readonly PlanTerm[]): string[] {
  const words = text.split(/\s+/u);
  return words.flatMap((word, at) =>
    coverWords(word, terms).found.size === 0
      ? []
      : [words.slice(Math.max(0, at - mostDoerWords), at + mostDoerWords + 1).join(' ')],
  );
}

/** True for an English text that says who does what is asked: before the verb, or behind its passive. */
function namesDoer(text: string, terms: readonly PlanTerm[]): boolean {
  const [verb] = terms;
  if (verb === undefined || /[가-힣]/u.test(text)) return true;
  const words = text.split(/\s+/u);
  return words.some((word, at) => {
    if (coverWords(word, [verb]).found.size === 0) return false;
    // Who reviews and selects is named before both.
    const first = words[at - 1] === 'and' ? words.slice(0, mostDoerWords) : [];
    const before = [...first, ...words.slice(Math.max(0, at - mostDoerWords), at)].join(' ');
    const [, behind = ''] = / (?:by|through) (.+)$/u.exec(` ${words.slice(at + 1, at + 9).join(' ')}`) ?? [];
    // What is used and maintained, is so by somebody.
    const isPassive = /\b(?:is|are|was|were|be|been)\b/u.test(before);
    return [isPassive ? '' : before, behind].some(
      (part) => part !== '' && namesSomebody(`. ${part}`, terms, true),
    );
  });
}

/** True for an English text that names somebody besides what is asked about: a name, or who somebody is. */
function namesSomebody(text: string, terms: readonly PlanTerm[], isBegun = false): boolean {
  const names =
    text.match(
      isBegun
        ? /(?<=\s)(?!(?:The|This|These|That|It|In|On|From|An|And|For|By)\s)[A-Z\d][\p{L}&.-]+/gu
        : /(?<=[^.!?:]\s)[A-Z][\p{L}&.-]+/gu,
    ) ?? [];
  return (
    languages.some(({ somebody }) => somebody.test(text)) ||
    names.some((name) => coverWords(name, terms).found.size === 0)
  );
}

/** True where a sentence holds what the question wants: a number, a day, a reason. */
export function answersWant(
  { text }: Pick<Sentence, 'text'>,
  { wants, isCount, unit }: Pick<PassageQuestion, 'wants' | 'isCount' | 'unit'>,
): boolean {
  if (wants === '') return true;
  // The number of a standard is none of its value: ISO 9001.
  if (wants === 'number' && unit !== null)
    return unit.test(text) || languages.some(({ spanWords }) => spanWords.test(text));
  if (wants === 'number')
    return (
      /(?<![\p{L}\d@]|\d[-.]|\p{Lu}-|[A-Z]{3} (?=\d{4}))\d(?!\d*(?:(?:\.\d+){2}|(?:st|nd|rd|th)\b))/u.test(
        text,
      ) ||
      languages.some(
        ({ countWords, spanWords }) => (isCount && text.search(countWords) >= 0) || spanWords.test(text),
      )
    );
  if (wants === 'moment') return languages.some(({ moment }) => moment.test(text));
  return languages.some(({ date, because }) =>
    wants === 'day' ? (text.match(date)?.length ?? 0) > 0 : because.test(text),
  );
}

export interface PassageQuestion {
  terms: readonly PlanTerm[];
  /** Which of the terms name the subject: a page that bears its name need not say them again. */
  subjectTerms: ReadonlySet<number>;
  isAsked: boolean;
  /** Nothing in its words asks, but a number answers it. */
  isMeasured: boolean;
  /** It asks what something is: a heading must name all of it. */
  isMeaning: boolean;
  /** The form of the question. */
  form: QuestionKind;
  /** What the answer must hold; empty where anything may answer. */
  wants: 'number' | 'day' | 'moment' | 'reason' | '';
  /** The whole question. */
  asked: string;
  /** It asks how to do something. */
  isHow: boolean;
  /** Only headings are to be read. */
  isHeading?: true;
  /** The number of what it asks for; null where any number may answer. */
  unit: RegExp | null;
  /** It asks for how many, which words say as well as figures. */
  isCount: boolean;
  /** The site has a name for the subject. */
  isKnown: boolean;
  /** What is asked about as it was typed, with and without a particle. */
  typed: readonly string[];
  /** All names of the subject. */
  spellings: readonly string[];
  /** Addresses of the pages that bear the subject's name. */
  named: readonly string[];
}

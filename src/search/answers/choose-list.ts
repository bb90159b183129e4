/** Finds the list that a note gives of one aspect of its subject: kinds, causes, steps, and the like. */
import type { PlanTerm } from '../plan-query.ts';
import { makeKey } from '../synonyms.ts';
import { makeAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import type { PageEvidence, SectionEvidence } from './evidence.ts';
import { cover, dropBrackets } from './choose-facts.ts';
import { isName, isOneOfSeveral } from './define.ts';
import {
  isOfKinds,
  listItems,
  mostItems,
  namesAspect,
  namesSeveral,
  namesThings,
  shorten,
} from './list-items.ts';
import { listForms } from './names.ts';
import { listAskedPatterns } from './asked-patterns.ts';
import { toPlainStyle } from './plain-style.ts';
import { isEchoHeading, isOpenWord, languages, listAspect, listGroup } from './question.ts';
import type { Question } from './question.ts';

/** What “How to …” says where it tells a remedy. */
const mendingDeeds = 'fix prevent avoid stop reduce mend cure treat handle solve repair';

/** A heading that asks for something else than a list. */
const asksOther = /^(?:how\s+(?!to\b|many\b|do\b|does\b|can\b)|when|who|where|is|are|does|did)\s?\b.*\?$/u;

/** A heading that asks for a measure. */
const measuring = /^how\s+(?:long|much|many|often|hot|cold|far|fast|big|large|old|strong)\b/u;

/** Of a note's title, what a guide must be asked by. */
const leastGuideShare = 0.4;

/** Fewer are no way to do something. */
const leastSteps = 3;

/** A longer sentence tells more than what there is. */
const longestCount = 240;

/** Less than this lists nothing. */
const shortestText = 9;

/**
 * The list under the heading (or caption) that names the aspect, in a note about the subject or in a section that names
 * both, and all that the question says `more` than the name. Null where no note lists it.
 */
export function findList(
  pages: readonly PageEvidence[],
  names: readonly string[],
  { attribute, subject, text: asked }: Pick<Question, 'attribute' | 'subject' | 'text'>,
  named: readonly string[],
  more: readonly PlanTerm[],
): Answer | null {
  const aspect = listAspect(attribute);
  if (aspect.length === 0) return null;
  const [, rest = ''] = names.flatMap((name) =>
    subject.startsWith(`${name.toLowerCase()} `) ? [name, subject.slice(name.length + 1)] : [],
  );
  const whole: Headed = { subject: listForms(subject), noun: subject.split(' ').at(-1) ?? '', attribute };
  const asking = [...subject.split(' '), attribute].map((word) => ({ forms: [word.replace(/s$/u, '')] }));
  const comparison = languages.map(({ comparisonHeading }) => comparisonHeading);
  const titled = subject.split(' ').map((word) => ({ forms: [word] }));
  let best: { answer: Answer; score: number } | null = null;
  pages.forEach((evidence, rank) => {
    const isAbout = isOf(evidence, names, named);
    const isOwn = isOfKinds(aspect) && isName(evidence.page.title, whole.subject);
    // 캐시 메모리 지역성: what a note on 캐시 메모리 has of that name.
    const isPart =
      isOfKinds(aspect) && isName(evidence.page.title, [subject.split(' ').slice(0, -1).join(' ')]);
    const kinds = isOwn || isPart ? listKinds(evidence, whole, isOwn ? 3 : 2) : [];
    const numbered = isOwn && kinds.length === 0 ? listNumbered(evidence) : kinds;
    const worth = kinds.length > 0 ? 4.5 : 1.5;
    if (numbered.length > 0 && (best?.score ?? 0) < worth) {
      const found = { subject: evidence.page.title, items: numbered.map(shorten) };
      best = {
        score: worth,
        answer: makeAnswer('list', evidence.page, { id: '', titles: [] }, found),
      };
    }
    const parts = listTitled(evidence, aspect, titled);
    if (parts.length > 1 && (best?.score ?? 0) < 3)
      best = {
        score: 3,
        answer: makeAnswer(
          'list',
          evidence.page,
          { id: '', titles: [] },
          { subject: evidence.page.title, items: parts.map(shorten), above: readLead(evidence) },
        ),
      };
    evidence.sections.forEach((section, at) => {
      if (section.isEcho || section.kind === 'diagram') return;
      if (section.title === '' && !isHeaded(section, whole, aspect)) return;
      const kinds = isOfKinds(aspect) ? listKindItems(section, whole) : [];
      if (
        isOfKinds(aspect) &&
        kinds.length > 0 &&
        (best?.score ?? 0) < 1.4 &&
        subject
          .split(' ')
          .every((word) =>
            makeKey([evidence.page.title, ...section.titles, ...kinds].join(' ')).includes(makeKey(word)),
          )
      )
        best = {
          score: 1.4,
          answer: makeAnswer('list', evidence.page, section, {
            subject: section.title,
            items: kinds.map(shorten),
          }),
        };
      const said = Math.max(
        saysAspect(section.title, aspect, attribute, subject),
        isAbout && isCount(section.title, names, aspect) ? 1.6 : 0,
        isCountOf(section.title, isAbout && rest !== '' ? [...whole.subject, rest] : whole.subject, aspect)
          ? 1.6
          : 0,
      );
      if (said === 0 && !tellsAspect(section.title, aspect) && !isHeaded(section, whole, aspect)) return;
      // What has the subject among its rows is a list of other things.
      if (
        (!isAbout || !isName(evidence.page.title, names.slice(0, 1))) &&
        section.table?.rows.some((row) => isName(row[0]?.text ?? '', names.slice(0, 1)))
      )
        return;
      if (attribute === 'how' && isOtherDeed(section.title, asked)) return;
      if (/^(?:fix|remed|solution)/u.test(attribute) && isOtherDeed(section.title, mendingDeeds)) return;
      const headed = makeKey(dropBrackets(section.title));
      const namesSubject = isIn(section.title, names) || isIn(headed, names);
      // What is asked of more than the name: 딥페이크 탐지 방법 is not every 방법 of it.
      if (
        cover(
          [evidence.page.title, ...section.titles, section.title, section.table?.head[0]].join('\n'),
          more,
        ).found.size < more.length
      )
        return;
      // Without the word for the aspect, the heading or the note must be of this very subject.
      const [typed = ''] = names;
      const isOwn = makeKey(section.title).includes(makeKey(typed)) || isName(evidence.page.title, [typed]);
      const says = Math.max(said, isOwn && tellsAspect(section.title, aspect) ? 1.2 : 0);
      const parents = section.titles
        .slice(0, -1)
        .some((title) => isTitleOf(title, names) || isOfBoth(title, names));
      // 생성형 AI 과금 방식: the note has the name in its title, and the heading all the rest.
      const isBoth = rest !== '' && headed.includes(makeKey(rest)) && isIn(evidence.page.title, names);
      // PDCA로 도는 경영시스템, and a table headed 단계 below.
      const isBelow =
        section.table?.head[0]?.toLowerCase() === attribute && isIn(section.titles.at(-1) ?? '', names);
      // Steps for a purchase, in a note on buying laptops back.
      const isTitled =
        said === 2 &&
        languages.some(({ stepsAspect }) => aspect.includes(stepsAspect)) &&
        cover(evidence.page.title, titled).found.size === titled.length;
      const isOfIt =
        isAbout ||
        isTitled ||
        namesSubject ||
        parents ||
        isBoth ||
        isBelow ||
        isCountOf(section.title, whole.subject, aspect) ||
        // 스토리지 클래스 under S3, and a table headed 클래스 below.
        (titled.length > 1 &&
          section.table !== null &&
          cover([evidence.page.title, ...section.titles].join('\n'), titled).found.size === titled.length);
      const parts =
        says === 0 &&
        (section.table === null ||
          isOfIt ||
          (section.table.head[0] ?? '').includes(' ') ||
          whole.subject.some((name) => makeKey(name) === makeKey(section.table?.head[0] ?? '')))
          ? listParts(evidence, at, whole, aspect)
          : [];
      if (parts.length >= 2) {
        const score = 2.2 + (isAbout ? 0.5 : 0) - rank * 0.1;
        if (score <= (best?.score ?? 0)) return;
        const title = section.title || (section.titles.at(-1) ?? '');
        const found = { subject: title, items: parts.map(shorten) };
        best = { score, answer: makeAnswer('list', evidence.page, section, found) };
        return;
      }
      if (says === 0) return;
      if (!isOfIt) return;
      // A heading that only tells the aspect is followed by words on it; a table below may list anything.
      const isExample = languages.some(({ exampleAspect }) => aspect.includes(exampleAspect));
      const isTold = said === 0 && !isExample && section.lines.length > 0;
      const below =
        isTold && section.lines.filter(({ isItem }) => isItem).length < 2
          ? []
          : listItems(evidence, at, [attribute, ...aspect, ...names.map((name) => name.toLowerCase())]);
      const first = section.lines[0]?.sentences[0]?.text ?? '';
      const named = isOfKinds(aspect) && !namesThings(below) ? [] : below;
      const items = named.length < 2 && said > 0 ? listAnnounced(evidence, at, first) : named;
      const text = items.length < 2 ? (section.lines[0]?.sentences.slice(0, 2) ?? []) : [];
      // Kinds are several: a sentence that neither lists nor counts them is only on them.
      if (items.length < 2 && isOfKinds(aspect) && !namesSeveral(text.map((one) => one.text).join(' ')))
        return;
      const isShort = text.reduce((sum, one) => sum + one.text.length, 0) < shortestText;
      if (items.length < 2 && isShort && section.lines[0]?.isItem !== true) return;
      const score =
        says +
        (isAbout ? 1.5 : 0) +
        (namesSubject || parents ? 1 : 0) +
        (rest !== '' && headed.includes(makeKey(rest)) ? 0.5 : 0) +
        (items.length >= 2 ? 1 : 0) +
        cover(dropBrackets(section.title), asking).share * 0.4 +
        // What puts kinds side by side has all of them.
        (isOfKinds(aspect) && comparison.some((pattern) => pattern.test(section.title)) ? 0.4 : 0) -
        (section.kind === 'table' ? 0.3 : 0) -
        rank * 0.1 -
        at * 0.01;
      if (score <= (best?.score ?? 0)) return;
      best = {
        score,
        answer: makeAnswer('list', evidence.page, section, {
          subject: section.title,
          items,
          text: text.map((sentence) => sentence.text).join(' '),
          strength: text[0]?.strength ?? '',
        }),
      };
    });
  });
  return (best as { answer: Answer } | null)?.answer ?? findOutlined(pages, names, aspect, named, more);
}

/**
 * What a note lists whose title is the aspect, and no more than it is of (Publish limitations): its own items, or else its
 * headings. What the title leaves out must be said by its folder, or where it begins.
 */
function listTitled(
  evidence: PageEvidence,
  aspect: readonly string[],
  subject: readonly PlanTerm[],
): string[] {
  const { page, sections } = evidence;
  const words = page.title.toLowerCase().split(/\s+/u);
  const rest = words.filter((word) => !aspect.includes(word) && !/^(?:of|the|and|known|main)$/u.test(word));
  if (!words.some((word) => aspect.includes(word) && !isOpenWord(word))) return [];
  if (rest.some((word) => cover(word, subject).found.size === 0)) return [];
  const said = cover(`${page.title}\n${readLead(evidence)}`, subject).found.size;
  if (said < subject.length) return [];
  const items = listItems(evidence, 0, aspect);
  const titles = sections.filter(({ kind, level, isEcho }) => kind === 'section' && level === 2 && !isEcho);
  return items.length > 1 ? items : titles.map(({ title }) => title).slice(0, mostItems);
}

/** Where a note stands, and how it begins. */
function readLead({ page, sections }: PageEvidence): string {
  const lines = sections[0]?.lines.slice(0, 2) ?? [];
  return [page.breadcrumb, ...lines.flatMap(({ sentences }) => sentences.map(({ text }) => text))].join('\n');
}

/** The steps of the note, or under the heading, whose title names all that a question for them does. */
export function findGuide(pages: readonly PageEvidence[], terms: readonly PlanTerm[]): Answer | null {
  const isOfIt = (title: string): boolean => {
    const { found, share } = cover(title, terms);
    return terms.length > 1 && found.size === terms.length && share >= leastGuideShare;
  };
  for (const evidence of pages) {
    const isGuide = isOfIt(evidence.page.title);
    const listed = evidence.sections.flatMap((section, at) => {
      if (section.isEcho || (!isGuide && !isOfIt(section.title))) return [];
      const items = isGuide
        ? section.lines.filter(({ isItem }) => isItem).map(({ sentences }) => sentences[0]?.text ?? '')
        : listItems(evidence, at, []);
      const isSteps = listAspect('steps').some((word) => section.title.toLowerCase().includes(word));
      return items.length < leastSteps ? [] : [{ section, items, isSteps }];
    });
    const best = listed.find(({ isSteps }) => isSteps) ?? listed[0];
    if (best === undefined) continue;
    const { section, items } = best;
    const guide = {
      subject: section.title || evidence.page.title,
      items: items.slice(0, mostItems).map(shorten),
    };
    return makeAnswer('list', evidence.page, section, guide);
  }
  return null;
}

/** True for a heading that is one of the names, or asks what that is: What is a kiln? */
function isTitleOf(title: string, names: readonly string[]): boolean {
  return (
    isName(title, names) ||
    languages.some(({ definitionWords }) =>
      isName(title.replace(/[?？]\s*$/u, '').replace(definitionWords, ''), names),
    )
  );
}

/** True for a title that has one of the names in it. */
function isIn(title: string, names: readonly string[]): boolean {
  return names.some((name) => makeKey(name).length > 1 && makeKey(title).includes(makeKey(name)));
}

/** True for the heading of both sides of the subject, which stand below it: HTTPS의 장단점. */
function isOfBoth(title: string, names: readonly string[]): boolean {
  const [, name = '', last = ''] = /^(.+)\s(\S+)$/u.exec(title.toLowerCase()) ?? [];
  return listAskedPatterns().some(
    ({ doubles, linking }) =>
      isName(name.replace(linking, ''), names) && doubles.some(({ asked }) => asked.test(last)),
  );
}

/** True for a page that is about the subject alone. */
function isOf(evidence: PageEvidence, names: readonly string[], named: readonly string[]): boolean {
  const { title, url } = evidence.page;
  return (named.includes(url) || isName(title, names)) && !isOneOfSeveral(evidence, names[0] ?? '');
}

/** What a note about the subject says of the aspect where it sums itself up: `한계: …` in an outline. */
function findOutlined(
  pages: readonly PageEvidence[],
  names: readonly string[],
  aspect: readonly string[],
  named: readonly string[],
  more: readonly PlanTerm[],
): Answer | null {
  for (const evidence of pages) {
    const { page, sections } = evidence;
    const isAbout = isOf(evidence, names, named);
    for (const section of sections)
      if (!isAbout && !section.titles.some((title) => isName(title, names))) continue;
      else
        for (const [lineAt, { sentences }] of section.lines.entries()) {
          const { text = '', strength = '' } = sentences[0] ?? {};
          const below = section.lines.slice(lineAt + 1);
          const end = below.findIndex(({ isItem }) => !isItem);
          const items = (end < 0 ? below : below.slice(0, end)).map((line) => line.sentences[0]?.text ?? '');
          if (aspect.includes(text.toLowerCase().replace(/\s*[:：]$/u, '')) && items.length > 0)
            return makeAnswer('list', page, section, {
              subject: text,
              items: items.slice(0, mostItems).map(shorten),
            });
          const [, label = '', value = ''] = /^([^:：]{1,30}?)\s*[:：]\s+(.{6,300})$/u.exec(text) ?? [];
          const word =
            label
              .toLowerCase()
              .split(/[\s·]+/u)
              .at(-1) ?? '';
          const rest = names.reduce(
            (left, name) => left.replace(name.toLowerCase(), ''),
            label.toLowerCase(),
          );
          // RLHF의 한계, or 한계 alone; what else the label names is something else's.
          const left = rest.replace(word, '').trim();
          if (
            !aspect.includes(word) ||
            !listAskedPatterns().some(({ linking }) => left.replace(linking, '') === '')
          )
            continue;
          if (cover([page.title, label].join('\n'), more).found.size < more.length) continue;
          return makeAnswer('list', page, section, { subject: label, text: value, strength });
        }
  }
  return null;
}

/** True for a section that lists what was asked for by its form: named just so, or a table headed with the noun. */
function isHeaded(
  section: SectionEvidence,
  { subject, attribute }: Headed,
  aspect: readonly string[],
): boolean {
  const head = section.table?.head[0]?.toLowerCase() ?? '';
  const isOfKind =
    head !== '' &&
    (head === attribute ||
      (isOfKinds(aspect) &&
        subject.some((name) => makeKey(name) === makeKey(head) || name.endsWith(` ${head}`))));
  return isOfKind || (section.kind === 'section' && isName(section.title, subject));
}

/**
 * The parts of a section that bears the very name of what is asked for (뮤텍스 알고리즘): the headings below it as its kinds,
 * its list as its steps; or the first column of a table that is headed with it.
 */
function listParts(evidence: PageEvidence, at: number, headed: Headed, aspect: readonly string[]): string[] {
  const section = evidence.sections[at];
  if (section === undefined || !isHeaded(section, headed, aspect)) return [];
  if (section.table !== null) return listItems(evidence, at, []);
  const isOrdered = languages.some(({ stepsAspect }) => aspect.includes(stepsAspect));
  const items = section.lines.filter(({ isItem }) => isItem).map(({ sentences }) => sentences[0]?.text ?? '');
  if (isOrdered) return items.length >= 3 ? items.slice(0, mostItems) : [];
  if (!isOfKinds(aspect)) return [];
  // Under 프로세스 상태 stand the states, each with what it is.
  const labels = items.flatMap((text) => /^([^:：.]{1,30}?)\s?[:：]\s+\S/u.exec(text)?.[1] ?? []);
  if (labels.length >= 2 && labels.length === items.length && !labels.some(namesAspect))
    return items.slice(0, mostItems);
  const level = evidence.sections[at + 1]?.level ?? 0;
  const titles: string[] = [];
  for (const next of evidence.sections.slice(at + 1)) {
    if (next.kind === 'section' && next.level <= section.level) break;
    if (next.kind === 'section' && next.level === level) titles.push(next.title);
  }
  // Headings like 개요 and 장단점 are parts of any note.
  const isPart = (title: string): boolean =>
    isEchoHeading(title) ||
    namesAspect(title) ||
    languages.some(({ definitionHeading }) => definitionHeading.test(title.toLowerCase()));
  return titles.some(isPart) ? [] : titles.slice(0, mostItems);
}

/** The headings of a note that it numbers, which are its subject's kinds or layers: 1) 물리, 2) 데이터 링크. */
function listNumbered({ sections }: PageEvidence): string[] {
  const titles = sections
    .filter(({ kind, isEcho }) => kind === 'section' && !isEcho)
    .map(({ title }) => title);
  const numbered = titles.filter((title) => /^\(?\d{1,2}[.)]\s/u.test(title));
  const isInOrder = numbered.every((title, at) => Number(/\d+/u.exec(title)?.[0]) === at + 1);
  return numbered.length >= 3 && isInOrder && !numbered.some(namesAspect) ? numbered.slice(0, mostItems) : [];
}

/** The headings of a note that end in its subject's last word, and so are its kinds: FIFO 알고리즘, LRU 알고리즘. */
function listKinds({ sections }: PageEvidence, headed: Headed, least: number): string[] {
  const titles = sections
    .filter(({ kind, isEcho }) => kind === 'section' && !isEcho)
    .map(({ title }) => title)
    .filter((title) => isKind(title, headed));
  return titles.length >= least ? titles.slice(0, mostItems) : [];
}

/** True for a name that ends in the subject's last word, and says more: 시간 지역성. */
function isKind(name: string, { subject, noun }: Headed): boolean {
  // 반복 굽기 Repeated Firing is named in two languages.
  const words = dropBrackets(name)
    .replace(/(?<=[가-힣])(?:\s+[A-Za-z]+)+$/u, '')
    .toLowerCase()
    .split(/\s+/u);
  return (
    words.length > 1 &&
    words.length <= 3 &&
    !languages.some(({ degree }) => degree.test(words[0] ?? '')) &&
    words.at(-1) === noun &&
    !isName(name, subject)
  );
}

/** The items of a section whose labels are kinds of the subject. */
function listKindItems({ lines }: SectionEvidence, headed: Headed): string[] {
  const items = lines.filter(({ isItem }) => isItem).map(({ sentences }) => sentences[0]?.text ?? '');
  const kinds = items.filter((text) => isKind(text.split(/\s*[:：]/u)[0] ?? '', headed));
  return kinds.length >= 2 && kinds.length * 2 > items.length ? kinds.slice(0, mostItems) : [];
}

/** The headings that follow a text which says how many there are: 네 가지 모두, and four headings. */
function listAnnounced({ sections }: PageEvidence, at: number, text: string): string[] {
  const said = listAskedPatterns().flatMap(({ numerals, counter }) => {
    const found = counter.exec(text)?.groups?.['count'];
    return found === undefined ? [] : [Number(found) || numerals.indexOf(found) + 2];
  });
  const [count = 0] = said;
  const level = sections[at + 1]?.level ?? 0;
  const next = sections.slice(at + 1, at + 1 + count);
  const isRow = next.length === count && next.every((one) => one.kind === 'section' && one.level === level);
  return count > 1 && isRow ? next.map(({ title }) => title) : [];
}

/** True for a heading that tells the aspect without its word. */
function tellsAspect(title: string, aspect: readonly string[]): boolean {
  const text = title.toLowerCase();
  return listAskedPatterns().some(({ aspectHeadings }) =>
    aspectHeadings.some((one) => aspect.includes(one.aspect) && one.pattern.test(text)),
  );
}

/** True for a heading that counts kinds of the subject: “다섯 갈래 견주기”. */
function isCount(title: string, names: readonly string[], aspect: readonly string[]): boolean {
  return languages.some(({ kindsAspect, counted }) => {
    if (!aspect.includes(kindsAspect)) return false;
    const rest = counted.exec(title.toLowerCase())?.groups?.['what'];
    const heads = names.flatMap((name) => name.toLowerCase().split(' ').at(-1) ?? []);
    return rest !== undefined && heads.some((head) => head.length > 1 && rest.startsWith(head));
  });
}

/** True for a heading that counts the very subject: “4가지 격리 수준”, “격리 수준 4가지”. */
function isCountOf(title: string, names: readonly string[], aspect: readonly string[]): boolean {
  const text = title.toLowerCase();
  const counts = [
    ...languages.map(({ counted }) => counted),
    ...listAskedPatterns().map(({ countedBefore }) => countedBefore),
  ];
  return isOfKinds(aspect) && counts.some((count) => isName(count.exec(text)?.groups?.['what'] ?? '', names));
}

/**
 * The sentence that says into how many kinds the subject falls, with what it lists: “Claim은 3가지로 분류된다”. Names of
 * the page or a heading need not be said again.
 */
export function findCounted(pages: readonly PageEvidence[], terms: readonly PlanTerm[]): Answer | null {
  for (const { page, sections } of pages)
    for (const section of sections) {
      if (section.isEcho || section.kind === 'diagram') continue;
      const given = cover([page.title, ...section.titles].join('\n'), terms).found;
      for (const { sentences } of section.lines)
        for (const { text, strength, led = [] } of sentences) {
          const said = toPlainStyle(text);
          const least = /\btwo\b/iu.test(text) ? 1 : 2;
          const listed = led.length >= 2 || (text.match(/[,·、]|\sand\s/gu)?.length ?? 0) >= least;
          if (
            !listed ||
            text.length > longestCount ||
            !listAskedPatterns().some(({ counting }) => counting.test(said))
          )
            continue;
          const own = cover(text, terms).found;
          // The last word of what is asked for is what is counted.
          const [topic = text] = listAskedPatterns().flatMap(
            ({ topicPart }) => topicPart.exec(text)?.[0] ?? [],
          );
          if (
            !cover(topic, terms).found.has(terms.length - 1) ||
            terms.some((_, at) => !own.has(at) && !given.has(at))
          )
            continue;
          return makeAnswer('list', page, section, { text, strength, items: led.map(shorten) });
        }
    }
  return null;
}

/** True for a heading that says how to do something else than is asked: “How to recognise it” prevents nothing. */
function isOtherDeed(title: string, asked: string): boolean {
  const deed = /^how\s+(?:to|do\s+(?:i|we|you))\s+([a-z]+)/u.exec(title.toLowerCase())?.[1];
  if (deed === undefined || deed === 'do') return false;
  const same = /^work$/u.test(deed) ? /calculat|comput|work|determin/u : new RegExp(deed.slice(0, 5), 'u');
  return !same.test(asked) && !listGroup('verbForms', deed).some((form) => asked.includes(form));
}

/**
 * How well a heading names the aspect: with the very word asked for, or with another for it; less where another aspect
 * comes first (원인은 네 갈래다 is about causes, not kinds); 0 where it does not.
 */
function saysAspect(title: string, aspect: readonly string[], attribute: string, subject: string): number {
  const text = listAskedPatterns().reduce(
    (left, { notAspect }) => left.replace(notAspect, ' '),
    title.toLowerCase(),
  );
  // “How stable are the features?” lists none.
  if (asksOther.test(text) && !isOpenWord(attribute)) return 0;
  // How long something keeps is no way to keep it.
  if (isOpenWord(attribute) && measuring.test(text)) return 0;
  const words = text.split(/[\s,.:·()/]+/u);
  /** Where the title says a word; -1 where it does not. */
  const find = (word: string): number => {
    if (word.includes(' ')) return text.indexOf(word);
    const said = words.find((one) =>
      /[가-힣]/u.test(word) ? word.length > 1 && (one.startsWith(word) || one.endsWith(word)) : one === word,
    );
    return said === undefined ? -1 : text.indexOf(said);
  };
  // 세 가지 counts anything: it is about kinds only where kinds of the subject are counted.
  const sure = aspect.filter(
    (word) => !isOpenWord(word) && (word === attribute || !languages.some(({ counter }) => counter === word)),
  );
  if (!isOpenWord(attribute) && find(attribute) >= 0) return 2;
  const places = sure.map(find).filter((place) => place >= 0);
  if (places.length === 0) return aspect.some((word) => isOpenWord(word) && find(word) >= 0) ? 0.5 : 0;
  const first = Math.min(...places);
  // DHCP 동작 순서: what the question names itself is no other aspect.
  const others = languages
    .flatMap(({ aspects }) => aspects.flat())
    .filter((word) => !aspect.includes(word) && !subject.split(' ').includes(word));
  // 동작 방식 is the way it works, and no 방식 in the sense of a kind.
  const isInside = (word: string): boolean =>
    word.includes(' ') && places.every((place) => place >= find(word) && place < find(word) + word.length);
  if (others.some((word) => find(word) >= 0 && isInside(word))) return 0;
  return others.some((word) => find(word) >= 0 && find(word) < first) ? 0.7 : 1.4;
}

/** What a list is asked of: the names of all of it, its last word, and the aspect as it was typed. */
interface Headed {
  subject: readonly string[];
  noun: string;
  attribute: string;
}

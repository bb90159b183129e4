/**
 * Whether a note is published at all. Authors say so in the words of many tools, and what they keep back must never
 * come out by a slip: text counts as the yes or no that it spells, and a doubtful draft stays a draft.
 */
import { listCode } from '../flavours/template-code.ts';
import type { HeldNote } from '../knowledge/note.ts';
import { createRangeTest } from '../markdown/text-places.ts';
import {
  addresseeField,
  answers,
  audienceField,
  audiences,
  cautious,
  containers,
  draftWords,
  embargoField,
  fromDayField,
  fieldsOfThings,
  fromField,
  heldStates,
  holding,
  holdingUndeclared,
  keyFields,
  looseStateField,
  looseStates,
  namedTrafficLight,
  offices,
  refusals,
  saysLater,
  stateField,
  stateOfThings,
  statesOfThings,
  switchesOfThings,
  statesOfTexts,
  tagField,
  trafficLightField,
  trafficLights,
  unlisting,
  untilField,
} from './visibility-words.ts';

export interface Visibility {
  /** `unlisted`: it has its page, and nothing leads there. `held`: nothing of it is published. */
  kind: 'public' | 'unlisted' | 'held';
  /** The words of the note that hold it back: `draft: true`. */
  by?: HeldNote['by'];
  /** Fields that are understood here and mean nothing else: `draft`, `publish` … as the note spells them. */
  fields: string[];
  /** A field whose value is neither yes nor no; the note is held back to be safe. */
  doubtful?: string;
  /** What would hold the note back if it were said of it, and is said of what the note is about: `live: false`. */
  ofThing?: string;
}

/**
 * Reads what the front matter of a note says about publishing it.
 * @param day the day of the build, `YYYY-MM-DD`
 * @param declared fields that the subject declares: a `status` there is a property of its matter
 */
export function readVisibility(
  data: Readonly<Record<string, unknown>>,
  day: string,
  declared: ReadonlySet<string> = new Set(),
): Visibility {
  const found: Visibility = { kind: 'public', fields: [] };
  const hold = (by: string) => {
    found.kind = 'held';
    found.by ??= by;
  };
  const isOfThing = Object.keys(data).some((field) => fieldsOfThings.test(foldKey(field)));
  for (const [field, value] of Object.entries(data)) {
    const name = field.trim().toLowerCase();
    const key = foldKey(field);
    const isDeclared = declared.has(field);
    const words = listWords(value);
    const [text = ''] = words;
    if (!isDeclared) {
      const state = words.find((word) => isHeldState(key, word, day));
      if (state !== undefined) {
        if (isOfThing && stateOfThings.test(key) && statesOfThings.has(state))
          found.ofThing ??= `${name}: ${state}`;
        else hold(`${name}: ${state}`);
      }
      if (stateField.test(key) && words.includes('unlisted') && found.kind === 'public')
        found.kind = 'unlisted';
      // The word itself is for nobody.
      if (keyFields.has(key) && text && answers.get(text) !== false) {
        hold(`${name}: …`);
        found.fields.push(field);
      }
    }
    if (key === 'build' && isMap(value)) {
      if (['never', 'false', 'link'].includes(listWords(value['render'])[0] ?? ''))
        hold(`${name}: render: never`);
      else if (['never', 'false'].includes(listWords(value['list'])[0] ?? '') && found.kind === 'public')
        found.kind = 'unlisted';
    }
    if (containers.has(key) && isMap(value)) {
      const inside = readVisibility(value, day, isDeclared ? new Set(Object.keys(value)) : undefined);
      if (inside.kind === 'held') hold(`${name}: ${inside.by ?? ''}`);
      else if (inside.kind === 'unlisted' && found.kind === 'public') found.kind = 'unlisted';
    }
    const holds = readHolding(key, isDeclared);
    const unlists = Object.hasOwn(unlisting, key) ? unlisting[key] : undefined;
    if (holds === undefined && unlists === undefined) continue;
    if (isOfThing && switchesOfThings.has(key)) {
      if (readAnswer(value) === holds) found.ofThing ??= `${name}: ${holds}`;
      continue;
    }
    // `published: never`, `publish: draft`: no day, and no yes.
    const isRefused = holds === false && words.some((word) => refusals.has(word) || draftWords.test(word));
    // `secret: none`
    const isNone = holds === true && text === 'none';
    const answer = isRefused || isNone ? false : readAnswer(value);
    if (answer === null) {
      const isDay = fromDayField.test(key) && dayOf(text) !== null;
      if (!cautious.has(key) || isDay) continue;
      found.doubtful ??= field;
    } else found.fields.push(field);
    if (unlists !== undefined) {
      if ((answer === unlists || answer === null) && found.kind === 'public') found.kind = 'unlisted';
    } else if (answer === null || answer === holds) hold(`${name}: ${answer === null ? '?' : answer}`);
  }
  return found;
}

/** The answer to a field that holds back; every tool's own way to publish (`dg-publish`) asks for a yes. */
function readHolding(key: string, isDeclared: boolean): boolean | undefined {
  if (Object.hasOwn(holding, key)) return holding[key];
  if (isDeclared) return undefined;
  if (Object.hasOwn(holdingUndeclared, key)) return holdingUndeclared[key];
  return key.endsWith('publish') ? false : undefined;
}

/** A field's name without what its author may write otherwise. */
export function foldKey(field: string): string {
  return field
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.?'’\p{Cc}\p{Cf}\uFFFD-]/gu, '');
}

/** YAML's name for a value, which is a part of the text where nothing repeats it: `&a draft` says no less. */
const anchor = /^&\S+\s+/u;

/** The words of a value, without signs: a list (`[draft]`), a link (`[[Draft]]`), a tag (`#status/draft`). */
function listWords(value: unknown, depth = 0): string[] {
  if (isMap(value)) return listWords(Object.values(value), depth + 1);
  if (Array.isArray(value))
    return depth > 3 ? [] : value.slice(0, 100).flatMap((each) => listWords(each, depth + 1));
  if (typeof value !== 'string' && typeof value !== 'boolean' && typeof value !== 'number') return [];
  const text = String(value).slice(0, 400).normalize('NFKC').trim().replace(anchor, '').toLowerCase();
  if (dayOf(text) !== null || answers.has(text) || heldStates.has(text)) return [text];
  return text
    .split(/[,;|/·、]/u)
    .map((part) =>
      part
        .replace(/[^\p{L}\p{M}\p{N}.]+/gu, ' ')
        .replace(/\.+$/u, '')
        .trim(),
    )
    .filter(Boolean);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The day that a text names, `YYYY-MM-DD`; null where it names none. */
function dayOf(text: string): string | null {
  const [, ...parts] =
    /^(\d{4})\s*[-/.년]\s*(\d{1,2})\s*[-/.월]\s*(\d{1,2})(?!\d)/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text) ??
    [];
  if (parts.length) return parts.map((part) => part.padStart(2, '0')).join('-');
  // A year, a month: from their first day.
  const [, year, month = '01'] =
    /^(\d{4})(?:\s*년)?(?:\s*[-/.]?\s*(\d{1,2})\s*(?:월|\.)?)?$/u.exec(/^\d{5,}$/u.test(text) ? '' : text) ??
    [];
  if (year !== undefined) return `${year}-${month.padStart(2, '0')}-01`;
  const [, day, ofMonth, ofYear] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u.exec(text) ?? [];
  if (ofYear !== undefined) return `${ofYear}-${ofMonth?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  // `January 5, 2030`, `5 Jan 2030`, `1/5/2030`
  if (
    !/^(?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}|\d{1,2}\/\d{1,2}\/\d{4})/u.test(text) ||
    text.length > 40
  )
    return null;
  const time = Date.parse(`${text.replace(/(?<=\d)(?:st|nd|rd|th)\b/u, '')} UTC`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

/**
 * The day on which Jekyll publishes a post, by its head or else its name; null for what is no such post. Notes of a collection
 * are posts, too, as soon as they have a day.
 */
function dayOfPost(path: string, date: unknown, isOfCollection: boolean): string | null {
  const [, ...named] = /(?:^|\/)_posts\/(?:.*\/)?(\d{4})-(\d{1,2})-(\d{1,2})-[^/]+$/u.exec(path) ?? [];
  if (!named.length && isOfCollection)
    named.push(...(/(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})-[^/]+$/u.exec(path)?.slice(1) ?? []));
  if (!named.length && !isOfCollection) return null;
  const text = date instanceof Date ? date.toISOString() : typeof date === 'string' ? date.trim() : '';
  const [, ...written] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u.exec(text) ?? [];
  const parts = written.length ? written : named;
  return parts.length ? parts.map((part) => part.padStart(2, '0')).join('-') : null;
}

/**
 * Holds back a post whose day has not come, as Jekyll does: its author schedules it so.
 * @param path of the note in its folder
 * @param isOfCollection a collection of Jekyll holds the note
 */
export function holdEarlyPost(
  visibility: Visibility,
  path: string,
  data: Readonly<Record<string, unknown>>,
  day: string,
  isOfCollection = false,
): Visibility {
  const date = dayOfPost(path, data['date'], isOfCollection);
  if (visibility.kind === 'held' || date === null || date <= day) return visibility;
  return { ...visibility, kind: 'held', by: `date: ${date}` };
}

function isHeldState(key: string, word: string, day: string): boolean {
  const bare = word.replaceAll(' ', '');
  const isDraft = draftWords.test(word);
  if (stateField.test(key) && (heldStates.has(word) || heldStates.has(bare) || isDraft)) return true;
  if (looseStateField.test(key) && (looseStates.has(word) || isDraft)) return true;
  if (trafficLightField.test(key) && trafficLights.test(word)) return true;
  if (namedTrafficLight.test(word) && (tagField.test(key) || audienceField.test(key) || stateField.test(key)))
    return true;
  if (embargoField.test(key) && saysLater.test(word)) return true;
  // A task is pending elsewhere; a post is not out.
  if (word === 'pending' && /^(?:post|page|publish|publishing|publication)status$/u.test(key)) return true;
  // `sensitivity: none` says that everybody may read it.
  const isNobody = word === 'none' && !/^(?:visibility|access|audience|공개범위)$/u.test(key);
  const whom = [word, word.replace(/^only (?:for )?| ?(?:only|전용|한정|공개|용|만)$/gu, '')];
  if (
    audienceField.test(key) &&
    !isNobody &&
    !(addresseeField.test(key) && offices.has(word)) &&
    whom.some((each) =>
      [each, each.replaceAll(' ', '')].some((one) => heldStates.has(one) || audiences.has(one)),
    )
  )
    return true;
  if (key === 'visibility') return answers.get(word) === false;
  // Eleventy writes no page of it, nor does Hugo.
  if (key === 'permalink') return word === 'false';
  const date = dayOf(word);
  if (fromField.test(key)) return date === null ? answers.get(word) !== false : date > day;
  if (date === null) return false;
  // A book of next year is out by then; its note is not about that.
  const isYear = /^\d{4}$/u.test(word) && !embargoField.test(key);
  return (fromDayField.test(key) && !isYear && date > day) || (untilField.test(key) && date <= day);
}

/**
 * Properties that stand as lines at the top of a text (`public:: false`), as Logseq and Dataview write them.
 */
export function readPropertyLines(body: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const line of body.split('\n').slice(0, 50)) {
    if (!line.trim()) continue;
    const [, key, value = ''] = /^\s*(?:[-*]\s+)?([\p{L}][\p{L}\p{N}_-]*)::(?:\s+(.*))?$/u.exec(line) ?? [];
    if (key === undefined) break;
    found[key] = value;
  }
  return found;
}

/** Yes or no; an empty field is a box that nobody ticked, which reads as what releases the note. Null where unclear. */
function readAnswer(value: unknown): boolean | null | undefined {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value) && value.length === 1) return readAnswer(value[0]);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const spelt = String(value).normalize('NFKC').trim().replace(anchor, '').toLowerCase();
  return answers.get(spelt) ?? answers.get(spelt.replace(/[\s.!]+$|\uFE0F|(?<=안) (?=함)/gu, '')) ?? null;
}

/**
 * What a front matter that cannot be read seems to say, line by line: a quote that is never closed must not publish a
 * draft. Returns the words that hold the note back, or null.
 * @param isProse nothing says that the lines are fields: then only words of publishing count
 */
export function guessHeld(text: string, day: string, isProse = false): string | null {
  for (const line of text.split('\n').slice(0, 20_000)) {
    const [, key, value = ''] = fieldLine.exec(line) ?? [];
    const by = key === undefined ? null : heldByLine(key, value, day, isProse);
    if (by !== null) return by;
  }
  return null;
}

function heldByLine(key: string, value: string, day: string, isProse: boolean): string | null {
  const folded = foldKey(key);
  if (isProse && !saysOfText(folded, value)) return null;
  const { kind, by, doubtful } = readVisibility({ [key]: value }, day);
  return kind === 'public' || doubtful !== undefined ? null : (by ?? 'unlisted: true');
}

/** Whether a line of prose can only mean the text in which it stands: `Password: …`, `Access: team` mean something else. */
function saysOfText(key: string, value: string): boolean {
  if (stateField.test(key) || audienceField.test(key))
    return listWords(value).some(
      (word) => statesOfTexts.has(word) || word === 'unlisted' || draftWords.test(word),
    );
  return (
    Object.hasOwn(holding, key) ||
    Object.hasOwn(unlisting, key) ||
    key.endsWith('publish') ||
    fromField.test(key)
  );
}

/** A field in a line of any front matter; in a comment too, as Nikola has it (`.. status: draft`). */
const fieldLine =
  /^\s*(?:<!--\s*|\[(?:\/\/|comment)\]:\s*#\s*\()?(?:\.\.\s+|#\+)?["']?([\p{L}\p{N}_-]+)["']?\s*[:=：]\s*[["']*([^\s"'#,{}[\])]+)["'\]]*\s*(?:[,)]\s*)?(?:#.*|-->\s*)?$/u;

/** What MDX says of itself in code, which is not run; in a fence it is an example. */
function findExported(body: string): string {
  const found = [
    ...body.matchAll(/^export\s+const\s+\w*(?:meta|metadata|frontmatter)\s*=\s*\{([^]{0,4000}?)\}/gimu),
  ];
  if (!found.length) return '';
  const isCode = createRangeTest(listCode(body));
  return found.find(({ index }) => !isCode(index))?.[1] ?? '';
}

/**
 * What the text below a front matter says of its note, as Dataview reads it anywhere: `draft:: true` on a line of its own, in
 * brackets (`[publish:: false]`) within one; and a second block of front matter. Returns the words that hold back, or null.
 */
export function findHeldInText(body: string, day: string): string | null {
  const second = /^(---|\+\+\+)[^\S\n]*\n([^]*?\n)\1[^\S\n]*(?:\n|$)/u.exec(
    body.slice(0, 20_000).trimStart(),
  );
  if (second && (second[2] ?? '').split('\n').every((line) => blockLine.test(line))) {
    const held = guessHeld(second[2] ?? '', day);
    if (held !== null) return held;
  }
  // A comment at the top says it, too: `<!-- draft: true -->`.
  const [comments] = topComments.exec(body.slice(0, 20_000)) ?? [];
  const commented = comments ? guessHeld(comments, day, true) : null;
  if (commented !== null) return commented;
  const said = findExported(body);
  const exported = said ? guessHeld(said.replaceAll(',', ',\n'), day, true) : null;
  if (exported !== null || !body.includes('::')) return exported;
  let fence = '';
  for (const line of body.split('\n')) {
    const [, mark = ''] = /^[\s>]*(?:[-*+]\s+)?(`{3,}|~{3,})/u.exec(line) ?? [];
    if (mark) fence = fence ? (mark.startsWith(fence) ? '' : fence) : mark;
    if (fence || !line.includes('::')) continue;
    const whole = /^[\s>]*(?:[-*+]\s+)?(?:\*\*)?([\p{L}][\p{L}\p{N}_ -]{0,40})(?:\*\*)?::\s*(.*)$/u.exec(
      line,
    );
    const inner = line
      .replace(/`[^`]*`/gu, '')
      .matchAll(/[[(]([\p{L}][\p{L}\p{N}_ -]{0,40})::\s*([^\])]{1,80})[\])]/gu);
    for (const [written, key = '', value = ''] of whole ? [whole, ...inner] : inner) {
      // `Status::Draft` is a name in a program, `draft::true` a field.
      if (!/::\s/u.test(written) && !answers.has(value.trim().toLowerCase())) continue;
      const by = heldByLine(key, value.trim(), day, true);
      if (by !== null) return by;
    }
  }
  return null;
}

const topComments = /^(?:\s*(?:<!--(?:[^-]|-(?!->))*-->|\[(?:\/\/|comment)\]:[^\n]*))+/iu;

/** What a line of front matter looks like: text between two rules is none. */
const blockLine = /^(?:\s+\S.*|[-#[].*|["']?[\p{L}\p{N}_][\p{L}\p{N}_ -]*["']?\s*[:=].*|\s*)$/u;

/** Names that some authors give to what is not for others. No tool keeps a note back for one of them. */
const privateNames = new Set(
  'draft drafts private wip secret confidential unpublished 초안 비공개 비밀'.split(' '),
);
const privateFolders = new Set([...privateNames, 'archive', 'archives']);

/** Whether a note that is published looks as if its author kept it to themselves: by a tag, or by its folder. */
export function looksPrivate({ path, tags }: { path: string; tags: readonly string[] }): boolean {
  const fold = (name: string) => name.normalize('NFC').toLowerCase();
  return (
    tags.some((tag) =>
      fold(tag)
        .split('/')
        .some((step) => privateNames.has(step)),
    ) ||
    path
      .split('/')
      .slice(0, -1)
      .some((folder) => privateFolders.has(fold(folder)))
  );
}

import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import { type Language, languageNames, problemsWords, setLanguage } from '#words';
import type { Problem } from '../knowledge/problem.ts';
import { hasDeepBrackets, hasDeepKeys, hasTooManyAliases } from '../knowledge/bound-yaml.ts';
import { explainYamlError, kindOfYamlError, openingQuote } from '../knowledge/yaml-error.ts';
import { compileSubject } from './compile-subject.ts';
import { nameKeys } from './listed-names.ts';
import { parseDeclaration } from './parse-declaration.ts';
import type { Subject } from './subject.ts';

/** A folder's subject, and where each part of its declaration stands. */
export interface ReadSubject {
  subject: Subject;
  locate: (path: readonly PropertyKey[]) => { line: number; column: number };
  problems: Omit<Problem, 'path'>[];
  /** The title is the text's own, and not inferred. */
  isTitled: boolean;
  /** Nothing of the text could be used. */
  isUnreadable: boolean;
}

/**
 * Understands the text of `atlas.yaml`, and chooses the words of this process. What is wrong in it costs only itself.
 * @param text empty where there is no such file
 * @param inferred what holds where the text is silent
 * @param hasLast an earlier text holds where this one cannot be read
 * @param hide takes out of its texts what stands for nobody
 */
export function readDeclaration(
  text: string,
  inferred: { title: string; language: Language },
  hasLast = false,
  hide: (data: unknown) => unknown = (data) => data,
): ReadSubject {
  const yaml = readOrderedYaml(text, hasLast);
  // Problems are said in the language of the site, as far as it can be known before the text is understood.
  setLanguage(guessLanguage(yaml.data, text, inferred.language));
  const isStrict =
    yaml.data instanceof Map
      ? /^(?:true|yes|on)$/iu.test(String(yaml.data.get('strict')))
      : /^strict:[^\S\n]*(?:true|yes|on)\b/imu.test(text);
  const problems: ReadSubject['problems'] = [];
  const say = (place: { line: number; column: number }, message: string) =>
    problems.push({ ...place, severity: isStrict ? 'error' : 'warning', kind: 'declaration', message });
  for (const { line, column, message } of yaml.troubles) say({ line, column }, message());
  const parsed = parseDeclaration(hide(yaml.data), (path, message) => say(yaml.locate(path), message));
  const locate: ReadSubject['locate'] = (path) => yaml.locate(parsed.asWritten(path));
  const subject = compileSubject(
    parsed.declaration,
    { ...inferred, isStrict, lost: parsed.lost.map((path) => path.join('\n')), asWritten: parsed.asWritten },
    (path, message) => {
      say(locate(path), message);
    },
  );
  problems.sort((one, other) => one.line - other.line || one.column - other.column);
  setLanguage(subject.language);
  const isUnreadable = yaml.data === null && yaml.troubles.length > 0;
  return { subject, locate, problems, isTitled: Boolean(parsed.declaration.title), isUnreadable };
}

function guessLanguage(data: unknown, text: string, inferred: Language): Language {
  const value: unknown =
    data instanceof Map ? data.get('language') : /^language:[^\S\n]*["']?([a-z-]+)/imu.exec(text)?.[1];
  const written = typeof value === 'string' ? value.toLowerCase().split(/[-_]/u)[0] : undefined;
  return languageNames.find((name) => name === written) ?? inferred;
}

/** A scalar as it is written: `1.0` and `007` are names and labels like others, and not the numbers 1 and 7. */
function spellingOf({ value, source }: Scalar): string {
  return typeof value === 'number' && source !== undefined ? source : String(value);
}

/** One line that stands where it should not makes those after it wrong as well. */
const nestingErrors: ReadonlySet<string> = new Set([
  'TAB_AS_INDENT',
  'BAD_INDENT',
  'MULTILINE_IMPLICIT_KEY',
  'BLOCK_AS_IMPLICIT_KEY',
]);

function isFirstOfItsKind(error: YAMLError, index: number, all: readonly YAMLError[]): boolean {
  const kind = kindOfYamlError(error);
  if (index === 0 || kind === 'TAB_AS_INDENT') return true;
  // What comes after a quote or a bracket that nothing closes is read as something else than was meant.
  if (
    kind === 'UNEXPECTED_TOKEN' &&
    all.slice(0, index).some((one) => kindOfYamlError(one) === 'MISSING_CHAR')
  )
    return false;
  const isSame = nestingErrors.has(kind)
    ? (other: YAMLError) => nestingErrors.has(kindOfYamlError(other))
    : (other: YAMLError) => kindOfYamlError(other) === kind;
  return all.findIndex(isSame) === index;
}

function isNamed(key: unknown, name: PropertyKey): boolean {
  return isScalar(key) && typeof key.value !== 'symbol' && spellingOf(key) === String(name);
}

/** An item that says its name beside what belongs to it. */
function saysName({ key, value }: Pair, name: PropertyKey): boolean {
  return nameKeys.some((word) => isNamed(key, word)) && isNamed(value, name);
}

/** A colour whose sign began a comment: `hue: #ff0000`. */
const hexDigits = /^(?:[\da-f]{3}|[\da-f]{4}|[\da-f]{6}|[\da-f]{8})\s*(?:\n|$)/iu;

/** Keys whose values are numbers; a number anywhere else is text. */
const numberKeys: ReadonlySet<unknown> = new Set(['hue', 'weight', 'order']);

/** A declaration of hundreds of collections is far shorter; reading more would hold up everything. */
const longestText = 200_000;
const mostTroubles = 10;

/** YAML with its maps in the order of the file, and the place of every part. A key written twice counts once. */
function readOrderedYaml(
  text: string,
  hasLast: boolean,
): {
  data: unknown;
  locate: ReadSubject['locate'];
  troubles: { line: number; column: number; message: () => string }[];
} {
  const counter = new LineCounter();
  if (text.length > longestText) {
    const message = () => problemsWords().frontMatter.tooLong(Math.round(longestText / 1000));
    const top = { line: 1, column: 1 };
    return { data: null, locate: () => top, troubles: [{ ...top, message }] };
  }
  if (hasDeepBrackets(text)) {
    const message = () => problemsWords().subject.unreadable(problemsWords().subject.tooDeep, hasLast);
    const top = { line: 1, column: 1 };
    return { data: null, locate: () => top, troubles: [{ ...top, message }] };
  }
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    customTags: [],
    // `!!binary` and its like would be values that no line of text spells.
    resolveKnownTags: false,
    uniqueKeys: false,
    merge: true,
    logLevel: 'error',
  });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(Math.min(offset, text.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  // Words are asked for when the language is known.
  const unreadable = (offset: number, reason: () => string) => ({
    ...at(offset),
    message: () => problemsWords().subject.unreadable(reason(), hasLast),
  });
  // A parser that has run out of room says so in its own words, and one bracket too many brings on hundreds of errors.
  const isDeep = document.errors.some(({ message }) => /stack (?:size|overflow)/iu.test(message));
  const errors = isDeep ? document.errors.slice(0, 1) : document.errors.filter(isFirstOfItsKind);
  const troubles = errors
    .slice(0, mostTroubles)
    .map((error) =>
      unreadable(
        kindOfYamlError(error) === 'MISSING_CHAR' ? openingQuote(text, error.pos[0]) : error.pos[0],
        () => (isDeep ? problemsWords().subject.tooDeep : explainYamlError(error)),
      ),
    );
  const locate: ReadSubject['locate'] = (path) => {
    let node: unknown = document.contents;
    let offset = document.contents?.range[0] ?? 0;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = node.items.findLast(({ key }) => isNamed(key, step));
        if (!pair) break;
        offset = (pair.key as Node).range?.[0] ?? offset;
        node = pair.value;
      } else if (isCollection(node)) {
        // A list of names is a map of them.
        const item: unknown =
          typeof step === 'string'
            ? (node.items.find((one) => isNamed(isMap(one) ? one.items[0]?.key : one, step)) ??
              node.items.findLast((one) => isMap(one) && one.items.some((pair) => saysName(pair, step))))
            : node.items[Number(step)];
        offset = (item as Node | undefined)?.range?.[0] ?? offset;
        const isKey = typeof step === 'string' && isMap(item) && isNamed(item.items[0]?.key, step);
        node = isKey ? item.items[0]?.value : item;
      } else break;
    }
    return at(offset);
  };
  if (!troubles.length && hasDeepKeys(document))
    troubles.push(unreadable(0, () => problemsWords().subject.tooDeep));
  if (!troubles.length && hasTooManyAliases(document))
    troubles.push(unreadable(0, () => problemsWords().subject.tooManyAliases));
  if (troubles.length) return { data: null, locate, troubles };
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined)
        troubles.push(
          unreadable(alias.range?.[0] ?? 0, () => problemsWords().subject.noAnchor(alias.source)),
        );
    },
  });
  if (troubles.length) return { data: null, locate, troubles };
  const open = new Set<unknown>();
  const done = new Set<unknown>();
  /** The alias that stands inside of what it names. */
  const findRound = (node: unknown): Node | undefined => {
    const target = isAlias(node) ? node.resolve(document) : node;
    if (!isCollection(target) || done.has(target)) return undefined;
    if (open.has(target)) return node as Node;
    open.add(target);
    let found: Node | undefined;
    for (const item of target.items) found ??= findRound(isMap(target) ? (item as Pair).value : item);
    open.delete(target);
    done.add(target);
    return found;
  };
  const round = findRound(document.contents);
  if (round) {
    const holdsItself = unreadable(round.range?.[0] ?? 0, () => problemsWords().subject.holdsItself);
    return { data: null, locate, troubles: [holdsItself] };
  }
  for (const warning of document.warnings)
    troubles.push({ ...at(warning.pos[0]), message: () => explainYamlError(warning) });
  let mergeAt = 0;
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const pair of map.items) {
        const { key } = pair;
        if (!isScalar(key)) {
          const { range } = key as Node;
          troubles.push({ ...at(range?.[0] ?? 0), message: () => problemsWords().subject.noName });
          continue;
        }
        const name = typeof key.value === 'symbol' ? '<<' : spellingOf(key);
        if (name === '<<') mergeAt = key.range?.[0] ?? 0;
        const { value } = pair;
        if (isScalar(value) && value.value === null && value.comment && hexDigits.test(value.comment))
          troubles.push({
            ...at(value.range?.[0] ?? 0),
            message: () => problemsWords().subject.commentedColour(name, `#${value.comment ?? ''}`),
          });
        if (typeof key.value === 'number') key.value = name;
        if (seen.has(name))
          troubles.push({ ...at(key.range?.[0] ?? 0), message: () => problemsWords().subject.twice(name) });
        seen.add(name);
      }
    },
    Scalar(_, scalar, above) {
      if (typeof scalar.value === 'number') {
        const pair = above.findLast((node) => isPair(node)) as Pair<{ value?: unknown }> | undefined;
        if (!numberKeys.has(pair?.key.value)) scalar.value = spellingOf(scalar);
      }
      if (typeof scalar.value === 'string') scalar.value = scalar.value.toWellFormed().normalize('NFC');
    },
  });
  try {
    return { data: document.toJS({ mapAsMap: true, maxAliasCount: 100 }) as unknown, locate, troubles };
  } catch (error) {
    // The only two things left that it refuses.
    const isMerge = error instanceof Error && error.message.startsWith('Merge');
    const { badMerge, tooManyAliases } = problemsWords().subject;
    return {
      data: null,
      locate,
      troubles: [unreadable(mergeAt, () => (isMerge ? badMerge : tooManyAliases))],
    };
  }
}

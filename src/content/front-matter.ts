import {
  isMap,
  isScalar,
  LineCounter,
  type Pair,
  type YAMLMap,
  type Node,
  type ParsedNode,
  type Document,
  parseDocument,
  visit,
} from 'yaml';
import { parse as parseToml, TomlError } from 'smol-toml';
import { problemsWords } from '#words';
import { hasDeepBrackets, hasDeepKeys, hasTooManyAliases } from '../knowledge/bound-yaml.ts';
import { explainYamlError, kindOfYamlError, openingQuote } from '../knowledge/yaml-error.ts';
import { recall } from '../store/recall.ts';

/** The data at the top of a note and where each of its fields stands. */
export interface FrontMatter {
  data: Record<string, unknown>;
  /** The Markdown after it. */
  body: string;
  /** How many lines of the file come before the body. */
  bodyLine: number;
  /** Line and column in the file of a field, by its path; of the nearest parent where the field is missing. */
  locate: (path: readonly PropertyKey[]) => { line: number; column: number };
  troubles: { line: number; column: number; message: string }[];
  /** What is read otherwise than it is written: tags of other programs. */
  doubts?: FrontMatter['troubles'];
}

export interface FrontMatterOptions {
  /**
   * For notes whose fields nobody declared: numbers keep their spelling, as text (a tag `3.10` is no `3.1`), and of
   * broken YAML every field that can be read is read.
   */
  isLenient?: boolean;
  /** For settings of other tools, which take the last of two fields of one name. */
  lastWins?: boolean;
}

/** Splits a note into front matter and body. Broken YAML gives troubles with their lines, never an exception. */
export function readFrontMatter(text: string, options: FrontMatterOptions = {}): FrontMatter {
  const parse = () => parseFrontMatter(text, options);
  // JSON has no infinity.
  if (/\.(?:inf|nan)\b/iu.test(text)) return parse();
  // The body is the end of the text, and would be most of what is remembered.
  const { length, ...known } = recall('front-matter', [JSON.stringify(options), text], () => {
    const { data, body, bodyLine, troubles, doubts } = parse();
    return { data, length: body.length, bodyLine, troubles, ...(doubts?.length ? { doubts } : {}) };
  });
  const body = text.slice(text.length - length);
  // Places are asked for only where something is wrong.
  let locate: FrontMatter['locate'] | undefined;
  return { ...known, body, locate: (path) => (locate ??= parse().locate)(path) };
}

function parseFrontMatter(text: string, options: FrontMatterOptions): FrontMatter {
  // Nobody sees what may stand before the first sign.
  const source = text.replace(/^[\uFEFF\u200B\u2060]+/u, '');
  const blank = /^(?:[^\S\n]*\n)*/u.exec(source)?.[0] ?? '';
  const written = source.slice(blank.length);
  // What nobody closes ends at the first blank line.
  const toml =
    /^\+\+\+[^\S\n]*\n([^]*?)^\+\+\+[^\S\n]*$/muy.exec(written) ??
    /^---toml[^\S\n]*\n([^]*?)^---[^\S\n]*$/muy.exec(written) ??
    /^\+\+\+[^\S\n]*\n([\w"'-]+[^\S\n]*=[^\n]*(?:\n[^\n]*\S[^\n]*)*)/u.exec(written);
  if (toml?.index === 0) {
    const end = blank.length + toml[0].length;
    return { ...cut(source, end), ...readToml(toml[1] ?? '', countLines(blank) + 1) };
  }
  // JSON is YAML: `{ … }` as Hugo writes it, `;;;`, `---json`.
  const json =
    /^\{[^\S\n]*"[^\n]*\}[^\S\n]*(?:\n|$)/u.exec(source) ?? /^\{\s*"[^]*?^\}[^\S\n]*(?:\n|$)/muy.exec(source);
  if (json?.index === 0) {
    const { data, locate, troubles } = readYaml(json[0], 0, options);
    if (!troubles.length)
      return { ...cut(source, json[0].length), data: data as Record<string, unknown>, locate, troubles };
  }
  const opening = /^(?:[^\S\n]*\n)*(?:---(?:ya?ml|json)?|;;;)[^\S\n]*\n/iu.exec(source);
  if (!opening) return withoutFrontMatter(source);
  const closing = (opening[0].includes(';;;') ? /^;;;[^\S\n]*$/mu : /^(?:---|\.\.\.)[^\S\n]*$/mu).exec(
    source.slice(opening[0].length),
  );
  if (!closing) {
    // A line of hyphens at the top may be just that; with a field under it, it opens what nobody closes.
    if (!/^[\w"'-]+[^\S\n]*:(?:\s|$)/u.test(source.slice(opening[0].length)))
      return withoutFrontMatter(source);
    const trouble = {
      line: countLines(opening[0]),
      column: 1,
      message: problemsWords().frontMatter.unclosed,
    };
    // Everything up to the first blank line is taken for fields.
    const fields = /^(?:[^\n]*\S[^\n]*\n?)*/u.exec(source.slice(opening[0].length))?.[0] ?? '';
    const data = options.isLenient ? salvageFields(fields) : {};
    return {
      ...cut(source, opening[0].length + fields.length),
      data,
      locate: () => trouble,
      troubles: [trouble],
    };
  }
  const yaml = source.slice(opening[0].length, opening[0].length + closing.index);
  const end = opening[0].length + closing.index + closing[0].length;
  const above = countLines(opening[0]);
  const read = readYaml(yaml, above, options);
  const { locate, troubles, doubts } = read;
  const data = options.isLenient && read.isUnreadable ? salvageFields(yaml) : read.data;
  if (data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    // Text between two lines of hyphens: below blank lines nobody meant it as fields.
    if (above > 1) return withoutFrontMatter(source);
    troubles.push({ line: above + 1, column: 1, message: problemsWords().frontMatter.noFields });
    return { ...withoutFrontMatter(source), locate, troubles };
  }
  return { ...cut(source, end), data: (data ?? {}) as Record<string, unknown>, locate, troubles, doubts };
}

/** TOML between lines of `+++`, as Hugo and Zola write it. Dates become text. */
function readToml(toml: string, linesBefore: number): Pick<FrontMatter, 'data' | 'locate' | 'troubles'> {
  const locate = ([field]: readonly PropertyKey[]) => {
    const at = toml.split('\n').findIndex((line) => /^\s*["']?([\w-]+)/u.exec(line)?.[1] === field);
    return { line: at + 1 + linesBefore, column: 1 };
  };
  if (toml.length > longestFields) {
    const message = problemsWords().frontMatter.tooLong(Math.round(longestFields / 1000));
    return { data: {}, locate, troubles: [{ line: linesBefore, column: 1, message }] };
  }
  try {
    const data = JSON.parse(JSON.stringify(parseToml(toml, { integersAsBigInt: false }))) as unknown;
    return { data: tidyTexts(data) as Record<string, unknown>, locate, troubles: [] };
  } catch (error) {
    const { line = 1, column = 1 } = error as Partial<TomlError>;
    const reason = error instanceof TomlError ? (error.message.split('\n')[0] ?? '') : '';
    const message = problemsWords().frontMatter.unreadableToml(reason);
    return { data: {}, locate, troubles: [{ line: line + linesBefore, column, message }] };
  }
}

function tidyTexts(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().normalize('NFC');
  if (Array.isArray(value)) return value.map(tidyTexts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidyTexts(inner)]));
}

function withoutFrontMatter(source: string): FrontMatter {
  return { data: {}, body: source, bodyLine: 0, locate: () => ({ line: 1, column: 1 }), troubles: [] };
}

/** What stands below the front matter, which ends at `end`. */
function cut(source: string, end: number): Pick<FrontMatter, 'body' | 'bodyLine'> {
  const body = source.slice(end).replace(/^\n/u, '');
  return { body, bodyLine: countLines(source.slice(0, source.length - body.length)) };
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

/** One bracket that is not closed is followed by hundreds of errors that tell nothing new. */
const mostTroubles = 10;

/** Fields of notes, and lists of sources and terms, are far shorter; reading more would hold up everything. */
const longestFields = 400_000;

/** Keys that stand twice in one map. */
function findDoubleKeys(
  document: Document.Parsed<ParsedNode>,
): { code: string; message: string; pos: number[] }[] {
  const found: { code: string; message: string; pos: number[] }[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value))
          found.push({ code: 'DUPLICATE_KEY', message: String(key.value), pos: [key.range?.[0] ?? 0] });
        seen.add(key.value);
      }
    },
  });
  return found;
}

/**
 * YAML with places. Dates stay text, because a YAML date turns 31 November into 1 December. Text is NFC, without
 * halves of characters. A comma that cuts a value in braces short is a trouble, but the value is read whole.
 * @param linesBefore lines of the file above the YAML
 */
export function readYaml(
  yaml: string,
  linesBefore = 0,
  options: FrontMatterOptions = {},
): {
  data: unknown;
  locate: FrontMatter['locate'];
  troubles: FrontMatter['troubles'];
  /** Tags that no YAML has (`!!js/function`): what stands behind them is text. */
  doubts: FrontMatter['troubles'];
  /** Nothing could be made of it. */
  isUnreadable: boolean;
} {
  const top = { line: linesBefore + 1, column: 1 };
  if (yaml.length > longestFields) {
    const message = problemsWords().frontMatter.tooLong(Math.round(longestFields / 1000));
    return { data: {}, locate: () => top, troubles: [{ ...top, message }], doubts: [], isUnreadable: true };
  }
  const tooDeep = () => {
    const message = problemsWords().frontMatter.unreadable('');
    return { data: {}, locate: () => top, troubles: [{ ...top, message }], doubts: [], isUnreadable: true };
  };
  if (hasDeepBrackets(yaml)) return tooDeep();
  const lines = new LineCounter();
  let document: Document.Parsed<ParsedNode>;
  try {
    document = parseDocument(yaml, {
      lineCounter: lines,
      prettyErrors: false,
      customTags: [],
      // `!!binary` and its like would be values that no line of text spells.
      resolveKnownTags: false,
      // Its own search for keys that stand twice takes as long as they are many, squared.
      uniqueKeys: false,
      // What it would warn of names no file.
      logLevel: 'error',
      merge: true,
    });
  } catch {
    // The parser runs out of stack where lists stand in lists thousands deep.
    return tooDeep();
  }
  // Where lists open thousands deep, the parser runs out of stack, and says so as of an error in the text.
  const isDeep = document.errors.some(({ message }) => /stack (?:size|overflow)/iu.test(message));
  if (isDeep || hasDeepKeys(document)) return tooDeep();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(offset, yaml.length));
    return { line: line + linesBefore, column: col };
  };
  const errors = document.errors.length || options.lastWins ? document.errors : findDoubleKeys(document);
  const troubles = errors.slice(0, mostTroubles).map((error) => ({
    ...at(
      kindOfYamlError(error) === 'MISSING_CHAR' ? openingQuote(yaml, error.pos[0] ?? 0) : (error.pos[0] ?? 0),
    ),
    message: problemsWords().frontMatter.unreadable(explainYamlError(error)),
  }));
  // A list of thousands may have a fault in each item.
  const pairs = new Map<YAMLMap, Map<unknown, Pair>>();
  const pairOf = (map: YAMLMap, step: PropertyKey) => {
    let known = pairs.get(map);
    if (!known) {
      pairs.set(map, (known = new Map<unknown, Pair>()));
      for (const pair of map.items)
        if (isScalar(pair.key) && !known.has(pair.key.value)) known.set(pair.key.value, pair);
    }
    return known.get(step);
  };
  const locate = (path: readonly PropertyKey[]) => {
    let node: unknown = document.contents;
    let offset = document.contents?.range[0] ?? 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = pairOf(node, step);
        if (!pair) break;
        offset = (pair.key as Node).range?.[0] ?? offset;
        node = pair.value;
        const inner = (node as Node | null)?.range?.[0];
        if (inner !== undefined && path.at(-1) !== step) offset = inner;
      } else if (node && typeof node === 'object' && 'items' in node && typeof step === 'number') {
        node = (node.items as unknown[])[step];
        offset = (node as Node | null)?.range?.[0] ?? offset;
      } else break;
    }
    return at(offset);
  };
  if (!troubles.length && hasTooManyAliases(document)) {
    const message = problemsWords().frontMatter.unreadable(problemsWords().subject.tooManyAliases);
    troubles.push({ ...top, message });
  }
  const doubts = document.warnings
    .slice(0, mostTroubles)
    .map((warning) => ({ ...at(warning.pos[0]), message: explainYamlError(warning) }));
  if (troubles.length) return { data: {}, locate, troubles, doubts, isUnreadable: true };
  try {
    for (const { offset, value } of joinCutValues(document, yaml))
      troubles.push({ ...at(offset), message: problemsWords().frontMatter.comma(value) });
    visit(document, {
      Scalar(_, scalar) {
        if (options.isLenient && typeof scalar.value === 'number') scalar.value = scalar.source;
        const { anchor, value } = scalar;
        // What nothing repeats is no name, but a word of the text (`&앵커 글`), unless a date or a number is named.
        const isText = value === null || (typeof value === 'string' && !/^[-+\d][\dTZ:.,+ -]*$/u.test(value));
        if (options.isLenient && anchor && isText && !yaml.includes(`*${anchor}`))
          scalar.value = `&${anchor} ${value ?? ''}`.trim();
        if (typeof scalar.value === 'string') scalar.value = scalar.value.toWellFormed().normalize('NFC');
      },
    });
    const data = document.toJS({ maxAliasCount: 100 }) as unknown;
    // What holds itself, by an alias, is no data.
    JSON.stringify(data);
    return { data, locate, troubles, doubts, isUnreadable: false };
  } catch (error) {
    const reason =
      error instanceof RangeError ? '' : error instanceof TypeError ? '&…*' : (error as Error).message;
    troubles.push({ ...top, message: problemsWords().frontMatter.unreadable(reason) });
    return { data: {}, locate, troubles, doubts, isUnreadable: true };
  }
}

/**
 * `{ why: cost, and speed }`: in braces a comma ends a value, so that YAML reads a field `and speed` of nothing. Gives the
 * value its end back.
 * @returns where each such comma cut, and the whole value
 */
function joinCutValues(
  document: Document.Parsed<ParsedNode>,
  yaml: string,
): { offset: number; value: string }[] {
  const found: { offset: number; value: string }[] = [];
  visit(document, {
    Map(_, map) {
      if (!map.flow) return;
      const kept: typeof map.items = [];
      for (const pair of map.items) {
        const before = kept.at(-1)?.value;
        const { key } = pair;
        const isCut =
          pair.value === null &&
          isScalar(key) &&
          key.type === 'PLAIN' &&
          isScalar(before) &&
          before.type === 'PLAIN';
        const [start = 0] = (isCut && before.range) || [];
        const [offset = 0, end = 0] = (isCut && (key as Node).range) || [];
        if (!isCut) kept.push(pair);
        else {
          before.value = yaml.slice(start, end).replace(/\s+/gu, ' ');
          before.source = String(before.value);
          const known = found.find(
            (cut) => before.value === cut.value + yaml.slice(start + cut.value.length, end),
          );
          if (known) known.value = before.value as string;
          else found.push({ offset, value: before.value as string });
        }
      }
      map.items = kept;
    },
  });
  return found;
}

/** The fields of broken YAML, each read alone; what is no YAML even then counts as the text that it is. */
function salvageFields(yaml: string): Record<string, unknown> {
  const data = new Map<string, unknown>();
  if (yaml.length > longestFields) return {};
  for (const field of yaml.split(/\n(?=\S)/u)) {
    const [, key = '', value = ''] = /^["']?([\w-]+)["']?[^\S\n]*:(?:\s+([^]*)|$)/u.exec(field) ?? [];
    if (!key || data.has(key)) continue;
    const read = readYaml(field, 0, { isLenient: true });
    const text = unwrap(value.trim());
    if (!read.troubles.length)
      for (const [name, each] of Object.entries(read.data ?? {})) data.set(name, each);
    else if (!text.includes('\n')) data.set(key, text.toWellFormed().normalize('NFC'));
  }
  return Object.fromEntries(data);
}

const enclosing: Record<string, string> = { '"': '"', "'": "'", '[': ']', '{': '}' };

/** A text without signs around the whole of it, or one that nothing closes: `[가] 나` has brackets of its own. */
function unwrap(text: string): string {
  const closing = enclosing[text.charAt(0)];
  const end = closing === undefined ? text.length : text.indexOf(closing, 1);
  if (closing === undefined || (end >= 0 && end < text.length - 1)) return text;
  return end < 0 ? text.slice(1) : text.slice(1, -1);
}

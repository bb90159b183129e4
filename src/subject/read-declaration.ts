import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import { type Language, languageNames, problemsWords, setLanguage } from '#words';
import type { Problem } from '../knowledge/problem.ts';
import { explainYamlError } from '../knowledge/yaml-error.ts';
import { compileSubject } from './compile-subject.ts';
import { parseDeclaration } from './parse-declaration.ts';
import type { Subject } from './subject.ts';

/** A folder's subject, and where each part of its declaration stands. */
export interface ReadSubject {
  subject: Subject;
  locate: (path: readonly PropertyKey[]) => { line: number; column: number };
  problems: Omit<Problem, 'path'>[];
}

/**
 * Understands the text of `atlas.yaml`, and chooses the words of this process. What is wrong in it costs only itself.
 * @param text empty where there is no such file
 * @param inferred what holds where the text is silent
 */
export function readDeclaration(text: string, inferred: { title: string; language: Language }): ReadSubject {
  const yaml = readOrderedYaml(text);
  // Problems are said in the language of the site, as far as it can be known before the text is understood.
  setLanguage(guessLanguage(yaml.data, inferred.language));
  const isStrict =
    yaml.data instanceof Map ? yaml.data.get('strict') === true : /^strict:[^\S\n]*true\b/mu.test(text);
  const problems: ReadSubject['problems'] = [];
  const say = (place: { line: number; column: number }, message: string) =>
    problems.push({ ...place, severity: isStrict ? 'error' : 'warning', kind: 'declaration', message });
  for (const { line, column, message } of yaml.troubles) say({ line, column }, message());
  const report = (path: readonly PropertyKey[], message: string) => say(yaml.locate(path), message);
  const subject = compileSubject(parseDeclaration(yaml.data, report), { ...inferred, isStrict }, report);
  setLanguage(subject.language);
  return { subject, locate: yaml.locate, problems };
}

function guessLanguage(data: unknown, inferred: Language): Language {
  const written =
    data instanceof Map
      ? String(data.get('language') ?? '')
          .toLowerCase()
          .split('-')[0]
      : '';
  return languageNames.find((name) => name === written) ?? inferred;
}

/** YAML with its maps in the order of the file, and the place of every part. A key written twice counts once. */
function readOrderedYaml(text: string): {
  data: unknown;
  locate: ReadSubject['locate'];
  troubles: { line: number; column: number; message: () => string }[];
} {
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/u, ' '), {
    lineCounter: counter,
    prettyErrors: false,
    customTags: [],
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
    message: () => problemsWords().subject.unreadable(reason()),
  });
  const troubles = document.errors.map(({ code, message, pos }) =>
    unreadable(pos[0], () => explainYamlError(code, message)),
  );
  const locate: ReadSubject['locate'] = (path) => {
    let node: unknown = document.contents;
    let offset = document.contents?.range[0] ?? 0;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = node.items.findLast(
          (item) =>
            isScalar(item.key) &&
            typeof item.key.value !== 'symbol' &&
            String(item.key.value) === String(step),
        );
        if (!pair) break;
        offset = (pair.key as Node).range?.[0] ?? offset;
        node = pair.value;
      } else if (isCollection(node)) {
        node = node.items[Number(step)];
        offset = (node as Node | undefined)?.range?.[0] ?? offset;
      } else break;
    }
    return at(offset);
  };
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
  const isRound = (node: unknown): boolean => {
    const target = isAlias(node) ? node.resolve(document) : node;
    if (!isCollection(target) || done.has(target)) return false;
    if (open.has(target)) return true;
    open.add(target);
    const found = target.items.some((item) => isRound(isMap(target) ? (item as Pair).value : item));
    open.delete(target);
    done.add(target);
    return found;
  };
  if (isRound(document.contents)) return { data: null, locate, troubles: [unreadable(0, () => '&…*')] };
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = typeof key.value === 'symbol' ? '<<' : String(key.value);
        if (seen.has(name))
          troubles.push({ ...at(key.range?.[0] ?? 0), message: () => problemsWords().subject.twice(name) });
        seen.add(name);
      }
    },
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string') scalar.value = scalar.value.toWellFormed().normalize('NFC');
    },
  });
  try {
    return { data: document.toJS({ mapAsMap: true, maxAliasCount: 100 }) as unknown, locate, troubles };
  } catch (error) {
    return { data: null, locate, troubles: [unreadable(0, () => (error as Error).message)] };
  }
}

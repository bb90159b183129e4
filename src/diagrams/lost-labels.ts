import { diagramsWords } from '#words';
import type { DiagramProblem } from './drawing.ts';
import type { ParsedDiagram } from './graph.ts';

/** Elements that set the letters of a label; whatever else stands in pointed brackets is a word. */
const formatting =
  /^(?:a|b|big|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strong|sub|sup|tt|u|ul)$/i;
/** Lines that hold no label: they name looks, addresses and what is said to those who do not see. */
const unlabelled =
  /^\s*(?:%%|classDef\s|style\s|linkStyle\s|click\s|links?\s|callback\s|cssClass\s|acc(?:Title|Descr)\b|class\s+\S+\s+\S+\s*;?\s*$|(?:axis|date)Format\s|tickInterval\s|todayMarker\s|excludes\s|includes\s|Update\w+Style\()/;

/**
 * Words of a source that no part of what Mermaid read holds, tags that it took for HTML, `~` that stand for half a pair
 * of brackets, and tasks of a journey whose score is no number.
 */
export function findLostLabels(parsed: ParsedDiagram, lines: readonly string[]): DiagramProblem[] {
  if (parsed.type.startsWith('railroad')) return [];
  const strings = listStrings(parsed);
  const held = squeeze([...strings, ...listAliases(lines)].join('\n'));
  const words = diagramsWords().losses;
  const uneven = parsed.type.startsWith('class') ? strings.filter(isUneven).map(squeeze) : [];
  const unscored = parsed.type === 'journey' ? strings.includes('NaN') : false;
  let isHead = /^\s*---\s*$/.test(lines[0] ?? '');
  let isDescription = false;
  return lines.flatMap((line, index): DiagramProblem[] => {
    if (isHead) {
      if (index > 0 && /^\s*---\s*$/.test(line)) isHead = false;
      return [];
    }
    if (/^\s*accDescr\s*\{/.test(line)) isDescription = true;
    if (isDescription) {
      isDescription = !line.includes('}');
      return [];
    }
    if (unlabelled.test(line)) return [];
    const text = line
      .replace(/%%.*$|@\{[^}]*\}|:::[ \t]*[\p{L}\p{N}_-]+|\$\$[^$]*\$\$/gu, (part) => ' '.repeat(part.length))
      .replace(/\\[nrt]|(?<=[-=.])[ox](?=[^\0-\x7f])/g, (part) => ' '.repeat(part.length));
    const at = (place: number, message: string) => [{ line: index + 1, column: place + 1, message }];
    const score = /^\s*(?!title\b|section\b)[^:]+:(?!\s*-?\d+(?:\.\d+)?\s*(?::|$))/.exec(text);
    if (unscored && score) return at(score[0].indexOf(':'), words.score);
    for (const { 0: tag, 1: name = '', index: place } of text.matchAll(
      /(?<!<)<\/?([A-Za-z][\w.-]*)(?=[\s/>])[^<>]*>/g,
    ))
      if (!formatting.test(name) && !held.includes(squeeze(tag))) return at(place, words.tag(tag));
    for (const { 0: word, index: place } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
      if (/[^\0-\x7f]/.test(word) && !held.includes(squeeze(word))) return at(place, words.word(word));
    // At a member's beginning it says who may use it.
    const tilde = text.indexOf('~', /^\s*~?/.exec(text)?.[0].length ?? 0);
    return tilde >= 0 && uneven.some((label) => shareWord(label, text)) ? at(tilde, words.generic) : [];
  });
}

/** Short names of what a sequence or a radar shows under longer ones. */
function listAliases(lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    /^\s*(?:axis|curve)\s/.test(line)
      ? Array.from(line.matchAll(/[\p{L}\p{N}_]+(?=\[)/gu), ([name]) => name)
      : (/^\s*(?:create\s+)?(?:participant|actor)\s+(\S.*?)\s+as\s/i.exec(line)?.[1] ?? []),
  );
}

function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listStrings) : [];
}

/** Letters alone, however they are composed and wherever lines break. */
function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

function isUneven(label: string): boolean {
  const bare = label.replace(/[-=]+>|<[-=]+/g, '');
  return bare.split('<').length !== bare.split('>').length;
}

function shareWord(label: string, line: string): boolean {
  return (line.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []).some((word) => label.includes(squeeze(word)));
}

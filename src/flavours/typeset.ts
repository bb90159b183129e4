/** Sets formulas as MathML. Obsidian and others use MathJax, which knows more than TeX's own commands. */
import { fromHtml } from 'hast-util-from-html';
import type { RootContent } from 'mdast';
import temml from 'temml';
import { leavesItsPlace } from './formula-room.ts';

/** Commands of MathJax and its packages that Temml does not have, in terms of those that it has. */
const macros = {
  '\\require': '\\@firstoftwo{}',
  '\\href': '\\@secondoftwo',
  '\\class': '\\@secondoftwo',
  '\\cssId': '\\@secondoftwo',
  '\\style': '\\@secondoftwo',
  '\\enclose': '\\@secondoftwo',
  '\\DeclareMathOperator': '\\def#1{\\operatorname{#2}}',
  '\\SI': '#1\\,\\mathrm{#2}',
  '\\ang': '#1\\degree',
  '\\textdegree': '\\degree',
  '\\textcopyright': '\\text{©}',
  '\\ohm': '\\Omega',
  '\\micro': '\\mu',
  '\\hfill': '\\quad',
  '\\mit': '{}',
};

/** Forms that no macro can stand for. */
const forms: [RegExp, string][] = [
  [/\\DeclareMathOperator\*/gu, '\\DeclareMathOperator'],
  [/\\begin\{eqnarray\*?\}/gu, '\\begin{array}{rcl}'],
  [/\\end\{eqnarray\*?\}/gu, '\\end{array}'],
  [/\{flalign(?=\*?\})/gu, '{align'],
  [/\{multlined\}(?:\[[^\]]*\])?/gu, '{gathered}'],
  [/\\bbox\s*\[[^\]]*\]/gu, ''],
];

const definition = /\\(?:re)?newcommand|\\providecommand|\\DeclareMathOperator|\\g?def(?![a-z])/iu;

/** Formulas that were set before: a note is read once for its outline and once for its page. */
const known = new Map<string, RootContent[] | Fault>();

/** Why a formula is not set: what stands for nothing in it, or that it would lie over other parts of the page. */
export interface Fault {
  fault: string;
  leaves?: true;
}

/** The longest that a formula may make a space or a line, in ems and in points: as wide as a page. */
const largest: [number, number] = [40, 400];

/**
 * MathML of a formula, or why there is none.
 * @param definitions of its commands in other formulas of the note; MathJax remembers them from one to the next
 */
export function setFormula(
  tex: string,
  displayMode: boolean,
  definitions: readonly string[] = [],
): RootContent[] | Fault {
  const key = JSON.stringify([displayMode, tex, definitions]);
  let result = known.get(key);
  if (!result) {
    const plain = forms.reduce((text, [form, instead]) => text.replace(form, instead), tex);
    result = set(plain, displayMode);
    // What stands in lines of its own may be written inside a line of text.
    if ('fault' in result && !displayMode && /\\begin/u.test(plain))
      result = orElse(set(plain, true), result);
    if ('fault' in result && definitions.length)
      result = orElse(set(definitions.join('') + plain, displayMode), result);
    if (known.size > 20_000) known.clear();
    known.set(key, result);
  }
  return 'fault' in result ? result : structuredClone(result);
}

/** Definitions in definitions, as far as anybody writes them. */
const deepest = 100;

/** Definitions by the command that each defines. */
export type Definitions = ReadonlyMap<string, string>;

/** The last definition of each command in formulas. */
export function nameDefinitions(formulas: readonly string[]): Definitions {
  return new Map(
    formulas
      .flatMap(findDefinitions)
      .map((written) => [/\\\w+\*?\s*\{?\s*(\\\w+)/u.exec(written)?.[1] ?? '', written]),
  );
}

/** The definitions that a formula needs and does not hold itself, those that they need before them. */
export function pickDefinitions(tex: string, known: Definitions): string[] {
  if (!known.size) return [];
  const seen = new Set(nameDefinitions([tex]).keys());
  const picked: string[] = [];
  const pick = (text: string, depth = 0) => {
    for (const [name] of text.matchAll(/\\[a-z]+/giu)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const written = known.get(name);
      if (written === undefined || depth > deepest) continue;
      pick(written, depth + 1);
      picked.push(written);
    }
  };
  pick(tex);
  return picked;
}

/** The definitions in a formula, in their order. */
function findDefinitions(tex: string): string[] {
  const found: string[] = [];
  for (let rest = tex; ;) {
    const at = definition.exec(rest);
    if (!at) return found;
    const from = rest.slice(at.index);
    const name = /^\\\w+\*?\s*(?:\{\s*\\\w+\s*\}|\\\w+)\s*(?:\[[^\]]*\]|#\d)*\s*(?=\{)/u.exec(from)?.[0];
    const end = name === undefined ? -1 : endOfGroup(from, name.length);
    if (end < 0) rest = from.slice(1);
    else {
      found.push(forms.reduce((text, [form, instead]) => text.replace(form, instead), from.slice(0, end)));
      rest = from.slice(end);
    }
  }
}

function set(tex: string, displayMode: boolean): RootContent[] | Fault {
  let written = tex;
  for (;;) {
    try {
      const html = temml.renderToString(written, {
        displayMode,
        throwOnError: true,
        annotate: false,
        maxSize: largest,
        macros: { ...macros },
      });
      const { children } = fromHtml(html, { fragment: true });
      if (leavesItsPlace(children)) return { fault: '', leaves: true };
      return children as unknown as RootContent[];
    } catch (error) {
      const said = error instanceof Error ? error.message.trim() : '';
      // MathJax lets a note define anew what is there already.
      const taken = /^\\newcommand\{(\\\w+)\} attempting to redefine/u.exec(said)?.[1];
      const anew = taken === undefined ? written : redefine(written, taken);
      if (anew === written) return { fault: placeOf(said) };
      written = anew;
    }
  }
}

/** What the library stumbled over, which it underlines, or with `…` where the formula ends too early. Its words are for programmers. */
function placeOf(said: string): string {
  const underlined = Array.from(said.matchAll(/(.)\u0332/gsu), ([, sign]) => sign).join('');
  const [, end] = /end of input: ([^]*)$/u.exec(said) ?? [];
  return underlined || (end ? `${end.trim()}…` : '');
}

function redefine(tex: string, command: string): string {
  return tex.replace(/\\newcommand(\s*\{?\s*)(\\\w+)/gu, (whole, space: string, name: string) =>
    name === command ? `\\renewcommand${space}${name}` : whole,
  );
}

function orElse<Found>(found: Found | Fault, before: Fault): Found | Fault {
  return typeof found === 'object' && found !== null && 'fault' in found ? before : found;
}

/** Where the braces that open at `start` have closed. */
function endOfGroup(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

/**
 * Formulas between dollar signs, told from money. `$…$` in a line of text is a formula when all of this holds:
 *
 * 1. The opening sign follows no Latin letter, digit or other `$` (`US$5`, `원/$`), and no space follows it.
 * 2. No space stands before the closing sign, and no Latin letter or digit follows it (`$20→$0.07`, `$HOME/$x`), but
 *    for a word in small letters behind one letter, a number or a sign of mathematics (`$i$th`, `$R$bps`, `$O(n)$s`).
 * 3. Its brackets open before they close (`($5)와 ($10)`).
 *    What only TeX writes, `\mu` or `_{2}`, may touch letters (`CO$_2$`, `3 $\mu$m`) and lack a bracket; a digit may
 *    not follow its end.
 * 4. If it begins with a digit, it is numbers alone, a number with a unit (`$5 V$`), or holds a sign of mathematics,
 *    and no Hangul outside `\text{…}` (`$3이고 환율은 원/$`).
 * 5. If it holds Hangul outside `\text{…}`, or several words, it also holds a sign of mathematics.
 * 6. It stands on one line, unless it holds a TeX command, without which no quotes of a program begin or end in it either.
 *
 * `$$…$$` is always a formula, in a line or as a block over lines, wherever its signs stand and whatever follows them. So is a fence of `math`.
 * Formulas become MathML at build; one that TeX does not understand is shown as it is written, with a warning.
 */
import type { Nodes, Paragraph, Parent, Root, RootContent } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import { factorySpace } from 'micromark-factory-space';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Point, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import { problemsWords } from '#words';
import { type Flavour, type FlavourContext, report, writtenAs } from './flavour.ts';
import { nameDefinitions, pickDefinitions, type Definitions, setFormula } from './typeset.ts';
import { SKIP, visit } from '../markdown/visit.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    dollarMath: 'dollarMath';
    dollarMathBlock: 'dollarMathBlock';
  }
}

const dollar = 36;
const backslash = 92;
/** No formula in a line of text is longer; looking for its end must not take longer either. */
const longest = 1000;

export const maths: Flavour = {
  syntax: [remarkDollarMaths],
  adapt(tree, context) {
    const formulas: string[] = [];
    visit(tree, 'paragraph', (node, index, parent) => {
      const parts = splitAtBlocks(node, context.source);
      if (!parts || !parent || index === undefined) return undefined;
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
    visit(tree, (node) => {
      if (isMath(node)) formulas.push(node.value);
    });
    const setting: Setting = { definitions: nameDefinitions(formulas), work: 0, left: [] };
    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return undefined;
      if (node.type === 'code' && node.lang === 'math') {
        const math = { type: 'math', value: node.value, position: node.position } as unknown as RootContent;
        (parent as Parent).children[index] = math;
        return [SKIP, index];
      }
      if (isMath(node)) {
        // GFM wants bars in cells escaped, in formulas too.
        if (parent.type === 'tableCell') node.value = node.value.replaceAll('\\|', '|');
        typeset(tree, node, setting, context);
      }
      return undefined;
    });
    const [first] = setting.left;
    if (first) report(tree, first, problemsWords().maths.tooMuch(mostSigns, setting.left.length));
  },
};

/** Whether `$inside$` is a formula and not money, a variable of a shell or prose. */
export function isFormula(inside: string): boolean {
  if (!inside || /^\s|\s$/u.test(inside) || isShell(inside)) return false;
  if (inside.includes('\n') && !/\\[a-z]/iu.test(inside)) return false;
  if (!opensBeforeItCloses(inside) && !isTex(inside)) return false;
  const bare = inside.replace(/\\(?:text|textbf|mathrm|operatorname|mbox)\s*\{[^{}]*\}/gu, '\\text');
  const hasSign = /[\\^_=<>≤≥≈×÷±∑∏∫√∞→+*]|\d[a-z]\b/iu.test(bare);
  const hasHangul = /[\uac00-\ud7a3]/u.test(bare);
  if (/^[\d.,]/u.test(inside)) return amount.test(inside) || ((hasSign || counts.test(bare)) && !hasHangul);
  const isProse = hasHangul || /[a-z]{3,}\s+[a-z]{2,}/iu.test(bare);
  return !isProse || hasSign;
}

/** Whether a line of a program stands between the signs: `"$a" =~ ^x$`, `'^$' f | sed 's/$//'`, `$((a)); b=$[c]`. */
function isShell(inside: string): boolean {
  if (/\\[a-z]{2}/iu.test(inside)) return false;
  return inside.startsWith("'") || inside.split('"').length % 2 === 0 || /;\s+\w+=$/u.test(inside);
}

/** A number, several, or one with a unit that is no currency. */
const amount = /^[\d.,]+(?:%|,?\s[\d.,\s]+|\s?(?!(?:AU|CA|HK|NT|NZ|SG|US)$)[A-Za-z]{1,2})?$/u;
/** Behind a number what is subtracted, divided or multiplied, to its end: `10-x`, `1/m`, `2(n-1)`, `1, ..., k`. */
const counts =
  /^[\d.]+(?:\s*[-/(,]\s*(?:\d+(?![\d.])[a-z]?|[a-z]|\.{3}))+(?:\s*[-/(,]\s*(?:\d+|[a-z]))*\)?$/iu;

/** Whether a formula may stand before a word that it touches. */
function touchesWords(inside: string): boolean {
  return /^(?:[a-z]|[+-]?\d+(?:\^\w+)?|[^\d\s/:=]\S*(?:[\^_=+]|\()\S*)$/iu.test(inside);
}

/** Whether nobody but an author of formulas writes so. */
function isTex(inside: string): boolean {
  return /^[a-z]\s*[-+=]\s*\w{1,2}$|\\[a-z]{2}|[_^]\{|^(?:\{\})?\s*[_^][\w+-]|[_^]\w[_^]\w|^[a-z][_^]\w$/iu.test(
    inside,
  );
}

function opensBeforeItCloses(inside: string): boolean {
  let depth = 0;
  for (const sign of inside.replace(/\\[()[\]{}]/gu, '')) {
    if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && --depth < 0) return false;
  }
  return true;
}

function remarkDollarMaths(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push({
    text: { [dollar]: inText },
    flow: { [dollar]: inFlow },
    // It takes a sign before words for the beginning of a block that ends with the note.
    disable: { null: ['mathFlow'] },
  });
  (data.fromMarkdownExtensions ??= []).push(fromMarkdown);
}

/** `$…$` */
const inText: Construct = {
  name: 'dollarMath',
  previous(code) {
    return code !== dollar;
  },
  tokenize(effects, ok, nok) {
    const isBehindLetter = isLatin(this.previous);
    let inside = '';
    const content: State = (code) => {
      if (code === null || inside.length > longest) return nok(code);
      if (code === dollar) return inside ? close(code) : nok(code);
      if (markdownLineEnding(code)) {
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        inside += '\n';
        return content;
      }
      effects.enter('data');
      return run(code);
    };
    const run: State = (code) => {
      if (code === null || code === dollar || markdownLineEnding(code)) {
        effects.exit('data');
        return content(code);
      }
      inside += code > 0 ? String.fromCodePoint(code) : ' ';
      effects.consume(code);
      return code === backslash ? escaped : run;
    };
    const escaped: State = (code) => {
      if (code !== dollar && code !== backslash) return run(code);
      inside += String.fromCodePoint(code);
      effects.consume(code);
      return run;
    };
    const close: State = (code) => {
      effects.enter('data');
      effects.consume(code);
      effects.exit('data');
      return end;
    };
    const end: State = (code) => {
      if (code === dollar || isDigit(code) || !isFormula(inside)) return nok(code);
      if (isBehindLetter && !isTex(inside)) return nok(code);
      if (isLatin(code) && !isTex(inside))
        return touchesWords(inside)
          ? effects.check(smallWord, finish, nok)(code)
          : effects.check(ordinalEnding, finish, nok)(code);
      return finish(code);
    };
    const finish: State = (code) => {
      effects.exit('dollarMath');
      return ok(code);
    };
    return (code) => {
      effects.enter('dollarMath');
      effects.enter('data');
      effects.consume(code);
      effects.exit('data');
      return content;
    };
  },
};

/** `th` behind a formula that counts; any word in small letters, but no variable's name, behind others. */
const ordinalEnding = endingOf(/^(?:st|nd|rd|th)$/u);
const smallWord = endingOf(/^(?:s|[a-z]{2,12})$/u);

function endingOf(form: RegExp): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let ending = '';
      const letter: State = (code) => {
        if (code === null || !isLatin(code)) {
          effects.exit('data');
          return code !== dollar && form.test(ending) ? ok(code) : nok(code);
        }
        if (ending.length === 12) return nok(code);
        ending += String.fromCodePoint(code);
        effects.consume(code);
        return letter;
      };
      return (code) => {
        effects.enter('data');
        return letter(code);
      };
    },
  };
}

/** What follows the end of a formula, and begins none. */
const prose = /^\s*(?:[\uac00-\ud7a3]|[a-z]{2,}[,;]?\s+[a-z]{2,})/iu;

/** `$$…$$` that begins and ends its lines, on one line or over several. */
const inFlow: Construct = {
  name: 'dollarMathBlock',
  concrete: true,
  tokenize(effects, ok, nok) {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- states are called without it
    const self = this;
    let isEmpty = true;
    let hasCommand = false;
    /** What stands behind the sign in its line. */
    let rest = '';
    let isOpening = true;
    const from = self.now();

    const open: State = (code) => {
      if (code !== dollar) return nok(code);
      effects.consume(code);
      effects.exit('data');
      return afterOpening;
    };
    const afterOpening: State = (code) => (code === dollar ? nok(code) : lineStart(code));
    const lineStart: State = (code) => {
      if (code === null) return nok(code);
      if (markdownLineEnding(code)) {
        // Whether a block ends the paragraph above it is asked before its other lines are there.
        if (self.interrupt && isOpening && prose.test(rest)) return nok(code);
        // Signs that stand alone may end a formula that began in a line of the paragraph.
        if (self.interrupt && isEmpty && isOpenAbove(self, from)) return nok(code);
        if (self.interrupt && (isEmpty || hasCommand)) return ok(code);
        isOpening = false;
        return effects.attempt(nonLazyLine, lineStart, nok)(code);
      }
      effects.enter('data');
      return run(code);
    };
    const run: State = (code) => {
      if (code === null || markdownLineEnding(code)) {
        effects.exit('data');
        return lineStart(code);
      }
      if (!markdownSpace(code) && code !== dollar) isEmpty = false;
      if (isOpening) rest += code > 0 ? String.fromCodePoint(code) : ' ';
      effects.consume(code);
      if (code === backslash) hasCommand = true;
      return code === backslash ? escaped : code === dollar ? second : run;
    };
    const escaped: State = (code) => {
      if (code !== dollar && code !== backslash) return run(code);
      effects.consume(code);
      return run;
    };
    const second: State = (code) => {
      if (code !== dollar) return run(code);
      effects.consume(code);
      effects.exit('data');
      return afterClosing;
    };
    const afterClosing: State = (code) =>
      markdownSpace(code) ? factorySpace(effects, end, 'whitespace')(code) : end(code);
    const end: State = (code) => {
      if (isEmpty || (code !== null && !markdownLineEnding(code))) return nok(code);
      effects.exit('dollarMathBlock');
      return ok(code);
    };
    const nonLazyLine: Construct = {
      partial: true,
      tokenize(trying, isPart, isLazy) {
        const begin: State = (code) => (self.parser.lazy[self.now().line] ? isLazy(code) : isPart(code));
        return (code) => {
          trying.enter('lineEnding');
          trying.consume(code);
          trying.exit('lineEnding');
          return begin;
        };
      },
    };
    return (code) => {
      effects.enter('dollarMathBlock');
      effects.enter('data');
      effects.consume(code);
      return open;
    };
  },
};

/** Whether the paragraph that a line would end has signs of a formula that nothing closes. */
function isOpenAbove(context: TokenizeContext, end: Point): boolean {
  const start = context.events.findLast(([kind, { type }]) => kind === 'enter' && type === 'content')?.[1]
    .start;
  const above = start ? context.sliceSerialize({ start, end }) : '';
  return (above.match(/(?<![\\$])\$\$(?!\$)/gu)?.length ?? 0) % 2 === 1;
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

function isLatin(code: Code): boolean {
  return code !== null && code > 0 && /[a-z0-9]/iu.test(String.fromCodePoint(code));
}

const fromMarkdown: FromMarkdown = {
  enter: {
    dollarMath(token) {
      this.enter({ type: 'inlineMath', value: '' } as never, token);
      this.buffer();
    },
    dollarMathBlock(token) {
      this.enter({ type: 'math', value: '' } as never, token);
      this.buffer();
    },
  },
  exit: {
    dollarMath(token) {
      this.resume();
      (this.stack.at(-1) as unknown as MathNode).value = this.sliceSerialize(token).slice(1, -1).trim();
      this.exit(token);
    },
    dollarMathBlock(token) {
      this.resume();
      const inside = /^\$\$([^]*)\$\$\s*$/u.exec(this.sliceSerialize(token))?.[1] ?? '';
      (this.stack.at(-1) as unknown as MathNode).value = inside.trim();
      this.exit(token);
    },
  },
};

/** Signs from which a formula in a line is wider than a phone; a browser breaks none over lines. */
const longFormula = 40;

/** About how many signs of a formula stand side by side: a command draws one, braces and scripts' marks none. */
function isLong(tex: string): boolean {
  return tex.replace(/\\(?:[a-z]+|.)/giu, 'x').replace(/[\s{}_^&]/gu, '').length > longFormula;
}

/** A paragraph in which formulas over lines stand between its words, as paragraphs and blocks; null where none does. */
function splitAtBlocks(paragraph: Paragraph, source: string): RootContent[] | null {
  const isBlock = (node: RootContent) => {
    const written = isMath(node) ? writtenAs(node, source) : '';
    return written.startsWith('$$') && written.includes('\n');
  };
  if (!paragraph.children.some(isBlock)) return null;
  const parts: RootContent[] = [];
  for (const child of paragraph.children) {
    const last = parts.at(-1);
    if (isBlock(child) && isMath(child))
      parts.push({ ...child, type: 'math', value: child.value.trim() } as unknown as RootContent);
    else if (last?.type === 'paragraph') last.children.push(child);
    else parts.push({ ...paragraph, children: [child] });
  }
  for (const part of parts) if (part.type === 'paragraph') trim(part);
  return parts.filter((part) => part.type !== 'paragraph' || part.children.length > 0);
}

/** Takes away the spaces that stood beside a formula. */
function trim({ children }: Paragraph): void {
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  if (last?.type === 'break' || (last?.type === 'text' && !last.value)) children.pop();
  if (children[0]?.type === 'text' && !children[0].value) children.shift();
}

interface MathNode {
  type: 'math' | 'inlineMath';
  value: string;
  position?: Nodes['position'];
  data?: object;
}

function isMath(node: { type: string }): node is MathNode {
  return node.type === 'math' || node.type === 'inlineMath';
}

/** Signs of formulas that are set in one note: setting costs by the sign, and much. */
const mostSigns = 60_000;

/** What the formulas of a note have cost so far, in signs, and those that were too many. */
interface Setting {
  definitions: Definitions;
  work: number;
  left: MathNode[];
}

function typeset(tree: Root, node: MathNode, setting: Setting, { source }: FlavourContext): void {
  const displayMode = node.type === 'math';
  const definitions = pickDefinitions(node.value, setting.definitions);
  setting.work += node.value.length + definitions.join('').length;
  const isTooMuch = setting.work > mostSigns;
  const result: ReturnType<typeof setFormula> = isTooMuch
    ? { fault: '' }
    : setFormula(node.value, displayMode, definitions);
  const name = displayMode ? 'div' : 'span';
  if (!('fault' in result)) {
    const focus = displayMode || isLong(node.value) ? { tabIndex: 0 } : {};
    node.data = { hName: name, hProperties: { className: ['math'], ...focus }, hChildren: result };
    return;
  }
  if (isTooMuch) setting.left.push(node);
  else {
    const { leaves, unreadable } = problemsWords().maths;
    report(tree, node, result.leaves ? leaves : unreadable(result.fault));
  }
  const written = writtenAs(node, source) || node.value;
  const hChildren = [
    { type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value: written }] },
  ];
  node.data = { hName: name, hProperties: { className: ['math-source'] }, hChildren };
}

/**
 * Where a block of HTML ends. CommonMark lets it go on to the next blank line, so that of `</div>` with a fence right below it
 * the fence is HTML, too, and all that follows is read upside down. Tools whose authors write so (kramdown, MkDocs) end it with
 * the element: so do we, and an element with the attribute `markdown` ends with its tag, because what it holds is Markdown. So
 * does every other one above a line that nobody means as it is written: a list, a heading, a fence, words in bold.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

const lessThan = 60;
const names =
  'div|section|article|aside|figure|center|main|header|footer|details|summary|p|table|ul|ol|dl|blockquote|h[1-6]|span';
// An element of a line is a block only where it stands alone: `<span></span> [[노트]]` is Markdown.
const opening = new RegExp(String.raw`^<(?!span\b[^<>]*>.*\S)(${names})(?=[\s>])[^<>]*>`, 'iu');
const alone = new RegExp(String.raw`^<(?:${names})(?=\s)[^<>]*>\s*$`, 'iu');
const asksForMarkdown = /\smarkdown(?:\s?=\s?["']?(?:1|block|span|true)?["']?)?(?=[\s>])/iu;
const ofBlock = new RegExp(String.raw`^[ \t]*</?(?:${names})(?=[\s>])`, 'iu');
const closing = new RegExp(String.raw`^</(?:${names})\s*>\s*$`, 'iu');
/** Lines that hold nothing but what has no end: `<hr>`, `<br/>`, `<img …>`. */
const voids = /^(?:<\/?(?:br|hr|img)(?:\s[^<>]*|\/)?>\s*)+$/iu;
/** Elements in which text is as it is written. */
const verbatim = ['pre', 'script', 'style', 'textarea', 'svg', 'math', 'template'];
/** A line that nobody means as it is written: a list, a heading, a fence, words in bold, code, a link. */
const reads =
  /^(?!<)(?:[-*+] +\S|\d{1,9}[.)] +\S|#{1,6} +\S|> ?\S|```|~~~|\|.*\|\s*$|.*(?:\*\*[^\s*]|`[^`]+`|\]\([^()\s]|\[\[))/u;

/** Below a line that ends between two tags, lists and quotes begin as they do below a paragraph. */
const pierced: Construct = { name: 'htmlFlow', tokenize: tokenizeBlock, concrete: false };
const whole: Construct = { name: 'htmlFlow', tokenize: tokenizeBlock, concrete: true };

export function htmlBlocks(): Extension {
  // By this name MDX turns it off.
  const indented: Construct = { name: 'htmlFlow', tokenize: tokenizeIndented, concrete: true };
  return {
    flow: { [lessThan]: whole },
    // A tab, its blanks, a space.
    flowInitial: { [-2]: indented, [-1]: indented, 32: indented },
  };
}

/** A line of the same container that holds something, and goes on with the HTML above it. */
function nextLine(goesOn: (line: string, indent: number) => boolean): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let line = '';
      const lineStart: State = (code) => (this.parser.lazy[this.now().line] ? nok(code) : inside(code));
      const inside: State = (code) => {
        if (code === null || markdownLineEnding(code)) {
          const words = line.trimStart();
          return words && goesOn(words, line.length - words.length) ? ok(code) : nok(code);
        }
        line += code < 0 ? ' ' : String.fromCharCode(code);
        effects.consume(code);
        return inside;
      };
      return (code) => {
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        effects.enter('whitespace');
        return lineStart;
      };
    },
  };
}

/** Below a line of nothing but `<br>` and its kind only tags are HTML. */
const nextTag = nextLine((line, indent) => line.startsWith('<') || indent > 3);
const nextHtml = nextLine((line, indent) => indent > 3 || !reads.test(line));
const nextWritten = nextLine(() => true);

/** Right below the end of such a block an indented line is HTML, too, and no code; in one for Markdown, tags are. */
function tokenizeIndented(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const [above, , ending] = this.events.slice(-3);
  const html = above?.[1].type === 'htmlFlow' && ending?.[1].type === 'lineEnding' ? above[1] : undefined;
  const written = html ? this.sliceSerialize(html) : '';
  const isForMarkdown = alone.test(written) && asksForMarkdown.test(written);
  const begin = (code: Code): State | undefined =>
    tokenize(this, effects, ok, nok, { isInterrupting: false, isIndented: true })(code);
  let blanks = 0;
  return (code) => {
    if (!ofBlock.test(written)) return nok(code);
    effects.enter('linePrefix');
    return inside(code);
  };

  function inside(code: Code): State | undefined {
    if (markdownSpace(code)) {
      blanks++;
      effects.consume(code);
      return inside;
    }
    const isText = code === null || markdownLineEnding(code) || (isForMarkdown && code !== lessThan);
    if (isText || blanks < 4) return nok(code);
    effects.exit('linePrefix');
    return begin(code);
  }
}

function tokenizeBlock(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return tokenize(this, effects, ok, nok, { isInterrupting: this.interrupt === true, isIndented: false });
}

function tokenize(
  context: TokenizeContext,
  effects: Effects,
  ok: State,
  nok: State,
  { isInterrupting, isIndented }: { isInterrupting: boolean; isIndented: boolean },
): State {
  let line = '';
  let name = '';
  let depth = 0;
  let asWritten = 0;
  let isInTag = false;
  return (code) => {
    effects.enter('htmlFlow');
    return startLine(code);
  };

  function startLine(code: Code): State | undefined {
    line = '';
    effects.enter('htmlFlowData');
    return inside(code);
  }

  function inside(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code)) {
      effects.exit('htmlFlowData');
      return endLine(code);
    }
    line += code < 0 ? ' ' : String.fromCharCode(code);
    effects.consume(code);
    return inside;
  }

  function endLine(code: Code): State | undefined {
    if (!name) {
      if (voids.test(line)) {
        if (isIndented || isInterrupting) return nok(code);
        context.currentConstruct = pierced;
        return code === null ? end(code) : effects.check(nextTag, goOn, end)(code);
      }
      const isForMarkdown = !isIndented && alone.test(line) && asksForMarkdown.test(line);
      if (isForMarkdown || closing.test(line)) return end(code);
      name = opening.exec(line)?.[1] ?? '';
      if (!name) return isIndented ? end(code) : nok(code);
    }
    // The paragraph that it interrupts asks no more, and would take the lines below for its own.
    if (isInterrupting) return end(code);
    depth += countDepth(line, name);
    for (const each of verbatim) asWritten += countDepth(line, each);
    isInTag = line.lastIndexOf('<') > line.lastIndexOf('>') || (isInTag && !line.includes('>'));
    if (code === null || (depth <= 0 && line.trimEnd().endsWith('>'))) return end(code);
    const isAsWritten = isInTag || asWritten > 0;
    context.currentConstruct = isAsWritten ? whole : pierced;
    return effects.check(isAsWritten ? nextWritten : nextHtml, goOn, end)(code);
  }

  function goOn(code: Code): State {
    effects.enter('lineEnding');
    effects.consume(code);
    effects.exit('lineEnding');
    return startLine;
  }

  function end(code: Code): State | undefined {
    effects.exit('htmlFlow');
    return ok(code);
  }
}

function countDepth(line: string, name: string): number {
  const opened = line.match(new RegExp(`<${name}(?=[\\s>])[^<>]*>`, 'giu'))?.length ?? 0;
  const closed = line.match(new RegExp(`</${name}\\s*>`, 'giu'))?.length ?? 0;
  return opened - closed;
}

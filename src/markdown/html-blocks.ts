/**
 * Where a block of HTML ends. CommonMark lets it go on to the next blank line, so that of `</div>` with a fence right below it
 * the fence is HTML, too, and all that follows is read upside down. Tools whose authors write so (kramdown, MkDocs) end it with
 * the element: so do we, and an element with the attribute `markdown` ends with its tag, because what it holds is Markdown.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

const lessThan = 60;
const names = 'div|section|article|aside|figure|center|main|header|footer|details|summary|span';
const opening = new RegExp(String.raw`^<(${names})(?=[\s>])[^<>]*>`, 'iu');
const alone = new RegExp(String.raw`^<(?:${names})(?=\s)[^<>]*>\s*$`, 'iu');
const asksForMarkdown = /\smarkdown(?:\s?=\s?["']?(?:1|block|span|true)?["']?)?(?=[\s>])/iu;
const ofBlock = new RegExp(String.raw`^[ \t]*</?(?:${names})(?=[\s>])`, 'iu');
const closing = new RegExp(String.raw`^</(?:${names})\s*>\s*$`, 'iu');

export function htmlBlocks(): Extension {
  // By this name MDX turns it off.
  const indented: Construct = { name: 'htmlFlow', tokenize: tokenizeIndented, concrete: true };
  return {
    flow: { [lessThan]: { name: 'htmlFlow', tokenize: tokenizeBlock, concrete: true } },
    // A tab, its blanks, a space.
    flowInitial: { [-2]: indented, [-1]: indented, 32: indented },
  };
}

/** A line of the same container that holds something. */
const nextLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const lineStart: State = (code) => (this.parser.lazy[this.now().line] ? nok(code) : inside(code));
    const inside: State = (code) => {
      if (code === null || markdownLineEnding(code)) return nok(code);
      if (!markdownSpace(code)) return ok(code);
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

/** Right below the end of such a block an indented line is HTML, too, and no code; in one for Markdown, tags are. */
function tokenizeIndented(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const [above, , ending] = this.events.slice(-3);
  const html = above?.[1].type === 'htmlFlow' && ending?.[1].type === 'lineEnding' ? above[1] : undefined;
  const written = html ? this.sliceSerialize(html) : '';
  const isForMarkdown = alone.test(written) && asksForMarkdown.test(written);
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
    return tokenize(effects, ok, nok, { isInterrupting: false, isIndented: true })(code);
  }
}

function tokenizeBlock(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  return tokenize(effects, ok, nok, { isInterrupting: this.interrupt === true, isIndented: false });
}

function tokenize(
  effects: Effects,
  ok: State,
  nok: State,
  { isInterrupting, isIndented }: { isInterrupting: boolean; isIndented: boolean },
): State {
  let line = '';
  let name = '';
  let depth = 0;
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
      const isForMarkdown = !isIndented && alone.test(line) && asksForMarkdown.test(line);
      if (isForMarkdown || closing.test(line)) return end(code);
      name = opening.exec(line)?.[1] ?? '';
      if (!name) return isIndented ? end(code) : nok(code);
    }
    // The paragraph that it interrupts asks no more, and would take the lines below for its own.
    if (isInterrupting) return end(code);
    depth += countDepth(line, name);
    if (code === null || (depth <= 0 && line.trimEnd().endsWith('>'))) return end(code);
    return effects.check(nextLine, goOn, end)(code);
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

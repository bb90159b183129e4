/**
 * Where a block of HTML ends. CommonMark lets it go on to the next blank line, so that of `</div>` with a fence right below it
 * the fence is HTML, too, and all that follows is read upside down. Tools whose authors write so (kramdown, MkDocs) end it with
 * the element: so do we, and an element with the attribute `markdown` ends with its tag, because what it holds is Markdown.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

const lessThan = 60;
const names = 'div|section|article|aside|figure|center|main|header|footer';
const opening = new RegExp(String.raw`^<(${names})(?=[\s>])[^<>]*>`, 'iu');
const alone = new RegExp(String.raw`^<(?:${names})(?=\s)[^<>]*>\s*$`, 'iu');
const asksForMarkdown = /\smarkdown(?:\s?=\s?["']?(?:1|block|span|true)?["']?)?(?=[\s>])/iu;
const closing = new RegExp(String.raw`^</(?:${names})\s*>\s*$`, 'iu');

export function htmlBlocks(): Extension {
  // By this name MDX turns it off.
  return { flow: { [lessThan]: { name: 'htmlFlow', tokenize: tokenizeBlock, concrete: true } } };
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

function tokenizeBlock(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
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
      if ((alone.test(line) && asksForMarkdown.test(line)) || closing.test(line)) return end(code);
      name = opening.exec(line)?.[1] ?? '';
      if (!name) return nok(code);
    }
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

/**
 * Boxes between lines of colons, as all their authors write them: `:::note`, `:::note[제목]{#id}`, `:::note 제목`,
 * `::: note 제목`. A line of colons closes the innermost open box of its length, so boxes of one length nest; inside a
 * fence of code it closes nothing.
 *
 * The tokens are those of `micromark-extension-directive`, whose own construct knows only the first two spellings, so
 * that `mdast-util-directive` reads them.
 */
import { factorySpace } from 'micromark-factory-space';
import {
  markdownLineEnding,
  markdownSpace,
  unicodePunctuation,
  unicodeWhitespace,
} from 'micromark-util-character';
import { directive } from 'micromark-extension-directive';
import type {
  Code,
  Construct,
  Effects,
  Extension,
  ParseContext,
  State,
  Token,
  TokenizeContext,
} from 'micromark-util-types';

/**
 * What is in a box is read as a text of its own, and so once more for each box around it. So many signs of one note may be
 * read in boxes; a box that would open after that is text. No note that is meant to be read has nearly as many.
 */
const mostRead = 12_000_000;
/** What a line costs beside its signs, in signs: one that opens or closes a box, and one of text. */
const lineCost = { colons: 130, text: 500 };
const readInBoxes = new WeakMap<ParseContext, number>();

const colon = 58;
const openingBracket = 91;
const closingBracket = 93;
const openingBrace = 123;
const closingBrace = 125;
const backslash = 92;
const backtick = 96;
const tilde = 126;

/** Containers of our own construct, and the leaf directives (`::table{…}`) of the package's. */
export function containers(): Extension {
  const theirs = [directive().flow?.[colon] ?? []].flat();
  const leaf = theirs.filter((construct) => !construct.concrete);
  return { flow: { [colon]: [{ tokenize: tokenizeContainer, concrete: true }, ...leaf] } };
}

const isEnd = (code: Code) => code === null || markdownLineEnding(code);

/** A line that is part of the same container (a list item, a quote), not a lazy one. */
const nonLazyLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const lineStart: State = (code) => (this.parser.lazy[this.now().line] ? nok(code) : ok(code));
    return (code) => {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return lineStart;
    };
  },
};

/** `[제목]`, with brackets in it if they are paired or escaped; what text follows makes a title of the whole line. */
const label: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let depth = 0;
    const inside: State = (code) => {
      if (isEnd(code)) return nok(code);
      if (code === closingBracket && depth === 0) return close(code);
      if (code === openingBracket) depth++;
      if (code === closingBracket) depth--;
      effects.consume(code);
      return code === backslash ? escaped : inside;
    };
    const escaped: State = (code) => {
      if (isEnd(code)) return nok(code);
      effects.consume(code);
      return inside;
    };
    const close: State = (code) => {
      effects.exit('chunkText');
      effects.exit('directiveContainerLabelString');
      return marker(code, (next) => {
        effects.exit('directiveContainerLabel');
        return markdownSpace(next) ? factorySpace(effects, last, 'whitespace')(next) : last(next);
      });
    };
    const last: State = (code) => (isEnd(code) || code === openingBrace ? ok(code) : nok(code));
    const marker = (code: Code, then: State): State => {
      effects.enter('directiveContainerLabelMarker');
      effects.consume(code);
      effects.exit('directiveContainerLabelMarker');
      return then;
    };
    return (code) => {
      effects.enter('directiveContainerLabel');
      return marker(code, (next) => {
        // An empty label is no label.
        if (next === closingBracket) return nok(next);
        effects.enter('directiveContainerLabelString');
        effects.enter('chunkText', { contentType: 'text' });
        return inside(next);
      });
    };
  },
};

/** `{#id .class key="value"}`: what it says of looks is another tool's. */
const attributes: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const inside: State = (code) => {
      if (isEnd(code)) return nok(code);
      effects.consume(code);
      if (code !== closingBrace) return inside;
      effects.exit('whitespace');
      return ok;
    };
    return (code) => {
      effects.enter('whitespace');
      effects.consume(code);
      return inside;
    };
  },
};

function tokenizeContainer(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  // eslint-disable-next-line @typescript-eslint/no-this-alias -- states are called without it
  const self = this;
  const tail = self.events.at(-1);
  const initialSize = tail?.[1].type === 'linePrefix' ? tail[2].sliceSerialize(tail[1], true).length : 0;
  /** Lengths of the open boxes, outermost first. */
  const open: number[] = [];
  let size = 0;
  let previous: Token | undefined;
  let isColons = false;
  /** The fence of code that is open in the box. */
  let fence: { marker: Code; size: number } | null = null;

  return start;

  function start(code: Code): State | undefined {
    effects.enter('directiveContainer');
    effects.enter('directiveContainerFence');
    effects.enter('directiveContainerSequence');
    return sequence(code);
  }

  function sequence(code: Code): State | undefined {
    if (code === colon) {
      effects.consume(code);
      size++;
      return sequence;
    }
    if (size < 3 || (readInBoxes.get(self.parser) ?? 0) > mostRead) return nok(code);
    open.push(size);
    effects.exit('directiveContainerSequence');
    return markdownSpace(code) ? factorySpace(effects, name, 'whitespace')(code) : name(code);
  }

  function name(code: Code): State | undefined {
    if (isEnd(code) || unicodeWhitespace(code) || unicodePunctuation(code)) return nok(code);
    effects.enter('directiveContainerName');
    effects.consume(code);
    return inName;
  }

  function inName(code: Code): State | undefined {
    const isOver =
      isEnd(code) || unicodeWhitespace(code) || (unicodePunctuation(code) && code !== 45 && code !== 95);
    if (!isOver) {
      effects.consume(code);
      return inName;
    }
    effects.exit('directiveContainerName');
    // `:::text:` and the like are no boxes.
    if (!isEnd(code) && !unicodeWhitespace(code) && code !== openingBracket && code !== openingBrace) {
      return nok(code);
    }
    return spaced(code, afterName);
  }

  function afterName(code: Code): State | undefined {
    if (code === openingBracket) return effects.attempt(label, afterLabel, title)(code);
    if (code === openingBrace) return effects.attempt(attributes, afterLabel, title)(code);
    return isEnd(code) ? openingEnd(code) : title(code);
  }

  function afterLabel(code: Code): State | undefined {
    return spaced(code, (next) => {
      if (next === openingBrace) return effects.attempt(attributes, afterLabel, nok)(next);
      return isEnd(next) ? openingEnd(next) : nok(next);
    });
  }

  /** The rest of the line. */
  function title(code: Code): State | undefined {
    effects.enter('directiveContainerLabel');
    effects.enter('directiveContainerLabelString');
    effects.enter('chunkText', { contentType: 'text' });
    return inTitle(code);
  }

  function inTitle(code: Code): State | undefined {
    if (!isEnd(code)) {
      effects.consume(code);
      return inTitle;
    }
    effects.exit('chunkText');
    effects.exit('directiveContainerLabelString');
    effects.exit('directiveContainerLabel');
    return openingEnd(code);
  }

  function spaced(code: Code, then: State): State | undefined {
    return markdownSpace(code) ? factorySpace(effects, then, 'whitespace')(code) : then(code);
  }

  function openingEnd(code: Code): State | undefined {
    effects.exit('directiveContainerFence');
    if (code === null) return after(code);
    if (self.interrupt) return ok(code);
    return effects.attempt(nonLazyLine, contentStart, after)(code);
  }

  function contentStart(code: Code): State | undefined {
    if (code === null) return after(code);
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, enterContent, after)(code);
    return enterContent(code);
  }

  function enterContent(code: Code): State | undefined {
    effects.enter('directiveContainerContent');
    return lineStart(code);
  }

  function lineStart(code: Code): State | undefined {
    const chunk = initialSize ? factorySpace(effects, chunkStart, 'linePrefix', initialSize + 1) : chunkStart;
    return effects.check(
      { tokenize: tokenizeLook, partial: true },
      effects.attempt({ tokenize: tokenizeClosing, partial: true }, afterContent, chunk),
      chunk,
    )(code);
  }

  function chunkStart(code: Code): State | undefined {
    if (code === null) return afterContent(code);
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, enterChunk, afterContent)(code);
    return enterChunk(code);
  }

  function enterChunk(code: Code): State | undefined {
    const token = effects.enter('chunkDocument', { contentType: 'document', previous });
    if (previous) previous.next = token;
    previous = token;
    isColons = code === colon;
    return inChunk(code);
  }

  function inChunk(code: Code): State | undefined {
    if (code === null) return exitChunk(code);
    if (markdownLineEnding(code)) return effects.check(nonLazyLine, nextLine, exitChunk)(code);
    effects.consume(code);
    return inChunk;
  }

  function nextLine(code: Code): State | undefined {
    effects.consume(code);
    exitLine();
    return lineStart;
  }

  function exitChunk(code: Code): State | undefined {
    exitLine();
    return afterContent(code);
  }

  function exitLine(): void {
    const { start: from, end: to } = effects.exit('chunkDocument');
    self.parser.lazy[from.line] = false;
    const read = to.offset - from.offset + (isColons ? lineCost.colons : lineCost.text);
    readInBoxes.set(self.parser, (readInBoxes.get(self.parser) ?? 0) + read);
  }

  function afterContent(code: Code): State | undefined {
    effects.exit('directiveContainerContent');
    return after(code);
  }

  function after(code: Code): State | undefined {
    effects.exit('directiveContainer');
    return ok(code);
  }

  /** Reads a line ahead and keeps count; ok where the line closes this box. */
  function tokenizeLook(looking: Effects, isClosing: State, isOther: State): State {
    let marker: Code = null;
    let length = 0;
    let isNamed = false;
    return (code) => {
      // No token may be empty.
      if (!markdownSpace(code) && code !== colon && code !== backtick && code !== tilde) return isOther(code);
      looking.enter('directiveContainerFence');
      return before(code);
    };

    function before(code: Code): State | undefined {
      if (markdownSpace(code)) {
        looking.consume(code);
        return before;
      }
      if (code !== colon && code !== backtick && code !== tilde) return give(isOther, code);
      marker = code;
      return run(code);
    }

    function run(code: Code): State | undefined {
      if (code === marker) {
        looking.consume(code);
        length++;
        return run;
      }
      return rest(code);
    }

    function rest(code: Code): State | undefined {
      if (!isEnd(code)) {
        if (!markdownSpace(code)) isNamed = true;
        looking.consume(code);
        return rest;
      }
      if (length < 3) return give(isOther, code);
      if (marker !== colon) {
        if (!fence) fence = { marker, size: length };
        else if (fence.marker === marker && length >= fence.size && !isNamed) fence = null;
        return give(isOther, code);
      }
      if (fence) return give(isOther, code);
      if (isNamed) {
        open.push(length);
        return give(isOther, code);
      }
      const exact = open.lastIndexOf(length);
      const fitting = exact >= 0 ? exact : open.findLastIndex((opened) => opened <= length);
      if (fitting >= 0) open.length = fitting;
      return give(open.length ? isOther : isClosing, code);
    }

    function give(state: State, code: Code): State | undefined {
      looking.exit('directiveContainerFence');
      return state(code);
    }
  }

  function tokenizeClosing(closing: Effects, done: State): State {
    return factorySpace(
      closing,
      (code) => {
        closing.enter('directiveContainerFence');
        closing.enter('directiveContainerSequence');
        return colons(code);
      },
      'linePrefix',
    );

    function colons(code: Code): State | undefined {
      if (code === colon) {
        closing.consume(code);
        return colons;
      }
      closing.exit('directiveContainerSequence');
      return markdownSpace(code) ? factorySpace(closing, end, 'whitespace')(code) : end(code);
    }

    function end(code: Code): State | undefined {
      closing.exit('directiveContainerFence');
      return done(code);
    }
  }
}

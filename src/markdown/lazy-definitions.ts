/**
 * `[name]: address` right below the text of a footnote, an item or a quote. CommonMark takes such a line for one more of that
 * text, and all links by the name for words in brackets; kramdown and the authors of lists of sources mean the definition.
 */
import { markdownLineEnding } from 'micromark-util-character';
import type { Construct, Extension, State } from 'micromark-util-types';

const openingBracket = 91;
const form =
  /^\[(?!\^)[^[\]]+\]:[ \t]+(?:https?:\/\/|mailto:|\.{0,2}\/|#)\S*(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/u;
const longest = 1000;

export function lazyDefinitions(): Extension {
  return { flow: { [openingBracket]: construct } };
}

/** It only ends the text above: the line is then read as any other. */
const construct: Construct = {
  name: 'lazyDefinition',
  tokenize(effects, ok, nok) {
    let written = '';
    const line: State = (code) => {
      if (code === null || markdownLineEnding(code)) return form.test(written) ? ok(code) : nok(code);
      if (written.length > longest) return nok(code);
      written += code > 0 ? String.fromCodePoint(code) : ' ';
      effects.consume(code);
      return line;
    };
    return (code) => {
      if (!this.interrupt || !this.parser.lazy[this.now().line]) return nok(code);
      effects.enter('chunkString');
      return line(code);
    };
  },
};

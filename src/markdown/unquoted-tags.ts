/**
 * `<img src=a/b.png>`: browsers, and CommonMark, read values without quotes that hold a slash; micromark takes such a tag for
 * text. Here it is HTML as every other, and so is one with a file that is named in code (`<img src={require('./a.png').default} />`).
 */
import { markdownLineEnding } from 'micromark-util-character';
import type { Construct, State } from 'micromark-util-types';
import type { Processor } from 'unified';
import { isHtmlName } from './html-schema.ts';

const longestTag = 2000;
const opening = 60;
const closing = 62;
/** Behind a quote in code no value without quotes goes on: no value is read in two ways, of which many would be tried. */
const tag =
  /^([a-z][a-z\d]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|\{\w+\(["'`][^\s{}<>]*\)[.\w]*\}|[^\s"'<>`]+))?)*\s*\/?$/iu;

export function remarkUnquotedTags(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  (data.micromarkExtensions ??= []).push({ text: { [opening]: construct } });
}

const construct: Construct = {
  // By this name MDX leaves HTML out.
  name: 'htmlText',
  tokenize(effects, ok, nok) {
    let written = '';
    const content: State = (code) => {
      if (code === null || code === opening || markdownLineEnding(code) || written.length > longestTag)
        return nok(code);
      if (code === closing) {
        const name = tag.exec(written)?.[1];
        if (name === undefined || !isHtmlName(name.toLowerCase()) || !/=\s*(?:\{|[^\s"'/]*\/)/u.test(written))
          return nok(code);
        effects.consume(code);
        effects.exit('htmlTextData');
        effects.exit('htmlText');
        return ok;
      }
      written += code > 0 ? String.fromCodePoint(code) : ' ';
      effects.consume(code);
      return content;
    };
    return (code) => {
      effects.enter('htmlText');
      effects.enter('htmlTextData');
      effects.consume(code);
      return content;
    };
  },
};

import { readFileWords } from '../flavours/file-imports.ts';
import { Tokenizer, TokenizerMode, type Token } from 'parse5';

/** A piece of HTML as its author wrote it; `from` and `to` are offsets in the piece of text that was read. */
export interface HtmlToken {
  kind: 'open' | 'close' | 'text' | 'comment';
  from: number;
  to: number;
  /** Where it begins, 1-based, in that text. */
  line: number;
  column: number;
  /** Of a tag, in lower case. */
  name: string;
  /** Of an opening tag: names in lower case, values decoded. */
  attributes: [string, string][];
  /** Of text and comments, decoded. */
  value: string;
}

/** After these, browsers read no tags until the closing one. */
const literalModes = new Map<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
]);

/** HTML as tags and text, as a browser reads it, but that nothing is ever lost: what is no tag is text. */
export function readTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  const lower = html.toLowerCase();
  const add = (kind: HtmlToken['kind'], location: Token.Location | null, parts: Partial<HtmlToken> = {}) => {
    const from = location?.startOffset ?? 0;
    const to = location?.endOffset ?? html.length;
    const { startLine: line = 1, startCol: column = 1 } = location ?? {};
    tokens.push({
      kind,
      from,
      to,
      line,
      column,
      name: '',
      attributes: [],
      value: html.slice(from, to),
      ...parts,
    });
  };
  const lastClosing = new Map<string, number>();
  const isClosed = (name: string, from: number) => {
    let last = lastClosing.get(name);
    if (last === undefined) {
      last = lower.lastIndexOf(`</${name}`);
      lastClosing.set(name, last);
    }
    return last >= from;
  };
  const addText = ({ chars, location }: Token.CharacterToken) => {
    const last = tokens.at(-1);
    if (last?.kind === 'text') {
      last.value += chars;
      last.to = location?.endOffset ?? last.to;
    } else add('text', location, { value: chars });
  };
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName, attrs, location }) {
        const attributes = attrs.map(({ name, value }): [string, string] => [name, readFileWords(value)]);
        add('open', location, { name: tagName, attributes });
        const mode = literalModes.get(tagName);
        // One that is never closed would swallow the rest.
        if (mode !== undefined && isClosed(tagName, location?.endOffset ?? 0)) tokenizer.state = mode;
      },
      onEndTag: ({ tagName, location }) => add('close', location, { name: tagName }),
      onComment({ location }) {
        const written = html.slice(location?.startOffset ?? 0, location?.endOffset ?? 0);
        const data = /^<!\[CDATA\[([^]*)\]\]>$/u.exec(written)?.[1];
        // Processing instructions and tags that are none.
        add(written.startsWith('<!--') ? 'comment' : 'text', location, { value: data ?? written });
      },
      onDoctype: ({ location }) => add('text', location),
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: () => undefined,
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);
  // The end came inside a tag.
  const from = tokens.at(-1)?.to ?? 0;
  if (from < html.length) {
    const before = html.slice(0, from).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    tokens.push({
      kind: 'text',
      from,
      to: html.length,
      ...place,
      name: '',
      attributes: [],
      value: html.slice(from),
    });
  }
  return tokens;
}

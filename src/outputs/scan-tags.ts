/** A tag of a page that one of our own writers has written: elements are closed, values quoted, text is escaped. */
export interface Tag {
  name: string;
  isEnd: boolean;
  /** It has no end tag: `<br>`, `<path/>`. */
  isVoid: boolean;
  /** What stands between its name and its end. */
  attributes: string;
  from: number;
  to: number;
}

/** Elements whose content is no markup. */
const raw = new Set(['script', 'style', 'textarea', 'title']);
const empty = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' ') as readonly string[],
);

/**
 * The tags of a page in their order, without comments and without what stands in scripts and style sheets. Reading a
 * page as a tree takes many times as long, and writing that tree again as long once more.
 */
export function* scanTags(html: string): Generator<Tag> {
  const start = /<(\/?)([a-z][\w:-]*)/iuy;
  for (let from = html.indexOf('<'); from >= 0; from = html.indexOf('<', from)) {
    if (html.startsWith('<!--', from)) {
      const end = html.indexOf('-->', from);
      if (end < 0) return;
      from = end + 3;
      continue;
    }
    start.lastIndex = from;
    const [begin, slash, written] = start.exec(html) ?? [];
    if (begin === undefined || written === undefined) {
      from += 1;
      continue;
    }
    const name = written.toLowerCase();
    const close = findEnd(html, from + begin.length);
    const attributes = html.slice(from + begin.length, close);
    const isEnd = slash === '/';
    const isVoid = empty.has(name) || attributes.endsWith('/');
    yield {
      name,
      isEnd,
      isVoid,
      attributes,
      from,
      to: close + 1,
    };
    from = close + 1;
    if (!isEnd && !isVoid && raw.has(name)) {
      const end = html.indexOf(`</${name}`, from);
      if (end >= 0) from = end;
    }
  }
}

/** Where a tag ends: at a `>` that stands in no value. */
function findEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const letter = html[at];
    if (letter === '>') return at;
    if (letter !== '"' && letter !== "'") continue;
    const end = html.indexOf(letter, at + 1);
    if (end < 0) break;
    at = end;
  }
  return html.length;
}

/** The attributes of a tag as they are written, by name; one without a value has the empty one. */
export function readAttributes(attributes: string): Map<string, string> {
  const read = new Map<string, string>();
  for (const [, name = '', double, single, bare] of attributes.matchAll(
    /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/gu,
  )) {
    if (!read.has(name)) read.set(name, double ?? single ?? bare ?? '');
  }
  return read;
}

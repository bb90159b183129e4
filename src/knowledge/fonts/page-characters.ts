/** The characters of one built page, as code points. */
export interface PageCharacters {
  /** What the interface's typeface shows when the page opens. */
  shown: Set<number>;
  /** What may show later or elsewhere: closed and hidden parts, templates, attributes; a superset of `shown`. */
  all: Set<number>;
}

/** Elements whose content is not drawn, or not in the interface's typeface, when the page opens. */
const unseen = new Set([
  'head',
  'script',
  'style',
  'template',
  'dialog',
  'pre',
  'code',
  'noscript',
  'details',
]);

/**
 * Reads which characters a built page shows. A plain scan, not a parser: pages come from our own writer, so elements
 * are closed, and being wrong about a hidden part only costs or saves a slice that is loaded on demand.
 */
export function readPageCharacters(html: string): PageCharacters {
  const all = collect(html, new Set());
  const shown = new Set<number>();
  const seen = new Uint8Array(0x10000);
  /** The unseen element that the scan is inside of, and how many of its name are open. */
  let outer = '';
  let depth = 0;
  let isSummary = false;
  let textStart = 0;
  for (const tag of html.matchAll(/<!--[^]*?-->|<(\/?)([a-z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/giu)) {
    if (!outer || isSummary) collect(html.slice(textStart, tag.index), shown, seen);
    textStart = tag.index + tag[0].length;
    const name = (tag[2] ?? '').toLowerCase();
    const isEnd = tag[1] === '/';
    if (outer) {
      // The summary of a closed disclosure is all that shows of it.
      if (outer === 'details' && depth === 1 && name === 'summary') isSummary = !isEnd;
      if (name === outer) depth += isEnd ? -1 : 1;
      if (depth === 0) outer = '';
    } else if (!isEnd && isUnseen(name, tag[3] ?? '')) {
      outer = name;
      depth = 1;
    }
    const placeholder = name === 'input' && !outer ? /\splaceholder="([^"]*)"/u.exec(tag[3] ?? '') : null;
    if (placeholder?.[1]) collect(placeholder[1], shown, seen);
  }
  if (!outer) collect(html.slice(textStart), shown, seen);
  return { shown, all };
}

/** The code points of a text, with what its letters compose to and its numeric character references stand for. */
export function readCharacters(text: string): Set<number> {
  return collect(text, new Set());
}

function isUnseen(name: string, attributes: string): boolean {
  if (name === 'details') return !/\sopen(?=[\s=/]|$)/u.test(attributes);
  return (
    unseen.has(name) ||
    (/\shidden(?=[\s=/]|$)/u.test(attributes) && !/^(?:input|img|br|hr|path)$/u.test(name))
  );
}

/** @param seen 1 for every UTF-16 unit that `into` has: most letters come again and again, and a set is slow to ask */
function collect(text: string, into: Set<number>, seen = new Uint8Array(0x10000)): Set<number> {
  const composed = addPoints(text, into, seen) ? text.normalize('NFC') : text;
  if (composed !== text) addPoints(composed, into, seen);
  if (text.includes('&#')) {
    for (const [, hex, decimal] of text.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu)) {
      into.add(hex ? Number.parseInt(hex, 16) : Number(decimal));
    }
  }
  return into;
}

/** Whether there are letters among them that compose with others. */
function addPoints(text: string, into: Set<number>, seen: Uint8Array): boolean {
  let isDecomposed = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (seen[unit]) continue;
    const point = text.codePointAt(index) ?? unit;
    if (point > 0xffff) index += 1;
    into.add(point);
    if ((point >= 0x1100 && point <= 0x11ff) || (point >= 0x300 && point <= 0x36f)) isDecomposed = true;
    else if (unit < 0xd800 || unit > 0xdfff) seen[unit] = 1;
  }
  return isDecomposed;
}

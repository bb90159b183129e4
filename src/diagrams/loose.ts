/**
 * Reading Mermaid's databases, which have no public types: every access says what it expects and gets an empty value
 * where that is not there, so that a changed internal makes a poorer text, never a failed build.
 */
export type Loose = Record<string, unknown>;

export function asRecord(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? (value as Loose) : {};
}

/** The records of an array, or the values of a Map. */
export function asList(value: unknown): Loose[] {
  if (Array.isArray(value)) return value.map(asRecord);
  if (value instanceof Map) return [...value.values()].map(asRecord);
  return [];
}

export function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(readLabel).filter((text) => text !== '') : [];
}

/** Calls a method by name; undefined where there is none or it throws. */
export function ask(db: unknown, method: string, ...parameters: unknown[]): unknown {
  const found = asRecord(db)[method];
  if (typeof found !== 'function') return undefined;
  try {
    return (found as (...all: unknown[]) => unknown).apply(db, parameters);
  } catch {
    return undefined;
  }
}

/** A label as plain text: line breaks as spaces, no tags, no Markdown marks, entities decoded. */
export function readLabel(value: unknown, type?: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  const isMarkdown = type === 'markdown' || /^`[\s\S]*`$/.test(value);
  const plain = value
    .replace(/<br\s*\/?>|\\n/gi, ' ')
    .replace(/^`([\s\S]*)`$/, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  const text = decode(plain);
  return (isMarkdown ? text.replace(emphasis, '$2$4') : text)
    .replace(/\\([+\-#~*])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Inside a word, `_` is a letter like another. */
const emphasis =
  /(\*\*|\*)(?=\S)(.+?)(?<=\S)\1|(?<![\p{L}\p{N}])(__|_)(?=\S)(.+?)(?<=\S)\3(?![\p{L}\p{N}])/gu;

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  colon: ':',
  semi: ';',
};

/** HTML entities, and Mermaid's own writing of `#35;` and `#quot;`. */
function decode(text: string): string {
  return text
    .replace(/ﬂ°°/g, '&#')
    .replace(/ﬂ°/g, '&')
    .replace(/¶ß/g, ';')
    .replace(/&(#?\w+);/g, (whole, name: string) => {
      if (name.startsWith('#')) {
        const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
        return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      }
      return entities[name] ?? whole;
    });
}

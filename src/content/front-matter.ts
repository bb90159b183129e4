import { isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';

/** The data at the top of a note and where each of its fields stands. */
export interface FrontMatter {
  data: Record<string, unknown>;
  /** The Markdown after it. */
  body: string;
  /** How many lines of the file come before the body. */
  bodyLine: number;
  /** Line and column in the file of a field, by its path; of the nearest parent where the field is missing. */
  locate: (path: readonly PropertyKey[]) => { line: number; column: number };
  troubles: { line: number; column: number; message: string }[];
}

/** Splits a note into front matter and body. Broken YAML gives troubles with their lines, never an exception. */
export function readFrontMatter(text: string): FrontMatter {
  const source = text.replace(/^\uFEFF/u, '');
  const opening = /^---[^\S\n]*\n/u.exec(source);
  if (!opening) {
    return { data: {}, body: source, bodyLine: 0, locate: () => ({ line: 1, column: 1 }), troubles: [] };
  }
  const closing = /^---[^\S\n]*$/mu.exec(source.slice(opening[0].length));
  if (!closing) {
    const trouble = { line: 1, column: 1, message: '앞머리를 여는 --- 는 있으나 닫는 --- 가 없습니다' };
    return { data: {}, body: '', bodyLine: 0, locate: () => trouble, troubles: [trouble] };
  }
  const yaml = source.slice(opening[0].length, opening[0].length + closing.index);
  const rest = source.slice(opening[0].length + closing.index + closing[0].length).replace(/^\n/u, '');
  const bodyLine = source.length === rest.length ? 0 : source.slice(0, source.length - rest.length).split('\n').length - 1;
  const { data, locate, troubles } = readYaml(yaml, 1);
  if (data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    troubles.push({ line: 2, column: 1, message: '앞머리는 "이름: 값" 줄로 적습니다' });
    return { data: {}, body: rest, bodyLine, locate, troubles };
  }
  return { data: (data ?? {}) as Record<string, unknown>, body: rest, bodyLine, locate, troubles };
}

/**
 * YAML with places. Dates stay text, because a YAML date turns 31 November into 1 December.
 * @param linesBefore lines of the file above the YAML
 */
export function readYaml(
  yaml: string,
  linesBefore = 0,
): { data: unknown; locate: FrontMatter['locate']; troubles: FrontMatter['troubles'] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, customTags: [] });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(offset, yaml.length));
    return { line: line + linesBefore, column: col };
  };
  const troubles = document.errors.map((error) => ({
    ...at(error.code === 'MISSING_CHAR' ? openingQuote(yaml, error.pos[0]) : error.pos[0]), message: sayYamlError(error.code, error.message) }));
  const locate = (path: readonly PropertyKey[]) => {
    let node: unknown = document.contents;
    let offset = (document.contents as Node | null)?.range?.[0] ?? 0;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
        if (!pair) break;
        offset = (pair.key as Node).range?.[0] ?? offset;
        node = pair.value;
        const inner = (node as Node | null)?.range?.[0];
        if (inner !== undefined && path.at(-1) !== step) offset = inner;
      } else if (node && typeof node === 'object' && 'items' in node && typeof step === 'number') {
        node = (node.items as unknown[])[step];
        offset = (node as Node | null)?.range?.[0] ?? offset;
      } else break;
    }
    return at(offset);
  };
  if (troubles.length) return { data: {}, locate, troubles };
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string') scalar.value = scalar.value.normalize('NFC');
    },
  });
  try {
    return { data: document.toJS({ maxAliasCount: 100 }), locate, troubles };
  } catch (error) {
    troubles.push({ line: linesBefore + 1, column: 1, message: (error as Error).message });
    return { data: {}, locate, troubles };
  }
}

/** A quote that is never closed is noticed at the end of the file; the author looks for the line that opens it. */
function openingQuote(yaml: string, end: number): number {
  let offset = 0;
  for (const line of yaml.slice(0, end).split('\n')) {
    const value = /^\s*(?:- )?(?:[^"'\n:]*:\s*)?(?=["'])/u.exec(line);
    const quote = line[value?.[0].length ?? -1];
    if (value && quote && line.slice(value[0].length).split(quote).length % 2 === 0) return offset + value[0].length;
    offset += line.length + 1;
  }
  return end;
}

function sayYamlError(code: string, message: string): string {
  const korean: Record<string, string> = {
    DUPLICATE_KEY: '같은 이름의 필드가 두 번 있습니다',
    BAD_INDENT: '들여쓰기가 맞지 않습니다',
    TAB_AS_INDENT: '들여쓰기에 탭을 쓸 수 없습니다. 빈칸을 쓰십시오',
    MISSING_CHAR: '따옴표나 괄호를 닫지 않았습니다',
    BAD_ALIAS: '값이 * 나 & 로 시작하면 따옴표로 감싸십시오',
    BLOCK_AS_IMPLICIT_KEY: '한 줄에 쌍점(:)이 둘입니다. 값을 따옴표로 감싸십시오',
  };
  const said = message.split('\n')[0] ?? '';
  return `YAML을 읽지 못했습니다: ${korean[code] ? `${korean[code]} (${said})` : said}`;
}

import { problemsWords } from '#words';

/**
 * What the YAML parser found, by what an author has done: its codes count what it wanted next, so that a line without a
 * colon lacks a sign like an open quote, and an open bracket is a line that stands too far left.
 */
export function kindOfYamlError({ code, message }: { code: string; message: string }): string {
  if (message.startsWith('Implicit map keys need') || message.startsWith('A block sequence may not'))
    return 'MULTILINE_IMPLICIT_KEY';
  return code === 'BAD_INDENT' && message.startsWith('Flow ') ? 'MISSING_CHAR' : code;
}

/** What the YAML parser found, in an author's words where there are some, with what to do. */
export function explainYamlError(error: { code: string; message: string }): string {
  const said = error.message.split('\n')[0] ?? '';
  const kind = kindOfYamlError(error);
  const known = (problemsWords().frontMatter.yaml as Partial<Record<string, string>>)[kind];
  // What it advises a programmer to call helps no author.
  return known === undefined ? said : kind === 'MULTIPLE_DOCS' ? known : `${known} (${said})`;
}

/**
 * A quote or a bracket that is never closed is noticed lines later, or at the end of the file; the author looks for the
 * line that opens it.
 */
export function openingQuote(yaml: string, end: number): number {
  let offset = 0;
  for (const line of yaml.slice(0, end).split('\n')) {
    for (const { 0: before, 1: quote = '', index } of line.matchAll(/(?:^|[:,[{]|-\s)\s*(["'])/gu)) {
      const at = index + before.length;
      if (!line.includes(quote, at)) return offset + at - 1;
    }
    offset += line.length + 1;
  }
  return openingBracket(yaml, end);
}

/** The last bracket before a place that nothing closes; the place itself where there is none. */
function openingBracket(yaml: string, end: number): number {
  const open: number[] = [];
  // What stands in quotes or comments opens nothing.
  const signs = /"(?:[^"\\\n]|\\.)*"|(?<=[\s,:[{])'[^'\n]*'|(?<=\s)#[^\n]*|[[\]{}]/gu;
  for (const { 0: sign, index } of yaml.slice(0, end).matchAll(signs)) {
    if (sign === '[' || sign === '{') open.push(index);
    else if (sign === ']' || sign === '}') open.pop();
  }
  return open.at(-1) ?? end;
}

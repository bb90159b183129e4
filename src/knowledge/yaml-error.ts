import { problemsWords } from '#words';

/** What the YAML parser found, in an author's words where there are some, with what to do. */
export function explainYamlError(code: string, message: string): string {
  const said = message.split('\n')[0] ?? '';
  const known = (problemsWords().frontMatter.yaml as Partial<Record<string, string>>)[code];
  // What it advises a programmer to call helps no author.
  return known === undefined ? said : code === 'MULTIPLE_DOCS' ? known : `${known} (${said})`;
}

/** A quote that is never closed is noticed at the end of the file; the author looks for the line that opens it. */
export function openingQuote(yaml: string, end: number): number {
  let offset = 0;
  for (const line of yaml.slice(0, end).split('\n')) {
    for (const { 0: before, 1: quote = '', index } of line.matchAll(/(?:^|[:,[{]|-\s)\s*(["'])/gu)) {
      const at = index + before.length;
      if (!line.includes(quote, at)) return offset + at - 1;
    }
    offset += line.length + 1;
  }
  return end;
}

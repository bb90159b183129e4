import { problemsWords } from '#words';

/** What the YAML parser found, in an author's words where there are some, with what to do. */
export function explainYamlError(code: string, message: string): string {
  const said = message.split('\n')[0] ?? '';
  const known = (problemsWords().frontMatter.yaml as Partial<Record<string, string>>)[code];
  return known === undefined ? said : `${known} (${said})`;
}

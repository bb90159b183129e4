import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseDiagram } from '../../../src/diagrams/parse.ts';

const snippets = JSON.parse(readFileSync('.vscode/notes.code-snippets', 'utf8')) as Record<
  string,
  { body: string[] }
>;

/** What an author gets who fills in nothing. */
const filled = (body: readonly string[]) =>
  body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/gu, '$1')
    .replace(/\$\{\d+:([^}]*)\}/gu, '$1')
    .replace(/\$\d+/gu, '');

const diagrams = Object.entries(snippets).flatMap(([name, { body }]) => {
  const code = /^```mermaid\n(.*?)\n```$/msu.exec(filled(body))?.[1];
  return code === undefined ? [] : [[name, code] as const];
});

it.each(diagrams)('the snippet %s is a diagram as it stands', async (_, code) => {
  const parsed = await parseDiagram(code);
  expect('problem' in parsed ? parsed.problem : null).toBeNull();
});

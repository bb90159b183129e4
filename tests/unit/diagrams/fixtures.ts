import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../fixtures/diagrams/', import.meta.url));

/** One diagram or more of every type, by file name without extension. */
export const fixtures: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.mmd'))
    .sort()
    .map((file) => [file.replace(/\.mmd$/, ''), readFileSync(folder + file, 'utf8')]),
);

/** The source of one fixture. */
export function readFixture(name: string): string {
  const code = fixtures.get(name);
  if (code === undefined) throw new Error(`no fixture ${name}`);
  return code;
}

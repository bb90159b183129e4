import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { Problem } from '../knowledge/problem.ts';
import { describeIssue } from './describe-issue.ts';
import { readYaml } from './front-matter.ts';
import type { Folder } from './read-folder.ts';

/** A list that is not there. */
export function noList<Item>() {
  return { items: [] as Item[], locate: () => ({ line: 1, column: 1 }) };
}

/** A YAML list of typed items; items that do not fit are reported and left out. */
export async function readList<Schema extends z.ZodType<{ id: string }>>(
  folder: Folder,
  file: string,
  schema: Schema,
  kind: 'source' | 'term',
  say: (path: string, problem: Omit<Problem, 'path'>) => void,
): Promise<{ items: z.infer<Schema>[]; locate: (field: readonly PropertyKey[]) => { line: number; column: number } }> {
  const realPath = folder.assets.get(file);
  const text = realPath === undefined ? null : await readOptional(realPath);
  if (text === null) return noList();
  const { data, locate, troubles } = readYaml(text);
  for (const trouble of troubles) say(file, { ...trouble, severity: 'error', kind: 'front-matter' });
  if (troubles.length) return { items: [], locate };
  if (!Array.isArray(data)) {
    if (data !== null) say(file, { line: 1, column: 1, severity: 'error', kind: 'front-matter', message: '목록(- id: …)이어야 합니다' });
    return { items: [], locate };
  }
  const items: z.infer<Schema>[] = [];
  const first = new Map<string, number>();
  data.forEach((item: unknown, index) => {
    const result = schema.safeParse(item);
    if (!result.success) {
      for (const issue of result.error.issues) {
        for (const { path, kind: problemKind, message } of describeIssue(issue, item, kind)) {
          say(file, { ...locate([index, ...path]), severity: 'error', kind: problemKind, message });
        }
      }
    }
    const id = (item as { id?: unknown } | null)?.id;
    if (typeof id !== 'string') return;
    const known = first.get(id);
    if (known !== undefined) {
      const message = `id "${id}"를 ${locate([known, 'id']).line}번째 줄에서 이미 쓰고 있습니다`;
      say(file, { ...locate([index, 'id']), severity: 'error', kind: 'duplicate', message });
      return;
    }
    first.set(id, index);
    // A source with a wrong field still is a source: citing it is not a second mistake.
    items.push((result.success ? result.data : item) as z.infer<Schema>);
  });
  return { items, locate };
}

/** The text of a file with LF line ends, or null where there is none. */
export async function readOptional(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).replace(/\r\n?/gu, '\n');
  } catch {
    return null;
  }
}

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { source, term } from '../knowledge/schema.ts';
import { schemaName } from '../knowledge/note-skeleton.ts';
import { compileSchema } from '../subject/compile-schema.ts';
import { writeDeclarationSchema, writeListSchema, writeNoteSchema } from '../subject/json-schemas.ts';
import type { Atlas } from './open-atlas.ts';

/** Where editors find them: beside `atlas.yaml`, which names its own in its first line. */
export const schemaFolder = '.atlas';

/**
 * The JSON Schemas of a folder by file name: of `atlas.yaml`, of the lists of sources and terms, and of each collection's
 * front matter.
 */
export function listSchemas({ subject }: Pick<Atlas, 'subject'>): Map<string, string> {
  const text = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;
  return new Map([
    ['atlas.schema.json', text(writeDeclarationSchema())],
    // No collection's schema has a dot in its name.
    ['sources.yaml.schema.json', text(writeListSchema(ofKinds(subject)))],
    ['terms.yaml.schema.json', text(writeListSchema(term))],
    ...[...subject.collections, subject.plain].map((collection): [string, string] => [
      schemaName(collection),
      text(writeNoteSchema(compileSchema(collection, subject, collection !== subject.plain))),
    ]),
  ]);
}

function ofKinds({ sourceKinds }: Atlas['subject']): z.ZodObject {
  const [first, ...others] = sourceKinds.keys();
  return first === undefined ? source : source.extend({ kind: z.enum([first, ...others]) });
}

/** Writes the schemas that are missing or have changed, and removes those of collections that are gone. */
export async function writeSchemas(atlas: Pick<Atlas, 'root' | 'subject'>): Promise<void> {
  const folder = join(atlas.root, schemaFolder);
  await mkdir(folder, { recursive: true });
  const wanted = listSchemas(atlas);
  for (const [name, text] of wanted) {
    const path = join(folder, name);
    if ((await readFile(path, 'utf8').catch(() => '')) !== text) await writeFile(path, text);
  }
  for (const name of await readdir(folder))
    if (name.endsWith('.schema.json') && !wanted.has(name)) await rm(join(folder, name));
}

/** What editors complete and check while an author writes: JSON Schemas of the declaration and of front matter. */
import { z } from 'zod';
import type { NoteSchema } from './compile-schema.ts';
import { declaration } from './declaration.ts';

/** The JSON Schema of `atlas.yaml`. */
export function writeDeclarationSchema(): object {
  return toJson(declaration);
}

/** The JSON Schema of a collection's front matter. */
export function writeNoteSchema(schema: NoteSchema): object {
  return toJson(schema);
}

/** The input side: a list with a default may be left out, and a map is a map of YAML. */
function toJson(schema: z.ZodType): object {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (def.type !== 'map') return;
      const inner = toJson((def as unknown as { valueType: z.ZodType }).valueType) as Record<string, unknown>;
      delete inner['$schema'];
      Object.assign(jsonSchema, { type: 'object', additionalProperties: inner });
    },
  });
}

/** What editors complete and check while an author writes: JSON Schemas of the declaration and of front matter. */
import { z } from 'zod';
import { type NoteSchema, yearPattern } from './compile-schema.ts';
import { declaration } from './declaration.ts';

/** The JSON Schema of `atlas.yaml`. */
export function writeDeclarationSchema(): object {
  return toJson(declaration);
}

/** The JSON Schema of a collection's front matter. */
export function writeNoteSchema(schema: NoteSchema): object {
  return toJson(schema);
}

/** The JSON Schema of a file that lists sources or terms. */
export function writeListSchema(item: z.ZodObject): object {
  return toJson(z.array(item));
}

/** The input side: a list with a default may be left out, and a map is a map of YAML. */
function toJson(schema: z.ZodType): object {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      // Zod drops what stands on a value that is read before it is checked.
      const start = z.globalRegistry.get(zodSchema)?.['default'];
      if (start !== undefined) jsonSchema.default = start;
      if (def.type === 'literal' && jsonSchema.enumDescriptions !== undefined) {
        const { values } = def as unknown as { values: string[] };
        // What YAML reads as a number, a yes or a no names an option too, as the check sees it.
        const others = values.flatMap(unquoted);
        delete jsonSchema.const;
        if (others.length > 0) delete jsonSchema.type;
        jsonSchema.enum = [...values, ...others];
      }
      if (jsonSchema['spellings'] !== undefined) {
        const values = [true, false, ...(jsonSchema['spellings'] as string[])];
        delete jsonSchema['spellings'];
        Object.assign(jsonSchema, { type: ['boolean', 'string'], enum: values });
      }
      // Addresses may hold letters that the format's ASCII does not.
      if (jsonSchema.format === 'uri') {
        delete jsonSchema.format;
        jsonSchema.pattern = '^https?://\\S+$';
      }
      // Read as a list of pairs, written as `name: value`.
      if (jsonSchema['isEntry'] !== undefined) {
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
        const entry = { minProperties: 1, maxProperties: 1, additionalProperties: { type: 'string' } };
        Object.assign(jsonSchema, { type: 'object', ...entry });
      }
      // A year in no quotes is a number.
      const dates = jsonSchema.anyOf;
      if (dates?.at(-1)?.pattern === yearPattern) dates.push({ type: 'integer' });
      if (def.type !== 'map') return;
      const inner = toJson((def as unknown as { valueType: z.ZodType }).valueType) as Record<string, unknown>;
      delete inner['$schema'];
      const isAlone = jsonSchema['alone'] !== undefined;
      delete jsonSchema['alone'];
      // What an item of a list says beside its name is checked when the file is read.
      const items = {
        type: [...(isAlone ? ['string', 'number', 'boolean'] : []), 'object'],
        minProperties: 1,
      };
      Object.assign(jsonSchema, { type: ['object', 'array'], additionalProperties: inner, items });
    },
  });
}

/** What YAML makes of a text that stands in no quotes, where that is no text. */
function unquoted(text: string): (number | boolean)[] {
  if (text === 'true' || text === 'false') return [text === 'true'];
  return /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/iu.test(text) ? [Number(text)] : [];
}

import { defineCollection } from 'astro:content';
import { noteLoader } from './content/loader.ts';
import { sourceLoader } from './content/source-loader.ts';
import { noteSchemas, plainNote, source } from './knowledge/schema.ts';

/** The typed collections. Their fields are documented where they are declared: knowledge/schema.ts. */
export const collections = {
  overview: defineCollection({ loader: noteLoader('overview'), schema: noteSchemas.overview }),
  stack: defineCollection({ loader: noteLoader('stack'), schema: noteSchemas.stack }),
  'business-model': defineCollection({
    loader: noteLoader('business-model'),
    schema: noteSchemas['business-model'],
  }),
  limitation: defineCollection({ loader: noteLoader('limitation'), schema: noteSchemas.limitation }),
  consideration: defineCollection({ loader: noteLoader('consideration'), schema: noteSchemas.consideration }),
  case: defineCollection({ loader: noteLoader('case'), schema: noteSchemas.case }),
  glossary: defineCollection({ loader: noteLoader('glossary'), schema: noteSchemas.glossary }),
  note: defineCollection({ loader: noteLoader('note'), schema: plainNote }),
  sources: defineCollection({ loader: sourceLoader, schema: source }),
};

import { defineCollection } from 'astro:content';
import { noteLoader } from './content/loader.ts';

/** The notes that Astro compiles. What fields they have is declared with the subject and checked when they are read. */
export const collections = { notes: defineCollection({ loader: noteLoader }) };

/**
 * What `#words` is in a reader's browser: `#language` is the site's one language file, so that a bundle holds no other
 * and only the areas that it uses. The same exports as `words.ts`.
 */
import {
  site,
  commands,
  problems,
  sections,
  diagrams,
  notes,
  search,
  pages,
  reading,
  outputs,
} from '#language';

export const siteWords = () => site;
export const commandsWords = () => commands;
export const problemsWords = () => problems;
export const sectionsWords = () => sections;
export const diagramsWords = () => diagrams;
export const notesWords = () => notes;
export const searchWords = () => search;
export const pagesWords = () => pages;
export const readingWords = () => reading;
export const outputsWords = () => outputs;

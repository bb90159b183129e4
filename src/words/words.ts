/**
 * The words of this process. A build makes one site in one language; who opens the content folder says which, and
 * everyone else asks here. Astro loads its config, the collections and the pages in separate module graphs, so the
 * choice is kept under a global symbol (as in `content/session.ts`). Browser code imports `#words` as well, and gets
 * only the site's one language, and of it only the areas that a module uses: see `vite-words.ts`.
 */
import * as en from './en.ts';
import * as ko from './ko.ts';

const languages = { ko, en };
export type Language = keyof typeof languages;

/** Languages that the interface speaks. */
export const languageNames = Object.keys(languages) as Language[];

const key = Symbol.for('atlas.language');
const store = globalThis as { [key]?: Language };

/** Chooses the words of this process. */
export function setLanguage(language: Language): void {
  store[key] = language;
}

/** The chosen language; Korean until one is chosen. */
export function language(): Language {
  return store[key] ?? 'ko';
}

const chosen = () => languages[language()];

export const siteWords = () => chosen().site;
export const commandsWords = () => chosen().commands;
export const problemsWords = () => chosen().problems;
export const sectionsWords = () => chosen().sections;
export const diagramsWords = () => chosen().diagrams;
export const notesWords = () => chosen().notes;
export const searchWords = () => chosen().search;
export const pagesWords = () => chosen().pages;
export const readingWords = () => chosen().reading;
export const studyWords = () => chosen().study;
export const placesWords = () => chosen().places;
export const offlineWords = () => chosen().offline;
export const outputsWords = () => chosen().outputs;

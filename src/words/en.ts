/** Every word that the site, its commands and its checks say, in English. See `ko.ts`. */
import type * as ko from './ko.ts';

export const site: typeof ko.site = {
  code: 'en',
};

export const commands: typeof ko.commands = {};

export const problems: typeof ko.problems = {};

export const sections: typeof ko.sections = {};

export const diagrams: typeof ko.diagrams = {};

export const notes: typeof ko.notes = {};

export const search: typeof ko.search = {};

export const pages: typeof ko.pages = {};

export const reading: typeof ko.reading = {
  close: 'Close',
  keys: {
    title: 'Keyboard shortcuts',
    singleKeys: 'Use single-letter shortcuts (/ j k [ ] ?)',
    openSearch: 'Open search',
    chooseResult: 'Move through the results',
    openResult: 'Go to the chosen section',
    stepSection: 'Next section, previous section',
    stepNote: 'Previous note, next note',
    help: 'This help',
    preview: 'Preview of a link',
    closePopup: 'Close the preview or the window',
  },
};

export const outputs: typeof ko.outputs = {};

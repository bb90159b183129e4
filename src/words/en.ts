/** Every word that the site, its commands and its checks say, in English. See `ko.ts`. */
import type * as ko from './ko.ts';

export const site: typeof ko.site = {
  code: 'en',
  locale: 'en_US',
};

export const commands: typeof ko.commands = {
  heldBack: (by, count, paths) =>
    `${count} ${count === 1 ? 'note is' : 'notes are'} not published (${by}): ${paths.join(', ')}${paths.length < count ? ' …' : ''}`,
  unlisted: (count, paths) =>
    `${count} ${count === 1 ? 'note has' : 'notes have'} a page and nothing else (unlisted): ${paths.join(', ')}${paths.length < count ? ' …' : ''}`,
};

export const problems: typeof ko.problems = {
  visibility: {
    doubtful: (field) =>
      `${field} is neither true nor false, so the note is not published; write ${field}: false or remove it to publish`,
  },
  links: {
    toHeldNote: (url) => `"${url}" is a note that is not published; the link becomes text`,
    unsafeScheme: (scheme) => `${scheme}: addresses cannot be linked; the link becomes text`,
    emptyAddress: (text) => `the address of "${text}" is empty`,
    noNote: (wanted, nearest) => `no note "${wanted}"${nearest ? `; did you mean "${nearest}"?` : ''}`,
    noSection: (title, anchor, nearest, known) =>
      `no section "#${anchor}" in "${title}"${nearest ? `; did you mean "#${nearest}"?` : known.length ? `; there are: ${known.join(', ')}` : ''}`,
    outsideImage: 'images of other sites are not shown but linked; put the file beside the note',
    noImage: (url, nearest) => `no image file "${url}"${nearest ? `; did you mean "${nearest}"?` : ''}`,
    noAlternative: 'the image has no alternative text (![text](…))',
  },
  references: {
    heldNote: (field, id) => `${field}: "${id}" is not published or unlisted, so nothing leads there`,
  },
  comments: {
    unclosed: (opening, closing, lines, toTheEnd) =>
      `no ${closing} closes the comment that ${opening} opens here: ${toTheEnd ? `the rest of the note (${lines} ${lines === 1 ? 'line' : 'lines'})` : 'the rest of this paragraph'} is left out`,
    literal: 'a single %% is shown as text; close it with another %% if it is a comment',
  },
};

export const sections: typeof ko.sections = {};

export const diagrams: typeof ko.diagrams = {};

export const notes: typeof ko.notes = {
  noSuchNote: (url) => `No such note: ${url}`,
  outsideImage: 'Image on another site',
  missingImage: (alt) => (alt ? `Missing image: ${alt}` : 'Missing image'),
};

export const search: typeof ko.search = {};

export const pages: typeof ko.pages = {
  frame: {
    skip: 'Skip to the text',
    skipToToc: 'Skip to the table of contents',
    glossary: 'Glossary',
    sources: 'Sources',
    tags: 'Tags',
    changedSections: (title) => `${title}: changed sections`,
  },
  toc: { title: 'On this page', short: 'Contents' },
  note: {
    described: (title) => `Note: ${title}`,
    place: 'Breadcrumb',
    asOf: 'As of',
    changed: 'Changed',
    readingTime: 'Reading time',
    minutes: (count) => `${count} min`,
    sources: 'Sources',
    sourcesNamed: (count) => (count === 1 ? 'See the source' : `See the ${count} sources`),
    mentionedBy: 'Mentioned by',
    mentionedByNamed: (count) =>
      count === 1 ? 'See the note that mentions this one' : `See the ${count} notes that mention this one`,
    overdue: (day) => `Its review was due on ${day}. Figures and rules may have changed since.`,
    tags: 'Tags',
    neighbours: 'Previous and next note',
    previous: 'Previous',
    following: 'Next',
  },
  ending: {
    next: 'Read next',
    otherNext: (count) => (count === 1 ? 'One more note worth reading' : `${count} more notes worth reading`),
    relations: 'Relations',
    sources: 'Sources',
    citedPlaces: (places) => `Cited: ${places.join(', ')}`,
    mentions: 'Mentioned in',
    otherMentions: 'Also mentioned in',
    moreMentions: (count) => (count === 1 ? 'One more place' : `${count} more places`),
  },
};

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

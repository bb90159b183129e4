/** Every word that the site, its commands and its checks say, in English. See `ko.ts`. */
import type * as ko from './ko.ts';

export const site: typeof ko.site = {
  code: 'en',
  locale: 'en_US',
};

export const commands: typeof ko.commands = {
  waitsForBuild: (pid, host, lock) =>
    `Another build (process ${pid} on ${host}) runs in this folder; waiting… If none does, remove ${lock}.`,
  lockFailed: (lock, reason) =>
    `The build's lock ${lock} could not be made (${reason}). This folder must be writable`,
  lostPages: (paths) => `Notes without a page: ${paths.join(', ')}`,
  oldSiteStays: 'The site that was built before is still there.',
  notBuilt: 'Nothing was built. Mend the errors above and try again.',
  buildFailed: (reason) => `The build failed: ${reason}`,
  halfExchanged: (folder) =>
    `Exchanging the site in ${folder} stopped half-way. Look at the folder's permissions and build again: the build will finish it.`,
  debugHint: 'Run again with ATLAS_DEBUG=1 for details.',
  output: {
    refused: (folder, reason) => `OUT_DIR=${folder} is refused: it ${reason}. Nothing was changed`,
    danglingLink: (folder) => `OUT_DIR=${folder} is a link to a folder that does not exist`,
    isRoot: 'is the root of a disk',
    isHome: 'is a home folder, or holds one',
    isContent: 'is the folder of the notes (CONTENT_DIR) itself',
    holdsContent: 'holds the folder of the notes (CONTENT_DIR)',
    insideContent: 'lies in the folder of the notes (CONTENT_DIR)',
    holdsProject: 'holds this project',
    insideProject: 'is a folder of this project’s sources',
    isFile: 'is a file, not a folder, or lies below one',
    isClosed: (reason) => `cannot be opened (${reason})`,
    isBusy: (pid) => `is in use by another build (process ${pid})`,
    isForeign:
      'is not empty and does not carry the mark of a build (.atlas-site). Empty it yourself if nothing in it is needed, or choose another folder',
    brokenMark:
      'carries a damaged mark of a build (.atlas-site). Empty it yourself if nothing in it is needed',
    holdsForeign: (paths) =>
      `holds files that no build made (${paths.slice(0, 3).join(', ')}${
        paths.length > 3 ? ` and ${paths.length - 3} more` : ''
      }). Move them elsewhere`,
    taken: (folder, names) =>
      `${folder} holds ${names.join(', ')}, which no build made, where the site would go. Move it elsewhere`,
  },
};

export const problems: typeof ko.problems = {
  comments: {
    unclosed: (opening, closing, lines, toTheEnd) =>
      `no ${closing} closes the comment that ${opening} opens here: ${toTheEnd ? `the rest of the note (${lines} ${lines === 1 ? 'line' : 'lines'})` : 'the rest of this paragraph'} is left out`,
    literal: 'a single %% is shown as text; close it with another %% if it is a comment',
  },
};

export const sections: typeof ko.sections = {};

export const diagrams: typeof ko.diagrams = {};

export const notes: typeof ko.notes = {};

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

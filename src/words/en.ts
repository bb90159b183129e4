/** Every word that the site, its commands and its checks say, in English. See `ko.ts`. */
import { closeSentence } from './close-sentence.ts';
import type * as ko from './ko.ts';
import { plural } from './plural.ts';
import { writeSize } from './size.ts';

export const site: typeof ko.site = {
  code: 'en',
  locale: 'en_US',
  cells: {
    blank: /^[\s\-–—·.]*$|^(?:n\/a|none|tbd|unknown)$/iu,
    before: /^(?:about|around|up to|at least|at most|c\.|≈|~|>|<|≥|≤|\+)\s*/iu,
    scales: { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, k: 1e3, M: 1e6, bn: 1e9 },
    scale: /^ ?(thousand|million|billion|trillion|bn\b|k\b|M\b)/u,
    after: /\s*(?:or more|or less|and over)$/u,
    date: /^(\d{4})(?:[-./]\s?(\d{1,2})(?:[-./]\s?(\d{1,2}))?)?\s?\.?$/u,
  },
};

export const commands: typeof ko.commands = {
  steps: {
    diagrams: 'diagrams',
    pages: 'pages',
    fonts: 'fonts',
    search: 'search',
    cards: 'cards',
    pictures: 'pictures',
    files: 'other files',
    print: 'print editions',
  },
  diagramsDrawn: (all, fresh) => `${all} ${all === 1 ? 'diagram' : 'diagrams'} (${fresh} drawn anew)`,
  pagesMade: (notes) => `Made pages of ${notes} ${notes === 1 ? 'note' : 'notes'}`,
  indexed: (pages) => `Search index: ${pages} ${pages === 1 ? 'page' : 'pages'}`,
  picturesSized: (all, fresh) =>
    `${all} ${all === 1 ? 'picture' : 'pictures'} in smaller sizes (${fresh} made anew)`,
  cardsDrawn: (all, fresh) => `${all} ${all === 1 ? 'card' : 'cards'} (${fresh} drawn anew)`,
  seconds: (step, seconds) => `${step} ${seconds} s`,
  done: (notes, megabytes, steps, folder) =>
    `Done: ${notes} ${notes === 1 ? 'note' : 'notes'}, ${megabytes} MB, ${steps.join(', ')} → ${folder}`,
  notesChecked: (notes, problems) => `${notes} ${notes === 1 ? 'note' : 'notes'}: ${problems}`,
  noFolder: 'there is no such folder',
  noAccess: 'it may not be read',
  notAFolder: 'it is not a folder',
  leadsInCircles: 'it is a link that leads in circles',
  notOpened: (reason) => `the folder of notes could not be opened: ${reason}`,
  idsUsage: 'Usage: npm run ids -- retire <id> <id or note id it moves to>, npm run ids -- repair',
  unknownCards: (value, known) => `CARDS=${value} is unknown; there are: ${known.join(', ')}`,
  newNote: {
    usage: (collections) =>
      `Usage: npm run new -- <collection> <id>. Collections: ${collections.join(', ')}.`,
    usagePlain: 'Usage: npm run new -- "<path of the note>" (for example: "ideas/First note").',
    badName: 'No file can have this name, or it hides the note. Choose another one.',
    badId: 'An id is lower-case letters, digits and hyphens (for example: model-routing).',
    taken: (id, path) => `The id "${id}" is taken by ${path}.`,
    exists: (path) => `The file exists: ${path}`,
  },
  server: {
    portTaken: (port) => `Port ${port} is in use by another program. Try again with PORT=another.`,
    noSuchHost: (host) => `HOST=${host}: this machine has no such address.`,
    otherHost:
      'This server answers to localhost, to numbers and to the name in HOST only, so that no page of the web can read what it serves.\n',
    failed: (reason) => `The site could not be served: ${reason}`,
    nothingBuilt: 'No site was built yet. Run npm run build first.',
  },
  /** Live authoring. */
  writing: {
    compiles: 'Compiling the site, once after its code has changed…',
    codeChanged: 'The code in src/ has changed: starting again with the server that follows code.',
    /** What lies over a page whose notes have problems. */
    panel: { title: 'Problems', close: 'Close' },
  },
  problemCount: (errors, warnings) =>
    `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  heldBack: (by, count, paths) =>
    `${count} ${count === 1 ? 'note is' : 'notes are'} not published (${by}): ${paths.join(', ')}${paths.length < count ? ' …' : ''}`,
  shownByTool: (count, paths) =>
    `${count} ${count === 1 ? 'note' : 'notes'} of templates/ and _index.md published, because the folder belongs to a documentation tool: ${paths.join(', ')}${paths.length < count ? ' …' : ''}; draft: true keeps one back`,
  looksPrivate: (count, paths) =>
    `${count} ${count === 1 ? 'note is' : 'notes are'} published though ${count === 1 ? 'it looks' : 'they look'} private: ${paths.join(', ')}${paths.length < count ? ' …' : ''}; write draft: true or name the folder _drafts`,
  ofThing: (by, count, paths) =>
    `${by}: ${count} ${count === 1 ? 'note is' : 'notes are'} published, because beside other properties it speaks of what the note is about: ${paths.join(', ')}${paths.length < count ? ' …' : ''}; draft: true keeps one back`,
  unlisted: (count, paths) =>
    `${count} ${count === 1 ? 'note has' : 'notes have'} a page and nothing else (unlisted): ${paths.join(', ')}${paths.length < count ? ' …' : ''}`,
  waitsForBuild: (pid, host, lock) =>
    `Another build (process ${pid} on ${host}) runs in this folder; waiting… If none does, remove ${lock}.`,
  lockFailed: (lock, reason) =>
    `The build's lock ${lock} could not be made (${reason}). This folder must be writable`,
  lostPages: (paths) => `Notes without a page: ${paths.join(', ')}`,
  exampleOrigin: (origin) =>
    `warning: SITE_URL is not set, so copied links and feeds point to ${origin}; set SITE_URL=https://… before publishing`,
  otherSite: (folder, title, notes, isError) =>
    `${isError ? 'error' : 'warning'}: ${folder} holds the site “${title}”, made from other notes${notes && ` (${notes})`}; this build ${
      isError ? 'would take its place, so it stops' : 'takes its place'
    }. Give each site an OUT_DIR of its own, or empty this folder if it is the same site`,
  tooManyFiles: (count, most) =>
    `warning: the site has ${count.toLocaleString('en')} files; Cloudflare Pages takes ${most.toLocaleString('en')} on its free plan. CARDS=none makes fewer`,
  tooLargeFile: (path, megabytes, most) =>
    `warning: ${path} has ${megabytes} MB; Cloudflare Pages takes ${most} MB a file, and leaves out the whole upload`,
  address: {
    noAddress: (url) =>
      `SITE_URL=${url} is no address that begins with https://, such as SITE_URL=https://example.org`,
    pathInAddress: (url, origin, path) =>
      `SITE_URL=${url}: the path goes into BASE_PATH. SITE_URL=${origin} BASE_PATH=${path}`,
    noBasePath: (path) => `BASE_PATH=${path} is no path, such as BASE_PATH=/atlas/`,
  },
  oldSiteStays: 'The site that was built before is still there.',
  newSiteStands:
    'The new site is in its place already; what comes after its pages may be missing. Build again.',
  notBuilt: 'Nothing was built. Mend the errors above and try again.',
  unchanged: (folder) => `Nothing has changed: the site is as it was built → ${folder}`,
  cleaned: (megabytes) => `Emptied the caches: ${megabytes} MB`,
  noteCode: {
    tooLong: (path, seconds) =>
      `${path}: the note's code did not end within ${seconds} seconds, so the build stops. Look for an endless loop or wait.`,
    ended: (path) =>
      `${path ? `${path}: this note's code` : "A note's code"} ended the build before all pages were made. Look for process.exit or an endless wait.`,
    tooLarge: (path, megabytes) =>
      `${path}: the note's code uses more than ${megabytes} MB of memory, so the build stops. Look for a list that grows without end.`,
    failed: (paths, reason) => `${paths.join(', ')}: the note's code failed: ${reason}`,
  },
  buildFailed: (reason) => `The build failed: ${reason}`,
  halfExchanged: (folder) =>
    `Exchanging the site in ${folder} stopped half-way. Look at the folder's permissions and build again: the build will finish it.`,
  debugHint: 'Run again with ATLAS_DEBUG=1 for details.',
  report: {
    kinds: {
      'front-matter': 'Front matter',
      reference: 'References to notes',
      relation: 'Relations',
      source: 'Sources',
      link: 'Links',
      anchor: 'Links to sections',
      image: 'Images',
      diagram: 'Diagrams',
      markdown: 'Markup',
      duplicate: 'Names used twice',
      date: 'Dates',
      'section-id': 'Section ids',
      declaration: 'Declaration',
      claim: 'Figures without a source',
      term: 'Terms',
      file: 'Files',
    },
    group: (kind, errors, warnings, files) =>
      `${kind}: ${[errors ? plural(errors, 'error') : '', warnings ? plural(warnings, 'warning') : ''].filter(Boolean).join(', ')} in ${plural(files, 'file')}`,
    more: (count) => `… and ${plural(count, 'more place', 'more places')}`,
    shownAsWritten: (count, files, first) =>
      `Shown as written, or left out: ${plural(count, 'place')} in ${plural(files, 'file')}: ${first.join(', ')}`,
    leadsNowhere: (count, files, first) =>
      `Leading nowhere: ${plural(count, 'place')} in ${plural(files, 'file')}: ${first.join(', ')}`,
    notShown: (count, files, first) =>
      `Diagrams, images and files that cannot be shown: ${plural(count, 'place')} in ${plural(files, 'file')}: ${first.join(', ')}`,
    all: 'By kind: npm run check -- --report',
  },
  links: {
    count: (notes, links, relations) =>
      `${plural(notes, 'note')}, ${plural(links, 'link')} between them, ${plural(relations, 'relation')}`,
    orphans: (count) => `${plural(count, 'note')} that no other note points to`,
    deadEnds: (count) => `${plural(count, 'note')} pointing to no other`,
    mostLinked: 'Notes that most others point to',
    from: (count) => plural(count, 'note'),
    unresolved: (count, places) =>
      `${plural(places, 'link')} leading nowhere (to ${plural(count, 'thing')} that ${count === 1 ? 'does' : 'do'} not exist)`,
    none: '(none)',
    more: (count) => `… and ${count} more. All of them: npm run links -- --all`,
  },
  sources: {
    count: (citations, sources) => `${plural(citations, 'citation')} of ${plural(sources, 'source')}`,
    byStrength: 'By strength',
    strength: (name, citations, share, sources) =>
      `${name}: ${plural(citations, 'citation')} (${share}) of ${plural(sources, 'source')}`,
    byAge: 'Sources looked at longest ago',
    age: (months, checked) => `${plural(months, 'month')} ago (${checked})`,
    unsaid: (count) => `${plural(count, 'source')} carrying figures that the caution does not mention`,
    unused: (count) => `${plural(count, 'source')} that no note cites`,
    none: '(none)',
    more: (count) => `… and ${count} more. All of them: npm run sources -- --all`,
  },
  rename: {
    usage:
      'Usage: npm run rename -- <note> <new name> [--dry-run]. The note is named by its id or its path, the new name is a file name (model-routing) or a path in the folder of notes (folder/model-routing).',
    noNote: (name, nearest) =>
      `There is no such note: ${name}${nearest === undefined ? '' : `. Did you mean ${nearest}?`}`,
    severalNotes: (name, paths) => `"${name}" names several notes: ${paths.join(', ')}. Give a path.`,
    exists: (path) => `The file exists already: ${path}. Nothing was changed.`,
    taken: (id, path) => `${path} has the id "${id}" already. Nothing was changed.`,
    badName: (name) => `"${name}" is no name of a file in the folder of notes. Nothing was changed.`,
    isHidden: (name) =>
      `"${name}" is the name of a place that is not published (_ or . comes first). Nothing was changed.`,
    badId: (id) =>
      `Files of this collection have names of lower-case letters, digits and hyphens, unlike ${id}. Nothing was changed.`,
    noCollection: (folder, folders) =>
      `No collection is declared for "${folder}". Folders there are: ${folders.join(', ')}. Nothing was changed.`,
    moved: (from, to) => `${from} → ${to}`,
    edited: (path, count) => `${path}: ${plural(count, 'place')}`,
    done: (places, files) =>
      `Rewrote ${plural(places, 'link or reference', 'links and references')} in ${plural(files, 'file')}.`,
    planned: (places, files) =>
      `Would rewrite ${plural(places, 'link or reference', 'links and references')} in ${plural(files, 'file')}. Nothing was changed.`,
    redirect: (from) => `The former address /${from}/ leads to the new one.`,
    notRewritten: (path, line, column, written) =>
      `${path}:${line}:${column} to be changed by hand: ${written}`,
    restored: (reason) => `Not everything could be written, so all is as it was: ${reason}`,
  },
  cache: {
    refused: (folder, reason) =>
      `CACHE_DIR=${folder} is refused: its folder genai-atlas ${reason}. Nothing was changed`,
    insideContent: 'would lie in the folder of the notes (CONTENT_DIR)',
    insideOutput: 'would lie in the folder of the site (OUT_DIR)',
    insideProject: 'would lie among this project’s sources, or holds them',
    isForeign: (path) => `(${path}) holds files that no build made. Choose another folder`,
  },
  output: {
    refused: (folder, reason) => `OUT_DIR=${folder} is refused: it ${reason}. Nothing was changed`,
    danglingLink: (folder) => `OUT_DIR=${folder} is a link to a folder that does not exist`,
    isRoot: 'is the root of a disk',
    isAddress: 'is no path of a folder. Write it like /home/me/site or site',
    isTilde: 'begins with a ~ that no shell has replaced. Write the whole path',
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
    holdsChanged: (paths) =>
      `holds files that were changed after a build made them, or only bear their names (${paths.slice(0, 3).join(', ')}${
        paths.length > 3 ? ` and ${paths.length - 3} more` : ''
      }). Keep elsewhere what you need of them, and remove them`,
    taken: (folder, names) =>
      `${folder} holds ${names.join(', ')}, which no build made, where the site would go. Move it elsewhere`,
  },
};

export const problems: typeof ko.problems = {
  sectionIds: {
    lockGone: (count: number) =>
      `the file with ${count} committed section ids is gone or empty; no new one was made. Bring it back with git checkout HEAD -- section-ids.lock, or commit its absence if you mean it`,
    linesGone: (count: number, ids: readonly string[]) =>
      `${count} committed lines (${ids.join(', ')}${count > ids.length ? ' …' : ''}) are gone, so the file is not rewritten. Bring them back with git checkout HEAD -- section-ids.lock, or commit their absence if you mean it`,
    frozen:
      'section ids have changed and are not in the lock file. Run npm run build and commit section-ids.lock',
  },
  unknownLine: (name) => `::${name} is not known and is shown as written. There are ::table and ::diagram`,
  addresses: {
    duplicate: (id, other) => `${other} has the id "${id}" already; rename the file`,
    moved: (address, other) =>
      `${other} has the same address, so this note is at "/${address}/"; rename the file to choose another`,
    taken: (wanted, address) =>
      `the site itself uses "/${wanted}/", so this note is at "/${address}/"; rename the file`,
  },
  faults: {
    steps: {
      read: 'reading',
      outline: 'reading the structure',
      diagram: 'reading a diagram',
      render: 'drawing the page',
      history: 'reading the history',
      check: 'checking',
    },
    tooDeep: 'it is nested too deep',
    unforeseen: (step, reason) =>
      `something unforeseen happened while ${step} (${reason}); please report it in the repository's issues, with this note`,
    shownAsWritten: 'this note is shown as it is written',
  },
  fields: {
    frontMatter: 'front matter',
    unknown: (key, nearest, known) =>
      `unknown field "${key}"${nearest ? `; did you mean "${nearest}"?` : known.length ? `; known fields: ${known.join(', ')}` : ''}`,
    oneOf: (name, options) => `${name} must be one of ${options.join(', ')}`,
    missing: (name, values) =>
      `the field "${name}" is missing${values?.length ? `; possible values: ${values.join(', ')}` : ''}`,
    cutAtHash: (name) =>
      `${name} ends before #, where YAML begins a comment; if that is text, put the value in quotes`,
    noValue: (name, value, nearest, known) =>
      `${name} has no value "${value}"${nearest ? `; did you mean "${nearest}"?` : ''}; possible values: ${known.join(', ')}`,
    wrongType: (name, expected, actual) => `${name} must be ${expected}, but is ${actual}`,
    inQuotes: '; put it in quotes',
    types: {
      string: 'text',
      number: 'a number',
      int: 'a whole number',
      array: 'a list',
      object: 'a group of fields',
      boolean: 'true or false',
      null: 'empty',
    },
    noSuchDay: (name, value) => `${name}: the day ${value} does not exist`,
    noDate: (name, value) => `${name}: "${value}" is no date (YYYY-MM-DD)`,
    leftOut: '(left out)',
    listExpected: 'must be a list (- id: …)',
    idTaken: (id, line) => `the id "${id}" is taken in line ${line}`,
  },
  frontMatter: {
    tooLong: (kilobytes) => `is longer than ${kilobytes} kB and is not read; split or shorten it`,
    unclosed: 'the front matter opens with --- and nothing closes it',
    noFields: 'write the front matter as lines of "name: value"',
    unreadable: (reason) => `the YAML cannot be read: ${reason || 'it is nested too deep'}`,
    comma: (value) => `inside { … } a comma ends the value; put it in quotes: "${value}"`,
    unreadableToml: (reason) => `the TOML cannot be read: ${reason}`,
    yaml: {
      DUPLICATE_KEY: 'the field stands twice',
      MULTILINE_IMPLICIT_KEY:
        'this is no line of "name: value": a blank follows the colon, and what belongs to a name is indented below it',
      BAD_INDENT: 'the indentation does not fit',
      TAB_AS_INDENT: 'tabs cannot indent; use blanks',
      MISSING_CHAR: 'a quote or bracket is not closed',
      BAD_SCALAR_START: 'no value begins with this sign; put it in quotes',
      BAD_DQ_ESCAPE: 'a backslash in double quotes is written twice, or the value stands in single quotes',
      BAD_ALIAS: 'put a value that begins with * or & in quotes',
      BLOCK_AS_IMPLICIT_KEY: 'two colons in one line; put the value in quotes',
      BLOCK_IN_FLOW: 'a value inside { … } holds a colon; put it in quotes: { why: "cause: effect" }',
      UNEXPECTED_TOKEN: 'the value has ended here; put all of it in quotes',
      MULTIPLE_DOCS: 'a line --- begins a second text; remove it',
      TAG_RESOLVE_FAILED: 'a tag (!…) says nothing here; remove it',
    },
    readAsText: (field, type, text) => `${field} is no text but ${type}; it is read as "${text}"`,
    ignored: (field, type) => `${field} cannot be ${type}; it is left out`,
    emptyItem: (field) => `an empty item of ${field} is left out`,
    noNumber: (field, text) => `${field}: "${text}" is no number and gives no place in the order`,
    noDay: (field, text) => `${field}: "${text}" is no day (YYYY-MM-DD); it is left out`,
    noRelation: (field) => `${field}: write a relation as { type: …, to: … }`,
    types: {
      boolean: 'true or false',
      list: 'a list',
      fields: 'a set of fields',
      null: 'empty',
      text: 'text',
    },
  },
  folder: {
    misnamed: (name, isThere) =>
      isThere ? `is not read, because ${name} is` : `is not read; rename it to ${name}`,
    isEmpty: (others) =>
      `there is no note (.md, .mdx) in it${others ? `, and ${others} other ${others === 1 ? 'file' : 'files'}` : ''}; is CONTENT_DIR right? If so, make index.md in it and begin with "# Title"`,
    notOpened: (reason) => `the folder or file could not be opened: ${reason}`,
    leftOut: (reason) => `left alone: ${reason}`,
    leadsOut: 'the link leads out of the folder of notes; put the file into it',
    leadsNowhere: 'the file that it points to does not exist',
    leadsInCircles: 'the link leads in circles',
    notAFile: 'it is neither a file nor a folder',
    sameName:
      'another file has the same name, its letters composed differently (NFC and NFD). Rename one of them',
    noPermission: 'it may not be read',
    tooLarge: (size, most) =>
      `the note is too large (${size.toFixed(1)} MB); divide it into parts below ${most} MB`,
    isBinary: 'the file is binary, not text',
    notUtf8: (encoding) =>
      `the file is not UTF-8 and was read as ${encoding}; save it as UTF-8 in your editor`,
    brokenBytes: (count) =>
      `${count === 1 ? 'a byte that is no character is' : `bytes in ${count} places that are no characters are`} shown as �; the first stands here`,
    notRead: (reason) => `the file could not be read (${reason})`,
  },
  pictures: {
    fileTooLarge: (path, bytes) =>
      `"${path}" is larger than ${bytes / 1024 ** 3} GB and is not published; the link becomes text`,
    fileNotRead: (path, reason) => `"${path}" is not published, and the link becomes text: ${reason}`,
    notShown: (path, reason) => `the image "${path}" cannot be shown: ${reason}`,
    cleaned: (path, removed) =>
      `the image "${path}" is published without ${removed.join(', ')}: a picture may neither act nor load anything`,
    isEmpty: 'the file is empty',
    isBroken: 'the file is damaged or of an unknown format',
    tooLarge: (bytes) => `the SVG is larger than ${bytes / 1024 / 1024} MB`,
    noCopies: (path, bytes, pixels) =>
      `the image file "${path}" is too large (more than ${bytes / 1024 / 1024} MB or ${pixels / 1_000_000} million pixels) for a phone: the page links to it instead of showing it; put a smaller one into the folder`,
    notSized: (path, reason) =>
      `the image file "${path}" could not be opened: no smaller copies are made, the original is published as it is: ${reason}`,
    noTool:
      'the image tool (sharp) is not installed on this computer: no smaller copies are made, originals are published as they are',
  },
  idExpected: 'ids are lower-case letters, digits and hyphens',
  urlExpected: 'is no http(s) address',
  skeleton: {
    summary: 'Say in one sentence what this is.',
    heading: 'What it is',
  },
  claims: {
    assumed: /\b(?:assum(?:e|es|ed|ing|ption)|suppose|for example|for instance|e\.g\.|say,|worked example)/iu,
    figure:
      /(?:[$€£¥]\s?\d+(?:[.,]\d+)*|\d[\d,.]*\s?(?:%|per\s?cent|percent|million|billion|trillion|dollars?|euros?|[TGMk]?Wh|[GMk]W|W(?![A-Za-z])|[TG]i?B|TFLOPS|tonnes?|CO₂)(?![A-Za-z]))/iu,
    uncited: (figure) =>
      `"${figure}" has no source: cite it with [@source-id], or say that it is assumed or an example`,
  },
  names: {
    aliasIsTitle: (alias, other) =>
      `aliases: "${alias}" is the title of ${other}; one name leads to one note`,
  },
  dates: {
    reviewedBefore: (reviewBy, asOf) =>
      `the next review (${reviewBy}) is before the day of reference (${asOf})`,
    toCome: (field, day) => `${field}: ${day} is still to come; write the day on which it was true`,
    checkedBefore: (date, checked) =>
      `date: published on ${date}, after it was looked at (checked: ${checked})`,
    overdue: (reviewBy) =>
      `the review was due on ${reviewBy}: look at the note again and change asOf and reviewBy`,
  },
  chosenIds: {
    badForm: (id) => `section id "${id}": begin with a letter, and use letters, digits and hyphens only`,
    taken: (id, place) => `section id "${id}" is taken by ${place}`,
    emptyHeading: 'a heading without text is missing from the table of contents and from search',
  },
  emptyText: 'is empty',
  oneLine: 'must stand on one line',
  dayExpected: 'dates are days that exist, as YYYY-MM-DD',
  monthExpected: 'dates are written YYYY-MM-DD or YYYY-MM',
  yearExpected: 'dates are written YYYY, YYYY-MM or YYYY-MM-DD',
  subject: {
    collection: 'collection',
    role: 'role',
    value: 'value',
    path: 'path',
    note: 'note',
    unreadable: (reason, hasLast) =>
      `atlas.yaml could not be read${reason ? `: ${reason}` : ''}. Until it is mended ${hasLast ? 'the last one that could be read holds' : 'the folder counts as one without a declaration'}`,
    noMapping: 'must consist of "name: value" lines',
    twice: (key) => `"${key}" is written twice; the later one is used`,
    noName: 'a name is one text; a list or several lines cannot be one',
    unknownKey: (key, nearest, known) =>
      `unknown name "${key}"${nearest ? `; did you mean "${nearest}"?` : known.length ? `; known names: ${known.join(', ')}` : ''}`,
    badValue: (key, value, nearest, allowed, forms) =>
      `${key ? `${key}: ` : ''}this value cannot be used: ${value}${nearest ? `; did you mean "${nearest}"?` : ''}${allowed.length ? `; possible values: ${allowed.join(', ')}` : ''}${forms.length ? `; write ${forms.join(' or ')}` : ''}`,
    forms: {
      string: 'one text',
      url: 'an address: https://…',
      number: 'a number',
      boolean: 'true or false',
      array: 'a list: [a, b]',
      tuple: 'two: [there, back]',
      map: 'names with what belongs to each: { one: …, another: … }',
      entry: 'a heading with its path: { Heading: path }',
      keys: (known) => `{ name: value } with names of these: ${known.join(', ')}`,
    },
    nameless: (key, keys) =>
      `${key}: a name is missing around ${keys.join(', ')}; write ${key}: { name: { ${keys.map((one) => `${one}: …`).join(', ')} } }`,
    namelessItem: (key, keys, nameKey) =>
      `${key}: this item has no name; write "${nameKey}: …" beside ${keys.join(', ')}`,
    indent: (name, keys) =>
      `${keys.join(', ')} must be indented further than "${name}", to which ${keys.length === 1 ? 'it belongs' : 'they belong'}`,
    commentedColour: (key, colour) =>
      `${key}: # begins a comment here; put the colour in quotes: "${colour}"`,
    badMerge: '<< takes what *… names: a map, or a list of such',
    spoken: {},
    tooDeep: 'brackets stand too deep in each other',
    holdsItself: 'the alias stands inside of what it names',
    tooManyAliases: 'its aliases (*…) repeat too much',
    markup: (key, text) => `${key}: marks are shown as they are written, and none is needed here: ${text}`,
    noAnchor: (name) => `*${name} names nothing: &${name} has to stand above it`,
    noLanguage: (wanted, known, used) =>
      `the interface does not speak "${wanted}"; there are: ${known.join(', ')}. Until then it speaks ${used}`,
    badDefault: (value, type) => `default: ${value} does not fit the type ${type}`,
    unknownName: (what, wanted, nearest, known) =>
      `no ${what} "${wanted}"${nearest ? `; did you mean "${nearest}"?` : known.length ? `; there are: ${known.join(', ')}` : ''}`,
    noMap: (name) => `the collection "${name}" has no map`,
    noInverse: (type) =>
      `"${type}" has a label for each side but no inverse; name the other side with inverse`,
    inverseTaken: (type) => `the inverse "${type}" is the name of another relation`,
    noBackLabel: (type, inverse) =>
      `"${type}" has only one label; give "${inverse}" one as well: label: [there, back]`,
    takenName: (name) => `"${name}" cannot be the name of a collection; use another and say folder`,
    badFolder: (folder) => `the folder "${folder}" cannot be used; give a path inside the folder of notes`,
    takenAddress: (folder) => `"/${folder}/" is an address of the site itself; use another folder`,
    sameFolder: (folder, owner) => `the folder "${folder}" belongs to the collection "${owner}"`,
    noFolder: (folder, nearest) => `no notes lie in the folder "${folder}"; did you mean "${nearest}"?`,
    sameTable: (name) => `the table "${name}" is declared twice`,
    fieldIsRelation: (name) => `the field "${name}" is named like a relation`,
    fieldIsProperty: (name) => `"${name}" is a built-in property and cannot be declared as a field`,
    builtInKey: (name, key) => `"${name}" is a built-in property: only required may be said of it (${key})`,
    badFieldName: (name) => `"${name}" cannot be the name of a field`,
    noOptions: (name) => `the select field "${name}" has no options`,
    noFields: (name) => `the object field "${name}" has no fields`,
    noList: (name) => `rows: "${name}" is no list (list: true)`,
    noStoreys: 'strata needs a group that names a select field',
    betweenNeedsStrata: 'between belongs to kind: strata',
    edgeWithoutEnd: 'an edge needs from, to or between',
    noColour: (text) => `"${text}" is no colour; write an angle from 0 to 360 or a CSS colour`,
    noType: (text) => `jsonld: "${text}" is no type of schema.org; they begin with a capital: Product, HowTo`,
    asTwice: (name, other, as) => `"${name}" and "${other}" are both as: ${as}; a note has one`,
    oneEnd: 'an edge has from or to; write two edges for both',
    sameEnds: (value) => `between joins "${value}" with itself`,
    noContrast: (scheme, corrected) =>
      `text in this colour cannot be read on ${scheme} paper, so it is changed to ${corrected}`,
    turnedHue: (written, turned) => `hue: ${written} is no angle from 0 to 360; it is read as ${turned}`,
    similarFolder: (folder, other) =>
      `the folders "${folder}" and "${other}" differ only in their case; many disks and hosts take them for one, so rename one`,
    sameLabel: (name, label, other) =>
      `readers see "${name}" and "${other}" as one: both are called "${label}"; give one another label`,
    ownInverse: (type) =>
      `"${type}" is its own inverse: it is read alike from both ends and has one label; leave inverse out`,
    badRelationName: (name) => `"${name}" cannot be the name of a relation`,
    weightRange: (weight, most) => `weight: ${weight} is not from 0 to ${most}; the nearest is used`,
    idleKey: (key, place) => `${key} says nothing here; it belongs to ${place}`,
    emptyPath: (name) => `the path "${name}" names no notes`,
    twiceInPath: (note) => `"${note}" stands twice in this path`,
    hidden: (key) => `${key}: signs that nobody sees are left out`,
    isFolder: (name) =>
      `"${name}" is a folder here, not a file; the subject is declared in a file of this name`,
    badClass: (name) => `class "${name}" must be letters, digits and hyphens, a letter first`,
    classTaken: (name) => `the class "${name}" is taken`,
  },
  visibility: {
    doubtful: (field) =>
      `${field} is neither true nor false, so the note is not published; write ${field}: false or remove it to publish`,
  },
  links: {
    settings: (path) =>
      `"${path}" has the name of a tool's settings or of keys, and is published because it is linked; see that everybody may read it`,
    withheld: (path, published) =>
      `"${path}" is a file of a kind that is not published; the link becomes text. Published are: ${published.join(' ')}`,
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
    noNote: (field, id, nearest) =>
      `${field}: no note "${id}"${nearest ? `; did you mean "${nearest}"?` : ''}`,
    noNode: (node) => `click: the diagram has no node "${node}"`,
    noSource: (id, nearest) => `no source "${id}"${nearest ? `; did you mean "${nearest}"?` : ''}`,
    noSection: (id, section, nearest) =>
      `relations: "${id}" has no section "${section}"${nearest ? `; did you mean "${nearest}"?` : ''}`,
    otherCollection: (field, id, expected, actual) =>
      `${field}: "${id}" is one of “${actual}”; only notes of “${expected}” can stand here`,
    wrongStart: (type, collections) => `only notes of “${collections}” may have the relation "${type}"`,
    wrongEnd: (type, id, collections) =>
      `the relation "${type}" leads to notes of “${collections}” only ("${id}")`,
    citedInHeading: 'headings cite nothing: move the citation to the end of the sentence that needs it',
    noSources: 'no source at all',
    selfRelation: 'a note cannot be related to itself',
    relationTwice: (relation) => `the relation "${relation}" is written twice`,
    bothWays: (id, type, inverse) => `${type} and ${inverse} of "${id}" cannot both be true`,
    circle: (name, loop) => `${name} goes round in a circle: ${loop}`,
    definedTwice: (word, owner) => `"${word}" is defined in ${owner} as well; a word is defined in one place`,
    wrongWord: (word, standard) => `"${word}" is not the standard form; write it as in "${standard}"`,
    unknownKind: (kind, nearest, known) =>
      `no kind "${kind}"${nearest ? `; did you mean "${nearest}"?` : ''}; possible values: ${known.join(', ')}`,
    noBlock: (name, of, nearest, known) =>
      `there is no ::${name}{of="${of}"}${nearest ? `; did you mean "${nearest}"?` : ''}; there are: ${known.join(', ') || 'none'}`,
    heldNote: (field, id) => `${field}: "${id}" is not published or unlisted, so nothing leads there`,
  },
  canvas: {
    unreadable: 'cannot be read as JSON Canvas and is not shown',
    database: 'Notion database that could not be read as a table; it is not published',
    excalidraw:
      'an Excalidraw drawing is not drawn, only its words and files are shown; export it as SVG or PNG to show it',
    base: 'Obsidian’s .base (database views) is not supported and not shown',
    other: (ending, count) =>
      `${ending} is not Markdown: ${count === 1 ? 'this file gets' : `${count} files of this kind get`} no page`,
  },
  conventions: {
    unreadable: 'the file cannot be read and is not used',
  },
  marks: {
    docstrings: (name, count) =>
      count === 1
        ? `MkDocs writes about ${name} here, from code that is not among the notes; only the name is shown`
        : `MkDocs writes about ${count} things here, from code that is not among the notes; only the names are shown: ${name} …`,
    autorefs: (count) =>
      `${count === 1 ? 'a reference' : `${count} references`} to what MkDocs reads from code ${count === 1 ? 'leads' : 'lead'} nowhere here; the words stay`,
    asWritten: (name, written, count) =>
      `${name} means nothing here and is shown as written: ${written}${count > 1 ? ` (${count} places)` : ''}`,
    names: {
      hugo: 'a Hugo shortcode',
      jekyll: 'a Jekyll (Liquid) tag',
      logseq: 'a Logseq macro',
      blockReference: 'a Logseq block reference',
      snippet: 'a MkDocs snippet of a file that is not among the notes',
      icon: 'a MkDocs icon',
      include: 'an include',
      definitionList: 'a definition list (a line of : below a term)',
      templater: 'Templater command',
      metaBind: 'Meta Bind field',
      inlineQuery: 'Dataview query in a line',
      citation: 'citation without a list of sources',
    },
  },
  embeds: {
    circle: (path) => `${path} would embed itself and becomes a link`,
    tooMany: (path) => `too many embeds, or too deep: ${path} becomes a link`,
    noPartial: (url) => `no file "${url}" in this folder to include`,
    nothing: (target) => `no section or block to embed in "${target}"; it becomes a link`,
  },
  maths: {
    unreadable: (fault) => {
      const why = fault.endsWith('…')
        ? `a closing bracket or \\end is missing after ‘${fault}’`
        : `‘${fault}’ means nothing there`;
      return `the formula cannot be read and is shown as written${fault ? `: ${why}` : ''}`;
    },
    leaves: 'the formula would lie over other parts of the page and is shown as written',
    tooMuch: (most, count) =>
      `the formulas of this note have more than ${most.toLocaleString('en-US')} signs: ${count === 1 ? 'one' : count} from here on ${count === 1 ? 'is' : 'are'} shown as written; divide the note`,
  },
  wikilinks: {
    bar: (target) => `in a table the | of [[${target}|…]] is written \\|; the split cell was joined again`,
    many: (count, wanted) =>
      `${count} [[…]] lead to notes that do not exist: ${wanted.join(', ')}${wanted.length < count ? ' …' : ''}`,
  },
  code: {
    query: (language, count) =>
      `${count > 1 ? `${count} ${language} queries are` : `a ${language} query is`} not run here and ${count > 1 ? 'fold' : 'folds'} as written; write the result as a table or a list`,
    loops: (count) =>
      `${count > 1 ? `${count} loops of Liquid are` : 'a loop of Liquid is'} not run here and ${count > 1 ? 'fold' : 'folds'} as written; write the result as a table or a list`,
  },
  boxes: {
    ofCode: (name) => `:::${name} is no box that is known here; the code in it is shown`,
    stray: (line) => `the line "${line}" neither opens nor closes a box and is shown as text`,
    unknown: (name, known) =>
      `:::${name} is no box that is known here and is shown as written; known: ${known.join(', ')}`,
    unclosed: (name) =>
      `no ::: line closes :::${name}: the box ends before the next heading, or with the note where there is none`,
    closedInLine: 'a ::: that closes a box wants a line of its own; the box was closed here',
  },
  html: {
    dropped: (name, lines) =>
      `<${name}> is left out with all that stands in it${lines > 1 ? ` (${lines} lines)` : ''}`,
    hidden: (name, lines) =>
      `<${name}> is hidden from readers and left out with all that stands in it${lines > 1 ? ` (${lines} lines)` : ''}; take the hidden or the style away to show it`,
    unwrapped: (name) => `the tags of <${name}> are left out, their text stays`,
    frame: (url) => `a frame of another site becomes a link: ${url}`,
    removed: (names, attributes, count) =>
      `attributes taken out of ${names.map((name) => `<${name}>`).join(', ')}: ${attributes.join(', ')}${count > 1 ? ` (${count} places)` : ''}`,
    unclosed: (name) => `no </${name}> closes this <${name}>, so it ends with this paragraph`,
    shownAsText: (name) =>
      `no </${name}> closes this <${name}>, so it is shown as text; write \`<${name}>\` if it is`,
    unknown: (name, count) =>
      `<${name}> is no element of HTML and no component here, and is shown as it is written${count > 1 ? ` (${count} places)` : ''}; write what it says`,
    outsideMedia: (url) =>
      `sound and video of other sites are not shown; put the file beside the note: ${url}`,
    strayClosing: (name) => `</${name}> closes nothing and is left out`,
  },
  markdown: {
    tooMuch: (lines) =>
      `so many marks that ${lines} ${lines === 1 ? 'line is' : 'lines are'} shown as written from here; split the paragraph or the note`,
    tooDeep: (levels) => `quotes, lists and emphasis deeper than ${levels} levels are unpacked`,
    surplusCells: (columns, cells) =>
      `the table's head has ${columns} cells and this row ${cells}, so the table is widened; write | in a cell as \\|`,
    uncalledFootnote: (label) => `the text never calls footnote [^${label}], so it is shown where it stands`,
    doubleFootnote: (label) => `footnote [^${label}] is defined twice, so this one is shown where it stands`,
    doubleDefinition: (label) => `"[${label}]:" has two addresses, and only the first is used`,
    uncalledDefinition: (label) => `the text never calls "[${label}]:", so its title is not shown`,
    unusedDefinition: (label) =>
      `"[${label}]:" looks like an unused address but is none, so it is shown as text`,
  },
  mdx: {
    syntax: (reason) => `wrong MDX: ${reason}`,
    notMdx: (line) =>
      `this is no MDX and is shown as written: ${line} — if it is text, put \\ before { and <, or write \`…\`; comments are {/* … */}`,
    readAsMarkdown: 'so much of this note is no MDX that it is read as Markdown',
    noCode: (line) => `a note's code is not run; remove this line: ${line}`,
    noExpression: (code) =>
      `{…} can hold "text" or a number only, so ${code} is left out; write the value itself`,
    unboundName: (code) =>
      `${code} is a name that this note does not have, and is shown as written; if it is text, write \\{`,
    noComponent: (name, nearest) =>
      `no component "${name}", its text stays${nearest ? `; did you mean <${nearest}>?` : ''}`,
  },
  comments: {
    unclosed: (opening, closing, lines, toTheEnd) =>
      `no ${closing} closes the comment that ${opening} opens here: ${toTheEnd ? `the rest of the note (${lines} ${lines === 1 ? 'line' : 'lines'})` : 'the rest of this paragraph'} is left out`,
    hidden: (written) =>
      `what stands in ${written} is read as a comment and left out; if it is text, write it in backticks or put a \\ before it`,
    shown: (written) =>
      `${written} looks like a comment and is shown as it is written; write <!-- … --> to hide it, or backticks if it is text`,
    literal: 'a single %% is shown as text; close it with another %% if it is a comment',
  },
};

export const sections: typeof ko.sections = {
  kinds: { section: 'section', figure: 'figure', table: 'table' },
  taken: (id, place) =>
    `section id "${id}" cannot be used: it is ${place.isFormer ? 'a former' : 'the'} id of ${
      place.name ? `the ${place.kind} "${place.name}"` : `a ${place.kind}`
    } of the note ${place.note}. Choose another`,
  hidden: (id, name, ofName) =>
    `section id "${id}" is what the heading of the section "${name}" (${ofName}) makes as well, and would take its links. Choose another`,
  noteGone: (name, id) =>
    `the note "${name}" (${id}) is gone. Say which note its links shall lead to: npm run ids -- retire note:${id} <id of that note>`,
  successor: '<id of a section or note that takes over>',
  gone: (place, target) =>
    `links to the ${place.kind} ${place.name ? `"${place.name}" (${place.id})` : place.id} of the note ${place.note} lead nowhere. ${
      place.canRename
        ? `If its heading was renamed, write {#${place.id}} at the end of it; if it was removed, say`
        : 'Say'
    } where they shall lead: npm run ids -- retire ${place.id} ${target}`,
  noSuccessor: (id, wanted, asked) =>
    `"${wanted}", which takes over the links to "${id}", does not exist: npm run ids -- retire ${asked} <id of a section or note that takes over>`,
  circle: (target, id) => `"${target}" leads back to "${id}". Choose another`,
  goesToo: (target, note) => `"${target}" belongs to the note "${note}", which goes as well. Choose another`,
  unknown: (id, nearest, name) =>
    `there is no "${id}" in the lock file${nearest === undefined ? '' : `; did you mean "${nearest}" (${name})?`}`,
  usage:
    'usage: npm run ids -- retire <id that is gone> [<id that is gone> …] <id of a section or note that takes over>',
  repaired: (count) =>
    count ? `${count} ${count === 1 ? 'place' : 'places'} repaired` : 'there is nothing to repair',
  notOpened: (path, reason) => `${path} could not be opened: ${reason}`,
  lines: {
    more: (count) => `from this line on, ${count} more are wrong. Bring back the file that was committed`,
    noJson: 'it is no JSON',
    noObject: 'it is no {…}',
    wrong: (name) => `the value of ${name} is wrong`,
    noId: 'it has no id',
    noAddress: 'it has no address',
    noKind: 'its kind is unknown',
    noNote: 'it has no note or no texts',
    newer: (version) =>
      `this lock file has a newer format (${version}) and is not rewritten. Bring this project up to date`,
    unreadable: (reason) => `this line cannot be read (${reason}). Bring back what was committed`,
    twice: (id, line) =>
      `id "${id}" stands differently on line ${line}. Unite the two lines: npm run ids -- repair`,
    clash: (id, line) =>
      `id "${id}" is used by another place on line ${line}. Leave one line; what is deleted gets a new id`,
    merging:
      'a merge was not finished here. Keep the lines of both sides and delete the marks: npm run ids -- repair',
  },
};

export const diagrams: typeof ko.diagrams = {
  types: {
    'flowchart-v2': 'flowchart',
    'flowchart-elk': 'flowchart',
    flowchart: 'flowchart',
    agentflow: 'agent flow',
    swimlane: 'swimlane diagram',
    sequence: 'sequence diagram',
    class: 'class diagram',
    classDiagram: 'class diagram',
    state: 'state diagram',
    stateDiagram: 'state diagram',
    er: 'entity relationship diagram',
    gantt: 'Gantt chart',
    pie: 'pie chart',
    quadrantChart: 'quadrant chart',
    mindmap: 'mind map',
    timeline: 'timeline',
    xychart: 'chart',
    sankey: 'Sankey diagram',
    block: 'block diagram',
    architecture: 'architecture diagram',
    packet: 'packet diagram',
    kanban: 'kanban board',
    radar: 'radar chart',
    treemap: 'treemap',
    c4: 'C4 diagram',
    requirement: 'requirement diagram',
    gitGraph: 'commit graph',
    journey: 'user journey',
    venn: 'Venn diagram',
    ishikawa: 'cause-and-effect diagram',
    treeView: 'tree',
    eventmodeling: 'event model',
    wardley: 'Wardley map',
    cynefin: 'Cynefin framework',
    usecase: 'use case diagram',
    railroad: 'syntax diagram',
    other: 'diagram',
  },
  text: {
    states: ['State', 'Next state', 'Condition'],
    note: (about, text) => `Note${about ? ` (${about})` : ''}: ${text}`,
    graph: (type, groups, nodes, edges, isStates) => {
      const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
      const counts = [
        ...(groups > 0 ? [count(groups, 'group')] : []),
        count(nodes, isStates ? 'state' : 'item'),
        ...(edges > 0 ? [count(edges, isStates ? 'transition' : 'connection')] : []),
      ];
      return `A ${type} of ${new Intl.ListFormat('en').format(counts)}.`;
    },
    starts: (labels) => `starts at ${labels.join(', ')}`,
    ends: (labels) => `ends at ${labels.join(', ')}`,
    forks: (count) => `${count} ${count === 1 ? 'fork' : 'forks'}`,
    roles: { start: 'Start', end: 'End', choice: 'Choice', fork: 'Fork or join' },
    unnamedGroup: 'Unnamed group',
    edge: (label, target, directed, isTwoWay) =>
      `${label ? `${label}: ` : ''}${directed ? `leads to ${target}${isTwoWay ? ' and back' : ''}` : `is connected with ${target}`}`,
    otherwise: 'Otherwise',
    message: (from, to, text, reply) =>
      `${from} ${reply ? 'replies' : 'speaks'} to ${from === to ? 'itself' : to}${text ? `: ${text}` : ''}`,
    sequence: (names, count, type) =>
      `A ${type} of ${count} ${count === 1 ? 'message' : 'messages'} between ${new Intl.ListFormat('en').format(names)}.`,
    tree: (root, branches, items, type) =>
      `A ${type} that divides “${root}” into ${branches} ${branches === 1 ? 'branch' : 'branches'}, ${items} items in all.`,
    ordered: (items, type) => `A ${type} of ${items} items in order.`,
    groups: (groups, items, type) => `A ${type} of ${groups} groups, ${items} items in all.`,
    table: (rows, columns, type) => `A ${type} of ${rows} items by ${columns.join(', ') || 'value'}.`,
    texts: (count, type) => `A ${type} of ${count} texts.`,
  },
  parts: {
    item: 'Item',
    value: 'Value',
    share: 'Share',
    kinds: { bar: 'bar', line: 'line' },
    across: 'Across',
    upright: 'Upright',
    place: 'Place',
    meaning: 'Meaning',
    axis: 'Axis',
    flow: ['From', 'To', 'Amount'],
    packet: ['Bits', 'Content'],
    journey: ['Stage', 'Task', 'Satisfaction', 'Who'],
    gantt: ['Section', 'Task', 'Start', 'End', 'State'],
    states: { done: 'done', active: 'active', crit: 'critical', milestone: 'milestone' },
    wardley: ['Component', 'Visibility', 'Evolution'],
    dependencies: ['Component', 'Depends on'],
    notes: 'Notes',
    events: ['Order', 'Kind', 'Name'],
    c4: {
      kinds: { person: 'person', system: 'system', container: 'container', component: 'component' },
      external: (kind) => `external ${kind}`,
      stores: { db: 'database', queue: 'queue' },
    },
    eventKinds: {
      ui: 'screen',
      command: 'command',
      event: 'event',
      readModel: 'read model',
      processor: 'processor',
    },
    relations: {
      realization: 'implements',
      association: 'associated with',
      extension: 'extends',
      composition: 'composed of',
      aggregation: 'aggregates',
      dependency: 'depends on',
      lollipop: 'provides',
    },
    requirement: {
      requirementId: 'Id',
      text: 'Text',
      risk: 'Risk',
      verifyMethod: 'Verification',
      type: 'Type',
      docRef: 'Document',
    },
    card: { ticket: 'Ticket', assigned: 'Assigned to', priority: 'Priority' },
    domains: {
      complex: 'Complex',
      complicated: 'Complicated',
      clear: 'Clear',
      chaotic: 'Chaotic',
      confusion: 'Confusion',
    },
    overlap: (names) => ` (overlap of ${new Intl.ListFormat('en').format(names)})`,
    merged: (branch) => `merged ${branch}`,
    commit: (number) => `commit ${number}`,
    blocks: {
      loop: 'Loop',
      opt: 'Optional',
      alt: 'Alternative',
      par: 'In parallel',
      critical: 'Critical',
      break: 'Break',
    },
  },
  faults: {
    untitled: 'the diagram has no title',
    lonely: (label) => `no edge touches "${label}"`,
    longLabel: (length, most) =>
      `a long label (${length} characters): divide it with <br/> or shorten it to ${most}`,
    literalColour: (colour) =>
      `a literal colour (${colour}): use a name that fits both colour schemes, such as :::risk, :::cost, :::good, :::warn, :::muted`,
    unknownClass: (name, known) => `unknown class "${name}"; there are: ${known.join(', ')}`,
    picture: 'nodes with picture files (img) cannot be drawn',
    unclosedBlock: (line, closing) => `"${line}" is not closed by ${closing}`,
    unquoted: (excerpt) => `"${excerpt}": this kind of diagram needs double quotes around such words`,
    unclosed: (excerpt) => `"${excerpt}": a bracket or quote is not closed`,
    unreadable: (excerpt) => `not Mermaid's syntax: "${excerpt}" cannot be read`,
    cutOff: "not Mermaid's syntax: the diagram is not complete",
    notUnderstood: 'Mermaid could not read this',
    tooLong: (length, most) =>
      `the diagram is too long: ${length.toLocaleString('en')} characters (at most ${most.toLocaleString('en')})`,
    empty: 'the diagram is empty',
    tooMany: (count, most) => `the diagram has too many nodes: ${count} (at most ${most})`,
    unknownType: (header, guess) =>
      `unknown kind of diagram "${header}"${guess ? `; did you mean "${guess}"?` : ''}`,
    frontMatter: (reason) => `the diagram's front matter cannot be read: ${reason}`,
    layout: (words) =>
      `every layout has lines or names on each other ("${words}"); the diagram is drawn as a list where it can be. Split it or draw fewer edges`,
  },
  noBrowser: 'no browser to draw with',
  undrawn: (count, why) =>
    `warning: ${count} ${count === 1 ? 'diagram was' : 'diagrams were'} not drawn and will be in the reader's browser (${why})`,
  damaged: (paths) => `warning: damaged drawing files that were not used: ${paths.join(', ')}`,
  losses: {
    word: (word) =>
      `"${word}" is nowhere in the drawing. Put the label in double quotes, and write #quot; for quotes in it`,
    tag: (tag) => `"${tag}" is taken for a tag and removed. Write #lt; and #gt;, or quote the label`,
    generic:
      '~: in a class diagram it stands in pairs for the brackets of a generic, ~T~ for <T>. Write #126; for the sign',
    score: 'no score after the colon: write "task: 5: who", and #58; for a colon in the name',
    direction: (group, direction) =>
      `direction ${direction} of subgraph "${group}": Mermaid ignores it while an edge leaves one of its nodes. Join the edge to the subgraph instead`,
    circle: (mark, name) =>
      `"---${mark}${name}" is read as a line that ends in ${mark} at "${name}". Leave a space before the name if it is "${mark}${name}"`,
    tex: (command) =>
      `\\${command}: a drawing has no character for it, so its name is written. Write the Unicode character`,
  },
  click: {
    node: (name) => `click: the diagram has no node "${name}"`,
    place: (wanted, nearest) => `click: no note "${wanted}"${nearest ? `; did you mean "${nearest}"?` : ''}`,
    anchor: (title, wanted) => `click: the note "${title}" has no section "${wanted}"`,
    scheme: (wanted) => `click: addresses like "${wanted}" cannot be linked`,
  },
};

export const notes: typeof ko.notes = {
  mentionCount: (count) => `${count} ${count === 1 ? 'mention' : 'mentions'}`,
  mentions: (count) => `${count} ${count === 1 ? 'mention' : 'mentions'} of this section`,
  moreMentions: (count) => `${count} more in the list at the end of the note`,
  source: (number) => `Source ${number}`,
  callouts: { note: 'Note', tip: 'Tip', warning: 'Warning', danger: 'Danger' },
  noteApart: 'another note',
  contentsName: 'list of contents',
  chapterMark: String.raw`section\s*\d`,
  captionMark: 'Table',
  footnotes: 'Footnotes',
  backToFootnote: (number) => `Back to footnote ${number} in the text`,
  figure: 'Figure',
  numberedFigure: (number) => `Figure ${number}`,
  figureAsText: 'As text',
  noSuchNote: (url) => `No such note: ${url}`,
  outsideImage: 'Image on another site',
  largeImage: (alt, bytes) => `${alt || 'Image'}${bytes < 1e6 ? '' : ` (${writeSize(bytes, 'en-US')})`}`,
  missingImage: (alt) => (alt ? `Missing image: ${alt}` : 'Missing image'),
  wholePicture: 'See the original image',
  /** Before the day of a section's last change. */
  changed: 'changed',
  boxes: {
    note: 'Note',
    info: 'Info',
    seealso: 'See also',
    abstract: 'Abstract',
    summary: 'Summary',
    tldr: 'TL;DR',
    todo: 'To do',
    tip: 'Tip',
    hint: 'Hint',
    important: 'Important',
    success: 'Success',
    check: 'Check',
    done: 'Done',
    question: 'Question',
    help: 'Help',
    faq: 'FAQ',
    warning: 'Warning',
    caution: 'Caution',
    attention: 'Attention',
    failure: 'Failure',
    missing: 'Missing',
    danger: 'Danger',
    error: 'Error',
    bug: 'Bug',
    example: 'Example',
    quote: 'Quote',
    cite: 'Source',
  },
  details: 'Details',
  query: (language) => `Query of Obsidian (${language})`,
  loop: 'Loop of Liquid',
  canvasCard: 'Card',
  table: {
    named: (start) => `Table: ${start}`,
    thisOne: 'this table',
    find: (caption) => `Find in “${caption}”`,
    findHere: 'Find in this table',
    copy: 'Copy table',
    copyNamed: (caption) => `Copy table “${caption}”`,
  },
  copyLinkTo: (name) => `Copy link to “${name}”`,
  copyLink: 'Copy link to this section',
  codeCopy: 'Copy code',
  task: 'Task',
  /** What a task is that is neither to do nor done, by its sign. */
  taskStates: {
    '-': 'cancelled',
    '/': 'in progress',
    '>': 'put off',
    '<': 'scheduled',
    '!': 'important',
    '?': 'question',
  },
  embedded: (name) => `Embedded: ${name}`,
};

export const search: typeof ko.search = {
  name: 'Search',
  page: { description: 'Finds notes, sections, tables, figures and terms.' },
  placeholder: 'Words or a question',
  hint: 'Finds notes, sections, tables, figures and terms by words or by a question.',
  escape: 'Esc',
  close: 'Close',
  keys: { choose: 'choose', open: 'open', newTab: 'new tab' },
  withoutScript: {
    text: 'Search needs JavaScript. Without it, look in:',
    glossary: 'glossary',
    tags: 'tags',
    home: 'home page',
  },
  kinds: { lead: 'Opening', section: 'Section', table: 'Table', diagram: 'Figure', term: 'Term' },
  note: 'Note',
  moreSections: (count) => `${count} more ${count === 1 ? 'section' : 'sections'} of this note`,
  answer: {
    name: 'Answer',
    kinds: {
      definition: 'definition',
      date: 'date',
      fact: 'value',
      list: 'list',
      difference: 'comparison',
      passage: 'passage',
    },
    asOf: (day) => `as of ${day}`,
    strengths: {
      primary: 'primary source',
      copy: 'public copy',
      secondary: 'secondary source',
      unverified: 'unverified',
    },
    copy: 'Copy link',
    sideBySide: 'Read both notes side by side',
    copyOf: (place) => `Copy link to “${place}”, where the answer stands`,
    copied: 'Link to the answer copied',
    copyFailed: (url) => `Could not copy. Address: ${url}`,
    given: 'There is an answer.',
  },
  facets: { kind: 'Collection', tag: 'Tag', year: 'Year of sources' },
  year: (year) => year,
  moreFacets: 'More filters',
  suggestions: 'Suggestions',
  found: (count) => `Found in ${count} ${count === 1 ? 'note' : 'notes'}.`,
  foundNone: 'No note found.',
  loading: 'Loading the index.',
  scattered: 'Notes that hold the words apart, or inside other words',
  moreNotes: (count) => `${count} more ${count === 1 ? 'note' : 'notes'}`,
  loadMore: 'Show their contents',
  notLoaded: (count) =>
    `${count} ${count === 1 ? 'note' : 'notes'} could not be loaded. Check the connection and search again.`,
  explanations: {
    typo: 'Searched for a similar word',
    keyboard: 'Searched in the other keyboard layout',
    choseong: 'Searched by initial consonants',
    synonym: 'Also searched for words of the same meaning',
    fewer: 'No note holds all the words; searched for some of them',
  },
  literally: (query) => `Search for exactly “${query}”`,
  isLiteral: 'These are the results for exactly what you typed.',
  withSynonyms: 'Search with words of the same meaning',
  empty: {
    text: (query) => `No note fits “${query}”. Try fewer or other words.`,
    words: 'Similar words:',
    places: 'Similar notes and terms:',
  },
  allTerms: 'All terms',
  allTags: 'All tags',
  recent: { name: 'Recent searches', forget: (query) => `Forget “${query}”`, clear: 'Forget all' },
  browse: 'Browse by collection',
  keepOffline: 'Search without a network: keep on this device',
  failure: {
    offline:
      'You are offline, so nothing can be searched. “Keep offline”, pressed while connected, lets you search at any time.',
    noIndex: 'The search index could not be loaded. Please try again in a moment.',
    retry: 'Search again',
  },
  clearMarks: 'Clear search marks',
};

export const pages: typeof ko.pages = {
  figureNamed: (title) => `Figure: ${title ?? 'diagram'}`,
  showAll: (count) => `Show all (${count})`,
  countNotes: (count) => `${count} ${count === 1 ? 'note' : 'notes'}.`,
  strengths: {
    primary: { name: 'Original', meaning: 'Read in the document of whoever published it.' },
    copy: { name: 'Public copy', meaning: 'Read in a public copy of the original.' },
    secondary: { name: 'Secondary', meaning: 'Read in a report or an explanation.' },
    unverified: { name: 'Unverified', meaning: 'The contents could not be confirmed.' },
  },
  home: {
    search: 'Search',
    searchHint: 'What are you looking for?',
    start: 'Start here',
    recent: 'Recently changed',
    described: (title, count) => `${title}: ${count} ${count === 1 ? 'note' : 'notes'}`,
    size: (notes, folders) =>
      `${notes} ${notes === 1 ? 'note' : 'notes'}${folders ? ` in ${folders} ${folders === 1 ? 'folder' : 'folders'}` : ''}`,
    about: 'Read the introduction',
    hubs: 'Most linked notes',
    linked: (count) => `${count} notes link here`,
    folders: 'Folders',
    loose: 'Notes outside folders',
    notes: 'Notes',
    more: (count) => `${count} more`,
    tags: 'Tags across folders',
    byTitle: 'Find by title',
  },
  titleIndex: {
    title: 'A–Z index',
    lead: (count) => `${count} notes by the first letter of their titles.`,
    letter: (initial) => `${initial} · A–Z index`,
    initials: 'First letters',
    filter: 'Filter titles',
  },
  about: {
    title: 'About',
    described: (title) => `What ${title} is, how to read it and how to cite it.`,
    lead: (count) => `A site woven from ${count} ${count === 1 ? 'note' : 'notes'}.`,
    reading: 'How to read it',
    map: 'map',
    search: 'search',
    finding: ['Choose a place on the ', ', or go straight to a section, table or figure by ', '.'],
    cited:
      'Each note says the day at which it was true, and figures and rules carry the number of their source. The number leads to the source at the end of the note.',
    strengths: 'How near a source is',
    keys: 'Keyboard shortcuts',
    keysLead: [
      'Single-letter shortcuts can be switched off in the reading settings above or in the help (',
      ').',
    ],
    tools: 'Typeface and tools',
    toolsText:
      'The typeface is Pretendard (SIL Open Font License 1.1). This site sets no cookies, tracks nobody and asks nothing of other sites.',
    licences: 'Licences of the programs and fonts that come with this site',
  },
  glossary: {
    title: 'Glossary',
    described: (title, count) =>
      `${title}: ${count} ${count === 1 ? 'term' : 'terms'}, and the notes that explain them.`,
    kicker: 'Collection',
    lead: (count) =>
      `${count} ${count === 1 ? 'word' : 'words'} in a sentence each, and the notes that explain them.`,
    initials: 'Initials',
    filter: 'Filter terms',
    collections: 'Collection',
    alike: (words) => `Also: ${words.join(', ')}`,
  },
  notDrawn: (path) => `${path}: the note could not be drawn; npm run check says why.`,
  plainNotes: 'Notes',
  yes: 'Yes',
  no: 'No',
  relationFrom: (name) => `${name} (points here)`,
  properties: {
    english: 'English name',
    summary: 'About',
    asOf: 'As of',
    reviewBy: 'Review by',
    tags: 'Tags',
    aliases: 'Other names',
    parent: 'Above it',
    order: 'Order',
    role: 'Role',
    collection: 'Collection',
    sources: 'Sources',
  },
  frame: {
    skip: 'Skip to the text',
    skipToToc: 'Skip to the table of contents',
    site: 'Site',
    notes: 'Notes',
    noteList: 'List of notes',
    fold: (title) => `Open or close “${title}”`,
    search: 'Search',
    searchField: 'Search notes, sections, tables, figures',
    searchDescribed: 'Finds notes, sections, tables, figures and terms.',
    map: 'Map',
    paths: 'Learning paths',
    changes: 'Changes',
    review: 'Review',
    about: 'About',
    glossary: 'Glossary',
    sources: 'Sources',
    tags: 'Tags',
    changedSections: (title) => `${title}: changed sections`,
  },
  toc: { title: 'On this page', short: 'Contents' },
  settings: {
    title: 'Reading settings',
    letter: 'Aa',
    size: 'Text size',
    small: 'small',
    usual: 'usual',
    large: 'large',
    width: 'Line width',
    wide: 'wide',
    singleKeys: 'Single-letter shortcuts',
    showKeys: 'Show shortcuts',
    offline: 'Keep offline',
  },
  collection: {
    described: (title, promise, count) =>
      `${title}: ${closeSentence(promise)} ${count} ${count === 1 ? 'note' : 'notes'}.`,
    folderDescribed: (title, count) => `${title}: ${count} ${count === 1 ? 'note' : 'notes'}.`,
    lead: (promise, count) =>
      `${promise ? `${closeSentence(promise)} ` : ''}${count} ${count === 1 ? 'note' : 'notes'}.`,
    folder: 'Folder',
    folders: 'Folders',
    collection: 'Collection',
    notes: 'Notes',
    overview: 'At a glance',
    onPaper: 'On paper',
    filter: 'Filter notes',
    printEdition: 'print edition',
  },
  paths: {
    title: 'Learning paths',
    lead: 'Notes to read in order. How far you have read stays on this device.',
    none: 'There are no learning paths.',
    before: (title) => `Up to “${title}”`,
    inferred: 'What each note requires stands before it.',
    required: ['requires', 'require', 'prerequisite', 'prerequisites', 'depends-on', 'builds-on'],
    size: (notes, minutes) => `${notes} ${notes === 1 ? 'note' : 'notes'}, about ${minutes} min`,
  },
  compare: {
    title: 'Compare',
    described: 'Two notes side by side.',
    lead: 'Facts and definitions of two notes, the notes both are related to, and sections of equal name, face to face. The address can be shared.',
    withoutScript: 'Comparing needs JavaScript. The notes below can be read one by one.',
    pairs: 'Pairs that the notes set against each other',
    pair: (one, other) => `${one} · ${other}`,
    link: 'Compare',
  },
  map: {
    title: 'Map',
    described: (title, count) => `The ${count} notes of ${title} on one plate.`,
    lead: (places, regions, isLinked) =>
      `${places} ${places === 1 ? 'note' : 'notes'} in ${regions} ${regions === 1 ? 'region' : 'regions'}.${isLinked ? ' Point at one or press it, and what it touches lights up.' : ''}`,
    key: 'Key',
    hint: 'Point at a note or press it: related notes light up, and how they are related stands here. Arrow keys walk from note to note.',
    walk: 'Arrow keys walk from note to note.',
    crossing: (from, to) => `${from} → ${to}:`,
    mentionedBy: 'Mentioned by',
    links: 'Links to',
    search: 'Find on the map',
    region: 'Region',
    allRegions: 'All regions',
    relation: 'Relation',
    allRelations: 'All relations',
    tag: 'Tag',
    allTags: 'All tags',
    year: 'Year',
    allYears: 'All years',
    whole: 'The whole map',
    fold: (names, more) => `${names.join(', ')} and ${more} more`,
    without: (field) => `${field}: none`,
    here: (title) => `Where “${title}” lies on the map`,
  },
  review: {
    title: 'Review',
    described: 'Asks again, when you are about to forget it, what you recalled in the notes.',
    lead: 'What you recalled with covered answers in a note is asked again here when you are about to forget it. The record stays on this device.',
    withoutScript: 'Reviewing needs JavaScript. Tables and questions of the notes can be read without it.',
    begin: 'Choose a note and begin',
    about: (count) => (count === 1 ? 'one question' : `about ${count} questions`),
  },
  moved: {
    described: (title) => `The note “${title}” has moved.`,
    lead: 'This note has moved.',
    go: 'Go to its new place',
  },
  missing: {
    title: 'Not found',
    heading: 'There is no note at this address',
    why: 'Its name may have changed, or the address was not copied whole. Look here:',
    home: 'Home',
    withoutScript:
      'Search needs JavaScript. Without it, the list of notes and the links below lead to every note.',
  },
  sources: {
    title: 'Sources',
    described: (count) => `The ${count} sources that the notes rest on, and how strong they are.`,
    lead: (count) =>
      `The ${count} sources that the notes rest on: who published what, how near it was read, and which note cites it.`,
    kinds: 'Kinds of sources',
    ofKind: (kind) => `${kind} · Sources`,
    filter: 'Filter sources',
    strength: 'Distance from the original',
    citedBy: 'Notes that cite it',
    citedCount: (count) => `cited ${count}×`,
  },
  tags: {
    title: 'Tags',
    described: (tag, count) => `${count} ${count === 1 ? 'note' : 'notes'} tagged “${tag}”.`,
    lead: (count) => `${count} ${count === 1 ? 'subject' : 'subjects'} across the notes.`,
    count: (count) => `${count} ${count === 1 ? 'note' : 'notes'}`,
    inside: 'Tags inside',
    beside: 'Tagged together with',
    filter: 'Filter tags',
    shared: 'Tags that join notes',
    single: 'Tags of a single note',
  },
  note: {
    described: (title) => `Note: ${title}`,
    place: 'Breadcrumb',
    asOf: 'As of',
    changed: 'Changed',
    readingTime: 'Reading time',
    minutes: (count) => `${count} min`,
    sources: 'Sources',
    mentionedBy: 'Mentioned by',
    selfTest: 'Cover the answers',
    notRendered: 'this note could not be rendered. Run npm run check to see why.',
    overdue: (day) => `Its review was due on ${day}. Figures and rules may have changed since.`,
    tags: 'Tags',
    neighbours: 'Previous and next note',
    previous: 'Previous',
    following: 'Next',
  },
  changes: {
    title: 'Changes',
    lead: 'New notes and changed sections day by day, with the words before and after.',
    unknown:
      'No note has a known day of change yet. Where the folder lies in a repository, its history is read.',
    feeds: 'Subscribe:',
    notesAtom: 'notes (Atom)',
    notesJson: 'notes (JSON)',
    sectionsAtom: 'changed sections (Atom)',
    changedKind: (kind) => `${kind} · changed`,
    newNotes: 'New notes',
    beforeAndAfter: 'Before and after',
    inNote: 'Last changed words',
    sinceVisit: 'What has changed since your last visit on this device is marked.',
    removed: 'removed:',
    added: 'added:',
  },
  ending: {
    next: 'Read next',
    linkedHere: 'Linked in this note',
    linksHere: 'Leads to this note',
    followsIn: (name) => `Follows in ${name}`,
    follows: 'Follows in the order of reading',
    otherNext: (count) => (count === 1 ? 'One more note worth reading' : `${count} more notes worth reading`),
    relations: 'Relations',
    sources: 'Sources',
    citedIn: 'Cited in',
    opening: 'the opening',
    citedPlaces: (places) => `Cited: ${places.join(', ')}`,
    mentions: 'Mentioned in',
    otherMentions: 'Also mentioned in',
    moreMentions: (count) => (count === 1 ? 'One more place' : `${count} more places`),
  },
};

export const reading: typeof ko.reading = {
  figures: {
    untitled: 'Diagram',
    enlarge: 'Enlarge',
    enlargeAll: 'Enlarge the whole figure',
    edit: 'Edit',
    menu: 'Save and copy',
    named: (name, tool) => `${tool}: ${name}`,
    copySource: 'Copy source',
    sourceCopied: 'Source copied',
    saveSvg: 'Save as SVG',
    savePng: 'Save as PNG (2×)',
    savedSvg: 'Saved as SVG',
    savedPng: 'Saved as PNG',
    notSaved: 'Could not be saved',
    copyLink: 'Copy link to the figure',
    copyTitled: 'Copy title and link',
    titledCopied: 'Title and link copied',
    openWords: 'Read as text',
    closeKey: 'Close (Esc)',
    zoom: 'Size',
    zoomOut: 'Zoom out',
    zoomIn: 'Zoom in',
    scale: 'Scale',
    fit: 'Fit',
    fitKey: 'Fit to the screen (0)',
    actual: 'Actual size 1:1',
    actualKey: 'Actual size (1)',
    stage: (title) => `${title}: arrows move it; +, − and 0 change its size`,
    source: 'Source',
    sourceField: 'Mermaid source',
    undo: 'Revert',
    shareLink: 'Copy link',
    help: 'Tab indents; Esc, then Tab goes to the next button. Your edits stay on this screen.',
    escaped: 'Tab goes to the next button, Esc closes',
    linkCopied: 'Link to the edited diagram copied',
    tooLong: (length, most) =>
      `The diagram is too long: ${length.toLocaleString('en')} characters (at most ${most.toLocaleString('en')})`,
    notLoaded: 'Mermaid could not be loaded',
    problem: (line, message) => `Line ${line}: ${message}`,
    edited: 'Edited diagram',
    undrawn: (line, message) => `Source of a diagram that could not be drawn. Line ${line}: ${message}`,
    shared: 'The diagram in this link differs from the note’s figure.',
    showShared: 'Shared diagram',
    showOwn: 'Note’s figure',
  },
  codeCopied: 'Code copied',
  copyFailed: 'Could not copy',
  copyMarkdown: 'Copy as Markdown',
  filtered: (all, left) => `${left} of ${all}`,
  nothingFits: 'Nothing fits',
  searchFor: (words) => `Search for “${words}”`,
  didYouMean: 'Did you mean one of these notes?',
  theme: { auto: 'automatic', light: 'light', dark: 'dark', label: (theme) => `Colour scheme: ${theme}` },
  moved: {
    section: 'This section has moved. You are at its new place',
    note: 'This note has moved. You are at its new place',
  },
  preview: {
    source: (number) => `Source ${number}`,
    citedAt: (place) => `Cited: ${place}`,
    more: 'More:',
    term: 'Term',
  },
  qr: { alt: (url) => `QR code of ${url}`, save: 'Save as SVG' },
  since: {
    first: 'Next time, what has changed meanwhile is marked. The day stays on this device.',
    changes: (day, count) =>
      count > 0
        ? `${count} ${count === 1 ? 'note' : 'notes'} changed since you were here (${day}).`
        : `Nothing has changed since you were here (${day}).`,
    changed: 'Changed since your last visit',
    note: (day, sections) =>
      sections > 0
        ? `${sections} ${sections === 1 ? 'section' : 'sections'} changed since you read it (${day})`
        : `Changed since you read it (${day})`,
    short: (sections) => (sections > 0 ? `${sections} since you read it` : 'since you read it'),
    erase: 'Erase this record',
    erased: 'The record on this device was erased.',
  },
  resume: {
    label: 'Where to go on',
    go: 'Go on reading:',
    close: 'Close ‘go on reading’',
    due: (count) => `${count} ${count === 1 ? 'question' : 'questions'} to review`,
    next: 'Read next:',
  },
  sentence: { copy: 'Copy a link to this sentence', copied: 'The link to the sentence is copied' },
  table: {
    copy: 'Copy table',
    copyCsv: 'Copy as CSV',
    copied: (format) => `The table is copied as ${format}`,
    rowsLeft: (all, left) => `${left} of ${all} rows`,
    noRow: 'No row fits',
  },
  section: {
    link: 'Copy link',
    linkCopied: 'The link is copied',
    copyFailedAt: (url) => `Could not copy. The address: ${url}`,
    more: 'Other ways to copy',
    moreNamed: (name) => `Other ways to copy “${name}”`,
    takeAlong: (name) => `Take “${name}” along`,
    titled: 'Copy title and link',
    titledCopied: 'Title and link are copied',
    markdownCopied: 'The section is copied as Markdown',
    reference: 'Copy reference',
    referenceCopied: 'The reference is copied',
    qr: 'Show QR code',
    addressBar: 'Put into the address bar',
    addressBarDone: 'The address bar points here',
    share: 'Share…',
    shareNamed: (name) => `Share “${name}”`,
    writeReference: (of) =>
      [`“${of.note}”`, of.section && `§ ${of.section}`, of.site, of.asOf && `as of ${of.asOf}`, of.url]
        .filter(Boolean)
        .join(', '),
  },
  close: 'Close',
  keys: {
    title: 'Keyboard shortcuts',
    singleKeys: 'Use single-letter shortcuts (/ j k [ ] ?)',
    openSearch: 'Open search',
    chooseResult: 'Move through the results',
    openResult: 'Go to the chosen section',
    stepSection: 'Next section, previous section',
    stepNote: 'Previous note, next note',
    selfTest: 'Cover the answers and recall them',
    help: 'This help',
    preview: 'Preview of a link',
    closePopup: 'Close the preview or the window',
  },
};

export const study: typeof ko.study = {
  title: 'Cover the answers and recall them',
  asked: {
    headings: [
      'active recall',
      'check your knowledge',
      'check your understanding',
      'check yourself',
      'comprehension check',
      'drills',
      'exercises',
      'faq',
      'faqs',
      'knowledge check',
      'practice problems',
      'problem set',
      'q&a',
      'questions and answers',
      'self-assessment',
      'self-check',
      'self check',
      'self-test',
      'self test',
      'test your knowledge',
      'test your understanding',
      'test yourself',
      'understanding check',
    ],
    headingEnds: ['questions', 'quiz', 'quizzes'],
    marks: ['q', 'question', 'exercise', 'problem', 'quiz', 'drill'],
    answers: ['answer', 'solution', 'reveal'],
  },
  nothing: 'This note holds nothing to cover and ask',
  started: (count) => `${count} ${count === 1 ? 'answer is' : 'answers are'} covered. Press one to see it`,
  show: 'Show answer',
  showNamed: (question) => `Show answer: ${question}`,
  again: 'Again',
  good: 'Knew it',
  end: 'End',
  progress: (done, all) => `${done} of ${all}`,
  done: (count) => `${count} recalled`,
  toReviews: 'Go to the reviews',
  notKept: 'The browser could not keep the record. It goes when this page is closed',
  newerDeck:
    'A newer version of this site wrote the record on this device. It stays as it is, and nothing is added: load the page again',
  empty: 'No record yet. Press “Cover the answers” in a note, or the key t, to begin.',
  dueNow: (due, all) => (due > 0 ? `${due} to recall now (of ${all})` : `Nothing to recall now (of ${all})`),
  start: (count) => `Recall ${count}`,
  noteProgress: (due, all, next) => (due > 0 ? `${due} of ${all} are due` : `${all} · next: ${next}`),
  exportJson: 'Export the record (JSON)',
  exportAnki: 'Export for Anki',
  printSheet: 'Print a sheet',
  importJson: 'Import a record',
  imported: (count) => `Imported. ${count} in all`,
  brokenFile: 'This file cannot be read. Choose a JSON file that was exported here',
  otherSite: 'This record is of another site',
  newerFile: 'A newer version of this site wrote this record. Load the page again, then import it',
  erase: 'Erase the record',
  eraseSure: 'Erase all review records on this device?',
  questions: 'Questions',
  answers: 'Answers',
};

export const places: typeof ko.places = {
  compare: {
    first: 'First note',
    second: 'Second note',
    choose: 'Choose two notes to compare.',
    same: 'This is one note twice. Choose two different ones.',
    unknown: (name) => `There is no note “${name}”.`,
    failed: 'The notes could not be read. Check the connection and try again.',
    definition: 'Definition',
    between: 'To each other',
    opening: 'Text',
    shared: 'Both are related to:',
    only: (sections) => ` alone has: ${sections.join(' · ')}`,
    pair: (one, other) => `${one} · ${other}`,
  },
  path: {
    read: '(read)',
    progress: (done, all) => `${done} of ${all} read`,
    place: (label, at, all) => `${label} ${at}/${all}`,
    previous: 'Before it on the path',
    following: 'Next on the path',
  },
  map: { alone: 'Nothing is related to it.', left: (count) => `${count} ${count === 1 ? 'note' : 'notes'}` },
};

export const offline: typeof ko.offline = {
  title: 'Keep offline',
  lead: 'Keep the whole site on this device to read, search and review without a network. When the site changes, only what has changed is fetched.',
  looking: 'Looking up the size',
  size: (count, bytes) => `${count.toLocaleString('en-US')} files, ${writeSize(bytes, 'en-US')}`,
  room: (bytes) => `Room for this site: ${writeSize(bytes, 'en-US')}`,
  extras: (bytes) => `Also the cards that messengers show of links (${writeSize(bytes, 'en-US')})`,
  again: 'Try again',
  keep: 'Keep',
  progress: (done, all) => `${writeSize(done, 'en-US')} of ${writeSize(all, 'en-US')}`,
  stop: 'Stop',
  stopped: 'Stopped. What had come was removed',
  done: 'The site now opens without a network',
  kept: (bytes, day) => `On this device: ${writeSize(bytes, 'en-US')}, fetched ${day}`,
  renew: 'Check for changes',
  upToDate: 'This is the newest edition',
  renewed: 'The kept site was replaced by its newest edition. It shows from the next page on',
  remove: 'Remove',
  removed: (bytes) => `Removed. ${writeSize(bytes, 'en-US')} are free again`,
  faults: {
    insecure: 'The address is not https, so the browser keeps no copy of it',
    blocked:
      'The browser blocks storage, so nothing was kept. See whether this is a private window, and whether this site may store data',
    full: 'There is too little room on this device, so nothing was kept. Make room and press again to go on',
    offline: 'You are offline. Press again when you are connected, and it goes on',
    unlisted: 'This site has no list of files to keep',
    unlike:
      'The files that came are not those of the list. The site may be changing just now: press again in a while',
  },
};

export const outputs: typeof ko.outputs = {
  cards: {
    home: 'Knowledge base',
    collection: 'Collection',
    notes: (count) => `${count} ${count === 1 ? 'note' : 'notes'}`,
    asOf: (day) => `As of ${day}`,
  },
  shared: {
    untitledSection: 'Untitled section',
    figure: (title, number) => (title ? `Figure: ${title}` : `Figure ${number}`),
    table: (title) => `Table: ${title || 'untitled'}`,
    placeIn: (title) => `A place in “${title}”`,
    open: 'Go to this section',
  },
  changedSections: (title) => `${title}: changed sections`,
  print: {
    title: (title) => `${title}, print edition`,
    lead: (count) =>
      `${count} ${count === 1 ? 'note' : 'notes'} in reading order. Print them, or save them as PDF, with your browser.`,
    back: 'Back to the screen',
    page: (number) => `p. ${number}`,
    volume: (number) => `Volume ${number}`,
    volumeTitle: (title, number, count) => `${title}, volume ${number} of ${count}`,
  },
  twin: {
    asOf: (day) => `As of ${day}`,
    address: (url) => `Address ${url}`,
    sectionOf: (title) => `A section of “${title}”`,
    image: (alt) => `Figure: ${alt || 'no description'}`,
    sources: 'Sources',
  },
  tableCaption: (title) => `Table: ${title}`,
};

import type { Library } from '../library.ts';
import type { Link, Note } from '../note.ts';
import type { Problem } from '../problem.ts';
import { problemsWords } from '#words';
import { isSettings, publishedEndings } from '../published-files.ts';
import { type AnchorIndex, indexAnchors, readableUrl, resolveLink } from '../resolve-link.ts';
import { createGuesser } from '../text.ts';
import { inFile, type Rule } from './rule.ts';
import { noteEnding } from '../note-file-name.ts';

/** Links, anchors and images that lead nowhere. */
export const findBrokenLinks: Rule = ({ library, isStrict }) => {
  const problems: Problem[] = [];
  const severity = isStrict ? 'error' : 'warning';
  const say = (
    note: Note,
    link: Link,
    kind: Problem['kind'],
    message: string,
    level: Problem['severity'] = severity,
  ) => problems.push({ ...inFile(note, link), severity: level, kind, message });
  const anchorsOf = rememberAnchors();
  const byName = new Map<string, string>();
  for (const { id, path } of library.notes) {
    const name = id.split('/').at(-1) ?? id;
    if (!byName.has(name)) byName.set(name, path);
  }
  const guessNote = createGuesser(() => byName.keys());
  const guessFile = createGuesser(() => library.links.assets);
  const guessSection = new Map<Note, (anchor: string) => string | undefined>();
  for (const note of library.notes) {
    const unresolved = new Set(listUnresolved(note, library));
    for (const link of note.outline.links) {
      if (unresolved.size > mostUnresolved && unresolved.has(link)) continue;
      if (link.url === '') {
        say(note, link, 'link', problemsWords().links.emptyAddress(link.text));
        continue;
      }
      const target = resolveLink(link.url, note, library.links);
      if (target.kind === 'missing') {
        const nearest = byName.get(guessNote(lastStep(target.wanted)) ?? '');
        say(note, link, 'link', problemsWords().links.noNote(target.wanted, nearest));
      } else if (target.kind === 'private') {
        say(note, link, 'link', problemsWords().links.toHeldNote(readableUrl(link.url)), 'warning');
      } else if (target.kind === 'withheld') {
        // What is wrong with a picture is said where it was read.
        if (library.links.pictures.has(target.path)) continue;
        say(note, link, 'file', problemsWords().links.withheld(target.path, publishedEndings), 'warning');
      } else if (target.kind === 'asset' && isSettings(target.path)) {
        say(note, link, 'file', problemsWords().links.settings(target.path), 'warning');
      } else if (target.kind === 'unsafe') {
        say(note, link, 'link', problemsWords().links.unsafeScheme(target.scheme));
      } else if (
        target.kind === 'note' &&
        target.anchor &&
        // To browsers that is the top of every page.
        target.anchor !== 'top' &&
        !anchorsOf(target.note).has(target.anchor)
      ) {
        const known = target.note.outline.sections.map((section) => section.slug);
        const guess = guessSection.get(target.note) ?? createGuesser(() => known);
        guessSection.set(target.note, guess);
        const nearest = guess(target.anchor);
        const message = problemsWords().links.noSection(
          target.note.title,
          target.anchor,
          nearest,
          known.slice(0, mostNamed),
        );
        say(note, link, 'anchor', message);
      }
    }
    if (unresolved.size > mostUnresolved) {
      const wanted = [...new Set([...unresolved].map(({ url }) => readableUrl(url)))];
      const message = problemsWords().wikilinks.many(unresolved.size, wanted.slice(0, mostNamed));
      say(note, [...unresolved][0] as Link, 'link', message, 'warning');
    }
    for (const image of note.outline.images) {
      const target = resolveLink(image.url, note, library.links);
      if (target.kind === 'external' || image.url.startsWith('data:')) {
        say(note, image, 'image', problemsWords().links.outsideImage, 'warning');
      } else if (target.kind === 'withheld') {
        if (library.links.pictures.has(target.path)) continue;
        say(note, image, 'file', problemsWords().links.withheld(target.path, publishedEndings), 'warning');
      } else if (target.kind !== 'asset') {
        const nearest = guessFile(readableUrl(image.url));
        say(note, image, 'image', problemsWords().links.noImage(readableUrl(image.url), nearest));
      }
      if (!image.text && isStrict) say(note, image, 'image', problemsWords().links.noAlternative, 'warning');
    }
  }
  return problems;
};

/** Vaults are full of links to notes that are yet to be written: more than so many in a note are said in one line. */
const mostUnresolved = 5;

function listUnresolved(note: Note, library: Library): Link[] {
  return note.outline.links.filter(
    (link) => link.url.startsWith('wiki:') && resolveLink(link.url, note, library.links).kind === 'missing',
  );
}

/** How many of a note's sections a message names at most. */
const mostNamed = 8;

/** What a wanted note is called, without folder and extension. */
function lastStep(wanted: string): string {
  return wanted.replace(noteEnding, '').split('/').at(-1) ?? wanted;
}

/** Each note's anchors are listed once, however many links lead to it. */
function rememberAnchors(): (note: Note) => AnchorIndex {
  const known = new Map<Note, AnchorIndex>();
  return (note) => {
    const anchors = known.get(note) ?? indexAnchors(note);
    known.set(note, anchors);
    return anchors;
  };
}
